/* One walk over everybody: several statements, each in the order of contacts, merged.
 * Not here: judging what was read (people/due.c). */
#include "store/due/due_facts.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
#include "filo/people/date.h"
#include "filo/people/due.h"
#include "filo/people/rhythm.h"
#include "filo/store/circles.h"
#include "store/contacts/absences.h"
#include "store/db/query.h"
#include "store/due/rhythm.h"
#include "store/due/rhythm_check.h"

#include <stdlib.h>
#include <string.h>

struct learned_rhythm {
	contact_id contact;
	struct learned learned;
};

/* Where the walk of a day stands with one person. */
struct walked_person {
	const struct due_facts_day *day;
	struct due_facts_row row;
	struct vector events; /* of struct event; cleared for each */
	bool has_own_absence;
	day_number wish_set_on;
	struct vector dates; /* of struct told_date: all within the window; cleared for each */
};

/* A yearly date, and the day it falls on. */
struct told_date {
	day_number day;
	struct yearly_date yearly;
};

struct facts_source {
	/* Its first column is the contact; ?1 and ?2 bound it, ?3 is the day. */
	const char *sql;
	void (*read)(struct query *query, struct walked_person *person);
	bool calls; /* who is in it is judged; the others only add to that */
};

static void take_learned(struct walked_person *person, const struct learned *learned)
{
	person->row.facts.rhythm = learned->rhythm;
	person->row.facts.reply_since = learned->reply_since;
}

static void read_rhythm(struct query *query, struct walked_person *person)
{
	struct learned learned;

	rhythm_read(query, &learned);
	take_learned(person, &learned);
}

static int compare_learned(const void *key, const void *item)
{
	const contact_id *id = key;
	const struct learned_rhythm *learned = item;

	return (*id > learned->contact) - (*id < learned->contact);
}

static void read_learned(struct query *query, struct walked_person *person)
{
	contact_id id = column_id(query, 0);
	const struct vector *all = &person->day->learned;
	const struct learned_rhythm *learned =
		all->count ? bsearch(&id, all->items, all->count, all->item_bytes, compare_learned)
			   : NULL;

	if (learned)
		take_learned(person, &learned->learned);
}

static void read_wish(struct query *query, struct walked_person *person)
{
	circle_id id = column_id(query, 2);
	const struct circle *circle;

	person->row.facts.own_wish_days = column_int(query, 1);
	person->row.facts.is_in_circle = id != 0;
	person->wish_set_on = column_day(query, 3);
	person->row.facts.met_on = column_day(query, 4);
	VECTOR_EACH (circle, &person->day->circles)
		if (circle->id == id)
			person->row.facts.circle_wish_days = circle->cadence_days;
}

/* Dead from that day on; from ever, where the day is not known. */
static bool is_dead_on(struct civil_date died, day_number on)
{
	if (date_is_valid(died))
		return date_to_day(died) <= on;
	return !died.year || died.year <= date_from_day(on).year;
}

/* Those that lie in the window; which of them is told is seen when the events are known. */
static void read_yearly(struct query *query, struct walked_person *person)
{
	struct due_facts *facts = &person->row.facts;
	day_number on = person->day->on;
	struct told_date told = { .yearly = { .kind = (enum yearly_kind)column_kind(
						      query, 4, YEARLY_KINDS),
					  .date = { column_int(query, 1), column_int(query, 2),
						  column_int(query, 3) },
					  .is_remembered = column_int(query, 5) } };

	facts->is_remembered |= told.yearly.is_remembered;
	facts->is_dead |= told.yearly.kind == YEARLY_DEATH && is_dead_on(told.yearly.date, on);
	told.day = date_next_yearly(told.yearly.date, on - YEARLY_PAST_DAYS);
	if (told.day != DAY_NONE && told.day <= on + YEARLY_AHEAD_DAYS)
		vector_push(&person->dates, &told);
}

static void read_followup(struct query *query, struct walked_person *person)
{
	day_number due = column_day(query, 1);
	struct due_facts *facts = &person->row.facts;

	if (facts->followup_due == DAY_NONE || due < facts->followup_due)
		facts->followup_due = due;
}

static void read_followed_up(struct query *query, struct walked_person *person)
{
	(void)query;
	person->row.facts.has_followup = true;
}

static void read_event(struct query *query, struct walked_person *person)
{
	struct event event = { .contact = column_id(query, 0),
		.id = column_id(query, 1),
		.kind = (enum event_kind)column_kind(query, 2, EVENT_KINDS),
		.day = column_day(query, 3),
		.until = column_day(query, 4) };

	vector_push(&person->events, &event);
}

static void read_absence(struct query *query, struct walked_person *person)
{
	(void)query;
	person->has_own_absence = true;
}

