/* Importing on the screen: a path, the plan before anything changes, choices, progress, result.
 * Not here: reading files and matching people (exchange), who is who in it (import_names.c). */
#include "tui/files/import_flow.h"

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
#include "tui/hooks.h"
#include "tui/terminal/draw.h"
#include "tui/way.h"

#include <stdlib.h>
#include <string.h>

static void import_free(void *context)
{
	struct import_flow *flow = context;
	struct history_answer *answer;

	VECTOR_EACH (answer, &flow->answers) {
		free((char *)answer->kind);
		free((char *)answer->key);
	}
	vector_fini(&flow->answers);
	vector_fini(&flow->chosen);
	import_names_fini(flow);
	vector_fini_strings(&flow->summary);
	import_plan_fini(&flow->plan);
	import_kept_forget(&flow->kept);
	free(flow->typed);
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
		.history = { .me = me,
			.me_count = me_count,
			.day_order = flow->day_order,
			.usual_day_order = config_day_order(app->config),
			.answers = flow->answers.items,
			.answer_count = flow->answers.count },
		.progress = import_show_progress,
		.context = flow,
		.kept = &flow->kept };

	long_work_begin(&flow->work, app, _("Sorting what was read. Esc stops it"));
	enum status status = act(app->store, &request, &flow->plan, err);
	long_work_end(&flow->work);
	if (status == STATUS_OK && flow->is_applying)
		hooks_after_import(app, &request, &flow->plan);
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

/* What lies about with everybody's words in it is a greater danger than the log. */
static void import_summarize_export(struct import_flow *flow)
{
	static const char *const exported = " whatsapp telegram signal sms calls facebook instagram"
					    " linkedin ";
	const struct history_file *file;
	struct strbuf line = STRBUF_INIT, source = STRBUF_INIT;

	VECTOR_EACH (file, &flow->plan.history.files) {
		strbuf_clear(&source);
		strbuf_add_format(&source, " %s ", file->source);
		/* Who is in the trash has days in it yet. */
		if (line.len || !file->messages || flow->plan.left_out ||
			!strstr(exported, source.data))
			continue;
		strbuf_add_format(&line,
			_("%s still holds every word: delete it when it is in, and where it was "
			  "made"),
			flow->path);
	}
	strbuf_fini(&source);
	if (!line.len)
		return;
	char *taken = strbuf_take(&line);
	vector_push(&flow->summary, &taken);
}

void import_summarize_plan(struct import_flow *flow)
{
	vector_fini_strings(&flow->summary);
	import_summarize(&flow->summary, &flow->plan, flow->plan.likely.count > 0,
		flow->plan.newcomers.count > 0);
	history_report_tell(&flow->plan.history, HISTORY_ON_SCREEN, &flow->summary);
	import_summarize_export(flow);
}

static size_t plan_count(void *context)
{
	const struct import_flow *flow = context;

	return flow->summary.count + flow->names.count + flow->plan.likely.count +
	       flow->plan.problems.count;
}

/* The first line opens those it counts. */
static bool is_newcomers_line(const struct import_flow *flow, size_t index)
{
	return index == 0 && flow->plan.newcomers.count > 0;
}

/* One of `part`, whose rows begin at `first`; NULL: the row is not among them. */
static void *import_part_at(const struct vector *part, size_t first, size_t index)
{
	return index >= first && index < first + part->count ? vector_at(part, index - first)
							     : NULL;
}

/* The rows are the summary, then names to tell, then those to choose for, then what was wrong. */
static const struct history_unknown *import_unknown_at(const struct import_flow *flow, size_t index)
{
	return import_part_at(&flow->names, flow->summary.count, index);
}

static struct import_likely *import_likely_at(const struct import_flow *flow, size_t index)
{
	return import_part_at(&flow->plan.likely, flow->summary.count + flow->names.count, index);
}

static const struct import_problem *import_problem_at(const struct import_flow *flow, size_t index)
{
	size_t first = flow->summary.count + flow->names.count + flow->plan.likely.count;

	return import_part_at(&flow->plan.problems, first, index);
}

static void import_describe_problem(struct strbuf *out, const struct import_problem *problem)
{
	if (problem->line)
		strbuf_add_format(out,
			problem->is_refused ? _("line %lld refused: %s") : _("line %lld: %s"),
			(long long)problem->line, problem->reason);
	else
		strbuf_add_format(out, "%s: %s", problem->file, problem->reason);
}

