/* Keeping the head of the queue beside the data, and how many people there are.
 * Not here: who is in it (queue.c). */
#include "store/due/queue_snapshot.h"

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/date.h"
#include "store/contacts/people_counts.h"
#include "store/db/database.h"
#include "store/db/query.h"

void queue_snapshot_fini(struct queue_snapshot *snapshot)
{
	vector_fini(&snapshot->contacts);
}

static bool read_counts(struct store *store, day_number on, struct queue_snapshot *snapshot)
{
	struct query query = query_open(store,
		"SELECT pinned_count, place_count, ahead_count, quiet_count, address_count,"
		" waiting_count FROM state"
		" WHERE snapshot_day = ?1 AND snapshot_change = change_count");

	bind_day(&query, 1, on);
	bool has_row = query_next(&query);
	if (has_row) {
		snapshot->counts = (struct due_counts){ .pinned = (size_t)column_id(&query, 0),
			.placed = (size_t)column_id(&query, 1),
			.ahead = (size_t)column_id(&query, 2),
			.quiet = (size_t)column_id(&query, 3),
			.address = (size_t)column_id(&query, 4),
			.waiting = (size_t)column_id(&query, 5) };
	}
	return query_close(&query, NULL) == STATUS_OK && has_row;
}

bool queue_snapshot_read(struct store *store, day_number on, struct queue_snapshot *snapshot)
{
	vector_init(&snapshot->contacts, sizeof(contact_id));
	if (!read_counts(store, on, snapshot))
		return false;
	struct query query = query_open(store, "SELECT contact FROM queue_head ORDER BY position");
	return query_ids(&query, &snapshot->contacts, NULL) == STATUS_OK;
}

static enum status write_rows(struct store *store, const struct queue_snapshot *snapshot)
{
	struct query query =
		query_open(store, "INSERT INTO queue_head(position, contact) VALUES (?1, ?2)");

	for (size_t i = 0; i < snapshot->contacts.count; i++) {
		bind_number(&query, 1, (int64_t)i);
		bind_id(&query, 2, *(contact_id *)vector_at(&snapshot->contacts, i));
		query_next(&query);
	}
	return query_close(&query, NULL);
}

static enum status write_counts(
	struct store *store, day_number on, const struct queue_snapshot *snapshot)
{
	struct query query = query_open(store,
		"UPDATE state SET snapshot_day = ?1, snapshot_change = change_count,"
		" pinned_count = ?2, place_count = ?3, ahead_count = ?4, quiet_count = ?5,"
		" address_count = ?6, waiting_count = ?7");

	bind_day(&query, 1, on);
	bind_number(&query, 2, (int64_t)snapshot->counts.pinned);
	bind_number(&query, 3, (int64_t)snapshot->counts.placed);
	bind_number(&query, 4, (int64_t)snapshot->counts.ahead);
	bind_number(&query, 5, (int64_t)snapshot->counts.quiet);
	bind_number(&query, 6, (int64_t)snapshot->counts.address);
	bind_number(&query, 7, (int64_t)snapshot->counts.waiting);
	return query_run(&query, NULL);
}

void queue_snapshot_save(struct store *store, day_number on, const struct queue_snapshot *snapshot)
{
	enum status status;

	if (store->is_read_only || store->label || database_begin_at_once(store) != STATUS_OK)
		return;
	status = database_script(store, "DELETE FROM queue_head", NULL);
	if (status == STATUS_OK)
		status = write_rows(store, snapshot);
	if (status == STATUS_OK)
		status = write_counts(store, on, snapshot);
	if (status == STATUS_OK)
		status = people_counts_keep(store);
	database_end(store, status, NULL);
}
