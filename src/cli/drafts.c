/* filo drafts: what was started on the screen and not saved.
 * Not here: keeping drafts (store/db/draft.c), going on with one in its form (tui). */
#include "cli/options.h"
#include "cli/outcome.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/exchange/json_write.h"
#include "filo/people/words/draft_words.h"
#include "filo/store/draft.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { SHOW = CLI_LONG, TAKE, DROP, BRING_BACK };

/* Of a form that a newer program has, what the form is called. */
static void drafts_describe(struct strbuf *out, const struct draft *draft)
{
	draft_describe(out, draft->form, draft->text, INT_MAX, "");
	if (!out->len)
		strbuf_add(out, draft->form);
}

static void drafts_print(const struct cli *cli, const void *item)
{
	const struct draft *draft = item;
	struct strbuf what = STRBUF_INIT;
	char day[DATE_ISO_SIZE];

	(void)cli;
	drafts_describe(&what, draft);
	cli_say("%lld  %s  %s", (long long)draft->id, date_format_iso(draft_day(draft), day),
		what.data);
	strbuf_fini(&what);
}

static void drafts_put_fields(struct json_writer *json, const struct draft *draft)
{
	struct strbuf words = STRBUF_INIT;
	const char *rest = draft->text;
	char *name;

	json_key(json, "fields");
	json_array_open(json);
	while (draft_next_field(&rest, &name, &words)) {
		json_object_open(json);
		json_put_string(json, "field", name);
		json_put_string(json, "text", words.data);
		json_object_close(json);
		free(name);
	}
	json_array_close(json);
	strbuf_fini(&words);
}

static void drafts_put(const struct cli *cli, struct json_writer *json, const void *item)
{
	const struct draft *draft = item;
	struct strbuf what = STRBUF_INIT;

	(void)cli;
	drafts_describe(&what, draft);
	json_put_int(json, "id", draft->id);
	json_put_day(json, "date", draft_day(draft));
	json_put_string(json, "form", draft->form);
	json_put_string(json, "what", what.data);
	drafts_put_fields(json, draft);
	strbuf_fini(&what);
}

static const struct cli_list_ops drafts_ops = {
	.put = drafts_put, .print = drafts_print, .empty = N_("No draft is kept.")
};

static int drafts_show_json(const struct cli *cli, const struct draft *draft)
{
	struct cli_json out;
	struct json_writer *json = cli_json_begin(cli, &out);

	json_object_open(json);
	drafts_put(cli, json, draft);
	json_object_close(json);
	return cli_json_end(cli, &out);
}

/* A field and its words; what goes on below is set in. */
static int drafts_show(struct cli *cli, const struct draft *draft)
{
	struct strbuf words = STRBUF_INIT;
	const char *rest = draft->text;
	char *name;

	if (cli_is_json(cli))
		return drafts_show_json(cli, draft);
	drafts_print(cli, draft);
	while (draft_next_field(&rest, &name, &words)) {
		fputs("  ", stdout);
		cli_print(stdout, name);
		fputs(": ", stdout);
		for (char *line = words.data, *next; line; line = next) {
			next = strchr(line, '\n');
			if (next)
				*next++ = '\0';
			cli_print(stdout, line);
			fputs(next ? "\n    " : "\n", stdout);
		}
		free(name);
	}
	strbuf_fini(&words);
	return cli_finish(cli);
}

static int drafts_throw(struct cli *cli, const struct draft *draft)
{
	struct error err;

	return draft_throw_listed(cli->store, draft->id, &err) == STATUS_OK ? 0
									    : cli_fail(cli, &err);
}

/* As they are, so that they can be read again. */
static int drafts_say_words(const struct cli *cli, const struct draft *draft, const char *words)
{
	if (cli_is_json(cli)) {
		cli_say("%s", words);
		outcome_add_row(cli, CHANGED_DRAFT, draft->id, ROW_REMOVED);
		return outcome_print_ahead(cli);
	}
	FILE *out = cli_output_open();
	fputs(words, out);
	bool is_out = cli_output_close(out);
	int status = cli_finish(cli);
	return status || is_out ? status : 1;
}

