/* The form of a log entry: who, in a line what was said, and all else for who wants it.
 * Not here: words in its fields (log_words.c), an entry without words (log_actions.c). */
#include "tui/log/log_form.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/words/exchange_words.h"
#include "filo/people/words/log_words.h"
#include "filo/people/words/thread_words.h"
#include "filo/people/words/when.h"
#include "filo/store/change.h"
#include "filo/store/conversations.h"
#include "filo/store/followups.h"
#include "tui/form/form.h"
#include "tui/form/form_people.h"
#include "tui/form/prompt.h"
#include "tui/form/record_form.h"
#include "tui/hooks.h"
#include "tui/log/followup_form.h"
#include "tui/log/person_events.h"
#include "tui/log/talk_threads.h"
#include "tui/log/threads_question.h"
#include "tui/subject.h"
#include "tui/way.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	WHO,
	SUMMARY,
	WHEN,
	HOW,
	OPENED,
	FELT,
	BODY,
	OPEN,
	DONE,
	REPLY,
	GIVEN,
	RECEIVED,
	ABOUT,
	FIELDS,
	SHORT_FIELDS = HOW + 1,
};

/* "not said", then the media in the order of enum medium. */
static const char *const media[] = { N_("not said"), N_("call"), N_("message"), N_("e-mail"),
	N_("video call"), N_("in person"), N_("comment"), N_("story reaction"), N_("live"),
	N_("letter"), N_("other"), NULL };
_Static_assert(sizeof media / sizeof *media == MEDIA + 1, "a word for each medium");

/* "instagram" is a message, and so is the beginning of it. */
static enum choice_meant media_mean(const char *folded, size_t *choice)
{
	enum medium medium;
	bool is_whole;

	if (!medium_begins(folded, &is_whole))
		return MEANT_NONE;
	if (!medium_parse(folded, &medium))
		return MEANT_SEVERAL;
	*choice = (size_t)medium + 1;
	return is_whole ? MEANT_WHOLE : MEANT_ONE;
}

/* In the order of enum direction. */
static const char *const openings[] = { N_("not said"), N_("me"), N_("them"), N_("both of us"),
	NULL };
_Static_assert(sizeof openings / sizeof *openings == DIRECTIONS + 1, "a word for each direction");

static void log_form_complete(struct app *app, const char *typed, struct vector *out)
{
	(void)app;
	exchanges_complete(typed, out);
}

static const struct field_spec specs[FIELDS] = {
	[WHO] = { .name = "who",
		.label = N_("With"),
		.kind = FIELD_PEOPLE,
		.hint = N_("names; a comma adds one") },
	[SUMMARY] = { .name = "summary",
		.label = N_("In a line"),
		.kind = FIELD_TEXT,
		.is_optional = true,
		.saves_on_enter = true,
		.lines_go_to = BODY,
		.hint = N_("what you talked about; Enter saves") },
	[WHEN] = { .name = "when",
		.label = N_("When"),
		.kind = FIELD_WHEN,
		.sense = WHEN_PAST,
		.hint = N_("yesterday, fri, 3d, 12 oct") },
	[HOW] = { .name = "how",
		.label = N_("How"),
		.kind = FIELD_CHOICE,
		.choices = media,
		.means = media_mean },
	[OPENED] = { .name = "opened",
		.label = N_("Opened by"),
		.kind = FIELD_CHOICE,
		.choices = openings },
	[FELT] = { .name = "felt",
		.label = N_("It felt"),
		.kind = FIELD_CHOICE,
		.choices = feeling_choices,
		.heard = feeling_words },
	[BODY] = { .name = "body",
		.label = N_("Notes"),
		.kind = FIELD_NOTE,
		.is_optional = true,
		.hint = N_("as long as you like") },
	[OPEN] = { .name = "open",
		.label = N_("Left open"),
		.kind = FIELD_TEXT,
		.ends_in_day = true,
		.between = "; ",
		.is_optional = true,
		.hint = N_("? to ask, in 2w; ! you promised; < they promised") },
	[DONE] = { .name = "done",
		.label = N_("Done"),
		.kind = FIELD_TEXT,
		.is_optional = true,
		.hint = N_("numbers: 1 2") },
	[REPLY] = { .name = "reply", .label = N_("Waits for my reply"), .kind = FIELD_FLAG },
	[GIVEN] = { .name = "given",
		.label = N_("I gave"),
		.kind = FIELD_WORDS,
		.complete = log_form_complete,
		.is_optional = true,
		.hint = N_("idea, advice, introduction, help, gift") },
	[RECEIVED] = { .name = "received",
		.label = N_("I received"),
		.kind = FIELD_WORDS,
		.complete = log_form_complete,
		.is_optional = true,
		.hint = N_("idea, advice, introduction, help, gift") },
	[ABOUT] = { .name = "about",
		.label = N_("We spoke of"),
		.kind = FIELD_PEOPLE,
		.is_optional = true,
		.hint = N_("people mentioned, who were not there") },
};

