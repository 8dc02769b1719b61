/* Calendars: who met whom, at what was planned and not called off. A file is cut into its events
 * and zones first: so an unfinished one gives what it has, and a large one takes no more memory.
 * Not here: an event (calendar_event.c), recurrence (calendar_rules.c), zones (zones.c). */
#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "read/calendar_event.h"
#include "read/calendar_rules.h"
#include "read/formats.h"
#include "read/words.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BLOCK_BYTES = 512 * 1024, EVENTS_MAX = 200000, MEETING_SECONDS_MAX = 12 * 3600 };

struct calendar {
	struct reading *reading;
	struct vector zones;  /* of icaltimezone *: owned */
	struct vector events; /* of struct calendar_event */
	char *me;             /* whose calendar it is; NULL: not known */
	struct strbuf block;  /* unfolded lines of the VEVENT or VTIMEZONE at hand */
	int depth;            /* components open in the block */
	int64_t block_line;
};

static bool calendar_recognises(struct stream *stream)
{
	size_t len;
	const char *at = stream_head(stream, &len);

	while (ascii_is_space(*at))
		at++;
	return ascii_begins(at, "BEGIN:VCALENDAR") || ascii_begins(at, "BEGIN:VEVENT");
}

static icalcomponent *calendar_parse(const struct strbuf *block, icalcomponent_kind kind)
{
	icalcomponent *component = icalparser_parse_string(block->data);

	if (component && icalcomponent_isa(component) == kind)
		return component;
	if (component)
		icalcomponent_free(component);
	return NULL;
}

static void calendar_take_zone(struct calendar *calendar)
{
	icalcomponent *component = calendar_parse(&calendar->block, ICAL_VTIMEZONE_COMPONENT);
	icaltimezone *zone = component ? icaltimezone_new() : NULL;

	if (zone && icaltimezone_set_component(zone, component)) {
		vector_push(&calendar->zones, &zone);
		return;
	}
	if (zone)
		icaltimezone_free(zone, 1);
	if (component)
		icalcomponent_free(component);
}

static void calendar_take_event(struct calendar *calendar)
{
	icalcomponent *component = calendar_parse(&calendar->block, ICAL_VEVENT_COMPONENT);
	struct records *records = calendar->reading->records;
	struct calendar_event event;

	if (!component) {
		records_problem(records, N_("an event that cannot be read"), calendar->block_line);
		return;
	}
	calendar_event_init(&event, component, &calendar->zones);
	icalcomponent_free(component);
	event.line = calendar->block_line;
	if (!event.has_start)
		records_problem(records, N_("an event without a start"), event.line);
	if (event.start.has_unknown_zone)
		records_problem(
			records, N_("a time zone that nobody knows: taken as yours"), event.line);
	if (event.has_start && calendar->events.count < EVENTS_MAX)
		vector_push(&calendar->events, &event);
	else
		calendar_event_fini(&event);
}

static void calendar_end_block(struct calendar *calendar)
{
	if (ascii_begins(calendar->block.data, "BEGIN:VTIMEZONE"))
		calendar_take_zone(calendar);
	else
		calendar_take_event(calendar);
	strbuf_clear(&calendar->block);
	calendar->depth = 0;
}

static void calendar_take_in_block(struct calendar *calendar, const struct strbuf *line)
{
	if (ascii_begins(line->data, "BEGIN:"))
		calendar->depth++;
	if (calendar->block.len + line->len < BLOCK_BYTES || ascii_begins(line->data, "END:")) {
		strbuf_add(&calendar->block, line->data);
		strbuf_add(&calendar->block, "\r\n");
	}
	if (ascii_begins(line->data, "END:") && --calendar->depth <= 0)
		calendar_end_block(calendar);
}

/* A calendar is called after its owner by some. */
static void calendar_take_owner(struct calendar *calendar, const char *name)
{
	size_t len = strcspn(name, " \t\r\n");

	if (calendar->me || calendar->reading->me.count || !memchr(name, '@', len))
		return;
	calendar->me = memory_copy_bytes(name, len);
	records_me(calendar->reading->records, calendar->me, N_("the calendar is called so"));
}

