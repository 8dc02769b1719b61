/* Keeping the head of the queue beside the data.
 * Not here: who is in it (queue.c). */
#include "store/due/queue_snapshot.h"

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/date.h"
#include "store/db/database.h"

void queue_snapshot_fini(struct queue_snapshot *snapshot)
{
	vector_fini(&snapshot->contacts);
}

static bool read_counts(struct store *store, day_number on, struct queue_snapshot *snapshot)
{
	sqlite3_stmt *stmt = database_statement(store,
		"SELECT due_count, pinned_count, quiet_count FROM state"
		" WHERE snapshot_day = ?1 AND snapshot_change = change_count",
		NULL);
	bool has_row = false;

	if (!stmt)
		return false;
	bind_day(stmt, 1, on);
	if (database_step(store, stmt, &has_row, NULL) == STATUS_OK && has_row) {
		snapshot->due_count = (size_t)column_id(stmt, 0);
		snapshot->pinned_count = (size_t)column_id(stmt, 1);
		snapshot->quiet_count = (size_t)column_id(stmt, 2);
	}
	sqlite3_reset(stmt);
	return has_row;
}

bool queue_snapshot_read(struct store *store, day_number on, struct queue_snapshot *snapshot)
{
	sqlite3_stmt *stmt;
	bool has_row;

	vector_init(&snapshot->contacts, sizeof(contact_id));
	if (!read_counts(store, on, snapshot))
		return false;
	stmt = database_statement(
		store, "SELECT contact FROM queue_snapshot ORDER BY position", NULL);
	while (stmt && database_step(store, stmt, &has_row, NULL) == STATUS_OK && has_row) {
		contact_id id = column_id(stmt, 0);
		vector_push(&snapshot->contacts, &id);
	}
	return stmt;
}

static enum status write_rows(struct store *store, const struct queue_snapshot *snapshot)
{
	sqlite3_stmt *stmt = database_statement(
		store, "INSERT INTO queue_snapshot(position, contact) VALUES (?1, ?2)", NULL);
	enum status status = stmt ? STATUS_OK : STATUS_DATABASE;

	for (size_t i = 0; i < snapshot->contacts.count && status == STATUS_OK; i++) {
		sqlite3_bind_int64(stmt, 1, (int64_t)i);
		bind_id(stmt, 2, *(contact_id *)vector_at(&snapshot->contacts, i));
		status = database_run(store, stmt, NULL);
	}
	return status;
}

static enum status write_counts(
	struct store *store, day_number on, const struct queue_snapshot *snapshot)
{
	sqlite3_stmt *stmt = database_statement(store,
		"UPDATE state SET snapshot_day = ?1, snapshot_change = change_count,"
		" due_count = ?2, pinned_count = ?3, quiet_count = ?4",
		NULL);

	if (!stmt)
		return STATUS_DATABASE;
	bind_day(stmt, 1, on);
	sqlite3_bind_int64(stmt, 2, (int64_t)snapshot->due_count);
	sqlite3_bind_int64(stmt, 3, (int64_t)snapshot->pinned_count);
	sqlite3_bind_int64(stmt, 4, (int64_t)snapshot->quiet_count);
	return database_run(store, stmt, NULL);
}

void queue_snapshot_save(struct store *store, day_number on, const struct queue_snapshot *snapshot)
{
	enum status status;

	if (store->is_read_only || store->label || database_begin_at_once(store) != STATUS_OK)
		return;
	status = database_script(store, "DELETE FROM queue_snapshot", NULL);
	if (status == STATUS_OK)
		status = write_rows(store, snapshot);
	if (status == STATUS_OK)
		status = write_counts(store, on, snapshot);
	database_script(store, status == STATUS_OK ? "COMMIT" : "ROLLBACK", NULL);
}
