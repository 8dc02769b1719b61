/* Showing only some of a pane, and in what order: by what is typed, by tag, by circle.
 * Not here: the panes themselves (panes/), what a limit means (store/limit.h). */
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/store/circles.h"
#include "filo/store/contact_list.h"
#include "filo/store/limit.h"
#include "tui/command.h"
#include "tui/form/candidates.h"
#include "tui/form/circle_words.h"
#include "tui/form/item_list.h"
#include "tui/form/prompt.h"
#include "tui/panes/panes.h"

#include <stdlib.h>

/* ---- Typed ---- */

static void limit_ask(struct app *app, const char *typed);

/* Else it is for the pane with the focus. Below the question, and the palette, while it is typed.
 */
static bool is_for_agenda(const struct app *app)
{
	const struct view *view = app->top;

	if (view->below && view->ops->context(view) & (IN_PROMPT | IN_ANSWER | IN_PALETTE))
		view = view->below;
	return view->ops->context(view) == IN_AGENDA;
}

static bool is_for_log(const struct app *app)
{
	return !is_for_agenda(app) && panes_focused(app) == PANE_LOG;
}

/* What is wrong in it comes back as it was typed; the panes stay as they were. */
static void limit_answer(struct app *app, void *context, const char *text)
{
	struct limit limit;
	struct error err;

	(void)context;
	if (!text)
		return;
	enum status status = limit_parse(app->store, text, &limit, &err);
	if (status == STATUS_OK && is_for_log(app))
		status = limit_check_log(&limit, &err);
	if (status == STATUS_OK) {
		(is_for_agenda(app) ? item_list_limit_people : panes_limit)(app, &limit);
		return;
	}
	limit_fini(&limit);
	limit_ask(app, text);
	app_say_error(app, &err);
}

static void limits_complete(struct app *app, const char *typed, struct vector *out)
{
	struct error err;

	if (*typed && limit_complete(app->store, typed, out, &err) != STATUS_OK)
		app_say_error(app, &err);
}

static void limits_tell(struct app *app, const struct vector *words, struct vector *told)
{
	char *const *word;

	VECTOR_EACH (word, words) {
		char *text = memory_copy_string(limit_tell(*word, is_for_log(app)));
		vector_push(told, &text);
	}
}

static const struct command_argument takes_limit = { .kind = FIELD_WORDS,
	.is_single = true,
	.goes_on = true,
	.complete = limits_complete,
	.tell = limits_tell };

static void limit_ask(struct app *app, const char *typed)
{
	const char *question = is_for_log(app)
				       ? _("Limit to: words, ~c circle, ~t tag (who was there), "
					   "~s <30 (days ago), ~f feeling; ! not, - none; "
					   "empty: no limit")
				       : _("Limit to: name, phone or mail, ~c circle, ~t tag, "
					   "~s >60 (days quiet), ~f feeling; ! not, - none; "
					   "empty: no limit");

	app_push(app, prompt_view_taking(app, question, &takes_limit, limit_answer, NULL, typed));
}

static void filter_by_limit(struct app *app)
{
	const struct item_list *agenda = is_for_agenda(app) ? chooser_context(app) : NULL;

	if (agenda)
		limit_ask(app, limit_is_set(&agenda->limit) ? agenda->limit.typed : "");
	else
		limit_ask(app, panes_limit_typed(app));
}

/* ---- Chosen: of struct group ---- */

/* Those of a tag or a circle, among whom the rest of the limit leaves. */
struct group {
	char *name, *typed; /* with the rest */
	int64_t count;
};

static void group_fini(void *item)
{
	struct group *group = item;

	free(group->name);
	free(group->typed);
}

/* What else the contacts are limited to stays, as it was typed. */
static void add_beside(struct app *app, enum limit_kind kind, struct strbuf *typed)
{
	limit_write_beside(panes_contacts_limit(app), kind, typed);
	if (typed->len)
		strbuf_add_char(typed, ' ');
}

