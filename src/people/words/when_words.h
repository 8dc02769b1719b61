/* The words dates are made of, English and Italian, folded (lower case, no accents).
 * Not here: how they are put together (when.c). */
#ifndef FILO_PEOPLE_WORDS_WHEN_WORDS_H
#define FILO_PEOPLE_WORDS_WHEN_WORDS_H

#include <stdbool.h>
#include <stddef.h>

enum word_kind {
	WORD_DAY,     /* value: days from today */
	WORD_DAYPART, /* "stasera": DAYPART(days from today, enum part) */
	WORD_NOW,
	WORD_WEEKDAY, /* 0 Monday .. 6 */
	WORD_MONTH,   /* 1..12 */
	WORD_SEASON,  /* its first month: 3, 6, 9, 12 */
	WORD_UNIT,    /* enum unit */
	WORD_PERIOD,  /* enum unit: "in settimana"; others are joined: "last week" */
	WORD_AGO,
	WORD_IN,
	WORD_WHICH,   /* last -1, this 0, next 1; of several, -FEW_OF and FEW_OF */
	WORD_OTHER,   /* "the other day", "l'altro ieri"; behind a unit 1: "sì e uno no" */
	WORD_AT,      /* a time comes */
	WORD_ABOUT,   /* what comes is not exact */
	WORD_PART,    /* enum part: morning, evening */
	WORD_HOUR,    /* minutes: noon, midnight */
	WORD_FILLER,  /* "of", "di"; ARTICLE before a day of the month; AHEAD "by", "entro"; DURING
			 "for" */
	WORD_ONE,     /* "a", "un": one of what comes, and no hour */
	WORD_NUMBER,  /* one, due, ... */
	WORD_ORDINAL, /* first, primo: a day of the month */
	WORD_SCORE,   /* about so many: una decina */
	WORD_FEW,     /* some, qualche */
	WORD_AND,     /* 1, or -1 for "meno" */
	WORD_OR,
	WORD_PAST,    /* "half past nine", "the day after": 1; to, before: -1 */
	WORD_FROM,    /* "a week from friday", "from 9 to 11" */
	WORD_BETWEEN, /* "between 9 and 11" */
	WORD_UNTIL,
	WORD_MINUTES, /* of an hour: mezza, un quarto */
	WORD_CLOCK,   /* "o'clock": the number before is an hour */
	WORD_EDGE,    /* enum edge, of a month, a season or a year */
	WORD_FEAST,   /* month and day as 1225, EASTER(days after it), or FEAST_ON */
	WORD_EVERY,   /* here and below: of how often, in no date */
	WORD_OFTEN,   /* "weekly": days */
	WORD_EITHER,  /* the same, to some with another meaning: "biweekly" */
	WORD_TIMES,   /* once 1, twice 2; "times" 0: as the number before says */
	WORD_FOR,     /* "for a week", ahead: FEW_OF */
	WORD_NONE,
};

/* The end of a month is no day of it, nor what is early or late in it; its last day is one. */
enum edge {
	EDGE_START,
	EDGE_END,
	EDGE_EARLY,
	EDGE_MIDDLE,
	EDGE_LATE,
	EDGE_FIRST_HALF,
	EDGE_SECOND_HALF,
	EDGE_FIRST_DAY,
	EDGE_LAST_DAY,
	EDGE_WEEK, /* and so many on: the nth week, or the LAST */
};

#define FEW_OF  2
#define FEW     3 /* how many they are when they have to come */
#define ARTICLE 1
#define AHEAD   2
#define DURING  3

enum { MONDAY, THURSDAY = 3, SATURDAY = 5, SUNDAY, WEEKEND }; /* a weekend is two days */

/* Days after Easter, or before. */
#define EASTER(days) (EASTER_DAY + (days))
#define EASTER_DAY   2000
/* The nth such weekday of a month, or its last. */
#define LAST                          9
#define FEAST_ON(month, nth, weekday) (10000 + (month)*100 + (nth)*10 + (weekday))

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

/* Whether Italian words are read in that language; NULL: no. */
bool when_has_italian(const char *language);
/* What a folded word means; weekdays and months also by prefixes of three letters or more. */
enum word_kind when_word(const char *word, bool with_italian, int *value);
/* What the first word of the text is. */
enum word_kind when_first_word(const char *text, bool with_italian);
/* How long the words of several are that the text begins with, "good friday"; 0: no such. */
size_t when_words_len(const char *text, bool with_italian);

#endif
