/* Conversations and follow-ups as they are kept, and the search over people and log.
 * Not here: what they are (people/conversation.h). */
#ifndef FILO_STORE_CONVERSATIONS_H
#define FILO_STORE_CONVERSATIONS_H

#include "filo/people/contact_state.h"
#include "filo/people/conversation.h"
#include "filo/people/followup.h"
#include "filo/store/contacts.h"

/* Adds and sets conversation->id; rhythm rows follow in the same change, and who was resting
 * and took part is woken. An entry with a source id that is already there: STATUS_CONFLICT.
 * Nobody who took part, or day DAY_NONE: STATUS_INVALID. */
enum status conversation_add(
	struct store *store, struct conversation *conversation, struct error *err);
/* As conversation_add, for the many of an import: sets the id of each, 0 where its source id is in
 * the log already. Within an open change; each has passed conversation_check. Ids follow the days,
 * so that what is written together lies together; who took part is written later, by person. */
enum status conversations_bulk_add(
	struct store *store, struct conversation *conversations, size_t count, struct error *err);
/* Writes what is left to write of the many, and wakes who was resting. The commit does it too: call
 * it before anything else that looks at who took part. */
enum status conversations_bulk_settle(struct store *store, struct error *err);
/* STATUS_INVALID, and why, for what cannot be kept. */
enum status conversation_check(const struct conversation *conversation, struct error *err);
enum status conversation_update(
	struct store *store, const struct conversation *conversation, struct error *err);
enum status conversation_delete(struct store *store, conversation_id id, struct error *err);
enum status conversation_load(
	struct store *store, conversation_id id, struct conversation *out, struct error *err);
int64_t conversation_version(struct store *store, conversation_id id); /* 0: gone */

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

/* Follow-ups: add sets the id. */
enum status followup_add(struct store *store, struct followup *followup, struct error *err);
enum status followup_update(
	struct store *store, const struct followup *followup, struct error *err);
enum status followup_done(
	struct store *store, followup_id id, day_number day, struct error *err); /* NONE reopens */
enum status followup_delete(struct store *store, followup_id id, struct error *err);
enum status followup_load(
	struct store *store, followup_id id, struct followup *out, struct error *err);
/* Open ones of a person (0: of everybody), dated first by date; `with_done` adds the others. */
enum status followup_list(struct store *store, contact_id contact, bool with_done,
	struct vector *followups, struct error *err);

/* The contact days of a person up to `up_to`, ascending: vector of day_number. */
enum status contact_days(struct store *store, contact_id contact, day_number up_to,
	struct vector *days, struct error *err);

/* Walks the whole log, oldest first, a row at a time (for exports); stops when `each` returns
 * anything but STATUS_OK and returns that. */
enum status conversation_walk(struct store *store,
	enum status (*each)(
		void *context, const struct conversation *conversation, struct error *err),
	void *context, struct error *err);

/* What search found: a person or an entry, with the text around the match. */
struct finding {
	contact_id contact;           /* the person, or the first participant */
	conversation_id conversation; /* 0: a person */
	char *name;
	day_number day;             /* of the entry */
	char *excerpt;              /* one line */
	size_t match_at, match_len; /* bytes of the match in it; len 0: nothing to mark */
};
void finding_fini(struct finding *finding);

/* Search as you type: every word of `text` as a prefix, accents and case ignored. Newest
 * entries first; people by name. At most `count`. Anything FTS could misread (quotes, operators)
 * is plain text. */
enum status search_people(struct store *store, const char *text, size_t count,
	struct vector *findings, struct error *err);
enum status search_log(struct store *store, const char *text, size_t count, struct vector *findings,
	struct error *err);

#endif
