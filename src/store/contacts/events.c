/* Dated events of people (snooze, skip, rest, let go) and absences.
 * Not here: what they mean on a day (people/contact_state.c). */
#include "store/contacts/events.h"
#include "filo/base/i18n.h"
#include "filo/people/absence.h"
#include "filo/people/contact_state.h"
#include "filo/store/contacts.h"
#include "store/db/database.h"

#include <stdlib.h>

enum status event_add(struct store *store, struct event *event, struct error *err)
{
	static const char *const labels[EVENT_KINDS] = { N_("snooze"), N_("skip this round"),
		N_("let rest"), N_("wake"), N_("let go"), N_("welcome back"), N_("wishes sent") };
	bool is_own;

	if (event->until != DAY_NONE && event->until < event->day)
		return error_set(err, STATUS_INVALID, _("That day has passed already"));
	enum status status = change_join(store, &is_own, err, "%s", _(labels[event->kind]));
	if (status != STATUS_OK)
		return status;
	rhythm_mark(store, event->contact);
	sqlite3_stmt *stmt = database_statement(
		store, "INSERT INTO event(contact, kind, day, until) VALUES (?1, ?2, ?3, ?4)", err);
	status = STATUS_DATABASE;
	if (stmt) {
		bind_id(stmt, 1, event->contact);
		sqlite3_bind_int(stmt, 2, event->kind);
		bind_day(stmt, 3, event->day);
		bind_day(stmt, 4, event->until);
		status = database_run(store, stmt, err);
		event->id = database_last_id(store);
	}
	return change_end(store, is_own, status, err);
}

enum status event_list(
	struct store *store, contact_id contact, struct vector *events, struct error *err)
{
	sqlite3_stmt *stmt = database_statement(store,
		"SELECT id, kind, day, until FROM event WHERE contact = ?1 ORDER BY day, id", err);
	enum status status = STATUS_DATABASE;
	bool has_row;

	if (stmt)
		bind_id(stmt, 1, contact);
	while (stmt && (status = database_step(store, stmt, &has_row, err)) == STATUS_OK &&
		has_row) {
		struct event event = { .id = column_id(stmt, 0),
			.contact = contact,
			.kind = (enum event_kind)sqlite3_column_int(stmt, 1),
			.day = column_day(stmt, 2),
			.until = column_day(stmt, 3) };
		vector_push(events, &event);
	}
	return status;
}

day_number contact_last_day(struct store *store, contact_id id, day_number up_to)
{
	sqlite3_stmt *stmt = database_statement(store,
		"SELECT max(contact_day) FROM participant WHERE contact = ?1 AND contact_day <= ?2"
		" AND day >= (SELECT day FROM participant WHERE contact = ?1 AND contact_day <= ?2"
		" ORDER BY day DESC LIMIT 1)",
		NULL);

	if (!stmt)
		return DAY_NONE;
	bind_id(stmt, 1, id);
	bind_day(stmt, 2, up_to);
	return database_day(store, stmt);
}

enum contact_state contact_state_today(struct store *store, contact_id id, day_number *until)
{
	struct vector events = VECTOR_INIT(struct event);
	day_number skipped, ends = DAY_NONE;
	enum contact_state state = STATE_ACTIVE;

	event_list(store, id, &events, NULL);
	if (events.count)
		state = contact_state_on(store->today, events.items, events.count,
			contact_last_day(store, id, store->today), &ends, &skipped);
	if (until)
		*until = ends;
	vector_fini(&events);
	return state;
}

static enum status delete_absence(struct store *store, int64_t id, struct error *err)
{
	sqlite3_stmt *stmt = database_statement(store, "DELETE FROM absence WHERE id = ?1", err);

	if (!stmt)
		return STATUS_DATABASE;
	bind_id(stmt, 1, id);
	return database_run(store, stmt, err);
}

static void mark_absent(struct store *store, contact_id contact)
{
	if (contact)
		rhythm_mark(store, contact);
	else
		rhythm_mark_all(store);
}

enum status absence_add(struct store *store, struct absence *absence, struct error *err)
{
	struct vector present = VECTOR_INIT(struct absence);
	struct absence *other;
	bool is_own;

