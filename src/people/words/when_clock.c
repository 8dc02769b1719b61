/* Reading the time of day: figures, hours in words, halves and quarters, parts of the day.
 * Not here: the other tokens (when_tokens.c). */
#include "people/words/when_clock.h"

#include "filo/base/i18n.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#define HALF_A_DAY 12
#define NIGHT_LAST (7 * HOUR_MINUTES - 1)
#define MONTHS     12
#define IS_LEADING (IS(WORD_AT) | IS(WORD_FILLER)) /* "at the" before an hour */

struct clock {
	int minute;
	bool has_half;   /* am, pm */
	bool is_exact;   /* of 24 hours, or with am or pm */
	bool is_plain;   /* a number, which is a time where something says so */
	bool is_written; /* "03:00", "3:00:00": as only clocks do */
	bool is_figures;
};

/* Hours from the first to the last of each part; from 24 on they are of the day after. */
static const struct {
	int first, last;
	const char *label;
} parts[PARTS] = {
	/* Translators: behind "15:00 is not ...". */
	[PART_MORNING] = { 0, 11, N_("in the morning") },
	[PART_BREAKFAST] = { 0, 11, N_("in the morning") },
	[PART_DINNER] = { 16, 24, N_("in the evening") },
	[PART_LUNCH] = { 11, 16, N_("in the middle of the day") },
	[PART_AFTERNOON] = { 12, 19, N_("in the afternoon") },
	[PART_EVENING] = { 16, 24, N_("in the evening") },
	[PART_NIGHT] = { 18, 30, N_("in the night") },
	[PART_SMALL_HOURS] = { 21, 30, N_("in the night") },
};

/* Moves the hour into its part of the day, where it can be in it. */
static bool clock_fits(struct when_reading *r, enum part part)
{
	int hour = r->minute / HOUR_MINUTES, rest = r->minute % HOUR_MINUTES;
	int step = r->is_exact_hour ? HOURS_IN_DAY : HALF_A_DAY;

	while (hour < parts[part].first)
		hour += step;
	if (hour > parts[part].last)
		return false;
	r->minute = hour * HOUR_MINUTES + rest;
	r->half = HALF_SAID;
	return r->is_exact_hour = true;
}

enum status when_clock_fit(struct when_reading *r, enum part part)
{
	if (clock_fits(r, part))
		return STATUS_OK;
	return error_set(r->err, STATUS_INVALID,
		/* Translators: a time, and "in the morning". */
		_("%02d:%02d is not %s: write the time as 09:30 or 21:30"),
		r->minute / HOUR_MINUTES % HOURS_IN_DAY, r->minute % HOUR_MINUTES,
		_(parts[part].label));
}

enum status when_clock_refuse(struct when_reading *r)
{
	return error_set(r->err, STATUS_INVALID,
		_("\"%s\" has a time that does not exist: write 18:30 or 6pm"), r->typed);
}

static enum status clock_refuse_second(struct when_reading *r)
{
	return error_set(r->err, STATUS_INVALID,
		_("\"%s\" has two times: write one, such as 18:30 or 6pm"), r->typed);
}

/* "18:30", "6pm", "18h", "21h30"; `is_bare` allows "6", "6.30" and "6ish". */
static bool clock_read_figures(const char *text, bool is_bare, struct clock *clock)
{
	int hour, minute = 0, used = 0;

	if (!isdigit((unsigned char)*text) || sscanf(text, "%2d%n", &hour, &used) != 1)
		return false;
	const char *rest = text + used;
	bool is_marked = *rest == ':' || *rest == 'h';
	if ((is_marked || *rest == '.') && isdigit((unsigned char)rest[1]) &&
		isdigit((unsigned char)rest[2])) {
		minute = (rest[1] - '0') * 10 + rest[2] - '0';
		rest += 3;
		clock->is_written =
			is_marked && *rest == ':' && strspn(rest + 1, "0123456789") == 2;
		rest += clock->is_written ? 3 : 0; /* seconds */
	}
	bool has_half = !strcmp(rest, "am") || !strcmp(rest, "pm");
	if ((*rest && !has_half && strcmp(rest, "h") != 0 && strcmp(rest, "ish") != 0) ||
		(!is_marked && !has_half && !is_bare))
		return false;
	if (has_half && (hour < 1 || hour > HALF_A_DAY))
		return false;
	clock->is_written |= *text == '0';
	clock->is_figures = is_marked;
	clock->has_half = has_half;
	clock->is_exact = has_half || hour == 0 || hour > HALF_A_DAY;
	if (has_half)
		hour = hour % HALF_A_DAY + (*rest == 'p' ? HALF_A_DAY : 0);
	clock->minute = hour * HOUR_MINUTES + minute;
	return minute < HOUR_MINUTES && clock->minute <= DAY_MINUTES;
}

