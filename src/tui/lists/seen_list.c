/* People of imported histories who are no contact: taking them in, saying who they are, leaving
 * them out; one, or all who are marked.
 * Not here: setting them aside (exchange/history/), the command (cli/seen.c). */
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/exchange/seen_adopt.h"
#include "filo/people/words/log_words.h"
#include "filo/store/change.h"
#include "filo/store/contact_resolve.h"
#include "tui/command.h"
#include "tui/form/item_list.h"
#include "tui/form/prompt.h"
#include "tui/panes/marks.h"
#include "tui/way.h"
#include "tui/widget/list.h"

#include <limits.h>
#include <stdlib.h>

static enum status seen_list_read(struct app *app, struct vector *items, struct error *err)
{
	return seen_list(app->store, false, items, err);
}

static enum status seen_list_read_ignored(struct app *app, struct vector *items, struct error *err)
{
	return seen_list(app->store, true, items, err);
}

/* Of those left out for good. */
static bool seen_list_has_ignored(const struct item_list *list)
{
	return list->ops->chooser.context == IN_IGNORED;
}

static void seen_list_fini(void *item)
{
	seen_person_fini(item);
}

static void seen_list_text(const void *item, struct strbuf *out)
{
	const struct seen_person *person = item;
	char *name = seen_proposed_name(person);

	strbuf_add_format(out, "%s %s", name, person->address ? person->address : "");
	free(name);
}

static int seen_list_draw(void *context, size_t index, struct rect area, enum role role)
{
	const struct item_list *list = context;
	const struct seen_person *person = item_list_at(list, index);
	struct strbuf days = STRBUF_INIT, shown = STRBUF_INIT;
	char *name = seen_proposed_name(person);
	bool is_cut;

	strbuf_add_format(&days, NP_("%d day", "%d days", person->days), person->days);
	marks_draw_name(&list->marked, person->id, name, area, &shown);
	int rows = list_line_draw_whole(area, role,
		&(struct list_line){
			.text = shown.data, .right = days.data, .is_right_aligned = true },
		INT_MAX, &is_cut);
	strbuf_fini(&days);
	strbuf_fini(&shown);
	free(name);
	return rows;
}

static void seen_list_detail(struct app *app, void *context, size_t index, struct strbuf *out)
{
	const struct item_list *list = context;
	const struct seen_person *person = item_list_at(list, index);
	char days[DATE_SPAN_SIZE];

	(void)app;
	strbuf_add(out, person->address ? person->address : source_label(person->kind));
	if (person->days) /* none of who was ignored before any was kept */
		strbuf_add_format(out, ": %s",
			date_format_span(person->first, person->last, days, sizeof days));
	if (!list->marked.count && !list->range_from)
		return;
	strbuf_add(out, ". ");
	marks_add_title(&list->marked, list->range_from, out);
	if (list->marked.count)
		strbuf_add(out, _(": the keys act on these"));
}

/* ---- On whom ---- */

/* Asked about some of the list; whatever is selected when the answer comes. */
struct seen_question {
	struct vector ids; /* of int64_t */
};

static struct seen_question *seen_list_question_new(void)
{
	struct seen_question *question = memory_new(sizeof *question);

	vector_init(&question->ids, sizeof(int64_t));
	return question;
}

static void seen_list_question_free(void *context)
{
	struct seen_question *question = context;

	vector_fini(&question->ids);
	free(question);
}

static struct item_list *seen_list_of(const struct app *app)
{
	return chooser_context(app);
}

/* The ids of those who are marked, or else of the one selected, wherever they were seen. False:
 * there is nobody, which is said. */
static bool seen_list_choose(struct app *app, struct vector *ids)
{
	const struct item_list *list = seen_list_of(app);
	struct vector firsts = VECTOR_INIT(size_t);
	size_t index;

	if (!chooser_selected(app, &index) || app_says_held(app, HELD_MS))
		return false;
	seen_unite(&list->items, &firsts);
	for (size_t i = 0; i < list->items.count; i++) {
		const struct seen_person *person = item_list_at(list, i);
		bool is_same =
			*(size_t *)vector_at(&firsts, i) == *(size_t *)vector_at(&firsts, index);
		if (list->marked.count ? vector_has(&list->marked, &person->id) : is_same)
			vector_push(ids, &person->id);
	}
	vector_fini(&firsts);
	return true;
}

