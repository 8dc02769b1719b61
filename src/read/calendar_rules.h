/* The occurrences of an event that recurs.
 * Not here: those that stand in events of their own (calendar.c). */
#ifndef FILO_READ_CALENDAR_RULES_H
#define FILO_READ_CALENDAR_RULES_H

#include "read/calendar_event.h"

/* Adds the starts (of int64_t, seconds since 1970) of an event until `now`, without its EXDATEs,
 * with its RDATEs. False when its rule is of a kind that is not followed: then there is the first
 * only. */
bool calendar_occurrences(const struct calendar_event *event, int64_t now, struct vector *starts);

#endif
