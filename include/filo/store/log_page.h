/* A person's log in pages: conversations and events, newest first.
 * Not here: the conversations themselves (conversations.h). */
#ifndef FILO_STORE_LOG_PAGE_H
#define FILO_STORE_LOG_PAGE_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
#include "filo/people/conversation.h"
#include "filo/store/limit.h"
#include "filo/store/store.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One row of a person's log: a conversation, or an event. */
struct log_row {
	bool is_event;
	struct event event;               /* when is_event */
	struct conversation conversation; /* else */
	int gap_days;       /* days to the contact day before; 0: none, or no contact day */
	bool is_long_gap;   /* longer than the 80 % quantile of the ordinary pause */
	bool is_resurfaced; /* ended a rest or a very long silence */
};
void log_row_fini(struct log_row *row);

/* The place of a row in the log: newest first, (day, kind, minute, id). */
struct log_place {
	day_number day;
	bool is_event;
	int minute;
	int64_t id;
};
struct log_place log_place_of(const struct log_row *row);

/* At most `count` rows of `contact`'s log older (`older`) or newer than `from` (NULL: from the
 * newest or the oldest), in display order (newest first) either way. */
enum status log_page(struct store *store, contact_id contact, const struct log_place *from,
	bool older, size_t count, struct vector *rows, struct error *err);
/* The same, of the entries of a limit alone, without events and silences. NULL: of all. */
enum status log_page_limited(struct store *store, contact_id contact, const struct limit *limit,
	const struct log_place *from, bool older, size_t count, struct vector *rows,
	struct error *err);

#endif
