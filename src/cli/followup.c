/* filo followup, filo done: what is left open between two people.
 * Not here: when one makes somebody due (people/due.c). */
#include "cli/followup.h"
#include "cli/options.h"
#include "cli/outcome.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/exchange/json_people.h"
#include "filo/people/followup.h"
#include "filo/people/words/thread_words.h"
#include "filo/people/words/when.h"
#include "filo/store/contacts.h"
#include "filo/store/followups.h"
#include "filo/store/store.h"

#include <stdlib.h>

enum { KIND = CLI_LONG, EDIT = KIND + FOLLOWUP_KINDS };

/* "12  Ana Example  Ask: how did it go? (Fri 27 Nov 2026, in 4 days)" */
static void followup_print(const struct cli *cli, const void *item)
{
	const struct followup *followup = item;
	const struct when when = { followup->due, PRECISION_DAY, -1 };
	char *sentence = followup_sentence(followup), day[96] = "";
	/* NULL: deleted by another program just now. */
	char *called = cli_called(cli, followup->contact, NULL);
	const char *name = called ? called : "";

	if (followup->due != DAY_NONE) {
		when_describe(&when, store_today(cli->store), day, sizeof day);
		cli_say("%lld  %s  %s (%s)", (long long)followup->id, name, sentence, day);
	} else {
		cli_say("%lld  %s  %s", (long long)followup->id, name, sentence);
	}
	free(called);
	free(sentence);
}

static void followup_put(const struct cli *cli, struct json_writer *json, const void *item)
{
	const struct followup *followup = item;
	struct contact contact;

	if (contact_load(cli->store, followup->contact, &contact, NULL) != STATUS_OK)
		contact_init(&contact);
	json_put_int(json, "id", followup->id);
	json_put_int(json, "contact", followup->contact);
	json_put_string(json, "name", contact.name);
	json_put_followup(json, followup);
	contact_fini(&contact);
}

static const struct cli_list_ops followup_ops = {
	.put = followup_put, .print = followup_print, .empty = N_("No follow-up is open.")
};

static int followup_print_open(struct cli *cli)
{
	struct vector followups = VECTOR_INIT(struct followup);
	struct error err;
	enum status status = followup_list(cli->store, 0, false, &followups, &err);
	int result = status == STATUS_OK ? cli_print_list(cli, &followups, &followup_ops)
					 : cli_fail(cli, &err);

	followups_clear(&followups);
	vector_fini(&followups);
	return result;
}

/* As typed. */
struct followup_typed {
	int id;           /* EDIT; 0: not that */
	int kind;         /* 0: not said */
	const char *when; /* NULL: not said */
};

static bool followup_read_option(const struct cli *cli, int option, struct followup_typed *typed)
{
	switch (option) {
	case '?':
		return false;
	case 'w':
		typed->when = optarg;
		return true;
	case EDIT:
		return cli_number(cli, optarg, 1, INT32_MAX, &typed->id);
	default:
		typed->kind = option;
		return true;
	}
}

/* Lays day and kind over the follow-up. */
static bool followup_take(
	const struct cli *cli, const struct followup_typed *typed, struct followup *followup)
{
	struct when when = { .day = DAY_NONE };
	bool is_none = typed->id && typed->when && cli_is_none(typed->when);

	if (typed->when && !is_none && !cli_when(cli, typed->when, WHEN_FUTURE, &when))
		return false;
	if (typed->when)
		followup->due =
			when.day; /* one that has passed, written as a date, is due at once */
	if (typed->kind)
		followup->kind = (enum followup_kind)(typed->kind - KIND);
	return true;
}

/* Prints the follow-up where it was written, and frees it; the exit status. */
static int followup_tell(struct cli *cli, struct followup *followup, int status)
{
	if (!status)
		status = cli_print_saved(cli, followup, &followup_ops);
	followup_fini(followup);
	return status;
}

