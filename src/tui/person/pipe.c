/* What is selected into a command of the shell, and a shell, with the terminal to themselves.
 * Not here: giving the terminal and taking it back (tui/foreground.c), what JSON says of people
 * (exchange/json/json_people.c). */
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/show.h"
#include "filo/base/text.h"
#include "filo/exchange/json_people.h"
#include "filo/store/circles.h"
#include "filo/store/contact_days.h"
#include "filo/store/contacts.h"
#include "filo/store/conversations.h"
#include "filo/store/events.h"
#include "tui/command.h"
#include "tui/foreground.h"
#include "tui/form/prompt.h"
#include "tui/panes/marks.h"
#include "tui/subject.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

/* What is piped, as it is written. */
struct piped {
	struct app *app;
	FILE *out;                /* a text in memory */
	struct json_writer *json; /* NULL: as text */
};

/* Others' words may come to a terminal through any command. */
static void pipe_text(FILE *out, const char *text, bool keep_lines)
{
	struct strbuf safe = STRBUF_INIT;

	text_show(&safe, text, strlen(text), keep_lines, true);
	fputs(safe.data, out);
	strbuf_fini(&safe);
}

/* ---- People: a line each ---- */

static void pipe_channel(FILE *out, const struct contact *contact, enum channel_kind kind)
{
	const struct channel *channel = contact_channel(contact, kind);

	fputc('\t', out);
	if (channel)
		pipe_text(out, channel->value, false);
}

static enum status pipe_person_json(
	struct piped *piped, const struct contact *contact, struct error *err)
{
	struct store *store = piped->app->store;
	struct circle circle;
	day_number until;
	enum status status = circle_load(store, contact->circle, &circle, err);

	if (status != STATUS_OK)
		return status;
	const struct json_person person = { contact_state_today(store, contact->id, &until),
		contact_last_day(store, contact->id, piped->app->today),
		contact->cadence_days ? contact->cadence_days : circle.cadence_days, circle.name };
	json_line(piped->json);
	json_object_open(piped->json);
	json_put_person(piped->json, contact, &person);
	json_object_close(piped->json);
	circle_fini(&circle);
	return STATUS_OK;
}

static enum status pipe_person(struct piped *piped, contact_id id, struct error *err)
{
	struct contact contact;
	enum status status = contact_load(piped->app->store, id, &contact, err);

	if (status != STATUS_OK)
		return status;
	if (piped->json) {
		status = pipe_person_json(piped, &contact, err);
	} else {
		pipe_text(piped->out, contact.name, false);
		pipe_channel(piped->out, &contact, CHANNEL_EMAIL);
		pipe_channel(piped->out, &contact, CHANNEL_PHONE);
		fputc('\n', piped->out);
	}
	contact_fini(&contact);
	return status;
}

static enum status pipe_people(
	struct piped *piped, const contact_id *ids, size_t count, struct error *err)
{
	enum status status = STATUS_OK;

	if (piped->json)
		json_array_open(piped->json);
	for (size_t i = 0; status == STATUS_OK && i < count; i++)
		status = pipe_person(piped, ids[i], err);
	if (piped->json)
		json_array_close(piped->json);
	return status;
}

/* ---- An entry: as a mail is, a head and a text ---- */

static void pipe_entry_text(FILE *out, const struct conversation *talk)
{
	const struct participant *participant;
	struct strbuf date = STRBUF_INIT;

	conversation_write_date(&date, talk);
	fprintf(out, "Date: %s\n", date.data);
	strbuf_fini(&date);
	VECTOR_EACH (participant, &talk->participants) {
		fputs(participant->is_mention ? "About: " : "With: ", out);
		pipe_text(out, participant->name, false);
		fputc('\n', out);
	}
	if (talk->medium != MEDIUM_NONE)
		fprintf(out, "Channel: %s\n", medium_name(talk->medium));
	const char *const texts[] = { talk->summary, talk->body };
	for (size_t i = 0; i < 2; i++) {
		if (text_is_blank(texts[i]))
			continue;
		fputc('\n', out);
		pipe_text(out, texts[i], true);
		fputc('\n', out);
	}
}

static enum status pipe_entry(struct piped *piped, conversation_id id, struct error *err)
{
	struct conversation talk;
	enum status status = conversation_load(piped->app->store, id, &talk, err);

	if (status != STATUS_OK)
		return status;
	if (piped->json) {
		json_object_open(piped->json);
		json_put_entry(piped->json, &talk);
		json_object_close(piped->json);
	} else {
		pipe_entry_text(piped->out, &talk);
	}
	conversation_fini(&talk);
	return status;
}

/* ---- The selection ---- */

static bool pipe_takes_marked(const struct app *app)
{
	return app->marked.count && (app->top->ops->context(app->top) & IN_PEOPLE);
}

/* Those marked, where they are shown; else the entry; else the person. */
static enum status pipe_write(struct piped *piped, struct error *err)
{
	struct app *app = piped->app;
	struct log_choice choice = choice_here(app);
	contact_id id = app_subject(app);

