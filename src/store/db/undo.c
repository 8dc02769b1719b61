/* Undo, redo and the trash: which record is next, and what becomes of it.
 * Not here: recording changes (change.c), applying their changesets (changeset.c). */
#include "filo/store/undo.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/vector.h"
#include "filo/store/change.h"
#include "filo/store/change_label.h"
#include "store/db/change.h"
#include "store/db/changeset.h"
#include "store/db/changeset_look.h"
#include "store/db/database.h"
#include "store/db/hanging.h"
#include "store/db/long_record.h"
#include "store/db/query.h"

#include <stdlib.h>

/* undo.is_undone */
enum { DONE = 0, UNDONE = 1, RESTORED = 2 };

/* Changesets above this are worth the settings of a large change, and are read in pieces. */
#define LONG_BYTES (1 << 20)

/* The last two: in which row the changeset lies, and how long it is. */
#define RECORD_COLUMNS                                                                             \
	"SELECT id, label, day, new_rows, restores, changeset,"                                    \
	" ifnull((SELECT part.id " LONG_RECORD_ROW "), id),"                                       \
	" ifnull((SELECT length(part.changeset) " LONG_RECORD_ROW "),"                             \
	" length(changeset))"

struct undo_record {
	int64_t id;
	char *label;
	day_number day;
	struct changeset changeset;
	void *bytes; /* of a short one */
	char *new_rows;
	int64_t restores;
};

static void undo_record_fini(struct undo_record *record)
{
	free(record->label);
	free(record->bytes);
	free(record->new_rows);
}

/* What says nothing at all is damaged, too: such a change is not recorded. */
static enum status undo_record_look(
	struct store *store, const struct undo_record *record, bool *is_whole, struct error *err)
{
	*is_whole = record->new_rows ? changeset_has_spans(record->new_rows)
				     : record->changeset.size_bytes > 0;
	return *is_whole && record->changeset.size_bytes > 0
		       ? changeset_look(store, &record->changeset, is_whole, err)
		       : STATUS_OK;
}

/* The record that `sql` finds: a changeset of some length stays in its row. */
static enum status find_record(struct store *store, const char *sql, int64_t id,
	struct undo_record *record, const char *none, struct error *err)
{
	struct query query = query_open(store, sql);

	*record = (struct undo_record){ .id = 0 };
	if (id)
		bind_number(&query, 1, id);
	if (query_next(&query)) {
		record->id = column_id(&query, 0);
		record->label = change_label_said(column_text(&query, 1));
		record->day = column_day(&query, 2);
		record->new_rows = column_copy(&query, 3);
		record->restores = column_id(&query, 4);
		record->changeset = (struct changeset){ .record = column_id(&query, 6),
			.size_bytes = column_int(&query, 7) };
		if (record->changeset.record == record->id &&
			record->changeset.size_bytes <= LONG_BYTES)
			record->bytes = column_copy_bytes(&query, 5, &record->changeset.size_bytes);
		record->changeset.bytes = record->bytes;
	}
	enum status status = query_close(&query, err);
	if (status == STATUS_OK && !record->id)
		status = error_set(err, STATUS_NOT_FOUND, "%s", none);
	return status;
}

/* The same, which must be whole. */
static enum status read_record(struct store *store, const char *sql, int64_t id,
	struct undo_record *record, const char *none, struct error *err)
{
	bool is_whole = false;
	enum status status = find_record(store, sql, id, record, none, err);

	if (status == STATUS_OK)
		status = undo_record_look(store, record, &is_whole, err);
	return status == STATUS_OK && !is_whole ? changeset_refuse(record->label, err) : status;
}

enum status undo_walk(struct store *store, int64_t id, bool is_inverse,
	enum status (*each)(void *context, sqlite3_changeset_iter *it, struct error *err),
	void *context, char **label, char **new_rows, struct error *err)
{
	struct undo_record record;
	enum status status =
		find_record(store, RECORD_COLUMNS " FROM undo WHERE id = ?1", id, &record, "", err);

	*label = record.label;
	*new_rows = record.new_rows;
	record.label = record.new_rows = NULL;
	if (status == STATUS_OK)
		status = changeset_walk(store, &record.changeset, is_inverse, each, context,
			*label ? *label : "", err);
	undo_record_fini(&record);
	return status;
}

