/* Cutting what was typed into tokens: words and numbers, the time of day and fillers taken out.
 * Not here: the words (when_words.c), what the tokens mean together (when.c). */
#include "people/words/when_tokens.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HALF_A_DAY   12
#define HOUR_MINUTES 60
#define DAY_MINUTES  (24 * HOUR_MINUTES)
#define NUMBER_MAX   1000000
#define MARCH        3
#define MONTHS       12
#define SATURDAY     5

bool when_is_word(const struct token *token, enum word_kind kind)
{
	return token->kind == TOKEN_WORD && token->word == kind;
}

static bool is_number(const struct token *token)
{
	return token->kind == TOKEN_NUMBER || when_is_word(token, WORD_NUMBER);
}

static void set_word(struct token *token, enum word_kind kind, int value)
{
	*token = (struct token){
		.kind = TOKEN_WORD, .word = kind, .value = value, .text = token->text
	};
}

void when_drop_tokens(struct when_reading *r, size_t at, size_t count)
{
	memmove(&r->tokens[at], &r->tokens[at + count],
		(r->count - at - count + 1) * sizeof *r->tokens);
	r->count -= count;
}

/* ---- Words and numbers ---- */

/* "nov.", "12th", "1°": what ends a word and says nothing, but that the number is a day's. True: it
 * was such a number. */