	if (absence->from == DAY_NONE || absence->to == DAY_NONE || absence->to < absence->from)
		return error_set(err, STATUS_INVALID,
			_("An absence must end on or after the day it begins"));
	enum status status = change_join(store, &is_own, err, "%s", _("absence"));
	if (status != STATUS_OK)
		return status;
	status = absence_list(store, &present, err);
	VECTOR_EACH (other, &present) {
		bool touches = other->contact == absence->contact &&
			       other->from <= absence->to + 1 && other->to >= absence->from - 1;
		if (touches && status == STATUS_OK) {
			absence->from = other->from < absence->from ? other->from : absence->from;
			absence->to = other->to > absence->to ? other->to : absence->to;
			status = delete_absence(store, other->id, err);
		}
		absence_fini(other);
	}
	vector_fini(&present);
	mark_absent(store, absence->contact);
	sqlite3_stmt *stmt = database_statement(
		store, "INSERT INTO absence(contact, from_day, to_day) VALUES (?1, ?2, ?3)", err);
	if (status == STATUS_OK && stmt) {
		bind_id(stmt, 1, absence->contact);
		bind_day(stmt, 2, absence->from);
		bind_day(stmt, 3, absence->to);
		status = database_run(store, stmt, err);
		absence->id = database_last_id(store);
	}
	return change_end(store, is_own, stmt ? status : STATUS_DATABASE, err);
}

enum status absence_remove(struct store *store, int64_t id, struct error *err)
{
	struct vector present = VECTOR_INIT(struct absence);
	struct absence *absence;
	bool is_own, is_found = false;
	enum status status = absence_list(store, &present, err);

	VECTOR_EACH (absence, &present) {
		is_found |= absence->id == id;
	}
	if (status == STATUS_OK && !is_found)
		status = error_set(
			err, STATUS_NOT_FOUND, _("There is no absence %lld"), (long long)id);
	if (status == STATUS_OK)
		status = change_join(store, &is_own, err, "%s", _("remove an absence"));
	if (status == STATUS_OK) {
		VECTOR_EACH (absence, &present) {
			if (absence->id == id)
				mark_absent(store, absence->contact);
		}
		status = change_end(store, is_own, delete_absence(store, id, err), err);
	}
	VECTOR_EACH (absence, &present)
		absence_fini(absence);
	vector_fini(&present);
	return status;
}

enum status absence_list(struct store *store, struct vector *absences, struct error *err)
{
	sqlite3_stmt *stmt = database_statement(store,
		"SELECT a.id, a.contact, c.name, a.from_day, a.to_day FROM absence AS a"
		" LEFT JOIN contact AS c ON c.id = a.contact ORDER BY a.from_day, a.id",
		err);
	enum status status = STATUS_DATABASE;
	bool has_row;

	while (stmt && (status = database_step(store, stmt, &has_row, err)) == STATUS_OK &&
		has_row) {
		struct absence *absence = vector_push(absences, NULL);
		absence->id = column_id(stmt, 0);
		absence->contact = column_id(stmt, 1);
		absence->name = column_copy(stmt, 2);
		absence->from = column_day(stmt, 3);
		absence->to = column_day(stmt, 4);
	}
	return status;
}

static int compare_spans(const void *a, const void *b)
{
	const struct span *one = a, *other = b;

	return (one->from > other->from) - (one->from < other->from);
}

enum status absence_spans(
	struct store *store, contact_id contact, struct vector *spans, struct error *err)
{
	struct vector all = VECTOR_INIT(struct absence);
	struct absence *absence;
	enum status status = absence_list(store, &all, err);

	VECTOR_EACH (absence, &all) {
		struct span span = { absence->from, absence->to };
		if (!absence->contact || absence->contact == contact)
			vector_push(spans, &span);
		absence_fini(absence);
	}
	vector_fini(&all);
	if (spans->count > 1)
		qsort(spans->items, spans->count, sizeof(struct span), compare_spans);
	/* The user's and the contact's own may overlap: count no day twice. */
	for (size_t i = 1; i < spans->count;) {
		struct span *before = vector_at(spans, i - 1), *span = vector_at(spans, i);
		if (span->from > before->to) {
			i++;
			continue;
		}
		before->to = span->to > before->to ? span->to : before->to;
		vector_remove(spans, i);
	}
	return status;
}