static enum status set_undone(struct store *store, int64_t id, int value, struct error *err)
{
	struct query query = query_open(store, "UPDATE undo SET is_undone = ?2 WHERE id = ?1");

	bind_number(&query, 1, id);
	bind_number(&query, 2, value);
	return query_run(&query, err);
}

int64_t undo_latest(struct store *store)
{
	struct query query =
		query_open(store, "SELECT id FROM undo WHERE is_undone = 0 ORDER BY id DESC");

	return query_number(&query, 0);
}

int64_t undo_latest_own(const struct store *store)
{
	size_t count = store->own_changes.count;

	return count ? *(int64_t *)vector_at(&store->own_changes, count - 1) : 0;
}

/* What something has come to hang on, of this program or of another that keeps no records, must not
 * take it along, known to no record. Nor is something called undone where nothing becomes
 * different: all it had brought went with what another change deleted. */
static enum status undo_apply(
	struct store *store, const struct undo_record *record, bool is_inverse, struct error *err)
{
	struct hanging hanging;
	int before = sqlite3_total_changes(store->db);

	hanging_watch(&hanging, store);
	enum status status =
		changeset_apply(store, &record->changeset, is_inverse, record->label, err);
	if (status == STATUS_OK && sqlite3_total_changes(store->db) == before)
		status = changeset_refuse_overtaken(record->label, err);
	return hanging_refuse(&hanging, &record->changeset, record->label, status, err);
}

/* Rows from before the change first: they may point at rows that it brought. */
static enum status revert_large(
	struct store *store, const struct undo_record *record, struct error *err)
{
	enum status status = changeset_apply(store, &record->changeset, true, record->label, err);

	if (status == STATUS_OK)
		status = hanging_refuse_spans(store, record->new_rows, record->label, err);
	return status == STATUS_OK
		       ? changeset_delete_rows(store, record->new_rows, record->label, err)
		       : status;
}

static enum status undo_revert(
	struct store *store, const struct undo_record *record, struct error *err)
{
	if (!record->new_rows)
		return undo_apply(store, record, true, err);
	struct query query = query_open(
		store, "SELECT EXISTS (SELECT 1 FROM undo WHERE is_undone = 0 AND id > ?1)");
	bind_id(&query, 1, record->id);
	bool is_earlier = query_next(&query) && column_int(&query, 0);
	enum status status = query_close(&query, err);
	if (status != STATUS_OK || !is_earlier)
		return status == STATUS_OK ? revert_large(store, record, err) : status;
	return error_set(err, STATUS_CONFLICT,
		_("\"%s\" is large, and something was done since: undo that first"), record->label);
}

static enum status undo_refuse_large(const struct undo_record *record, struct error *err)
{
	return error_set(
		err, STATUS_INVALID, _("\"%s\" was too large to redo: do it again"), record->label);
}

static enum status undo_reapply(
	struct store *store, const struct undo_record *record, struct error *err)
{
	return record->new_rows ? undo_refuse_large(record, err)
				: undo_apply(store, record, false, err);
}

static void note_undone(struct store *store, int64_t id, bool is_undone)
{
	for (size_t i = store->own_undone.count; i-- > 0;)
		if (*(int64_t *)vector_at(&store->own_undone, i) == id)
			vector_remove(&store->own_undone, i);
	if (is_undone)
		vector_push(&store->own_undone, &id);
}

/* A step of undo or redo: which record, and what becomes of it. */
struct undo_move {
	const char *sql, *none; /* `none`: that there is no such record */
	enum status (*move)(struct store *, const struct undo_record *, struct error *);
	int after;
	bool is_trial; /* whether it can be done: nothing stays of it */
};

