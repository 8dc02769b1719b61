/* The shapes of dates: a letter for each token, and for each row of letters who reads it.
 * Not here: how tokens are cut (when_tokens.c), reckoning days (when_days.c). */
#include "people/words/when_shapes.h"

#include "filo/base/i18n.h"
#include "people/words/when_anchors.h"
#include "people/words/when_clock.h"
#include "people/words/when_days.h"
#include "people/words/when_figures.h"
#include "people/words/when_spans.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define WEEKDAY_NEAR 35 /* so near a weekday is looked for on a day of the month */

/* ---- Letters ---- */

/* D day, Z now, W weekday, M month, S season, U unit, P period, A ago, I in, L last or next, R
 * other, B before or after, E edge, F feast; Y year, O day of the month, N another number; X
 * figures; ? what stands in no shape. */
static char shape_letter(const struct token *token)
{
	static const char letters[WORD_NONE + 1] = {
		[WORD_DAY] = 'D',
		[WORD_NOW] = 'Z',
		[WORD_WEEKDAY] = 'W',
		[WORD_MONTH] = 'M',
		[WORD_SEASON] = 'S',
		[WORD_UNIT] = 'U',
		[WORD_PERIOD] = 'P',
		[WORD_AGO] = 'A',
		[WORD_IN] = 'I',
		[WORD_WHICH] = 'L',
		[WORD_FOR] = 'L',
		[WORD_OTHER] = 'R',
		[WORD_PAST] = 'B',
		[WORD_FROM] = 'B',
		[WORD_EDGE] = 'E',
		[WORD_FEAST] = 'F',
	};

	if (when_is_year(token) && token->value >= 1)
		return 'Y';
	if (token->kind == TOKEN_NUMBER)
		return token->is_day ? 'O' : 'N';
	if (token->kind == TOKEN_OTHER)
		return 'X';
	return letters[token->word] ? letters[token->word] : '?';
}

/* The first, or the second, token of one of these letters, or NULL. */
static const struct token *token_of(const struct when_reading *r, const char *letters, int which)
{
	for (size_t i = 0; i < r->count; i++)
		if (strchr(letters, shape_letter(&r->tokens[i])) && which-- == 0)
			return &r->tokens[i];
	return NULL;
}

static const struct token *the(const struct when_reading *r, char letter)
{
	return token_of(r, (const char[]){ letter, '\0' }, 0);
}

/* A number that is no year, the first or the second. */
static const struct token *number(const struct when_reading *r, int which)
{
	return token_of(r, "NO", which);
}

/* ---- What the tokens add ---- */

/* Where a distance or a weekday lies: by "last", "ago", a sign, or the sense. */
static int sign_of(const struct when_reading *r)
{
	const struct token *which = the(r, 'L');

	if (which)
		return which->value < 0 ? -1 : 1;
	if (the(r, 'A'))
		return -1;
	if (the(r, 'I'))
		return 1;
	return r->sign ? r->sign : r->sense == WHEN_PAST ? -1 : 1;
}

/* Which one of all years: "last christmas" is behind, whatever the sense. */
static enum when_sense sense_of(const struct when_reading *r)
{
	const struct token *which = the(r, 'L');

	return !which ? r->sense : which->value < 0 ? WHEN_PAST : WHEN_FUTURE;
}

/* "2024", "last year", or 0 when none is said. */
static int year_of(const struct when_reading *r)
{
	const struct token *year = the(r, 'Y'), *period = the(r, 'P');

	if (year)
		return year->value;
	return period && period->value == UNIT_YEARS ? date_from_day(r->today).year + period->which
						     : 0;
}

/* Whether a period beside another token is no year, and so says nothing of it. */
static bool has_other_period(const struct when_reading *r)
{
	const struct token *period = the(r, 'P');

	return period && period->value != UNIT_YEARS;
}

static day_number week_first(const struct when_reading *r, int weeks)
{
	return date_week_first(r->today) + DAYS_IN_WEEK * weeks;
}

/* ---- Readers ---- */

static enum status shape_day(struct when_reading *r, struct when *out)
{
	int passed = date_minutes_into(r->today), away = the(r, 'D')->value;
	int so_far = passed < 0 ? DAY_MINUTES - 1 : passed;
	bool is_behind = r->is_any_night && r->minute > so_far;