/* "24:30" */
static bool clock_is_wrong(const struct token *token)
{
	size_t digits = strspn(token->text, "0123456789");

	return token->kind == TOKEN_OTHER && digits && token->text[digits] == ':';
}

/* "18.30", "ieri 9.15": a time where it can be no day of a month, or where the day is said. */
static bool is_dotted_time(const struct when_reading *r, size_t at)
{
	int first, second, used = 0;
	const char *text = r->tokens[at].text;

	if (sscanf(text, "%2d.%2d%n", &first, &second, &used) != 2 || text[used])
		return false;
	return second > MONTHS || (at && when_is_word(&r->tokens[at - 1], WORD_DAY));
}

/* "18h", but not "2h ago" or "in 2h". */
static bool has_hour_sign(const struct when_reading *r, size_t at)
{
	const struct token *sign = &r->tokens[at + 1];

	return when_is_unit(sign, UNIT_HOURS) && !strcmp(sign->text, "h") && !r->sign &&
	       !when_is_word(sign + 1, WORD_AGO) && !when_is_word(sign + 1, WORD_AND) &&
	       !(at && when_is_word(&r->tokens[at - 1], WORD_IN));
}

/* "seven pm" */
static bool clock_halve(const struct token *token, struct clock *clock)
{
	const char *half = token[1].kind == TOKEN_OTHER ? token[1].text : "";
	bool is_after = !strcmp(half, "pm");

	if ((!is_after && strcmp(half, "am") != 0) || token->value < 1 || token->value > HALF_A_DAY)
		return false;
	clock->minute = (token->value % HALF_A_DAY + (is_after ? HALF_A_DAY : 0)) * HOUR_MINUTES;
	clock->has_half = clock->is_exact = true;
	return true;
}

/* "9 days"; but "dalle 9 a mezzogiorno" is no year. */
static bool is_counting(const struct token *number)
{
	const struct token *unit = number + 1;

	return when_is_word(unit, WORD_UNIT) &&
	       !(!strcmp(unit->text, "a") && when_is_word(unit + 1, WORD_HOUR));
}

/* The hour in figures or in a word; how many tokens it is. */
static size_t clock_hour(const struct when_reading *r, size_t at, bool is_bare, struct clock *clock)
{
	const struct token *token = &r->tokens[at];
	bool has_sign = when_is_number(token) && has_hour_sign(r, at);

	*clock = (struct clock){ .minute = token->value, .is_exact = true };
	clock->is_written = *token->text == '0';
	if (when_is_word(token, WORD_HOUR))
		return 1;
	if (token->kind == TOKEN_OTHER)
		return clock_read_figures(token->text, is_bare || is_dotted_time(r, at), clock);
	if (!when_is_number(token) || token->is_day || token->digits > 2 ||
		token->value > HOURS_IN_DAY ||
		(!has_sign && (is_counting(token) || when_is_word(token + 1, WORD_MONTH))))
		return 0;
	if (clock_halve(token, clock))
		return 2;
	clock->minute = token->value * HOUR_MINUTES;
	clock->is_exact = token->value == 0 || token->value > HALF_A_DAY;
	clock->is_plain = !has_sign;
	return has_sign ? 2 : 1;
}

/* "e 30", "e mezza", "meno un quarto", "thirty" from token `at` on: the minutes, and how many
 * tokens. */
static int minutes_past_hour(const struct when_reading *r, size_t at, size_t *count)
{
	const struct token *and = &r->tokens[at];
	bool has_and = when_is_word(and, WORD_AND);
	int sign = has_and ? and->value : 1;
	const struct token *what = has_and ? and+1 : and;
	bool is_amount = when_is_number(what) && !what->is_day && what->value < HOUR_MINUTES;
	bool is_one = is_amount || when_is_word(what, WORD_ONE);

	*count = 0;
	bool has_factor = is_one && when_is_word(what + 1, WORD_MINUTES);
	if (has_and && (has_factor || when_is_word(what, WORD_MINUTES))) {
		*count = 2 + (size_t)has_factor;
		return sign * what->value * (has_factor ? what[1].value : 1);
	}
	bool is_before_month = when_is_word(what + 1, WORD_MONTH);
	if (!is_amount || is_before_month || (!has_and && what->value < 10))
		return 0;
	*count = 1 + (size_t)has_and + (size_t)when_is_unit(what + 1, UNIT_MINUTES);
	return sign * what->value;
}

