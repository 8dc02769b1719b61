/* filo saved-view, save-view, forget-view: limits under a name, which the screen has on a digit.
 * Not here: keeping them (store/contacts/saved_views.c), listing (list.c, due.c). */
#include "cli/options.h"
#include "cli/outcome.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/exchange/json_write.h"
#include "filo/store/change.h"
#include "filo/store/saved_views.h"

#include <stdlib.h>
#include <string.h>

extern const struct cli_command cli_due, cli_list; /* which show what a view is limited to */

enum { LIMIT = CLI_LONG, ORDER, PANE };

static void saved_view_print(const struct cli *cli, const void *item)
{
	const struct saved_view *view = item;

	(void)cli;
	int pane = spoken_find(saved_view_panes, VIEW_PANES, view->pane);

	cli_say("%c  %s  %s  %s%s%s", view->place, view->name,
		pane < 0 ? view->pane : spoken_label(&saved_view_panes[pane]),
		spoken_label(&contact_order_words[view->order]), *view->typed ? "  " : "",
		view->typed);
}

static void saved_view_put(const struct cli *cli, struct json_writer *json, const void *item)
{
	const struct saved_view *view = item;
	const char digit[] = { view->place, '\0' };

	(void)cli;
	json_put_string(json, "digit", digit);
	json_put_string(json, "name", view->name);
	json_put_string(json, "pane", view->pane);
	json_put_string(json, "order", contact_order_name(view->order));
	json_put_string(json, "limit", view->typed);
}

static const struct cli_list_ops saved_view_ops = {
	.put = saved_view_put, .print = saved_view_print, .empty = N_("No view is saved.")
};

static int saved_view_print_all(struct cli *cli)
{
	struct vector views = VECTOR_INIT(struct saved_view);
	struct error err;
	enum status status = saved_view_list(cli->store, &views, &err);
	int result = status == STATUS_OK ? cli_print_list(cli, &views, &saved_view_ops)
					 : cli_fail(cli, &err);

	VECTOR_FINI(struct saved_view, &views, saved_view_fini);
	return result;
}

/* As the commands do that list people. A limit of the log goes by entries of one person. */
static int saved_view_show(struct cli *cli, struct saved_view *view)
{
	bool is_due = !strcmp(view->pane, "due");
	char limit[] = "--limit", order[] = "--order", command[] = "list";
	char *name = memory_copy_string(contact_order_name(view->order));
	char *argv[6] = { command, limit, view->typed };
	int argc = 3;

	if (!strcmp(view->pane, "log")) {
		free(name);
		return cli_usage(cli, _("\"%s\" is of one person's log, which filo show prints"),
			view->name);
	}
	if (!*view->typed)
		argc = 1;
	if (!is_due) {
		argv[argc++] = order;
		argv[argc++] = name;
	}
	cli->command = is_due ? &cli_due : &cli_list;
	optind = 0;
	int status = cli->command->run(cli, argc, argv);
	free(name);
	return status;
}

/* False: there is none of that name, which has been said. */
static bool saved_view_named(
	struct cli *cli, const char *name, struct saved_view *view, int *status)
{
	struct strbuf taken = STRBUF_INIT;
	struct error err;

	if (saved_view_load(cli->store, name, view, &err) != STATUS_OK) {
		*status = cli_fail(cli, &err);
		return false;
	}
	if (!view->name) {
		saved_views_name(cli->store, &taken);
		error_set(&err, STATUS_NOT_FOUND, _("No view is called \"%s\". Saved: %s"), name,
			taken.data);
		*status = cli_fail(cli, &err);
	}
	strbuf_fini(&taken);
	return view->name;
}

/* False: a circle or tag it names is gone, which has been said. */
static bool saved_view_stands(struct cli *cli, const struct saved_view *view, int *status)
{
	struct limit limit;
	struct error err;
	enum status found = saved_view_limit(cli->store, view, &limit, &err);

	limit_fini(&limit);
	if (found == STATUS_INVALID)
		*status = cli_usage(cli, _("%s. Or filo save-view keeps another limit by the name"),
			err.message);
	else if (found != STATUS_OK)
		*status = cli_fail(cli, &err);
	return found == STATUS_OK;
}

static int saved_view_run(struct cli *cli, int argc, char **argv)
{
	struct saved_view view = { 0 };
	int status;

	if (cli_option(cli, argc, argv) != -1 || !cli_has_operands(cli, argc, 0, 1))
		return 2;
	if (optind == argc)
		return saved_view_print_all(cli);
	if (saved_view_named(cli, argv[optind], &view, &status) &&
		saved_view_stands(cli, &view, &status))
		status = saved_view_show(cli, &view);
	saved_view_fini(&view);
	return status;
}

static const struct cli_option saved_view_options[] = {
	{ CLI_JSON, "json", NULL, N_("print them as JSON") },
	{ 0 },
};

const struct cli_command cli_saved_view = {
	.name = "saved-view",
	.usage = N_("[VIEW] [--json]"),
	.help = N_("whom a saved view shows; alone: list the views"),
	.options = saved_view_options,
	.example = N_("filo saved-view quiet"),
	.run = saved_view_run,
};

/* ---- Saving and forgetting ---- */

static bool save_view_read_pane(const struct cli *cli, const char *typed, char **pane)
{
	int which =
		cli_spoken(cli, saved_view_panes, VIEW_PANES, typed, _("\"%s\" is no pane: %s"));

	if (which >= 0)
		memory_replace_string(pane, saved_view_panes[which].name);
	return which >= 0;
}