static int64_t count_limited(struct app *app, const char *typed)
{
	struct limit limit;

	if (limit_parse(app->store, typed, &limit, NULL) != STATUS_OK)
		return 0;
	int64_t count = contact_count(app->store, &(struct contact_filter){ .limit = &limit });
	limit_fini(&limit);
	return count;
}

static void add_group(struct vector *items, const char *beside, const char *letter,
	const char *name, int64_t count)
{
	struct strbuf typed = STRBUF_INIT;

	strbuf_add_format(&typed, "%s%s ", beside, letter);
	limit_write_word(&typed, name);
	vector_push(items, &(struct group){ .name = memory_copy_string(name),
				   .typed = strbuf_take(&typed),
				   .count = count });
}

/* Last, where there is any choice: those who are in none. */
static void add_without(
	struct app *app, struct vector *items, const char *beside, const char *condition)
{
	struct strbuf name = STRBUF_INIT, typed = STRBUF_INIT;
	struct limit limit;

	if (!items->count || limit_parse(app->store, condition, &limit, NULL) != STATUS_OK)
		return;
	limit_describe(&limit, false, &name);
	limit_fini(&limit);
	strbuf_add_format(&typed, "%s%s", beside, condition);
	int64_t count = count_limited(app, typed.data);
	vector_push(items,
		&(struct group){
			.name = strbuf_take(&name), .typed = strbuf_take(&typed), .count = count });
}

static enum status tags_load(struct app *app, struct vector *items, struct error *err)
{
	struct vector counts = VECTOR_INIT(struct tag_count);
	struct strbuf beside = STRBUF_INIT;
	struct tag_count *count;
	struct limit limit;

	add_beside(app, LIMIT_TAG, &beside);
	enum status status = limit_parse(app->store, beside.data, &limit, err);
	if (status == STATUS_OK)
		status = tag_counts(app->store, &limit, &counts, err);
	VECTOR_EACH (count, &counts) {
		add_group(items, beside.data, "~t", count->tag, count->count);
		free(count->tag);
	}
	add_without(app, items, beside.data, "~t -");
	vector_fini(&counts);
	limit_fini(&limit);
	strbuf_fini(&beside);
	return status;
}

static enum status circles_load(struct app *app, struct vector *items, struct error *err)
{
	struct vector circles = VECTOR_INIT(struct circle);
	struct strbuf beside = STRBUF_INIT;
	struct circle *circle;
	enum status status = circle_list(app->store, &circles, err);

	add_beside(app, LIMIT_CIRCLE, &beside);
	VECTOR_EACH (circle, &circles) {
		add_group(items, beside.data, "~c", circle->name, 0);
		struct group *group = vector_at(items, items->count - 1);
		group->count = count_limited(app, group->typed);
		circle_fini(circle);
	}
	add_without(app, items, beside.data, "~c -");
	vector_fini(&circles);
	strbuf_fini(&beside);
	return status;
}

static void group_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	const struct group *group = item_list_at(context, index);

	strbuf_add(left, group->name);
	strbuf_add_format(right, "%lld", (long long)group->count);
}

static void group_open(struct app *app, void *context, size_t index)
{
	const struct group *group = item_list_at(context, index);
	struct limit limit;
	struct error err;

	if (limit_parse(app->store, group->typed, &limit, &err) == STATUS_OK)
		panes_limit_contacts(app, &limit);
	else
		app_say_error(app, &err);
	app_pop(app);
}

static const struct item_list_ops tags_ops = {
	.chooser = { .context = IN_NARROWING,
		.title = N_("Only contacts with the tag"),
		.empty = N_("No tags yet: %s gives one to a contact."),
		.empty_way = "tags",
		.row = group_row,
		.open = group_open },
	.item_bytes = sizeof(struct group),
	.read = tags_load,
	.item_fini = group_fini,
};