/* Its words, as `filo log -` reads them; printed before it goes. */
static int drafts_take(struct cli *cli, const struct draft *draft)
{
	struct strbuf words = STRBUF_INIT;
	struct error err;

	if (draft_kind_of(draft->form, draft->text, NULL) == DRAFT_KINDS) {
		error_set(&err, STATUS_NOT_FOUND, "%s",
			_("This draft is of a form that only a newer filo has: see it with "
			  "--show"));
		return cli_fail(cli, &err);
	}
	draft_add_words(&words, draft->form, draft->text);
	int status = drafts_say_words(cli, draft, words.data);
	strbuf_fini(&words);
	return status ? status : drafts_throw(cli, draft);
}

static int drafts_drop(struct cli *cli, const struct draft *draft)
{
	int status = drafts_throw(cli, draft);

	if (status)
		return status;
	outcome_add_row(cli, CHANGED_DRAFT, draft->id, ROW_REMOVED);
	cli_say("%s", _("The draft is thrown away. filo drafts --bring-back brings it back."));
	return cli_finish(cli);
}

static int drafts_bring_back(struct cli *cli)
{
	struct error err;
	int64_t id;

	if (draft_bring_back(cli->store, &id, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	outcome_add_row(cli, CHANGED_DRAFT, id, ROW_MADE);
	cli_say("%s", _("The draft is back."));
	return cli_finish(cli);
}

static int drafts_do(struct cli *cli, const struct vector *drafts, int action, int id)
{
	const struct draft *draft;
	struct error err;

	VECTOR_EACH (draft, drafts) {
		if (draft->id != id)
			continue;
		return action == SHOW   ? drafts_show(cli, draft)
		       : action == TAKE ? drafts_take(cli, draft)
					: drafts_drop(cli, draft);
	}
	error_set(&err, STATUS_NOT_FOUND, _("There is no draft %d"), id);
	return cli_fail(cli, &err);
}

/* What a screen is still at is its own. */
static int drafts_print_all(struct cli *cli, const struct vector *drafts)
{
	bool is_elsewhere = draft_is_elsewhere(cli->store);

	if (is_elsewhere)
		cli_note(cli, "%s",
			_("a filo that is open keeps drafts: it lists them itself, and they are "
			  "listed here once it has ended"));
	if (is_elsewhere && !drafts->count && !cli_is_json(cli))
		return cli_finish(cli);
	return cli_print_list(cli, drafts, &drafts_ops);
}

static int drafts_run_with(struct cli *cli, int action, int id)
{
	struct vector drafts = VECTOR_INIT(struct draft);
	struct error err;
	int status;

	if (draft_list(cli->store, &drafts, &err) != STATUS_OK)
		status = cli_fail(cli, &err);
	else
		status = action ? drafts_do(cli, &drafts, action, id)
				: drafts_print_all(cli, &drafts);
	VECTOR_FINI(struct draft, &drafts, draft_fini);
	return status;
}

static int drafts_run(struct cli *cli, int argc, char **argv)
{
	int option, action = 0, id = 0;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?')
			return 2;
		action = option;
		if (option != BRING_BACK && !cli_number(cli, optarg, 1, INT_MAX, &id))
			return 2;
	}
	if (!cli_has_operands(cli, argc, 0, 0))
		return 2;
	return action == BRING_BACK ? drafts_bring_back(cli) : drafts_run_with(cli, action, id);
}

static const struct cli_option drafts_options[] = {
	{ SHOW, "show", N_("ID"), N_("print all that was typed into this one") },
	{ TAKE, "take", N_("ID"), N_("print its words, for filo log -, and throw it away") },
	{ DROP, "drop", N_("ID"), N_("throw this one away") },
	{ BRING_BACK, "bring-back", NULL, N_("bring back the one thrown away last") },
	{ CLI_JSON, "json", NULL, N_("print them, or what was done, as JSON") },
	{ 0 },
};

static const struct cli_rule drafts_rules[] = {
	{ "--show, --take, --drop, --bring-back" },
	{ 0 },
};

const struct cli_command cli_drafts = {
	.name = "drafts",
	.also = (const struct cli_alias[]){ { "drop-draft", { "--drop" } }, { 0 } },
	.usage = N_("[--show ID|--take ID|--drop ID|--bring-back] [--json]"),
	.help = N_("what was started on the screen and not saved"),
	.options = drafts_options,
	.rules = drafts_rules,
	.example = N_("filo drafts --take 1 | filo log ana -"),
	.run = drafts_run,
};