static enum status undo_work(struct store *store, const struct undo_move *move, int64_t id,
	struct undo_record *record, struct error *err)
{
	enum status status = read_record(store, move->sql, id, record, move->none, err);

	if (status == STATUS_OK && (record->new_rows || record->changeset.size_bytes > LONG_BYTES))
		status = change_expect_long(store, err);
	if (status == STATUS_OK)
		status = move->move(store, record, err);
	if (status == STATUS_OK)
		status = set_undone(store, record->id, move->after, err);
	if (status == STATUS_OK && record->restores)
		status = set_undone(
			store, record->restores, move->after == UNDONE ? DONE : RESTORED, err);
	if (status == STATUS_OK)
		status = change_finish(store, err);
	return status == STATUS_OK ? change_count(store, err) : status;
}

static void undo_forget_returned(struct store *store)
{
	store->returned = 0;
	vector_clear(&store->all_returned);
}

/* In a transaction of its own, without a record of its own. */
static enum status undo_step(struct store *store, const struct undo_move *move, int64_t id,
	char **label, struct error *err)
{
	struct undo_record record = { .id = 0 };
	enum status status = database_may_change(store, err);

	undo_forget_returned(store);
	vector_reserve(&store->own_undone); /* no memory is wanted once it is done */
	if (status == STATUS_OK)
		status = change_expect_notes(store, err);
	if (status == STATUS_OK)
		status = database_begin(store, err);
	if (status == STATUS_OK) {
		status = undo_work(store, move, id, &record, err);
		if (status == STATUS_OK && move->is_trial)
			database_rollback(store);
		else
			status = database_end(store, status, err);
		change_clear(store);
	}
	database_use_usual(store);
	if (move->is_trial)
		undo_forget_returned(store);
	else if (status == STATUS_OK)
		note_undone(store, record.id, move->after == UNDONE);
	store->has_changed |= status == STATUS_OK && !move->is_trial;
	if (status == STATUS_OK && label) {
		*label = record.label;
		record.label = NULL;
	}
	undo_record_fini(&record);
	return status;
}

enum status undo_last(struct store *store, char **label, struct error *err)
{
	const struct undo_move move = { RECORD_COLUMNS " FROM undo WHERE is_undone = 0"
						       " ORDER BY id DESC LIMIT 1",
		_("There is nothing to undo"), undo_revert, UNDONE };

	return undo_step(store, &move, 0, label, err);
}

enum status undo_one(struct store *store, int64_t id, char **label, struct error *err)
{
	const struct undo_move move = { RECORD_COLUMNS " FROM undo WHERE is_undone = 0"
						       " AND id = ?1",
		_("This cannot be undone any more"), undo_revert, UNDONE };

	return undo_step(store, &move, id, label, err);
}

contact_id undo_returned(const struct store *store, contact_id expected)
{
	return vector_has(&store->all_returned, &expected) ? expected : store->returned;
}

enum status redo_last(struct store *store, char **label, struct error *err)
{
	const struct undo_move move = { RECORD_COLUMNS " FROM undo WHERE is_undone = 1"
						       " ORDER BY id LIMIT 1",
		_("There is nothing to redo"), undo_reapply, DONE };

	return undo_step(store, &move, 0, label, err);
}

enum status redo_one(struct store *store, int64_t id, char **label, struct error *err)
{
	const struct undo_move move = { RECORD_COLUMNS " FROM undo WHERE is_undone = 1"
						       " AND id = ?1",
		_("There is nothing to redo"), undo_reapply, DONE };

	return undo_step(store, &move, id, label, err);
}

/* Whether it must be passed, and why, when what comes first is chosen. What is large stays, too,
 * where something else was passed: it is taken back by deleting its rows, with whatever tags they
 * have come to have, and is never brought back. */
static enum status undo_look_at(struct store *store, const struct undo_record *record, bool is_redo,
	struct undo_choice *choice, struct error *err)
{
	struct error why;
	bool is_whole = false;
	enum status status = undo_record_look(store, record, &is_whole, err);

