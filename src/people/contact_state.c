/* Whether a person is active, snoozed, resting or let go on a day, from their dated events.
 * Not here: what follows from it (due.c). */
#include "filo/people/contact_state.h"

#include <string.h>

static const char *const event_kinds[EVENT_KINDS] = {
	[EVENT_SNOOZE] = "snooze",
	[EVENT_SKIP] = "skip",
	[EVENT_REST] = "rest",
	[EVENT_WAKE] = "wake",
	[EVENT_LET_GO] = "let-go",
	[EVENT_RETURN] = "return",
	[EVENT_WISHED] = "wished",
	[EVENT_NO_WISHES] = "no-wishes",
	[EVENT_NO_ANSWER] = "no-answer",
};

const char *event_kind_name(enum event_kind kind)
{
	return event_kinds[kind];
}

bool event_kind_parse(const char *word, enum event_kind *kind)
{
	for (int i = 0; i < EVENT_KINDS; i++) {
		if (!strcmp(event_kinds[i], word)) {
			*kind = (enum event_kind)i;
			return true;
		}
	}
	return false;
}

enum contact_state contact_state_on(day_number day, const struct event *events, size_t count,
	day_number last_contact, day_number *until, day_number *skipped_on)
{
	const struct event *hold = NULL; /* the snooze or rest in force */
	bool is_archived = false;

	*until = *skipped_on = DAY_NONE;
	for (size_t i = 0; i < count && events[i].day <= day; i++) {
		switch (events[i].kind) {
		case EVENT_SNOOZE:
		case EVENT_REST:
			hold = &events[i];
			break;
		case EVENT_WAKE:
			hold = NULL;
			break;
		case EVENT_SKIP:
			*skipped_on = events[i].day;
			break;
		case EVENT_LET_GO:
			is_archived = true;
			break;
		case EVENT_RETURN: /* whoever is back waits for nothing */
			is_archived = false;
			hold = NULL;
			break;
		case EVENT_WISHED:
		case EVENT_NO_WISHES:
		case EVENT_NO_ANSWER:
		case EVENT_KINDS:
			break;
		}
	}
	if (is_archived)
		return STATE_ARCHIVED;
	if (!hold || (hold->until != DAY_NONE && hold->until <= day))
		return STATE_ACTIVE;
	if (hold->kind == EVENT_REST && last_contact != DAY_NONE && last_contact > hold->day)
		return STATE_ACTIVE;
	*until = hold->until;
	return hold->kind == EVENT_REST ? STATE_RESTING : STATE_SNOOZED;
}

const char *contact_state_name(enum contact_state state)
{
	static const char *const names[] = { [STATE_ACTIVE] = "active",
		[STATE_SNOOZED] = "snoozed",
		[STATE_RESTING] = "resting",
		[STATE_ARCHIVED] = "archived" };

	return names[state];
}
