/* Who is who in a history: the names that only you can tell, asked one at a time.
 * Not here: the plan they belong to (import_flow.c), people put aside before (lists/seen_list.c).
 */
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/sameness.h"
#include "filo/people/words/log_words.h"
#include "filo/store/contact_list.h"
#include "filo/store/contact_resolve.h"
#include "tui/command.h"
#include "tui/files/import_flow.h"
#include "tui/form/chooser.h"
#include "tui/form/prompt.h"
#include "tui/subject.h"
#include "tui/way.h"

#include <stdlib.h>
#include <string.h>

/* Of people here who are proposed for a name. */
#define GUESSES_MAX 6

/* What stands below them. */
enum { CHOICE_NEW, CHOICE_SEEN, CHOICE_IGNORE, CHOICES };

struct import_names {
	struct app *app;
	struct import_flow *flow;
	size_t index;          /* of the unknown name at hand */
	bool is_one;           /* asked about this one only */
	struct vector guesses; /* of contact_id */
	struct vector names;   /* of char *: theirs */
	char *title;
	struct chooser_ops ops;
};

static const struct history_unknown *unknown_at(const struct import_flow *flow, size_t index)
{
	return vector_at(&flow->names, index);
}

static bool is_answer_about(
	const struct history_answer *answer, const struct history_unknown *unknown)
{
	return !strcmp(answer->kind, unknown->kind) && !strcmp(answer->key, unknown->key);
}

/* What was answered about a name; NULL: nothing yet. */
static const struct history_answer *import_answer_of(
	const struct import_flow *flow, const struct history_unknown *unknown)
{
	const struct history_answer *answer;

	VECTOR_EACH (answer, &flow->answers)
		if (is_answer_about(answer, unknown))
			return answer;
	return NULL;
}

/* ---- Names ---- */

static const struct history_unknown *import_names_find(
	const struct vector *names, const struct history_unknown *sought)
{
	const struct history_unknown *name;

	VECTOR_EACH (name, names)
		if (!strcmp(name->kind, sought->kind) && !strcmp(name->key, sought->key))
			return name;
	return NULL;
}

static void import_names_copy(struct vector *names, const struct history_unknown *name)
{
	struct history_unknown copy = *name;

	copy.name = memory_copy_string(name->name);
	copy.kind = memory_copy_string(name->kind);
	copy.key = memory_copy_string(name->key);
	copy.source = memory_copy_string(name->source);
	copy.likely_name = memory_copy_string(name->likely_name);
	vector_push(names, &copy);
}

void import_names_fini(struct import_flow *flow)
{
	VECTOR_FINI(struct history_unknown, &flow->names, history_unknown_fini);
}

void import_names_keep(struct import_flow *flow)
{
	const struct vector *unknown = &flow->plan.history.unknown;
	const struct history_unknown *name;

	for (size_t i = flow->names.count; i-- > 0;) {
		struct history_unknown *known = vector_at(&flow->names, i);
		if (import_answer_of(flow, known) || import_names_find(unknown, known))
			continue;
		history_unknown_fini(known);
		vector_remove(&flow->names, i);
	}
	VECTOR_EACH (name, unknown)
		if (!import_names_find(&flow->names, name))
			import_names_copy(&flow->names, name);
}

size_t import_unanswered(const struct import_flow *flow)
{
	const struct history_unknown *unknown;
	size_t count = 0;

	VECTOR_EACH (unknown, &flow->names)
		count += !import_answer_of(flow, unknown);
	return count;
}

static void import_names_add_question(struct strbuf *out, const struct history_unknown *unknown)
{
	strbuf_add_format(out,
		/* Translators: a name in a history that nobody here has, and on how many days. */
		NP_("Who is \"%s\"? %d day", "Who is \"%s\"? %d days", unknown->days),
		unknown->name, unknown->days);
}

void import_name_row(struct app *app, const struct import_flow *flow,
	const struct history_unknown *unknown, struct strbuf *left, struct strbuf *right)
{
	const struct history_answer *answer = import_answer_of(flow, unknown);
	char *name = answer && answer->contact ? person_name(app, answer->contact) : NULL;

	if (answer)
		/* Translators: a name in a history that was answered for, and on how many days. */
		strbuf_add_format(left, NP_("\"%s\", %d day", "\"%s\", %d days", unknown->days),
			unknown->name, unknown->days);
	else
		import_names_add_question(left, unknown);
	if (name)
		strbuf_add(right, name);
	else if (answer)
		strbuf_add(right, answer->is_new       ? _("a new contact")
				  : answer->is_ignored ? _("left out for good")
						       : _("among people seen"));
	free(name);
}

/* ---- Guesses ---- */

