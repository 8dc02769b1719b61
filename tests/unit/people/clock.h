/* The clock as a test sets it, whatever that of the machine says.
 * Not here: any test. */
#ifndef FILO_TESTS_PEOPLE_CLOCK_H
#define FILO_TESTS_PEOPLE_CLOCK_H

#include "filo/people/date.h"

#include <time.h>

#define AT(hour, minute) ((hour)*60 + (minute))

static time_t clock_moment;

/* In place of the C library's. */
/* NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name): __timer is reserved */
time_t time(time_t *out)
{
	if (out)
		*out = clock_moment;
	return clock_moment;
}

/* Makes it that minute of Tuesday, 24 November; returns the day filo calls today. */
static inline day_number clock_set(int minute)
{
	struct tm local = { .tm_year = 126,
		.tm_mon = 10,
		.tm_mday = 24,
		.tm_hour = minute / 60,
		.tm_min = minute % 60,
		.tm_isdst = -1 };

	clock_moment = mktime(&local);
	return date_day_of_moment(clock_moment);
}

#endif
