/* What is done to the log with one key: opening forms, in touch today, a follow-up done.
 * Not here: the forms (log_form.c, followup_form.c). */
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/followup.h"
#include "filo/people/words/when.h"
#include "filo/store/conversations.h"
#include "filo/store/followups.h"
#include "tui/command.h"
#include "tui/form/chooser.h"
#include "tui/form/form.h"
#include "tui/hooks.h"
#include "tui/log/entry.h"
#include "tui/log/followup_form.h"
#include "tui/log/log_form.h"
#include "tui/log/person_events.h"
#include "tui/panes/panes.h"
#include "tui/subject.h"
#include "tui/way.h"

#include <stdlib.h>
#include <string.h>

static void command_log(struct app *app)
{
	contact_id id = person_needed(app);

	if (id)
		log_form_open(app, id, 0, false);
}

static void command_log_several(struct app *app)
{
	log_form_open(app, app_subject(app), 0, true);
}

static void command_follow_up(struct app *app)
{
	contact_id id = person_needed(app);

	if (id)
		followup_form_open(app, id, 0);
}

static void command_open_entry(struct app *app)
{
	contact_id id = person_needed(app);
	struct log_choice choice = choice_here(app);

	if (id && choice.conversation)
		app_push(app, entry_view(app, id, choice.conversation));
}

static void say_in_touch(struct app *app, contact_id id, const struct when *when)
{
	struct strbuf said = STRBUF_INIT;
	char *name = person_name(app, id), day[96];

	when_describe(when, app->today, day, sizeof day);
	if (when->day == app->today && when->precision == PRECISION_DAY)
		strbuf_add_format(&said, _("In touch with %s today. %s undoes it"), name,
			way_here(app, "undo"));
	else
		strbuf_add_format(&said, _("In touch with %s: %s. %s undoes it"), name, day,
			way_here(app, "undo"));
	log_form_say(app, said.data, when->precision);
	strbuf_fini(&said);
	free(name);
}

static enum status add_in_touch(
	struct app *app, contact_id id, const struct when *when, struct error *err)
{
	struct conversation conversation;

	conversation_init(&conversation);
	conversation.day = when->day;
	conversation.precision = when->precision;
	conversation.minute = when->minute;
	conversation_add_participant(&conversation, id, NULL, false);
	enum status status = conversation_add(app->store, &conversation, err);
	if (status == STATUS_OK) {
		say_in_touch(app, id, when);
		hooks_after_log(app, conversation.id);
		person_ask_return(app, id);
	}
	conversation_fini(&conversation);
	return status;
}

static enum status set_in_touch(struct app *app, contact_id id, const char *text, struct error *err)
{
	struct when when;
	enum status status = when_parse(
		text, WHEN_PAST, app->today, i18n_language(), i18n_is_day_first(), &when, err);

	if (status == STATUS_OK && when_is_to_come(&when, app->today))
		status = error_set(
			err, STATUS_INVALID, _("\"%s\" is yet to come"), text_brief(text).text);
	return status == STATUS_OK ? add_in_touch(app, id, &when, err) : status;
}

static void command_in_touch(struct app *app)
{
	const struct when today = { app->today, PRECISION_DAY, -1 };
	contact_id id = person_needed(app);
	struct error err;

	if (!id)
		return;
	if (add_in_touch(app, id, &today, &err) == STATUS_OK)
		app_refresh(app);
	else
		app_say_error(app, &err);
}