static void import_names_guess(struct import_names *names, contact_id id, const char *name)
{
	char *copy;

	if (!id || names->guesses.count == GUESSES_MAX || vector_has(&names->guesses, &id))
		return;
	copy = memory_copy_string(name);
	vector_push(&names->guesses, &id);
	vector_push(&names->names, &copy);
}

/* Whoever's name begins with a word of it; who agrees in more of it comes first. */
static void import_names_guess_by(struct app *app, struct import_names *names, const char *called,
	const char *words, enum name_agreement least)
{
	struct vector rows = VECTOR_INIT(struct contact_row);
	struct contact_row *row;

	contact_match(app->store, words, GUESSES_MAX, &rows, NULL);
	VECTOR_EACH (row, &rows) {
		if (names_agree(row->name, called) >= least)
			import_names_guess(names, row->id, row->name);
		contact_row_fini(row);
	}
	vector_fini(&rows);
}

static void import_names_find_guesses(
	struct app *app, struct import_names *names, const struct history_unknown *unknown)
{
	char *words = memory_copy_string(unknown->name), *rest = words, *word;

	vector_clear(&names->guesses);
	vector_fini_strings(&names->names);
	vector_init(&names->names, sizeof(char *));
	import_names_guess(names, unknown->likely, unknown->likely_name);
	import_names_guess_by(app, names, unknown->name, unknown->name, NAMES_DIFFER);
	while ((word = strtok_r(rest, " ", &rest)))
		import_names_guess_by(app, names, unknown->name, word, NAMES_AGREE);
	free(words);
}

/* ---- The question ---- */

static struct import_names *import_names_of(const struct app *app)
{
	return chooser_context(app);
}

static size_t import_names_count(void *context)
{
	return ((const struct import_names *)context)->guesses.count + CHOICES;
}

/* What was answered, or else who is proposed. */
static size_t import_names_first(void *context)
{
	const struct import_names *names = context;
	const struct history_answer *answer =
		import_answer_of(names->flow, unknown_at(names->flow, names->index));
	const contact_id *guess;
	size_t guesses = names->guesses.count;

	if (!answer)
		return 0;
	VECTOR_EACH (guess, &names->guesses)
		if (*guess == answer->contact)
			return (size_t)(guess - (contact_id *)names->guesses.items);
	return guesses + (answer->is_new              ? CHOICE_NEW
				 : answer->is_ignored ? CHOICE_IGNORE
						      : CHOICE_SEEN);
}

static void import_names_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	static const char *const choices[CHOICES] = { [CHOICE_NEW] = N_("A new contact"),
		[CHOICE_SEEN] = N_("Leave among people seen"),
		[CHOICE_IGNORE] = N_("Leave out for good") };
	static const char *const ways[CHOICES] = { "new-contact", "leave-seen", "ignore-name" };
	const struct import_names *names = context;
	size_t guesses = names->guesses.count;

	if (index < guesses) {
		strbuf_add(left, *(char **)vector_at(&names->names, index));
		return;
	}
	strbuf_add(left, _(choices[index - guesses]));
	strbuf_add(right, way_here(names->app, ways[index - guesses]));
}

static void import_names_detail(struct app *app, void *context, size_t index, struct strbuf *out)
{
	const struct import_names *names = context;
	const struct history_unknown *unknown = unknown_at(names->flow, names->index);
	char days[DATE_SPAN_SIZE];

	(void)index;
	strbuf_add_format(out, "%s, %s.", source_label(unknown->source),
		date_format_span(unknown->first, unknown->last, days, sizeof days));
	strbuf_add_char(out, ' ');
	strbuf_add_format(out, _("%s finds somebody else you have. Esc stops; %s goes on later."),
		way_here(app, "find-person"), way_here(app, "who-is-who"));
}

static void import_names_free(void *context)
{
	struct import_names *names = context;

	vector_fini(&names->guesses);
	vector_fini_strings(&names->names);
	free(names->title);
	free(names);
}

static const struct chooser_ops import_names_ops = {
	.context = IN_WHO,
	.empty = "",
	.count = import_names_count,
	.row = import_names_row,
	.detail = import_names_detail,
	.first = import_names_first,
	.free = import_names_free,
};

/* Makes the question one about the name at `index`. */
static void import_names_show(struct app *app, struct import_names *names, size_t index)
{
	const struct history_unknown *unknown = unknown_at(names->flow, index);
	struct strbuf title = STRBUF_INIT;

	names->index = index;
	import_names_find_guesses(app, names, unknown);
	import_names_add_question(&title, unknown);
	if (!names->is_one)
		strbuf_add_format(&title, _(" - %zu to go"), import_unanswered(names->flow));
	free(names->title);
	names->title = strbuf_take(&title);
	names->ops.title = names->title;
}

/* SIZE_MAX: all have an answer. */
static size_t first_unanswered(const struct import_flow *flow)
{
	for (size_t i = 0; i < flow->names.count; i++)
		if (!import_answer_of(flow, unknown_at(flow, i)))
			return i;
	return SIZE_MAX;
}

