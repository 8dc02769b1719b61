/* RRULE with libical, in local time: a zone is applied to what comes out.
 * Not here: overridden occurrences (calendar.c). */
#include "read/calendar_rules.h"

#include "filo/base/ascii.h"

#include <string.h>

enum { OCCURRENCES_MAX = 10000, STEPS_MAX = 50000 };

/* Parts that are followed; with any other an event is taken once. */
static bool rule_is_followed(const char *rule)
{
	static const char *const parts[] = { "FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY",
		"FREQ=YEARLY", "INTERVAL=", "COUNT=", "UNTIL=", "BYDAY=", "BYMONTHDAY=", "BYMONTH=",
		"BYSETPOS=", "WKST=" };

	while (*rule) {
		size_t len = strcspn(rule, ";");
		bool is_known = !len;
		for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
			is_known |= ascii_begins(rule, parts[i]);
		if (!is_known)
			return false;
		rule += len + (rule[len] == ';');
	}
	return true;
}

static bool occurrence_is_out(const struct calendar_event *event, int64_t local, int64_t moment)
{
	const struct calendar_time *out;

	VECTOR_EACH (out, &event->without)
		if (out->is_date ? out->local / 86400 == local / 86400 : out->moment == moment)
			return true;
	return false;
}

static void occurrence_add(
	const struct calendar_event *event, int64_t local, int64_t now, struct vector *starts)
{
	int64_t moment = zones_moment(&event->zone, local);
	const int64_t *have;

	if (moment > now || occurrence_is_out(event, local, moment))
		return;
	/* A rule repeats nothing; an RDATE may. */
	if (event->with.count)
		VECTOR_EACH (have, starts)
			if (*have == moment)
				return;
	vector_push(starts, &moment);
}

/* UNTIL in UTC becomes a local time, as the rule is followed in local time. */
static void rule_localise(struct icalrecurrencetype *rule, const struct zone *zone)
{
	if (!icaltime_is_utc(rule->until))
		return;
	rule->until = zones_icaltime(zones_local(zone, zones_seconds(rule->until)));
}

static void rule_follow(const struct calendar_event *event, int64_t now, struct vector *starts)
{
	struct icalrecurrencetype rule = icalrecurrencetype_from_string(event->rule);
	struct icaltimetype first = zones_icaltime(event->start.local);
	int64_t last = INT64_MIN;

	rule_localise(&rule, &event->zone);
	icalrecur_iterator *iterator = icalrecur_iterator_new(rule, first);
	if (!iterator)
		return;
	for (int step = 0; step < STEPS_MAX && starts->count < OCCURRENCES_MAX; step++) {
		struct icaltimetype next = icalrecur_iterator_next(iterator);
		if (icaltime_is_null_time(next))
			break;
		int64_t local = zones_seconds(next);
		if (zones_moment(&event->zone, local) > now || local <= last)
			break;
		last = local;
		if (local != event->start.local)
			occurrence_add(event, local, now, starts);
	}
	icalrecur_iterator_free(iterator);
}

bool calendar_occurrences(const struct calendar_event *event, int64_t now, struct vector *starts)
{
	const struct calendar_time *more;
	bool is_followed = !event->rule || rule_is_followed(event->rule);

	occurrence_add(event, event->start.local, now, starts);
	if (event->rule && is_followed)
		rule_follow(event, now, starts);
	VECTOR_EACH (more, &event->with)
		if (starts->count < OCCURRENCES_MAX)
			occurrence_add(event, zones_local(&event->zone, more->moment), now, starts);
	return is_followed;
}
