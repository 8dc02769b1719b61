/* Circles, tags, events and absences: what is said about people besides their own fields.
 * Not here: what follows from them (rhythm.c, queue.c). */
#include "filo/store/circles.h"

#include "filo/base/error.h"
#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "store/db/change.h"
#include "store/db/database.h"

#include <stdlib.h>

static enum status run_for_id(struct store *store, const char *sql, int64_t id, struct error *err)
{
	sqlite3_stmt *stmt = database_statement(store, sql, err);

	if (!stmt)
		return STATUS_DATABASE;
	bind_id(stmt, 1, id);
	return database_run(store, stmt, err);
}

static void read_circle(sqlite3_stmt *stmt, struct circle *circle)
{
	circle->id = column_id(stmt, 0);
	circle->name = column_copy(stmt, 1);
	circle->cadence_days = sqlite3_column_int(stmt, 2);
}

enum status circle_list(struct store *store, struct vector *circles, struct error *err)
{
	sqlite3_stmt *stmt = database_statement(store,
		"SELECT id, name, cadence_days FROM circle ORDER BY cadence_days = 0, cadence_days,"
		" name",
		err);
	enum status status = STATUS_DATABASE;
	bool has_row;

	while (stmt && (status = database_step(store, stmt, &has_row, err)) == STATUS_OK && has_row)
		read_circle(stmt, vector_push(circles, NULL));
	return status;
}

enum status circle_load(struct store *store, circle_id id, struct circle *circle, struct error *err)
{
	sqlite3_stmt *stmt = database_statement(
		store, "SELECT id, name, cadence_days FROM circle WHERE id = ?1", err);
	bool has_row;

	*circle = (struct circle){ .id = 0 };
	if (!stmt)
		return STATUS_DATABASE;
	bind_id(stmt, 1, id);
	enum status status = database_step(store, stmt, &has_row, err);
	if (status == STATUS_OK && has_row)
		read_circle(stmt, circle);
	sqlite3_reset(stmt);
	return status;
}

enum status circle_save(struct store *store, struct circle *circle, struct error *err)
{
	bool is_own;

	if (text_is_blank(circle->name))
		return error_set(err, STATUS_INVALID, _("A circle needs a name"));
	if (circle->cadence_days < 0 || circle->cadence_days > CADENCE_MAX_DAYS)
		return error_set(err, STATUS_INVALID,
			_("Every how many days: a number from %d to %d, not %d"), CADENCE_MIN_DAYS,
			CADENCE_MAX_DAYS, circle->cadence_days);
	circle_id namesake = circle_by_name(store, circle->name);
	if (namesake && namesake != circle->id)
		return error_set(
			err, STATUS_INVALID, _("There is already a circle \"%s\""), circle->name);
	enum status status = change_join(store, &is_own, err, _("circle %s"), circle->name);
	if (status != STATUS_OK)
		return status;
	sqlite3_stmt *stmt = database_statement(store,
		"INSERT INTO circle(id, name, cadence_days) VALUES (?1, ?2, ?3)"
		" ON CONFLICT(id) DO UPDATE SET name = ?2, cadence_days = ?3",
		err);
	status = STATUS_DATABASE;
	if (stmt) {
		bind_id(stmt, 1, circle->id);
		bind_text(stmt, 2, circle->name);
		sqlite3_bind_int(stmt, 3, circle->cadence_days);
		status = database_run(store, stmt, err);
	}
	if (status == STATUS_OK && !circle->id)
		circle->id = database_last_id(store);
	return change_end(store, is_own, status, err);
}

enum status circle_delete(struct store *store, circle_id id, struct error *err)
{
	bool is_own;
	enum status status = change_join(store, &is_own, err, "%s", _("delete a circle"));

	if (status == STATUS_OK)
		status = change_end(store, is_own,
			run_for_id(store, "DELETE FROM circle WHERE id = ?1", id, err), err);
	return status;
}

circle_id circle_by_name(struct store *store, const char *name)
{
	struct vector circles = VECTOR_INIT(struct circle);
	struct strbuf wanted = STRBUF_INIT, present = STRBUF_INIT;
	struct circle *circle;
	circle_id found = 0;

	text_fold(&wanted, name);
	circle_list(store, &circles, NULL);
	VECTOR_EACH (circle, &circles) {
		strbuf_clear(&present);
		text_fold(&present, circle->name);
		if (!found && present.len == wanted.len &&
			text_matches_words(present.data, wanted.data))
			found = circle->id;
		circle_fini(circle);
	}
	strbuf_fini(&wanted);
	strbuf_fini(&present);
	vector_fini(&circles);
	return found;
}

void circle_fini(struct circle *circle)
{
	free(circle->name);
}

enum status tag_list(struct store *store, struct vector *tags, struct error *err)
{
	sqlite3_stmt *stmt =
		database_statement(store, "SELECT DISTINCT tag FROM tag ORDER BY tag", err);
	enum status status = STATUS_DATABASE;
	bool has_row;

	while (stmt && (status = database_step(store, stmt, &has_row, err)) == STATUS_OK &&
		has_row) {
		char *tag = column_copy(stmt, 0);
		vector_push(tags, &tag);
	}
	return status;
}