	if (status != STATUS_OK)
		return status;
	if (!is_whole)
		changeset_refuse(record->label, &why);
	else if (record->new_rows && is_redo)
		undo_refuse_large(record, &why);
	else if (!record->new_rows || !choice->passed)
		choice->id = record->id;
	if (!choice->id && !choice->passed)
		choice->passed = memory_copy_string(why.message);
	return STATUS_OK;
}

/* What is told to come behind one that was passed must not be refused itself when it is done. */
static enum status undo_try(
	struct store *store, bool is_redo, struct undo_choice *choice, struct error *err)
{
	const struct undo_move move = { RECORD_COLUMNS " FROM undo WHERE id = ?1", "",
		is_redo ? undo_reapply : undo_revert, is_redo ? DONE : UNDONE, true };
	enum status status = undo_step(store, &move, choice->id, NULL, err);

	if (status == STATUS_CONFLICT || status == STATUS_NOT_FOUND)
		choice->id = 0;
	return choice->id ? status : STATUS_OK;
}

/* The record that `sql` finds by *id, which becomes its own. */
static enum status undo_choose_this(struct store *store, const char *sql, int64_t *id, bool is_redo,
	struct undo_choice *choice, struct error *err)
{
	struct undo_record record;
	enum status status = find_record(store, sql, *id, &record, "", err);

	if (status == STATUS_OK)
		status = undo_look_at(store, &record, is_redo, choice, err);
	*id = record.id;
	if (status == STATUS_OK && choice->id && choice->passed)
		status = undo_try(store, is_redo, choice, err);
	if (choice->id) {
		choice->label = record.label;
		choice->day = record.day;
		choice->is_large = record.new_rows != NULL;
		record.label = NULL;
	}
	undo_record_fini(&record);
	return status;
}

/* `sql`: which record comes next, by the id of the one before it. */
static enum status undo_choose(struct store *store, const char *sql, int64_t before, bool is_redo,
	struct undo_choice *choice, struct error *err)
{
	enum status status = STATUS_OK;

	while (status == STATUS_OK && !choice->id)
		status = undo_choose_this(store, sql, &before, is_redo, choice, err);
	return status == STATUS_NOT_FOUND ? STATUS_OK : status;
}

/* The latest made here before the other that was not undone, here or elsewhere; mostly the `latest`
 * of all, which was looked through already. */
static enum status read_own(struct store *store, int64_t before, const struct undo_choice *latest,
	struct undo_choice *own, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = store->own_changes.count; i-- > 0 && !own->id && status == STATUS_OK;) {
		int64_t id = *(int64_t *)vector_at(&store->own_changes, i);
		if (id == latest->id) {
			own->id = id;
			own->day = latest->day;
			own->is_large = latest->is_large;
			own->label = memory_copy_string(latest->label);
		} else if (id < before) {
			status = undo_choose_this(store,
				RECORD_COLUMNS " FROM undo WHERE is_undone = 0 AND id = ?1", &id,
				false, own, err);
		}
		if (status == STATUS_NOT_FOUND)
			status = STATUS_OK;
	}
	return status;
}

enum status undo_look(struct store *store, const struct undo_choice *refused,
	struct undo_next *next, struct error *err)
{
	int64_t before = refused ? refused->id : INT64_MAX;

	*next = (struct undo_next){ .latest = { .id = 0 } };
	memory_replace_string(&next->latest.passed, refused ? refused->passed : NULL);
	enum status status = undo_choose(store,
		RECORD_COLUMNS " FROM undo WHERE is_undone = 0 AND id < ?1 ORDER BY id DESC"
			       " LIMIT 1",
		before, false, &next->latest, err);
	if (status == STATUS_OK)
		status = read_own(store, before, &next->latest, &next->own, err);
	if (status != STATUS_OK)
		undo_next_fini(next);
	return status;
}

