/* Cutting what was typed into tokens: words and numbers, the time of day and fillers taken out.
 * Not here: the words (when_words.c), the time (when_clock.c), what the tokens mean together
 * (when_shapes.c). */
#include "people/words/when_tokens.h"

#include "filo/base/fold.h"
#include "people/words/when_clock.h"
#include "people/words/when_days.h"
#include "people/words/when_figures.h"
#include "people/words/when_phrases.h"
#include "people/words/when_plain.h"
#include "people/words/when_spans.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NUMBER_MAX 1000000
#define MARCH      3
/* "9-11h" is so many. */
#define TOKENS_OF_WORD 5

bool when_is_word(const struct token *token, enum word_kind kind)
{
	return token->kind == TOKEN_WORD && token->word == kind;
}

bool when_is_one_of(const struct token *token, uint64_t kinds)
{
	return token->kind == TOKEN_WORD && (kinds & IS(token->word));
}

size_t when_skip(const struct when_reading *r, size_t at, uint64_t kinds)
{
	while (when_is_one_of(&r->tokens[at], kinds))
		at++;
	return at;
}

bool when_is_unit(const struct token *token, enum unit unit)
{
	return when_is_word(token, WORD_UNIT) && token->value == (int)unit;
}

bool when_is_plural(const struct token *unit)
{
	size_t len = strlen(unit->text);

	return len > 1 && strchr("sie", unit->text[len - 1]) && strcmp(unit->text, "mese") != 0;
}

bool when_is_number(const struct token *token)
{
	return token->kind == TOKEN_NUMBER || when_is_word(token, WORD_NUMBER);
}

bool when_is_year(const struct token *token)
{
	return token->kind == TOKEN_NUMBER && token->digits == 4 &&
	       !when_is_word(token + 1, WORD_UNIT);
}

bool when_is_half(const struct token *token)
{
	return when_is_word(token, WORD_MINUTES) && token->value == 30;
}

void when_set_word(struct token *token, enum word_kind kind, int value)
{
	*token = (struct token){
		.kind = TOKEN_WORD, .word = kind, .value = value, .text = token->text
	};
}

void when_set_number(struct token *token, int value)
{
	*token = (struct token){ .kind = TOKEN_NUMBER,
		.value = value,
		.digits = 1,
		.is_day = token->is_day,
		.text = token->text };
}

void when_drop_tokens(struct when_reading *r, size_t at, size_t count)
{
	memmove(&r->tokens[at], &r->tokens[at + count],
		(r->count - at - count) * sizeof *r->tokens);
	r->count -= count;
	for (size_t i = r->count; i < r->count + count; i++)
		r->tokens[i] = (struct token){ .kind = TOKEN_END, .text = "" };
}

int when_full_year(int year, int digits)
{
	if (digits > 2)
		return year;
	return year < 70 ? 2000 + year : 1900 + year;
}

/* ---- Words and numbers ---- */

/* "nov.", "12th", "1°": what ends a word and says nothing, but that the number is a day's. True: it
 * was such a number. */
static bool trim_end(char *text)
{
	static const char *const ends[] = { "st", "nd", "rd", "th", "\u00b0", "\u00ba", "o" };
	size_t len = strlen(text), digits = strspn(text, "0123456789");

	if (len > 3 && !strcmp(text + len - 2, "'s")) /* "in a week's time" */
		text[len - 2] = '\0';
	/* "nov.", and "meta'" for "metà" */
	len = strlen(text);
	if (len > 1 && strchr(".'", text[len - 1]) && isalpha((unsigned char)text[len - 2]))
		text[len - 1] = '\0';
	for (size_t i = 0; digits && i < sizeof ends / sizeof *ends; i++) {
		if (!strcmp(text + digits, ends[i])) {
			text[digits] = '\0';
			return true;
		}
	}
	return false;
}

/* "l'anno", "un'ora", "all'8": what stands before the apostrophe says nothing more, but before a
 * number that it is a day. */