static void plan_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	const struct import_flow *flow = context;
	const struct history_unknown *unknown = import_unknown_at(flow, index);
	const struct import_likely *likely = import_likely_at(flow, index);
	const struct import_problem *problem = import_problem_at(flow, index);

	if (unknown) {
		import_name_row(flow->work.app, flow, unknown, left, right);
	} else if (likely) {
		import_likely_row(flow, likely, left, right);
	} else if (problem) {
		import_describe_problem(left, problem);
	} else {
		strbuf_add(left, *(char **)vector_at(&flow->summary, index));
	}
}

static void plan_describe_likely(struct app *app, const struct import_flow *flow,
	const struct import_likely *likely, struct strbuf *out)
{
	import_likely_describe(flow, likely, out);
	if (likely->candidates.count > 1)
		strbuf_add_format(
			out, _(". %s says who is meant."), way_here(app, "choose-person"));
	else
		strbuf_add_format(out, _(". %s says whether they are the same person."),
			way_here(app, "choose-person"));
}

/* A line of the summary, whole. */
static void plan_describe_count(const struct import_flow *flow, size_t index, struct strbuf *out)
{
	strbuf_add(out, *(char **)vector_at(&flow->summary, index));
	if (flow->is_estimated)
		strbuf_add(
			out, _(". With what you have chosen it may come out a little otherwise."));
}

static void plan_detail(struct app *app, void *context, size_t index, struct strbuf *out)
{
	const struct import_flow *flow = context;
	const struct import_likely *likely = import_likely_at(context, index);
	const struct import_problem *problem = import_problem_at(context, index);

	if (is_newcomers_line(context, index))
		strbuf_add_format(out, _("%s shows them, to leave some out."),
			way_here(app, "choose-person"));
	else if (index < flow->summary.count)
		plan_describe_count(flow, index, out);
	else if (import_unknown_at(context, index))
		strbuf_add_format(out,
			_("Nobody you have is called so. %s says who it is, %s asks about all of "
			  "them, one at a time; without an answer they stay among people seen."),
			way_here(app, "choose-person"), way_here(app, "who-is-who"));
	else if (problem)
		import_describe_problem(out, problem);
	else if (likely)
		plan_describe_likely(app, flow, likely, out);
}

static char *import_describe_result(struct app *app, const struct import_plan *plan)
{
	struct vector lines = VECTOR_INIT(char *);
	struct strbuf said = STRBUF_INIT, out = STRBUF_INIT;
	char **line;

	import_summarize(&lines, plan, false, false);
	history_report_say(&plan->history, &lines);
	VECTOR_EACH (line, &lines)
		strbuf_add_item(&said, ", ", *line);
	vector_fini_strings(&lines);
	if (plan->added)
		strbuf_add_format(&out, _("Imported: %s. %s undoes it, %s gives them a place"),
			said.data, way_here(app, "undo"), way_here(app, "triage"));
	else if (plan->has_changed)
		strbuf_add_format(
			&out, _("Imported: %s. %s undoes it"), said.data, way_here(app, "undo"));
	else
		strbuf_add_format(&out, _("Nothing to import: %s"), said.data);
	strbuf_fini(&said);
	return strbuf_take(&out);
}

/* Whom it has put aside may be looked at now. */
static void import_answer_look(struct app *app, void *context, int key)
{
	(void)context;
	if (key == 'y')
		command_run(app, "people-seen");
}

/* `said` stands in the question: on the last line it would cover the keys of the answers. */
static void import_offer_seen(struct app *app, const char *said, int64_t count)
{
	struct strbuf question = STRBUF_INIT;

	strbuf_add_format(&question, "%s\n", said);
	strbuf_add_format(&question,
		NP_("%lld person in it is nobody you have.\nLook at them now?",
			"%lld people in it are nobody you have.\nLook at them now?", count),
		(long long)count);
	app_push(app, ask_view(question.data, "y n", import_answer_look, NULL));
	strbuf_fini(&question);
}

static void plan_apply(struct app *app)
{
	struct import_flow *flow = chooser_context(app);
	struct error err;
	size_t index;

	if (!chooser_selected(app, &index) || app_says_held(app, HELD_MS))
		return;
	if (!flow->has_asked && import_unanswered(flow)) {
		import_ask_names(app, flow, NULL);
		return;
	}
	if (import_plan_check(&flow->plan, &err) != STATUS_OK) {
		app_refuse(app, "%s", err.message);
		return;
	}
	flow->is_applying = true;
	enum status status = import_work(flow, app, import_plan_apply, &err);
	app_pop(app); /* brings the views up to date; the plan stays until the key is done with */
	if (status != STATUS_OK) {
		long_work_say_failure(app, &err);
		return;
	}
	char *said = import_describe_result(app, &flow->plan);
	if (flow->plan.history.aside)
		import_offer_seen(app, said, flow->plan.history.aside);
	else
		app_say(app, "%s", said);
	free(said);
}

