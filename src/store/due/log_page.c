/* A person's log in pages: conversations and events, newest first, with the silences between.
 * Not here: the conversations themselves (conversations.c). */
#include "filo/store/log_page.h"

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
#include "filo/people/conversation.h"
#include "filo/people/date.h"
#include "filo/people/rhythm.h"
#include "filo/people/score.h"
#include "filo/store/events.h"
#include "filo/store/store.h"
#include "store/contacts/limit_sql.h"
#include "store/db/query.h"
#include "store/due/rhythm.h"
#include "store/log/conversation_row.h"

#include <stdlib.h>

#define LONG_GAP_QUANTILE   0.8
#define RESURFACED_USUALS   8
#define RESURFACED_DAYS_MIN 180
#define RESURFACED_DAYS_MAX 730

void log_row_fini(struct log_row *row)
{
	if (!row->is_event)
		conversation_fini(&row->conversation);
}

struct log_place log_place_of(const struct log_row *row)
{
	if (row->is_event)
		return (struct log_place){
			.day = row->event.day, .is_event = true, .minute = -1, .id = row->event.id
		};
	return (struct log_place){ .day = row->conversation.day,
		.minute = row->conversation.minute,
		.id = row->conversation.id };
}

/* Newest first: an event of a day stands above the conversations of that day. */
static const char older_sql[] =
	"SELECT * FROM (SELECT " CONVERSATION_COLUMNS ", 0 AS is_event, NULL, NULL, NULL"
	" FROM participant AS p JOIN conversation AS c ON c.id = p.conversation"
	" WHERE p.contact = ?1 AND p.day <= ?2 AND (p.day, 0, c.minute, c.id) < (?2, ?3, ?4, ?5)"
	" ORDER BY p.day DESC, c.minute DESC, c.id DESC LIMIT ?6)"
	" UNION ALL SELECT id, day, 0, -1, 0, 0, 0, 0, '', NULL, NULL, NULL, 0, 0, 0, 0, 1, kind, "
	"until,"
	" (SELECT grammatical_gender FROM contact WHERE id = ?1)"
	" FROM event WHERE contact = ?1 AND day <= ?2 AND (day, 1, -1, id) < (?2, ?3, ?4, ?5)"
	" ORDER BY 2 DESC, 17 DESC, 4 DESC, 1 DESC LIMIT ?6";
static const char newer_sql[] =
	"SELECT * FROM (SELECT " CONVERSATION_COLUMNS ", 0 AS is_event, NULL, NULL, NULL"
	" FROM participant AS p JOIN conversation AS c ON c.id = p.conversation"
	" WHERE p.contact = ?1 AND p.day >= ?2 AND (p.day, 0, c.minute, c.id) > (?2, ?3, ?4, ?5)"
	" ORDER BY p.day, c.minute, c.id LIMIT ?6)"
	" UNION ALL SELECT id, day, 0, -1, 0, 0, 0, 0, '', NULL, NULL, NULL, 0, 0, 0, 0, 1, kind, "
	"until,"
	" (SELECT grammatical_gender FROM contact WHERE id = ?1)"
	" FROM event WHERE contact = ?1 AND day >= ?2 AND (day, 1, -1, id) > (?2, ?3, ?4, ?5)"
	" ORDER BY 2, 17, 4, 1 LIMIT ?6";

/* Of a limit: ?1 is today, as it wants it, and the contact ?7. */
enum { OF_CONTACT = 7, LIMIT_FIRST };
#define SELECT_LIMITED                                                                             \
	"SELECT " CONVERSATION_COLUMNS ", 0, NULL, NULL, NULL"                                     \
	" FROM participant AS p JOIN conversation AS c ON c.id = p.conversation"                   \
	" WHERE p.contact = ?7"
static const char older_limited[] =
	SELECT_LIMITED " AND p.day <= ?2 AND (p.day, 0, c.minute, c.id) < (?2, ?3, ?4, ?5)";
