/* Acting on all people who are marked: one change, one undo.
 * Not here: marking them (panes/marks.c), what a command does to one person. */
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/store/change.h"
#include "filo/store/change_label.h"
#include "filo/store/circles.h"
#include "filo/store/contacts.h"
#include "filo/store/undo.h"
#include "tui/command.h"
#include "tui/form/prompt.h"
#include "tui/hooks.h"
#include "tui/log/log_form.h"
#include "tui/panes/marks.h"
#include "tui/panes/panes.h"
#include "tui/way.h"

#include <stdlib.h>
#include <string.h>

/* What a key does to each of them: a command, after asking for what it takes. */
struct marked_action {
	char key;
	const char *command;
	const char *question; /* N_(); NULL: it takes nothing */
	const char *name;     /* N_(): the question where it has no room, on the plain screen */
	bool takes_blank;     /* Enter alone is an answer */
};

static const struct marked_action actions[] = {
	{ 'c', "circle", N_("The circle of those marked (-: none)"), N_("Circle"), true },
	{ 't', "tags", N_("Tags for those marked (with commas between; -choir takes one away)"),
		N_("Tags") },
	{ 's', "snooze", N_("Snooze those marked until (Enter: a week from now)"),
		N_("Snooze until"), true },
	{ 'r', "rest", N_("Let those marked rest until (Enter: until they resurface)"),
		N_("Rest until"), true },
	{ 'A', "let-go", NULL },
};

/* Whether what it takes is set at once, without asking. */
static bool command_sets(const struct command *command)
{
	return command->takes && command->takes->set;
}

/* For each in turn; false: it was refused, or has asked something. */
static bool act_on_each(struct app *app, const struct command *command, const char *argument)
{
	const struct view *top = app->top;

	for (size_t i = 0; i < app->marked.count; i++) {
		app->acting_on = *(contact_id *)vector_at(&app->marked, i);
		if (argument && command_sets(command))
			command_set(app, command, app->acting_on, argument);
		else
			command_start(app, command, command->takes ? argument : NULL);
		app->acting_on = 0;
		if (app->top != top || app->is_refused)
			return false;
	}
	return true;
}

/* What undo takes back, as a sentence, by the name of a command. */
static const struct {
	const char *command;
	struct plural done;
} sentences[] = {
	{ "snooze", NN_("%zu person snoozed", "%zu people snoozed") },
	{ "rest", NN_("%zu person left to rest", "%zu people left to rest") },
	{ "let-go", NN_("%zu person let go", "%zu people let go") },
	{ "circle", NN_("%zu person put into a circle", "%zu people put into a circle") },
	{ "tags", NN_("Tags of %zu person changed", "Tags of %zu people changed") },
	{ "delete", NN_("%zu person deleted", "%zu people deleted") },
	{ "skip", NN_("%zu person skipped", "%zu people skipped") },
	{ "wake", NN_("%zu person woken", "%zu people woken") },
	{ "wished", NN_("Birthday wishes to %zu person", "Birthday wishes to %zu people") },
	{ "in-touch-today", NN_("In touch with %zu person", "In touch with %zu people") },
	{ "follow-up", NN_("Follow-up with %zu person noted", "Follow-ups with %zu people noted") },
	{ "follow-up-done",
		NN_("Follow-up with %zu person done", "Follow-ups with %zu people done") },
	{ "numbered-done",
		NN_("Follow-up with %zu person done", "Follow-ups with %zu people done") },
	{ "log-conversation", NN_("Logged with %zu person", "Logged with %zu people") },
	{ "take-proposal",
		NN_("Proposed rhythm of %zu person taken", "Proposed rhythm of %zu people taken") },
};
static const struct plural out_of_circle =
	NN_("%zu person taken out of their circle", "%zu people taken out of their circle");

/* For change_begin; `argument`: what is typed behind the command; NULL: nothing is. Caller frees.
 */
