/* What is done to a person with one key: skipping, waking, letting go, deleting.
 * Not here: what asks for something first (people_prompts.c), the forms (contact_form.c). */
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/people/contact_state.h"
#include "filo/people/words/cadence.h"
#include "filo/people/words/when.h"
#include "filo/people/words/words_pattern.h"
#include "filo/store/change.h"
#include "filo/store/contact_days.h"
#include "filo/store/contacts.h"
#include "filo/store/conversations.h"
#include "filo/store/event_change.h"
#include "filo/store/followups.h"
#include "filo/store/log_page.h"
#include "filo/store/person_summary.h"
#include "tui/command.h"
#include "tui/form/prompt.h"
#include "tui/log/event_edit.h"
#include "tui/log/followup_form.h"
#include "tui/log/log_form.h"
#include "tui/log/person_events.h"
#include "tui/panes/panes.h"
#include "tui/person/card.h"
#include "tui/person/contact_form.h"
#include "tui/subject.h"
#include "tui/terminal/draw.h"
#include "tui/way.h"

#include <stdlib.h>

/* Longer than it takes a held key to begin repeating. */
#define LOOKED_AT_MS 700

static void command_open_card(struct app *app)
{
	contact_id id = person_needed(app);

	if (id)
		app_push(app, card_view(app, id));
}

static void command_add_contact(struct app *app)
{
	contact_form_open(app, 0);
}

static void command_edit(struct app *app)
{
	struct log_choice choice = choice_here(app);
	contact_id id = person_needed(app);

	if (!id)
		return;
	if (choice.conversation)
		log_form_open(app, id, choice.conversation, false);
	else if (choice.followup)
		followup_form_open(app, id, choice.followup);
	else if (choice.event)
		event_edit(app, choice.event);
	else if (choice.fold)
		app_refuse(app, _("%s opens it; then %s changes one of its days"),
			way_here(app, "open"), way_here(app, "edit"));
	else
		contact_form_open(app, id);
}

static enum status delete_choice(struct app *app, struct log_choice choice, contact_id person,
	const char *name, struct log_fold_deleted *deleted, struct error *err)
{
	if (choice.fold)
		return log_fold_delete(app->store, person, choice.fold, name, deleted, err);
	if (choice.conversation)
		return conversation_delete(app->store, choice.conversation, err);
	if (choice.followup)
		return followup_delete(app->store, choice.followup, err);
	return contact_delete(app->store, person, err);
}

/* What goes off a list, goes one at a time: the next was not looked at yet, unless marked. */
static bool is_held(struct app *app)
{
	return !app->acting_on && app_says_held(app, LOOKED_AT_MS);
}

static void say_fold_deleted(
	struct app *app, const struct log_fold_deleted *deleted, const char *name)
{
	if (deleted->shared)
		app_say(app,
			NP_("%zu entry with %s is deleted (with others, too: %zu). %s brings it "
			    "back",
				"%zu entries with %s are deleted (with others, too: %zu). %s "
				"brings them back",
				deleted->entries),
			deleted->entries, name, deleted->shared, way_here(app, "undo"));
	else
		app_say(app,
			NP_("%zu entry with %s is deleted. %s brings it back",
				"%zu entries with %s are deleted. %s brings them back",
				deleted->entries),
			deleted->entries, name, way_here(app, "undo"));
}

/* Whose it is that would be deleted: of an entry all who took part. Caller frees. */
static char *people_of_choice(struct app *app, struct log_choice choice, contact_id id)
{
	struct conversation conversation;

	if (!choice.conversation || conversation_load(app->store, choice.conversation,
					    &conversation, NULL) != STATUS_OK)
		return person_name(app, id);
	char *names = conversation_names(app->store, &conversation);
	conversation_fini(&conversation);
	return names;
}

static void delete_and_say(struct app *app, struct log_choice choice, contact_id id)
{
	char *name = people_of_choice(app, choice, id);
	struct log_fold_deleted deleted = { 0 };
	struct error err;

	if (delete_choice(app, choice, id, name, &deleted, &err) != STATUS_OK) {
		app_say_error(app, &err);
	} else {
		app_refresh(app);
		if (deleted.entries)
			say_fold_deleted(app, &deleted, name);
		else if (choice.conversation)
			app_say(app, _("The entry with %s is deleted. %s brings it back"), name,
				way_here(app, "undo"));
		else if (choice.followup)
			app_say(app, _("The follow-up with %s is deleted. %s brings it back"), name,
				way_here(app, "undo"));
		else
			app_say(app, _("%s is deleted, with the log. %s brings them back"), name,
				way_here(app, "undo"));
	}
	free(name);
}

