/* Times of day beside dates, in whatever zone.
 * Not here: the dates (csv_dates.h). */
#ifndef FILO_EXCHANGE_CSV_CSV_CLOCK_H
#define FILO_EXCHANGE_CSV_CSV_CLOCK_H

#include "filo/people/date.h"

#include <stdbool.h>

/* Reads "18:30", "18:30:05.250", "6:30 PM", "183000", alone or with "Z", "UTC", "+02:00", "-0800"
 * behind; then it is turned into local time, which may be on the day before *day or after. Seconds
 * are left out. False when it is something else. */
bool csv_clock_parse(const char *text, day_number *day, int *minute);

#endif
