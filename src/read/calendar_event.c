/* Reading a VEVENT with libical.
 * Not here: which event counts (calendar.c). */
#include "read/calendar_event.h"

#include "filo/base/ascii.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"

#include <stdlib.h>
#include <string.h>

enum { TIMES_MAX = 20000, PEOPLE_MAX = 5000 };

/* The time that a property's value gives, in the zone that its TZID or a 'Z' says. */
static struct calendar_time calendar_time_of(icalproperty *property, struct icaltimetype value,
	const struct vector *own, struct zone *zone)
{
	struct calendar_time time = { .is_date = value.is_date };
	icalparameter *tzid = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);

	*zone = (struct zone){ .kind = ZONE_LOCAL };
	time.local = zones_seconds(value);
	if (icaltime_is_utc(value))
		zone->kind = ZONE_UTC;
	else if (tzid && icalparameter_get_tzid(tzid) && !value.is_date)
		time.has_unknown_zone = !zones_find(icalparameter_get_tzid(tzid), own, zone);
	time.moment = zones_moment(zone, time.local);
	return time;
}

/* An address without "mailto:" and without the blanks that odd folds leave; NULL: it is none.
 * Caller frees. */
static char *calendar_address(const char *value)
{
	struct strbuf address = STRBUF_INIT;

	while (value && (ascii_is_space(*value) || *value == '"'))
		value++;
	if (!value || !ascii_begins(value, "mailto:"))
		return NULL;
	for (value += strlen("mailto:"); *value && !strchr("\"?>", *value); value++)
		if (!ascii_is_space(*value))
			strbuf_add_char(&address, *value);
	if (strchr(address.data, '@'))
		return strbuf_take(&address);
	strbuf_fini(&address);
	return NULL;
}

static enum calendar_part calendar_part_of(icalproperty *property)
{
	icalparameter *status = icalproperty_get_first_parameter(property, ICAL_PARTSTAT_PARAMETER);

	if (!status)
		return PART_COMES;
	switch (icalparameter_get_partstat(status)) {
	case ICAL_PARTSTAT_DECLINED:
	case ICAL_PARTSTAT_DELEGATED:
		return PART_DECLINED;
	case ICAL_PARTSTAT_ACCEPTED:
	case ICAL_PARTSTAT_TENTATIVE:
		return PART_COMES;
	default:
		return PART_UNDECIDED;
	}
}

static bool calendar_is_nobody(icalproperty *property)
{
	icalparameter *type = icalproperty_get_first_parameter(property, ICAL_CUTYPE_PARAMETER);
	icalparameter *role = icalproperty_get_first_parameter(property, ICAL_ROLE_PARAMETER);
	icalparameter_cutype what = type ? icalparameter_get_cutype(type) : ICAL_CUTYPE_INDIVIDUAL;

	return what == ICAL_CUTYPE_ROOM || what == ICAL_CUTYPE_RESOURCE ||
	       what == ICAL_CUTYPE_GROUP ||
	       (role && icalparameter_get_role(role) == ICAL_ROLE_NONPARTICIPANT);
}

static struct calendar_person calendar_person_of(icalproperty *property, const char *value)
{
	icalparameter *name = icalproperty_get_first_parameter(property, ICAL_CN_PARAMETER);

	return (struct calendar_person){ .address = calendar_address(value),
		.name = memory_copy_string(name ? icalparameter_get_cn(name) : NULL),
		.part = calendar_part_of(property),
		.is_nobody = calendar_is_nobody(property) };
}

static void calendar_person_fini(struct calendar_person *person)
{
	free(person->name);
	free(person->address);
}

static void calendar_add_person(struct calendar_event *event, icalproperty *property)
{
	struct calendar_person person =
		calendar_person_of(property, icalproperty_get_attendee(property));

	if (person.address && event->people.count < PEOPLE_MAX)
		vector_push(&event->people, &person);
	else
		calendar_person_fini(&person);
}

static void calendar_add_time(struct vector *times, icalproperty *property,
	struct icaltimetype value, const struct vector *own)
{
	struct zone zone;

	if (icaltime_is_null_time(value) || times->count >= TIMES_MAX)
		return;
	struct calendar_time time = calendar_time_of(property, value, own, &zone);
	vector_push(times, &time);
}

static bool calendar_is_place_of_video(const char *place)
{
	return place && (ascii_find(place, "https://") || ascii_find(place, "zoom") ||
				ascii_find(place, "meet.") || ascii_find(place, "google meet") ||
				ascii_find(place, "teams") || ascii_find(place, "jitsi"));
}

static bool calendar_is_conference(icalproperty *property)
{
	const char *name = icalproperty_get_x_name(property);

	return name && (ascii_equal(name, "X-GOOGLE-CONFERENCE") ||
			       ascii_equal(name, "X-MICROSOFT-SKYPETEAMSMEETINGURL"));
}