/* "half past nine", "a quarter to ten", "ten minutes after noon", and the British "half nine". */
static size_t clock_before_hour(const struct when_reading *r, size_t at, struct clock *clock)
{
	size_t minutes = at + when_is_word(&r->tokens[at], WORD_ONE);
	const struct token *amount = &r->tokens[minutes];
	bool is_half = when_is_half(amount);

	if (!when_is_word(amount, WORD_MINUTES) &&
		(!when_is_number(amount) || amount->value >= HOUR_MINUTES))
		return 0;
	size_t past = minutes + 1 + when_is_unit(amount + 1, UNIT_MINUTES);
	bool has_past = when_is_word(&r->tokens[past], WORD_PAST);
	bool is_hour = has_past && r->tokens[past].value < 0 && past == minutes + 1 &&
		       amount->value % 5; /* "9 to 5" is from nine on, "5 to 9" before it */
	if (is_hour)
		return 0;
	if (!has_past && !(is_half && when_is_number(amount + 1)))
		return 0;
	size_t hour = when_skip(r, past + has_past, IS_LEADING);
	size_t count = clock_hour(r, hour, true, clock);
	if (!count)
		return 0;
	clock->minute += (has_past ? r->tokens[past].value : 1) * amount->value;
	clock->is_plain = false;
	return hour + count - at;
}

static size_t clock_whole(
	const struct when_reading *r, size_t at, bool is_bare, struct clock *clock)
{
	size_t count = clock_before_hour(r, at, clock), more = 0;

	if (count)
		return count;
	count = clock_hour(r, at, is_bare, clock);
	if (!count || clock->minute % HOUR_MINUTES)
		return count;
	int past = minutes_past_hour(r, at + count, &more);
	bool is_half_hour = when_is_word(&r->tokens[at + count + more - 1], WORD_MINUTES) &&
			    !when_is_word(&r->tokens[at + count + more], WORD_UNIT);
	if (!is_bare && clock->is_plain && !is_half_hour)
		return count;
	clock->is_plain &= !is_half_hour;
	clock->minute += past;
	return count + more;
}

/* "in the evening", "di sera" at token `at`; how many tokens it is. */
static size_t clock_part(const struct when_reading *r, size_t at, enum part *part)
{
	size_t end = when_skip(r, at, IS(WORD_IN) | IS_LEADING);

	if (!when_is_word(&r->tokens[end], WORD_PART))
		return 0;
	*part = (enum part)r->tokens[end].value;
	return end + 1 - at;
}

/* "ieri sera 9", "tonight 8" */
static bool is_behind_part(const struct when_reading *r, size_t at)
{
	return at > 1 && when_is_word(&r->tokens[at - 1], WORD_PART) &&
	       when_is_word(&r->tokens[at - 2], WORD_DAY);
}

/* ---- From one hour to another ---- */

/* The hour that a span begins with; "9 to 11" in it is nine. */
static size_t clock_first(
	const struct when_reading *r, size_t at, enum word_kind opened, struct clock *clock)
{
	const struct token *to = &r->tokens[at + 1];
	bool is_before = when_is_word(to, WORD_PAST) && to->value < 0;

	if (opened == WORD_BETWEEN || (opened == WORD_FROM && is_before))
		return clock_hour(r, at, true, clock);
	return clock_whole(r, at, opened == WORD_FROM, clock);
}

/* What leads from the first hour to the second at token `at`; how many tokens it is. */
static size_t clock_until(const struct when_reading *r, size_t at, enum word_kind opened)
{
	const struct token *token = &r->tokens[at];
	bool is_to =
		!strcmp(token->text, "a") || (when_is_word(token, WORD_PAST) && token->value < 0);

	if (opened == WORD_BETWEEN)
		return when_is_word(token, WORD_AND);
	if (when_is_word(token, WORD_UNTIL))
		return 1 + !strcmp(token[1].text, "a");
	return is_to || (opened == WORD_FROM && when_is_word(token, WORD_AT));
}

/* "from" or "between" at token `at`, or neither. */
static enum word_kind clock_opener(const struct when_reading *r, size_t at)
{
	const struct token *token = &r->tokens[at];

	if (when_is_word(token, WORD_BETWEEN) ||
		(when_is_word(token, WORD_IN) && when_is_word(token + 1, WORD_AT)))
		return WORD_BETWEEN;
	return when_is_word(token, WORD_FROM) ? WORD_FROM : WORD_NONE;
}

