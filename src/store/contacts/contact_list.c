/* Lists of contacts, one screen at a time, and finding a person by name.
 * Not here: a contact's own record (contacts.c). */
#include "filo/store/contact_list.h"

#include "filo/base/error.h"
#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/spoken.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
#include "filo/people/date.h"
#include "filo/store/contact_days.h"
#include "filo/store/events.h"
#include "store/contacts/contacts.h"
#include "store/contacts/limit_sql.h"
#include "store/contacts/people_counts.h"
#include "store/db/database.h"
#include "store/db/fulltext.h"
#include "store/db/query.h"

#include <stdlib.h>
#include <string.h>

const struct spoken contact_order_words[CONTACT_ORDERS] = {
	/* Translators: orders of contacts, as they are typed: one word each. */
	[ORDER_NAME] = { "name", NC_("order", "name") },
	[ORDER_SILENCE] = { "silence", NC_("order", "silence") },
	[ORDER_CIRCLE] = { "circle", NC_("order", "circle") },
	/* Translators: by the day of what comes next */
	[ORDER_NEXT] = { "next", NC_("order", "next") },
};

const char *contact_order_name(enum contact_order order)
{
	return contact_order_words[order].name;
}

bool contact_order_named(const char *name, enum contact_order *order)
{
	int at = spoken_find(contact_order_words, CONTACT_ORDERS, name);

	if (at >= 0)
		*order = (enum contact_order)at;
	return at >= 0;
}

void contact_row_fini(struct contact_row *row)
{
	free(row->name);
	free(row->circle);
	free(row->apart);
}

