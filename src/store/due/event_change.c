/* Events as changes of their own, and which of them a person needs.
 * Not here: writing them (store/contacts/events.c), their words (people/words/event_words.c). */
#include "filo/store/event_change.h"

#include "filo/base/i18n.h"
#include "filo/people/due.h"
#include "filo/people/words/event_words.h"
#include "filo/store/change.h"
#include "filo/store/events.h"
#include "filo/store/followups.h"
#include "filo/store/person_summary.h"
#include "store/due/due_facts.h"

struct event_adding {
	struct store *store;
	struct event *event;
};

static enum status add_event(void *context, struct error *err)
{
	const struct event_adding *adding = context;

	return event_add(adding->store, adding->event, err);
}

enum status event_check(struct store *store, contact_id id, enum event_kind kind, const char *name,
	struct error *err)
{
	bool is_for_let_go = kind == EVENT_LET_GO || kind == EVENT_RETURN;

	if (is_for_let_go || contact_state_today(store, id, NULL) != STATE_ARCHIVED)
		return STATUS_OK;
	return error_set(err, STATUS_CONFLICT,
		_("%s was let go, and stays so: \"wake\" brings them back first"), name);
}

enum status event_change(
	struct store *store, struct event *event, const char *name, struct error *err)
{
	enum status status = event_check(store, event->contact, event->kind, name, err);

	if (status != STATUS_OK)
		return status;
	return store_change(store, add_event, &(struct event_adding){ store, event }, err,
		event_label(event->kind), name);
}

/* The follow-up that makes somebody due; 0: none. */
static enum status first_followup(
	struct store *store, contact_id id, followup_id *out, struct error *err)
{
	struct vector followups = VECTOR_INIT(struct followup);
	struct followup *followup;
	enum status status = followup_list(store, id, false, &followups, err);

	*out = 0;
	VECTOR_EACH (followup, &followups) {
		if (!*out)
			*out = followup->id;
		followup_fini(followup);
	}
	vector_fini(&followups);
	return status;
}

enum status event_to_skip(struct store *store, contact_id id, struct event *event,
	followup_id *followup, struct error *err)
{
	day_number today = store_today(store);
	struct person_summary summary;
	enum status status = person_summary_load(store, id, today, &summary, err);

	if (status != STATUS_OK)
		return status;
	struct due due = summary.due;
	person_summary_fini(&summary);
	*followup = 0;
	*event = (struct event){
		.contact = id, .kind = EVENT_SKIP, .day = today, .until = DAY_NONE
	};
	if (due.reason == DUE_FOLLOWUP)
		return first_followup(store, id, followup, err);
	if (due.reason == DUE_DATE)
		event->kind = EVENT_NO_WISHES;
	if (due.reason == DUE_REPLY) { /* of the day of the message: a later one asks anew */
		event->kind = EVENT_NO_ANSWER;
		event->day = due.day;
	}
	return STATUS_OK;
}

enum status event_to_wish(
	struct store *store, const struct contact *contact, struct event *event, struct error *err)
{
	day_number today = store_today(store);
	const struct yearly_date *date;
	bool is_near = false;

	*event = (struct event){
		.contact = contact->id, .kind = EVENT_WISHED, .day = today, .until = DAY_NONE
	};
	VECTOR_EACH (date, &contact->dates) {
		day_number next = date_next_yearly(date->date, today - YEARLY_PAST_DAYS);
		is_near |= next != DAY_NONE && next <= today + YEARLY_AHEAD_DAYS;
	}
	return is_near ? STATUS_OK
		       : error_set(err, STATUS_NOT_FOUND, _("No day of %s for wishes is near"),
				 contact->name);
}

enum status event_to_wake(
	struct store *store, contact_id id, struct event *event, struct error *err)
{
	enum contact_state state = contact_state_today(store, id, NULL);

	if (state == STATE_ACTIVE)
		return error_set(err, STATUS_NOT_FOUND, "%s",
			_("Neither snoozed nor resting: there is nothing to wake"));
	*event = (struct event){ .contact = id,
		.kind = state == STATE_ARCHIVED ? EVENT_RETURN : EVENT_WAKE,
		.day = store_today(store),
		.until = DAY_NONE };
	return STATUS_OK;
}