	if (away == 0 && r->minute < 0 && r->part != PART_NONE && r->sense == WHEN_PAST &&
		!r->is_any_night && passed >= 0 && when_clock_begin(r->part) > passed)
		return when_refuse_side(r);
	/* After midnight, "today at 1" is later than the day which ends at four. */
	if (away == 0 && r->minute >= 0 && r->sense == WHEN_PAST)
		away = is_behind ? -1 : r->minute + DAY_MINUTES <= passed ? 1 : 0;
	return when_give(r, out, r->today + away, PRECISION_DAY);
}

/* "the other day", "l'altra settimana": some days ago, the last or the one before. */
static enum status shape_other(struct when_reading *r, struct when *out)
{
	const struct token *unit = the(r, 'U');
	int units = unit ? unit->value : UNIT_DAYS;

	if (units < UNIT_DAYS || (!unit && r->part == PART_NONE))
		return when_not_understood(r);
	r->is_few = units == UNIT_DAYS;
	if (r->is_few)
		return when_give_distance(r, out, FEW, units, -1);
	return when_give_range(
		r, out, when_add_units(r->today, -2, units), when_add_units(r->today, -1, units));
}

/* "now"; "ora" alone is now, too. */
static enum status shape_now(struct when_reading *r, struct when *out)
{
	const struct token *unit = the(r, 'U');

	return unit && strcmp(unit->text, "ora") != 0
		       ? when_not_understood(r)
		       : when_give_distance(r, out, 0, UNIT_MINUTES, 1);
}

/* The weekday behind today, or ahead, and so many weeks from there. */
static enum status give_weekday(struct when_reading *r, struct when *out, int sign, int weeks)
{
	int weekday = the(r, 'W')->value;

	return when_give_weekday(
		r, out, weekday, when_weekday(r, weekday, sign) + DAYS_IN_WEEK * weeks);
}

/* "this weekend", ahead on a Saturday or Sunday; "by the weekend" is the next. */
static bool is_in_weekend(const struct when_reading *r)
{
	return r->sense == WHEN_FUTURE && the(r, 'W')->value == WEEKEND && !the(r, 'L') &&
	       !r->is_ahead && date_weekday(r->today) >= SATURDAY;
}

static enum status shape_weekday(struct when_reading *r, struct when *out)
{
	day_number saturday = week_first(r, 0) + SATURDAY;

	if (is_in_weekend(r))
		return when_give_likely(r, out, saturday, saturday + 1, saturday + 1);
	return give_weekday(r, out, sign_of(r), 0);
}

/* "monday of last week" */
static enum status shape_weekday_of_week(struct when_reading *r, struct when *out)
{
	const struct token *week = the(r, 'P');
	int weekday = the(r, 'W')->value;

	if (week->value != UNIT_WEEKS)
		return when_not_understood(r);
	return when_give_weekday(r, out, weekday,
		week_first(r, week->which) + (weekday == WEEKEND ? SATURDAY : weekday));
}

/* "two fridays ago" */
static enum status shape_weekdays_ago(struct when_reading *r, struct when *out)
{
	int weeks = number(r, 0)->value - 1;

	return weeks < 0 ? when_not_understood(r) : give_weekday(r, out, -1, -weeks);
}

/* "oggi a otto", "friday week": a week after it. */
static enum status shape_week_on(struct when_reading *r, struct when *out)
{
	const struct token *unit = the(r, 'U'), *count = number(r, 0), *day = the(r, 'D');
	int days = count ? count->value - 1 : unit->value == UNIT_WEEKS ? DAYS_IN_WEEK : 0;

	if ((count && strcmp(unit->text, "a") != 0) || !days || days % DAYS_IN_WEEK)
		return when_not_understood(r);
	return day ? when_give(r, out, r->today + day->value + days, PRECISION_DAY)
		   : give_weekday(r, out, 1, days / DAYS_IN_WEEK);
}

static enum status shape_feast(struct when_reading *r, struct when *out)
{
	if (has_other_period(r))
		return when_not_understood(r);
	return when_give_feast(r, out, the(r, 'F')->value, year_of(r), sense_of(r));
}

/* The months that a month, a season, a year or a period is, in this year. */
static bool shape_months_of(const struct when_reading *r, struct civil_date *first, int *months)
{
	const struct token *month = the(r, 'M'), *season = the(r, 'S'), *unit = the(r, 'U');
	const struct token *period = unit ? unit : the(r, 'P');
	bool is_of_month = !month && !season && period && period->value == UNIT_MONTHS;

	*first = date_from_day(date_month_first(r->today));
	*months = season ? 3 : month || is_of_month ? 1 : 12;
	if (!is_of_month)
		first->month = month ? month->value : season ? season->value : 1;
	return is_of_month || !period || period->value == UNIT_YEARS;
}

