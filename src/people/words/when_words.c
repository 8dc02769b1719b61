/* The table of words in dates.
 * Not here: their grammar (when.c). */
#include "people/words/when_words.h"

#include <stddef.h>
#include <string.h>

#define PREFIX_MIN 3

struct word {
	const char *text;
	enum word_kind kind;
	int value;
};

static const struct word english[] = {
	{ "today", WORD_DAY, 0 },
	{ "now", WORD_DAY, 0 },
	{ "tonight", WORD_DAY, 0 },
	{ "yesterday", WORD_DAY, -1 },
	{ "tomorrow", WORD_DAY, 1 },
	{ "morning", WORD_PART, 0 },
	{ "noon", WORD_PART, 0 },
	{ "lunch", WORD_PART, 0 },
	{ "afternoon", WORD_PART, 0 },
	{ "evening", WORD_PART, 0 },
	{ "night", WORD_PART, 0 },
	{ "monday", WORD_WEEKDAY, 0 },
	{ "tuesday", WORD_WEEKDAY, 1 },
	{ "wednesday", WORD_WEEKDAY, 2 },
	{ "thursday", WORD_WEEKDAY, 3 },
	{ "friday", WORD_WEEKDAY, 4 },
	{ "saturday", WORD_WEEKDAY, 5 },
	{ "sunday", WORD_WEEKDAY, 6 },
	{ "january", WORD_MONTH, 1 },
	{ "february", WORD_MONTH, 2 },
	{ "march", WORD_MONTH, 3 },
	{ "april", WORD_MONTH, 4 },
	{ "may", WORD_MONTH, 5 },
	{ "june", WORD_MONTH, 6 },
	{ "july", WORD_MONTH, 7 },
	{ "august", WORD_MONTH, 8 },
	{ "september", WORD_MONTH, 9 },
	{ "october", WORD_MONTH, 10 },
	{ "november", WORD_MONTH, 11 },
	{ "december", WORD_MONTH, 12 },
	{ "spring", WORD_SEASON, 3 },
	{ "summer", WORD_SEASON, 6 },
	{ "autumn", WORD_SEASON, 9 },
	{ "fall", WORD_SEASON, 9 },
	{ "winter", WORD_SEASON, 12 },
	{ "hour", WORD_UNIT, UNIT_HOURS },
	{ "hours", WORD_UNIT, UNIT_HOURS },
	{ "d", WORD_UNIT, UNIT_DAYS },
	{ "day", WORD_UNIT, UNIT_DAYS },
	{ "days", WORD_UNIT, UNIT_DAYS },
	{ "w", WORD_UNIT, UNIT_WEEKS },
	{ "week", WORD_UNIT, UNIT_WEEKS },
	{ "weeks", WORD_UNIT, UNIT_WEEKS },
	{ "m", WORD_UNIT, UNIT_MONTHS },
	{ "mo", WORD_UNIT, UNIT_MONTHS },
	{ "month", WORD_UNIT, UNIT_MONTHS },
	{ "months", WORD_UNIT, UNIT_MONTHS },
	{ "y", WORD_UNIT, UNIT_YEARS },
	{ "year", WORD_UNIT, UNIT_YEARS },
	{ "years", WORD_UNIT, UNIT_YEARS },
	{ "ago", WORD_AGO, 0 },
	{ "in", WORD_IN, 0 },
	{ "last", WORD_LAST, 0 },
	{ "next", WORD_NEXT, 0 },
	{ "this", WORD_FILLER, 0 },
	{ "at", WORD_AT, 0 },
	{ "on", WORD_FILLER, 0 },
	{ "the", WORD_FILLER, 0 },
	{ "of", WORD_FILLER, 0 },
	{ "a", WORD_NUMBER, 1 },
	{ "an", WORD_NUMBER, 1 },
	{ "one", WORD_NUMBER, 1 },
	{ "two", WORD_NUMBER, 2 },
	{ "three", WORD_NUMBER, 3 },
	{ NULL, WORD_NONE, 0 },
};