/* An act on some of the list, as one change. */
struct seen_act {
	struct app *app;
	const struct vector *ids;
	struct vector people; /* of struct seen_person *: those of them who are still there */
	contact_id contact;   /* they are; 0: somebody new */
	int64_t days;         /* entries that were added */
};

static void seen_list_find(struct seen_act *act)
{
	struct item_list *list = seen_list_of(act->app);

	for (size_t i = 0; i < list->items.count; i++) {
		struct seen_person *person = item_list_at(list, i);
		if (vector_has(act->ids, &person->id))
			vector_push(&act->people, &person);
	}
}

static enum status seen_list_adopt_as_one(void *context, struct error *err)
{
	struct seen_act *act = context;

	return seen_adopt(act->app->store, act->people.items, act->people.count, act->contact,
		&act->days, err);
}

/* Each for themselves; but who was seen in several places is one. */
static enum status seen_list_adopt_each(void *context, struct error *err)
{
	struct seen_act *act = context;
	const struct vector *items = &seen_list_of(act->app)->items;
	struct vector firsts = VECTOR_INIT(size_t), same = VECTOR_INIT(struct seen_person *);
	enum status status = STATUS_OK;
	struct vector done = VECTOR_INIT(size_t);

	seen_unite(items, &firsts);
	for (size_t i = 0; i < items->count && status == STATUS_OK; i++) {
		const struct seen_person *person = vector_at(items, i);
		size_t *first = vector_at(&firsts, i);
		int64_t days = 0;
		if (!vector_has(act->ids, &person->id) || vector_has(&done, first))
			continue;
		vector_push(&done, first);
		vector_clear(&same);
		seen_add_same(items, &firsts, i, &same);
		status = seen_adopt(act->app->store, same.items, same.count, 0, &days, err);
		act->days += days;
	}
	vector_fini(&firsts);
	vector_fini(&same);
	vector_fini(&done);
	return status;
}

/* Leaves them out for good, or those who are, no longer. */
static enum status seen_list_leave_out(void *context, struct error *err)
{
	struct seen_act *act = context;
	const struct seen_person *const *person;
	enum status status = STATUS_OK;

	VECTOR_EACH (person, &act->people) {
		struct seen seen = { .id = (*person)->id,
			.name = (*person)->name,
			.is_ignored = !(*person)->is_ignored };
		if (status == STATUS_OK)
			status = seen_save(act->app->store, &seen, err);
	}
	return status;
}

/* On those of `ids` who are still in the list, which is on top. True: it was done. */
static bool seen_list_act(
	struct app *app, struct seen_act *act, enum status (*do_it)(void *, struct error *))
{
	struct item_list *list = seen_list_of(app);
	struct error err;
	enum status status = STATUS_OK;

	act->app = app;
	vector_init(&act->people, sizeof(struct seen_person *));
	seen_list_find(act);
	bool is_anybody = act->people.count > 0;
	if (is_anybody)
		status = store_change(app->store, do_it, act, &err,
			do_it == seen_list_leave_out ? N_("people seen") : N_("adopt people seen"));
	vector_fini(&act->people);
	if (!is_anybody) {
		app_refuse(app, "%s", _("They are not in this list any more"));
	} else if (status != STATUS_OK) {
		app_say_error(app, &err);
	} else {
		vector_clear(&list->marked);
		app_refresh(app);
	}
	return is_anybody && status == STATUS_OK;
}

/* ---- Commands ---- */

static void seen_list_adopt_these(struct app *app, const struct vector *ids, contact_id contact,
	enum status (*adopt)(void *context, struct error *err))
{
	struct seen_act act = { .ids = ids, .contact = contact };