static bool trim_end(char *text)
{
	static const char *const ends[] = { "st", "nd", "rd", "th", "\u00b0", "\u00ba", "o" };
	size_t len = strlen(text), digits = strspn(text, "0123456789");

	/* "nov.", and "meta'" for "metà" */
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
static char *trim_start(struct when_reading *r, char *text)
{
	static const char *const starts[] = { "l'", "un'", "d'", "all'", "dall'", "dell'", "nell'",
		"quest'", "quell'" };
	int value;

	for (size_t i = 0; r->with_italian && i < sizeof starts / sizeof *starts; i++) {
		size_t len = strlen(starts[i]);
		if (strncmp(text, starts[i], len) != 0)
			continue;
		bool is_number = isdigit((unsigned char)text[len]);
		r->has_article |= is_number;
		return is_number || when_word(text + len, true, &value) != WORD_NONE ? text + len
										     : text;
	}
	return text;
}

static struct token *add_number(struct when_reading *r, const char *text, int digits)
{
	long number = strtol(text, NULL, 10);
	struct token *token = &r->tokens[r->count++];

	*token = (struct token){ .kind = TOKEN_NUMBER,
		.digits = digits,
		.value = number > NUMBER_MAX ? NUMBER_MAX : (int)number,
		.text = text };
	return token;
}

static void add_word(struct when_reading *r, const char *text)
{
	struct token *token = &r->tokens[r->count++];

	*token = (struct token){ .text = text };
	token->word = when_word(text, r->with_italian, &token->value);
	token->kind = token->word == WORD_NONE ? TOKEN_OTHER : TOKEN_WORD;
	/* "mar" is martedì by itself, and marzo behind the day of a month. */
	if (when_is_word(token, WORD_WEEKDAY) && r->count > 1 && token[-1].kind == TOKEN_NUMBER &&
		!strcmp(text, "mar"))
		set_word(token, WORD_MONTH, MARCH);
	/* "ago" is agosto to an Italian, but for one who writes "2 weeks ago". */
	if (r->count > 1 && when_is_word(&token[-1], WORD_UNIT) && !strcmp(text, "ago"))
		set_word(token, WORD_AGO, 0);
}

/* A number with a unit stuck to it, "3d", becomes two tokens. */
static void add_token(struct when_reading *r, char *text)
{
	text = trim_start(r, text);
	if ((*text == '+' || *text == '-') && isdigit((unsigned char)text[1]))
		r->sign = *text++ == '+' ? 1 : -1;
	r->has_article |= trim_end(text);
	size_t digits = strspn(text, "0123456789");
	int unit;
	if (digits && !text[digits]) {
		add_number(r, text, (int)digits);
	} else if (digits && r->count + 1 < TOKENS_MAX &&
		   when_word(text + digits, r->with_italian, &unit) == WORD_UNIT) {
		add_number(r, text, 1);
		add_word(r, text + digits);
	} else {
		add_word(r, text);
	}
}

/* ---- The time of day ---- */

/* "18:30", "6pm", "18h": minutes of the day, or -1. `is_bare` allows "at 6". */
static int read_time(const char *text, bool is_bare)
{
	int hour, minute = 0, used = 0;
	const char *rest;

	if (sscanf(text, "%2d%n", &hour, &used) != 1 || !isdigit((unsigned char)*text))
		return -1;
	rest = text + used;
	if ((*rest == ':' || (*rest == '.' && is_bare)) && isdigit((unsigned char)rest[1]) &&
		isdigit((unsigned char)rest[2])) {
		minute = (rest[1] - '0') * 10 + rest[2] - '0';
		rest += 3;
	} else if (*rest == ':' || (!*rest && !is_bare)) {
		return -1;
	}
	if (!strcmp(rest, "pm") || !strcmp(rest, "am")) {
		if (hour < 1 || hour > HALF_A_DAY)
			return -1;
		hour = hour % HALF_A_DAY + (*rest == 'p' ? HALF_A_DAY : 0);
	} else if (*rest && strcmp(rest, "h") != 0) {
		return -1;
	}
	return hour < 24 && minute < HOUR_MINUTES ? hour * HOUR_MINUTES + minute : -1;
}

/* "e 30", "e mezza", "meno un quarto" from token `at` on: the minutes, and how many tokens. */
static int minutes_past_hour(const struct when_reading *r, size_t at, size_t *count)
{
	const struct token *and = &r->tokens[at], *what = and+1;

	*count = 0;
	if (at + 1 >= r->count || !when_is_word(and, WORD_AND))
		return 0;
	if (is_number(what) && at + 2 < r->count && when_is_word(what + 1, WORD_MINUTES)) {
		*count = 3;
		return and->value * what[1].value;
	}
	if (when_is_word(what, WORD_MINUTES) || (is_number(what) && what->value < HOUR_MINUTES))
		*count = 2;
	return *count ? and->value * what->value : 0;
}

/* The hour in figures or in a word, "alle nove". */
static int read_hour(const struct token *token)
{
	if (when_is_word(token, WORD_NUMBER))
		return token->value < 24 ? token->value * HOUR_MINUTES : -1;
	return read_time(token->text, true);
}

/* "at 6pm", "alle 21 e 30" at token `at`. False: no time follows. */
static bool cut_time(struct when_reading *r, size_t at)
{
	size_t more;
	int minute = at + 1 < r->count ? read_hour(&r->tokens[at + 1]) : -1;
	int past = minutes_past_hour(r, at + 2, &more);

	if (minute < 0 || (more && minute % HOUR_MINUTES))
		return false;
	r->minute = (minute + past + DAY_MINUTES) % DAY_MINUTES;
	when_drop_tokens(r, at, 2 + more);
	return true;
}

/* "2 ore fa" are hours, "alle ore 21" is a time. */
static bool is_hours(const struct when_reading *r, size_t at)
{
	return at && r->tokens[at - 1].kind == TOKEN_NUMBER && !strcmp(r->tokens[at].text, "ore") &&
	       (at + 1 == r->count || when_is_word(&r->tokens[at + 1], WORD_AGO));
}

/* ---- What says nothing ---- */

/* "at the weekend", "at christmas": no time follows. */
static bool is_at_a_day(const struct when_reading *r, size_t at)
{
	const struct token *next = &r->tokens[at + 1];

	next += when_is_word(next, WORD_FILLER);
	return when_is_word(next, WORD_WEEKDAY) || when_is_word(next, WORD_FEAST) ||
	       when_is_word(next, WORD_EDGE) || when_is_word(next, WORD_PART);
}

/* "a gennaio", "in october": the word before a month or a season; "a" is no year there. */
static bool is_before_month(const struct when_reading *r, size_t at)
{
	const struct token *token = &r->tokens[at], *next = token + 1;
	bool is_short = when_is_word(token, WORD_IN) || !strcmp(token->text, "a");
	bool is_after_number = at && r->tokens[at - 1].kind == TOKEN_NUMBER;

	return is_short && !is_after_number && at + 1 < r->count &&
	       (when_is_word(next, WORD_MONTH) || when_is_word(next, WORD_SEASON) ||
		       when_is_word(next, WORD_FEAST) || when_is_word(next, WORD_EDGE) ||
		       when_is_word(next, WORD_PART));
}

/* "a couple of", "un paio di": the second number counts. */
static bool is_one_of_many(const struct when_reading *r, size_t at)
{
	return when_is_word(&r->tokens[at], WORD_NUMBER) && at + 1 < r->count &&
	       when_is_word(&r->tokens[at + 1], WORD_NUMBER);
}

/* "twenty one" is 21. */
static void add_tens(struct when_reading *r, size_t at)
{
	const struct token *token = &r->tokens[at];

	if (is_one_of_many(r, at) && (token->value == 20 || token->value == 30) &&
		token[1].value < 10)
		r->tokens[at + 1].value += token->value;
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

/* Before a number alone, it says that a day of the month is meant. */
static bool is_article(const char *text)
{
	static const char *const articles[] = { "the", "il", "al", "dal", "del" };

	for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
		if (!strcmp(text, articles[i]))
			return true;
	return false;
}

/* False: a time that is none. */
static bool cut_fillers(struct when_reading *r)
{
	for (size_t i = 0; i < r->count; i++) {
		struct token *token = &r->tokens[i];
		int minute = -1;
		add_tens(r, i);
		if (when_is_word(token, WORD_FILLER) || is_before_month(r, i) ||
			is_one_of_many(r, i) ||
			(when_is_word(token, WORD_AT) && is_at_a_day(r, i))) {
			r->has_article |= is_article(token->text);
			when_drop_tokens(r, i--, 1);
		} else if (is_hours(r, i)) {
			set_word(token, WORD_UNIT, UNIT_HOURS);
		} else if (when_is_word(token, WORD_AT)) {
			if (!cut_time(r, i--))
				return false;
		} else if (token->kind == TOKEN_OTHER &&
			   (minute = read_time(token->text, is_dotted_time(r, i))) >= 0) {
			r->minute = minute;
			when_drop_tokens(r, i--, 1);
		} else if (when_is_word(token, WORD_NUMBER)) {
			token->kind = TOKEN_NUMBER;
			token->digits = 1;
		}
	}
	return true;
}

/* "yesterday evening" is yesterday, "last night" too; by itself a part of the day is today's. */
static void cut_parts(struct when_reading *r)
{
	for (size_t i = 0; i < r->count; i++) {
		if (!when_is_word(&r->tokens[i], WORD_PART))
			continue;
		bool is_last = i && when_is_word(&r->tokens[i - 1], WORD_LAST);
		if (is_last)
			when_drop_tokens(r, --i, 1);
		if (is_last || r->count == 1)
			set_word(&r->tokens[i], WORD_DAY, is_last ? -1 : 0);
		else
			when_drop_tokens(r, i--, 1);
	}
}

/* "fine settimana" is one word to people. */
static void join_weekend(struct when_reading *r)
{
	for (size_t i = 0; i + 1 < r->count; i++) {
		const struct token *next = &r->tokens[i + 1];
		if (!when_is_word(&r->tokens[i], WORD_EDGE) || r->tokens[i].value != EDGE_END ||
			!when_is_word(next, WORD_UNIT) || next->value != UNIT_WEEKS)
			continue;
		set_word(&r->tokens[i], WORD_WEEKDAY, SATURDAY);
		when_drop_tokens(r, i + 1, 1);
	}
}

bool when_cut(struct when_reading *r, char *folded)
{
	for (char *rest = folded, *word; (word = strsep(&rest, " ,")) && r->count < TOKENS_MAX;)
		if (*word)
			add_token(r, word);
	r->tokens[r->count] = (struct token){ .kind = TOKEN_END, .text = "" };
	if (!cut_fillers(r))
		return false;
	cut_parts(r);
	join_weekend(r);
	return true;
}
