/* When something was, as sources write it, in local time.
 * Not here: dates as people type them (people/words/when.h). */
#ifndef FILO_EXCHANGE_HISTORY_MOMENTS_H
#define FILO_EXCHANGE_HISTORY_MOMENTS_H

#include "filo/people/date.h"

#include <stdbool.h>
#include <stdint.h>

struct moment {
	int64_t local; /* seconds since 1970-01-01 00:00 on the clock of the place */
	bool has_time; /* false: only the day is known */
};

/* The zone in which moments are told, for the whole process, until moments_end. */
struct moments {
	char *zone_before; /* TZ; NULL: it was not set */
	int64_t quarter;   /* the last quarter of an hour that was looked up */
	long offset;       /* seconds east then */
};
void moments_begin(struct moments *moments, const char *zone); /* NULL: that of the machine */
void moments_end(struct moments *moments);

/* Seconds or milliseconds (> 10^11) since the epoch. */
bool moments_of_number(struct moments *moments, int64_t number, struct moment *moment);
/* RFC 3339; "YYYY-MM-DD" with or without " HH:MM[:SS]", local; digits are a number. */
bool moments_of_text(struct moments *moments, const char *text, struct moment *moment);

day_number moment_day(const struct moment *moment);
int moment_minute(const struct moment *moment); /* -1: only the day is known */
day_number moment_contact_day(const struct moment *moment);

/* The name of the machine's zone, as "Europe/Rome"; NULL: it has none. Caller frees. */
char *moments_zone(void);

#endif
