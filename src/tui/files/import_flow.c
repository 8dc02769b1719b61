/* Importing on the screen: a path, the plan before anything changes, choices, progress, result.
 * Not here: reading files and matching people (exchange). */
#include "filo/base/config.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/exchange/import_counts.h"
#include "tui/command.h"
#include "tui/form/chooser.h"
#include "tui/form/form_paths.h"
#include "tui/form/prompt.h"
#include "tui/long_work.h"
#include "tui/terminal/draw.h"

#include <stdlib.h>

struct import_flow {
	char *path;
	const char *files[1];
	char *me; /* who I am in it; NULL: not asked */
	struct import_plan plan;
	struct vector summary; /* of char *: what would be done */
	struct long_work work;
	bool is_applying;
};

static void import_free(void *context)
{
	struct import_flow *flow = context;

	vector_fini_strings(&flow->summary);
	import_plan_fini(&flow->plan);
	free(flow->path);
	free(flow->me);
	free(flow);
}

static bool import_show_progress(void *context, int64_t done, int64_t total)
{
	struct import_flow *flow = context;
	const long long done_kb = done / 1024, total_kb = total / 1024;

	if (total > 0)
		return long_work_goes_on(&flow->work,
			flow->is_applying ? _("Importing: %lld of %lld kB. Esc stops it")
					  : _("Reading: %lld of %lld kB. Esc stops it"),
			done_kb, total_kb);
	return long_work_goes_on(&flow->work,
		flow->is_applying ? _("Importing: %lld kB so far. Esc stops it")
				  : _("Reading: %lld kB so far. Esc stops it"),
		done_kb);
}

static enum status import_work(struct import_flow *flow, struct app *app,
	enum status (*act)(struct store *store, const struct import_request *request,
		struct import_plan *plan, struct error *err),
	struct error *err)
{
	const char *me[2];
	size_t me_count = 0;

	if (*app->config->me)
		me[me_count++] = app->config->me;
	if (flow->me)
		me[me_count++] = flow->me;
	const struct import_request request = { .files = flow->files,
		.file_count = 1,
		.history = { .me = me, .me_count = me_count },
		.progress = import_show_progress,
		.context = flow };

	long_work_begin(&flow->work, app, _("Sorting what was read. Esc stops it"));
	enum status status = act(app->store, &request, &flow->plan, err);
	long_work_end(&flow->work);
	return status;
}

/* ---- The plan ---- */

/* With choices to make, what they change is said even when it is none, so that no line comes or
 * goes while choosing. */
static void import_summarize(
	struct vector *lines, const struct import_plan *plan, bool has_choices, bool has_newcomers)
{
	for (const struct import_count *row = import_counts; row->key; row++) {
		struct strbuf line = STRBUF_INIT;
		int64_t count = import_count_of(plan, row);
		if (!count && !(has_choices && row->is_chosen) &&
			!(has_newcomers && row == import_counts))
			continue;
		strbuf_add_format(&line, i18n_plural(&row->words, count), (long long)count);
		char *taken = strbuf_take(&line);
		vector_push(lines, &taken);
	}
}

static void summarize_plan(struct import_flow *flow)
{
	vector_fini_strings(&flow->summary);
	import_summarize(&flow->summary, &flow->plan, flow->plan.likely.count > 0,
		flow->plan.newcomers.count > 0);
	history_report_tell(&flow->plan.history, &flow->summary);
}

static size_t plan_count(void *context)
{
	const struct import_flow *flow = context;

	return flow->summary.count + flow->plan.likely.count + flow->plan.problems.count;
}

/* The first line opens those it counts. */
static bool is_newcomers_line(const struct import_flow *flow, size_t index)
{
	return index == 0 && flow->plan.newcomers.count > 0;
}

/* The rows are the summary, then those to choose for, then what was wrong. */
static struct import_likely *import_likely_at(const struct import_flow *flow, size_t index)
{
	size_t first = flow->summary.count;

	return index >= first && index < first + flow->plan.likely.count
		       ? vector_at(&flow->plan.likely, index - first)
		       : NULL;
}

static const struct import_problem *import_problem_at(const struct import_flow *flow, size_t index)
{
	size_t first = flow->summary.count + flow->plan.likely.count;

	return index >= first ? vector_at(&flow->plan.problems, index - first) : NULL;
}

static void import_describe_problem(struct strbuf *out, const struct import_problem *problem)
{
	strbuf_add_format(out,
		problem->is_refused ? _("line %lld refused: %s") : _("line %lld: %s"),
		(long long)problem->line, problem->reason);
}

