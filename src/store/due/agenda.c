/* The agenda: all open follow-ups, and what the next days bring, from one walk over everybody.
 * Not here: the order of the items (people/agenda.c). */
#include "filo/store/agenda.h"

#include "filo/people/contact_state.h"
#include "filo/people/due.h"
#include "filo/store/absences.h"
#include "filo/store/contact_called.h"
#include "filo/store/followups.h"
#include "store/db/database.h"
#include "store/db/query.h"
#include "store/due/due_facts.h"

#define WISHED_AHEAD_DAYS 7 /* wishes may be sent so long before the date */

struct gathering {
	struct store *store;
	day_number on, to;      /* both included */
	struct vector *items;   /* of struct agenda_item */
	struct vector absences; /* of struct absence: those that touch these days */
	struct query dates;     /* of everybody, in the order of the walk */
	contact_id dates_of;    /* whose date its row is; 0: it is at its end */
};

/* ---- Follow-ups ---- */

/* Takes over the follow-up. */
static void add_followup(struct vector *items, const struct followup *followup, day_number day)
{
	struct agenda_item *item = vector_push(items, NULL);

	*item = (struct agenda_item){
		.kind = AGENDA_FOLLOWUP,
		.day = day,
		.contact = followup->contact,
		.followup = *followup,
	};
}

/* `to` DAY_NONE: all; else those with a date up to that day. */
static enum status agenda_add_followups(
	struct store *store, day_number on, day_number to, struct vector *items, struct error *err)
{
	struct vector followups = VECTOR_INIT(struct followup);
	struct followup *followup;
	enum status status = followup_list(store, 0, false, &followups, err);

	VECTOR_EACH (followup, &followups) {
		day_number due = followup->due;
		if (to == DAY_NONE)
			add_followup(items, followup, due == DAY_NONE ? followup->made_on : due);
		else if (due != DAY_NONE && due <= to)
			add_followup(items, followup, due < on ? on : due);
		else
			followup_fini(followup);
	}
	vector_fini(&followups);
	return status;
}

/* ---- Absences ---- */

static enum status read_absences(struct gathering *gathering, struct error *err)
{
	struct vector all = VECTOR_INIT(struct absence);
	struct absence *absence;
	enum status status = absence_list(gathering->store, &all, err);

	VECTOR_EACH (absence, &all) {
		absence_fini(absence);
		absence->name = NULL;
		if (absence->from <= gathering->to && absence->to >= gathering->on)
			vector_push(&gathering->absences, absence);
	}
	vector_fini(&all);
	return status;
}

static void add_absences(struct gathering *gathering)
{
	const struct absence *absence;

	VECTOR_EACH (absence, &gathering->absences) {
		struct agenda_item *item = vector_push(gathering->items, NULL);
		*item = (struct agenda_item){
			.kind = AGENDA_ABSENCE,
			.day = absence->from < gathering->on ? gathering->on : absence->from,
			.contact = absence->contact,
			.absence = *absence,
		};
	}
}

/* The user, or that person. */
static bool agenda_is_away(const struct gathering *gathering, contact_id contact, day_number day)
{
	const struct absence *absence;

	VECTOR_EACH (absence, &gathering->absences) {
		bool is_theirs = !absence->contact || absence->contact == contact;
		if (is_theirs && absence->from <= day && day <= absence->to)
			return true;
	}
	return false;
}

/* ---- Wishes ---- */

/* Who is active today, or will be by that day. */
static bool is_back_by(const struct due_facts_row *row, day_number day)
{
	if (row->facts.state == STATE_ACTIVE)
		return true;
	return row->facts.state != STATE_ARCHIVED && row->held_until != DAY_NONE &&
	       row->held_until <= day;
}

/* The day from which a wish makes somebody due: days away count for nothing, and nobody is due
 * while the user is away. Beyond gathering->to it need not be right. */
static day_number wish_day(const struct gathering *gathering, const struct due_facts_row *row)
{
	int left = due_wish_days(&row->facts) - row->facts.wait_days;
	day_number day = gathering->on;

	while (left > 0 && day <= gathering->to)
		left -= !agenda_is_away(gathering, row->facts.id, ++day);
	if (row->facts.state != STATE_ACTIVE && row->held_until > day)
		day = row->held_until;
	while (day <= gathering->to && agenda_is_away(gathering, 0, day))
		day++;
	return day;
}

static void add_wish(struct gathering *gathering, const struct due_facts_row *row)
{
	const struct due_facts *facts = &row->facts;
	int wish_days = due_wish_days(facts);
	bool is_due_already = facts->state == STATE_ACTIVE && facts->wait_days > wish_days &&
			      !agenda_is_away(gathering, 0, gathering->on);

	if (wish_days <= 0 || facts->wait_days < 0 || facts->is_dead || is_due_already)
		return;
	day_number day = wish_day(gathering, row);
	if (day > gathering->to || !is_back_by(row, day))
		return;
	struct agenda_item *item = vector_push(gathering->items, NULL);
	*item = (struct agenda_item){
		.kind = AGENDA_WISH, .day = day, .contact = facts->id, .wish_days = wish_days
	};
}

