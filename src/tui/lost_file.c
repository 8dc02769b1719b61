/* Another program has replaced or removed the file, or copied something over it, while it is shown:
 * what there is now is opened, or what is shown put back. What is being typed stays.
 * Not here: refusing to write to what is not ours any more (store/db/own_file.c). */
#include "tui/lost_file.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/store/backup.h"
#include "filo/store/sources.h"
#include "filo/store/store.h"
#include "tui/command.h"
#include "tui/form/prompt.h"
#include "tui/panes/marks.h"
#include "tui/way.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- Whether what is begun is about the same people there ---- */

/* What was restored stands in the same file: who was there before cannot be asked any more. */
static bool are_others(const struct app *app)
{
	return store_loss(app->store) == STORE_HOLDS_OTHERS;
}

static enum status refuse_begun(struct app *app, const struct store *fresh, struct error *err)
{
	return error_set(err, STATUS_CONFLICT,
		_("Other people are in %s now, and what is begun here would be theirs: leave it "
		  "first, then press %s"),
		store_path(fresh), way_here(app, "reopen"));
}

struct person_here {
	contact_id id;
	char *uid;
};

/* Who is shown, by id, and how far they were compared. */
struct people_here {
	struct app *app;
	struct vector all; /* of struct person_here */
	size_t at;
	const struct store *fresh; /* where nobody else may be under the same id */
};

static enum status note_person_here(
	void *context, contact_id id, const char *uid, const char *name, struct error *err)
{
	struct people_here *people = context;
	struct person_here person = { id, memory_copy_string(uid) };

	(void)name, (void)err;
	vector_push(&people->all, &person);
	return STATUS_OK;
}

static enum status compare_person_there(
	void *context, contact_id id, const char *uid, const char *name, struct error *err)
{
	struct people_here *people = context;
	const struct person_here *here = NULL;
	bool is_there = false;

	(void)name;
	while (!is_there && people->at < people->all.count) {
		here = vector_at(&people->all, people->at);
		is_there = here->id >= id;
		people->at += !is_there;
	}
	if (is_there && here->id == id && strcmp(here->uid, uid) != 0)
		return refuse_begun(people->app, people->fresh, err);
	return STATUS_OK;
}

/* What is typed, and what was answered so far, is about people by their ids. */
static bool is_begun(const struct app *app)
{
	const context_set holding = IN_FORMS | IN_IMPORT | IN_NEWCOMERS | IN_WHO | IN_MERGES;

	for (const struct view *view = app->top; view; view = view->below)
		if (view->ops->context(view) & holding)
			return true;
	return false;
}

static enum status lost_file_compare(struct app *app, struct store *fresh, struct error *err)
{
	struct people_here people = {
		.app = app, .all = VECTOR_INIT(struct person_here), .fresh = fresh
	};
	struct person_here *person;

	if (are_others(app))
		return refuse_begun(app, fresh, err);
	enum status status = contact_walk(app->store, note_person_here, &people, err);

	if (status == STATUS_OK)
		status = contact_walk(fresh, compare_person_there, &people, err);
	VECTOR_EACH (person, &people.all)
		free(person->uid);
	vector_fini(&people.all);
	return status;
}

/* The present file, under the same name. Who called tui_run closes the one that it gave. */
static enum status open_anew(struct app *app, struct error *err)
{
	struct store *fresh;
	enum status status =
		store_open(&fresh, store_path(app->store), store_today(app->store), err);

	if (status != STATUS_OK)
		return status;
	if (is_begun(app))
		status = lost_file_compare(app, fresh, err);
	if (status != STATUS_OK) {
		store_close(fresh);
		return status;
	}
	if (are_others(app))
		vector_clear(&app->marked);
	marks_keep_same(app, fresh);
	if (app->store != app->given_store)
		store_close(app->store);
	app->store = fresh;
	app->is_loss_said = app->has_thrown = false;
	app->draft_since_ms = 1; /* what is being typed is kept there, too, at once */
	app_tell_waiting(app);
	return STATUS_OK;
}

/* What was done here may not be in the new file, and the old one has no name any more: it is laid
 * beside, under a name that is free. NULL: nothing was done, or that failed. */
static char *lay_old_beside(struct app *app, enum status *status, struct error *err)
{
	*status = STATUS_OK;
	if (!store_has_changed(app->store) || are_others(app))
		return NULL;
	char *name = store_backup_name(store_path(app->store), ".before-replaced");
	*status = store_keep_aside(app->store, name, err);
	if (*status != STATUS_OK)
		memory_replace_string(&name, NULL);
	return name;
}

