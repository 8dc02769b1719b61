/* A person's log in pages: conversations and events, newest first.
 * Not here: the conversations themselves (conversations.h). */
#ifndef FILO_STORE_LOG_PAGE_H
#define FILO_STORE_LOG_PAGE_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
#include "filo/people/conversation.h"
#include "filo/people/log_fold.h"
#include "filo/store/limit.h"
#include "filo/store/store.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One row of a person's log: a conversation, an event, or several conversations in one. */
struct log_row {
	bool is_event;
	struct event event;               /* when is_event */
	struct conversation conversation; /* else; of a fold its newest, without people */
	bool is_fold;
	struct log_fold fold; /* when is_fold */
	int gap_days;         /* days to the contact day before; 0: none, or no contact day */
	bool is_long_gap;     /* longer than the 80 % quantile of the ordinary pause */
	bool is_resurfaced;   /* ended a rest or a very long silence */
};
void log_row_fini(struct log_row *row);
void log_rows_clear(struct vector *rows); /* of struct log_row: none is left */

/* The place of a row in the log: newest first, (day, kind, minute, id). */
struct log_place {
	day_number day;
	bool is_event;
	int minute;
	int64_t id;
	bool is_open_fold; /* above the newest of its entries; a closed one stands for that */
};
struct log_place log_place_of(const struct log_row *row);
bool log_place_is_same(const struct log_place *a, const struct log_place *b);

/* How a log is read. Zeroed: whole, each entry a row. */
struct log_view {
	const struct limit *limit; /* its entries alone, each a row, without events and silences */
	bool is_folded;            /* days without words are folded, where there are several */
	const struct vector *opened; /* of struct log_fold: those to open; may be NULL */
};

/* At most `count` rows of `contact`'s log older (`older`) or newer than `from` (NULL: from the
 * newest or the oldest), in display order (newest first) either way. */
enum status log_page(struct store *store, contact_id contact, const struct log_place *from,
	bool older, size_t count, struct vector *rows, struct error *err);
enum status log_page_viewed(struct store *store, contact_id contact, const struct log_view *view,
	const struct log_place *from, bool older, size_t count, struct vector *rows,
	struct error *err);

/* What is kept of a log's length, so that only the days between are counted when one moves on.
 * Begin, and begin anew after any change, with LOG_LENGTH_UNKNOWN. */
struct log_length {
	day_number day;
	int64_t older; /* entries and events before that day */
};
#define LOG_LENGTH_UNKNOWN ((struct log_length){ .day = DAY_NONE })
/* How many entries and events are below a place, as the log is viewed: what a fold that begins
 * above holds is not. */
enum status log_page_below(struct store *store, contact_id contact, const struct log_view *view,
	const struct log_place *place, struct log_length *length, int64_t *below,
	struct error *err);
/* How many of them a row stands for. */
size_t log_row_entries(const struct log_row *row);

struct log_fold_deleted {
	size_t entries;
	size_t shared; /* of them, those that others took part in: gone from their logs, too */
};

/* Deletes the entries of a fold as one change, which undo takes back; `name` is whom it calls the
 * contact. STATUS_NOT_FOUND: it has none. */
enum status log_fold_delete(struct store *store, contact_id contact, const struct log_fold *fold,
	const char *name, struct log_fold_deleted *deleted, struct error *err);

#endif
