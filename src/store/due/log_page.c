/* A person's log in pages: conversations and events, newest first, and days without words folded.
 * Not here: the conversations themselves (conversations.c), the silences between (log_gaps.c). */
#include "filo/store/log_page.h"

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
#include "filo/people/conversation.h"
#include "filo/people/date.h"
#include "filo/store/events.h"
#include "filo/store/store.h"
#include "store/contacts/limit_sql.h"
#include "store/db/query.h"
#include "store/due/log_gaps.h"
#include "store/log/conversation_row.h"

#include <stdint.h>

#define ABOVE_PAGE SIZE_MAX
#define FIRST_DAY  (INT32_MIN + 1)

void log_row_fini(struct log_row *row)
{
	if (!row->is_event)
		conversation_fini(&row->conversation);
}

void log_rows_clear(struct vector *rows)
{
	struct log_row *row;

	VECTOR_EACH (row, rows)
		log_row_fini(row);
	vector_clear(rows);
}

struct log_place log_place_of(const struct log_row *row)
{
	if (row->is_event)
		return (struct log_place){
			.day = row->event.day, .is_event = true, .minute = -1, .id = row->event.id
		};
	return (struct log_place){ .day = row->conversation.day,
		.minute = row->conversation.minute,
		.id = row->conversation.id,
		.is_open_fold = row->is_fold && row->fold.is_open };
}

bool log_place_is_same(const struct log_place *a, const struct log_place *b)
{
	return a->day == b->day && a->is_event == b->is_event && a->minute == b->minute &&
	       a->id == b->id && a->is_open_fold == b->is_open_fold;
}

/* Newest first: an event of a day stands above the conversations of that day. */
static bool place_is_newer(const struct log_place *a, const struct log_place *b)
{
	if (a->day != b->day)
		return a->day > b->day;
	if (a->is_event != b->is_event)
		return a->is_event;
	if (a->minute != b->minute)
		return a->minute > b->minute;
	return a->id != b->id ? a->id > b->id : a->is_open_fold && !b->is_open_fold;
}

/* A fold of the month that is being read. */
struct month_fold {
	struct log_fold fold;
	size_t row; /* where it stands, or ABOVE_PAGE */
};

/* Reads from new to old, and takes what lies behind a place. A fold has to see the whole of its
 * month, also where that begins above the page or ends below it. */
struct log_scan {
	struct store *store;
	contact_id contact;
	const struct log_view *view;
	const struct log_place *from; /* NULL: all is behind it */
	bool older;                   /* what is older than it, else what is newer */
	bool is_folded;
	size_t count;
	struct vector events; /* of struct event, all, oldest first */
	size_t events_left;
	struct vector folds; /* of struct month_fold */
	day_number month;    /* of them */
	struct vector rows;  /* of struct log_row */
};

/* ?1 is today, as a limit wants it. The last column: whether it is never folded. */
enum { TOP_DAY = 2, BOTTOM_DAY, OF_CONTACT, LIMIT_FIRST };
#define STANDS_ALONE 16
#define OF_ENTRIES                                                                                 \
	" FROM participant AS p JOIN conversation AS c ON c.id = p.conversation"                   \
	" WHERE p.contact = ?4 AND p.day BETWEEN ?3 AND ?2"
#define SELECT_ENTRIES                                                                             \
	"SELECT " CONVERSATION_COLUMNS ", c.source IS NULL OR p.is_mention"                        \
	" OR EXISTS (SELECT 1 FROM exchange AS e WHERE e.conversation = c.id)" OF_ENTRIES
#define NEWEST_FIRST " ORDER BY p.day DESC, c.minute DESC, c.id DESC"

static struct query scan_open_limited(struct log_scan *scan, const char *select, const char *order)
{
	struct strbuf sql = STRBUF_INIT;

	strbuf_add(&sql, select);
	limit_add_sql(&sql, scan->view->limit, true, LIMIT_FIRST);
	strbuf_add(&sql, order);
	struct query query = query_open_once(scan->store, sql.data);
	strbuf_fini(&sql);
	bind_day(&query, 1, store_today(scan->store));
	limit_bind(&query, scan->view->limit, LIMIT_FIRST);
	return query;
}