static enum status log_form_load(struct store *store, int64_t id, void *record, struct error *err)
{
	if (id)
		return conversation_load(store, id, record, err);
	conversation_init(record);
	return STATUS_OK;
}

static void log_form_fini(void *record)
{
	conversation_fini(record);
}

static size_t medium_choice(enum medium medium)
{
	return medium == MEDIUM_NONE ? 0 : (size_t)medium + 1;
}

static enum medium medium_chosen(size_t choice)
{
	return choice ? (enum medium)(choice - 1) : MEDIUM_NONE;
}

static void fill_people(struct app *app, struct form *form, const struct conversation *conversation)
{
	const struct participant *participant;

	form_set_text(form, WHO, "");
	form_set_text(form, ABOUT, "");
	VECTOR_EACH (participant, &conversation->participants)
		form_add_person(app, form, participant->is_mention ? ABOUT : WHO, participant->id);
}

static void log_form_fill(struct app *app, struct form *form, const void *record)
{
	const struct conversation *conversation = record;
	struct strbuf text = STRBUF_INIT;
	const struct when when = { conversation->day, conversation->precision,
		conversation->minute };

	fill_people(app, form, conversation);
	form_set_text(form, SUMMARY, conversation->summary);
	form_set_text(form, BODY, conversation->body ? conversation->body : "");
	form_set_choice(form, HOW, medium_choice(conversation->medium));
	form_set_choice(form, OPENED, conversation->direction);
	form_set_choice(form, FELT, feeling_choice(conversation->feeling));
	form_set_choice(form, REPLY, conversation->awaits_reply);
	when_write(&text, &when);
	form_set_text(form, WHEN, text.data);
	strbuf_clear(&text);
	exchanges_write(&text, conversation->exchanges.given);
	form_set_text(form, GIVEN, text.data);
	strbuf_clear(&text);
	exchanges_write(&text, conversation->exchanges.received);
	form_set_text(form, RECEIVED, text.data);
	strbuf_fini(&text);
}

static void set_trimmed(char **to, const char *text)
{
	free(*to);
	*to = text_trim(text);
}

/* The fields that need no question. */
static enum status read_fields(
	struct form *form, struct conversation *conversation, size_t *field, struct error *err)
{
	struct when when;

	if (form_when(form, WHEN, &when)) {
		conversation->day = when.day;
		conversation->precision = when.precision;
		conversation->minute = when.minute;
	}
	set_trimmed(&conversation->summary, form_text(form, SUMMARY));
	set_trimmed(&conversation->body, form_text(form, BODY));
	if (!*conversation->body)
		memory_replace_string(&conversation->body, NULL);
	conversation->medium = medium_chosen(form_choice(form, HOW));
	conversation->direction = (enum direction)form_choice(form, OPENED);
	conversation->feeling = feeling_of_choice(form_choice(form, FELT));
	conversation->awaits_reply = form_choice(form, REPLY) != 0;
	*field = GIVEN;
	enum status status =
		exchanges_read(form_text(form, GIVEN), &conversation->exchanges.given, err);
	if (status != STATUS_OK)
		return status;
	*field = RECEIVED;
	return exchanges_read(form_text(form, RECEIVED), &conversation->exchanges.received, err);
}

