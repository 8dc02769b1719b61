/* Importing on the screen: a path, the plan before anything changes, choices, progress, result.
 * Not here: reading files and matching people (exchange). */
#include "actions.h"

#include "clock.h"
#include "draw.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/exchange/import.h"
#include "form.h"
#include "terminal.h"

#include <stdlib.h>
#include <string.h>

#define PROGRESS_EVERY_MS 200

struct import_flow {
	struct app *app; /* while files are read */
	char *path;
	const char *files[1];
	struct import_plan plan;
	struct vector summary; /* of char *: what would be done */
	int64_t painted_at_ms;
	bool is_applying;
};

static void flow_free(void *context)
{
	struct import_flow *flow = context;
	char **line;

	VECTOR_EACH (line, &flow->summary)
		free(*line);
	vector_fini(&flow->summary);
	import_plan_fini(&flow->plan);
	free(flow->path);
	free(flow);
}

/* ---- Progress ---- */

/* Now and then says how far it is, and looks whether Esc was pressed. */
static bool show_progress(void *context, int64_t done, int64_t total)
{
	struct import_flow *flow = context;
	int64_t now_ms = clock_ms();
	int key;

	while ((key = terminal_key()) != 0) {
		if (key == KEYS_ESCAPE || key == KEY_CTRL('c'))
			return false;
	}
	if (now_ms - flow->painted_at_ms < PROGRESS_EVERY_MS)
		return !terminal_is_gone();
	flow->painted_at_ms = now_ms;
	if (total > 0)
		app_say(flow->app,
			flow->is_applying ? _("Importing: %lld of %lld kB. Esc stops it")
					  : _("Reading: %lld of %lld kB. Esc stops it"),
			(long long)(done / 1024), (long long)(total / 1024));
	app_draw(flow->app);
	terminal_paint();
	return true;
}

static struct import_request request_of(struct import_flow *flow)
{
	return (struct import_request){
		.files = flow->files, .file_count = 1, .progress = show_progress, .context = flow
	};
}

/* ---- The plan ---- */

static void add_line(struct vector *lines, int64_t count, const char *format)
{
	struct strbuf line = STRBUF_INIT;

	if (!count)
		return;
	strbuf_add_format(&line, format, (long long)count);
	char *taken = strbuf_take(&line);
	vector_push(lines, &taken);
}

static void summarize(struct vector *lines, const struct import_plan *plan)
{
	add_line(lines, plan->added, NP_("%lld new person", "%lld new people", plan->added));
	add_line(lines, plan->updated,
		NP_("%lld person brought up to date", "%lld people brought up to date",
			plan->updated));
	add_line(lines, plan->unchanged,
		NP_("%lld person unchanged", "%lld people unchanged", plan->unchanged));
	add_line(lines, plan->entries_added,
		NP_("%lld new entry", "%lld new entries", plan->entries_added));
	add_line(lines, plan->entries_unchanged,
		NP_("%lld entry that was there already", "%lld entries that were there already",
			plan->entries_unchanged));
	add_line(lines, plan->refused, NP_("%lld refused", "%lld refused", plan->refused));
}

static size_t plan_count(void *context)
{
	const struct import_flow *flow = context;

	return flow->summary.count + flow->plan.likely.count + flow->plan.problems.count;
}

static struct import_likely *likely_at(const struct import_flow *flow, size_t index)
{
	size_t first = flow->summary.count;

	return index >= first && index < first + flow->plan.likely.count
		       ? vector_at(&flow->plan.likely, index - first)
		       : NULL;
}

static void plan_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	static const char *const choices[] = { [IMPORT_AS_NEW] = N_("add as new"),
		[IMPORT_AS_SAME] = N_("the same person"),
		[IMPORT_LEAVE_OUT] = N_("leave out") };
	const struct import_flow *flow = context;
	const struct import_likely *likely = likely_at(flow, index);

	if (index < flow->summary.count) {
		strbuf_add(left, *(char **)vector_at(&flow->summary, index));
		return;
	}
	if (likely) {
		/* Translators: a name in the file, and one that is there already. */
		strbuf_add_format(left, _("%s: perhaps %s?"), likely->name, likely->contact_name);
		strbuf_add(right, _(choices[likely->choice]));
		return;
	}
	const struct import_problem *problem = vector_at(
		&flow->plan.problems, index - flow->summary.count - flow->plan.likely.count);
	strbuf_add_format(left, _("line %lld: %s"), (long long)problem->line, problem->reason);
}

