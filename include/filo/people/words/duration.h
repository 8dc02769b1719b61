/* Durations and the distance of a day in words, as everywhere in filo.
 * Not here: reading dates (when.h), dates by themselves (date.h). */
#ifndef FILO_PEOPLE_WORDS_DURATION_H
#define FILO_PEOPLE_WORDS_DURATION_H

#include "filo/people/date.h"

#include <stdbool.h>

/* "3 days ago", "today", "in 2 weeks": durations as everywhere in filo: under 14 days exact,
 * under 60 in weeks, then months, then years. Translated, right plurals. */
void when_relative(day_number day, day_number today, char *out, size_t size);
/* The bare duration: "9 days", "3 weeks", "14 months", "2 years". */
void when_duration(int days, char *out, size_t size);
/* As it stands behind "every": "day" of one, which is the least. */
void when_every(int days, char *out, size_t size);
/* The narrow one for columns, which compares at a glance: days up to 99, then months, from two
 * years on years. "31d", "14mo", "3y": at most 5 columns; in_words "31 days", "14 months": at most
 * DURATION_COLS. */
#define DURATION_COLS 9
void when_duration_narrow(int days, bool in_words, char *out, size_t size);

#endif