/* The first day of the months that are meant, and how many they are from one such time to the next
 * (`step`): 0 where the year or the period was said. */
static bool shape_span_of(const struct when_reading *r, day_number *first, int *months, int *step)
{
	const struct token *period = the(r, 'P'), *unit = the(r, 'U');
	int year = year_of(r);
	struct civil_date date;

	if (!shape_months_of(r, &date, months) ||
		(has_other_period(r) && (the(r, 'M') || the(r, 'S'))))
		return false;
	date.year = year ? year : date.year;
	*first = date_add_months(date_to_day(date), period && !year ? period->which * *months : 0);
	*step = year || period ? 0 : unit && unit->value == UNIT_MONTHS ? 1 : 12;
	return true;
}

/* A month or a season by itself: the latest that has begun, or the next that will. */
static enum status shape_months(struct when_reading *r, struct when *out)
{
	const struct token *which = the(r, 'L');
	day_number first;
	int months, step;

	if (!shape_span_of(r, &first, &months, &step))
		return when_not_understood(r);
	/* "last october" is over, or the one before. */
	bool is_over = which ? which->value < 0 : r->is_after;
	if (r->is_after && !which && step && date_add_months(first, months - step) > r->today)
		first = date_add_months(first, -step); /* in January the winter that goes on */
	bool has_begun = (is_over ? date_add_months(first, months) : first) <= r->today;
	first = date_add_months(
		first, sense_of(r) == WHEN_PAST ? -step * !has_begun : step * has_begun);
	return when_give(r, out, first, months == 1 ? PRECISION_MONTH : PRECISION_SEASON);
}

static enum status shape_year(struct when_reading *r, struct when *out)
{
	return when_give(
		r, out, date_to_day((struct civil_date){ year_of(r), 1, 1 }), PRECISION_YEAR);
}

static enum status shape_period(struct when_reading *r, struct when *out)
{
	const struct token *period = the(r, 'P'), *one = number(r, 0);
	bool is_one_day = one && one->value == 1 && the(r, 'U')->value == UNIT_DAYS;

	return one && !is_one_day ? when_not_understood(r)
				  : when_give_period(r, out, period->value, period->which);
}

/* "the week before last", "the friday before last", "the weekend after next". Which friday is next
 * is not sure. */
static enum status shape_but_one(struct when_reading *r, struct when *out)
{
	const struct token *unit = the(r, 'U');
	int sign = the(r, 'L')->value;
	if (sign != the(r, 'B')->value || (!unit && sign > 0 && the(r, 'W')->value != WEEKEND))
		return when_not_understood(r);
	return unit ? when_give_period(r, out, unit->value, 2 * sign)
		    : give_weekday(r, out, sign, sign);
}

/* "the last 3 days", "nei giorni scorsi" */
static enum status shape_span(struct when_reading *r, struct when *out)
{
	const struct token *amount = number(r, 0);

	r->is_few |= !amount;
	return when_give_span(r, out, amount ? amount->value : 0, the(r, 'U')->value, sign_of(r));
}

/* "la settimana del 9", "the week of 16 nov", "easter week", of any day of this week, too. */
static enum status shape_week_of(struct when_reading *r, struct when *out)
{
	const day_number today = r->today, monday = week_first(r, 0);

	if (the(r, 'U')->value != UNIT_WEEKS)
		return when_not_understood(r);
	when_drop_tokens(r, !when_is_word(r->tokens, WORD_UNIT), 1);
	r->today = r->sense == WHEN_PAST ? monday + SUNDAY : monday;
	enum status status = when_read_row(r, out);
	r->today = today;
	if (status != STATUS_OK || out->precision != PRECISION_DAY)
		return status != STATUS_OK ? status : when_not_understood(r);
	day_number first = date_week_first(out->day);
	return when_give_days(r, out, first, first + SUNDAY);
}

/* "week 47" */
static enum status shape_week(struct when_reading *r, struct when *out)
{
	return the(r, 'U')->value == UNIT_WEEKS
		       ? when_give_week(r, out, year_of(r), number(r, 0)->value, ANY_WEEKDAY)
		       : when_not_understood(r);
}

/* "the third thursday of november", "last friday of the month" */
static enum status shape_nth_weekday(struct when_reading *r, struct when *out)
{
	const struct token *nth = number(r, 0);
	day_number month;
	int months, step;

