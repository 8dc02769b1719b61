/* Applying changesets: what counts as a conflict, and which rhythms are touched.
 * Not here: recording them (change.c), which one is next (undo.c). */
#include "store/db/changeset.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "store/db/change.h"
#include "store/db/database.h"
#include "store/db/long_record.h"
#include "store/db/query.h"

#include <stdio.h>
#include <string.h>

/* Columns of contact, of which an older record may have fewer: those added later come last. */
enum { WISH_SET_ON_COLUMN = 22 };
/* How often a row was saved. */
enum { CONTACT_VERSION = 18, CONVERSATION_VERSION = 13 };

/* What no person writes: how names sort, by what a history knows people and days, and how often a
 * row was saved. */
static const struct {
	const char *table;
	int column;
} counted[] = { { "contact", 3 /* name_key */ }, { "contact", CONTACT_VERSION },
	{ "conversation", 12 /* source_id */ }, { "conversation", CONVERSATION_VERSION },
	{ "seen", 2 /* key */ } };

/* Above this many new rows every rhythm is rebuilt instead of those touched. */
#define MANY_ROWS 2000

/* Deleted by one statement, which keeps in memory what the pages were that it has changed. */
#define ROWS_AT_ONCE 4000

/* Where a table names the people whose rhythm it feeds: a column of its rows (-1: none), and a
 * query for the rows that are there now, by id. A person NULL is the user: everybody's rhythm. */
static const struct feeder {
	const char *table;
	int column;
	const char *present;
} feeders[] = {
	{ "contact", 0, "SELECT id FROM contact WHERE id BETWEEN ?1 AND ?2" },
	{ "participant", 0, NULL },
	{ "event", 1, "SELECT DISTINCT contact FROM event WHERE id BETWEEN ?1 AND ?2" },
	{ "absence", 1, "SELECT DISTINCT contact FROM absence WHERE id BETWEEN ?1 AND ?2" },
	{ "conversation", -1,
		"SELECT DISTINCT contact FROM participant WHERE conversation BETWEEN ?1 AND ?2" },
};

enum { FEEDER_CONTACT = 0, FEEDER_EVENT = 2 };

static const struct feeder *find_feeder(const char *table)
{
	for (size_t i = 0; i < sizeof feeders / sizeof *feeders; i++)
		if (!strcmp(feeders[i].table, table))
			return &feeders[i];
	return NULL;
}

static enum status mark_present(struct store *store, const struct feeder *feeder, int64_t first,
	int64_t last, struct error *err)
{
	if (!feeder->present)
		return STATUS_OK;
	struct query query = query_open(store, feeder->present);
	bind_number(&query, 1, first);
	bind_number(&query, 2, last);
	while (query_next(&query))
		change_touch(store, column_id(&query, 0));
	return query_close(&query, err);
}

/* `value` is NULL where an update leaves the column as it is. */
static void mark_value(struct store *store, sqlite3_value *value)
{
	if (value && sqlite3_value_type(value) == SQLITE_INTEGER)
		change_touch(store, sqlite3_value_int64(value));
	else if (value)
		change_touch(store, 0);
}

/* Whom it brings back, the last of several; else whose snooze, rest or letting go it is about, the
 * first of them. Who is otherwise changed may stay selected beside them. */
static void mark_returned(struct store *store, const struct feeder *feeder, int operation,
	sqlite3_value *before, sqlite3_value *after)
{
	bool is_back = after && operation == SQLITE_INSERT && feeder == &feeders[FEEDER_CONTACT];
	bool is_event = (before || after) && feeder == &feeders[FEEDER_EVENT];
	bool is_other = before && operation == SQLITE_UPDATE && feeder == &feeders[FEEDER_CONTACT];

	if (!is_back && !is_event && !is_other)
		return;
	contact_id id = sqlite3_value_int64(is_back || !before ? after : before);
	vector_push(&store->all_returned, &id);
	if (is_back || (is_event && !store->returned))
		store->returned = id;
}

static enum status mark_row(void *context, sqlite3_changeset_iter *it, struct error *err)
{
	struct store *store = context;
	const char *table;
	int columns, operation, indirect;
	sqlite3_value *before = NULL, *after = NULL, *id = NULL;