static void open_present(struct app *app)
{
	enum status status;
	struct error err;
	char *old = lay_old_beside(app, &status, &err);

	if (status == STATUS_OK)
		status = open_anew(app, &err);
	if (status != STATUS_OK && old)
		unlink(old); /* asked again, it would be laid there again */
	if (status != STATUS_OK)
		app_say_error(app, &err);
	else if (old)
		app_say(app, _("This is what is there now. What was there before is in %s"), old);
	else
		app_say(app, "%s", _("This is what is there now"));
	free(old);
}

static void answer_replaced(struct app *app, void *context, int key)
{
	(void)context;
	if (key == 'y')
		open_present(app);
	else
		app_say(app, _("Nothing is written. %s opens what is there"),
			way_here(app, "reopen"));
}

static void ask_about(struct app *app, enum store_loss loss);

/* Not over what another program has begun there meanwhile. */
static void answer_removed(struct app *app, void *context, int key)
{
	char *path = memory_copy_string(store_path(app->store));
	struct error err;

	(void)context;
	if (key != 'y')
		app_say(app, _("Nothing is written. %s asks again"), way_here(app, "reopen"));
	else if (store_loss(app->store) != STORE_WAS_REMOVED)
		ask_about(app, store_loss(app->store));
	else if (store_keep_aside(app->store, path, &err) != STATUS_OK ||
		 open_anew(app, &err) != STATUS_OK)
		app_say_error(app, &err);
	else
		app_say(app, "%s", _("It is there again, as it is shown"));
	free(path);
}

static void lost_file_say(struct app *app, enum store_loss loss, struct strbuf *out)
{
	const char *sentence = _("%s was replaced by another program, so nothing is written to the "
				 "old one.");

	if (loss == STORE_WAS_REMOVED)
		sentence = _("%s was removed by another program, so nothing is written to it.");
	else if (loss == STORE_HOLDS_OTHERS)
		sentence =
			_("%s was restored by another program, from another address book or from "
			  "a copy that was changed.");
	strbuf_add_format(out, sentence, store_path(app->store));
}

static void ask_about(struct app *app, enum store_loss loss)
{
	struct strbuf question = STRBUF_INIT;
	bool is_removed = loss == STORE_WAS_REMOVED;

	lost_file_say(app, loss, &question);
	strbuf_add_char(&question, '\n');
	strbuf_add(&question,
		is_removed ? _("Put back what is shown here?") : _("Open what is there now?"));
	app_push(app, ask_view(question.data, "y n", is_removed ? answer_removed : answer_replaced,
			      NULL));
	strbuf_fini(&question);
	memory_replace_string(&app->message, NULL); /* it would cover the question */
}

/* A question would take what is being typed for its answer. */
static void lost_file_tell_typing(struct app *app, enum store_loss loss)
{
	struct strbuf text = STRBUF_INIT;

	lost_file_say(app, loss, &text);
	strbuf_add_char(&text, ' ');
	/* Translators: a key, or the name of a command. */
	strbuf_add_format(&text, _("%s goes on"), way_here(app, "reopen"));
	app_say(app, "%s", text.data);
	strbuf_fini(&text);
}

static void lost_file_tell(struct app *app, bool is_asked)
{
	enum store_loss loss = store_loss(app->store);
	struct error err;

	app->is_loss_said = true;
	if (loss == STORE_WAS_OVERWRITTEN) {
		store_may_change(app->store, &err);
		app_say_error(app, &err);
	} else if (!is_asked && (app->top->ops->context(app->top) & WHILE_TYPING)) {
		lost_file_tell_typing(app, loss);
	} else {
		ask_about(app, loss);
	}
}

void lost_file_look(struct app *app)
{
	if (!app->is_loss_said && app->top && store_loss(app->store) != STORE_IS_HERE)
		lost_file_tell(app, false);
}

static void lost_file_reopen(struct app *app)
{
	if (store_loss(app->store) == STORE_IS_HERE)
		app_say(app, "%s", _("The file is still the one that was opened"));
	else
		lost_file_tell(app, true);
}

const struct command lost_file_commands[] = {
	{ "reopen", "F5", EVERYWHERE & ~IN_QUESTIONS,
		N_("go on after another program took the database away"), NULL, lost_file_reopen },
	{ 0 },
};
