/* Reading a date that a person typed, and writing it out again.
 * Not here: the tokens (when_tokens.c), their shapes (when_shapes.c), durations (duration.c). */
#include "filo/people/words/when.h"

#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/people/conversation.h"
#include "filo/people/words/duration.h"
#include "people/words/when_days.h"
#include "people/words/when_shapes.h"
#include "people/words/when_spans.h"
#include "people/words/when_stamp.h"
#include "people/words/when_tokens.h"

#include <stdio.h>

#define YEAR_AND_MORE 400 /* seen from so many days away, a year is written too */
#define DAYS_AROUND   3   /* "verso il 10" is as exact */
#define JUST_OVER     61  /* days: what is over for longer is more likely that of next year, */
#define LONG_BEGUN    183 /* and so is what began before that, though it goes on */

/* "yesterday", "last week", "the other day", "2 weeks ago" */
static bool says_past(const struct when_reading *r)
{
	for (const struct token *token = r->tokens; token->kind != TOKEN_END; token++)
		if (when_is_one_of(token, IS(WORD_AGO) | IS(WORD_OTHER)) ||
			(when_is_one_of(token, IS(WORD_DAY) | IS(WORD_WHICH)) &&
				token->value < 0) ||
			(when_is_word(token, WORD_PERIOD) && token->which < 0))
			return true;
	return false;
}

static enum status read_cut(struct when_reading *r, struct when *out)
{
	bool is_past = r->sense == WHEN_FUTURE && says_past(r);
	enum status status = when_read_shape(r, out);
	bool is_around = status == STATUS_OK && r->is_about && r->first == DAY_NONE;

	if (is_around && out->precision == PRECISION_DAY)
		status = when_give_likely(
			r, out, out->day - DAYS_AROUND, out->day + DAYS_AROUND, out->day);
	if (status != STATUS_OK)
		return status;
	is_past &= !r->takes_past && when_last_day(out) < r->today;
	bool is_ahead = r->is_ahead && r->sense == WHEN_PAST;
	return is_past || is_ahead ? when_refuse_side(r) : status;
}

/* *cut: the reading between cutting and understanding, with its words in `folded`. */
static enum status read_typed(struct when_reading *r, const char *text, struct when *out,
	struct when_reading *cut, struct strbuf *folded)
{
	if (text_is_blank(text))
		return error_set(r->err, STATUS_INVALID, _("A date is missing"));
	enum status status = when_cut(r, text, folded);
	*cut = *r;
	if (when_read_stamp(text, out))
		return STATUS_OK;
	return status == STATUS_OK ? read_cut(r, out) : status;
}

static enum status read_one(struct when_reading *r, const char *text, struct when *out)
{
	struct strbuf folded = STRBUF_INIT;
	struct when_reading cut;
	enum status status = read_typed(r, text, out, &cut, &folded);

	strbuf_fini(&folded);
	return status;
}

enum status when_parse(const char *text, enum when_sense sense, day_number today,
	const char *language, bool day_first, struct when *out, struct error *err)
{
	struct when_reading r = { .sense = sense,
		.today = today,
		.day_first = day_first,
		.with_italian = when_has_italian(language),
		.err = err };

	return read_one(&r, text, out);
}

/* In the language of the locale, of any day. */
static struct when_reading when_reading_here(
	enum when_sense sense, day_number today, struct error *err)
{
	return (struct when_reading){ .sense = sense,
		.today = today,
		.day_first = i18n_is_day_first(),
		.with_italian = when_has_italian(i18n_language()),
		.takes_past = true,
		.err = err };
}

enum status when_parse_here(const char *text, enum when_sense sense, day_number today,
	struct when *out, struct error *err)
{
	struct when_reading r = when_reading_here(sense, today, err);

	return read_one(&r, text, out);
}

/* "17 nov", "christmas", "the week of 9 nov": not told by today, nor by a word of these `kinds`. */
static bool is_of_calendar(const struct when_reading *r, uint64_t kinds)
{
	bool is_unit = false, is_named = false, is_told = false;

	kinds |= IS(WORD_DAY) | IS(WORD_WHICH) | IS(WORD_PERIOD);
	for (const struct token *token = r->tokens; token->kind != TOKEN_END; token++) {
		if (token > r->tokens && when_is_word(token, WORD_FOR))
			break; /* how long */
		is_told |= when_is_one_of(token, kinds);
		is_unit |= when_is_word(token, WORD_UNIT);
		is_named |=
			when_is_one_of(token, IS(WORD_MONTH) | IS(WORD_SEASON) | IS(WORD_FEAST));
	}
	return !is_told && (!is_unit || is_named);
}

/* Of what is noted afterwards. Of any year those days are meant that have begun and are not long
 * over; of a last day the first such from `begin` on, which has passed, but for a weekday. */
static void take_passed(
	struct when_reading cut, day_number begin, day_number *first, day_number *last)
{
	struct when when = { .day = DAY_NONE };
	day_number today = cut.today, from, to;
	bool is_last = begin != DAY_NONE;

	if (is_last ? begin >= today : *first <= today)
		return;
	cut.today = is_last ? begin : date_add_months(today, -12);
	if (!is_of_calendar(&cut, is_last ? IS(WORD_WEEKDAY) : 0) ||
		read_cut(&cut, &when) != STATUS_OK)
		return;
	when_read_ends(&cut, &when, &from, &to);
	bool has_begun = from <= today && from > today - LONG_BEGUN;
	if (is_last ? to >= begin : has_begun && to >= today - JUST_OVER) {
		*first = from;
		*last = to;
	}
}