	int code = sqlite3changeset_op(it, &table, &columns, &operation, &indirect);
	const struct feeder *feeder = code == SQLITE_OK ? find_feeder(table) : NULL;
	if (feeder && feeder->column >= 0 && operation != SQLITE_INSERT)
		code = sqlite3changeset_old(it, feeder->column, &before);
	if (code == SQLITE_OK && feeder && feeder->column >= 0 && operation != SQLITE_DELETE)
		code = sqlite3changeset_new(it, feeder->column, &after);
	if (code == SQLITE_OK && feeder && operation == SQLITE_UPDATE)
		code = sqlite3changeset_old(it, 0, &id);
	if (code != SQLITE_OK)
		return database_tell(store, database_fail(store, code), err);
	mark_value(store, before);
	mark_value(store, after);
	mark_returned(store, feeder, operation, before, after);
	if (!id)
		return STATUS_OK;
	return mark_present(store, feeder, sqlite3_value_int64(id), sqlite3_value_int64(id), err);
}

/* A record from before keeps the key by which its time sorted a name, and no day of a wish. */
static enum status settle_contact(
	struct store *store, int64_t id, bool knew_wish_days, struct error *err)
{
	struct query query = query_open(store, "UPDATE contact SET name_key = filo_fold(name)"
					       " WHERE id = ?1 AND name_key <> filo_fold(name)");

	bind_id(&query, 1, id);
	enum status status = query_run(&query, err);
	if (status != STATUS_OK || knew_wish_days)
		return status;
	query = query_open(store,
		"UPDATE contact SET wish_set_on = ?2 WHERE id = ?1 AND wish_set_on IS NULL"
		" AND (cadence_days > 0 OR circle IS NOT NULL)");
	bind_id(&query, 1, id);
	bind_day(&query, 2, store->today);
	return query_run(&query, err);
}

static enum status settle_row(void *context, sqlite3_changeset_iter *it, struct error *err)
{
	struct store *store = context;
	const char *table;
	int columns, operation, indirect;
	sqlite3_value *id = NULL;

	int code = sqlite3changeset_op(it, &table, &columns, &operation, &indirect);
	bool is_contact = code == SQLITE_OK && !strcmp(table, "contact");
	if (code == SQLITE_OK &&
		((!is_contact && strcmp(table, "seen") != 0) || operation == SQLITE_DELETE))
		return STATUS_OK;
	if (code == SQLITE_OK)
		code = operation == SQLITE_INSERT ? sqlite3changeset_new(it, 0, &id)
						  : sqlite3changeset_old(it, 0, &id);
	if (code != SQLITE_OK)
		return database_tell(store, database_fail(store, code), err);
	return is_contact ? settle_contact(store, sqlite3_value_int64(id),
				    columns > WISH_SET_ON_COLUMN, err)
			  : query_run_id(store,
				    "UPDATE OR IGNORE seen SET key = filo_key_again(key)"
				    " WHERE id = ?1 AND key <> filo_key_again(key)",
				    sqlite3_value_int64(id), err);
}

enum status changeset_refuse(const char *label, struct error *err)
{
	return error_set(err, STATUS_DATABASE,
		_("The record of \"%s\" is damaged, so it stays as it is"), label);
}

enum status changeset_refuse_overtaken(const char *label, struct error *err)
{
	return error_set(err, STATUS_CONFLICT,
		_("What \"%s\" changed has been changed again since, so it stays as it is"), label);
}

static enum status changeset_fail(
	struct store *store, int code, const char *label, struct error *err)
{
	enum status status = database_fail(store, code);

	return code == SQLITE_CORRUPT ? changeset_refuse(label, err)
				      : database_tell(store, status, err);
}

/* `record` is opened for a changeset that lies there; to be closed after the walk. */
static int changeset_start(struct store *store, const struct changeset *changeset, int flags,
	struct long_record *record, sqlite3_changeset_iter **it)
{
	*record = (struct long_record){ .blob = NULL };
	if (changeset->bytes)
		return sqlite3changeset_start_v2(
			it, changeset->size_bytes, (void *)changeset->bytes, flags);
	int code = long_record_open(store, changeset->record, record);

	return code == SQLITE_OK
		       ? sqlite3changeset_start_v2_strm(it, long_record_read, record, flags)
		       : code;
}

