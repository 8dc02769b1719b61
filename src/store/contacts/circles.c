/* Circles and tags.
 * Not here: who is in a circle (contact_list.c). */
#include "filo/store/circles.h"

#include "filo/base/error.h"
#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/store/change.h"
#include "filo/store/saved_views.h"
#include "store/contacts/limit_sql.h"
#include "store/db/change.h"
#include "store/db/database.h"
#include "store/db/query.h"

#include <stdlib.h>
#include <string.h>

static void circles_read_circle(struct query *query, struct circle *circle)
{
	circle->id = column_id(query, 0);
	circle->name = column_copy_filled(query, 1);
	circle->cadence_days = column_int(query, 2);
}

enum status circle_list(struct store *store, struct vector *circles, struct error *err)
{
	struct query query = query_open(store,
		"SELECT id, name, cadence_days FROM circle ORDER BY cadence_days = 0, cadence_days,"
		" name");

	while (query_next(&query))
		circles_read_circle(&query, vector_push(circles, NULL));
	return query_close(&query, err);
}

enum status circle_load(struct store *store, circle_id id, struct circle *circle, struct error *err)
{
	struct query query =
		query_open(store, "SELECT id, name, cadence_days FROM circle WHERE id = ?1");

	*circle = (struct circle){ .id = 0 };
	bind_id(&query, 1, id);
	if (query_next(&query))
		circles_read_circle(&query, circle);
	return query_close(&query, err);
}

static enum status check_circle(const struct circle *circle, struct error *err)
{
	if (text_is_blank(circle->name))
		return error_set(err, STATUS_INVALID, _("A circle needs a name"));
	text_join_lines(circle->name);
	if (circle_is_none(circle->name))
		return error_set(err, STATUS_INVALID,
			_("\"%s\" is what no circle is called: give this one another name"),
			circle->name);
	if (circle->cadence_days < 0 || circle->cadence_days > CADENCE_MAX_DAYS)
		return error_set(err, STATUS_INVALID,
			_("Every how many days: a number from %d to %d, not %d"), CADENCE_MIN_DAYS,
			CADENCE_MAX_DAYS, circle->cadence_days);
	return STATUS_OK;
}

enum status circle_save(struct store *store, struct circle *circle, struct error *err)
{
	enum status status = check_circle(circle, err);

	if (status != STATUS_OK)
		return status;
	circle_id namesake = circle_by_name(store, circle->name);
	if (namesake && namesake != circle->id)
		return error_set(
			err, STATUS_INVALID, _("There is already a circle \"%s\""), circle->name);
	return circle_save_known(store, circle, err);
}

enum status circle_save_known(struct store *store, struct circle *circle, struct error *err)
{
	enum status status = check_circle(circle, err);

	if (status == STATUS_OK)
		status = change_join(store, err, N_("circle %s"), circle->name);
	if (status != STATUS_OK)
		return status;
	if (circle->id)
		saved_views_bind(store);
	struct query query =
		query_open(store, "INSERT INTO circle(id, name, cadence_days) VALUES (?1, ?2, ?3)"
				  " ON CONFLICT(id) DO UPDATE SET name = ?2, cadence_days = ?3");
	bind_id(&query, 1, circle->id);
	bind_text(&query, 2, circle->name);
	bind_number(&query, 3, circle->cadence_days);
	status = query_run(&query, err);
	if (status == STATUS_OK && !circle->id)
		circle->id = database_last_id(store);
	return change_end(store, status, err);
}

enum status circle_delete(struct store *store, circle_id id, struct error *err)
{
	struct circle circle;
	enum status status = circle_load(store, id, &circle, err);

	if (status == STATUS_OK)
		status = change_join(store, err, N_("delete a circle"));
	if (status == STATUS_OK)
		change_say_more(store, circle.name);
	circle_fini(&circle);
	if (status != STATUS_OK)
		return status;
	saved_views_bind(store);
	return change_end(
		store, query_run_id(store, "DELETE FROM circle WHERE id = ?1", id, err), err);
}

circle_id circle_by_name(struct store *store, const char *name)
{
	struct vector circles = VECTOR_INIT(struct circle);
	const struct circle *circle;
	circle_id found = 0;

	circle_list(store, &circles, NULL);
	VECTOR_EACH (circle, &circles)
		if (!found && text_folds_alike(circle->name, name))
			found = circle->id;
	VECTOR_FINI(struct circle, &circles, circle_fini);
	return found;
}

/* Of that name, or else begun so. */
static void circles_find(
	const struct vector *circles, const char *typed, bool in_full, struct vector *found)
{
	const struct circle *circle;

	if (text_folds_alike(typed, "")) /* an accent alone */
		return;
	VECTOR_EACH (circle, circles)
		if (in_full ? text_folds_alike(circle->name, typed)
			    : text_begins(circle->name, typed))
			vector_push(found, &circle);
}