/* ---- Choosing in the plan ---- */

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
		app_push(app, import_newcomers_view(flow));
		return;
	}
	if (import_unknown_at(flow, index)) {
		import_ask_names(app, flow, import_unknown_at(flow, index));
		return;
	}
	if (!likely) {
		app_say(app, _("%s chooses for those who may be here already"),
			way_here(app, "choose-person"));
		return;
	}
	if (likely->candidates.count > 1)
		app_push(app, import_which_view(flow, likely));
	else
		import_likely_choose(flow, likely, next[likely->choice]);
	app_refresh(app);
}

static void plan_ask_names(struct app *app)
{
	import_ask_names(app, chooser_context(app), NULL);
}

#define FOLLOWED_MAX 2000 /* people and entries that are read anew at each choice, in no time */

/* Whether what was chosen is to be seen in the counts at once; what cannot be done is not tried. */
static bool plan_follows_choices(const struct import_flow *flow)
{
	const struct import_plan *plan = &flow->plan;
	struct error err;

	return flow->is_estimated && import_plan_check(plan, &err) == STATUS_OK &&
	       plan->added + plan->updated + plan->unchanged + plan->left_out +
			       plan->entries_added + plan->entries_unchanged +
			       plan->entries_left_out <=
		       FOLLOWED_MAX;
}

/* An answer changes the plan, and so does a choice. It is read again when it is on top, not between
 * two questions. */
static void plan_refresh(struct app *app, void *context)
{
	struct import_flow *flow = context;
	struct error err;

	if (app->top->ops->context(app->top) != IN_IMPORT ||
		!(flow->is_stale || plan_follows_choices(flow)))
		return;
	flow->is_stale = flow->is_estimated = false;
	if (import_work(flow, app, import_plan_read, &err) == STATUS_OK) {
		import_names_keep(flow);
		import_summarize_plan(flow);
		return;
	}
	app_pop(app);
	long_work_say_failure(app, &err);
}

/* By which of four parts, and where in it: what is counted may get a line more. */
static int64_t plan_id(void *context, size_t index)
{
	const struct import_flow *flow = context;
	const struct import_likely *likely = import_likely_at(flow, index);
	size_t names = flow->summary.count, likely_first = names + flow->names.count;

	if (likely)
		return likely->card * 4 + 1;
	if (index < names)
		return (int64_t)index * 4 + 2;
	return index < likely_first ? (int64_t)(index - names) * 4 + 3
				    : (int64_t)(index - likely_first) * 4 + 4;
}

static const struct chooser_ops plan_ops = {
	.context = IN_IMPORT,
	.title = N_("What the import would do"),
	.empty = N_("There is nothing to import in this file."),
	.count = plan_count,
	.row = plan_row,
	.detail = plan_detail,
	.id = plan_id,
	.refresh = plan_refresh,
	.free = import_free,
};

/* ---- The file ---- */

static void import_from(struct app *app, void *context, const char *text);

/* origin: of what app or kind the history is; NULL: of any. */
static void import_ask_path(struct app *app, const char *typed, const char *origin)
{
	struct strbuf known = STRBUF_INIT, question = STRBUF_INIT;

	import_format_labels(&known);
	if (origin)
		strbuf_add_format(&question, _("File to import, or a folder (%s)"), _(origin));
	else
		strbuf_add_format(&question, _("File to import (%s, or a history)"), known.data);
	app_push(app, prompt_named(prompt_view(question.data, typed, FIELD_PATH, import_from,
					   (void *)origin),
			      _("File to import")));
	strbuf_fini(&known);
	strbuf_fini(&question);
}

static void import_read(struct app *app, struct import_flow *flow);

static void import_show_plan(struct app *app, struct import_flow *flow)
{
	import_names_keep(flow);
	import_summarize_plan(flow);
	app_push(app, chooser_view(&plan_ops, flow));
}

/* In several sources I may have several names. */
static void import_take_me(struct app *app, void *context, const char *text)
{
	struct import_flow *flow = context;
	struct strbuf me = STRBUF_INIT;

	if (text_is_blank(text)) {
		import_free(flow);
		return;
	}
	strbuf_add(&me, flow->me ? flow->me : "");
	strbuf_add_item(&me, ", ", text);
	free(flow->me);
	flow->me = strbuf_take(&me);
	import_read(app, flow);
}

