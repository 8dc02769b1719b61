/* Records of changes that are longer than memory shall hold: they wait in a file that nobody else
 * can open, and are read from their row, each in pieces.
 * Not here: what is recorded (change.h), applying it (changeset.h). */
#ifndef FILO_STORE_DB_LONG_RECORD_H
#define FILO_STORE_DB_LONG_RECORD_H

#include "filo/base/error.h"
#include "filo/store/store.h"

#include <sqlite3.h>
#include <stdint.h>

/* Rows of a table deleted in pieces, so that memory holds the record of one at a time. */
struct long_deletion {
	const char *next;   /* SQL: the last id of so many (?4) behind ?3; nothing: none is left */
	const char *remove; /* SQL: deletes them, behind ?3 up to ?4 */
	int rows_at_once;
};
/* In an open change that was begun with change_expect_notes. `text` and `other` are ?1 and ?2;
 * *count: how many rows of the table went. */
enum status long_deletion_run(struct store *store, const struct long_deletion *deletion,
	const char *text, const char *other, int64_t *count, struct error *err);

/* The changeset of a long record has the row behind it, so that what is written to the record does
 * not write that again: no record itself (is_undone), and dropped after it, or with it. */
#define LONG_RECORD_MARK "3"
#define LONG_RECORD_ROW                                                                            \
	"FROM undo AS part WHERE part.id = undo.id + 1 AND part.is_undone = " LONG_RECORD_MARK
/* Writes there all that went to the file, and `rest` behind it, for the record that was written
 * last. */
enum status long_record_write(
	struct store *store, int64_t id, const void *rest, int rest_bytes, struct error *err);
/* Before the records that were undone are dropped. */
enum status long_record_drop_undone(struct store *store, struct error *err);
void long_record_forget(struct store *store);

/* The changeset of a record, read as sqlite3changeset_start_strm asks for it. */
struct long_record {
	sqlite3_blob *blob; /* NULL: closed, or it could not be opened */
	int at, size_bytes;
};
/* A code of SQLite. To be closed in each case. */
int long_record_open(struct store *store, int64_t id, struct long_record *record);
int long_record_read(void *context, void *bytes, int *count);
void long_record_close(struct long_record *record);

#endif