static char *trim_start(const struct when_reading *r, char *text, bool *is_day)
{
	static const char *const starts[] = { "l'", "d'", "all'", "dall'", "dell'", "nell'",
		"sull'" };
	int value;

	for (size_t i = 0; r->with_italian && i < sizeof starts / sizeof *starts; i++) {
		size_t len = strlen(starts[i]);
		if (strncmp(text, starts[i], len) != 0)
			continue;
		bool is_number = isdigit((unsigned char)text[len]);
		*is_day = is_number;
		return is_number || when_word(text + len, true, &value) != WORD_NONE ? text + len
										     : text;
	}
	return text;
}

/* "mar" is martedì by itself, and marzo behind the day of a month, before a year, or beside a month
 * in a span. */
static void make_march(struct token *token)
{
	if (when_is_word(token, WORD_WEEKDAY) && !strcmp(token->text, "mar"))
		when_set_word(token, WORD_MONTH, MARCH);
}

static struct token *add_number(struct when_reading *r, const char *text, int digits)
{
	long number = strtol(text, NULL, 10);
	struct token *token = &r->tokens[r->count++];

	*token = (struct token){ .kind = TOKEN_NUMBER,
		.digits = digits,
		.value = number > NUMBER_MAX ? NUMBER_MAX : (int)number,
		.text = text };
	if (digits == 4 && r->count > 1)
		make_march(token - 1);
	return token;
}

static void add_word(struct when_reading *r, const char *text)
{
	struct token *token = &r->tokens[r->count++];

	*token = (struct token){ .text = text };
	token->word = when_word(text, r->with_italian, &token->value);
	token->kind = token->word == WORD_NONE ? TOKEN_OTHER : TOKEN_WORD;
	if (r->count > 1 && token[-1].kind == TOKEN_NUMBER)
		make_march(token);
	bool is_behind_nth =
		r->count > 1 && (token[-1].is_day || when_is_word(&token[-1], WORD_ORDINAL));
	if (is_behind_nth && !strcmp(text, "time")) /* "the first time" */
		token->kind = TOKEN_OTHER;
	/* "ago" is agosto to an Italian, but for one who writes "2 weeks ago". */
	if (r->count > 1 && when_is_word(&token[-1], WORD_UNIT) && !strcmp(text, "ago"))
		when_set_word(token, WORD_AGO, 0);
	if (when_is_word(token, WORD_DAYPART)) { /* "stasera" is "oggi", "sera" */
		int value = token->value;
		when_set_word(token, WORD_DAY, value / PARTS - 1);
		r->tokens[r->count] = *token;
		when_set_word(&r->tokens[r->count++], WORD_PART, value % PARTS);
	}
}

/* "'26" */
static bool is_short_year(const char *text)
{
	return *text == '\'' && strspn(text + 1, "0123456789") == 2 && !text[3];
}

bool when_is_behind_day(const struct when_reading *r, size_t at)
{
	const struct token *day = at ? &r->tokens[at - 1] : &r->tokens[at];
	bool is_month = when_is_word(day, WORD_MONTH);
	const struct token *number = is_month ? day - 1 : day;
	const struct token *month = is_month ? day : day - 1;
	bool has_month = at > 1 && number->kind == TOKEN_NUMBER && when_is_word(month, WORD_MONTH);

	return at && (has_month || day->kind == TOKEN_OTHER || !strcmp(day->text, "h") ||
			     when_is_one_of(day,
				     IS(WORD_DAY) | IS(WORD_PART) | IS(WORD_FEAST) | IS(WORD_AT)));
}

