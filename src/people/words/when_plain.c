/* What was typed as a date, made plain: signs, words run together, times in pieces.
 * Not here: what the words mean (when_words.c). */
#include "people/words/when_plain.h"

#include "people/words/when_words.h"

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* What takes its place is never longer. */
static void replace_at(char *at, size_t len, const char *with)
{
	size_t with_len = strlen(with);

	memmove(at + with_len, at + len, strlen(at + len) + 1);
	while (*with)
		*at++ = *with++;
}

/* What a telephone's keyboard makes of an apostrophe, a hyphen, a blank. */
static void make_signs_plain(char *text)
{
	static const struct {
		const char *fine, *plain;
	} marks[] = { { "\u2019", "'" }, { "\u02bc", "'" }, { "\u2010", "-" }, { "\u2011", "-" },
		{ "\u2013", "-" }, { "\u00a0", " " }, { "\u202f", " " } };

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		for (char *at; (at = strstr(text, marks[i].fine));)
			replace_at(at, strlen(marks[i].fine), marks[i].plain);
}

static bool is_between_words(char c)
{
	return !c || c == ' ' || c == ',';
}

/* What has to stand behind a beginning. */
enum beginning_end { ANY_END, WORD_END, BEFORE_DAY };

/* A number, or a feast: "dall'8", "all'Epifania". */
static bool is_before_day(const char *at)
{
	return isdigit((unsigned char)*at) || when_first_word(at, true) == WORD_FEAST;
}

static bool ends_so(const char *at, enum beginning_end end)
{
	return end == ANY_END || (end == WORD_END ? is_between_words(*at) : is_before_day(at));
}

/* What begins a word and is one itself, an hour that is said in one word with its article, and ends
 * that are named behind what they end. */
static void part_beginnings(char *text)
{
	static const struct {
		const char *whole, *parts;
		enum beginning_end end;
	} beginnings[] = { { "un'", "un ", ANY_END }, { "quest'", "quest ", ANY_END },
		{ "mezz'", "mezz ", ANY_END }, { "mid-", "mid ", ANY_END },
		{ "month-end", "end month", WORD_END }, { "month end", "end month", WORD_END },
		{ "year-end", "end year", WORD_END }, { "year end", "end year", WORD_END },
		{ "twenty-", "twenty ", ANY_END }, { "thirty-", "thirty ", ANY_END },
		{ "all'una", "alle 1", WORD_END }, { "dall'una", "dalle 1", WORD_END },
		{ "l'una", "le 1", WORD_END }, { "all'", "al ", BEFORE_DAY },
		{ "dall'", "dal ", BEFORE_DAY } };

	for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
		size_t len = strlen(beginnings[i].whole);
		for (char *at = text; (at = strstr(at, beginnings[i].whole)); at++)
			if ((at == text || is_between_words(at[-1])) &&
				ends_so(at + len, beginnings[i].end))
				replace_at(at, len, beginnings[i].parts);
	}
}

/* "9 p.m." is "9pm". */
static void join_halves_of_day(char *text)
{
	for (char *at = text; (at = strpbrk(at, "ap")); at++) {
		bool has_points = at[1] == '.' && at[2] == 'm' && at[3] == '.';
		size_t len = has_points ? 4 : at[1] == 'm' ? 2 : 0;
		if (!len || !is_between_words(at[len]))
			continue;
		replace_at(at + 1, len - 1, "m");
		if (at > text + 1 && at[-1] == ' ' && isdigit((unsigned char)at[-2]))
			replace_at(--at, 1, "");
	}
}

/* Whether the word before says that a time comes. */
static bool follows_at(const char *text, const char *at)
{
	const char *word = at > text ? at - 1 : at;

	while (word > text && word[-1] != ' ')
		word--;
	enum word_kind kind = when_first_word(word, true);
	return word < at && (kind == WORD_AT || kind == WORD_FROM);
}

/* "alle 21,30" is "alle 21.30". */
static void point_minutes(char *text)
{
	for (char *at = text; (at = strchr(at, ',')); at++) {
		const char *hour = at;
		while (hour > text && isdigit((unsigned char)hour[-1]))
			hour--;
		if (hour < at && isdigit((unsigned char)at[1]) && isdigit((unsigned char)at[2]) &&
			is_between_words(at[3]) && follows_at(text, hour))
			*at = '.';
	}
}

/* "2026-11-20T18:30" is a day and a time; "24. 11. 2026" is one date, "24-nov-2026" as well. */
static void part_figures(char *text)
{
	for (char *at = text; *at; at++) {
		if (at == text || !isdigit((unsigned char)at[-1]))
			continue;
		if (*at == 't' && isdigit((unsigned char)at[1]))
			*at = ' ';
		if (*at == '-' && isalpha((unsigned char)at[1]) && at[1] != 'w') {
			char *year = strchr(at + 1, '-');
			*at = ' ';
			if (year)
				*year = ' ';
		}
		size_t digits = *at == '.' && at[1] == ' ' ? strspn(at + 2, "0123456789") : 0;
		if (digits && (at[2 + digits] == '.' ||
				      (digits == 4 && is_between_words(at[2 + digits]))))
			replace_at(at + 1, 1, "");
	}
}

void when_make_plain(char *folded)
{
	make_signs_plain(folded);
	part_figures(folded);
	part_beginnings(folded);
	join_halves_of_day(folded);
	point_minutes(folded);
}