static int followup_edit(struct cli *cli, const struct followup_typed *typed, int argc, char **argv)
{
	bool has_text = optind < argc;
	struct followup followup;
	struct error err;
	int status = 2;

	if (!cli_has_operands(cli, argc, 0, 1))
		return 2;
	if (!has_text && !typed->when && !typed->kind)
		return cli_usage(
			cli, _("say what to change; see filo %s --help"), cli->command->name);
	if (followup_load(cli->store, typed->id, &followup, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	outcome_add_named(cli, followup.contact);
	if (has_text) {
		free(followup.text);
		followup.text = NULL;
	}
	if (followup_take(cli, typed, &followup) &&
		(!has_text ||
			cli_text_or_input(cli, argv[optind], _("The text"), &followup.text))) {
		status = followup_update(cli->store, &followup, &err) == STATUS_OK
				 ? 0
				 : cli_fail(cli, &err);
	}
	return followup_tell(cli, &followup, status);
}

/* Where no other day is given, the one that ends the words. */
static bool followup_take_date(
	const struct cli *cli, const struct followup_typed *typed, struct followup *followup)
{
	struct error err;

	if (typed->when)
		return true;
	return cli_accept(cli,
		threads_take_date(followup->text, store_today(cli->store), i18n_language(),
			i18n_is_day_first(), followup, &err),
		&err);
}

static int followup_new(struct cli *cli, const struct followup_typed *typed, char **argv)
{
	struct followup followup = { .kind = FOLLOWUP_ASK,
		.due = DAY_NONE,
		.made_on = store_today(cli->store),
		.done_on = DAY_NONE };
	struct error err;
	int status = 2;

	if (followup_take(cli, typed, &followup) &&
		cli_person(cli, argv[optind], &followup.contact, &status)) {
		status = 2;
		if (cli_text_or_input(cli, argv[optind + 1], _("The text"), &followup.text) &&
			followup_take_date(cli, typed, &followup))
			status = followup_add(cli->store, &followup, &err) == STATUS_OK
					 ? 0
					 : cli_fail(cli, &err);
	}
	return followup_tell(cli, &followup, status);
}

static int followup_run(struct cli *cli, int argc, char **argv)
{
	struct followup_typed typed = { 0 };
	int option;

	while ((option = cli_option(cli, argc, argv)) != -1)
		if (!followup_read_option(cli, option, &typed))
			return 2;
	bool is_listing = !typed.id && !typed.kind && !typed.when && optind == argc;
	if (is_listing)
		return followup_print_open(cli);
	if (typed.id)
		return followup_edit(cli, &typed, argc, argv);
	return cli_has_name_and_text(cli, argc) ? followup_new(cli, &typed, argv) : 2;
}

static const struct cli_option followup_options[] = {
	{ 'w', "when", N_("WHEN"), N_("due on that day; with --edit, none for no day") },
	{ KIND + FOLLOWUP_ASK, "ask", NULL, N_("something to ask (the default)") },
	{ KIND + FOLLOWUP_MINE, "mine", NULL, N_("something you promised") },
	{ KIND + FOLLOWUP_THEIRS, "theirs", NULL, N_("something they promised") },
	{ EDIT, "edit", N_("ID"), N_("change this follow-up: its text, day or kind") },
	{ CLI_JSON, "json", NULL, N_("print those that are open, or what was done, as JSON") },
	{ 0 },
};

static const struct cli_rule followup_rules[] = { { "--ask, --mine, --theirs" }, { 0 } };

const struct cli_command cli_followup = {
	.name = "followup",
	.also = (const struct cli_alias[]){ { "follow-up" }, { "agenda-date", { "--edit" } },
		{ 0 } },
	.usage = N_("[NAME TEXT [-w WHEN] [--ask|--mine|--theirs]]"
		    " [--edit ID [TEXT]] [--json]"),
	.help = N_("add a follow-up; alone: list those that are open"),
	.options = followup_options,
	.rules = followup_rules,
	.example = N_("filo followup ana \"How was Lisbon?\" -w \"in 2 weeks\""),
	.run = followup_run,
};

void cli_say_done(const struct cli *cli, const struct vector *ids)
{
	struct followup followup;
	const followup_id *id;

	VECTOR_EACH (id, ids) {
		if (followup_load(cli->store, *id, &followup, NULL) != STATUS_OK)
			continue;
		struct strbuf done = STRBUF_INIT;
		char *sentence = followup_sentence(&followup);
		char *called = cli_called(cli, followup.contact, NULL);
		strbuf_add_format(&done, "%s (%s)", sentence, called ? called : "");
		cli_say(_("Done: %s"), done.data);
		free(called);
		free(sentence);
		strbuf_fini(&done);
		followup_fini(&followup);
	}
}

static int done_finish(const struct cli *cli, followup_id id)
{
	struct vector ids = VECTOR_INIT(followup_id);
	struct error err;

	if (followup_done(cli->store, id, store_today(cli->store), &err) != STATUS_OK)
		return cli_fail(cli, &err);
	vector_push(&ids, &id);
	cli_say_done(cli, &ids);
	vector_fini(&ids);
	return cli_finish(cli);
}

static int done_run(struct cli *cli, int argc, char **argv)
{
	int id;

	if (cli_option(cli, argc, argv) != -1 || !cli_has_operands(cli, argc, 1, 1) ||
		!cli_number(cli, argv[optind], 1, INT32_MAX, &id))
		return 2;
	return done_finish(cli, id);
}

const struct cli_command cli_done = {
	.name = "done",
	.also = (const struct cli_alias[]){ { "follow-up-done" }, { "numbered-done" }, { 0 } },
	.usage = N_("ID"),
	.help = N_("mark a follow-up done"),
	.options = cli_json_done,
	.example = N_("filo done 2"),
	.run = done_run,
};
