/* The words dates are made of, English and Italian, folded (lower case, no accents).
 * Not here: how they are put together (when.c). */
#ifndef FILO_PEOPLE_WORDS_WHEN_WORDS_H
#define FILO_PEOPLE_WORDS_WHEN_WORDS_H

#include <stdbool.h>

enum word_kind {
	WORD_DAY,     /* value: days from today */
	WORD_WEEKDAY, /* 0 Monday .. 6 */
	WORD_MONTH,   /* 1..12 */
	WORD_SEASON,  /* its first month: 3, 6, 9, 12 */
	WORD_UNIT,    /* enum unit */
	WORD_AGO,
	WORD_IN,
	WORD_LAST,
	WORD_NEXT,
	WORD_AT,
	WORD_PART,    /* of the day: morning, evening */
	WORD_FILLER,  /* "the", "of", "il", "di" */
	WORD_NUMBER,  /* one, a, due, ... */
	WORD_AND,     /* 1, or -1 for "meno" */
	WORD_MINUTES, /* past the hour: mezza, un quarto */
	WORD_EDGE,    /* enum edge, of a month or year */
	WORD_FEAST,   /* month and day as 1225, or FEAST_EASTER */
	WORD_NONE,
};

enum edge { EDGE_START, EDGE_MIDDLE, EDGE_END };

#define FEAST_EASTER 0

enum unit {
	UNIT_MINUTES,
	UNIT_HOURS,
	UNIT_DAYS,
	UNIT_WEEKS,
	UNIT_FORTNIGHTS,
	UNIT_MONTHS,
	UNIT_YEARS
};

/* What a folded word means; weekdays and months also by prefixes of three letters or more. */
enum word_kind when_word(const char *word, bool with_italian, int *value);

#endif