static void people_answer_delete(struct app *app, void *context, int key)
{
	if (key == 'y')
		delete_and_say(app, (struct log_choice){ 0 }, person_of_context(context));
}

/* On the plain screen a wrong key may be heard only when it has acted: where much would go with the
 * person, it asks. True: it has. */
static bool people_ask_to_delete(struct app *app, contact_id id)
{
	struct strbuf question = STRBUF_INIT;

	if (!draw_is_plain() || app->acting_on ||
		contact_last_day(app->store, id, app->today) == DAY_NONE)
		return false;
	char *name = person_name(app, id);
	strbuf_add_format(&question, _("Delete %s, with the whole log? Later %s brings them back"),
		name, way_here(app, "undo"));
	free(name);
	app_push(app, ask_view(question.data, "y n", people_answer_delete, person_to_context(id)));
	strbuf_fini(&question);
	return true;
}

static void command_delete(struct app *app)
{
	struct log_choice choice = choice_here(app);
	contact_id id = person_needed(app);

	if (!id || is_held(app))
		return;
	/* On a snooze or a rest in the log, or in an empty one, the person is not what is meant. */
	if (app->top->ops->context(app->top) == IN_LOG && !choice.conversation &&
		!choice.followup && !choice.fold) {
		app_refuse(app, "%s", _("Only entries and follow-ups are deleted in the log"));
		return;
	}
	if (choice.conversation || choice.followup || choice.fold || !people_ask_to_delete(app, id))
		delete_and_say(app, choice, id);
}

/* Lets go of the reason of this round, whatever it is; of a follow-up another day is asked. */
static void command_skip(struct app *app)
{
	contact_id id = person_needed(app);
	followup_id followup;
	struct event event;
	struct error err;

	if (!id)
		return;
	if (event_to_skip(app->store, id, &event, &followup, &err) != STATUS_OK)
		app_say_error(app, &err);
	else if (followup)
		followup_form_open_date(app, followup);
	else
		person_event_add_on(app, id, event.kind, event.day, event.until);
}

/* Gives the follow-up that makes somebody due another day. */
static enum status put_off(struct app *app, contact_id id, struct followup *followup,
	const char *text, struct error *err)
{
	char day[96];
	enum status status = when_parse_ahead(text, app->today, &followup->due, err);

	if (status == STATUS_OK)
		status = followup_update(app->store, followup, err);
	if (status != STATUS_OK)
		return status;
	char *name = person_name(app, id);
	when_describe(
		&(struct when){ followup->due, PRECISION_DAY, -1 }, app->today, day, sizeof day);
	if (change_was_idle(app->store))
		app_say(app, _("The follow-up with %s stays as before"), name);
	else
		app_say(app, _("The follow-up with %s is now due %s. %s undoes it"), name, day,
			way_here(app, "undo"));
	free(name);
	return STATUS_OK;
}

static enum status set_skip(struct app *app, contact_id id, const char *text, struct error *err)
{
	struct followup followup;
	struct event event;
	followup_id open;
	enum status status = event_to_skip(app->store, id, &event, &open, err);

	if (status != STATUS_OK)
		return status;
	if (!open) {
		char *name = person_name(app, id);
		error_set(err, STATUS_INVALID,
			_("No follow-up makes %s due: skip takes no date here"), name);
		free(name);
		return STATUS_INVALID;
	}
	status = followup_load(app->store, open, &followup, err);
	if (status != STATUS_OK)
		return status;
	status = put_off(app, id, &followup, text, err);
	followup_fini(&followup);
	return status;
}

static const struct command_argument takes_skip = { .kind = FIELD_WHEN, .set = set_skip };

static void command_wake(struct app *app)
{
	contact_id id = person_needed(app);
	struct event event;
	struct error err;

	if (!id)
		return;
	if (event_to_wake(app->store, id, &event, &err) == STATUS_OK)
		person_event_add_on(app, id, event.kind, event.day, event.until);
	else
		app_say_error(app, &err);
}

static void command_let_go(struct app *app)
{
	contact_id id = person_needed(app);

	if (id && !is_held(app))
		person_event_add(app, id, EVENT_LET_GO, DAY_NONE);
}

static void wish(struct app *app, const struct contact *contact)
{
	struct event event;
	struct error err;

	if (event_to_wish(app->store, contact, &event, &err) == STATUS_OK)
		person_event_add_on(app, contact->id, event.kind, event.day, event.until);
	else
		app_say_error(app, &err);
}