static void read_nothing(struct query *query, struct walked_person *person)
{
	(void)query;
	(void)person;
}

enum {
	SOURCE_RHYTHM,
	SOURCE_LEARNED, /* instead of the kept rhythms */
	SOURCE_EVERYBODY,
	SOURCES = 9
};

#define IN_RANGE "BETWEEN ?1 AND ?2"
#define ANY_DAY  " AND ?3 IS NOT NULL" /* every statement is bound alike */

static const struct facts_source sources[SOURCES] = {
	[SOURCE_RHYTHM] = { "SELECT r.contact" RHYTHM_COLUMNS
			    " FROM rhythm AS r WHERE r.contact " IN_RANGE ANY_DAY
			    " ORDER BY r.contact",
		read_rhythm, true },
	[SOURCE_LEARNED] = { "SELECT DISTINCT contact FROM participant WHERE contact " IN_RANGE
				     ANY_DAY " ORDER BY contact",
		read_learned, true },
	[SOURCE_EVERYBODY] = { "SELECT id FROM contact WHERE id " IN_RANGE ANY_DAY " ORDER BY id",
		read_nothing, true },
	{ "SELECT contact, year, month, day, kind, is_remembered FROM yearly_date WHERE "
	  "contact " IN_RANGE ANY_DAY " ORDER BY contact",
		read_yearly, true },
	{ "SELECT contact, due FROM followup WHERE contact " IN_RANGE
	  " AND due <= ?3 AND made_on <= ?3 AND (done_on IS NULL OR done_on > ?3)"
	  " ORDER BY contact",
		read_followup, true },
	{ "SELECT contact FROM followup WHERE contact " IN_RANGE " AND made_on <= ?3"
	  " ORDER BY contact",
		read_followed_up, false },
	{ "SELECT id, cadence_days, circle, wish_set_on, met_on FROM contact"
	  " INDEXED BY contact_by_wish WHERE id " IN_RANGE ANY_DAY
	  " AND (cadence_days > 0 OR circle IS NOT NULL) ORDER BY id",
		read_wish, true },
	{ "SELECT contact, id, kind, day, until FROM event WHERE contact " IN_RANGE
	  " AND day <= ?3 ORDER BY contact, day, id",
		read_event, false },
	{ "SELECT contact FROM absence WHERE contact " IN_RANGE ANY_DAY " ORDER BY contact",
		read_absence, false },
};

/* ---- The day ---- */

static enum status learn_from_log(struct store *store, struct due_facts_day *day, struct error *err)
{
	struct query query =
		query_open(store, "SELECT DISTINCT contact FROM participant ORDER BY contact");
	struct learned_rhythm *learned;

	while (query_next(&query)) {
		learned = vector_push(&day->learned, NULL);
		learned->contact = column_id(&query, 0);
	}
	enum status status = query_close(&query, err);
	day->tempo = (struct tempo){ 0, 0 };
	VECTOR_EACH (learned, &day->learned) {
		if (status == STATUS_OK)
			status = rhythm_from_log(
				store, learned->contact, day->on, &learned->learned, err);
		if (status != STATUS_OK)
			break;
		tempo_add(&day->tempo, &learned->learned.rhythm);
	}
	return status;
}

enum status due_facts_begin(
	struct store *store, struct due_facts_day *day, day_number on, struct error *err)
{
	day_number as_of;
	enum status status = STATUS_OK;

	*day = (struct due_facts_day){ .on = on };
	vector_init(&day->away, sizeof(struct span));
	vector_init(&day->circles, sizeof(struct circle));
	vector_init(&day->learned, sizeof(struct learned_rhythm));
	rhythm_catch_up(store, NULL); /* a read-only database is answered from the log, below */
	status = tempo_read(store, &day->tempo, &as_of, err);
	if (status == STATUS_OK)
		status = absence_spans(store, 0, &day->away, err);
	if (status == STATUS_OK)
		status = circle_list(store, &day->circles, err);
	if (status != STATUS_OK)
		return status;
	day->is_from_log = as_of != on && has_come_to_pass(store, as_of < on ? as_of : on,
						  as_of < on ? on : as_of);
	return day->is_from_log ? learn_from_log(store, day, err) : STATUS_OK;
}

void due_facts_end(struct due_facts_day *day)
{
	VECTOR_FINI(struct circle, &day->circles, circle_fini);
	vector_fini(&day->away);
	vector_fini(&day->learned);
}

day_number due_facts_away_until(const struct due_facts_day *day)
{
	const struct span *span;

	VECTOR_EACH (span, &day->away)
		if (span->from <= day->on && day->on <= span->to)
			return span->to;
	return DAY_NONE;
}

/* ---- One person ---- */

