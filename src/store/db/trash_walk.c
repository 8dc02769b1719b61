/* The deleted rows inside the records of the trash.
 * Not here: the trash as a list (undo.c). */
#include "filo/store/trash_walk.h"

#include "filo/base/error.h"
#include "store/db/change.h"
#include "store/db/changeset_look.h"
#include "store/db/database.h"
#include "store/db/query.h"

#include <stdlib.h>
#include <string.h>

/* The columns of a deleted row: those are all there. */
static const char *text_at(sqlite3_changeset_iter *it, int column)
{
	sqlite3_value *value = NULL;

	sqlite3changeset_old(it, column, &value);
	const char *text = value ? (const char *)sqlite3_value_text(value) : NULL;
	return text ? text : "";
}

static int64_t number_at(sqlite3_changeset_iter *it, int column)
{
	sqlite3_value *value = NULL;

	sqlite3changeset_old(it, column, &value);
	return value ? sqlite3_value_int64(value) : 0;
}

static void visit_entry(const struct trash_visitor *visitor, sqlite3_changeset_iter *it)
{
	const char *body = text_at(it, 10);
	struct conversation entry = { .id = number_at(it, 0),
		.day = (day_number)number_at(it, 1),
		.precision = (enum precision)number_at(it, 2),
		.minute = (int)number_at(it, 3),
		.medium = (enum medium)number_at(it, 5),
		.direction = (enum direction)number_at(it, 6),
		.summary = (char *)text_at(it, 9),
		.body = *body ? (char *)body : NULL };

	visitor->entry(visitor->context, &entry);
}

static void visit_followup(const struct trash_visitor *visitor, sqlite3_changeset_iter *it)
{
	struct followup followup = { .contact = number_at(it, 1),
		.kind = (enum followup_kind)number_at(it, 2),
		.text = (char *)text_at(it, 3),
		.made_on = (day_number)number_at(it, 5) };

	visitor->followup(visitor->context, &followup);
}

/* Who was deleted is left out from then on: their row of the people seen is changed with them. */
static void visit_seen(const struct trash_visitor *visitor, sqlite3_changeset_iter *it)
{
	contact_id contact = number_at(it, 5);

	if (contact)
		visitor->seen(visitor->context, contact, number_at(it, 0));
}

static void visit_row(const struct trash_visitor *visitor, sqlite3_changeset_iter *it)
{
	const char *table;
	int columns, operation, indirect;

	sqlite3changeset_op(it, &table, &columns, &operation, &indirect);
	if (operation == SQLITE_UPDATE && !strcmp(table, "seen") && visitor->seen)
		visit_seen(visitor, it);
	if (operation != SQLITE_DELETE)
		return;
	if (!strcmp(table, "contact") && visitor->person)
		visitor->person(visitor->context, number_at(it, 0), text_at(it, 1), text_at(it, 2));
	else if (!strcmp(table, "channel") && visitor->channel)
		visitor->channel(visitor->context, number_at(it, 1),
			(enum channel_kind)number_at(it, 2), text_at(it, 3));
	else if (!strcmp(table, "import_mark") && visitor->source)
		visitor->source(visitor->context, number_at(it, 0), text_at(it, 1), text_at(it, 2));
	else if (!strcmp(table, "conversation") && visitor->entry)
		visit_entry(visitor, it);
	else if (!strcmp(table, "participant") && visitor->participant)
		visitor->participant(visitor->context, number_at(it, 2), number_at(it, 0));
	else if (!strcmp(table, "followup") && visitor->followup)
		visit_followup(visitor, it);
}

/* A record that is damaged brings nobody back: nobody in it counts. */
static void visit_changeset(
	struct store *store, const struct trash_visitor *visitor, void *bytes, int size_bytes)
{
	const struct changeset changeset = { .bytes = bytes, .size_bytes = size_bytes };
	sqlite3_changeset_iter *it;
	bool is_whole = false;

	if (changeset_look(store, &changeset, &is_whole, NULL) != STATUS_OK || !is_whole ||
		sqlite3changeset_start(&it, size_bytes, bytes) != SQLITE_OK)
		return;
	while (sqlite3changeset_next(it) == SQLITE_ROW)
		visit_row(visitor, it);
	sqlite3changeset_finalize(it);
}

enum status trash_walk(struct store *store, const struct trash_visitor *visitor, struct error *err)
{
	struct query query = query_open(store, "SELECT changeset FROM undo WHERE " UNDO_IN_TRASH);

	bind_day(&query, 1, store->today - UNDO_DAYS);
	while (query_next(&query)) {
		int size_bytes = 0;
		void *changeset = column_copy_bytes(&query, 0, &size_bytes);
		if (changeset)
			visit_changeset(store, visitor, changeset, size_bytes);
		free(changeset);
	}
	return query_close(&query, err);
}