	if (seen_list_act(app, &act, adopt))
		app_say(app,
			NP_("%lld entry was added to the log. %s undoes it",
				"%lld entries were added to the log. %s undoes it", act.days),
			(long long)act.days, way_here(app, "undo"));
}

static void seen_list_adopt(struct app *app)
{
	struct vector ids = VECTOR_INIT(int64_t);

	if (seen_list_choose(app, &ids))
		seen_list_adopt_these(app, &ids, 0, seen_list_adopt_each);
	vector_fini(&ids);
}

static void seen_list_adopt_one(struct app *app)
{
	struct vector ids = VECTOR_INIT(int64_t);

	if (seen_list_choose(app, &ids))
		seen_list_adopt_these(app, &ids, 0, seen_list_adopt_as_one);
	vector_fini(&ids);
}

static void seen_list_take_name(struct app *app, void *context, const char *text)
{
	struct seen_question *question = context;
	struct error err;
	contact_id contact;

	if (!text_is_blank(text)) {
		if (contact_resolve(app->store, text, &contact, &err) == STATUS_OK)
			seen_list_adopt_these(app, &question->ids, contact, seen_list_adopt_as_one);
		else
			app_say_error(app, &err);
	}
	seen_list_question_free(question);
}

static void seen_list_same(struct app *app)
{
	struct seen_question *question = seen_list_question_new();

	if (seen_list_choose(app, &question->ids))
		app_push(app, prompt_view_owning(_("Who is it?"), "", FIELD_PEOPLE,
				      seen_list_take_name, question, seen_list_question_free));
	else
		seen_list_question_free(question);
}

static void seen_list_ignore(struct app *app)
{
	bool are_ignored = seen_list_has_ignored(seen_list_of(app));
	struct vector ids = VECTOR_INIT(int64_t);
	struct seen_act act = { .ids = &ids };

	if (seen_list_choose(app, &ids) && seen_list_act(app, &act, seen_list_leave_out))
		app_say(app,
			are_ignored ? _("No longer left out. %s undoes it")
				    : _("Left out for good. %s undoes it"),
			way_here(app, "undo"));
	vector_fini(&ids);
}

static void seen_list_take_words(struct app *app, void *context, const char *text)
{
	(void)context;
	if (text)
		item_list_limit(app, text);
}

static void seen_list_ask_words(struct app *app)
{
	app_push(app, prompt_named(prompt_view(_("Only those with these words (none: everybody)"),
					   "", FIELD_TEXT, seen_list_take_words, NULL),
			      _("Only those with")));
}

/* ---- Marks ---- */

static int64_t seen_list_id(struct app *app)
{
	const struct seen_person *person = item_list_selected(app);

	return person ? person->id : 0;
}

static void seen_list_ids(const struct item_list *list, struct vector *ids)
{
	for (size_t i = 0; i < list->items.count; i++)
		vector_push(ids, &((const struct seen_person *)item_list_at(list, i))->id);
}

static void seen_list_mark(struct app *app)
{
	struct item_list *list = seen_list_of(app);
	int64_t id = seen_list_id(app);

	if (!id)
		return;
	marks_put(&list->marked, id, !vector_has(&list->marked, &id));
	marks_go_on(app);
}

static const struct mark_commands seen_mark_commands = { "mark-seen", "mark-seen-range",
	"mark-all-seen" };

static void seen_list_mark_range(struct app *app)
{
	struct item_list *list = seen_list_of(app);
	struct vector ids = VECTOR_INIT(int64_t);
	int64_t id = seen_list_id(app);

	if (!id)
		return;
	seen_list_ids(list, &ids);
	marks_range_to(app, &list->marked, &list->range_from, &ids, id, &seen_mark_commands);
	vector_fini(&ids);
}

static void seen_list_mark_all(struct app *app)
{
	struct item_list *list = seen_list_of(app);

	vector_clear(&list->marked);
	seen_list_ids(list, &list->marked);
	marks_say(app, &list->marked);
}