static void person_clear(struct walked_person *person, contact_id id)
{
	vector_clear(&person->events);
	vector_clear(&person->dates);
	person->has_own_absence = false;
	person->wish_set_on = DAY_NONE;
	person->row = (struct due_facts_row){
		.facts = { .id = id,
			.rhythm = RHYTHM_EMPTY,
			.skipped_on = DAY_NONE,
			.met_on = DAY_NONE,
			.added_on = DAY_NONE,
			.yearly_on = DAY_NONE,
			.followup_due = DAY_NONE,
			.reply_since = DAY_NONE },
	};
}

static int days_between(day_number a, day_number b)
{
	return a > b ? a - b : b - a;
}

/* Whether wishes (or none this year) were meant for this date: of several, for the nearest. */
static bool is_wished(
	const struct walked_person *person, const struct event *event, day_number date)
{
	const struct told_date *other;

	if (event->kind != EVENT_WISHED && event->kind != EVENT_NO_WISHES)
		return false;
	VECTOR_EACH (other, &person->dates)
		if (days_between(event->day, other->day) < days_between(event->day, date))
			return false;
	return event->day >= date - YEARLY_AHEAD_DAYS && event->day <= date + YEARLY_PAST_DAYS;
}

/* A date is done with when wishes were sent or it was let go of, or when it has come and you were
 * in touch since. Of who has died only what is marked is told. */
static bool is_settled(
	const struct walked_person *person, const struct told_date *date, day_number on)
{
	const struct due_facts *facts = &person->row.facts;
	const struct event *event;

	if ((facts->is_dead || date->yearly.kind == YEARLY_DEATH) && !date->yearly.is_remembered)
		return true;
	if (date->day <= on && facts->rhythm.last_day != DAY_NONE &&
		facts->rhythm.last_day >= date->day)
		return true;
	VECTOR_EACH (event, &person->events)
		if (is_wished(person, event, date->day))
			return true;
	return false;
}

/* The first date that is not settled; a message that needs an answer. */
static void choose_date(struct walked_person *person, day_number on)
{
	struct due_facts *facts = &person->row.facts;
	const struct told_date *date;
	const struct event *event;

	VECTOR_EACH (date, &person->dates) {
		bool is_later = facts->yearly_on != DAY_NONE && facts->yearly_on <= date->day;
		if (is_later || is_settled(person, date, on))
			continue;
		facts->yearly_on = date->day;
		facts->is_yearly_marked = date->yearly.is_remembered;
		person->row.yearly = date->yearly;
	}
	/* Such an event bears the day of the message. */
	VECTOR_EACH (event, &person->events)
		if (event->kind == EVENT_NO_ANSWER && event->day >= facts->reply_since)
			facts->reply_since = DAY_NONE;
}

static day_number later_day(day_number a, day_number b)
{
	return a == DAY_NONE || (b != DAY_NONE && b > a) ? b : a;
}

/* Since when somebody is waited for: the last contact; without any, since they were wished to be
 * heard of, or met. A skip begins it anew. */
static day_number wait_from(const struct walked_person *person)
{
	const struct due_facts *facts = &person->row.facts;
	day_number from = facts->rhythm.last_day;

	if (from == DAY_NONE)
		from = later_day(person->wish_set_on, facts->met_on);
	return from == DAY_NONE ? DAY_NONE : later_day(from, facts->skipped_on);
}

/* How long somebody is known: of the few who may be new. */
static enum status read_acquaintance(
	struct store *store, struct due_facts *facts, day_number on, struct error *err)
{
	struct query query = query_open(store,
		"SELECT met_on, added_on, met, EXISTS (SELECT 1 FROM participant AS p"
		" JOIN conversation AS c ON c.id = p.conversation WHERE p.contact = ?1"
		" AND p.contact_day IS NOT NULL"
		" AND (c.source IS NULL OR c.is_touched)) FROM contact WHERE id = ?1");

	bind_id(&query, 1, facts->id);
	if (query_next(&query)) {
		int year = contact_met_year(column_text(&query, 2));
		facts->met_on = column_day(&query, 0);
		/* A day that only an import tells of makes nobody new. */
		facts->added_on = column_int(&query, 3) ? column_day(&query, 1) : DAY_NONE;
		/* "At school, 1998" is no day you met, but an old friend all the same. */
		if (facts->met_on == DAY_NONE && year && year < date_from_day(on).year)
			facts->met_on = date_to_day((struct civil_date){ year, 12, 31 });
	}
	return query_close(&query, err);
}

static enum status person_complete(
	struct store *store, struct walked_person *person, struct error *err)
{
	const struct due_facts_day *day = person->day;
	struct due_facts *facts = &person->row.facts;
	struct vector own = VECTOR_INIT(struct span);
	const struct vector *away = &day->away;
	day_number last = facts->rhythm.last_day, from;
	enum status status = STATUS_OK;

