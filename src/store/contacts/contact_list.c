/* Lists of contacts, one screen at a time, and finding a person by name.
 * Not here: a contact's own record (contacts.c). */
#include "filo/store/contact_list.h"

#include "filo/base/error.h"
#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
#include "filo/people/date.h"
#include "filo/store/contact_days.h"
#include "filo/store/events.h"
#include "store/contacts/contacts.h"
#include "store/db/database.h"
#include "store/db/fulltext.h"
#include "store/db/query.h"

#include <stdlib.h>
#include <string.h>

void contact_row_fini(struct contact_row *row)
{
	free(row->name);
}

/* Columns: id, name, last_day, has_events, cadence. */
static void contact_row_read(struct store *store, struct query *query, struct contact_row *row)
{
	*row = (struct contact_row){ .id = column_id(query, 0),
		.name = column_copy(query, 1),
		.last_day = column_day(query, 2),
		.cadence_days = column_int(query, 4) };
	if (row->last_day != DAY_NONE && row->last_day > store->today)
		row->last_day = contact_last_day(store, row->id, store->today);
	if (column_int(query, 3))
		row->state = contact_state_today(store, row->id, NULL);
}

#define ROW_COLUMNS                                                                                \
	"c.id, c.name, (SELECT last_day FROM rhythm WHERE contact = c.id),"                        \
	" EXISTS (SELECT 1 FROM event WHERE contact = c.id),"                                      \
	" CASE WHEN c.cadence_days > 0 THEN c.cadence_days ELSE"                                   \
	" ifnull((SELECT cadence_days FROM circle WHERE id = c.circle), 0) END"

/* ?1 tag, ?2 circle, ?3 match, ?4 key, ?5 id of the row to go on from, ?6 the kind of date that
 * those without a place do not have. */
#define FILTERS                                                                                    \
	" (?1 IS NULL OR EXISTS (SELECT 1 FROM tag WHERE contact = c.id AND tag = ?1))"            \
	" AND (?2 IS NULL OR c.circle = ?2)"                                                       \
	" AND (?3 IS NULL OR c.id IN (SELECT rowid FROM contact_text WHERE contact_text MATCH "    \
	"?3))"                                                                                     \
	" AND (?6 IS NULL OR (c.circle IS NULL AND c.cadence_days = 0"                             \
	" AND NOT EXISTS (SELECT 1 FROM yearly_date WHERE contact = c.id AND kind = ?6)))"

static const char after_sql[] = "SELECT " ROW_COLUMNS " FROM contact AS c WHERE" FILTERS
				" AND (c.name_key, c.id) > (?4, ?5) ORDER BY c.name_key, c.id";
static const char before_sql[] = "SELECT " ROW_COLUMNS " FROM contact AS c WHERE" FILTERS
				 " AND (c.name_key, c.id) < (?4, ?5)"
				 " ORDER BY c.name_key DESC, c.id DESC";
static const char last_sql[] = "SELECT " ROW_COLUMNS " FROM contact AS c WHERE" FILTERS
			       " ORDER BY c.name_key DESC, c.id DESC";

static void bind_filter(struct query *query, const struct contact_filter *filter, const char *match)
{
	bind_text(query, 1, filter->tag);
	bind_id(query, 2, filter->circle);
	bind_text(query, 3, match);
	if (filter->without_place)
		bind_number(query, 6, YEARLY_DEATH);
	else
		bind_null(query, 6);
}

static bool contact_list_has(const struct contact_filter *filter, enum contact_state state)
{
	if (filter->without_place)
		return state != STATE_ARCHIVED && state != STATE_RESTING;
	return state != STATE_ARCHIVED || filter->with_archived;
}

/* The query of a filter's words for FTS, or NULL for none. Caller frees. */
static char *match_of(const struct contact_filter *filter)
{
	struct strbuf match = STRBUF_INIT;

	if (text_is_blank(filter->words))
		return NULL;
	strbuf_add(&match, "{name nickname}: (");
	fulltext_add_query(&match, filter->words);
	strbuf_add_char(&match, ')');
	return strbuf_take(&match);
}

enum status contact_page(struct store *store, const struct contact_filter *filter, contact_id from,
	bool forward, size_t count, struct vector *rows, struct error *err)
{
	char *key = from ? contact_key(store, from) : NULL;
	char *match = match_of(filter);
	size_t first = rows->count;
	struct query query = query_open(store, forward ? after_sql : from ? before_sql : last_sql);

	bind_filter(&query, filter, match);
	bind_text(&query, 4, key ? key : "");
	bind_number(&query, 5, from);
	while (rows->count < first + count && query_next(&query)) {
		struct contact_row row;
		contact_row_read(store, &query, &row);
		if (contact_list_has(filter, row.state))
			vector_push(rows, &row);
		else
			contact_row_fini(&row);
	}
	enum status status = query_close(&query, err);
	if (!forward)
		vector_reverse(rows, first);
	free(key);
	free(match);
	return status;
}