	if (pipe_takes_marked(app))
		return pipe_people(piped, app->marked.items, app->marked.count, err);
	if (choice.conversation)
		return pipe_entry(piped, choice.conversation, err);
	return pipe_people(piped, &id, 1, err);
}

/* The selection; NULL: it could not be read. Caller frees. */
static char *pipe_selection(struct app *app, bool is_json, struct error *err)
{
	struct piped piped = { .app = app };
	char *bytes = NULL;
	size_t len;

	piped.out = open_memstream(&bytes, &len);
	if (!piped.out)
		abort(); /* no memory, and nothing else */
	piped.json = is_json ? json_begin(piped.out) : NULL;
	enum status status = pipe_write(&piped, err);
	if (piped.json && json_end(piped.json, NULL) != STATUS_OK && status == STATUS_OK)
		status = error_set(err, STATUS_IO, "%s", _("It could not be written"));
	fclose(piped.out);
	if (status == STATUS_OK)
		return bytes;
	free(bytes);
	return NULL;
}

/* ---- Running ---- */

/* A shell of its own for the command, so that no mistake in it keeps what it printed from being
 * read before the screen comes back. */
static const char waiting_script[] =
	"/bin/sh -c \"$1\"; status=$?; printf '\\n%s' \"$2\" >/dev/tty; "
	"read -r answer </dev/tty; exit $status";

static void pipe_say_end(struct app *app, const char *command, int how)
{
	if (WIFEXITED(how) && WEXITSTATUS(how) != 0)
		app_refuse(app, _("%s failed: it ended with %d"), command, WEXITSTATUS(how));
}

static void pipe_run(struct app *app, const char *command, const char *input)
{
	char *const argv[] = { "/bin/sh", "-c", (char *)waiting_script, "filo", (char *)command,
		(char *)_("Enter goes back to filo "), NULL };
	struct error err;
	int how;

	if (foreground_run(app, argv, input, NULL, NULL, &how, &err) != STATUS_OK)
		app_say_error(app, &err);
	else
		pipe_say_end(app, command, how);
}

static void pipe_into(struct app *app, const char *command, bool is_json)
{
	struct error err;

	if (!person_needed(app))
		return;
	marks_close_range(app);
	char *input = pipe_selection(app, is_json, &err);
	if (input)
		pipe_run(app, command, input);
	else
		app_say_error(app, &err);
	free(input);
}

static void pipe_answer(struct app *app, void *context, const char *text)
{
	if (!text_is_blank(text))
		pipe_into(app, text, (intptr_t)context);
}

static void pipe_ask_command(struct app *app, const char *question, const char *name, bool is_json)
{
	struct strbuf asked = STRBUF_INIT;

	if (!person_needed(app))
		return;
	marks_close_range(app);
	if (pipe_takes_marked(app)) {
		marks_tell(&app->marked, marks_hidden(app), &asked);
		strbuf_add(&asked, ". ");
	}
	strbuf_add(&asked, question);
	app_push(app, prompt_named(prompt_view(asked.data, "", FIELD_COMMAND, pipe_answer,
					   (void *)(intptr_t)is_json),
			      name));
	strbuf_fini(&asked);
}

static void pipe_ask(struct app *app)
{
	pipe_ask_command(app, _("Pipe what is selected to the command"), _("Pipe to"), false);
}

static void pipe_ask_json(struct app *app)
{
	pipe_ask_command(app, _("Pipe what is selected, as JSON, to the command"),
		_("Pipe as JSON to"), true);
}

static void shell_run(struct app *app, const char *command)
{
	pipe_run(app, command, NULL);
}

/* One's own, until it is left. */
static void shell_open(struct app *app)
{
	const char *shell = getenv("SHELL");
	char *const argv[] = { (char *)(shell && *shell ? shell : "/bin/sh"), NULL };
	struct error err;
	int how;

	if (foreground_run(app, argv, NULL, NULL, NULL, &how, &err) != STATUS_OK)
		app_say_error(app, &err);
	else if (WIFEXITED(how) && WEXITSTATUS(how) == 127)
		app_refuse(app, _("%s was not found"), argv[0]);
}

static void shell_answer(struct app *app, void *context, const char *text)
{
	(void)context;
	if (text_is_blank(text) && text)
		shell_open(app);
	else if (text)
		shell_run(app, text);
}

static void shell_ask(struct app *app)
{
	app_push(app, prompt_view(_("Command of the shell (Enter: a shell)"), "", FIELD_COMMAND,
			      shell_answer, NULL));
}

const struct command pipe_commands[] = {
	{ "pipe", "|", WITH_PERSON, N_("give what is selected to a command"), NULL, pipe_ask,
		.takes = &takes_text },
	{ "pipe-json", "", WITH_PERSON, N_("the same as JSON"), NULL, pipe_ask_json,
		.takes = &takes_text },
	{ "shell", "!", ANYWHERE, N_("a command of the shell, or a shell"), NULL, shell_ask,
		.takes = &takes_text },
	{ 0 },
};
