/* The silences of a log: how long before an entry, and whether that is long for this person.
 * Not here: the log itself (log_page.c). */
#include "store/due/log_gaps.h"

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
#include "filo/people/conversation.h"
#include "filo/people/date.h"
#include "filo/people/rhythm.h"
#include "filo/people/score.h"
#include "filo/store/log_page.h"
#include "store/db/query.h"
#include "store/due/rhythm.h"

#define LONG_GAP_QUANTILE   0.8
#define RESURFACED_USUALS   8
#define RESURFACED_DAYS_MIN 180
#define RESURFACED_DAYS_MAX 730

/* The contact day before a day, and the day of the entry before it, however exactly it is known. */
#define CONTACT_DAY_BEFORE                                                                         \
	"SELECT contact_day FROM participant WHERE contact = ?1 AND day <= ?2"                     \
	" AND contact_day < ?2 ORDER BY day DESC LIMIT 1"
#define ENTRY_BEFORE                                                                               \
	"SELECT day FROM participant WHERE contact = ?1 AND day < ?2 AND NOT is_mention"           \
	" ORDER BY day DESC LIMIT 1"

/* DAY_NONE: there is none. */
static day_number ask_day(struct store *store, const char *sql, contact_id contact, day_number day)
{
	struct query query = query_open(store, sql);

	bind_id(&query, 1, contact);
	bind_day(&query, 2, day);
	return query_day(&query);
}

/* The model of this person's pauses; false when too little is known. */
static bool score_ordinary(struct store *store, contact_id contact, struct score *score)
{
	struct learned learned;
	struct tempo tempo;
	day_number as_of;

	if (tempo_read(store, &tempo, &as_of, NULL) != STATUS_OK ||
		!rhythm_cached(store, contact, &learned) || learned.rhythm.n < 1)
		return false;
	rhythm_score(&learned.rhythm, &tempo, 0, 0, 0, score);
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

/* The contact day before which the row may tell a silence, or DAY_NONE. */
static day_number row_ends(const struct log_row *row)
{
	const struct conversation *c = &row->conversation;

	if (row->is_event || (row->is_fold && row->fold.is_open))
		return DAY_NONE;
	return row->is_fold ? row->fold.oldest
			    : conversation_contact_day(c->day, c->precision, c->minute);
}

static bool is_silence(const struct log_row *row)
{
	return row->is_long_gap || row->is_resurfaced;
}

/* Only the first entry of a day ends the silence before it, and of what stands between the days of
 * a fold, the row below it. */
static void pass_gaps_down(struct vector *rows, size_t first)
{
	for (size_t i = first; i + 1 < rows->count; i++) {
		struct log_row *row = vector_at(rows, i), *below = vector_at(rows, i + 1);
		day_number day = row->is_fold ? row->fold.oldest : row->conversation.day;
		if (row->is_event || below->is_event || below->conversation.day < day)
			continue;
		if (is_silence(row) && !is_silence(below)) {
			below->gap_days = row->gap_days;
			below->is_long_gap = row->is_long_gap;
			below->is_resurfaced = row->is_resurfaced;
		}
		row->gap_days = 0;
		row->is_long_gap = row->is_resurfaced = false;
	}
}

void log_gaps_mark(struct store *store, contact_id contact, const struct vector *events,
	struct vector *rows, size_t first)
{
	struct score score;
	bool is_known = score_ordinary(store, contact, &score);

	for (size_t i = first; i < rows->count; i++) {
		struct log_row *row = vector_at(rows, i);
		day_number day = row_ends(row);
		if (day == DAY_NONE)
			continue;
		day_number before = ask_day(store, CONTACT_DAY_BEFORE, contact, day);
		day_number entry = ask_day(store, ENTRY_BEFORE, contact, day);
		mark_gap(row, day, before, entry == DAY_NONE || entry < before ? before : entry,
			is_known ? &score : NULL, events);
	}
	pass_gaps_down(rows, first);
}