static void import_ask_me(struct app *app, struct import_flow *flow)
{
	const char *candidates = flow->plan.history.candidates;
	struct strbuf question = STRBUF_INIT;

	strbuf_add(&question, _("Who are you in it?"));
	if (candidates && *candidates)
		strbuf_add_format(&question, " %s", candidates);
	app_push(app, prompt_view_owning(
			      question.data, "", FIELD_WORDS, import_take_me, flow, import_free));
	strbuf_fini(&question);
}

/* ---- Which number of a date is the day ---- */

/* A file that can be read either way; NULL: there is none, or it was asked. */
static const struct history_file *import_unsure_file(const struct import_flow *flow)
{
	const struct history_file *file;

	VECTOR_EACH (file, &flow->plan.history.files)
		if (!flow->day_order && file->messages && file->dates && !file->is_sure)
			return file;
	return NULL;
}

static void import_take_order(struct app *app, void *context, int key)
{
	struct import_flow *flow = context;

	flow->day_order = key == 'd' ? "dmy" : "mdy";
	if (key)
		import_read(app, flow);
	else
		import_free(flow);
}

static void import_ask_order(
	struct app *app, struct import_flow *flow, const struct history_file *file)
{
	struct civil_date date = date_from_day(file->first);
	const struct civil_date swapped = { date.year, date.day, date.month };
	bool is_day_first = !strcmp(file->dates, "dmy");
	struct strbuf question = STRBUF_INIT;
	char read[64], other[64] = "?";

	date_format_long(file->first, read, sizeof read);
	if (date_is_valid(swapped))
		date_format_long(date_to_day(swapped), other, sizeof other);
	strbuf_add_format(&question,
		_("%s does not say which number of a date is the day.\nDoes it begin on d %s (day "
		  "first) or on m %s (month first)?"),
		file->name, is_day_first ? read : other, is_day_first ? other : read);
	app_push(app, ask_view_owning(question.data, "d m", import_take_order, flow, import_free));
	strbuf_fini(&question);
}

static void import_read(struct app *app, struct import_flow *flow)
{
	struct error err;

	import_kept_forget(&flow->kept);
	enum status status = form_path_check(flow->path, &err);
	if (status == STATUS_OK)
		status = import_work(flow, app, import_plan_read, &err);
	if (status == STATUS_AMBIGUOUS) {
		import_ask_me(app, flow);
		return;
	}
	if (status == STATUS_OK) {
		const struct history_file *unsure = import_unsure_file(flow);
		if (unsure)
			import_ask_order(app, flow, unsure);
		else
			import_show_plan(app, flow);
		return;
	}
	if (status != STATUS_CANCELLED)
		import_ask_path(app, flow->typed, flow->origin); /* to put right what was typed */
	long_work_say_failure(app, &err);
	import_free(flow);
}

static void import_from(struct app *app, void *context, const char *text)
{
	if (text_is_blank(text))
		return;
	struct import_flow *flow = memory_new(sizeof *flow);
	flow->origin = context;
	flow->typed = memory_copy_string(text);
	flow->path = form_path(text);
	flow->files[0] = flow->path;
	vector_init(&flow->names, sizeof(struct history_unknown));
	vector_init(&flow->answers, sizeof(struct history_answer));
	vector_init(&flow->chosen, sizeof(int64_t));
	vector_init(&flow->summary, sizeof(char *));
	import_plan_init(&flow->plan);
	import_read(app, flow);
}

void import_open_from(struct app *app, const char *origin)
{
	import_ask_path(app, "", origin);
}

static void import_open(struct app *app)
{
	import_open_from(app, NULL);
}

const struct command import_commands[] = {
	{ "import", "", IN_PANES | IN_FIRST_RUN, N_("import an address book, a log, or histories"),
		NULL, import_open, .takes = &takes_path },
	{ "apply-import", "Enter", IN_IMPORT, N_("before an import: import what is shown"),
		N_("import this"), plan_apply },
	{ "choose-person", "Space", IN_IMPORT,
		N_("before an import: the same person, another, or left out"), N_("choose"),
		plan_choose },
	{ "who-is-who", "w", IN_IMPORT, N_("before an import: who the unknown names are"),
		N_("who is who"), plan_ask_names },
	{ 0 },
};
