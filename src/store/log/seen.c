/* Handles of people in histories, and the days of those who are no contact.
 * Not here: the log (conversations.c), where things are imported from (import_sources.c). */
#include "filo/store/seen.h"

#include "filo/base/i18n.h"
#include "filo/store/change.h"
#include "store/db/change.h"
#include "store/db/database.h"
#include "store/db/long_record.h"
#include "store/db/query.h"
#include "store/log/conversation_row.h"

#include <stdlib.h>

int64_t seen_find(struct store *store, const char *kind, const char *key)
{
	struct query query = query_open(store, "SELECT id FROM seen WHERE kind = ?1 AND key = ?2");

	bind_text(&query, 1, kind);
	bind_text(&query, 2, key);
	return query_number(&query, 0);
}

static enum status seen_write(struct store *store, struct seen *seen, struct error *err)
{
	bool is_new = !seen->id;
	struct query query = query_open(store,
		is_new ? "INSERT INTO seen(name, contact, is_ignored, is_me, kind, key, address)"
			 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?8)"
		       : "UPDATE seen SET name = ?1, contact = ?2, is_ignored = ?3, is_me = ?4,"
			 " address = ifnull(?8, address) WHERE id = ?7");

	bind_text(&query, 1, seen->name);
	bind_id(&query, 2, seen->contact);
	bind_number(&query, 3, seen->is_ignored);
	bind_number(&query, 4, seen->is_me);
	bind_text(&query, 8, seen->address);
	if (is_new) {
		bind_text(&query, 5, seen->kind);
		bind_text(&query, 6, seen->key);
	} else {
		bind_id(&query, 7, seen->id);
	}
	change_row_is_new(store, is_new);
	enum status status = query_run(&query, err);
	change_row_is_new(store, false);
	if (status == STATUS_OK && is_new)
		seen->id = database_last_id(store);
	return status;
}

enum status seen_save(struct store *store, struct seen *seen, struct error *err)
{
	enum status status = change_join(store, err, N_("people seen"));

	if (status != STATUS_OK)
		return status;
	return change_end(store, seen_write(store, seen, err), err);
}

#define DAY_COLUMNS                                                                                \
	"contact_day, source, medium, day, minute, direction, count_me, count_them, seconds"

static struct seen_day seen_day_read(struct query *query)
{
	return (struct seen_day){ .contact_day = column_day(query, 0),
		.source = column_filled(query, 1),
		.medium = column_medium(query, 2),
		.tally = { .day = column_day(query, 3),
			.minute = column_between(query, 4, -1, 1439),
			.direction = (enum direction)column_kind(query, 5, DIRECTIONS),
			.tally = tally_read(query, 6) } };
}

static enum status seen_day_write(
	struct store *store, int64_t id, bool is_new, const struct seen_day *day, struct error *err)
{
	struct query query = query_open(store,
		"INSERT INTO seen_day(seen, " DAY_COLUMNS ")"
		" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT DO UPDATE SET"
		" day = ?5, minute = ?6, direction = ?7, count_me = ?8, count_them = ?9,"
		" seconds = ?10");

	bind_id(&query, 1, id);
	bind_day(&query, 2, day->contact_day);
	bind_text(&query, 3, day->source);
	bind_number(&query, 4, day->medium);
	bind_day(&query, 5, day->tally.day);
	bind_number(&query, 6, day->tally.minute);
	bind_number(&query, 7, day->tally.direction);
	tally_bind(&query, 8, &day->tally.tally);
	change_row_is_new(store, is_new);
	enum status status = query_run(&query, err);
	change_row_is_new(store, false);
	return status;
}

/* Joins what is there to `day`; whether anything is there, and whether it says all already. */
static enum status seen_day_join(
	struct store *store, int64_t id, struct seen_day *day, bool *is_known, struct error *err)
{
	struct query query =
		query_open(store, "SELECT " DAY_COLUMNS " FROM seen_day WHERE seen = ?1"
				  " AND contact_day = ?2 AND source = ?3"
				  " AND medium = ?4");

	bind_id(&query, 1, id);
	bind_day(&query, 2, day->contact_day);
	bind_text(&query, 3, day->source);
	bind_number(&query, 4, day->medium);
	*is_known = false;
	if (query_next(&query)) {
		struct day_tally joined = seen_day_read(&query).tally;
		*is_known = !day_tally_merge(&joined, &day->tally);
		day->tally = joined;
	}
	return query_close(&query, err);
}

