/* The time of day in what was typed as a date.
 * Not here: the other tokens (when_tokens.h). */
#ifndef FILO_PEOPLE_WORDS_WHEN_CLOCK_H
#define FILO_PEOPLE_WORDS_WHEN_CLOCK_H

#include "people/words/when_tokens.h"

#define HOUR_MINUTES 60
#define HOURS_IN_DAY 24
#define NOON         (12 * HOUR_MINUTES)

/* Takes the time that begins at token `at` out, into the minute: "18:30", "nine o'clock", "half
 * past nine", "9 in the evening"; with `is_bare` ("at", "alle" stood before) "9" is one, too.
 * *has_time: there was one. Refused: a second time, or one that is not in its part of the day. */
enum status when_clock_cut(struct when_reading *r, size_t at, bool is_bare, bool *has_time);
/* The same of a span, of which the first hour is the time: "from 9 to 11", "dalle 9 alle 11", "3 to
 * 5pm", "between 9 and 11". */
enum status when_clock_cut_span(struct when_reading *r, size_t at, bool *has_span);
enum status when_clock_refuse(struct when_reading *r);
/* The minute, in a part of the day: 9 in the evening is 21:00, 2 of the night follows the day. */
enum status when_clock_fit(struct when_reading *r, enum part part);
/* The minute from which on a part of the day is. */
int when_clock_begin(enum part part);

#endif