/* "fri 15-17" is no date; "fri 22-2" none on a Friday, and the hours of a night. */
static bool has_hours_of_weekday(struct when_reading *r, const char *text)
{
	const struct token *day = r->count ? &r->tokens[r->count - 1] : &r->tokens[r->count];
	int from, to, used = 0;
	struct when past, ahead;

	if (!when_is_word(day, WORD_WEEKDAY) || sscanf(text, "%2d-%2d%n", &from, &to, &used) != 2 ||
		text[used] || from > HOURS_IN_DAY || to > HOURS_IN_DAY)
		return false;
	if (when_read_figures(r, &past, text, WHEN_PAST) != STATUS_OK ||
		when_read_figures(r, &ahead, text, WHEN_FUTURE) != STATUS_OK)
		return true;
	bool is_night =
		from > HOURS_IN_DAY / 2 && to < HOURS_IN_DAY / 2 && from - to >= HOURS_IN_DAY / 2;
	return is_night && date_weekday(past.day) != day->value &&
	       date_weekday(ahead.day) != day->value;
}

/* Whether "11-15" stands before a month, or behind one that has no day. */
static bool is_beside_month(const struct when_reading *r, const char *next)
{
	return when_first_word(next, r->with_italian) == WORD_MONTH ||
	       (r->count && when_is_word(&r->tokens[r->count - 1], WORD_MONTH));
}

/* "mon-fri", "nov-dec", "gen-mar" */
static bool is_span_of_words(const struct when_reading *r, const char *text, const char *second)
{
	enum word_kind from = when_first_word(text, r->with_italian);
	enum word_kind to = when_first_word(second, r->with_italian);
	bool has_march = !strncmp(text, "mar-", 4) || !strcmp(second, "mar");

	return (from == WORD_WEEKDAY || from == WORD_MONTH) &&
	       (to == from || (has_march && (to == WORD_WEEKDAY || to == WORD_MONTH)));
}

/* "9:30-11", "3-5pm", "3rd-5th nov", "20/12-6/1": becomes "from", "9:30", "-", and the second is
 * returned. */
static char *add_first_of_span(struct when_reading *r, char *text, const char *next)
{
	char *mark = strchr(text, '-');
	bool is_span = isdigit((unsigned char)*text) && mark && isdigit((unsigned char)mark[1]) &&
		       !strchr(mark + 1, '-');

	bool is_surely = strchr(text, ':') || strstr(text, "am") || strstr(text, "pm");
	bool is_of_hours = is_span && (is_surely || when_is_behind_day(r, r->count) ||
					      has_hours_of_weekday(r, text));
	bool is_of_dates = is_span && strchr(text, '/') < mark && strchr(mark, '/');
	if (!is_of_hours && !is_of_dates && !(is_span && is_beside_month(r, next)) &&
		!(mark && is_span_of_words(r, text, mark + 1)))
		return text;
	*mark = '\0';
	if (is_of_hours)
		add_word(r, "from");
	bool is_day = trim_end(text);
	if (text[strspn(text, "0123456789")])
		add_word(r, text);
	else
		add_number(r, text, (int)strlen(text))->is_day = is_day;
	add_word(r, "-");
	return mark + 1;
}

/* A number with a unit stuck to it, "3d", "2x", becomes two tokens; "h21" too. `next` is what
 * follows. */
static void add_token(struct when_reading *r, char *text, const char *next)
{
	bool is_day = false;
	int unit;

	text = add_first_of_span(r, trim_start(r, text, &is_day), next);
	if (is_short_year(text)) {
		struct token *year = add_number(r, text, 4);
		year->value = when_full_year(atoi(text + 1), 2);
		return;
	}
	if ((*text == '+' || *text == '-') && isdigit((unsigned char)text[1]))
		r->sign = *text++ == '+' ? 1 : -1;
	if (*text == 'h' && isdigit((unsigned char)text[1])) {
		add_word(r, "h");
		text++;
	}
	is_day |= trim_end(text);
	size_t digits = strspn(text, "0123456789");
	enum word_kind counted = when_word(text + digits, r->with_italian, &unit);
	if (digits && digits != FIGURES_DIGITS && !text[digits]) {
		add_number(r, text, (int)digits)->is_day = is_day;
	} else if (digits && (counted == WORD_UNIT || counted == WORD_TIMES)) {
		add_number(r, text, 1);
		add_word(r, text + digits);
	} else {
		add_word(r, text);
	}
}