static const char newer_limited[] =
	SELECT_LIMITED " AND p.day >= ?2 AND (p.day, 0, c.minute, c.id) > (?2, ?3, ?4, ?5)";

static struct query query_limited(
	struct store *store, contact_id contact, const struct limit *limit, bool older)
{
	struct strbuf sql = STRBUF_INIT;

	strbuf_add(&sql, older ? older_limited : newer_limited);
	limit_add_sql(&sql, limit, true, LIMIT_FIRST);
	strbuf_add(&sql, older ? " ORDER BY p.day DESC, c.minute DESC, c.id DESC LIMIT ?6"
			       : " ORDER BY p.day, c.minute, c.id LIMIT ?6");
	struct query query = query_open_once(store, sql.data);
	strbuf_fini(&sql);
	bind_day(&query, 1, store_today(store));
	bind_id(&query, OF_CONTACT, contact);
	limit_bind(&query, limit, LIMIT_FIRST);
	return query;
}

static struct query query_of_all(struct store *store, contact_id contact, bool older)
{
	struct query query = query_open(store, older ? older_sql : newer_sql);

	bind_id(&query, 1, contact);
	return query;
}

static void log_row_read(struct query *query, contact_id contact, struct log_row *row)
{
	*row = (struct log_row){ .is_event = column_int(query, 16) };
	if (!row->is_event) {
		conversation_read(query, &row->conversation);
		return;
	}
	row->event = (struct event){ .id = column_id(query, 0),
		.contact = contact,
		.day = column_day(query, 1),
		.kind = (enum event_kind)column_kind(query, 17, EVENT_KINDS),
		.until = column_day(query, 18),
		.agreement = agreement_of(column_text(query, 19)) };
}

/* The contact day before `day`, or DAY_NONE. */
static day_number day_before(struct store *store, contact_id contact, day_number day)
{
	struct query query = query_open(store,
		"SELECT contact_day FROM participant WHERE contact = ?1 AND day <= ?2"
		" AND contact_day < ?2 ORDER BY day DESC LIMIT 1");

	bind_id(&query, 1, contact);
	bind_day(&query, 2, day);
	return query_day(&query);
}

/* The day of the entry before `day`, however exactly it is known, or DAY_NONE. */
static day_number entry_before(struct store *store, contact_id contact, day_number day)
{
	struct query query = query_open(store,
		"SELECT day FROM participant WHERE contact = ?1 AND day < ?2 AND NOT is_mention"
		" ORDER BY day DESC LIMIT 1");

	bind_id(&query, 1, contact);
	bind_day(&query, 2, day);
	return query_day(&query);
}

/* The model of this person's pauses; false when too little is known. */
static bool score_ordinary(struct store *store, contact_id contact, struct score *score)
{
	struct rhythm rhythm;
	struct tempo tempo;
	day_number as_of;

	if (tempo_read(store, &tempo, &as_of, NULL) != STATUS_OK ||
		rhythm_cached(store, contact, &rhythm) != STATUS_OK || rhythm.n < 1)
		return false;
	rhythm_score(&rhythm, &tempo, 0, 0, 0, score);
	return true;
}

static bool has_rest_between(const struct vector *events, day_number from, day_number to)
{
	const struct event *event;

	VECTOR_EACH (event, events) {
		if (event->kind == EVENT_REST && event->day >= from && event->day <= to &&
			(event->until == DAY_NONE || event->until > to))
			return true;
	}
	return false;
}

/* From how long a silence on somebody who speaks again has resurfaced. The pause itself is among
 * those that the usual one was learned from, so that there is an end to it. */
static int resurfaced_days(const struct score *score)
{
	double usuals = score ? RESURFACED_USUALS * score->usual : RESURFACED_DAYS_MAX;

	if (usuals < RESURFACED_DAYS_MIN)
		return RESURFACED_DAYS_MIN;
	return usuals < RESURFACED_DAYS_MAX ? (int)usuals : RESURFACED_DAYS_MAX;
}

