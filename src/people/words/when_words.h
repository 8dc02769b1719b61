/* The words dates are made of, English and Italian, folded (lower case, no accents).
 * Not here: how they are put together (when.c). */
#ifndef FILO_PEOPLE_WORDS_WHEN_WORDS_H
#define FILO_PEOPLE_WORDS_WHEN_WORDS_H

#include <stdbool.h>

enum word_kind {
	WORD_DAY,     /* value: days from today */
	WORD_DAYPART, /* "stasera": DAYPART(days from today, enum part) */
	WORD_NOW,
	WORD_WEEKDAY, /* 0 Monday .. 6 */
	WORD_MONTH,   /* 1..12 */
	WORD_SEASON,  /* its first month: 3, 6, 9, 12 */
	WORD_UNIT,    /* enum unit */
	WORD_PERIOD,  /* "last week": enum unit, and which; no word by itself */
	WORD_AGO,
	WORD_IN,
	WORD_WHICH,   /* last -1, this 0, next 1 */
	WORD_OTHER,   /* "the other day", "l'altro ieri" */
	WORD_AT,      /* a time comes */
	WORD_ABOUT,   /* what comes is not exact */
	WORD_PART,    /* enum part: morning, evening */
	WORD_HOUR,    /* minutes: noon, midnight */
	WORD_FILLER,  /* "the", "of", "il", "di" */
	WORD_ONE,     /* "a", "un": one of what comes, and no hour */
	WORD_NUMBER,  /* one, due, ... */
	WORD_ORDINAL, /* first, primo: a day of the month */
	WORD_SCORE,   /* about so many: una decina */
	WORD_FEW,     /* some, qualche */
	WORD_AND,     /* 1, or -1 for "meno" */
	WORD_OR,
	WORD_PAST,    /* "half past nine", "the day after": 1; to, before: -1 */
	WORD_FROM,    /* "a week from friday" */
	WORD_MINUTES, /* of an hour: mezza, un quarto */
	WORD_CLOCK,   /* "o'clock": the number before is an hour */
	WORD_EDGE,    /* enum edge, of a month, a season or a year */
	WORD_FEAST,   /* month and day as 1225, or EASTER(days after it) */
	WORD_NONE,
};

/* The border of a month is a day of it; what is early, in the middle or late in it is none. */
enum edge { EDGE_START, EDGE_END, EDGE_EARLY, EDGE_MIDDLE, EDGE_LATE };

/* Days after Easter, or before. */
#define EASTER(days) (EASTER_DAY + (days))
#define EASTER_DAY   2000
/* The fourth Thursday of November. */
#define THANKSGIVING 3000

enum part {
	PART_NONE,
	PART_MORNING,
	PART_AFTERNOON,
	PART_EVENING,
	PART_NIGHT,
	PART_SMALL_HOURS, /* "notte" begins later than "night", and ends later */
	PART_BREAKFAST,   /* a meal is no day by itself */
	PART_LUNCH,
	PART_DINNER,
	PARTS
};

#define DAYPART(day, part) (((day) + 1) * PARTS + (part))

enum unit {
	UNIT_MINUTES,
	UNIT_QUARTERS, /* of an hour */
	UNIT_HALF_HOURS,
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