static int64_t count_unlisted(
	struct store *store, const struct contact_filter *filter, const char *match)
{
	struct query query = query_open(store,
		"SELECT c.id FROM contact AS c WHERE" FILTERS
		" AND c.id IN (SELECT contact FROM event WHERE kind IN (?4, ?5))");
	int64_t count = 0;

	bind_filter(&query, filter, match);
	bind_number(&query, 4, EVENT_LET_GO);
	bind_number(&query, 5, EVENT_REST);
	while (query_next(&query))
		count += !contact_list_has(
			filter, contact_state_today(store, column_id(&query, 0), NULL));
	return query_close(&query, NULL) == STATUS_OK ? count : UNKNOWN;
}

/* All, or all without a place, are counted without reading the people themselves. */
static const char all_sql[] = "SELECT count(*) FROM contact";
static const char without_place_sql[] =
	"SELECT (SELECT count(*) FROM contact)"
	" - (SELECT count(*) FROM contact WHERE cadence_days > 0 OR circle IS NOT NULL)"
	" - (SELECT count(DISTINCT contact) FROM yearly_date AS y WHERE kind = ?6 AND NOT EXISTS"
	" (SELECT 1 FROM contact WHERE id = y.contact AND (cadence_days > 0 OR circle IS NOT "
	"NULL)))";

int64_t contact_count(struct store *store, const struct contact_filter *filter)
{
	char *match = match_of(filter);
	bool is_plain = !match && !filter->tag && !filter->circle;
	struct query query =
		query_open(store, !is_plain ? "SELECT count(*) FROM contact AS c WHERE" FILTERS
				  : filter->without_place ? without_place_sql
							  : all_sql);

	if (!is_plain || filter->without_place)
		bind_filter(&query, filter, match);
	int64_t count = query_count(&query), unlisted = 0;
	if (!filter->with_archived || filter->without_place)
		unlisted = count_unlisted(store, filter, match);
	free(match);
	return count == UNKNOWN || unlisted == UNKNOWN ? UNKNOWN : count - unlisted;
}

/* An equal name first, then the most recently in touch. */
static const char match_sql[] =
	"SELECT " ROW_COLUMNS " FROM contact AS c LEFT JOIN rhythm AS r ON r.contact = c.id"
	" WHERE c.id IN (SELECT rowid FROM contact_text WHERE contact_text MATCH ?1)"
	" ORDER BY c.name_key != ?2, r.last_day IS NULL, r.last_day DESC, c.name_key, c.id LIMIT "
	"?3";
/* For scripts without spaces, where the index sees a name as one long word, and for symbols that
 * are not words. */
static const char inside_sql[] =
	"SELECT " ROW_COLUMNS " FROM contact AS c LEFT JOIN rhythm AS r ON r.contact = c.id"
	" WHERE instr(c.name_key, ?2) > 0"
	" ORDER BY c.name_key != ?2, r.last_day IS NULL, r.last_day DESC, c.name_key, c.id LIMIT "
	"?3";

static enum status contact_match_by(struct store *store, const char *sql, const char *match,
	const char *key, size_t count, struct vector *rows, struct error *err)
{
	struct query query = query_open(store, sql);

	bind_text(&query, 1, match);
	bind_text(&query, 2, key);
	bind_number(&query, 3, (int64_t)count);
	while (query_next(&query)) {
		struct contact_row row;
		contact_row_read(store, &query, &row);
		vector_push(rows, &row);
	}
	return query_close(&query, err);
}

static bool has_other_script(const char *s)
{
	for (; *s; s++) {
		if ((unsigned char)*s >= 0xE0)
			return true;
	}
	return false;
}

enum status contact_match(
	struct store *store, const char *name, size_t count, struct vector *rows, struct error *err)
{
	struct contact_filter filter = { .words = name };
	struct strbuf key = STRBUF_INIT;
	char *match = match_of(&filter);
	size_t first = rows->count;
	enum status status = STATUS_OK;

	text_fold(&key, name);
	if (match)
		status = contact_match_by(store, match_sql, match, key.data, count, rows, err);
	if (status == STATUS_OK && match && rows->count == first &&
		(has_other_script(key.data) || !text_next_word(key.data, &(size_t){ 0 })))
		status = contact_match_by(store, inside_sql, NULL, key.data, count, rows, err);
	strbuf_fini(&key);
	free(match);
	return status;
}