/* `before`: the contact day before; `silent_from`: the same, or an entry of which only the month or
 * the year is known. That counts for whether somebody has resurfaced, and for nothing else. */
static void mark_gap(struct log_row *row, day_number day, day_number before, day_number silent_from,
	const struct score *score, const struct vector *events)
{
	int silence = silent_from == DAY_NONE ? 0 : day - silent_from;
	bool is_long = silence > RESURFACED_DAYS_MIN && has_rest_between(events, silent_from, day);

	row->is_resurfaced = is_long || silence > resurfaced_days(score);
	if (before != DAY_NONE && day > before)
		row->gap_days = day - before;
	if (row->gap_days && score)
		row->is_long_gap = row->gap_days > score_quantile(score, LONG_GAP_QUANTILE);
	if (row->is_resurfaced)
		row->gap_days = silence;
}

/* Only the first entry of a day ends the silence before it. */
static void mark_gaps(struct store *store, contact_id contact, struct vector *rows, size_t first)
{
	struct vector events = VECTOR_INIT(struct event);
	struct score score;
	bool is_known = score_ordinary(store, contact, &score);

	event_list(store, contact, &events, NULL);
	for (size_t i = first; i < rows->count; i++) {
		struct log_row *row = vector_at(rows, i);
		if (row->is_event)
			continue;
		const struct conversation *c = &row->conversation;
		day_number day = conversation_contact_day(c->day, c->precision, c->minute);
		if (day == DAY_NONE)
			continue;
		day_number before = day_before(store, contact, day);
		day_number entry = entry_before(store, contact, day);
		mark_gap(row, day, before, entry == DAY_NONE || entry < before ? before : entry,
			is_known ? &score : NULL, &events);
	}
	for (size_t i = first; i + 1 < rows->count; i++) {
		struct log_row *row = vector_at(rows, i), *below = vector_at(rows, i + 1);
		if (!row->is_event && !below->is_event &&
			row->conversation.day == below->conversation.day) {
			row->gap_days = 0;
			row->is_long_gap = row->is_resurfaced = false;
		}
	}
	vector_fini(&events);
}

static enum status log_page_read(struct store *store, contact_id contact, const struct limit *limit,
	const struct log_place *from, bool older, size_t count, struct vector *rows,
	struct error *err)
{
	struct query query = limit_is_set(limit) ? query_limited(store, contact, limit, older)
						 : query_of_all(store, contact, older);
	size_t first = rows->count;

	bind_number(&query, 2, from ? from->day : older ? INT32_MAX : INT32_MIN + 1);
	bind_number(&query, 3, from ? from->is_event : 0);
	bind_number(&query, 4, from ? from->minute : 0);
	bind_number(&query, 5, from ? from->id : 0);
	bind_number(&query, 6, (int64_t)count);
	while (query_next(&query)) {
		struct log_row row;
		log_row_read(&query, contact, &row);
		vector_push(rows, &row);
	}
	enum status status = query_close(&query, err);
	if (!older)
		vector_reverse(rows, first);
	for (size_t i = first; i < rows->count && status == STATUS_OK; i++) {
		struct log_row *row = vector_at(rows, i);
		if (!row->is_event)
			status = conversation_complete(store, &row->conversation, err);
	}
	if (!limit_is_set(limit))
		mark_gaps(store, contact, rows, first);
	return status;
}

enum status log_page_limited(struct store *store, contact_id contact, const struct limit *limit,
	const struct log_place *from, bool older, size_t count, struct vector *rows,
	struct error *err)
{
	bool is_reading = store_begin_reading(store);
	enum status status = log_page_read(store, contact, limit, from, older, count, rows, err);

	store_end_reading(store, is_reading);
	return status;
}

enum status log_page(struct store *store, contact_id contact, const struct log_place *from,
	bool older, size_t count, struct vector *rows, struct error *err)
{
	return log_page_limited(store, contact, NULL, from, older, count, rows, err);
}