/* Columns: id, name, last_day, has_events, cadence. */
static void contact_row_read(struct store *store, struct query *query, struct contact_row *row)
{
	*row = (struct contact_row){ .id = column_id(query, 0),
		.name = column_copy_filled(query, 1),
		.last_day = column_day(query, 2),
		.next_day = DAY_NONE,
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

/* ?1 today, ?2 circle, ?3 ?4 ?5 the place of the row to go on from: what it is sorted by, its name
 * and its id, ?6 the kind of date that those without a place do not have; then those of the limit.
 */
enum { TODAY = 1, CIRCLE, FROM_SORTED, FROM_NAME, FROM_ID, DEATH, LIMIT_FIRST };
#define FILTERS                                                                                    \
	" (?2 IS NULL OR c.circle = ?2)"                                                           \
	" AND (?6 IS NULL OR (c.circle IS NULL AND c.cadence_days = 0"                             \
	" AND NOT EXISTS (SELECT 1 FROM yearly_date WHERE contact = c.id AND kind = ?6)))"
/* Columns beside those of a row. */
enum { SORTED = 5, CIRCLE_NAME };
#define SELECT_SORTED                                                                              \
	"SELECT " ROW_COLUMNS ", %s, (SELECT name FROM circle WHERE id = c.circle)"                \
	" FROM contact AS c WHERE" FILTERS
#define SELECT_ROWS "SELECT " ROW_COLUMNS " FROM contact AS c WHERE" FILTERS

/* Everybody by name: one range of an index. */
static const char after_sql[] =
	SELECT_ROWS " AND (c.name_key, c.id) > (?4, ?5) ORDER BY c.name_key, c.id";
static const char before_sql[] =
	SELECT_ROWS " AND (c.name_key, c.id) < (?4, ?5) ORDER BY c.name_key DESC, c.id DESC";
static const char last_sql[] = SELECT_ROWS " ORDER BY c.name_key DESC, c.id DESC";

/* What the other orders sort by before the name; a large number stands for none. */
#define NOTHING        "1000000000"
#define NOTHING_SORTED 1000000000
#define KIND_OF_DEATH  "3"
_Static_assert(YEARLY_DEATH == 3, "as it is kept");
#define WISH                                                                                       \
	"CASE WHEN c.cadence_days > 0 THEN c.cadence_days ELSE"                                    \
	" (SELECT nullif(cadence_days, 0) FROM circle WHERE id = c.circle) END"
static const char *const sorted_by[CONTACT_ORDERS] = {
	[ORDER_NAME] = NULL,
	[ORDER_SILENCE] = "ifnull(" LIMIT_LAST_DAY ", " NOTHING ")",
	[ORDER_CIRCLE] =
		"ifnull((SELECT (SELECT count(*) FROM circle AS o WHERE (o.cadence_days = 0,"
		" o.cadence_days, o.name, o.id) < (k.cadence_days = 0, k.cadence_days, k.name,"
		" k.id)) FROM circle AS k WHERE k.id = c.circle), " NOTHING ")",
	[ORDER_NEXT] =
		"ifnull((SELECT min(day) FROM (SELECT due AS day FROM followup WHERE contact = c.id"
		" AND done_on IS NULL UNION ALL SELECT filo_next_yearly(month, day, ?1)"
		" FROM yearly_date WHERE contact = c.id AND kind <> " KIND_OF_DEATH
		" UNION ALL SELECT ifnull(" LIMIT_LAST_DAY ", c.wish_set_on) + " WISH ")), " NOTHING
		")",
};

static void bind_filter(struct query *query, const struct contact_filter *filter, day_number today)
{
	bind_day(query, TODAY, today);
	bind_id(query, CIRCLE, filter->circle);
	if (filter->without_place)
		bind_number(query, DEATH, YEARLY_DEATH);
	else
		bind_null(query, DEATH);
	limit_bind(query, filter->limit, LIMIT_FIRST);
}

/* `begin` with the filter, and `end`. */
static struct query query_filtered(struct store *store, const char *begin,
	const struct contact_filter *filter, const char *end)
{
	struct strbuf sql = STRBUF_INIT;

	strbuf_add(&sql, begin);
	limit_add_sql(&sql, filter->limit, false, LIMIT_FIRST);
	strbuf_add(&sql, end);
	struct query query = query_open_once(store, sql.data);
	strbuf_fini(&sql);
	return query;
}

static bool is_by_name(const struct contact_filter *filter)
{
	return filter->order == ORDER_NAME && !limit_is_set(filter->limit);
}

/* The same of a limit, in any order: everybody may be looked at. */
static struct query query_sorted(
	struct store *store, const struct contact_filter *filter, bool is_forward, bool is_from)
{
	const char *by = sorted_by[filter->order], *down = is_forward ? "" : " DESC";
	struct strbuf begin = STRBUF_INIT, end = STRBUF_INIT;

	strbuf_add_format(&begin, SELECT_SORTED, by ? by : "NULL");
	if (is_from)
		strbuf_add_format(&end,
			by ? " AND (%s, c.name_key, c.id) %c (?3, ?4, ?5)"
			   : "%s AND (c.name_key, c.id) %c (?4, ?5)",
			by ? by : "", is_forward ? '>' : '<');
	strbuf_add(&end, " ORDER BY ");
	if (by)
		strbuf_add_format(&end, "%d%s, ", SORTED + 1, down);
	strbuf_add_format(&end, "c.name_key%s, c.id%s", down, down);
	struct query query = query_filtered(store, begin.data, filter, end.data);
	strbuf_fini(&begin);
	strbuf_fini(&end);
	return query;
}

static int64_t sorted_value(struct store *store, enum contact_order order, contact_id id)
{
	struct strbuf sql = STRBUF_INIT;

	strbuf_add_format(&sql, "SELECT %s FROM contact AS c WHERE c.id = ?5", sorted_by[order]);
	struct query query = query_open_once(store, sql.data);
	bind_day(&query, TODAY, store->today);
	bind_id(&query, FROM_ID, id);
	strbuf_fini(&sql);
	return query_number(&query, 0);
}

static bool contact_list_has(const struct contact_filter *filter, enum contact_state state)
{
	if (filter->without_place)
		return state != STATE_ARCHIVED && state != STATE_RESTING;
	return state != STATE_ARCHIVED || filter->with_archived;
}

static struct query query_page(
	struct store *store, const struct contact_filter *filter, contact_id from, bool forward)
{
	bool is_plain = is_by_name(filter), is_from = from || forward;
	int64_t sorted = !from || !sorted_by[filter->order]
				 ? INT64_MIN
				 : sorted_value(store, filter->order, from);
	struct query query = !is_plain ? query_sorted(store, filter, forward, is_from)
				       : query_open(store, forward ? after_sql
							   : from  ? before_sql
								   : last_sql);

	bind_filter(&query, filter, store->today);
	if (is_from) {
		bind_number(&query, FROM_SORTED, sorted);
		bind_number(&query, FROM_ID, from);
	}
	return query;
}

static void read_sorted_by(
	struct query *query, const struct contact_filter *filter, struct contact_row *row)
{
	if (filter->order == ORDER_NEXT && column_int(query, SORTED) != NOTHING_SORTED)
		row->next_day = column_day(query, SORTED);
	if (filter->order == ORDER_CIRCLE)
		row->circle = column_copy(query, CIRCLE_NAME);
}

enum status contact_page(struct store *store, const struct contact_filter *filter, contact_id from,
	bool forward, size_t count, struct vector *rows, struct error *err)
{
	char *key = from ? contact_key(store, from) : NULL;
	size_t first = rows->count;
	struct query query = query_page(store, filter, from, forward);

	if (from || forward)
		bind_text(&query, FROM_NAME, key ? key : "");
	while (rows->count < first + count && query_next(&query)) {
		struct contact_row row;
		contact_row_read(store, &query, &row);
		read_sorted_by(&query, filter, &row);
		if (contact_list_has(filter, row.state))
			vector_push(rows, &row);
		else
			contact_row_fini(&row);
	}
	enum status status = query_close(&query, err);
	if (!forward)
		vector_reverse(rows, first);
	free(key);
	return status;
}

static bool is_of_all(const struct contact_filter *filter)
{
	return !limit_is_set(filter->limit) && !filter->circle;
}

#define SELECT_UNLISTED "SELECT c.id FROM contact AS c WHERE" FILTERS
#define UNLISTED        " AND c.id IN (SELECT contact FROM event WHERE kind IN (?4, ?5))"

/* Of those counted, whom the list leaves out. */
static int64_t count_unlisted(struct store *store, const struct contact_filter *filter)
{
	if (filter->with_archived && !filter->without_place)
		return 0;
	struct query query = is_of_all(filter)
				     ? query_open(store, SELECT_UNLISTED UNLISTED)
				     : query_filtered(store, SELECT_UNLISTED, filter, UNLISTED);
	int64_t count = 0;

	bind_filter(&query, filter, store->today);
	bind_number(&query, FROM_NAME, EVENT_LET_GO);
	bind_number(&query, FROM_ID, EVENT_REST);
	while (query_next(&query))
		count += !contact_list_has(
			filter, contact_state_today(store, column_id(&query, 0), NULL));
	return query_close(&query, NULL) == STATUS_OK ? count : UNKNOWN;
}

static int64_t count_without(int64_t count, int64_t others)
{
	return count == UNKNOWN || others == UNKNOWN ? UNKNOWN : count - others;
}

static int64_t count_filtered(struct store *store, const struct contact_filter *filter)
{
	struct query query = query_filtered(
		store, "SELECT count(*) FROM contact AS c WHERE" FILTERS, filter, "");

	bind_filter(&query, filter, store->today);
	return query_count(&query);
}

/* All, and those who have a place, are counted without reading the people themselves. */
static int64_t count_of_all(const struct contact_filter *filter, const struct people_counts *people)
{
	return filter->without_place ? count_without(people->all, people->placed) : people->all;
}

static int64_t count_matching(struct store *store, const struct contact_filter *filter)
{
	if (!is_of_all(filter))
		return count_filtered(store, filter);
	if (!filter->without_place)
		return people_count_all(store);
	const struct people_counts people = people_counts(store);
	return count_of_all(filter, &people);
}

int64_t contact_count(struct store *store, const struct contact_filter *filter)
{
	return count_without(count_matching(store, filter), count_unlisted(store, filter));
}

/* `count`: of them those whom the filter has, before any is left out. */
static struct contact_counts counts_of(struct store *store, const struct contact_filter *filter,
	int64_t count, const struct people_counts *people)
{
	static const struct contact_filter without_place = { .without_place = true };
	int64_t unplaced = count_without(people->all, people->placed);

	return (struct contact_counts){
		.listed = count_without(count, count_unlisted(store, filter)),
		.without_place = count_without(unplaced, count_unlisted(store, &without_place)),
	};
}

struct contact_counts contact_counts(struct store *store, const struct contact_filter *filter)
{
	const struct people_counts people = people_counts(store);

	return counts_of(store, filter,
		is_of_all(filter) ? count_of_all(filter, &people) : count_filtered(store, filter),
		&people);
}

bool contact_counts_kept(
	struct store *store, const struct contact_filter *filter, struct contact_counts *counts)
{
	struct people_counts people;

	if (!is_of_all(filter) || !people_counts_kept(store, &people))
		return false;
	*counts = counts_of(store, filter, count_of_all(filter, &people), &people);
	return true;
}

enum status contact_ids(struct store *store, const struct limit *limit, day_number on,
	struct vector *ids, struct error *err)
{
	const struct contact_filter filter = { .limit = limit };
	struct query query = query_filtered(
		store, "SELECT c.id FROM contact AS c WHERE" FILTERS, &filter, " ORDER BY c.id");

	bind_filter(&query, &filter, on);
	return query_ids(&query, ids, err);
}

static int contact_ids_compare(const void *one, const void *other)
{
	contact_id a = *(const contact_id *)one, b = *(const contact_id *)other;

	return (a > b) - (a < b);
}

void contact_ids_sort(struct vector *ids)
{
	vector_sort(ids, contact_ids_compare);
}

bool contact_ids_have(const struct vector *ids, contact_id id)
{
	return ids->count &&
	       bsearch(&id, ids->items, ids->count, ids->item_bytes, contact_ids_compare);
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

/* "#12" */
static const char number_sql[] =
	"SELECT " ROW_COLUMNS " FROM contact AS c LEFT JOIN rhythm AS r ON r.contact = c.id"
	" WHERE c.id = CAST(substr(?2, 2) AS INTEGER) LIMIT ?3";

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

/* Who is called so in these columns of the index. */
static enum status contact_match_in(struct store *store, const char *columns, const char *name,
	const char *key, size_t count, struct vector *rows, struct error *err)
{
	struct strbuf match = STRBUF_INIT;

	strbuf_add_format(&match, "{%s}: (", columns);
	fulltext_add_people_query(&match, name);
	strbuf_add_char(&match, ')');
	enum status status = contact_match_by(store, match_sql, match.data, key, count, rows, err);
	strbuf_fini(&match);
	return status;
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
	struct strbuf key = STRBUF_INIT;
	size_t first = rows->count;

	if (text_is_blank(name))
		return STATUS_OK;
	text_fold(&key, name);
	enum status status = STATUS_OK;
	if (*name == '#' && name[1] && !name[1 + strspn(name + 1, "0123456789")])
		status = contact_match_by(store, number_sql, NULL, name, count, rows, err);
	if (status == STATUS_OK && rows->count == first)
		status = contact_match_in(store, "name nickname", name, key.data, count, rows, err);
	if (status == STATUS_OK && rows->count == first)
		status = contact_match_in(store, "name nickname family given additional", name,
			key.data, count, rows, err);
	if (status == STATUS_OK && rows->count == first &&
		(has_other_script(key.data) || !text_next_word(key.data, &(size_t){ 0 })))
		status = contact_match_by(store, inside_sql, NULL, key.data, count, rows, err);
	strbuf_fini(&key);
	return status;
}

size_t contact_match_count(struct store *store, const char *name)
{
	struct vector all = VECTOR_INIT(struct contact_row);

	contact_match(store, name, INT32_MAX, &all, NULL);
	size_t count = all.count;
	VECTOR_FINI(struct contact_row, &all, contact_row_fini);
	return count;
}