static void plan_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	static const char *const choices[] = { [IMPORT_AS_NEW] = N_("add as new"),
		[IMPORT_AS_SAME] = N_("the same person"),
		[IMPORT_LEAVE_OUT] = N_("leave out") };
	const struct import_flow *flow = context;
	const struct import_likely *likely = import_likely_at(flow, index);
	const struct import_problem *problem = import_problem_at(flow, index);

	if (likely) {
		/* Translators: a name in the file, and one that is there already. */
		strbuf_add_format(left, _("%s: perhaps %s?"), likely->name, likely->contact_name);
		strbuf_add(right, _(choices[likely->choice]));
	} else if (problem) {
		import_describe_problem(left, problem);
	} else {
		strbuf_add(left, *(char **)vector_at(&flow->summary, index));
	}
}

static void plan_detail(struct app *app, void *context, size_t index, struct strbuf *out)
{
	const struct import_likely *likely = import_likely_at(context, index);
	const struct import_problem *problem = import_problem_at(context, index);

	(void)app;
	if (is_newcomers_line(context, index))
		strbuf_add(out, _("Space shows them, to leave some out."));
	else if (problem)
		import_describe_problem(out, problem);
	else if (likely && likely->shared)
		strbuf_add_format(out,
			_("%s in the file and %s in your contacts share %s. Space says whether "
			  "they are the same person."),
			likely->name, likely->contact_name, likely->shared);
	else if (likely)
		strbuf_add_format(out,
			_("%s is in the file and in your contacts. Space says whether they are "
			  "the same person."),
			likely->contact_name);
}

static void import_say_result(struct app *app, const struct import_plan *plan)
{
	struct vector lines = VECTOR_INIT(char *);
	struct strbuf said = STRBUF_INIT;
	char **line;

	import_summarize(&lines, plan, false, false);
	history_report_say(&plan->history, &lines);
	VECTOR_EACH (line, &lines)
		strbuf_add_item(&said, ", ", *line);
	vector_fini_strings(&lines);
	if (plan->added)
		app_say(app, _("Imported: %s. u undoes it, :triage gives them a place"), said.data);
	else if (plan->updated || plan->entries_added || plan->history.added ||
		 plan->history.grown || plan->history.adopted)
		app_say(app, _("Imported: %s. u undoes it"), said.data);
	else
		app_say(app, _("Nothing to import: %s"), said.data);
	strbuf_fini(&said);
}

static void plan_apply(struct app *app)
{
	struct import_flow *flow = chooser_context(app);
	struct error err;
	size_t index;

	if (!chooser_selected(app, &index))
		return;
	flow->is_applying = true;
	enum status status = import_work(flow, app, import_plan_apply, &err);
	app_pop(app); /* brings the views up to date; the plan stays until the key is done with */
	if (status == STATUS_OK)
		import_say_result(app, &flow->plan);
	else
		long_work_say_failure(app, &err);
}

/* ---- Who is new, to be left out ---- */

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
	strbuf_add_format(left, "[%c] %s", newcomer->is_left_out ? ' ' : 'x', newcomer->name);
}

static void newcomers_detail(struct app *app, void *context, size_t index, struct strbuf *out)
{
	const struct import_plan *plan = &((const struct import_flow *)context)->plan;

	(void)app;
	(void)index;
	strbuf_add_format(
		out, NP_("%lld is added.", "%lld are added.", plan->added), (long long)plan->added);
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
	summarize_plan(flow);
}

