/* Time zones of calendars: local times there and moments.
 * Not here: this machine's own zone for anything else (filo itself). */
#ifndef FILO_READ_ZONES_H
#define FILO_READ_ZONES_H

#include "filo/base/vector.h"

#include <libical/ical.h>
#include <stdbool.h>
#include <stdint.h>

/* Finds the system's zones, before the lock. */
void zones_prepare(void);

enum zone_kind { ZONE_LOCAL, ZONE_UTC, ZONE_ICAL };
struct zone {
	enum zone_kind kind;
	icaltimezone *ical; /* of ZONE_ICAL; borrowed from libical or from `own` zones */
};

/* A zone by its TZID: of the tz database, of Windows, or one of `own` (of icaltimezone *, the
 * file's VTIMEZONEs). False: nobody knows it, and `zone` is the local one. */
bool zones_find(const char *tzid, const struct vector *own, struct zone *zone);

/* Seconds since 1970 of a local time there, given as seconds since 1970 as if it were UTC. Of an
 * hour that comes twice the first; one that never comes moves forward. */
int64_t zones_moment(const struct zone *zone, int64_t local);
int64_t zones_local(const struct zone *zone, int64_t moment);

/* libical's time as seconds since 1970, as if it were UTC, and back. Its own functions stop at
 * 1970. */
int64_t zones_seconds(struct icaltimetype time);
struct icaltimetype zones_icaltime(int64_t seconds);

#endif