static const struct word italian[] = {
	{ "oggi", WORD_DAY, 0 },
	{ "stasera", WORD_DAY, 0 },
	{ "stamattina", WORD_DAY, 0 },
	{ "stanotte", WORD_DAY, 0 },
	{ "mattina", WORD_PART, 0 },
	{ "mezzogiorno", WORD_PART, 0 },
	{ "pranzo", WORD_PART, 0 },
	{ "pomeriggio", WORD_PART, 0 },
	{ "sera", WORD_PART, 0 },
	{ "notte", WORD_PART, 0 },
	{ "ieri", WORD_DAY, -1 },
	{ "domani", WORD_DAY, 1 },
	{ "dopodomani", WORD_DAY, 2 },
	{ "altroieri", WORD_DAY, -2 },
	{ "lunedi", WORD_WEEKDAY, 0 },
	{ "martedi", WORD_WEEKDAY, 1 },
	{ "mercoledi", WORD_WEEKDAY, 2 },
	{ "giovedi", WORD_WEEKDAY, 3 },
	{ "venerdi", WORD_WEEKDAY, 4 },
	{ "sabato", WORD_WEEKDAY, 5 },
	{ "domenica", WORD_WEEKDAY, 6 },
	{ "gennaio", WORD_MONTH, 1 },
	{ "febbraio", WORD_MONTH, 2 },
	{ "marzo", WORD_MONTH, 3 },
	{ "aprile", WORD_MONTH, 4 },
	{ "maggio", WORD_MONTH, 5 },
	{ "giugno", WORD_MONTH, 6 },
	{ "luglio", WORD_MONTH, 7 },
	{ "agosto", WORD_MONTH, 8 },
	{ "settembre", WORD_MONTH, 9 },
	{ "ottobre", WORD_MONTH, 10 },
	{ "novembre", WORD_MONTH, 11 },
	{ "dicembre", WORD_MONTH, 12 },
	{ "primavera", WORD_SEASON, 3 },
	{ "estate", WORD_SEASON, 6 },
	{ "autunno", WORD_SEASON, 9 },
	{ "inverno", WORD_SEASON, 12 },
	{ "ora", WORD_UNIT, UNIT_HOURS },
	{ "g", WORD_UNIT, UNIT_DAYS },
	{ "gg", WORD_UNIT, UNIT_DAYS },
	{ "giorno", WORD_UNIT, UNIT_DAYS },
	{ "giorni", WORD_UNIT, UNIT_DAYS },
	{ "s", WORD_UNIT, UNIT_WEEKS },
	{ "sett", WORD_UNIT, UNIT_WEEKS },
	{ "settimana", WORD_UNIT, UNIT_WEEKS },
	{ "settimane", WORD_UNIT, UNIT_WEEKS },
	{ "mese", WORD_UNIT, UNIT_MONTHS },
	{ "mesi", WORD_UNIT, UNIT_MONTHS },
	{ "a", WORD_UNIT, UNIT_YEARS },
	{ "anno", WORD_UNIT, UNIT_YEARS },
	{ "anni", WORD_UNIT, UNIT_YEARS },
	{ "fa", WORD_AGO, 0 },
	{ "tra", WORD_IN, 0 },
	{ "fra", WORD_IN, 0 },
	{ "scorso", WORD_LAST, 0 },
	{ "scorsa", WORD_LAST, 0 },
	{ "passato", WORD_LAST, 0 },
	{ "passata", WORD_LAST, 0 },
	{ "prossimo", WORD_NEXT, 0 },
	{ "prossima", WORD_NEXT, 0 },
	{ "alle", WORD_AT, 0 },
	{ "ore", WORD_AT, 0 },
	{ "il", WORD_FILLER, 0 },
	{ "lo", WORD_FILLER, 0 },
	{ "la", WORD_FILLER, 0 },
	{ "di", WORD_FILLER, 0 },
	{ "questo", WORD_FILLER, 0 },
	{ "questa", WORD_FILLER, 0 },
	{ "un", WORD_NUMBER, 1 },
	{ "una", WORD_NUMBER, 1 },
	{ "uno", WORD_NUMBER, 1 },
	{ "due", WORD_NUMBER, 2 },
	{ "tre", WORD_NUMBER, 3 },
	{ NULL, WORD_NONE, 0 },
};

static const struct word *when_words_find(const struct word *words, const char *text)
{
	size_t len = strlen(text);
	const struct word *by_prefix = NULL;

	for (; words->text; words++) {
		if (!strcmp(words->text, text))
			return words;
		if (!by_prefix && len >= PREFIX_MIN &&
			(words->kind == WORD_WEEKDAY || words->kind == WORD_MONTH) &&
			!strncmp(words->text, text, len))
			by_prefix = words;
	}
	return by_prefix;
}

enum word_kind when_word(const char *word, bool with_italian, int *value)
{
	const struct word *found = with_italian ? when_words_find(italian, word) : NULL;

	if (!found)
		found = when_words_find(english, word);
	if (!found)
		return WORD_NONE;
	*value = found->value;
	return found->kind;
}
