/* Records of changes that are longer than memory shall hold.
 * Not here: which changes are recorded so (the rooms beside), undoing them (undo.c). */
#include "store/db/long_record.h"

#include "filo/base/i18n.h"
#include "filo/base/scratch.h"
#include "store/db/change.h"
#include "store/db/database.h"
#include "store/db/query.h"

#include <errno.h>
#include <string.h>

#define PIECE_BYTES 65536

static enum status long_record_fail(struct error *err)
{
	return error_set(err, STATUS_IO, _("Could not write a temporary file: %s"),
		strerror(errno ? errno : EIO));
}

static enum status long_record_put(
	struct store *store, const void *bytes, size_t count, struct error *err)
{
	errno = 0;
	if (!store->record_file)
		store->record_file = scratch_open();
	if (!store->record_file || fwrite(bytes, 1, count, store->record_file) != count)
		return long_record_fail(err);
	store->recorded_bytes += (int64_t)count;
	return STATUS_OK;
}

/* What was recorded goes to the file. Each row is changed in one piece only, since what undoes them
 * undoes the pieces in the order in which they were made. */
static enum status long_record_set_aside(struct store *store, struct error *err)
{
	void *changeset = NULL;
	int size_bytes = 0;
	enum status status = change_take_record(store, &changeset, &size_bytes);

	if (status == STATUS_OK)
		status = change_record(store);
	if (status != STATUS_OK)
		status = database_tell(store, status, err);
	else
		status = long_record_put(store, changeset, (size_t)size_bytes, err);
	sqlite3_free(changeset);
	return status;
}

static int64_t long_deletion_next(struct store *store, const struct long_deletion *deletion,
	const char *text, const char *other, int64_t after)
{
	struct query query = query_open(store, deletion->next);

	bind_text(&query, 1, text);
	bind_text(&query, 2, other);
	bind_number(&query, 3, after);
	bind_number(&query, 4, deletion->rows_at_once);
	return query_number(&query, 0);
}

static enum status long_deletion_remove(struct store *store, const struct long_deletion *deletion,
	const char *text, const char *other, int64_t after, int64_t last, struct error *err)
{
	struct query query = query_open(store, deletion->remove);

	bind_text(&query, 1, text);
	bind_text(&query, 2, other);
	bind_number(&query, 3, after);
	bind_number(&query, 4, last);
	return query_run(&query, err);
}

enum status long_deletion_run(struct store *store, const struct long_deletion *deletion,
	const char *text, const char *other, int64_t *count, struct error *err)
{
	int64_t after = 0, last;
	enum status status = change_expect_long(store, err);

	*count = 0;
	while (status == STATUS_OK &&
		(last = long_deletion_next(store, deletion, text, other, after)) > 0) {
		if (after)
			status = long_record_set_aside(store, err);
		if (status == STATUS_OK)
			status = long_deletion_remove(
				store, deletion, text, other, after, last, err);
		*count += status == STATUS_OK ? sqlite3_changes(store->db) : 0;
		after = last;
	}
	/* What could not be read is not none. */
	return status == STATUS_OK && database_failure(store) != STATUS_OK
		       ? database_tell(store, database_failure(store), err)
		       : status;
}

static enum status long_record_copy(struct store *store, sqlite3_blob *blob, struct error *err)
{
	char piece[PIECE_BYTES];
	int at = 0, code = SQLITE_OK;
	size_t got;

	errno = 0;
	if (fflush(store->record_file) || fseeko(store->record_file, 0, SEEK_SET))
		return long_record_fail(err);
	while (code == SQLITE_OK && (got = fread(piece, 1, sizeof piece, store->record_file)) > 0) {
		code = sqlite3_blob_write(blob, piece, (int)got, at);
		at += (int)got;
	}
	if (code != SQLITE_OK)
		return database_tell(store, database_fail(store, code), err);
	return at == store->recorded_bytes ? STATUS_OK : long_record_fail(err);
}

static enum status long_record_add_row(
	struct store *store, int64_t id, int64_t count, struct error *err)
{
	struct query query = query_open(store,
		"INSERT INTO undo(id, day, is_undone, size_bytes, label, changeset)"
		" VALUES (?1 + 1, ?2, " LONG_RECORD_MARK ", ?3, '', ?4)");

	bind_id(&query, 1, id);
	bind_day(&query, 2, store->today);
	bind_number(&query, 3, count);
	bind_room(&query, 4, count);
	return query_run(&query, err);
}

enum status long_record_write(
	struct store *store, int64_t id, const void *rest, int rest_bytes, struct error *err)
{
	sqlite3_blob *blob = NULL;
	enum status status =
		long_record_add_row(store, id, store->recorded_bytes + rest_bytes, err);

	if (status != STATUS_OK)
		return status;
	int code = sqlite3_blob_open(store->db, "main", "undo", "changeset", id + 1, 1, &blob);
	if (code == SQLITE_OK)
		status = long_record_copy(store, blob, err);
	if (code == SQLITE_OK && status == STATUS_OK && rest_bytes)
		code = sqlite3_blob_write(blob, rest, rest_bytes, (int)store->recorded_bytes);
	sqlite3_blob_close(blob);
	return code == SQLITE_OK ? status : database_tell(store, database_fail(store, code), err);
}

enum status long_record_drop_undone(struct store *store, struct error *err)
{
	struct query query =
		query_open(store, "DELETE FROM undo WHERE is_undone = " LONG_RECORD_MARK
				  " AND id IN (SELECT id + 1 FROM undo WHERE is_undone = 1)");

	return query_run(&query, err);
}

void long_record_forget(struct store *store)
{
	if (store->record_file)
		fclose(store->record_file);
	store->record_file = NULL;
	store->recorded_bytes = 0;
}

int long_record_open(struct store *store, int64_t id, struct long_record *record)
{
	*record = (struct long_record){ .blob = NULL };
	int code = sqlite3_blob_open(store->db, "main", "undo", "changeset", id, 0, &record->blob);

	if (code == SQLITE_OK)
		record->size_bytes = sqlite3_blob_bytes(record->blob);
	return code;
}

int long_record_read(void *context, void *bytes, int *count)
{
	struct long_record *record = context;
	int left = record->size_bytes - record->at;

	if (*count > left)
		*count = left;
	int code = sqlite3_blob_read(record->blob, bytes, *count, record->at);
	record->at += *count;
	return code;
}

void long_record_close(struct long_record *record)
{
	sqlite3_blob_close(record->blob);
	record->blob = NULL;
}