static enum status circles_refuse(const struct vector *circles, const struct vector *likely,
	const char *typed, struct error *err)
{
	struct strbuf names = STRBUF_INIT;
	const struct circle *circle, *const *one;
	enum status status;

	VECTOR_EACH (one, likely)
		strbuf_add_item(&names, ", ", (*one)->name);
	if (likely->count) {
		status = error_set(err, STATUS_INVALID,
			_("\"%s\" could be: %s. Write more of the name"), typed, names.data);
	} else {
		VECTOR_EACH (circle, circles)
			strbuf_add_item(&names, ", ", circle->name);
		const char *there = names.len ? names.data : "-";
		if (text_is_blank(typed))
			status = error_set(
				err, STATUS_INVALID, _("Which circle? There are: %s"), there);
		else
			status = error_set(err, STATUS_NOT_FOUND,
				_("There is no circle \"%s\". Those there are: %s"), typed, there);
	}
	strbuf_fini(&names);
	return status;
}

bool circle_is_none(const char *typed)
{
	typed += strspn(typed, " \t");
	return *typed == '-' && text_is_blank(typed + 1);
}

enum status circle_meant(
	struct store *store, const char *typed, struct circle *out, struct error *err)
{
	struct vector circles = VECTOR_INIT(struct circle);
	struct vector found = VECTOR_INIT(const struct circle *);
	struct circle *circle;
	enum status status = circle_list(store, &circles, err);

	*out = (struct circle){ 0 };
	circles_find(&circles, typed, true, &found);
	if (!found.count)
		circles_find(&circles, typed, false, &found);
	if (status == STATUS_OK && found.count != 1)
		status = circles_refuse(&circles, &found, typed, err);
	VECTOR_EACH (circle, &circles) {
		if (status == STATUS_OK && circle == *(struct circle **)vector_at(&found, 0)) {
			*out = *circle;
			continue;
		}
		circle_fini(circle);
	}
	vector_fini(&found);
	vector_fini(&circles);
	return status;
}

void circle_fini(struct circle *circle)
{
	free(circle->name);
}

enum status tag_list(struct store *store, struct vector *tags, struct error *err)
{
	struct query query = query_open(store,
		"SELECT tag FROM (SELECT DISTINCT tag FROM tag) ORDER BY filo_fold(tag), tag");

	while (query_next(&query)) {
		char *tag = column_copy_filled(&query, 0);
		vector_push(tags, &tag);
	}
	return query_close(&query, err);
}

enum status tag_check_used(struct store *store, const char *typed, struct error *err)
{
	struct vector tags = VECTOR_INIT(char *);
	struct strbuf key = STRBUF_INIT, near = STRBUF_INIT;
	enum status status = tag_list(store, &tags, err);
	bool is_there = false;
	char *const *tag;

	text_fold(&key, typed);
	VECTOR_EACH (tag, &tags) {
		is_there |= text_folds_alike(*tag, typed);
		if (text_has_words(*tag, key.data)) /* one of its words begins so */
			strbuf_add_item(&near, ", ", *tag);
	}
	if (status == STATUS_OK && !is_there)
		status = near.len ? error_set(err, STATUS_NOT_FOUND,
					    _("Nobody has the tag \"%s\"; there is %s"),
					    text_brief(typed).text, text_brief(near.data).text)
				  : error_set(err, STATUS_NOT_FOUND, _("Nobody has the tag \"%s\""),
					    text_brief(typed).text);
	vector_fini_strings(&tags);
	strbuf_fini(&key);
	strbuf_fini(&near);
	return status;
}

enum status tag_counts(
	struct store *store, const struct limit *limit, struct vector *counts, struct error *err)
{
	enum { TODAY = 1, LIMIT_FIRST };
	struct strbuf sql = STRBUF_INIT;

	strbuf_add(&sql, "SELECT tag, n FROM (SELECT t.tag AS tag, count(*) AS n FROM tag AS t"
			 " JOIN contact AS c ON c.id = t.contact WHERE ?1 = ?1");
	limit_add_sql(&sql, limit, false, LIMIT_FIRST);
	strbuf_add(&sql, " GROUP BY t.tag) ORDER BY filo_fold(tag), tag");
	struct query query = query_open_once(store, sql.data);
	strbuf_fini(&sql);
	bind_day(&query, TODAY, store->today);
	limit_bind(&query, limit, LIMIT_FIRST);
	while (query_next(&query)) {
		struct tag_count count = { column_copy_filled(&query, 0),
			column_number(&query, 1) };
		vector_push(counts, &count);
	}
	return query_close(&query, err);
}