static void calendar_take_line(struct calendar *calendar, const struct strbuf *line, int64_t number)
{
	if (!text_is_valid(line->data, line->len))
		records_mended(calendar->reading->records, number);
	if (calendar->depth) {
		calendar_take_in_block(calendar, line);
	} else if (ascii_begins(line->data, "BEGIN:VEVENT") ||
		   ascii_begins(line->data, "BEGIN:VTIMEZONE")) {
		calendar->block_line = number;
		calendar_take_in_block(calendar, line);
	} else if (ascii_begins(line->data, "X-WR-CALNAME:")) {
		calendar_take_owner(calendar, line->data + strlen("X-WR-CALNAME:"));
	}
}

/* Unfolds bytes: a fold may part a character. */
static void calendar_read_lines(struct calendar *calendar, struct stream *stream)
{
	struct strbuf unfolded = STRBUF_INIT;
	struct line line;
	int64_t number = 1;

	while (stream_line(stream, &line)) {
		bool is_fold = line.len && (*line.text == ' ' || *line.text == '\t');
		if (!is_fold) {
			if (unfolded.len)
				calendar_take_line(calendar, &unfolded, number);
			strbuf_clear(&unfolded);
			number = stream->line;
		}
		if (unfolded.len + line.len < BLOCK_BYTES)
			strbuf_add(&unfolded, line.text + is_fold);
	}
	if (unfolded.len)
		calendar_take_line(calendar, &unfolded, number);
	if (calendar->depth) {
		records_problem(calendar->reading->records, N_("cut within an event"),
			calendar->block_line);
		strbuf_clear(&calendar->block);
	}
	strbuf_fini(&unfolded);
}

static bool calendar_is_me(const struct calendar *calendar, const char *address)
{
	return (calendar->me && ascii_equal(calendar->me, address)) ||
	       reading_is_me(calendar->reading, address);
}

/* Whether I was there: as the organizer, unless I declined or have not answered, or when I am not
 * listed at all. */
static bool calendar_was_i_there(
	const struct calendar *calendar, const struct calendar_event *event)
{
	const struct calendar_person *person;

	if (event->organizer.address && calendar_is_me(calendar, event->organizer.address))
		return true;
	VECTOR_EACH (person, &event->people)
		if (calendar_is_me(calendar, person->address))
			return person->part == PART_COMES;
	return true;
}

static void calendar_say_person(
	struct records *records, const char *key, const struct calendar_person *person)
{
	struct strbuf text = STRBUF_INIT;

	if (person->name && *person->name && !strchr(person->name, '@'))
		strbuf_add_format(&text, "%s <%s>", person->name, person->address);
	else
		strbuf_add(&text, person->address);
	records_text(records, key, text.data);
	strbuf_fini(&text);
}

/* Those who came; who invited them is one of them, unless they declined. */
static void calendar_say_people(struct records *records, const struct calendar_event *event)
{
	const struct calendar_person *person, *organizer = &event->organizer;
	bool is_listed = !organizer->address;

	records_list(records, "to");
	VECTOR_EACH (person, &event->people) {
		is_listed |= organizer->address && ascii_equal(person->address, organizer->address);
		if (!person->is_nobody && person->part != PART_DECLINED)
			calendar_say_person(records, NULL, person);
	}
	if (!is_listed)
		calendar_say_person(records, NULL, organizer);
	records_close_list(records);
}

static void calendar_say(struct calendar *calendar, const struct calendar_event *event,
	int64_t start, int64_t original)
{
	struct records *records = calendar->reading->records;
	struct strbuf id = STRBUF_INIT;
	time_t moment = (time_t)original;
	char stamp[40] = "";
	struct tm utc;

	if (gmtime_r(&moment, &utc))
		strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%SZ", &utc);
	strbuf_add_format(&id, "%s/%s", event->uid ? event->uid : "", stamp);
	int64_t seconds =
		event->seconds < MEETING_SECONDS_MAX ? event->seconds : MEETING_SECONDS_MAX;
	records_message(
		records, &(struct message){ .when_ms = start * 1000,
				 .medium = event->is_video ? "video" : "in-person",
				 .seconds = seconds,
				 .id = id.data,
				 .text = calendar->reading->with_text ? event->summary : NULL });
	if (event->organizer.address)
		calendar_say_person(records, "from", &event->organizer);
	calendar_say_people(records, event);
	records_finish(records);
	strbuf_fini(&id);
}