static void command_wished(struct app *app)
{
	contact_id id = person_needed(app);
	struct contact contact;
	struct error err;

	if (!id)
		return;
	if (contact_load(app->store, id, &contact, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	if (contact.dates.count) {
		wish(app, &contact);
	} else {
		person_say(app, id, _("No birthday of %s is known: %s adds it"), "edit");
		app_ring(app);
	}
	contact_fini(&contact);
}

static enum status set_cadence(struct app *app, contact_id id, int cadence_days, struct error *err)
{
	struct contact contact;
	enum status status = contact_load(app->store, id, &contact, err);

	if (status != STATUS_OK)
		return status;
	contact.cadence_days = cadence_days;
	status = contact_update(app->store, &contact, err);
	contact_fini(&contact);
	return status;
}

static void take_proposal(struct app *app, contact_id id, int days)
{
	char *name = person_name(app, id);
	struct strbuf wish = STRBUF_INIT;
	struct error err;

	if (set_cadence(app, id, days, &err) == STATUS_OK) {
		app_refresh(app);
		cadence_describe(&wish, days);
		if (change_was_idle(app->store))
			app_say(app, _("%s stays as before"), name);
		else
			/* Translators: a name, then "every 3 days", or "every day". */
			app_say(app, _("%s: %s from now on. %s undoes it"), name, wish.data,
				way_here(app, "undo"));
	} else {
		app_say_error(app, &err);
	}
	strbuf_fini(&wish);
	free(name);
}

struct proposal {
	contact_id person;
	int days;
};

static void answer_proposal(struct app *app, void *context, int key)
{
	const struct proposal proposal = *(struct proposal *)context;

	free(context);
	if (key == 'y')
		take_proposal(app, proposal.person, proposal.days);
}

/* Where it is not in sight, it is shown before it is taken. */
static void ask_proposal(
	struct app *app, contact_id id, const char *name, const struct person_summary *summary)
{
	struct proposal *proposal = memory_new(sizeof *proposal);
	struct strbuf question = STRBUF_INIT;

	*proposal = (struct proposal){ id, summary->proposed_days };
	words_proposal(&question, summary->proposed_days, &summary->facts);
	strbuf_add_char(&question, '\n');
	/* Translators: "Every 30 days would match how you two talk. Your wish with Ada?" */
	strbuf_add_format(&question, _("Your wish with %s?"), name);
	app_push(app, ask_view_owning(question.data, "y n", answer_proposal, proposal, free));
	strbuf_fini(&question);
}

static void command_accept_proposal(struct app *app)
{
	contact_id id = person_needed(app);
	struct person_summary summary;
	struct error err;

	if (!id)
		return;
	if (person_summary_load(app->store, id, app->today, &summary, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	char *name = person_name(app, id);
	if (!summary.proposed_days)
		app_refuse(app, _("There is no proposal for %s"), name);
	else if (app->top->ops->context(app->top) == IN_CARD && !summary.facts.wish_days)
		take_proposal(app, id, summary.proposed_days);
	else
		ask_proposal(app, id, name, &summary);
	free(name);
	person_summary_fini(&summary);
}

const struct command people_commands[] = {
	{ "skip", "S", WITH_PERSON, N_("skip this round, whatever its reason"), N_("skip"),
		command_skip, IN_REVIEW, .takes = &takes_skip },
	{ "wake", "w", WITH_PERSON, N_("end a snooze or a rest, or bring back who was let go"),
		NULL, command_wake },
	{ "let-go", "A", WITH_PERSON, N_("let go: out of every queue, history and search kept"),
		N_("let them go"), command_let_go, IN_QUIET_TIES },
	{ "wished", "W", WITH_PERSON, N_("birthday wishes are sent"), NULL, command_wished },
	{ "edit", "e", WITH_PERSON & ~IN_AGENDA, N_("edit the selected item"), N_("edit"),
		command_edit, WITH_PERSON & ~(IN_PEOPLE_LISTS | IN_REVIEW) },
	{ "delete", "d", WITH_PERSON, N_("delete the selected item; undo brings it back"), NULL,
		command_delete },
	{ "add-contact", "a", IN_PANES | IN_CARD | IN_FIRST_RUN, N_("add a contact"), NULL,
		command_add_contact, .takes = &takes_text },
	{ "take-proposal", "p", WITH_PERSON, N_("make the proposed rhythm your wish"), NULL,
		command_accept_proposal },
	{ "show-person", "i", WITH_PERSON & ~IN_CARD, N_("everything known about this person"),
		NULL, command_open_card },
	{ 0 },
};