static void say_result(struct app *app, const struct import_plan *plan)
{
	struct vector lines = VECTOR_INIT(char *);
	struct strbuf said = STRBUF_INIT;
	char **line;

	summarize(&lines, plan);
	VECTOR_EACH (line, &lines) {
		strbuf_add_format(&said, said.len ? ", %s" : "%s", *line);
		free(*line);
	}
	vector_fini(&lines);
	if (plan->added || plan->updated || plan->entries_added)
		app_say(app, _("Imported: %s. u takes it back"), said.data);
	else
		app_say(app, _("Nothing to import: %s"), said.data);
	strbuf_fini(&said);
}

static void plan_open(struct app *app, void *context, size_t index)
{
	struct import_flow *flow = context;
	const struct import_request request = request_of(flow);
	struct error err;

	(void)index;
	flow->is_applying = true;
	enum status status = import_plan_apply(app->store, &request, &flow->plan, &err);
	if (status == STATUS_CANCELLED)
		app_say(app, "%s", _("Stopped: nothing was changed"));
	else if (status != STATUS_OK)
		app_say_error(app, &err);
	char *message = app->message;
	app->message = NULL;
	app_pop(app); /* brings the views up to date */
	if (status == STATUS_OK)
		say_result(app, &flow->plan);
	else
		app->message = message;
	if (status == STATUS_OK)
		free(message);
}

static bool plan_key(struct app *app, void *context, size_t index, int key)
{
	struct import_likely *likely = likely_at(context, index);

	if (key != ' ')
		return false;
	if (likely)
		likely->choice = likely->choice == IMPORT_LEAVE_OUT
					 ? IMPORT_AS_NEW
					 : (enum import_choice)(likely->choice + 1);
	else
		app_say(app, "%s", _("Space chooses for those who may be here already"));
	return true;
}

static const struct chooser_ops plan_ops = {
	.title = N_("What the import would do"),
	.empty = N_("There is nothing to import in this file."),
	.count = plan_count,
	.row = plan_row,
	.open = plan_open,
	.key = plan_key,
	.free = flow_free,
	.keys_hint = N_("Enter import  Space choose  Esc leave"),
};

/* "~/people.vcf" as a shell would have it. Caller frees. */
static char *path_of(const char *typed)
{
	const char *home = getenv("HOME");
	struct strbuf path = STRBUF_INIT;

	if (strncmp(typed, "~/", 2) != 0 || !home)
		return text_trim(typed);
	strbuf_add_format(&path, "%s%s", home, typed + 1);
	return strbuf_take(&path);
}

static void take_path(struct app *app, void *context, const char *text)
{
	struct error err;

	(void)context;
	if (text_is_blank(text))
		return;
	struct import_flow *flow = memory_new(sizeof *flow);
	flow->app = app;
	flow->path = path_of(text);
	flow->files[0] = flow->path;
	vector_init(&flow->summary, sizeof(char *));
	import_plan_init(&flow->plan);
	const struct import_request request = request_of(flow);
	enum status status = import_plan_read(app->store, &request, &flow->plan, &err);
	if (status == STATUS_OK) {
		summarize(&flow->summary, &flow->plan);
		app_push(app, chooser_view(&plan_ops, flow));
		return;
	}
	flow_free(flow);
	if (status == STATUS_CANCELLED)
		app_say(app, "%s", _("Stopped: nothing was changed"));
	else
		app_say_error(app, &err);
}

void command_import(struct app *app)
{
	app_push(app, prompt_view(_("File to import (vCard, CSV or JSON)"), "", FIELD_PATH,
			      take_path, NULL));
}