enum status seen_day_save(struct store *store, int64_t id, bool is_new_handle,
	const struct seen_day *day, bool *has_changed, struct error *err)
{
	struct seen_day joined = *day;
	bool is_known = false;
	enum status status = change_join(store, err, N_("people seen"));

	if (status != STATUS_OK)
		return status;
	if (!is_new_handle)
		status = seen_day_join(store, id, &joined, &is_known, err);
	if (status == STATUS_OK && !is_known) {
		status = seen_day_write(store, id, is_new_handle, &joined, err);
		*has_changed = true;
	}
	return change_end(store, status, err);
}

enum status seen_days_delete(struct store *store, int64_t id, struct error *err)
{
	enum status status = change_join(store, err, N_("people seen"));

	if (status == STATUS_OK)
		status = query_run_id(store, "DELETE FROM seen_day WHERE seen = ?1", id, err);
	return change_end(store, status, err);
}

enum status seen_forget_all(struct store *store, int64_t *count, struct error *err)
{
	static const struct long_deletion deletion = {
		.next = "SELECT max(id) FROM (SELECT id FROM seen WHERE id > ?3 AND contact IS NULL"
			" AND NOT is_me ORDER BY id LIMIT ?4)",
		.remove = "DELETE FROM seen WHERE id > ?3 AND id <= ?4 AND contact IS NULL"
			  " AND NOT is_me",
		.rows_at_once = 100, /* and all their days */
	};
	enum status status = change_expect_notes(store, err);
	if (status == STATUS_OK)
		status = change_join(store, err, N_("forget people seen"));
	if (status != STATUS_OK)
		return status;
	status = long_deletion_run(store, &deletion, NULL, NULL, count, err);
	return change_end(store, status, err);
}

enum status seen_walk(struct store *store,
	enum status (*each)(void *context, const struct seen *seen, struct error *err),
	void *context, struct error *err)
{
	struct query query = query_open(store, "SELECT id, kind, key, name, contact, is_ignored,"
					       " is_me, address FROM seen ORDER BY id");
	enum status status = STATUS_OK;

	while (status == STATUS_OK && query_next(&query)) {
		const struct seen seen = { .id = column_id(&query, 0),
			.kind = column_filled(&query, 1),
			.key = column_filled(&query, 2),
			.name = column_filled(&query, 3),
			.contact = column_id(&query, 4),
			.is_ignored = column_int(&query, 5),
			.is_me = column_int(&query, 6),
			.address = column_text(&query, 7) };
		if (seen.kind && seen.key && seen.name)
			status = each(context, &seen, err);
	}
	return query_close_after(&query, status, err);
}

enum status seen_day_walk(struct store *store, int64_t id,
	enum status (*each)(void *context, const struct seen_day *day, struct error *err),
	void *context, struct error *err)
{
	struct query query = query_open_once(
		store, "SELECT " DAY_COLUMNS " FROM seen_day WHERE seen = ?1 ORDER BY contact_day");
	enum status status = STATUS_OK;

	bind_id(&query, 1, id);
	while (status == STATUS_OK && query_next(&query)) {
		const struct seen_day day = seen_day_read(&query);
		if (day.source)
			status = each(context, &day, err);
	}
	return query_close_after(&query, status, err);
}

void seen_person_fini(struct seen_person *person)
{
	free(person->kind);
	free(person->key);
	free(person->name);
	free(person->address);
}

enum status seen_list(struct store *store, bool ignored, struct vector *people, struct error *err)
{
	struct query query = query_open(store,
		"SELECT s.id, s.kind, s.key, s.name, count(DISTINCT d.contact_day) AS days,"
		" min(d.contact_day), max(d.contact_day) AS latest, s.is_ignored, s.address"
		" FROM seen AS s LEFT JOIN seen_day AS d ON d.seen = s.id"
		" WHERE s.contact IS NULL AND NOT s.is_me AND s.is_ignored = ?1"
		" GROUP BY s.id HAVING days > 0 OR ?1 ORDER BY days DESC, latest DESC, s.id");

	bind_number(&query, 1, ignored);
	while (query_next(&query)) {
		struct seen_person *person = vector_push(people, NULL);
		*person = (struct seen_person){ .id = column_id(&query, 0),
			.kind = column_copy_filled(&query, 1),
			.key = column_copy_filled(&query, 2),
			.name = column_copy_filled(&query, 3),
			.days = column_int(&query, 4),
			.first = column_day(&query, 5),
			.last = column_day(&query, 6),
			.is_ignored = column_int(&query, 7),
			.address = column_copy(&query, 8) };
	}
	return query_close(&query, err);
}