static void scan_bind(
	struct query *query, const struct log_scan *scan, day_number top, day_number bottom)
{
	bind_number(query, TOP_DAY, top);
	bind_number(query, BOTTOM_DAY, bottom);
	bind_id(query, OF_CONTACT, scan->contact);
}

static struct query scan_open(struct log_scan *scan, day_number top, day_number bottom)
{
	struct query query = limit_is_set(scan->view->limit)
				     ? scan_open_limited(scan, SELECT_ENTRIES, NEWEST_FIRST)
				     : query_open(scan->store, SELECT_ENTRIES NEWEST_FIRST);

	scan_bind(&query, scan, top, bottom);
	return query;
}

static bool scan_is_full(const struct log_scan *scan)
{
	return scan->rows.count >= scan->count;
}

static bool scan_wants(const struct log_scan *scan, const struct log_row *row)
{
	const struct log_place place = log_place_of(row);

	if (scan_is_full(scan))
		return false;
	return !scan->from || (scan->older ? place_is_newer(scan->from, &place)
					   : place_is_newer(&place, scan->from));
}

static bool scan_push(struct log_scan *scan, const struct log_row *row)
{
	bool is_wanted = scan_wants(scan, row);

	if (is_wanted)
		vector_push(&scan->rows, row);
	return is_wanted;
}

/* The events down to a day; those of the day itself stand above its conversations. */
static void scan_take_events(struct log_scan *scan, day_number down_to)
{
	while (scan->events_left) {
		const struct event *event = vector_at(&scan->events, scan->events_left - 1);
		struct log_row row = { .is_event = true, .event = *event };
		if (event->day < down_to)
			return;
		scan_push(scan, &row);
		scan->events_left--;
	}
}

static bool is_opened(const struct log_view *view, const struct log_fold *fold)
{
	const struct log_fold *opened;

	if (!view->opened)
		return false;
	VECTOR_EACH (opened, view->opened)
		if (log_fold_is_same(opened, fold))
			return true;
	return false;
}

/* The fold an entry belongs into; a new one gets its row, with the place of this entry. */
static struct month_fold *scan_fold(struct log_scan *scan, const struct conversation *newest)
{
	struct month_fold *known, new = { .fold = log_fold_of(newest), .row = scan->rows.count };

	VECTOR_EACH (known, &scan->folds)
		if (log_fold_is_same(&known->fold, &new.fold))
			return known;
	new.fold.is_open = is_opened(scan->view, &new.fold);
	struct log_row row = { .is_fold = true, .fold = new.fold };
	conversation_init(&row.conversation);
	row.conversation.id = newest->id;
	row.conversation.day = newest->day;
	row.conversation.minute = newest->minute;
	if (!scan_push(scan, &row)) {
		new.row = ABOVE_PAGE;
		log_row_fini(&row);
	}
	vector_push(&scan->folds, &new);
	return vector_at(&scan->folds, scan->folds.count - 1);
}

/* Whether the entry is in its fold, and shown by that; its first is kept, should it be the only. */
static bool scan_fold_in(struct log_scan *scan, struct conversation *entry)
{
	struct month_fold *into = scan_fold(scan, entry);
	struct log_row *row = into->row == ABOVE_PAGE ? NULL : vector_at(&scan->rows, into->row);

	log_fold_add(&into->fold, entry);
	if (row)
		row->fold = into->fold;
	if (into->fold.is_open)
		return false;
	if (row && into->fold.entries == 1) {
		conversation_fini(&row->conversation);
		row->conversation = *entry;
	} else {
		conversation_fini(entry);
	}
	return true;
}

/* False: all that was wanted is there. */
static bool scan_take(struct log_scan *scan, struct query *query)
{
	struct log_row row = { 0 };

	conversation_read(query, &row.conversation);
	scan_take_events(scan, row.conversation.day);
	if (row.conversation.day < scan->month)
		vector_clear(&scan->folds);
	if (scan_is_full(scan) && !scan->folds.count) {
		log_row_fini(&row);
		return false;
	}
	if (scan->is_folded && !column_int(query, STANDS_ALONE) &&
		log_fold_takes(&row.conversation)) {
		scan->month = log_fold_of(&row.conversation).month;
		if (scan_fold_in(scan, &row.conversation))
			return true;
	}
	if (!scan_push(scan, &row))
		log_row_fini(&row);
	return true;
}

