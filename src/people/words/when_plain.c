/* What was typed as a date, made plain: signs, words that belong together, times in pieces.
 * Not here: what the words mean (when_words.c). */
#include "people/words/when_plain.h"

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

/* Words that mean one thing together, and the row of the table that is it. */
static void join_words(char *text)
{
	static const char *const joined[][2] = {
		{ "week end", "weekend" },
		{ "week-end", "weekend" },
		{ "half an hour", "half-hour" },
		{ "half a hour", "half-hour" },
		{ "half hour", "half-hour" },
		{ "quarter of an hour", "half-hour" },
		{ "quarto d'ora", "mezz'ora" },
		{ "mezza ora", "mezz'ora" },
		{ "just now", "now" },
		{ "right now", "now" },
		{ "poco fa", "oggi" },
		{ "all'una", "alle 1" },
		{ "santo stefano", "santostefano" },
		{ "san silvestro", "sansilvestro" },
		{ "san valentino", "sanvalentino" },
		{ "vigilia di natale", "vigilia" },
		{ "ultimo dell'anno", "sansilvestro" },
		{ "christmas eve", "christmas-eve" },
		{ "christmas day", "christmas" },
		{ "boxing day", "boxing-day" },
		{ "new year's eve", "sylvester" },
		{ "new years eve", "sylvester" },
		{ "new year's day", "new-year" },
		{ "new year's", "new-year" },
		{ "new year", "new-year" },
		{ "valentine's day", "valentine" },
		{ "p.m.", "pm" },
		{ "a.m.", "am" },
	};

	for (size_t i = 0; i < sizeof joined / sizeof *joined; i++) {
		const char *words = joined[i][0];
		for (char *at = text; (at = strstr(at, words)); at++) {
			bool is_behind_hour =
				words[1] == '.' && at > text && isdigit((unsigned char)at[-1]);
			if ((at == text || is_between_words(at[-1]) || is_behind_hour) &&
				is_between_words(at[strlen(words)]))
				replace_at(at, strlen(words), joined[i][1]);
		}
	}
}

/* "9 pm" is "9pm". */
static void join_halves_of_day(char *text)
{
	for (char *at = text; (at = strchr(at, ' ')); at++)
		if (at > text && isdigit((unsigned char)at[-1]) && (at[1] == 'a' || at[1] == 'p') &&
			at[2] == 'm' && is_between_words(at[3]))
			replace_at(at, 1, "");
}

/* Whether the word before says that a time comes. */
static bool follows_at(const char *text, const char *at)
{
	static const char *const words[] = { "alle ", "ore ", "at " };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t len = strlen(words[i]);
		if ((size_t)(at - text) >= len && !strncmp(at - len, words[i], len))
			return true;
	}
	return false;
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

void when_make_plain(char *folded)
{
	make_signs_plain(folded);
	join_words(folded);
	join_halves_of_day(folded);
	point_minutes(folded);
}