static bool save_view_read(struct cli *cli, int option, struct saved_view *view)
{
	struct limit limit = { 0 };
	bool is_right;

	switch (option) {
	case '?':
		return false;
	case ORDER:
		return cli_order(cli, optarg, &view->order);
	case PANE:
		return save_view_read_pane(cli, optarg, &view->pane);
	default:
		if (view->typed)
			limit.typed = memory_copy_string(view->typed);
		is_right = cli_limit(cli, optarg, &limit);
		memory_replace_string(&view->typed, limit.typed ? limit.typed : "");
		limit_fini(&limit);
		return is_right;
	}
}

/* What was not said is as in one of the name, or of the digit, that is there: *before its place,
 * '\0' where there is none. */
static enum status save_view_fill(
	const struct cli *cli, struct saved_view *view, char *before, struct error *err)
{
	struct saved_view kept;
	enum status status = saved_view_load(cli->store, view->name, &kept, err);

	*before = kept.name ? kept.place : '\0';
	if (kept.name)
		memory_replace_string(&view->name, kept.name);
	if (!view->pane)
		view->pane = memory_copy_string(kept.name ? kept.pane : "contacts");
	if (!view->typed) {
		view->typed = memory_copy_string(kept.name ? kept.typed : "");
		view->named = kept.named;
		kept.named = NULL;
	}
	if (view->order == CONTACT_ORDERS)
		view->order = kept.order;
	saved_view_fini(&kept);
	return status;
}

/* Whether its pane can be limited so. */
static enum status save_view_check(
	const struct cli *cli, const struct saved_view *view, struct error *err)
{
	enum status status = STATUS_OK;
	struct limit limit;

	if (!strcmp(view->pane, saved_view_panes[VIEW_LOG].name) &&
		limit_parse(cli->store, view->typed, &limit, NULL) == STATUS_OK) {
		status = limit_check_log(&limit, err);
		limit_fini(&limit);
	}
	return status;
}

static int save_view_keep(struct cli *cli, struct saved_view *view)
{
	struct strbuf taken = STRBUF_INIT;
	struct error err;
	char before;
	enum status status = save_view_fill(cli, view, &before, &err);

	if (status == STATUS_OK && save_view_check(cli, view, &err) != STATUS_OK)
		return cli_usage(cli, "%s", err.message);
	if (status == STATUS_OK)
		status = saved_view_save(cli->store, view, &err);
	if (status == STATUS_INVALID) {
		saved_views_name(cli->store, &taken);
		error_set(&err, STATUS_INVALID,
			_("All places are taken (%s): filo forget-view frees one"), taken.data);
		strbuf_fini(&taken);
	}
	if (status != STATUS_OK)
		return cli_fail(cli, &err);
	if (!change_was_idle(cli->store))
		outcome_add_row(cli, CHANGED_VIEW, view->place - '0',
			view->place == before ? ROW_CHANGED : ROW_MADE);
	return cli_print_saved(cli, view, &saved_view_ops);
}

static int save_view_run(struct cli *cli, int argc, char **argv)
{
	struct saved_view view = { .order = CONTACT_ORDERS };
	int option, status = 2;
	bool is_right = true;

	while (is_right && (option = cli_option(cli, argc, argv)) != -1)
		is_right = save_view_read(cli, option, &view);
	if (is_right && cli_words(cli, argc, argv, _("The name"), &view.name))
		status = save_view_keep(cli, &view);
	saved_view_fini(&view);
	return status;
}

static const struct cli_option save_view_options[] = {
	{ LIMIT, "limit", N_("LIMIT"), N_("only whom it fits: 'choir ~c Friends ~s >60 ~t !work'"),
		.times = CLI_SEVERAL },
	{ ORDER, "order", N_("ORDER"), N_("by name, silence, circle, or next") },
	{ PANE, "pane", N_("due|contacts|log"),
		N_("of which pane: the contacts, if none is said") },
	{ CLI_JSON, "json", NULL, N_("print what was done as JSON") },
	{ 0 },
};

const struct cli_command cli_save_view = {
	.name = "save-view",
	.usage = N_("VIEW [--limit L]... [--order O] [--pane due|contacts|log]"),
	.help = N_("save a limit and an order under a name"),
	.options = save_view_options,
	.example = N_("filo save-view quiet --limit '~s >60' --order silence"),
	.run = save_view_run,
};

static int forget_view_run(struct cli *cli, int argc, char **argv)
{
	struct saved_view view = { 0 };
	struct error err;
	int status = 2;

	if (cli_option(cli, argc, argv) != -1 || !cli_has_operands(cli, argc, 1, 1))
		return 2;
	if (saved_view_named(cli, argv[optind], &view, &status)) {
		bool is_free = saved_view_forget(cli->store, &view, &err) == STATUS_OK;
		if (is_free) {
			outcome_add_row(cli, CHANGED_VIEW, view.place - '0', ROW_REMOVED);
			cli_say(_("%c is free again."), view.place);
		}
		status = is_free ? cli_finish(cli) : cli_fail(cli, &err);
	}
	saved_view_fini(&view);
	return status;
}

const struct cli_command cli_forget_view = {
	.name = "forget-view",
	.usage = N_("VIEW"),
	.help = N_("free the digit of a saved view"),
	.options = cli_json_done,
	.example = N_("filo forget-view quiet"),
	.run = forget_view_run,
};