/* From the day `top` down to `bottom`. */
static enum status scan_read(
	struct log_scan *scan, day_number top, day_number bottom, struct error *err)
{
	struct query query = scan_open(scan, top, bottom);
	bool has_more = true;

	vector_clear(&scan->folds);
	scan->events_left = scan->events.count;
	while (scan->events_left &&
		((struct event *)vector_at(&scan->events, scan->events_left - 1))->day > top)
		scan->events_left--;
	while (has_more && query_next(&query))
		has_more = scan_take(scan, &query);
	if (has_more)
		scan_take_events(scan, bottom);
	return query_close(&query, err);
}

/* Only a fold has to see the whole of its month. */
static day_number scan_first(const struct log_scan *scan, day_number day)
{
	return scan->is_folded ? date_month_first(day) : day;
}

static day_number scan_last(const struct log_scan *scan, day_number day)
{
	return scan->is_folded ? date_month_last(day) : day;
}

static enum status scan_older(struct log_scan *scan, struct error *err)
{
	return scan_read(
		scan, scan->from ? scan_last(scan, scan->from->day) : INT32_MAX, FIRST_DAY, err);
}

/* The last day to be read for the n-th entry after `day`; INT32_MAX: there is none. */
static day_number scan_top(const struct log_scan *scan, day_number day, size_t n)
{
	struct query query = query_open(scan->store,
		"SELECT max(day) FROM (SELECT day FROM participant WHERE contact = ?1"
		" AND day > ?2 ORDER BY day LIMIT ?3)");

	bind_id(&query, 1, scan->contact);
	bind_number(&query, 2, day);
	bind_number(&query, 3, (int64_t)n);
	day_number top = query_day(&query);
	return top == DAY_NONE ? INT32_MAX : scan_last(scan, top);
}

/* A few days at a time, or months where they are folded, since only a whole one tells what stands
 * where; then the nearest. */
static enum status scan_newer(struct log_scan *scan, struct error *err)
{
	struct vector above = { 0 }, nearest = VECTOR_INIT(struct log_row);
	const size_t count = scan->count;
	day_number bottom = scan->from ? scan_first(scan, scan->from->day) : FIRST_DAY;
	day_number top = scan->from ? scan_last(scan, scan->from->day) : FIRST_DAY;
	enum status status = STATUS_OK;

	scan->count = SIZE_MAX;
	for (size_t n = count; status == STATUS_OK && nearest.count < count && top != INT32_MAX;
		n *= 2) {
		top = scan_top(scan, top, n);
		vector_init(&scan->rows, sizeof(struct log_row));
		status = scan_read(scan, top, bottom, err);
		above = scan->rows;
		for (size_t i = 0; i < nearest.count; i++)
			vector_push(&above, vector_at(&nearest, i));
		vector_fini(&nearest);
		nearest = above;
		bottom = top == INT32_MAX ? top : top + 1;
	}
	scan->rows = nearest;
	while (scan->rows.count > count) {
		log_row_fini(vector_at(&scan->rows, 0));
		vector_remove(&scan->rows, 0);
	}
	return status;
}

/* What a row lacks that was only read; a fold of one is the entry itself. */
static enum status scan_complete(struct log_scan *scan, struct error *err)
{
	enum status status = STATUS_OK;
	struct log_row *row;

	VECTOR_EACH (row, &scan->rows) {
		if (row->is_fold && !row->fold.is_open && row->fold.entries == 1)
			row->is_fold = false;
		if (!row->is_event && !row->is_fold && status == STATUS_OK)
			status = conversation_complete(scan->store, &row->conversation, err);
	}
	return status;
}

static enum status log_page_read(struct log_scan *scan, struct vector *rows, struct error *err)
{
	bool is_limited = limit_is_set(scan->view->limit);
	enum status status = STATUS_OK;
	size_t first = rows->count;
	struct log_row *row;