	if (!shape_span_of(r, &month, &months, &step) || months != 1 ||
		(!nth && the(r, 'L')->value > 0))
		return when_not_understood(r);
	return when_give_nth_weekday(r, out, month, nth ? nth->value : LAST, the(r, 'W')->value,
		step, nth ? sense_of(r) : r->sense);
}

/* "il 3", "il 3 del mese": of any month; "the 1st of last month": of that one. */
static enum status shape_day_of_month(struct when_reading *r, struct when *out)
{
	const struct token *period = the(r, 'P'), *unit = period ? period : the(r, 'U');
	int day = number(r, 0)->value;

	if (unit && unit->value != UNIT_MONTHS)
		return when_not_understood(r);
	if (!period)
		return when_give_day_of_month(r, out, day, sense_of(r));
	struct civil_date month =
		date_from_day(date_add_months(date_month_first(r->today), period->which));
	return when_give_civil(r, out, month.year, month.month, day);
}

/* "3:30" behind a whole date, as files have it, or behind one in figures. */
static void take_hour_as_written(struct when_reading *r)
{
	if (r->half == HALF_OPEN_IN_FIGURES)
		r->half = HALF_SAID;
}

static enum status shape_day_and_month(struct when_reading *r, struct when *out)
{
	const struct token *short_year = number(r, 1);
	int day = number(r, 0)->value, month = the(r, 'M')->value;
	int year = short_year ? when_full_year(short_year->value, short_year->digits) : year_of(r);

	if (has_other_period(r))
		return when_not_understood(r);
	if (year)
		take_hour_as_written(r);
	return year ? when_give_civil(r, out, year, month, day)
		    : when_give_day_month(r, out, day, month, sense_of(r));
}

/* "some day", "un giorno" are any day to come, "w ago" lacks its number. */
static bool is_no_distance(
	const struct when_reading *r, const struct token *unit, const struct token *count)
{
	if (!count)
		return strlen(unit->text) < 2;
	bool is_one_day = r->count == 2 && count->value == 1 && unit->value == UNIT_DAYS;
	return (is_one_day && !isdigit((unsigned char)*count->text)) ||
	       (!strcmp(count->text, "some") && !when_is_plural(unit));
}

static enum status shape_distance(struct when_reading *r, struct when *out)
{
	const struct token *unit = the(r, 'U'), *count = number(r, 0);

	if (is_no_distance(r, unit, count))
		return when_not_understood(r);
	/* "days ago", "tra giorni" */
	r->is_few |= !count && unit->value >= UNIT_HOURS && when_is_plural(unit);
	return when_give_distance(r, out,
		count       ? count->value
		: r->is_few ? FEW
			    : 1,
		unit->value, sign_of(r));
}

/* "fine mese", "end of last year", "metà ottobre", "late summer 2019" */
static enum status shape_edge(struct when_reading *r, struct when *out)
{
	const struct token *unit = the(r, 'U'), *period = the(r, 'P');
	const struct token *span = period ? period : unit;
	enum edge edge = (enum edge)the(r, 'E')->value;
	enum when_sense sense = r->sense;
	day_number first;
	int months, step;

	if (span && span->value == UNIT_DAYS)
		return when_give(r, out, r->today, PRECISION_DAY);
	if (span && span->value == UNIT_WEEKS && r->count == 2 && edge < EDGE_WEEK)
		return when_give_edge_of_week(
			r, out, edge, week_first(r, period ? period->which : 0));
	if (!shape_span_of(r, &first, &months, &step))
		return when_not_understood(r);
	r->sense = sense_of(r);
	enum status status = when_give_edge(r, out, edge, first, months, step);
	r->sense = sense;
	return status;
}

static enum status shape_figures(struct when_reading *r, struct when *out)
{
	take_hour_as_written(r);
	return when_read_figures(r, out, the(r, 'X')->text, sense_of(r));
}

static bool shape_is_on(
	struct when_reading *r, struct when *out, int weekday, day_number around, int days)
{
	return when_read_row(r, out) == STATUS_OK && date_weekday(out->day) == weekday &&
	       abs(out->day - around) <= days;
}

/* "fri 12 oct", "martedì 24/11": a weekday has to fit its date. That may be further on, "tue 24"
 * the one before, or, where that is nearer, on the other side: "thu 26 nov" in the log three days
 * before it. */
static enum status shape_weekday_and_date(struct when_reading *r, struct when *out)
{
	int weekday = r->tokens[0].value, minute = r->minute;
	struct when_reading other;