/* ---- What says nothing ---- */

/* What may follow "at", "in", "a", "verso", and is no time of day. */
static bool is_some_day(const struct token *token)
{
	return when_is_one_of(token, (IS_DAYS & ~IS(WORD_UNIT)) | IS(WORD_EDGE) | IS(WORD_PART) |
					     IS(WORD_HOUR) | IS(WORD_WHICH) | IS(WORD_DAY) |
					     IS(WORD_PAST) | IS(WORD_FROM));
}

/* "a gennaio", "in the fall", "in 2024": the word before it; "a" is no year there. */
static bool is_before_some_day(const struct when_reading *r, size_t at)
{
	const struct token *token = &r->tokens[at];
	const struct token *next = &r->tokens[when_skip(r, at + 1, IS(WORD_FILLER))];
	bool is_a = !strcmp(token->text, "a") && !when_is_word(token, WORD_UNTIL);
	bool is_short = is_a || when_is_word(token, WORD_IN);
	const struct token *before = at ? token - 1 : token;
	bool is_after_number = before->kind == TOKEN_NUMBER && !before->is_day;

	return is_short && !is_after_number && (is_some_day(next) || when_is_year(next));
}

/* "twenty one" is 21, "twenty third" the 23rd. */
static bool has_tens(const struct token *token)
{
	return when_is_word(token, WORD_NUMBER) && (token->value == 20 || token->value == 30) &&
	       when_is_one_of(token + 1, IS(WORD_NUMBER) | IS(WORD_ORDINAL)) && token[1].value < 10;
}

/* "a couple of", "un paio di", "una decina di", "a half": the second counts. */
static bool is_one_of_many(const struct token *token)
{
	return when_is_one_of(token, IS(WORD_NUMBER) | IS(WORD_ONE)) &&
	       when_is_one_of(token + 1, IS_AMOUNT);
}

static bool leads_to_last(const struct token *token)
{
	static const char *const words[] = { "to", "a", "al", "alla" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!strcmp(token->text, words[i]))
			return true;
	return when_is_word(token, WORD_UNTIL);
}

/* "da gennaio a mar", "mar-mag", "tra gen e mar" */
static void find_march(struct when_reading *r)
{
	bool is_between = false;

	for (size_t i = 0; i + 2 < r->count; i++) {
		struct token *from = &r->tokens[i], *to = from + 2;
		is_between |= when_is_one_of(from, IS(WORD_BETWEEN) | IS(WORD_IN));
		if (!leads_to_last(from + 1) && !(is_between && when_is_word(from + 1, WORD_AND)))
			continue;
		if (when_is_word(to, WORD_MONTH))
			make_march(from);
		else if (when_is_word(from, WORD_MONTH) && to[1].kind != TOKEN_NUMBER)
			make_march(to);
	}
}

/* "Twenty one" is one number, "2 ore fa", "fra 2 ore" are hours, "alle ore 21" is a time; "a week"
 * is no year. */
static void find_units(struct when_reading *r)
{
	for (size_t i = 0; i < r->count; i++) {
		struct token *next = &r->tokens[i + 1];
		if (has_tens(&r->tokens[i])) {
			next->value += r->tokens[i].value;
			when_drop_tokens(r, i, 1);
		}
		if (when_is_word(next, WORD_UNIT) && !strcmp(r->tokens[i].text, "a"))
			when_set_word(&r->tokens[i], WORD_ONE, 1);
		bool is_behind = i && !when_is_one_of(next - 2, IS(WORD_AT) | IS(WORD_DAY));
		bool is_last = next->kind == TOKEN_END ||
			       when_is_one_of(next, IS(WORD_AND) | IS(WORD_ABOUT));
		if (!strcmp(r->tokens[i].text, "ore") &&
			(when_is_word(next, WORD_AGO) || (is_behind && is_last)))
			when_set_word(&r->tokens[i], WORD_UNIT, UNIT_HOURS);
	}
}

