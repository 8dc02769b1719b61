/* Words for who was due, has been acted on, and is due no more.
 * Not here: the pane that keeps them in their row (due_pane.c). */
#include "tui/panes/due_held.h"

#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/people/words/duration.h"
#include "filo/store/contact_days.h"
#include "filo/store/events.h"
#include "filo/store/followups.h"
#include "tui/panes/contacts_pane.h"

#define HELD_DAYS 30 /* a talk dated so far back is what was just logged of who is due no more */

/* What was done last of what keeps no talk, if that is no older than `since`. */
static enum event_kind due_held_event(struct app *app, contact_id id, day_number since)
{
	struct vector events = VECTOR_INIT(struct event);
	const struct event *event;
	enum event_kind kind = EVENT_KINDS;

	event_list(app->store, id, &events, NULL);
	VECTOR_EACH (event, &events)
		if (event->day == app->today ||
			(event->kind == EVENT_NO_ANSWER && event->day >= since))
			kind = event->kind;
	vector_fini(&events);
	return kind;
}

static bool due_held_has_followup(struct app *app, contact_id id)
{
	struct vector followups = VECTOR_INIT(struct followup);
	const struct followup *followup;
	bool is_done = false;

	followup_list(app->store, id, true, &followups, NULL);
	VECTOR_EACH (followup, &followups)
		is_done |= followup->done_on == app->today;
	followups_clear(&followups);
	vector_fini(&followups);
	return is_done;
}

static void due_held_add_day(day_number day, day_number today, bool in_words, struct strbuf *out)
{
	char when[64];

	when_relative(day, today, when, sizeof when);
	if (in_words) /* Translators: "done yesterday": who is due no more, and when that was. */
		strbuf_add_format(out, _("done %s"), when);
	else /* Translators: the same, narrow column: so many days ago. */
		strbuf_add_format(out, _("done %dd ago"), today - day);
}

void due_held_words(struct app *app, contact_id id, bool in_words, struct strbuf *out)
{
	enum contact_state state = contact_state_today(app->store, id, NULL);
	day_number last = contact_last_day(app->store, id, app->today);
	enum event_kind kind = due_held_event(app, id, last);
	bool is_skipped = kind == EVENT_SKIP || kind == EVENT_NO_WISHES || kind == EVENT_NO_ANSWER;

	if (state != STATE_ACTIVE)
		strbuf_add(out, contacts_pane_state(state));
	else if (last != app->today && is_skipped) /* Translators: this round; narrow column. */
		strbuf_add(out, _("skipped"));
	else if (last == app->today || kind != EVENT_KINDS || due_held_has_followup(app, id))
		strbuf_add(out, _("done today"));
	else if (last != DAY_NONE && app->today - last <= HELD_DAYS)
		due_held_add_day(last, app->today, in_words, out);
	else /* Translators: narrow column. */
		strbuf_add(out, _("not due"));
}
