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
		{ "quarter of an hour", "quarter-hour" },
		{ "quarters of an hour", "quarter-hour" },
		{ "quarter hour", "quarter-hour" },
		{ "quarto d'ora", "quartodora" },
		{ "quarti d'ora", "quartodora" },
		{ "mezza ora", "mezz'ora" },
		{ "just now", "now" },
		{ "right now", "now" },
		{ "a moment ago", "now" },
		{ "un attimo fa", "adesso" },
		{ "un momento fa", "adesso" },
		{ "poco fa", "oggi" },
		{ "all'una", "alle 1" },
		{ "dall'una", "dalle 1" },
		{ "l'una", "le 1" },
		{ "all'ora di", "a" },
		{ "in punto", "sharp" },
		{ "in corso", "corrente" },
		{ "in questo momento", "adesso" },
		{ "at the moment", "now" },
		{ "o clock", "o'clock" },
		{ "in the middle of", "mid" },
		{ "more or less", "about" },
		{ "first thing", "early" },
		{ "or so", "about" },
		{ "piu o meno", "circa" },
		{ "un po' di", "alcuni" },
		{ "un po di", "alcuni" },
		{ "quite a few", "few" },
		{ "santo stefano", "santostefano" },
		{ "san silvestro", "sansilvestro" },
		{ "san valentino", "sanvalentino" },
		{ "vigilia di natale", "vigilia" },
		{ "ultimo dell'anno", "sansilvestro" },
		{ "venerdi santo", "venerdisanto" },
		{ "giovedi santo", "giovedisanto" },
		{ "martedi grasso", "martedigrasso" },
		{ "giovedi grasso", "giovedigrasso" },
		{ "mercoledi delle ceneri", "ceneri" },
		{ "domenica delle palme", "palme" },
		{ "domenica di pasqua", "pasqua" },
		{ "lunedi di pasqua", "pasquetta" },
		{ "lunedi dell'angelo", "pasquetta" },
		{ "tutti i santi", "ognissanti" },
		{ "festa della liberazione", "liberazione" },
		{ "festa dell'immacolata", "immacolata" },
		{ "christmas eve", "christmas-eve" },
		{ "christmas day", "christmas" },
		{ "boxing day", "boxing-day" },
		{ "easter monday", "easter-monday" },
		{ "easter sunday", "easter" },
		{ "good friday", "good-friday" },
		{ "palm sunday", "palm-sunday" },
		{ "ash wednesday", "ash-wednesday" },
		{ "whit sunday", "pentecost" },
		{ "all saints day", "all-saints" },
		{ "all saints' day", "all-saints" },
		{ "independence day", "independence-day" },
		{ "may day", "may-day" },
		{ "bonfire night", "bonfire-night" },
		{ "st patrick's day", "st-patrick" },
		{ "thanksgiving day", "thanksgiving" },
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

/* What begins a word and is one itself. */
static void part_beginnings(char *text)
{
	static const char *const beginnings[][2] = { { "un'", "un " }, { "quest'", "quest " },
		{ "mid-", "mid " } };

	for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
		const char *beginning = beginnings[i][0];
		for (char *at = text; (at = strstr(at, beginning)); at++)
			if (at == text || is_between_words(at[-1]))
				replace_at(at, strlen(beginning), beginnings[i][1]);
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
	part_beginnings(folded);
	join_halves_of_day(folded);
	point_minutes(folded);
}
