/* The learned rhythm of one relationship: statistics of its pauses, and what they foretell.
 * Pure functions: no clock, no database. Formulas: a log-logistic pause with an ending, its
 * prior the user's own tempo; constants fitted on 133,000 contact days of real correspondence.
 * Not here: who is due (due.h), sentences (words.h). */
#ifndef FILO_PEOPLE_RHYTHM_H
#define FILO_PEOPLE_RHYTHM_H

#include "filo/people/date.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Statistics of one contact: the only cache in the database. Gaps are whole days, x = ln gap. */
struct rhythm {
	double w, s, q;       /* decayed (0.9 a gap) count, sum of x, sum of x*x */
	double s1;            /* plain sum of x */
	int32_t n;            /* gaps learned */
	int32_t max_gap;      /* days */
	int32_t contact_days; /* n + 1 and the days whose gap was not learned */
	int32_t short_gaps;   /* gaps of at most 2 days: bursts */
	day_number first_day; /* DAY_NONE: never in touch */
	day_number last_day;
};

/* A closed interval of days. */
struct span {
	day_number from, to;
};

/* User level sums over contacts with n >= 1, h = n/(n+2): fixed point in units of 2^-32, so that
 * adding and subtracting in any order gives the same bits. */
struct tempo {
	int64_t e_w; /* sum of h */
	int64_t e_s; /* sum of h * s1/n */
};

#define RHYTHM_EMPTY ((struct rhythm){ .first_day = DAY_NONE, .last_day = DAY_NONE })

/* Learns a new latest contact day. `absent_days`: absences strictly between last_day and day.
 * `ends_rest`: the gap ended a rest and is not learned. day > last_day, or the call does nothing.
 */
void rhythm_learn(struct rhythm *rhythm, day_number day, int absent_days, bool ends_rest);

/* Rebuilds from sorted, distinct contact days; absences sorted and disjoint (the user's and the
 * contact's own, merged); rests as spans from the day of the rest to the day it ended. */
void rhythm_rebuild(struct rhythm *rhythm, const day_number *days, size_t count,
	const struct span *absences, size_t absence_count, const struct span *rests,
	size_t rest_count);

/* Days of `absences` strictly between `after` and `before`. */
int rhythm_absent_days(
	day_number after, day_number before, const struct span *absences, size_t absence_count);

/* Days of silence on `today`, absences taken out: never negative. */
int rhythm_silence(
	day_number last_day, day_number today, const struct span *absences, size_t absence_count);

void tempo_add(struct tempo *tempo, const struct rhythm *rhythm);
void tempo_remove(struct tempo *tempo, const struct rhythm *rhythm);

#endif