	facts->state = contact_state_on(day->on, person->events.items, person->events.count, last,
		&person->row.held_until, &facts->skipped_on);
	choose_date(person, day->on);
	facts->silence_days = facts->wait_days = -1;
	from = wait_from(person);
	if (from == DAY_NONE)
		return STATUS_OK;
	person->row.has_absences = person->has_own_absence || away->count;
	if (person->has_own_absence) {
		status = absence_spans(store, facts->id, &own, err);
		away = &own;
	}
	facts->wait_days = rhythm_silence(from, day->on, away->items, away->count);
	if (last != DAY_NONE) {
		facts->silence_days =
			last == from ? facts->wait_days
				     : rhythm_silence(last, day->on, away->items, away->count);
		person->row.absent_days = day->on - last - facts->silence_days;
	}
	if (due_may_be_new(facts))
		status = status == STATUS_OK ? read_acquaintance(store, facts, day->on, err)
					     : status;
	vector_fini(&own);
	return status;
}

/* ---- The walk ---- */

struct cursor {
	struct query query;
	bool is_at_row; /* else at its end, or not asked */
	const struct facts_source *source;
	contact_id at;
};

static void cursor_step(struct cursor *cursor)
{
	cursor->is_at_row = query_next(&cursor->query);
	cursor->at = cursor->is_at_row ? column_id(&cursor->query, 0) : 0;
}

static void cursor_open(struct store *store, struct cursor *cursor,
	const struct facts_source *source, const struct due_facts_day *day, contact_id first,
	contact_id last)
{
	cursor->source = source;
	cursor->query = query_open(store, source->sql);
	bind_number(&cursor->query, 1, first);
	bind_number(&cursor->query, 2, last);
	bind_day(&cursor->query, 3, day->on);
	cursor_step(cursor);
}

/* The smallest contact id among the statements that decide who is judged; 0: all are at their end.
 */
static contact_id next_called(const struct cursor *cursors)
{
	contact_id next = 0;

	for (int i = 0; i < SOURCES; i++) {
		const struct cursor *cursor = &cursors[i];
		if (cursor->is_at_row && cursor->source->calls && (!next || cursor->at < next))
			next = cursor->at;
	}
	return next;
}

static enum status read_person(struct store *store, struct cursor *cursors,
	struct walked_person *person, struct error *err)
{
	contact_id id = person->row.facts.id;

	for (int i = 0; i < SOURCES; i++) {
		struct cursor *cursor = &cursors[i];
		while (cursor->is_at_row && cursor->at <= id) {
			if (cursor->at == id)
				cursor->source->read(&cursor->query, person);
			cursor_step(cursor);
		}
	}
	return person_complete(store, person, err);
}

static bool is_asked(int source, const struct due_facts_day *day, bool everybody)
{
	if (source == SOURCE_RHYTHM)
		return !day->is_from_log;
	if (source == SOURCE_LEARNED)
		return day->is_from_log;
	return source != SOURCE_EVERYBODY || everybody;
}

enum status due_facts_walk(struct store *store, const struct due_facts_day *day, contact_id first,
	contact_id last, bool everybody,
	enum status (*each)(void *context, const struct due_facts_row *row, struct error *err),
	void *context, struct error *err)
{
	struct cursor cursors[SOURCES] = { 0 };
	struct walked_person person = { .day = day,
		.events = VECTOR_INIT(struct event),
		.dates = VECTOR_INIT(struct told_date) };
	enum status status = STATUS_OK;
	contact_id id;

	for (int i = 0; i < SOURCES; i++) {
		if (is_asked(i, day, everybody))
			cursor_open(store, &cursors[i], &sources[i], day, first, last);
	}
	while (status == STATUS_OK && (id = next_called(cursors))) {
		person_clear(&person, id);
		status = read_person(store, cursors, &person, err);
		if (status == STATUS_OK)
			status = each(context, &person.row, err);
	}
	for (int i = 0; i < SOURCES; i++) {
		if (cursors[i].source)
			status = query_close_after(&cursors[i].query, status, err);
	}
	vector_fini(&person.events);
	vector_fini(&person.dates);
	return status;
}

static enum status keep_row(void *context, const struct due_facts_row *row, struct error *err)
{
	(void)err;
	*(struct due_facts_row *)context = *row;
	return STATUS_OK;
}

enum status due_facts_load(struct store *store, const struct due_facts_day *day, contact_id id,
	struct due_facts_row *out, struct error *err)
{
	out->facts.id = 0;
	enum status status = due_facts_walk(store, day, id, id, true, keep_row, out, err);

	if (status == STATUS_OK && !out->facts.id)
		return error_set(err, STATUS_NOT_FOUND, _("This person is no longer there"));
	return status;
}