static enum status read_people_of(struct app *app, struct form *form, size_t from,
	struct conversation *conversation, size_t *field, struct error *err)
{
	struct vector ids = VECTOR_INIT(contact_id);
	const contact_id *id;

	enum status status = form_people(app, form, from, &ids, field, err);
	VECTOR_EACH (id, &ids)
		conversation_add_participant(conversation, *id, NULL, from == ABOUT);
	vector_fini(&ids);
	return status;
}

static enum status log_form_read_people(struct app *app, struct form *form,
	struct conversation *conversation, size_t *field, struct error *err)
{
	struct participant *participant;

	VECTOR_EACH (participant, &conversation->participants)
		free(participant->name);
	vector_clear(&conversation->participants);
	enum status status = read_people_of(app, form, WHO, conversation, field, err);
	if (status == STATUS_OK && !conversation->participants.count)
		return error_set(err, STATUS_INVALID, _("Who was it with?"));
	return status == STATUS_OK ? read_people_of(app, form, ABOUT, conversation, field, err)
				   : status;
}

static const struct vector *open_here(struct app *app, struct form *form)
{
	return talk_threads_open(app, form, WHO, record_form_own(form));
}

/* Begun and closed with the entry. */
static enum status settle_threads(struct app *app, struct form *form,
	const struct conversation *conversation, size_t *field, struct error *err)
{
	struct vector done = VECTOR_INIT(followup_id), left_open = VECTOR_INIT(struct followup);

	*field = OPEN;
	enum status status = talk_threads_read_open(app, form_text(form, OPEN), &left_open, err);
	if (status == STATUS_OK) {
		*field = DONE;
		status = talk_threads_read_done(
			open_here(app, form), form_text(form, DONE), &done, err);
	}
	if (status == STATUS_OK)
		status = followups_settle(app->store, conversation, &done, &left_open, err);
	followups_clear(&left_open);
	vector_fini(&left_open);
	vector_fini(&done);
	return status;
}

static enum status log_form_write(
	struct app *app, struct form *form, void *record, size_t *field, struct error *err)
{
	enum status status = read_fields(form, record, field, err);

	if (status == STATUS_OK)
		status = log_form_read_people(app, form, record, field, err);
	if (status != STATUS_OK)
		return status;
	*field = SUMMARY;
	status = record_form_id(form) ? conversation_update(app->store, record, err)
				      : conversation_add(app->store, record, err);
	return status == STATUS_OK ? settle_threads(app, form, record, field, err) : status;
}

static void answer_future(struct app *app, void *context, int key)
{
	struct form *form = context;
	struct when when = { .day = DAY_NONE };

	if (key != 'y') {
		form_focus(form, WHEN);
		return;
	}
	form_when(form, WHEN, &when);
	followup_form_open_with(app, form_text(form, WHO), form_text(form, SUMMARY), when.day);
	form_close(app, form);
}

static void answer_threads(struct app *app, struct form *form, const char *numbers)
{
	form_set_text(form, DONE, numbers);
	form_save(app, form);
}

/* Whoever has not seen the field of what is done is asked, once. */
static bool asks_for_threads(struct app *app, struct form *form)
{
	struct talk_threads *threads = record_form_own(form);
	const struct vector *open = open_here(app, form);

	if (threads->has_asked || record_form_id(form) || !form_is_short(form) || !open->count)
		return false;
	threads->has_asked = true;
	char *who = record_form_name(app, form, WHO);
	app_push(app, threads_question(form, who, open, answer_threads));
	free(who);
	return true;
}

/* A day in the future cannot be logged. */
static bool log_form_asks(struct app *app, struct form *form)
{
	struct when when;

	if (!form_when(form, WHEN, &when) || !when_is_to_come(&when, app->today))
		return asks_for_threads(app, form);
	app_push(app, ask_view(_("That day is still to come.\nMake it a follow-up?"), "y n",
			      answer_future, form));
	return true;
}

void log_form_say(struct app *app, const char *said, enum precision precision)
{
	const char *uncounted = when_uncounted(precision);

	app_say(app, *uncounted ? "%s. %s" : "%s%s", said, uncounted);
}