/* ---- Dates ---- */

static void dates_step(struct gathering *gathering)
{
	gathering->dates_of = query_next(&gathering->dates) ? column_id(&gathering->dates, 0) : 0;
}

/* The date in the row, where it is to be told. */
static void agenda_add_date(struct gathering *gathering, const struct due_facts_row *row)
{
	struct query *query = &gathering->dates;
	struct yearly_date yearly = { .kind = (enum yearly_kind)column_kind(query, 4, YEARLY_KINDS),
		.date = { column_int(query, 1), column_int(query, 2), column_int(query, 3) },
		.is_remembered = column_int(query, 5) };
	day_number day = date_next_yearly(yearly.date, gathering->on);
	day_number wished = column_day(query, 7);

	if (day == DAY_NONE || day > gathering->to || !is_back_by(row, day))
		return;
	if (row->facts.is_dead && !yearly.is_remembered)
		return;
	if (wished != DAY_NONE && wished >= day - WISHED_AHEAD_DAYS)
		return;
	yearly.label = column_copy(query, 6);
	struct agenda_item *item = vector_push(gathering->items, NULL);
	*item = (struct agenda_item){
		.kind = AGENDA_DATE, .day = day, .contact = row->facts.id, .yearly = yearly
	};
}

static enum status agenda_add_person(
	void *context, const struct due_facts_row *row, struct error *err)
{
	struct gathering *gathering = context;
	bool is_kept = due_is_kept(&row->facts);

	(void)err;
	while (gathering->dates_of && gathering->dates_of <= row->facts.id) {
		if (is_kept && gathering->dates_of == row->facts.id)
			agenda_add_date(gathering, row);
		dates_step(gathering);
	}
	if (is_kept)
		add_wish(gathering, row);
	return STATUS_OK;
}

static enum status agenda_walk(struct gathering *gathering, struct error *err)
{
	struct due_facts_day day;
	enum status status = due_facts_begin(gathering->store, &day, gathering->on, err);

	if (status == STATUS_OK) {
		gathering->dates = query_open(gathering->store,
			"SELECT contact, year, month, day, kind, is_remembered, label,"
			" (SELECT max(day) FROM event WHERE contact = y.contact AND kind IN (?1, "
			"?2)) FROM yearly_date AS y ORDER BY contact, id");
		bind_number(&gathering->dates, 1, EVENT_WISHED);
		bind_number(&gathering->dates, 2, EVENT_NO_WISHES);
		dates_step(gathering);
		status = due_facts_walk(gathering->store, &day, 1, INT64_MAX, false,
			agenda_add_person, gathering, err);
		status = query_close_after(&gathering->dates, status, err);
	}
	due_facts_end(&day);
	return status;
}

/* ---- All of it ---- */

static enum status read_names(struct store *store, struct vector *items, struct error *err)
{
	struct agenda_item *item;
	enum status status = STATUS_OK;

	VECTOR_EACH (item, items) {
		struct query query = query_open(store,
			"SELECT name, EXISTS (SELECT 1 FROM contact AS o WHERE"
			" o.name_key = c.name_key AND o.id <> c.id) FROM contact AS c"
			" WHERE id = ?1");
		bool has_namesake = false;
		bind_id(&query, 1, item->contact);
		if (query_next(&query)) {
			item->name = column_copy_filled(&query, 0);
			has_namesake = column_int(&query, 1);
		}
		status = query_close_after(&query, status, err);
		if (has_namesake && item->name)
			item->called = contact_called(store, item->contact, item->name);
	}
	return status;
}

static void agenda_sort(struct vector *items, int (*compare)(const void *a, const void *b))
{
	vector_sort(items, compare);
}

enum status agenda_open(struct store *store, struct vector *items, struct error *err)
{
	enum status status = agenda_add_followups(store, DAY_NONE, DAY_NONE, items, err);

	agenda_sort(items, agenda_compare_groups);
	return status == STATUS_OK ? read_names(store, items, err) : status;
}

enum status agenda_days(struct store *store, int days, struct vector *items, struct error *err)
{
	struct gathering gathering = { .store = store,
		.on = store->today,
		.to = store->today + days,
		.items = items,
		.absences = VECTOR_INIT(struct absence) };
	enum status status = agenda_add_followups(store, gathering.on, gathering.to, items, err);

	if (status == STATUS_OK)
		status = read_absences(&gathering, err);
	if (status == STATUS_OK)
		status = agenda_walk(&gathering, err);
	add_absences(&gathering);
	vector_fini(&gathering.absences);
	agenda_sort(items, agenda_compare_days);
	return status == STATUS_OK ? read_names(store, items, err) : status;
}