/* "h 21" */
static bool is_hour_sign(const struct when_reading *r, size_t at)
{
	return when_is_unit(&r->tokens[at], UNIT_HOURS) && !strcmp(r->tokens[at].text, "h") &&
	       !(at && r->tokens[at - 1].kind == TOKEN_NUMBER);
}

static void drop_filler(struct when_reading *r, size_t at)
{
	struct token *next = &r->tokens[at + 1];
	bool is_from = !strncmp(r->tokens[at].text, "da", 2); /* "dal 12" */

	/* "the week of 9" is not that of the number */
	r->is_ahead |= r->tokens[at].value == AHEAD;
	r->is_open |= at == 0 && is_from;
	bool is_of_week = at && when_is_unit(next - 2, UNIT_WEEKS);
	if ((r->tokens[at].value == ARTICLE || is_of_week) && when_is_number(next))
		next->is_day = true;
	if (is_from && at > 1 && when_is_word(next - 2, WORD_UNIT)) /* "una settimana dal 2" */
		when_set_word(next - 1, WORD_FROM, 1);
	else
		when_drop_tokens(r, at, 1);
}

/* "at", "verso", "alle ore" at token `at`: the time behind it, or the day, which needs no word. */
static enum status cut_at(struct when_reading *r, size_t at)
{
	size_t hour = when_skip(r, at, IS(WORD_AT) | IS(WORD_ABOUT));
	bool has_time, is_about = when_is_word(&r->tokens[at], WORD_ABOUT);
	const struct token *day = &r->tokens[when_skip(r, at + 1, IS(WORD_FILLER))];

	enum status status = when_clock_cut(r, hour, true, &has_time);
	if (status != STATUS_OK)
		return status;
	if (!has_time && !is_about && !is_some_day(day) && !isdigit((unsigned char)*day->text))
		return when_not_understood(r);
	if (!has_time && !is_about && !is_some_day(day))
		return when_clock_refuse(r);
	r->is_about |= !has_time && is_about && !when_is_word(day, WORD_PART);
	when_drop_tokens(r, at, has_time ? hour - at : 1);
	return STATUS_OK;
}

/* "un mesetto" is about a month. */
static bool is_rough_unit(const struct token *token)
{
	return when_is_word(token, WORD_UNIT) && token->value >= UNIT_MONTHS &&
	       strstr(token->text, "ett");
}

/* A number is settled: how many, or how many about. */
static void settle_number(struct when_reading *r, struct token *token)
{
	r->is_few |= when_is_word(token, WORD_FEW);
	r->is_about |= when_is_word(token, WORD_SCORE) || is_rough_unit(token);
	token->is_day |= when_is_word(token, WORD_ORDINAL);
	if (when_is_one_of(token, IS_AMOUNT | IS(WORD_ONE) | IS(WORD_ORDINAL)))
		when_set_number(token, token->value);
}

/* "from the 11th to the 15th", "dal 3 al 5", "tra lunedì e venerdì": whether token `at` opens days,
 * not some of them; what leads to the last becomes WORD_UNTIL. */
static bool opens_days(struct when_reading *r, size_t at)
{
	const struct token *opener = &r->tokens[at];
	bool is_from = when_is_word(opener, WORD_FROM) ||
		       (when_is_word(opener, WORD_FILLER) && !strncmp(opener->text, "da", 2));
	struct token *until = NULL;

	if (!is_from && !when_is_one_of(opener, IS(WORD_BETWEEN) | IS(WORD_IN)))
		return false;
	for (size_t i = at + 2; i < r->count; i++) {
		struct token *token = &r->tokens[i];
		bool is_until = is_from ? leads_to_last(token) : when_is_word(token, WORD_AND);
		if (!is_until && when_is_word(token, WORD_UNIT)) /* "from 2 to 3 days ago" */
			return is_from && until;
		until = is_until ? token : until;
	}
	if (until && until[1].kind != TOKEN_END)
		when_set_word(until, WORD_UNTIL, 0);
	return until && until[1].kind != TOKEN_END;
}