static void say_saved(struct app *app, const struct conversation *conversation, bool is_new)
{
	struct strbuf names = STRBUF_INIT, said = STRBUF_INIT;
	const struct participant *participant;
	const char *between = "";

	VECTOR_EACH (participant, &conversation->participants) {
		if (participant->is_mention)
			continue;
		char *name = person_name(app, participant->id);
		strbuf_add(&names, between);
		strbuf_add(&names, name);
		between = ", ";
		free(name);
	}
	strbuf_add_format(&said,
		is_new                        ? _("Logged with %s. %s undoes it")
		: change_was_idle(app->store) ? _("The entry with %s stays as before")
					      : _("The entry with %s is changed. %s undoes it"),
		names.data, way_here(app, "undo"));
	log_form_say(app, said.data, conversation->precision);
	strbuf_fini(&said);
	strbuf_fini(&names);
}

static void ask_returns(struct app *app, const struct conversation *conversation)
{
	const struct participant *participant;

	VECTOR_EACH (participant, &conversation->participants)
		if (!participant->is_mention)
			person_ask_return(app, participant->id);
}

static void log_form_saved(struct app *app, struct form *form, const void *record)
{
	bool is_new = !record_form_id(form);

	say_saved(app, record, is_new);
	if (!is_new)
		return;
	hooks_after_log(app, ((const struct conversation *)record)->id);
	ask_returns(app, record);
}

static bool log_form_hides(struct app *app, struct form *form, size_t field)
{
	return field == DONE && text_is_blank(form_text(form, DONE)) &&
	       !open_here(app, form)->count;
}

static void log_form_describe(struct app *app, struct form *form, size_t field, struct strbuf *out)
{
	if (field == OPEN)
		talk_threads_describe(app, form_text(form, OPEN), out);
	else if (field == DONE)
		threads_number(out, open_here(app, form), SIZE_MAX);
}

static const struct record_ops ops = {
	.form = { .name = "log",
		.save = record_form_save,
		.free = record_form_free,
		.describe = log_form_describe,
		.hides = log_form_hides },
	.title = { N_("Log a conversation"), N_("Edit an entry") },
	.label = { N_("log with %s"), N_("edit the entry with %s") },
	.name_field = WHO,
	.record_bytes = sizeof(struct conversation),
	.own_bytes = sizeof(struct talk_threads),
	.own_fini = talk_threads_fini,
	.load = log_form_load,
	.fini = log_form_fini,
	.fill = log_form_fill,
	.asks = log_form_asks,
	.write = log_form_write,
	.saved = log_form_saved,
};

/* Nobody, one person, or several to begin with; the draft's name says so. */
static void fill_new(struct app *app, struct form *form, contact_id person, bool with_several)
{
	form_set_text(form, WHEN, _("today"));
	form_set_short(form, SHORT_FIELDS);
	form_focus(form, with_several || !person ? WHO : SUMMARY);
	if (!person)
		return;
	form_add_person(app, form, WHO, person);
	if (with_several) {
		struct strbuf who = STRBUF_INIT;
		strbuf_add_format(&who, "%s, ", form_text(form, WHO));
		form_set_text(form, WHO, who.data);
		strbuf_fini(&who);
	}
}

void log_form_open(struct app *app, contact_id person, conversation_id id, bool with_several)
{
	char key[48] = "several";

	if (person)
		snprintf(key, sizeof key, "%s:%" PRId64, with_several ? "several" : "with", person);
	struct view *view = record_form_view(app, &ops, id, key, specs, FIELDS);
	if (!view)
		return;
	if (id)
		form_focus(form_of(view), SUMMARY);
	else
		fill_new(app, form_of(view), person, with_several);
	app_push(app, view);
}

void log_form_open_with(struct app *app, const struct vector *people)
{
	const struct view *before = app->top;
	const contact_id *first = vector_at(people, 0), *id;

	log_form_open(app, *first, 0, false);
	if (app->top == before)
		return; /* refused, and said */
	struct form *form = form_of(app->top);
	VECTOR_EACH (id, people)
		if (id != first)
			form_add_person(app, form, WHO, *id);
	form_focus(form, SUMMARY);
}