static bool calendar_is_same(const struct calendar_event *a, const struct calendar_event *b)
{
	return a->uid && b->uid && strcmp(a->uid, b->uid) == 0;
}

/* One UID's events together: first what recurs, then single occurrences; of each the newest last.
 */
static int calendar_compare(const void *a, const void *b)
{
	const struct calendar_event *left = a, *right = b;
	int uids = strcmp(left->uid ? left->uid : "", right->uid ? right->uid : "");
	const int64_t pairs[][2] = { { uids, 0 }, { left->original.moment, right->original.moment },
		{ left->sequence, right->sequence }, { left->stamp, right->stamp },
		{ left->line, right->line } };

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (pairs[i][0] != pairs[i][1])
			return pairs[i][0] < pairs[i][1] ? -1 : 1;
	return 0;
}

/* Whether an occurrence stands in an event of its own, which come after what recurs. */
static bool calendar_is_overridden(
	const struct calendar *calendar, const struct calendar_event *master, int64_t start)
{
	const struct calendar_event *end =
		(const struct calendar_event *)calendar->events.items + calendar->events.count;

	for (const struct calendar_event *event = master + 1; event < end; event++) {
		if (!calendar_is_same(event, master))
			return false;
		if (event->original.moment == start)
			return true;
	}
	return false;
}

/* A newer version of the same event, or of the same occurrence, takes its place. */
static bool calendar_is_outdated(
	const struct calendar *calendar, const struct calendar_event *event)
{
	const struct calendar_event *end =
		(const struct calendar_event *)calendar->events.items + calendar->events.count;

	return event + 1 < end && calendar_is_same(event, event + 1) &&
	       event->original.moment == event[1].original.moment;
}

static const char *calendar_left_out(
	const struct calendar *calendar, const struct calendar_event *event)
{
	if (event->is_cancelled)
		return N_("meetings that were called off");
	if (event->start.is_date)
		return N_("whole days");
	if (!event->people.count && !event->organizer.address)
		return N_("events with nobody else");
	return calendar_was_i_there(calendar, event) ? NULL : N_("meetings without you");
}

static void calendar_say_event(struct calendar *calendar, const struct calendar_event *event)
{
	int64_t now = calendar->reading->now_ms / 1000 - (event->seconds > 0 ? event->seconds : 0);
	struct vector starts = VECTOR_INIT(int64_t);
	const int64_t *start;
	const char *why = calendar_left_out(calendar, event);

	if (why) {
		records_left_out(calendar->reading->records, why, 1);
		return;
	}
	if (event->original.moment) {
		if (event->start.moment <= now)
			calendar_say(calendar, event, event->start.moment, event->original.moment);
		return;
	}
	if (!calendar_occurrences(event, now, &starts))
		records_problem(calendar->reading->records,
			N_("it recurs in a way that is not followed: the first time only"),
			event->line);
	VECTOR_EACH (start, &starts)
		if (!calendar_is_overridden(calendar, event, *start))
			calendar_say(calendar, event, *start, *start);
	vector_fini(&starts);
}

static void calendar_fini(struct calendar *calendar)
{
	icaltimezone **zone;

	VECTOR_FINI(struct calendar_event, &calendar->events, calendar_event_fini);
	VECTOR_EACH (zone, &calendar->zones)
		icaltimezone_free(*zone, 1);
	vector_fini(&calendar->zones);
	strbuf_fini(&calendar->block);
	free(calendar->me);
}

static void calendar_read(struct reading *reading, struct stream *stream)
{
	struct calendar calendar = { .reading = reading,
		.zones = VECTOR_INIT(icaltimezone *),
		.events = VECTOR_INIT(struct calendar_event),
		.block = STRBUF_INIT };
	const struct calendar_event *event;

	records_source(reading->records, "calendar", reading_name(reading, stream));
	calendar_read_lines(&calendar, stream);
	vector_sort(&calendar.events, calendar_compare);
	VECTOR_EACH (event, &calendar.events)
		if (!calendar_is_outdated(&calendar, event))
			calendar_say_event(&calendar, event);
	calendar_fini(&calendar);
}

const struct format calendar_format = {
	.name = "ics", .recognises = calendar_recognises, .read = calendar_read
};