/* "from friday", "da domani in poi": ahead that is their first day. */
static bool begins_with_start(const struct when_reading *r)
{
	const struct token *day = &r->tokens[when_skip(r, 1, IS(WORD_FILLER))];
	bool is_number = isdigit((unsigned char)*day->text) && !when_is_word(day + 1, WORD_UNIT);

	return r->sense == WHEN_FUTURE && (is_some_day(day) || is_number);
}

/* "for 2 weeks", "for a whole week": ahead the next 2 weeks; of what was, no day. */
static bool is_for_long(const struct when_reading *r, size_t at)
{
	const struct token *token = &r->tokens[at];
	bool is_for = when_is_word(token, WORD_FILLER) && token->value == DURING;
	bool is_amount = token[1].kind == TOKEN_NUMBER || when_is_half(token + 1) ||
			 when_is_one_of(token + 1, IS_AMOUNT | IS(WORD_ONE));
	size_t unit = when_skip(r, at + 2, IS_AMOUNT | IS(WORD_ONE) | IS(WORD_FILLER));

	return is_for && is_amount && when_is_word(&r->tokens[unit], WORD_UNIT);
}

/* Times and fillers, from the first word to the last. */
static enum status cut_fillers(struct when_reading *r)
{
	find_units(r);
	find_march(r);
	for (size_t i = 0; i < r->count;) {
		struct token *token = &r->tokens[i];
		enum status status = STATUS_OK;
		bool has_time = false;
		if (is_hour_sign(r, i))
			when_set_word(token, WORD_AT, 0);
		status = when_clock_cut_span(r, i, &has_time);
		if (status != STATUS_OK || has_time) {
			/* It is cut, or refused. */
		} else if (opens_days(r, i)) {
			when_drop_tokens(r, i, 1);
		} else if (is_for_long(r, i)) {
			when_set_word(token, r->sense == WHEN_PAST ? WORD_NONE : WORD_FOR, FEW_OF);
		} else if (when_is_word(token, WORD_FILLER)) {
			drop_filler(r, i);
		} else if (is_before_some_day(r, i) || is_one_of_many(token)) {
			when_drop_tokens(r, i, 1);
		} else if (when_is_one_of(token, IS(WORD_AT) | IS(WORD_ABOUT))) {
			status = cut_at(r, i);
		} else if (when_is_word(token, WORD_FROM)) { /* "dalle 9"; "a week from friday" */
			status = when_clock_cut(r, i + 1, true, &has_time);
			bool is_open = !has_time && i == 0 && begins_with_start(r);
			r->is_open |= is_open;
			when_drop_tokens(r, i, has_time || is_open);
			i += !has_time && !is_open;
		} else {
			status = when_clock_cut(r, i, false, &has_time);
			if (status == STATUS_OK && !has_time)
				settle_number(r, &r->tokens[i++]);
		}
		if (status != STATUS_OK)
			return status;
	}
	return STATUS_OK;
}

enum status when_cut(struct when_reading *r, const char *typed, struct strbuf *folded)
{
	r->typed = typed;
	r->minute = -1;
	r->first = r->last = DAY_NONE;
	text_fold(folded, typed);
	when_make_plain(folded->data);
	char *at = folded->data + strspn(folded->data, " ,");
	while (*at && r->count + TOKENS_OF_WORD <= TOKENS_MAX) {
		size_t of_several = when_words_len(at, r->with_italian);
		char *word = at;
		at += of_several ? of_several : strcspn(at, " ,");
		if (*at)
			*at++ = '\0';
		at += strspn(at, " ,");
		if (of_several)
			add_word(r, word);
		else
			add_token(r, word, at);
	}
	if (*at) /* so many words are no date */
		when_drop_tokens(r, 0, r->count);
	r->tokens[r->count] = (struct token){ .kind = TOKEN_END, .text = "" };
	enum status status = cut_fillers(r);
	if (status == STATUS_OK)
		status = when_join_phrases(r);
	when_turn_length(r);
	return status;
}