static void newcomers_choose(struct app *app)
{
	struct import_flow *flow = chooser_context(app);
	size_t index;

	if (!chooser_selected(app, &index))
		return;
	newcomer_leave_out(flow, index, !newcomer_at(flow, index)->is_left_out);
	app->top->ops->move(app, app->top, MOVE_DOWN);
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

/* ---- Choosing in the plan ---- */

static int64_t *import_chosen_count(struct import_plan *plan, enum import_choice choice)
{
	int64_t *const counts[] = { [IMPORT_AS_NEW] = &plan->added,
		[IMPORT_AS_SAME] = &plan->updated,
		[IMPORT_LEAVE_OUT] = &plan->left_out };

	return counts[choice];
}

static void plan_choose(struct app *app)
{
	static const enum import_choice next[] = { [IMPORT_AS_NEW] = IMPORT_AS_SAME,
		[IMPORT_AS_SAME] = IMPORT_LEAVE_OUT,
		[IMPORT_LEAVE_OUT] = IMPORT_AS_NEW };
	struct import_flow *flow = chooser_context(app);
	size_t index;

	if (!chooser_selected(app, &index))
		return;
	struct import_likely *likely = import_likely_at(flow, index);
	if (is_newcomers_line(flow, index)) {
		app_push(app, chooser_view(&newcomers_ops, flow));
		return;
	}
	if (!likely) {
		app_say(app, "%s", _("Space chooses for those who may be here already"));
		return;
	}
	--*import_chosen_count(&flow->plan, likely->choice);
	likely->choice = next[likely->choice];
	++*import_chosen_count(&flow->plan, likely->choice);
	summarize_plan(flow);
}

static const struct chooser_ops plan_ops = {
	.context = IN_IMPORT,
	.title = N_("What the import would do"),
	.empty = N_("There is nothing to import in this file."),
	.count = plan_count,
	.row = plan_row,
	.detail = plan_detail,
	.free = import_free,
};

/* ---- The file ---- */

static void import_from(struct app *app, void *context, const char *text);

static void import_ask_path(struct app *app, const char *typed)
{
	struct strbuf known = STRBUF_INIT, question = STRBUF_INIT;

	import_format_labels(&known);
	strbuf_add_format(&question, _("File to import (%s)"), known.data);
	app_push(app, prompt_view(question.data, typed, FIELD_PATH, import_from, NULL));
	strbuf_fini(&known);
	strbuf_fini(&question);
}

static void import_read(struct app *app, const char *text, const char *me);

/* The file whose plan waits for who I am in it. */
static char *import_waiting;

static void import_take_me(struct app *app, void *context, const char *text)
{
	char *path = import_waiting;

	(void)context;
	import_waiting = NULL;
	if (path && !text_is_blank(text))
		import_read(app, path, text);
	free(path);
}

static void import_ask_me(struct app *app, const struct import_flow *flow, const char *text)
{
	const char *candidates = flow->plan.history.candidates;
	struct strbuf question = STRBUF_INIT;

	memory_replace_string(&import_waiting, text);
	strbuf_add(&question, _("Who are you in it?"));
	if (candidates && *candidates)
		strbuf_add_format(&question, " %s", candidates);
	app_push(app, prompt_view(question.data, "", FIELD_TEXT, import_take_me, NULL));
	strbuf_fini(&question);
}

static void import_read(struct app *app, const char *text, const char *me)
{
	struct import_flow *flow = memory_new(sizeof *flow);
	struct error err;

	flow->path = form_path(text);
	flow->files[0] = flow->path;
	flow->me = memory_copy_string(me);
	vector_init(&flow->summary, sizeof(char *));
	import_plan_init(&flow->plan);
	enum status status = import_work(flow, app, import_plan_read, &err);
	if (status == STATUS_OK) {
		summarize_plan(flow);
		app_push(app, chooser_view(&plan_ops, flow));
		return;
	}
	if (status == STATUS_AMBIGUOUS)
		import_ask_me(app, flow, text);
	else if (status != STATUS_CANCELLED)
		import_ask_path(app, text); /* to put right what was typed */
	if (status != STATUS_AMBIGUOUS)
		long_work_say_failure(app, &err);
	import_free(flow);
}

static void import_from(struct app *app, void *context, const char *text)
{
	(void)context;
	if (!text_is_blank(text))
		import_read(app, text, NULL);
}

static void import_open(struct app *app)
{
	import_ask_path(app, "");
}

const struct command import_commands[] = {
	{ "import", "", IN_PANES | IN_FIRST_RUN, N_("import an address book or a log"), NULL,
		import_open },
	{ "apply-import", "Enter", IN_IMPORT, N_("before an import: import what is shown"),
		N_("import"), plan_apply },
	{ "choose-person", "Space", IN_IMPORT,
		N_("before an import: the same person, another, or left out"), N_("choose"),
		plan_choose },
	{ "choose-new", "Space", IN_NEWCOMERS, N_("before an import: add this person, or not"),
		N_("add or not"), newcomers_choose },
	{ "choose-all-new", "a", IN_NEWCOMERS, N_("before an import: nobody of these, or all"),
		N_("nobody, all"), newcomers_choose_all },
	{ "newcomers-done", "Enter", IN_NEWCOMERS, N_("back to what the import would do"),
		N_("done"), newcomers_close },
	{ 0 },
};