enum status changeset_walk(struct store *store, const struct changeset *changeset, bool is_inverse,
	enum status (*each)(void *context, sqlite3_changeset_iter *it, struct error *err),
	void *context, const char *label, struct error *err)
{
	sqlite3_changeset_iter *it = NULL;
	struct long_record record;
	enum status status = STATUS_OK;

	if (!changeset->size_bytes)
		return STATUS_OK;
	int code = changeset_start(
		store, changeset, is_inverse ? SQLITE_CHANGESETSTART_INVERT : 0, &record, &it);

	while (code == SQLITE_OK && status == STATUS_OK && sqlite3changeset_next(it) == SQLITE_ROW)
		status = each(context, it, err);
	/* Tells what ended the walk, too. */
	int ended = sqlite3changeset_finalize(it);
	long_record_close(&record);
	if (code == SQLITE_OK)
		code = ended;
	if (code != SQLITE_OK && status == STATUS_OK)
		status = changeset_fail(store, code, label, err);
	/* What failed on the way and was not told may have rolled the change back: what SQLite
	 * would apply then, it would apply as a change of its own. */
	if (status == STATUS_OK && database_failure(store) != STATUS_OK)
		status = database_tell(store, database_failure(store), err);
	return status;
}

static bool is_same_value(sqlite3_value *a, sqlite3_value *b)
{
	if (sqlite3_value_type(a) != sqlite3_value_type(b))
		return false;
	if (sqlite3_value_type(a) == SQLITE_INTEGER)
		return sqlite3_value_int64(a) == sqlite3_value_int64(b);
	if (sqlite3_value_type(a) == SQLITE_TEXT)
		return !strcmp(
			(const char *)sqlite3_value_text(a), (const char *)sqlite3_value_text(b));
	return sqlite3_value_type(a) == SQLITE_NULL;
}

static bool is_counted(const char *table, int column)
{
	for (size_t i = 0; i < sizeof counted / sizeof *counted; i++)
		if (counted[i].column == column && !strcmp(counted[i].table, table))
			return true;
	return false;
}

/* A name may have come to be sorted otherwise since, or the row been saved as it was. */
static bool says_the_same(sqlite3_changeset_iter *it, const char *table, int columns)
{
	for (int i = 0; i < columns; i++) {
		sqlite3_value *recorded = NULL, *present = NULL;
		if (is_counted(table, i))
			continue;
		if (sqlite3changeset_old(it, i, &recorded) != SQLITE_OK ||
			sqlite3changeset_conflict(it, i, &present) != SQLITE_OK)
			return false;
		/* NULL: an update leaves it as it is. */
		if (recorded && !is_same_value(recorded, present))
			return false;
	}
	return true;
}

static bool is_version(const char *table, int column)
{
	return !strcmp(table, "contact")
		       ? column == CONTACT_VERSION
		       : !strcmp(table, "conversation") && column == CONVERSATION_VERSION;
}

static enum status pass_if_as_before(void *context, sqlite3_changeset_iter *it, struct error *err)
{
	const char *table;
	int columns, operation, is_indirect;

	(void)context;
	(void)err;
	if (sqlite3changeset_op(it, &table, &columns, &operation, &is_indirect) != SQLITE_OK ||
		operation != SQLITE_UPDATE)
		return STATUS_CANCELLED;
	for (int i = 0; i < columns; i++) {
		sqlite3_value *after = NULL; /* stays so where the update left it as it was */
		if (sqlite3changeset_new(it, i, &after) != SQLITE_OK ||
			(after && !is_version(table, i)))
			return STATUS_CANCELLED;
	}
	return STATUS_OK;
}

bool changeset_is_as_before(struct store *store, const struct changeset *changeset)
{
	return changeset_walk(store, changeset, false, pass_if_as_before, NULL, "", NULL) ==
	       STATUS_OK;
}

/* What foreign keys did (indirect changes) may have been overtaken: a reference they emptied
 * points elsewhere by now, a row they took along is gone already. That is no conflict. */
static int on_conflict(void *context, int kind, sqlite3_changeset_iter *it)
{
	bool *is_parent_gone = context;
	const char *table;
	int columns, operation, is_indirect;

	if (kind == SQLITE_CHANGESET_FOREIGN_KEY) {
		*is_parent_gone = true;
		return SQLITE_CHANGESET_ABORT;
	}
	sqlite3changeset_op(it, &table, &columns, &operation, &is_indirect);
	if (kind == SQLITE_CHANGESET_NOTFOUND && operation == SQLITE_DELETE)
		return SQLITE_CHANGESET_OMIT;
	if ((kind == SQLITE_CHANGESET_NOTFOUND || kind == SQLITE_CHANGESET_DATA) &&
		operation == SQLITE_UPDATE && is_indirect)
		return SQLITE_CHANGESET_OMIT;
	if (kind == SQLITE_CHANGESET_DATA && says_the_same(it, table, columns))
		return SQLITE_CHANGESET_REPLACE;
	return SQLITE_CHANGESET_ABORT;
}

