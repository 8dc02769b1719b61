/* The files that are imported again, and what came from which source.
 * Not here: people seen (seen.c). */
#include "filo/store/import_sources.h"

#include "filo/base/i18n.h"
#include "filo/store/change.h"
#include "store/db/change.h"
#include "store/db/database.h"
#include "store/db/long_record.h"
#include "store/db/query.h"

#include <stdlib.h>

void import_source_fini(struct import_source *source)
{
	free(source->path);
	free(source->format);
	free(source->options);
}

enum status import_source_list(struct store *store, struct vector *sources, struct error *err)
{
	struct query query = query_open(store, "SELECT id, path, format, options, ifnull(size, -1),"
					       " ifnull(mtime, -1), last_run FROM import_source"
					       " ORDER BY id");

	while (query_next(&query)) {
		struct import_source *source = vector_push(sources, NULL);
		*source = (struct import_source){ .id = column_id(&query, 0),
			.path = column_copy_filled(&query, 1),
			.format = column_copy_filled(&query, 2),
			.options = column_copy_filled(&query, 3),
			.size = column_number(&query, 4),
			.mtime = column_number(&query, 5),
			.last_run = column_day(&query, 6) };
	}
	return query_close(&query, err);
}

enum status import_source_save(
	struct store *store, const struct import_source *source, struct error *err)
{
	enum status status = change_join(store, err, N_("remember where to import from"));

	if (status != STATUS_OK)
		return status;
	struct query query = query_open(store,
		"INSERT INTO import_source(path, format, options, size, mtime, last_run)"
		" VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (path) DO UPDATE SET format = ?2,"
		" options = ?3, size = ?4, mtime = ?5, last_run = ?6");
	bind_text(&query, 1, source->path);
	bind_text(&query, 2, source->format);
	bind_text(&query, 3, source->options);
	bind_number(&query, 4, source->size);
	bind_number(&query, 5, source->mtime);
	bind_day(&query, 6, source->last_run);
	return change_end(store, query_run(&query, err), err);
}

enum status import_source_delete(struct store *store, const char *path, struct error *err)
{
	enum status status = change_join(store, err, N_("forget where to import from"));

	if (status != STATUS_OK)
		return status;
	struct query query = query_open(store, "DELETE FROM import_source WHERE path = ?1");
	bind_text(&query, 1, path);
	status = query_run(&query, err);
	if (status == STATUS_OK && !sqlite3_changes(store->db))
		status = error_set(
			err, STATUS_NOT_FOUND, _("%s is not imported again by itself"), path);
	return change_end(store, status, err);
}

void source_summary_fini(struct source_summary *summary)
{
	free(summary->source);
}

enum status source_summary_list(struct store *store, struct vector *summaries, struct error *err)
{
	struct query query = query_open(store,
		"SELECT source, sum(entries), sum(touched), sum(people), sum(days), max(latest)"
		" FROM (SELECT source, count(*) AS entries, sum(is_touched) AS touched,"
		" 0 AS people, 0 AS days, max(day) AS latest FROM conversation"
		" WHERE source IS NOT NULL GROUP BY source"
		" UNION ALL SELECT source, 0, 0, count(DISTINCT seen), count(*), max(day)"
		" FROM seen_day GROUP BY source) GROUP BY source ORDER BY source");

	while (query_next(&query)) {
		struct source_summary *summary = vector_push(summaries, NULL);
		*summary = (struct source_summary){ .source = column_copy_filled(&query, 0),
			.entries = column_number(&query, 1),
			.touched = column_number(&query, 2),
			.people = column_number(&query, 3),
			.days = column_number(&query, 4),
			.last = column_day(&query, 5) };
	}
	return query_close(&query, err);
}

/* ?1 a source, ?2 a key in it or NULL. Nothing is written to `forgotten`: an import brings it back.
 */
#define OF_SOURCE "source = ?1 AND (?2 IS NULL OR substr(source_id, 1, length(?2) + 1) = ?2 || '/')"
#define SEEN_OF_SOURCE                                                                             \
	"source = ?1 AND (?2 IS NULL OR seen IN (SELECT id FROM seen WHERE key = ?2))"

static const struct long_deletion entries_deletion = {
	.next = "SELECT max(id) FROM (SELECT id FROM conversation WHERE id > ?3 AND NOT is_touched"
		" AND " OF_SOURCE " ORDER BY id LIMIT ?4)",
	.remove = "DELETE FROM conversation WHERE id > ?3 AND id <= ?4 AND NOT is_touched"
		  " AND " OF_SOURCE,
	.rows_at_once = 4000,
};

static const struct long_deletion seen_days_deletion = {
	.next = "SELECT max(seen) FROM (SELECT seen FROM seen_day WHERE seen > ?3"
		" AND " SEEN_OF_SOURCE " ORDER BY seen LIMIT ?4)",
	.remove = "DELETE FROM seen_day WHERE seen > ?3 AND seen <= ?4 AND " SEEN_OF_SOURCE,
	.rows_at_once = 4000,
};

static int64_t source_count_touched(struct store *store, const char *source, const char *key)
{
	struct query query = query_open(
		store, "SELECT count(*) FROM conversation WHERE is_touched AND " OF_SOURCE);

	bind_text(&query, 1, source);
	bind_text(&query, 2, key);
	return query_number(&query, 0);
}

enum status source_forget(struct store *store, const char *source, const char *key,
	struct source_forgotten *forgotten, struct error *err)
{
	*forgotten = (struct source_forgotten){ 0 };
	enum status status = change_expect_notes(store, err);
	if (status == STATUS_OK)
		status = change_join(store, err, N_("forget %s"), source);
	if (status != STATUS_OK)
		return status;
	change_touch(store, 0);
	status = long_deletion_run(store, &entries_deletion, source, key, &forgotten->removed, err);
	if (status == STATUS_OK)
		status = long_deletion_run(
			store, &seen_days_deletion, source, key, &forgotten->seen_days, err);
	forgotten->kept = source_count_touched(store, source, key);
	if (status == STATUS_OK && !forgotten->removed && !forgotten->seen_days && !forgotten->kept)
		status = error_set(err, STATUS_NOT_FOUND, _("Nothing came from %s"), source);
	return change_end(store, status, err);
}