/* Who has an address is not asked about, but may be put aside all the same. */
static void import_names_say_none(struct app *app, const struct import_flow *flow)
{
	if (flow->names.count)
		app_say(app, _("All have an answer: %s changes one"),
			way_here(app, "choose-person"));
	else if (flow->plan.history.aside)
		app_say(app, _("Nobody goes by a name alone: %s has them after the import"),
			way_here(app, "people-seen"));
	else
		app_refuse(app, "%s", _("There is nobody to ask about"));
}

void import_ask_names(
	struct app *app, struct import_flow *flow, const struct history_unknown *unknown)
{
	size_t index = unknown ? (size_t)(unknown - (struct history_unknown *)flow->names.items)
			       : first_unanswered(flow);

	if (index == SIZE_MAX) {
		import_names_say_none(app, flow);
		return;
	}
	struct import_names *names = memory_new(sizeof *names);
	names->app = app;
	names->flow = flow;
	names->is_one = unknown != NULL;
	names->ops = import_names_ops;
	vector_init(&names->guesses, sizeof(contact_id));
	vector_init(&names->names, sizeof(char *));
	import_names_show(app, names, index);
	flow->has_asked = true;
	app_push(app, chooser_view(&names->ops, names));
}

/* ---- Answers ---- */

/* The next one is asked about; behind the last the plan comes up, and is made anew. */
static void import_names_go_on(struct app *app, struct import_names *names)
{
	struct import_flow *flow = names->flow;

	flow->is_stale = true;
	if (names->is_one || first_unanswered(flow) == SIZE_MAX) {
		app_pop(app);
		return;
	}
	app_remove(app, app->top);
	import_ask_names(app, flow, NULL);
}

static void import_names_answer(struct app *app, struct history_answer answer)
{
	struct import_names *names = import_names_of(app);
	const struct history_unknown *unknown = unknown_at(names->flow, names->index);
	const struct history_answer *before = import_answer_of(names->flow, unknown);

	if (app_says_held(app, HELD_MS)) /* the next name was not read yet */
		return;
	answer.kind = before ? before->kind : memory_copy_string(unknown->kind);
	answer.key = before ? before->key : memory_copy_string(unknown->key);
	if (before)
		*(struct history_answer *)before = answer;
	else
		vector_push(&names->flow->answers, &answer);
	import_names_go_on(app, names);
}

static void import_names_new(struct app *app)
{
	import_names_answer(app, (struct history_answer){ .is_new = true });
}

static void import_names_seen(struct app *app)
{
	import_names_answer(app, (struct history_answer){ .contact = 0 });
}

static void import_names_ignore(struct app *app)
{
	import_names_answer(app, (struct history_answer){ .is_ignored = true });
}

static void import_names_take(struct app *app)
{
	static void (*const choices[CHOICES])(struct app * app) = { [CHOICE_NEW] = import_names_new,
		[CHOICE_SEEN] = import_names_seen,
		[CHOICE_IGNORE] = import_names_ignore };
	const struct import_names *names = import_names_of(app);
	size_t index, guesses = names->guesses.count;

	if (!chooser_selected(app, &index))
		return;
	if (index >= guesses)
		choices[index - guesses](app);
	else
		import_names_answer(
			app, (struct history_answer){
				     .contact = *(contact_id *)vector_at(&names->guesses, index) });
}

static void import_names_take_name(struct app *app, void *context, const char *text)
{
	contact_id contact;
	struct error err;

	(void)context;
	if (text_is_blank(text))
		return;
	if (contact_resolve(app->store, text, &contact, &err) == STATUS_OK)
		import_names_answer(app, (struct history_answer){ .contact = contact });
	else
		app_say_error(app, &err);
}

/* The question stays below, about the same name. */
static void import_names_find_person(struct app *app)
{
	const struct import_names *names = import_names_of(app);

	app_push(app, prompt_view(names->title, "", FIELD_PEOPLE, import_names_take_name, NULL));
}

const struct command import_names_commands[] = {
	{ "take-answer", "Enter Right", IN_WHO, N_("who is it: the selected answer"),
		N_("this one"), import_names_take },
	{ "find-person", "/", IN_WHO, N_("who is it: somebody else you have"), N_("somebody else"),
		import_names_find_person, .takes = &takes_person },
	{ "new-contact", "n", IN_WHO, N_("who is it: a new contact"), NULL, import_names_new },
	{ "leave-seen", "s", IN_WHO, N_("who is it: leave among people seen"), NULL,
		import_names_seen },
	{ "ignore-name", "i", IN_WHO, N_("who is it: leave out for good"), NULL,
		import_names_ignore },
	{ 0 },
};