	when_drop_tokens(r, 0, 1);
	r->tokens[0].is_day |= r->count == 1; /* "24" */
	r->minute = -1;
	enum status status = when_read_row(r, out);
	other = *r;
	r->minute = minute;
	if (status != STATUS_OK || out->precision > PRECISION_DAY)
		return status != STATUS_OK ? status : when_not_understood(r);
	day_number day = out->day;
	other.today = r->sense == WHEN_PAST ? day - 1 : day + 1;
	if (date_weekday(day) != weekday &&
		!shape_is_on(&other, out, weekday, r->today, WEEKDAY_NEAR)) {
		other.today = r->today;
		other.sense = r->sense == WHEN_PAST ? WHEN_FUTURE : WHEN_PAST;
		if (!shape_is_on(&other, out, weekday, r->today, abs(day - r->today)))
			return when_refuse_weekday(r, day, weekday);
		if (r->sense == WHEN_FUTURE && !r->takes_past)
			return when_refuse_side(r);
	}
	return when_give(r, out, out->day, PRECISION_DAY);
}

/* ---- Shapes ---- */

static const struct {
	enum status (*read)(struct when_reading *r, struct when *out);
	const char *shapes; /* with a blank between them; N is O, too */
} readers[] = {
	{ shape_day, "D" },
	{ shape_other, "R RU" },
	{ shape_now, "Z U" },
	{ shape_weekday, "W LW WL" },
	{ shape_weekday_of_week, "WP PW" },
	{ shape_weekdays_ago, "NWA" },
	{ shape_but_one, "UBL WBL" },
	{ shape_week_on, "DUN WUN WU" },
	{ shape_feast, "F FL LF FY FP" },
	{ shape_months, "M ML LM MY MP S SL LS SY SP" },
	{ shape_year, "Y" },
	{ shape_period, "P NUP" },
	{ shape_day_of_month, "O OL LO OU OP" },
	{ shape_day_and_month, "NM MN NMY MNY NMP MNP NML LNM NMN MNN" },
	{ shape_nth_weekday, "OWM OWMY OWMP OWML OWU OWP LWM LWMY LWMP LWU LWP" },
	{ shape_week_of, "UO UF FU UFY FUY UNM UMN UNMY UMNY UX" },
	{ shape_week, "UN UNY" },
	{ shape_span, "LNU NUL LU UL" },
	{ shape_distance, "NU NUA INU IU UA" },
	{ shape_edge, "EM ES EU EY EP EMY ESY EMP ESP EML ELM ESL ELS" },
	{ shape_figures, "X XL" },
	{ shape_weekday_and_date, "WN WNM WMN WNMY WMNY WNMP WMNP WNML WLNM WNMN WMNN WX WXL" },
};

/* Whether one of the shapes is that of the tokens, whose letters these are. */
static bool has_one_of(const char *letters, const char *shapes)
{
	for (size_t len, i; *shapes; shapes += len + (shapes[len] == ' ')) {
		len = strcspn(shapes, " ");
		for (i = 0; i < len; i++)
			if (letters[i] != shapes[i] && (letters[i] != 'O' || shapes[i] != 'N'))
				break;
		if (i == len && !letters[len])
			return true;
	}
	return false;
}

enum status when_read_row(struct when_reading *r, struct when *out)
{
	char letters[TOKENS_MAX + 1] = "";

	if (r->count == 0 && r->minute >= 0)
		return when_give(r, out, when_day_of_time(r), PRECISION_DAY);
	for (size_t i = 0; i < r->count; i++)
		letters[i] = shape_letter(&r->tokens[i]);
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
		if (has_one_of(letters, readers[i].shapes))
			return readers[i].read(r, out);
	return when_not_understood(r);
}

void when_read_ends(
	const struct when_reading *r, const struct when *when, day_number *first, day_number *last)
{
	*first = r->first == DAY_NONE ? when->day : r->first;
	*last = r->last == DAY_NONE ? when_last_day(when) : r->last;
}

enum status when_read_shape(struct when_reading *r, struct when *out)
{
	size_t length = when_find_length(r), until = length ? 0 : when_find_until(r);
	size_t anchor = until ? 0 : when_find_anchor(r);

	if (length)
		return when_read_length(r, out, length);
	if (until)
		return when_read_span(r, out, until);
	if (when_begins_with_until(r))
		return when_read_until(r, out);
	if (anchor)
		return when_read_anchored(r, out, anchor);
	return when_read_row(r, out);
}
