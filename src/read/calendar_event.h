/* An event of a calendar, as far as it tells of people who met.
 * Not here: the file (calendar.c), its occurrences (calendar_rules.h). */
#ifndef FILO_READ_CALENDAR_EVENT_H
#define FILO_READ_CALENDAR_EVENT_H

#include "read/zones.h"

#include <libical/ical.h>

struct calendar_time {
	int64_t moment; /* seconds since 1970 */
	int64_t local;  /* the same as if the local time were UTC */
	bool is_date;   /* a whole day */
	bool has_unknown_zone;
};

enum calendar_part { PART_COMES, PART_UNDECIDED, PART_DECLINED };
struct calendar_person {
	char *name, *address;
	enum calendar_part part;
	bool is_nobody; /* a room, a list, somebody who is only told of it */
};

struct calendar_event {
	char *uid, *summary;
	struct calendar_time start, original; /* original.moment 0: no RECURRENCE-ID */
	int64_t seconds;
	struct zone zone;
	int sequence;
	int64_t stamp;
	bool is_cancelled, is_video, has_start;
	struct calendar_person organizer; /* address NULL: none */
	struct vector people;             /* of struct calendar_person */
	char *rule;                       /* of RRULE; NULL: none */
	struct vector without, with;      /* of struct calendar_time: EXDATE, RDATE */
	int64_t line;
};
/* Of a VEVENT; `own` are the zones of its file. */
void calendar_event_init(
	struct calendar_event *event, icalcomponent *component, const struct vector *own);
void calendar_event_fini(struct calendar_event *event);

#endif