static int changeset_apply_rows(
	struct store *store, const struct changeset *changeset, int flags, bool *is_parent_gone)
{
	struct long_record record;

	if (changeset->bytes)
		return sqlite3changeset_apply_v2(store->db, changeset->size_bytes,
			(void *)changeset->bytes, NULL, on_conflict, is_parent_gone, NULL, NULL,
			flags);
	int code = long_record_open(store, changeset->record, &record);
	if (code == SQLITE_OK)
		code = sqlite3changeset_apply_v2_strm(store->db, long_record_read, &record, NULL,
			on_conflict, is_parent_gone, NULL, NULL, flags);
	long_record_close(&record);
	return code;
}

enum status changeset_apply(struct store *store, const struct changeset *changeset, bool is_inverse,
	const char *label, struct error *err)
{
	bool is_parent_gone = false;

	if (!changeset->size_bytes)
		return STATUS_OK;
	enum status status =
		changeset_walk(store, changeset, is_inverse, mark_row, store, label, err);
	if (status != STATUS_OK)
		return status;
	int code = changeset_apply_rows(
		store, changeset, is_inverse ? SQLITE_CHANGESETAPPLY_INVERT : 0, &is_parent_gone);
	if (code == SQLITE_OK)
		return changeset_walk(store, changeset, is_inverse, settle_row, store, label, err);
	if (is_parent_gone)
		return error_set(err, STATUS_CONFLICT,
			_("\"%s\" belongs to something that was deleted since: restore that first"),
			label);
	if (code == SQLITE_ABORT || code == SQLITE_CONSTRAINT)
		return changeset_refuse_overtaken(label, err);
	return changeset_fail(store, code, label, err);
}

static enum status delete_between(
	struct store *store, const struct row_span *span, struct error *err)
{
	enum status status;
	char sql[200];

	snprintf(sql, sizeof sql,
		"DELETE FROM %s WHERE id IN (SELECT id FROM %s WHERE id BETWEEN %lld AND %lld"
		" LIMIT %d)",
		span->table, span->table, (long long)span->first, (long long)span->last,
		ROWS_AT_ONCE);
	do {
		status = database_script(store, sql, err);
	} while (status == STATUS_OK && sqlite3_changes(store->db) > 0);
	return status;
}

static enum status delete_span(struct store *store, const struct row_span *span, struct error *err)
{
	const struct feeder *feeder = find_feeder(span->table);
	bool is_many = span->last - span->first > MANY_ROWS, is_done = false;
	enum status status = STATUS_OK;

	if (feeder && is_many)
		change_touch(store, 0);
	else if (feeder)
		status = mark_present(store, feeder, span->first, span->last, err);
	if (status == STATUS_OK && is_many)
		status = change_remove(store, span, &is_done, err);
	return status == STATUS_OK && !is_done ? delete_between(store, span, err) : status;
}

/* The file may come from anybody. */
bool changeset_next_span(const char **new_rows, char table[SPAN_TABLE_SIZE], struct row_span *span)
{
	long long first, last;
	int used = 0;

	if (sscanf(*new_rows, "%31[a-z_] %lld %lld;%n", table, &first, &last, &used) != 3 ||
		!used || !change_has_ids(table))
		return false;
	*span = (struct row_span){ .table = table, .first = first, .last = last };
	*new_rows += used;
	return true;
}

bool changeset_has_spans(const char *new_rows)
{
	char table[SPAN_TABLE_SIZE];
	struct row_span span;

	while (changeset_next_span(&new_rows, table, &span))
		;
	return !*new_rows;
}

enum status changeset_delete_rows(
	struct store *store, const char *new_rows, const char *label, struct error *err)
{
	char table[SPAN_TABLE_SIZE];
	struct row_span span;
	enum status status = STATUS_OK;

	while (status == STATUS_OK && changeset_next_span(&new_rows, table, &span))
		status = delete_span(store, &span, err);
	return status == STATUS_OK && *new_rows ? changeset_refuse(label, err) : status;
}