static char *marked_label(const struct app *app, const char *command, const char *argument)
{
	const struct plural *done = NULL;

	for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
		if (!strcmp(sentences[i].command, command))
			done = &sentences[i].done;
	if (!strcmp(command, "circle") && argument &&
		(text_is_blank(argument) || circle_is_none(argument)))
		done = &out_of_circle;
	/* What has no sentence, such as copy, changes nothing that undo could take back. */
	return done ? change_label(done, app->marked.count) : memory_copy_string(command);
}

static void marked_say_done(struct app *app, const char *label)
{
	char *said = change_label_said(label);

	app_say(app, _("%s. %s undoes it"), said, way_here(app, "undo"));
	free(said);
}

/* Why it was not done to all of them: what the command has said, unless it asked something instead
 * of doing it. */
static char *marked_refusal(
	struct app *app, const struct command *command, bool has_argument, const struct view *top)
{
	bool has_asked = app->top != top && !app->message_is_error &&
			 !(has_argument && command_sets(command));
	struct strbuf said = STRBUF_INIT;

	if (!has_asked)
		return memory_copy_string(app->message ? app->message : "");
	strbuf_add_format(&said,
		command->takes && !has_argument
			? _("%s asks about each: write what it takes behind its name, as in "
			    ":snooze 2w")
			: _("%s is for one person at a time: nothing was done"),
		command_title(command));
	return strbuf_take(&said);
}

/* Nothing is changed when it cannot be done to one of them. */
static void marked_take_back(struct app *app, const struct command *command, const char *argument,
	const struct view *top)
{
	char *refusal = marked_refusal(app, command, argument, top);
	bool is_error = app->message_is_error;

	change_rollback(app->store);
	while (app->top != top)
		app_pop(app);
	app_refresh(app);
	app_refuse(app, "%s", refusal);
	app->message_is_error = is_error;
	free(refusal);
}

/* False: it was done to nobody, which is said. */
static bool marked_act(struct app *app, const struct command *command, const char *argument)
{
	const struct view *top = app->top;
	int64_t before = undo_latest(app->store);
	struct error err;
	char *label = marked_label(app, command->name, argument);
	bool is_done = false;

	enum status status = argument && command_sets(command)
				     ? command_check(app, command, argument, &err)
				     : STATUS_OK;
	if (status != STATUS_OK) {
		app_say_error(app, &err);
		free(label);
		return false;
	}
	status = change_begin(app->store, label, &err);
	if (status == STATUS_OK && !act_on_each(app, command, argument)) {
		marked_take_back(app, command, argument, top);
		hooks_after_change(app, false);
	} else {
		if (status == STATUS_OK)
			status = change_commit(app->store, &err);
		is_done = status == STATUS_OK;
		hooks_after_change(app, is_done);
		app_refresh(app);
		if (!is_done)
			app_say_error(app, &err);
		else if (undo_latest(app->store) != before)
			marked_say_done(app, label);
		else if (command_sets(command))
			app_say(app, "%s", _("It was so before: nothing was changed"));
	}
	free(label);
	return is_done;
}

/* ---- What is asked first ---- */

static void ask_argument(struct app *app, const struct marked_action *action, const char *typed);

/* What was refused comes back with what was typed. */
static void marked_act_with(
	struct app *app, const struct marked_action *action, const char *argument)
{
	if (!marked_act(app, command_by_name(app->commands, action->command), argument))
		ask_argument(app, action, argument);
}

static void answer_argument(struct app *app, void *context, const char *text)
{
	const struct marked_action *action = context;

	if (text && (action->takes_blank || !text_is_blank(text)))
		marked_act_with(app, action, text);
	else
		app_say(app, "%s", _("Nothing was done"));
}

static void ask_argument(struct app *app, const struct marked_action *action, const char *typed)
{
	const struct command *command = command_by_name(app->commands, action->command);

	app_push(app, prompt_named(prompt_view_taking(app, _(action->question), command->takes,
					   answer_argument, (void *)(uintptr_t)action, typed),
			      _(action->name)));
}