static void calendar_take_time(struct calendar_event *event, icalproperty *property,
	icalproperty_kind kind, const struct vector *own)
{
	struct icaldatetimeperiodtype value;
	struct zone ignored;

	switch (kind) {
	case ICAL_DTSTART_PROPERTY:
		if (icaltime_is_null_time(icalproperty_get_dtstart(property)))
			return;
		event->start = calendar_time_of(
			property, icalproperty_get_dtstart(property), own, &event->zone);
		event->has_start = true;
		return;
	case ICAL_RECURRENCEID_PROPERTY:
		event->original = calendar_time_of(
			property, icalproperty_get_recurrenceid(property), own, &ignored);
		return;
	case ICAL_EXDATE_PROPERTY:
		calendar_add_time(
			&event->without, property, icalproperty_get_exdate(property), own);
		return;
	default:
		value = icalproperty_get_rdate(property);
		calendar_add_time(&event->with, property,
			icaltime_is_null_time(value.time) ? value.period.start : value.time, own);
	}
}

/* Who, and whether it was on video. */
static void calendar_take_people(
	struct calendar_event *event, icalproperty *property, icalproperty_kind kind)
{
	switch (kind) {
	case ICAL_ATTENDEE_PROPERTY:
		calendar_add_person(event, property);
		return;
	case ICAL_ORGANIZER_PROPERTY:
		calendar_person_fini(&event->organizer);
		event->organizer =
			calendar_person_of(property, icalproperty_get_organizer(property));
		return;
	case ICAL_LOCATION_PROPERTY:
		event->is_video |= calendar_is_place_of_video(icalproperty_get_location(property));
		return;
	case ICAL_CONFERENCE_PROPERTY:
		event->is_video = true;
		return;
	case ICAL_X_PROPERTY:
		event->is_video |= calendar_is_conference(property);
		return;
	default:
		return;
	}
}

static void calendar_take_property(
	struct calendar_event *event, icalproperty *property, const struct vector *own)
{
	icalproperty_kind kind = icalproperty_isa(property);

	switch (kind) {
	case ICAL_DTSTART_PROPERTY:
	case ICAL_RECURRENCEID_PROPERTY:
	case ICAL_EXDATE_PROPERTY:
	case ICAL_RDATE_PROPERTY:
		calendar_take_time(event, property, kind, own);
		return;
	case ICAL_UID_PROPERTY:
		memory_replace_string(&event->uid, icalproperty_get_uid(property));
		return;
	case ICAL_SUMMARY_PROPERTY:
		memory_replace_string(&event->summary, icalproperty_get_summary(property));
		return;
	case ICAL_SEQUENCE_PROPERTY:
		event->sequence = icalproperty_get_sequence(property);
		return;
	case ICAL_DTSTAMP_PROPERTY:
		event->stamp = zones_seconds(icalproperty_get_dtstamp(property));
		return;
	case ICAL_STATUS_PROPERTY:
		event->is_cancelled = icalproperty_get_status(property) == ICAL_STATUS_CANCELLED;
		return;
	case ICAL_RRULE_PROPERTY:
		if (!event->rule)
			event->rule =
				memory_copy_string(icalproperty_get_value_as_string(property));
		return;
	default:
		calendar_take_people(event, property, kind);
	}
}

/* From DTEND or DURATION. */
static int64_t calendar_length(
	const struct calendar_event *event, icalcomponent *component, const struct vector *own)
{
	icalproperty *end = icalcomponent_get_first_property(component, ICAL_DTEND_PROPERTY);
	icalproperty *length = icalcomponent_get_first_property(component, ICAL_DURATION_PROPERTY);
	struct zone zone;

	if (end && !icaltime_is_null_time(icalproperty_get_dtend(end)))
		return calendar_time_of(end, icalproperty_get_dtend(end), own, &zone).moment -
		       event->start.moment;
	return length ? icaldurationtype_as_int(icalproperty_get_duration(length)) : 0;
}

void calendar_event_init(
	struct calendar_event *event, icalcomponent *component, const struct vector *own)
{
	*event = (struct calendar_event){ .people = VECTOR_INIT(struct calendar_person),
		.without = VECTOR_INIT(struct calendar_time),
		.with = VECTOR_INIT(struct calendar_time) };
	for (icalproperty *property =
			icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY);
		property; property = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY))
		calendar_take_property(event, property, own);
	event->seconds = calendar_length(event, component, own);
}

void calendar_event_fini(struct calendar_event *event)
{
	VECTOR_FINI(struct calendar_person, &event->people, calendar_person_fini);
	calendar_person_fini(&event->organizer);
	vector_fini(&event->without);
	vector_fini(&event->with);
	free(event->uid);
	free(event->summary);
	free(event->rule);
}
