/* A change of the data: one transaction and one undo record.
 * Not here: taking it back (undo.h). */
#ifndef FILO_STORE_CHANGE_H
#define FILO_STORE_CHANGE_H

#include "filo/base/error.h"
#include "filo/store/store.h"

#include <stdbool.h>

/* A change: one transaction and one undo record. Every function of this layer that changes data
 * makes its own change unless one is open; open one to make several a single undo.
 * `label` is what undo will say (change_label.h). */
enum status change_begin(struct store *store, const char *label, struct error *err);
enum status change_commit(struct store *store, struct error *err); /* rolls back when it fails */
void change_rollback(struct store *store);
bool change_is_open(const struct store *store);
/* Whether the last one left everything as it was: it has no record then, and nothing was saved. */
bool change_was_idle(const struct store *store);
/* Does `work` in a change of its own, unless one is open: committed when it succeeds, else rolled
 * back, and what it returned is returned. `format` is an N_(): "log with %s". */
enum status store_change(struct store *store, enum status (*work)(void *, struct error *),
	void *context, struct error *err, const char *format, ...)
	__attribute__((format(printf, 5, 6)));

/* Writes what follows from the open change (rhythms), to look at before it is rolled back. */
enum status change_preview(struct store *store, struct error *err);

/* The open change is called by what is known of it only now. */
void change_relabel(struct store *store, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* Adds words to what it is called, by which it is told from its like: "import: contacts.vcf". Not
 * where it was joined only: whoever opened it has called it. */
void change_say_more(struct store *store, const char *words);

/* The open change is what the store begins with: it gets no record, so undo does not take it back.
 */
void change_keep_no_record(struct store *store);

/* To be said before a change begins in which a statement may touch much, or a changeset is applied:
 * what SQLite notes meanwhile lies in a file instead of in memory. A large change ends it. */
enum status change_expect_notes(struct store *store, struct error *err);

/* A change of many rows: the index gets them all at once, with the commit, since one by one each
 * would cost it more than the row. Between change_begin and the first row; roll back when it
 * fails. */
enum status change_expect_some(struct store *store, struct error *err);

/* A very large change (an import): besides, rows that are new are remembered by their ids instead
 * of a changeset in memory. Between change_begin and the first row; roll back when it fails. */
enum status change_expect_many(struct store *store, struct error *err);

#endif