static void seen_list_answer_key(struct app *app, void *context, int key)
{
	static const struct {
		char key;
		void (*run)(struct app *app);
	} actions[] = { { 'a', seen_list_adopt }, { 'o', seen_list_adopt_one },
		{ 'm', seen_list_same }, { 'i', seen_list_ignore } };

	(void)context;
	for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
		if (actions[i].key == key)
			actions[i].run(app);
}

static void seen_list_act_on_marked(struct app *app)
{
	const struct item_list *list = seen_list_of(app);

	if (list->range_from)
		seen_list_mark_range(app);
	const struct marks_question question = { .marked = &list->marked,
		.commands = &seen_mark_commands,
		.choices = seen_list_has_ignored(list)
				   ? _("a adopt each, o one new person of all, m they are somebody "
				       "you have, i no longer left out")
				   : _("a adopt each, o one new person of all, m they are somebody "
				       "you have, i leave out for good"),
		.keys = "a o m i",
		.answer = seen_list_answer_key };

	marks_ask(app, &question);
}

static const struct item_list_ops seen_ops = {
	.chooser = { .context = IN_SEEN,
		.title = N_("People seen"),
		.empty = N_("Nobody was put aside by an import. %s shows who was left out."),
		.empty_way = "people-ignored",
		.draw_tall = seen_list_draw,
		.detail = seen_list_detail },
	.item_bytes = sizeof(struct seen_person),
	.read = seen_list_read,
	.item_fini = seen_list_fini,
	.begins_with_id = true,
	.item_text = seen_list_text,
};

static const struct item_list_ops ignored_ops = {
	.chooser = { .context = IN_IGNORED,
		.title = N_("Left out for good"),
		.empty = N_("Nobody was left out for good."),
		.draw_tall = seen_list_draw,
		.detail = seen_list_detail },
	.item_bytes = sizeof(struct seen_person),
	.read = seen_list_read_ignored,
	.item_fini = seen_list_fini,
	.begins_with_id = true,
	.item_text = seen_list_text,
};

static void command_people_seen(struct app *app)
{
	app_push(app, item_list_view(item_list_new(app, &seen_ops)));
}

static void seen_list_show_ignored(struct app *app)
{
	app_push(app, item_list_view(item_list_new(app, &ignored_ops)));
}

const struct command seen_commands[] = {
	{ "people-seen", "", IN_PANES | IN_FIRST_RUN,
		N_("people of imported histories who are no contact"), NULL, command_people_seen },
	{ "adopt", "Enter Right", IN_SEEN_LISTS, N_("among people seen: make a contact"),
		N_("adopt"), seen_list_adopt },
	{ "somebody-here", "m", IN_SEEN_LISTS, N_("among people seen: it is somebody you have"),
		N_("somebody you have"), seen_list_same, .takes = &takes_person },
	{ "leave-out", "i", IN_SEEN, N_("among people seen: leave out for good"), N_("leave out"),
		seen_list_ignore },
	{ "people-ignored", "I", IN_SEEN, N_("among people seen: those left out for good"), NULL,
		seen_list_show_ignored },
	{ "leave-in", "i", IN_IGNORED, N_("of those left out for good: no longer"), N_("take back"),
		seen_list_ignore },
	{ "limit-seen", "/", IN_SEEN_LISTS, N_("among people seen: only those with some words"),
		NULL, seen_list_ask_words, .takes = &takes_text },
	{ "mark-seen", "Space", IN_SEEN_LISTS, N_("among people seen: mark, or not any more"),
		N_("mark"), seen_list_mark },
	{ "mark-seen-range", "V", IN_SEEN_LISTS,
		N_("among people seen: mark from here to where it is pressed again"), NULL,
		seen_list_mark_range },
	{ "mark-all-seen", "*", IN_SEEN_LISTS, N_("among people seen: mark all"), NULL,
		seen_list_mark_all },
	{ "act-on-marked-seen", ";", IN_SEEN_LISTS,
		N_("among people seen: act on all who are marked"), NULL, seen_list_act_on_marked },
	{ 0 },
};