static void mark_done(struct app *app, const struct followup *followup)
{
	struct error err;

	if (followup_done(app->store, followup->id, app->today, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	app_refresh(app);
	char *sentence = followup_sentence(followup);
	app_say(app, _("Done: %s (%s undoes it)"), sentence, way_here(app, "undo"));
	free(sentence);
}

/* The open follow-ups of a person, to choose which is done. */
struct open_ones {
	contact_id person;
	struct vector followups; /* of struct followup */
	day_number today;
};

static void free_open_ones(void *context)
{
	struct open_ones *open = context;

	followups_clear(&open->followups);
	vector_fini(&open->followups);
	free(open);
}

static void read_open_ones(struct app *app, void *context)
{
	struct open_ones *open = context;
	struct error err;

	followups_clear(&open->followups);
	open->today = app->today;
	if (followup_list(app->store, open->person, false, &open->followups, &err) != STATUS_OK)
		app_say_error(app, &err);
}

static size_t count_open_ones(void *context)
{
	return ((struct open_ones *)context)->followups.count;
}

static void open_one_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	const struct open_ones *open = context;
	const struct followup *followup = vector_at(&open->followups, index);
	char *sentence = followup_sentence(followup);
	char due[64];

	strbuf_add(left, sentence);
	if (followup->due != DAY_NONE)
		strbuf_add(right, date_format_short(followup->due, PRECISION_DAY, open->today, due,
					  sizeof due));
	free(sentence);
}

static void choose_open_one(struct app *app, void *context, size_t index)
{
	const struct open_ones *open = context;
	struct followup chosen = *(const struct followup *)vector_at(&open->followups, index);

	/* A copy: marking it done reads the list anew. */
	chosen.text = memory_copy_string(chosen.text);
	app_pop(app);
	mark_done(app, &chosen);
	followup_fini(&chosen);
}

static contact_id subject_of_open_ones(void *context, size_t index)
{
	(void)index;
	return ((struct open_ones *)context)->person;
}

static const struct chooser_ops open_ones_ops = {
	.context = IN_PERSON_LIST,
	.title = N_("Which follow-up is done?"),
	.empty = N_("No follow-up is open"),
	.count = count_open_ones,
	.row = open_one_row,
	.open = choose_open_one,
	.subject = subject_of_open_ones,
	.refresh = read_open_ones,
	.free = free_open_ones,
};

static void choose_done(struct app *app, contact_id id)
{
	struct open_ones *open = memory_new(sizeof *open);

	open->person = id;
	vector_init(&open->followups, sizeof(struct followup));
	read_open_ones(app, open);
	if (open->followups.count > 1) {
		app_push(app, chooser_view(&open_ones_ops, open));
		return;
	}
	if (open->followups.count) {
		mark_done(app, vector_at(&open->followups, 0));
	} else {
		char *name = person_name(app, id);
		app_refuse(app, _("No follow-up with %s is open"), name);
		free(name);
	}
	free_open_ones(open);
}

static void mark_done_by_id(struct app *app, followup_id id)
{
	struct followup followup;
	struct error err;

	if (followup_load(app->store, id, &followup, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	mark_done(app, &followup);
	followup_fini(&followup);
}

static void command_follow_up_done(struct app *app)
{
	contact_id id = person_needed(app);
	struct log_choice choice = choice_here(app);

	if (!id)
		return;
	if (choice.followup)
		mark_done_by_id(app, choice.followup);
	else
		choose_done(app, id);
}

/* Of those open with a person, in the order they are shown in; 0: there is none of that number. */
static followup_id open_one_numbered(struct app *app, contact_id person, size_t number)
{
	struct open_ones open = { .person = person };

	vector_init(&open.followups, sizeof(struct followup));
	read_open_ones(app, &open);
	followup_id id =
		number && number <= open.followups.count
			? ((const struct followup *)vector_at(&open.followups, number - 1))->id
			: 0;
	followups_clear(&open.followups);
	vector_fini(&open.followups);
	return id;
}

static void refuse_number(struct app *app, const char *number)
{
	struct error err;

	error_set(&err, STATUS_NOT_FOUND, _("There is no number %s"), number);
	app_say_error(app, &err);
}

/* By the number it is shown under, or would be: all of `typed`, and nothing else. */
static void command_numbered_done_with(struct app *app, const char *typed)
{
	const struct view *view = app->top;
	char *text = text_trim(typed);
	size_t number = text[strspn(text, "0123456789")] ? 0 : strtoul(text, NULL, 10);
	contact_id person = person_needed(app);

	if (person) {
		followup_id id = view->ops->numbered ? view->ops->numbered(view, number)
						     : open_one_numbered(app, person, number);
		if (id)
			mark_done_by_id(app, id);
		else
			refuse_number(app, text);
	}
	free(text);
}

/* By the key; asks which where that is no number. */
static void command_numbered_done(struct app *app)
{
	const char number[] = { (char)app->key, '\0' };

	if (app->key < '1' || app->key > '9')
		command_follow_up_done(app);
	else
		command_numbered_done_with(app, number);
}

static const struct command_argument takes_past = { .kind = FIELD_WHEN, .set = set_in_touch };
static const struct command_argument takes_number = {
	.kind = FIELD_NUMBER, .is_single = true, .run = command_numbered_done_with
};

const struct command log_commands[] = {
	{ "log-conversation", "l", WITH_PERSON, N_("log a conversation with this person"),
		N_("log"), command_log, WITH_PERSON & ~(IN_PERSON_LIST | IN_AGENDA),
		.takes = &takes_text },
	{ "log-several", "L", WITH_PERSON, N_("log a conversation with several people"), NULL,
		command_log_several },
	{ "in-touch-today", ".", WITH_PERSON, N_("in touch today: an entry without words"), NULL,
		command_in_touch, .takes = &takes_past },
	{ "follow-up", "f", WITH_PERSON,
		N_("add a follow-up: to ask, promised, or promised to you"), N_("follow-up"),
		command_follow_up, WITH_PERSON & ~IN_PEOPLE_LISTS, .takes = &takes_text },
	{ "follow-up-done", "x", WITH_PERSON, N_("mark a follow-up done"), N_("done"),
		command_follow_up_done, IN_AGENDA, .takes = &takes_number, .need = HINT_DOING },
	{ "numbered-done", "1 2 3 4 5 6 7 8 9", IN_CARD | IN_REVIEW,
		N_("the follow-up of that number is done"), NULL, command_numbered_done,
		.takes = &takes_number },
	{ "read-entry", "", IN_LOG, N_("the entry in full"), NULL, command_open_entry },
	{ 0 },
};