/* What is chosen from is told in the title, and where nothing is left of it. */
static void open_groups(
	struct app *app, const struct item_list_ops *ops, enum limit_kind kind, const char *empty)
{
	struct item_list *list = item_list_new(app, ops);
	struct strbuf beside = STRBUF_INIT, title = STRBUF_INIT;
	struct limit limit;

	limit_write_beside(panes_contacts_limit(app), kind, &beside);
	if (beside.len && limit_parse(app->store, beside.data, &limit, NULL) == STATUS_OK) {
		strbuf_add_format(&title, "%s%s", _(ops->chooser.title), draw_between());
		limit_describe(&limit, false, &title);
		limit_fini(&limit);
		item_list_entitle_take(list, strbuf_take(&title), empty);
	}
	strbuf_fini(&beside);
	app_push(app, item_list_view(list));
}

static void filter_by_tag(struct app *app)
{
	open_groups(app, &tags_ops, LIMIT_TAG, N_("Nobody has a tag of those who are shown"));
}

static const struct item_list_ops circles_ops = {
	.chooser = { .context = IN_NARROWING,
		.title = N_("Only contacts of the circle"),
		.empty = N_("No circles yet."),
		.row = group_row,
		.open = group_open },
	.item_bytes = sizeof(struct group),
	.read = circles_load,
	.item_fini = group_fini,
};

static void filter_by_circle(struct app *app)
{
	open_groups(app, &circles_ops, LIMIT_CIRCLE, circles_ops.chooser.empty);
}

static void filter_none(struct app *app)
{
	panes_show_let_go(app, false);
}

static void filter_with_let_go(struct app *app)
{
	panes_show_let_go(app, true);
}

static void order_next(struct app *app)
{
	enum contact_order order = panes_ordered(app) + 1;

	panes_order(app, order < CONTACT_ORDERS ? order : ORDER_NAME);
}

static void order_by(struct app *app, const char *name)
{
	enum contact_order order;
	struct strbuf words = STRBUF_INIT;

	spoken_list(contact_order_words, CONTACT_ORDERS, &words);
	if (contact_order_named(name, &order))
		panes_order(app, order);
	else
		app_refuse(app, _("\"%s\" is no order: %s"), text_brief(name).text, words.data);
	strbuf_fini(&words);
}

static void orders_complete(struct app *app, const char *typed, struct vector *out)
{
	(void)app;
	for (enum contact_order order = 0; order < CONTACT_ORDERS; order++)
		candidates_add(out, spoken_label(&contact_order_words[order]), typed);
}

static const struct command_argument takes_order = {
	.kind = FIELD_WORDS, .is_single = true, .complete = orders_complete, .run = order_by
};
static const struct command_argument takes_a_tag = {
	.kind = FIELD_WORDS, .is_single = true, .complete = tag_complete
};
static const struct command_argument takes_a_circle = {
	.kind = FIELD_WORDS, .is_single = true, .complete = circles_complete
};

const struct command filter_commands[] = {
	{ "limit", "&", IN_PANES | IN_AGENDA,
		N_("show only what fits: a name, ~c circle, ~t tag, ~s days"), N_("limit"),
		filter_by_limit, IN_AGENDA, .takes = &takes_limit },
	{ "order", "O", IN_PANES, N_("contacts by name, silence, circle, or what comes next"), NULL,
		order_next, .takes = &takes_order },
	{ "filter-tag", "T", IN_PANES, N_("only contacts with a tag"), NULL, filter_by_tag,
		.takes = &takes_a_tag },
	{ "filter-circle", "C", IN_PANES, N_("only contacts of a circle"), NULL, filter_by_circle,
		.takes = &takes_a_circle },
	{ "show-everybody", "", IN_PANES, N_("all contacts again"), NULL, filter_none },
	{ "show-let-go", "", IN_PANES, N_("contacts that were let go, too"), NULL,
		filter_with_let_go },
	{ 0 },
};
