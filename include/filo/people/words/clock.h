/* Times of day beside dates, as files and machines write them, in whatever zone.
 * Not here: the dates, what people type (when.h). */
#ifndef FILO_PEOPLE_WORDS_CLOCK_H
#define FILO_PEOPLE_WORDS_CLOCK_H

#include "filo/people/date.h"

#include <stdbool.h>

/* Reads "18:30", "18:30:05.250", "6:30 PM", "183000", "alle 18:30", alone or with "Z", "UTC",
 * "+02:00", "-0800" behind; then it is turned into local time, which may be on the day before *day
 * or after. Seconds are left out. False when it is something else. */
bool clock_parse(const char *text, day_number *day, int *minute);

#endif
