/* Contacts, circles, tags, events and absences as they are kept.
 * Not here: what a contact is (people/contact.h). */
#ifndef FILO_STORE_CONTACTS_H
#define FILO_STORE_CONTACTS_H

#include "filo/people/absence.h"
#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
#include "filo/people/conversation.h"
#include "filo/store/store.h"

/* Adds, and sets contact->id (and uid when NULL). A blank name, a cadence out of range, a circle
 * that is none: STATUS_INVALID. */
enum status contact_add(struct store *store, struct contact *contact, struct error *err);
/* Writes the whole record over the one with its id. */
enum status contact_update(struct store *store, const struct contact *contact, struct error *err);
enum status contact_delete(struct store *store, contact_id id, struct error *err);
enum status contact_load(
	struct store *store, contact_id id, struct contact *out, struct error *err);
contact_id contact_by_uid(struct store *store, const char *uid); /* 0: none */
/* A number that changes with every change of the record; for edit forms. 0: gone. */
int64_t contact_version(struct store *store, contact_id id);

/* One row of a list; `name` owned. */
struct contact_row {
	contact_id id;
	char *name;
	day_number last_day; /* latest contact day up to today, or DAY_NONE */
	enum contact_state state;
	int cadence_days; /* own, else the circle's; 0: none */
};
void contact_row_fini(struct contact_row *row);

/* Which contacts; zeroed: all but the archived. Strings borrowed. */
struct contact_filter {
	const char *words; /* prefixes of words of the name, folded by the store; NULL: any */
	const char *tag;
	circle_id circle;
	bool with_archived;
};

/* At most `count` rows by name, read from the database one screen at a time: those after
 * (`forward`) or before the row `from` (id 0: from the beginning or the end). Rows come in list
 * order either way and are appended to `rows` (of struct contact_row). */
enum status contact_page(struct store *store, const struct contact_filter *filter, contact_id from,
	bool forward, size_t count, struct vector *rows, struct error *err);
/* Exact number (a scan of an index: after the first paint, not before). */
int64_t contact_count(struct store *store, const struct contact_filter *filter);

/* Those whose name (or nickname) matches: an equal name first, then the most recently in touch.
 * Accent- and case-insensitive prefix of any word. At most `count`; into struct contact_row. */
enum status contact_match(struct store *store, const char *name, size_t count, struct vector *rows,
	struct error *err);
/* Exactly one, or STATUS_NOT_FOUND / STATUS_AMBIGUOUS with a message that lists them. An exact
 * (folded) full name wins over prefixes. */
enum status contact_resolve(
	struct store *store, const char *name, contact_id *out, struct error *err);

/* Circles, by cadence then name. */
enum status circle_list(struct store *store, struct vector *circles, struct error *err);
/* One; of id 0, or one that is gone, id is 0 and name NULL. */
enum status circle_load(
	struct store *store, circle_id id, struct circle *circle, struct error *err);
enum status circle_save(
	struct store *store, struct circle *circle, struct error *err); /* id 0 adds */
enum status circle_delete(struct store *store, circle_id id, struct error *err);
circle_id circle_by_name(struct store *store, const char *name); /* folded; 0: none */
void circle_fini(struct circle *circle);

/* All tags in use, by name; vector of char *. */
enum status tag_list(struct store *store, struct vector *tags, struct error *err);

/* Events (snooze, skip, rest, let go, ...): adds and sets event->id. */
enum status event_add(struct store *store, struct event *event, struct error *err);
enum status event_list(
	struct store *store, contact_id contact, struct vector *events, struct error *err);
enum contact_state contact_state_today(struct store *store, contact_id id, day_number *until);

/* Absences, by day; overlapping or touching ones of the same person are merged when added. */
enum status absence_add(struct store *store, struct absence *absence, struct error *err);
enum status absence_remove(struct store *store, int64_t id, struct error *err);
enum status absence_list(struct store *store, struct vector *absences, struct error *err);

/* Makes two people one: `keep` (already holding the chosen fields) is written, everything of
 * `gone` (conversations, follow-ups, events, relations, absences) is moved to it, `gone` is
 * deleted, the rhythm rebuilt. One undo. */
enum status contact_merge(
	struct store *store, const struct contact *keep, contact_id gone, struct error *err);

#endif