enum status redo_look(struct store *store, const struct undo_choice *refused,
	struct undo_choice *next, bool *is_own, struct error *err)
{
	*next = (struct undo_choice){ .id = 0 };
	memory_replace_string(&next->passed, refused ? refused->passed : NULL);
	enum status status = undo_choose(store,
		RECORD_COLUMNS " FROM undo WHERE is_undone = 1 AND id > ?1 ORDER BY id LIMIT 1",
		refused ? refused->id : -1, true, next, err);
	*is_own = vector_has(&store->own_undone, &next->id);
	return status;
}

void undo_choice_fini(struct undo_choice *choice)
{
	free(choice->label);
	free(choice->passed);
	*choice = (struct undo_choice){ .id = 0 };
}

void undo_next_fini(struct undo_next *next)
{
	undo_choice_fini(&next->latest);
	undo_choice_fini(&next->own);
}

enum status trash_list(struct store *store, struct vector *items, struct error *err)
{
	struct query query = query_open(
		store, "SELECT id, label, day FROM undo WHERE " UNDO_IN_TRASH " ORDER BY id DESC");

	bind_day(&query, 1, store->today - UNDO_DAYS);
	while (query_next(&query)) {
		struct trash_item *item = vector_push(items, NULL);
		item->id = column_id(&query, 0);
		item->label = change_label_said(column_text(&query, 1));
		item->day = column_day(&query, 2);
	}
	return query_close(&query, err);
}

void trash_item_fini(struct trash_item *item)
{
	free(item->label);
}

/* In the open change, so that nobody else can restore it at the same time. */
static enum status trash_restore_record(
	struct store *store, int64_t id, bool is_own, struct error *err)
{
	struct undo_record record;
	enum status status = read_record(store,
		RECORD_COLUMNS " FROM undo WHERE id = ?1"
			       " AND is_deletion = 1 AND is_undone = 0",
		id, &record, _("It is no longer in the trash"), err);

	undo_forget_returned(store);
	if (status == STATUS_OK)
		status = changeset_apply(store, &record.changeset, true, record.label, err);
	if (status == STATUS_OK)
		status = set_undone(store, id, RESTORED, err);
	if (status == STATUS_OK && is_own) {
		struct query query = query_open(store, "SELECT label FROM undo WHERE id = ?1");
		bind_id(&query, 1, id);
		char *label = query_text(&query);
		/* Translators: what undo will say; %s is what was deleted, "delete Ana" */
		change_relabel(store, N_("restore: %s"), label ? label : "");
		free(label);
		store->restores = id;
	}
	undo_record_fini(&record);
	return status;
}

enum status trash_restore(struct store *store, int64_t id, struct error *err)
{
	bool is_own = !store->label;
	enum status status = is_own ? change_expect_notes(store, err) : STATUS_OK;

	if (status == STATUS_OK)
		status = change_join(store, err, N_("restore"));
	if (status == STATUS_OK)
		status = change_end(store, trash_restore_record(store, id, is_own, err), err);
	if (is_own)
		database_use_usual(store);
	return status;
}

/* One that is gone by now was taken by another program. */
static enum status undo_check_record(struct store *store, int64_t id,
	void (*say)(void *context, const char *label, day_number day), void *context,
	struct error *err)
{
	struct undo_record record;
	bool is_whole = true;
	enum status status =
		find_record(store, RECORD_COLUMNS " FROM undo WHERE id = ?1", id, &record, "", err);

	if (status == STATUS_OK)
		status = undo_record_look(store, &record, &is_whole, err);
	if (!is_whole)
		say(context, record.label ? record.label : "", record.day);
	undo_record_fini(&record);
	return status == STATUS_NOT_FOUND ? STATUS_OK : status;
}

enum status undo_check(struct store *store,
	void (*say)(void *context, const char *label, day_number day), void *context,
	struct error *err)
{
	struct query query = query_open(
		store, "SELECT id FROM undo WHERE is_undone <> " LONG_RECORD_MARK " ORDER BY id");
	enum status status = STATUS_OK;

	while (status == STATUS_OK && query_next(&query))
		status = undo_check_record(store, column_id(&query, 0), say, context, err);
	return query_close_after(&query, status, err);
}