static enum status delete_marked(struct app *app, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; status == STATUS_OK && i < app->marked.count; i++)
		status = contact_delete(app->store, *(contact_id *)vector_at(&app->marked, i), err);
	return status;
}

static void answer_delete(struct app *app, void *context, int key)
{
	struct error err;
	char *label = marked_label(app, "delete", NULL);

	(void)context;
	if (key != 'y') {
		free(label);
		return;
	}
	enum status status = change_begin(app->store, label, &err);
	if (status == STATUS_OK) {
		status = delete_marked(app, &err);
		if (status == STATUS_OK)
			status = change_commit(app->store, &err);
		else
			change_rollback(app->store);
	}
	app_refresh(app);
	if (status == STATUS_OK)
		marked_say_done(app, label);
	else
		app_say_error(app, &err);
	free(label);
}

static void ask_delete(struct app *app)
{
	struct strbuf question = STRBUF_INIT;
	size_t count = app->marked.count, hidden = marks_hidden(app);

	if (hidden)
		strbuf_add_format(&question,
			NP_("%zu of those marked is not shown now.\n",
				"%zu of those marked are not shown now.\n", hidden),
			hidden);
	strbuf_add_format(&question,
		NP_("Delete %zu person with their log? %s brings them back",
			"Delete %zu people with their logs? %s brings them back", count),
		count, way_here(app, "undo"));
	app_push(app, ask_view(question.data, "y n", answer_delete, NULL));
	strbuf_fini(&question);
}

/* What asks first, by the name of its command; NULL: none does. */
static const struct marked_action *action_asking(const struct command *command)
{
	for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
		if (actions[i].question && !strcmp(actions[i].command, command->name))
			return &actions[i];
	return NULL;
}

static void marked_act_on_people(
	struct app *app, const struct command *command, const char *argument)
{
	const struct marked_action *action = action_asking(command);

	if (action && *argument)
		marked_act_with(app, action, argument);
	else if (action)
		ask_argument(app, action, "");
	else
		marked_act(app, command, *argument ? argument : NULL);
}

/* From the palette. */
static void marked_act_chosen(struct app *app, const struct command *command, const char *argument)
{
	bool is_about_people = (command->contexts & IN_CARD) && !(command->contexts & IN_FIRST_RUN);

	if (!strcmp(command->name, "delete"))
		ask_delete(app);
	else if (!strncmp(command->name, "pipe", strlen("pipe"))) /* it takes all at once */
		command_start(app, command, argument);
	else if (is_about_people)
		marked_act_on_people(app, command, argument);
	else
		app_refuse(app, _("%s does nothing to people: nothing was done"),
			command_title(command));
}

static void answer_key(struct app *app, void *context, int key)
{
	(void)context;
	for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
		if (actions[i].key == key)
			marked_act_on_people(
				app, command_by_name(app->commands, actions[i].command), "");
	if (key == 'L')
		log_form_open_with(app, &app->marked);
	if (key == 'd')
		ask_delete(app);
	if (key == ':') {
		command_run(app, "palette");
		app->act_on_marked = marked_act_chosen;
	}
}

static void marked_ask(struct app *app)
{
	marks_close_range(app);
	const struct marks_question question = { .marked = &app->marked,
		.hidden = marks_hidden(app),
		.commands = &mark_commands_of_panes,
		.choices = _("c circle, t tags, s snooze, r rest, A let go, L log with all, "
			     "d delete, : a command"),
		.keys = "c t s r A L d :",
		.answer = answer_key };

	marks_ask(app, &question);
}

const struct command marked_commands[] = {
	{ "act-on-marked", ";", IN_PEOPLE, N_("act on all who are marked"), NULL, marked_ask },
	{ 0 },
};
