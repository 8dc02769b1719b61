/* Writing what a change did, or its inverse, into the database.
 * Not here: the records that keep it (undo.c). */
#ifndef FILO_STORE_DB_CHANGESET_H
#define FILO_STORE_DB_CHANGESET_H

#include "filo/base/error.h"
#include "filo/store/store.h"

/* Applies `changeset` in the open transaction, marking the rhythms it touches. STATUS_CONFLICT,
 * with nothing touched, when rows have been changed otherwise since; `label` names the change. */
enum status changeset_apply(struct store *store, const void *changeset, int size_bytes,
	const char *label, struct error *err);
/* Applies its inverse. */
enum status changeset_apply_inverse(struct store *store, const void *changeset, int size_bytes,
	const char *label, struct error *err);

/* Deletes the rows that a large change brought: "conversation 17 1017;contact 5 9;". */
enum status changeset_delete_rows(
	struct store *store, const char *new_rows, const char *label, struct error *err);

#endif