/* From one to six: "03:00" and "5am" say in which half of the day they are. */
static enum half clock_half(const struct clock *clock)
{
	return clock->is_exact || clock->is_written || clock->minute > NIGHT_LAST ? HALF_SAID
	       : clock->is_figures ? HALF_OPEN_IN_FIGURES
				   : HALF_OPEN;
}

/* The minute it begins: "3 to 5pm" is all in the afternoon, "11 to 1pm" and "6 to 14" are not. */
static enum status clock_begin_span(struct when_reading *r, const struct clock *from,
	const struct clock *to, const enum part parts_said[2])
{
	bool is_same_half = to->has_half && !from->is_exact && from->minute + NOON <= to->minute;
	bool is_before = to->is_exact && to->minute < from->minute + NOON;

	r->minute = from->minute + (from->minute < 0 ? DAY_MINUTES : is_same_half ? NOON : 0);
	r->is_exact_hour = from->is_exact || to->has_half;
	r->half = is_same_half || is_before ? HALF_SAID : clock_half(from);
	if (parts_said[0] != PART_NONE)
		return when_clock_fit(r, parts_said[0]);
	if (parts_said[1] != PART_NONE)
		clock_fits(r, parts_said[1]);
	return STATUS_OK;
}

/* "9 to 5", which no clock says. */
static bool is_span_of_figures(const struct when_reading *r, size_t at)
{
	const struct token *first = &r->tokens[at], *to = first + 1;

	return first->digits && !first->is_day && first->value % 5 && when_is_word(to, WORD_PAST) &&
	       to->value < 0;
}

enum status when_clock_cut_span(struct when_reading *r, size_t at, bool *has_span)
{
	enum word_kind opened = clock_opener(r, at);
	size_t end = opened == WORD_NONE ? at : when_skip(r, at + 1, IS_LEADING), count;
	enum part said[2] = { PART_NONE, PART_NONE };
	struct clock from, to;

	*has_span = false;
	if (at && when_is_word(&r->tokens[at - 1], WORD_MONTH) && !when_is_behind_day(r, at))
		return STATUS_OK; /* "november 3 to 5" */
	count = clock_first(r, end, opened, &from);
	bool is_sure = opened != WORD_NONE || (count && !from.is_plain) ||
		       is_span_of_figures(r, at) ||
		       (when_is_behind_day(r, at) && clock_until(r, at + count, opened));
	if (!count || !is_sure)
		return STATUS_OK;
	end += count + when_is_word(&r->tokens[end + count], WORD_CLOCK);
	end += clock_part(r, end, &said[0]);
	count = clock_until(r, end, opened);
	end = when_skip(r, end + count, IS_LEADING);
	count = count ? clock_whole(r, end, true, &to) : 0;
	if (!count)
		return STATUS_OK;
	if (r->minute >= 0)
		return clock_refuse_second(r);
	end += count + when_is_word(&r->tokens[end + count], WORD_CLOCK);
	end += clock_part(r, end, &said[1]);
	when_drop_tokens(r, at, end - at);
	*has_span = true;
	return clock_begin_span(r, &from, &to, said);
}

/* ---- One time ---- */

enum status when_clock_cut(struct when_reading *r, size_t at, bool is_bare, bool *has_time)
{
	struct clock clock;
	enum part part = PART_NONE;
	size_t count = clock_whole(r, at, is_bare, &clock);

	*has_time = false;
	if (!count)
		return clock_is_wrong(&r->tokens[at]) ? when_clock_refuse(r) : STATUS_OK;
	bool is_said = is_bare || is_behind_part(r, at) || !clock.is_plain ||
		       when_is_word(&r->tokens[at + count], WORD_CLOCK);
	count += when_is_word(&r->tokens[at + count], WORD_CLOCK);
	size_t of_part = clock_part(r, at + count, &part);
	if (!is_said && of_part < 2) /* "9 in the evening", but not "9 evening" */
		return STATUS_OK;
	*has_time = true;
	if (r->minute >= 0)
		return clock_refuse_second(r);
	r->minute = clock.minute < 0 ? clock.minute + DAY_MINUTES : clock.minute;
	r->is_exact_hour = clock.is_exact;
	r->half = clock_half(&clock);
	when_drop_tokens(r, at, count + of_part);
	r->is_any_night |= part == PART_NIGHT || part == PART_SMALL_HOURS;
	enum status status = part == PART_NONE ? STATUS_OK : when_clock_fit(r, part);
	/* The day reaches to four: "5 di notte" is its beginning. */
	if (r->minute >= DAY_MINUTES + DAY_BEGINS_AT_MINUTE)
		r->minute -= DAY_MINUTES;
	return status;
}

int when_clock_begin(enum part part)
{
	return parts[part].first * HOUR_MINUTES;
}
