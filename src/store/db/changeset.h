/* Writing what a change did, or its inverse, into the database.
 * Not here: the records that keep it (undo.c). */
#ifndef FILO_STORE_DB_CHANGESET_H
#define FILO_STORE_DB_CHANGESET_H

#include "filo/base/error.h"
#include "filo/store/store.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

/* What a change did. Borrowed bytes; NULL: it is read from the record of undo with that id. */
struct changeset {
	int64_t record;
	const void *bytes;
	int size_bytes;
};

/* Goes through its rows, or those of its inverse, until `each` fails; `label` names the change. */
enum status changeset_walk(struct store *store, const struct changeset *changeset, bool is_inverse,
	enum status (*each)(void *context, sqlite3_changeset_iter *it, struct error *err),
	void *context, const char *label, struct error *err);

/* Whether it did nothing but save rows as they were. */
bool changeset_is_as_before(struct store *store, const struct changeset *changeset);

/* As changeset_walk, of the record of undo with that id, which was just made or applied. To be
 * freed, or NULL: its name, and the rows that a large change brought. STATUS_NOT_FOUND: there is
 * none. In undo.c. */
enum status undo_walk(struct store *store, int64_t id, bool is_inverse,
	enum status (*each)(void *context, sqlite3_changeset_iter *it, struct error *err),
	void *context, char **label, char **new_rows, struct error *err);

/* Applies it, or its inverse, in the open transaction, marking the rhythms it touches.
 * STATUS_CONFLICT, with nothing touched, when rows have been changed otherwise since; `label` names
 * the change. */
enum status changeset_apply(struct store *store, const struct changeset *changeset, bool is_inverse,
	const char *label, struct error *err);

struct row_span;
#define SPAN_TABLE_SIZE 32
/* The next span of `*new_rows`, with its table in `table`; false: there is none, or what stands
 * there is none. */
bool changeset_next_span(const char **new_rows, char table[SPAN_TABLE_SIZE], struct row_span *span);
/* Whether these are rows that a large change brought: "conversation 17 1017;contact 5 9;". */
bool changeset_has_spans(const char *new_rows);
/* Deletes them. */
enum status changeset_delete_rows(
	struct store *store, const char *new_rows, const char *label, struct error *err);

/* Says that the record of the change `label` is damaged. */
enum status changeset_refuse(const char *label, struct error *err);
/* Says that what it changed is no longer so. */
enum status changeset_refuse_overtaken(const char *label, struct error *err);

#endif
