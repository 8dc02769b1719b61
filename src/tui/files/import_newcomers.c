/* Who is new in an import, to be left out one by one.
 * Not here: the plan they belong to (import_flow.c). */
#include "filo/base/i18n.h"
#include "tui/command.h"
#include "tui/files/import_flow.h"
#include "tui/form/chooser.h"
#include "tui/panes/marks.h"
#include "tui/widget/list.h"

static size_t newcomers_count(void *context)
{
	return ((const struct import_flow *)context)->plan.newcomers.count;
}

static struct import_newcomer *newcomer_at(const struct import_flow *flow, size_t index)
{
	return vector_at(&flow->plan.newcomers, index);
}

static void newcomers_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	const struct import_newcomer *newcomer = newcomer_at(context, index);

	(void)right;
	strbuf_add_format(left, "%s%s", list_tick(!newcomer->is_left_out), newcomer->name);
}

static void newcomers_detail(struct app *app, void *context, size_t index, struct strbuf *out)
{
	const struct import_plan *plan = &((const struct import_flow *)context)->plan;
	const struct import_newcomer *newcomer;
	size_t added = 0;

	(void)app;
	(void)index;
	VECTOR_EACH (newcomer, &plan->newcomers)
		added += !newcomer->is_left_out;
	strbuf_add_format(out,
		/* Translators: how many of the new people, and how many new people there are. */
		NP_("%zu of %zu new person will be added.", "%zu of %zu new people will be added.",
			plan->newcomers.count),
		added, plan->newcomers.count);
	if (plan->newcomers.count == IMPORT_LIST_MAX)
		strbuf_add_format(
			out, _(" Only the first %d can be chosen here."), IMPORT_LIST_MAX);
}

static const struct chooser_ops newcomers_ops = {
	.context = IN_NEWCOMERS,
	.title = N_("New people"),
	.empty = "",
	.count = newcomers_count,
	.row = newcomers_row,
	.detail = newcomers_detail,
};

static void newcomer_leave_out(struct import_flow *flow, size_t index, bool is_left_out)
{
	struct import_newcomer *newcomer = newcomer_at(flow, index);
	int change = (int)is_left_out - (int)newcomer->is_left_out;

	newcomer->is_left_out = is_left_out;
	flow->plan.added -= change;
	flow->plan.left_out += change;
	flow->is_estimated |= change != 0;
	import_summarize_plan(flow);
}

static void newcomers_choose(struct app *app)
{
	struct import_flow *flow = chooser_context(app);
	size_t index;

	if (!chooser_selected(app, &index))
		return;
	newcomer_leave_out(flow, index, !newcomer_at(flow, index)->is_left_out);
	marks_go_on(app);
}

/* All out, or all in when they are. */
static void newcomers_choose_all(struct app *app)
{
	struct import_flow *flow = chooser_context(app);
	bool is_anyone_in = false;

	for (size_t i = 0; i < flow->plan.newcomers.count; i++)
		is_anyone_in |= !newcomer_at(flow, i)->is_left_out;
	for (size_t i = 0; i < flow->plan.newcomers.count; i++)
		newcomer_leave_out(flow, i, is_anyone_in);
}

static void newcomers_close(struct app *app)
{
	app_pop(app);
}

struct view *import_newcomers_view(struct import_flow *flow)
{
	return chooser_view(&newcomers_ops, flow);
}

const struct command import_newcomers_commands[] = {
	{ "choose-new", "Space", IN_NEWCOMERS, N_("before an import: add this person, or not"),
		N_("add or not"), newcomers_choose, .need = HINT_DOING },
	{ "choose-all-new", "a", IN_NEWCOMERS, N_("before an import: nobody of these, or all"),
		N_("nobody, all"), newcomers_choose_all },
	{ "newcomers-done", "Enter", IN_NEWCOMERS, N_("back to what the import would do"),
		N_("done"), newcomers_close, .need = HINT_BESIDES },
	{ 0 },
};