/* "from 18 to 20", which was meant as days of a month, too. */
static bool is_time_alone(const struct when_reading *cut)
{
	return cut->minute >= 0 && cut->tokens[0].kind == TOKEN_END;
}

/* `begin`: their first day where that has been read, or DAY_NONE. */
static enum status read_days(const char *text, enum when_sense sense, day_number today,
	day_number begin, day_number *first, day_number *last, struct error *err)
{
	struct when_reading r = when_reading_here(sense, today, err), cut = r;
	struct strbuf folded = STRBUF_INIT;
	struct when when = { .day = DAY_NONE };

	r.takes_days = sense == WHEN_FUTURE && begin == DAY_NONE;
	enum status status = read_typed(&r, text, &when, &cut, &folded);

	if (status == STATUS_OK && sense == WHEN_FUTURE && is_time_alone(&cut))
		status = error_set(
			err, STATUS_INVALID, _("\"%s\" is a time of day: say which day"), text);
	if (status == STATUS_OK)
		when_read_ends(&r, &when, first, last);
	bool is_ahead = status == STATUS_OK && sense == WHEN_FUTURE;
	if (is_ahead)
		take_passed(cut, begin, first, last);
	if (is_ahead && r.is_open && begin == DAY_NONE)
		*last = DAY_NONE;
	else if (is_ahead && begin == DAY_NONE && *first > *last) /* "until yesterday" */
		status = when_refuse_side(&r);
	else if (is_ahead && begin != DAY_NONE && when_is_length(&cut, begin))
		status = when_last_of_length(&cut, begin, last);
	else if (is_ahead)
		status = when_accept_last(cut, NULL, begin == DAY_NONE ? *first : begin, last);
	strbuf_fini(&folded);
	return status;
}

enum status when_parse_days(const char *text, enum when_sense sense, day_number today,
	day_number *first, day_number *last, struct error *err)
{
	return read_days(text, sense, today, DAY_NONE, first, last, err);
}

enum status when_parse_last(
	const char *text, day_number first, day_number today, day_number *last, struct error *err)
{
	day_number begin;

	return read_days(text, WHEN_FUTURE, today, first, &begin, last, err);
}

enum status when_parse_ahead(const char *text, day_number today, day_number *out, struct error *err)
{
	struct when when = { .day = DAY_NONE };
	struct when_reading r = when_reading_here(WHEN_FUTURE, today, err);

	r.is_ahead = true;
	enum status status = read_one(&r, text, &when);
	if (status == STATUS_OK && when.day <= today)
		status = error_set(err, STATUS_INVALID, "%s",
			_("That day is not in the future: try tomorrow, fri, 2w or 12 oct"));
	if (status == STATUS_OK)
		*out = when.day;
	return status;
}

bool when_is_to_come(const struct when *when, day_number today)
{
	day_number counts_for = conversation_contact_day(when->day, when->precision, when->minute);
	int passed = when->precision == PRECISION_TIME ? date_minutes_into(today) : -1;

	if (passed >= 0 && when->day >= today && when->day <= today + 1)
		return (when->day - today) * DAY_MINUTES + when->minute > passed;
	return (counts_for == DAY_NONE ? when->day : counts_for) > today;
}

day_number when_last_day(const struct when *when)
{
	static const int months[] = {
		[PRECISION_MONTH] = 1, [PRECISION_SEASON] = 3, [PRECISION_YEAR] = 12
	};

	return when->precision <= PRECISION_DAY
		       ? when->day
		       : date_add_months(when->day, months[when->precision]) - 1;
}

/* What was after midnight counts for the evening before: tomorrow's date is today then. */
static bool is_of_night_before(const struct when *when, day_number today)
{
	bool is_after_midnight = date_minutes_into(today) >= DAY_MINUTES;

	return when->precision == PRECISION_TIME && when->day <= today + is_after_midnight &&
	       when->minute < DAY_BEGINS_AT_MINUTE;
}

void when_describe(const struct when *when, day_number today, char *out, size_t size)
{
	char date[80], relative[80];

	if (when->precision > PRECISION_DAY) {
		date_format_short(when->day, when->precision, today, out, size);
		return;
	}
	date_format_long(when->day, date, sizeof date);
	when_relative(
		when->day - is_of_night_before(when, today), today, relative, sizeof relative);
	if (when->precision == PRECISION_TIME)
		snprintf(out, size, "%s %02d:%02d, %s", date, when->minute / 60, when->minute % 60,
			relative);
	else
		snprintf(out, size, "%s, %s", date, relative);
}

const char *when_uncounted(enum precision precision)
{
	return precision > PRECISION_DAY
		       ? _("Without a day it does not count for when you were last in touch.")
		       : "";
}

void when_write(struct strbuf *out, const struct when *when)
{
	char words[64];

	if (when->day == DAY_NONE)
		return;
	if (when->precision > PRECISION_DAY) {
		date_format_short(
			when->day, when->precision, when->day + YEAR_AND_MORE, words, sizeof words);
		strbuf_add(out, words);
		return;
	}
	strbuf_add(out, date_format_iso(when->day, words));
	if (when->precision == PRECISION_TIME)
		strbuf_add_format(out, " %02d:%02d", when->minute / 60, when->minute % 60);
}
