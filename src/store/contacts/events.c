/* Dated events of people: snooze, skip, rest, let go.
 * Not here: what they mean on a day (people/contact_state.c). */
#include "filo/store/events.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
#include "filo/people/date.h"
#include "filo/people/words/event_words.h"
#include "filo/store/contact_days.h"
#include "store/contacts/change_about.h"
#include "store/db/change.h"
#include "store/db/database.h"
#include "store/db/query.h"

/* `sql` takes contact, kind, day, until and, as the fifth, the id. */
static enum status event_write(
	struct store *store, struct event *event, const char *sql, struct error *err)
{
	if (event->until != DAY_NONE && event->until < event->day)
		return error_set(err, STATUS_INVALID, _("That day has passed already"));
	enum status status =
		change_join_about(store, event->contact, NULL, event_label(event->kind), err);
	if (status != STATUS_OK)
		return status;
	change_touch(store, event->contact);
	struct query query = query_open(store, sql);
	bind_id(&query, 1, event->contact);
	bind_number(&query, 2, event->kind);
	bind_day(&query, 3, event->day);
	bind_day(&query, 4, event->until);
	if (event->id)
		bind_id(&query, 5, event->id);
	status = query_run(&query, err);
	if (!event->id)
		event->id = database_last_id(store);
	return change_end(store, status, err);
}

enum status event_add(struct store *store, struct event *event, struct error *err)
{
	event->id = 0;
	return event_write(store, event,
		"INSERT INTO event(contact, kind, day, until) VALUES (?1, ?2, ?3, ?4)", err);
}

enum status event_update(struct store *store, struct event *event, struct error *err)
{
	return event_write(store, event,
		"UPDATE event SET kind = ?2, day = ?3, until = ?4 WHERE id = ?5 AND contact = ?1",
		err);
}

#define EVENT_ROWS                                                                                 \
	"SELECT e.id, e.contact, e.kind, e.day, e.until, c.grammatical_gender"                     \
	" FROM event AS e JOIN contact AS c ON c.id = e.contact WHERE "

static struct event event_read(struct query *query)
{
	return (struct event){ .id = column_id(query, 0),
		.contact = column_id(query, 1),
		.kind = (enum event_kind)column_kind(query, 2, EVENT_KINDS),
		.day = column_day(query, 3),
		.until = column_day(query, 4),
		.agreement = agreement_of(column_text(query, 5)) };
}

/* `sql` takes one number. */
static enum status event_list_by(struct store *store, const char *sql, int64_t number,
	struct vector *events, struct error *err)
{
	struct query query = query_open(store, sql);

	bind_number(&query, 1, number);
	while (query_next(&query)) {
		struct event event = event_read(&query);
		vector_push(events, &event);
	}
	return query_close(&query, err);
}

enum status event_list(
	struct store *store, contact_id contact, struct vector *events, struct error *err)
{
	return event_list_by(
		store, EVENT_ROWS "e.contact = ?1 ORDER BY e.day, e.id", contact, events, err);
}

enum status event_list_latest(
	struct store *store, size_t count, struct vector *events, struct error *err)
{
	return event_list_by(store, EVENT_ROWS "1 ORDER BY e.day DESC, e.id DESC LIMIT ?1",
		(int64_t)count, events, err);
}

enum status event_load(struct store *store, int64_t id, struct event *event, struct error *err)
{
	struct query query = query_open(store, EVENT_ROWS "e.id = ?1");

	bind_id(&query, 1, id);
	bool is_there = query_next(&query);
	if (is_there)
		*event = event_read(&query);
	enum status status = query_close(&query, err);
	return status == STATUS_OK && !is_there
		       ? error_set(
				 err, STATUS_NOT_FOUND, _("There is no event %lld"), (long long)id)
		       : status;
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
