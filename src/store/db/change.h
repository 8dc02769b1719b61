/* Changes, as the functions of the store make them.
 * Not here: what other layers ask (filo/store/change.h). */
#ifndef FILO_STORE_DB_CHANGE_H
#define FILO_STORE_DB_CHANGE_H

#include "filo/base/error.h"
#include "filo/people/contact.h"
#include "filo/store/store.h"

#include <stdbool.h>
#include <stdint.h>

struct row_span;

/* How long a change can be undone, and what was deleted be restored. */
#define UNDO_DAYS 90
/* Which records of undo are in the trash; ?1 is today - UNDO_DAYS. */
#define UNDO_IN_TRASH "is_deletion = 1 AND is_undone = 0 AND day >= ?1"

/* For the functions of this layer that change data: opens a change with this label unless the
 * caller has one open; `change_end` commits it (or rolls back when `status` is not OK) only if it
 * was opened here. Each that succeeds has its end. Use as
 *	enum status status = change_join(store, err, N_("log with %s"), name);
 *	if (status == STATUS_OK) { ...; }
 *	return change_end(store, status, err); */
enum status change_join(struct store *store, struct error *err, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
enum status change_end(struct store *store, enum status status, struct error *err);
/* In a large change: whether the rows written next are new ones, remembered by their ids (what
 * hangs on them too), or belong to what was there before. A row without an id of its own (tag,
 * participant, exchange, import_mark) is new only when what it hangs on is. */
void change_row_is_new(struct store *store, bool is_new);
/* In a large change, or when one is taken back: takes a trigger or an index ("TRIGGER", "INDEX")
 * away until the commit, which brings it back as it was. Once each. */
enum status change_set_aside(
	struct store *store, const char *type, const char *name, struct error *err);
/* What a contact's rhythm is learned from is about to change; contact 0: everybody's. To be said
 * before it does. */
void change_touch(struct store *store, contact_id contact);
/* Before a statement that writes, where is_record_due. */
void change_record_due(struct store *store);
/* From here on what becomes of rows is recorded; taken as a changeset (sqlite3_free), with which
 * the recording ends. */
enum status change_record(struct store *store);
/* In the open change: what becomes of settings from here on is recorded, too. */
enum status change_record_settings(struct store *store);
enum status change_take_record(struct store *store, void **changeset, int *size_bytes);
/* Much is taken back, or done again, in the open transaction: memory and room for that. */
enum status change_expect_long(struct store *store, struct error *err);
/* A span of the rows that a large change brought goes: *is_done where a room deleted them. */
enum status change_remove(
	struct store *store, const struct row_span *span, bool *is_done, struct error *err);
/* Before a commit: the rooms write what is left to write, and what was set aside comes back. */
enum status change_finish(struct store *store, struct error *err);
/* After it, or a rollback: the rooms forget what they had noted. */
void change_forget(struct store *store);
/* They do, and whatever else was set for this change is as before it. */
void change_clear(struct store *store);
/* Whether the table holds data, with ids of its own: a large change remembers its rows by these. */
bool change_has_ids(const char *table);
bool change_has_table(const char *table); /* it holds data, with such ids or without */
int64_t change_last_id(
	struct store *store, const char *table); /* the highest id the table ever gave */
enum status change_count(struct store *store, struct error *err); /* one more, for snapshots */
void change_mark_deletion(struct store *store); /* the open change can be found in the trash */

#endif