	if (!is_limited)
		status = event_list(scan->store, scan->contact, &scan->events, err);
	if (status == STATUS_OK)
		status = scan->older ? scan_older(scan, err) : scan_newer(scan, err);
	if (status == STATUS_OK)
		status = scan_complete(scan, err);
	VECTOR_EACH (row, &scan->rows)
		vector_push(rows, row);
	if (!is_limited)
		log_gaps_mark(scan->store, scan->contact, &scan->events, rows, first);
	return status;
}

static struct log_scan scan_new(
	struct store *store, contact_id contact, const struct log_view *view)
{
	return (struct log_scan){ .store = store,
		.contact = contact,
		.view = view,
		.older = true,
		.is_folded = view->is_folded && !limit_is_set(view->limit),
		.count = SIZE_MAX,
		.events = VECTOR_INIT(struct event),
		.folds = VECTOR_INIT(struct month_fold),
		.rows = VECTOR_INIT(struct log_row) };
}

static void scan_fini(struct log_scan *scan)
{
	vector_fini(&scan->events);
	vector_fini(&scan->folds);
	vector_fini(&scan->rows);
}

enum status log_page_viewed(struct store *store, contact_id contact, const struct log_view *view,
	const struct log_place *from, bool older, size_t count, struct vector *rows,
	struct error *err)
{
	struct log_scan scan = scan_new(store, contact, view);
	bool is_reading = store_begin_reading(store);

	scan.from = from;
	scan.older = older;
	scan.count = count;
	enum status status = log_page_read(&scan, rows, err);
	store_end_reading(store, is_reading);
	scan_fini(&scan);
	return status;
}

enum status log_page(struct store *store, contact_id contact, const struct log_place *from,
	bool older, size_t count, struct vector *rows, struct error *err)
{
	return log_page_viewed(
		store, contact, &(struct log_view){ 0 }, from, older, count, rows, err);
}

/* ---- How much there is below ---- */

size_t log_row_entries(const struct log_row *row)
{
	return !row->is_fold ? 1 : row->fold.is_open ? 0 : row->fold.entries;
}

/* From the day `top` down to `bottom`, both with it, without reading any. */
static int64_t scan_count(struct log_scan *scan, day_number top, day_number bottom)
{
	struct query query =
		limit_is_set(scan->view->limit)
			? scan_open_limited(scan, "SELECT count(*)" OF_ENTRIES, "")
			: query_open(scan->store, "SELECT (SELECT count(*) FROM participant WHERE"
						  " contact = ?4 AND day BETWEEN ?3 AND ?2)"
						  " + (SELECT count(*) FROM event WHERE"
						  " contact = ?4 AND day BETWEEN ?3 AND ?2)");

	scan_bind(&query, scan, top, bottom);
	return query_number(&query, 0);
}

/* Of the month of a place those below it, which have to be read: some may be in a fold above. */
static enum status scan_month_below(struct log_scan *scan, int64_t *below, struct error *err)
{
	const day_number day = scan->from->day;
	struct log_row *row;
	enum status status = STATUS_OK;

	if (!limit_is_set(scan->view->limit))
		status = event_list(scan->store, scan->contact, &scan->events, err);
	if (status == STATUS_OK)
		status = scan_read(scan, date_month_last(day), date_month_first(day), err);
	VECTOR_EACH (row, &scan->rows)
		*below += (int64_t)log_row_entries(row);
	log_rows_clear(&scan->rows);
	return status;
}

enum status log_page_below(struct store *store, contact_id contact, const struct log_view *view,
	const struct log_place *place, struct log_length *length, int64_t *below, struct error *err)
{
	struct log_scan scan = scan_new(store, contact, view);
	const day_number month = date_month_first(place->day);

	scan.from = place;
	if (month > length->day)
		length->older += scan_count(
			&scan, month - 1, length->day == DAY_NONE ? FIRST_DAY : length->day);
	else if (month < length->day)
		length->older -= scan_count(&scan, length->day - 1, month);
	length->day = month;
	*below = length->older;
	enum status status = scan_month_below(&scan, below, err);
	scan_fini(&scan);
	return status;
}
