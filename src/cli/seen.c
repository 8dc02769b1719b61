/* filo seen: people of histories who are no contact; taking them in, or leaving them out for good.
 * Not here: setting them aside (exchange/history/). */
#include "cli/options.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "filo/exchange/json_write.h"
#include "filo/exchange/seen_adopt.h"
#include "filo/store/change.h"

#include <stdlib.h>
#include <string.h>

enum { ADOPT = CLI_LONG, IGNORE, IS, FORGET, IGNORED };

struct seen_typed {
	struct cli *cli;
	int action;         /* ADOPT, IGNORE, IS; 0: list */
	contact_id contact; /* IS */
	bool ignored;
	struct vector people; /* of struct seen_person: all of them */
	struct vector chosen; /* of struct seen_person *: into `people`, each once */
	struct vector ends;   /* of size_t: where the chosen of each name end */
	int64_t days;         /* entries that were added */
};

static void seen_print(const struct cli *cli, const void *item)
{
	const struct seen_person *person = item;
	char first[DATE_ISO_SIZE], last[DATE_ISO_SIZE];
	char *name = seen_proposed_name(person);

	(void)cli;
	printf("%6d  %s  %s  ", person->days, date_format_iso(person->first, first),
		date_format_iso(person->last, last));
	cli_print(stdout, name);
	if (person->address && strcmp(name, person->address) != 0) {
		printf("  ");
		cli_print(stdout, person->address);
	}
	putchar('\n');
	free(name);
}

static void seen_put(const struct cli *cli, struct json_writer *json, const void *item)
{
	const struct seen_person *person = item;
	char *name = seen_proposed_name(person);

	(void)cli;
	json_put_string(json, "kind", person->kind);
	json_put_string(json, "key", person->key);
	json_put_string(json, "name", name);
	json_put_string(json, "address", person->address);
	json_put_int(json, "days", person->days);
	json_put_day(json, "first", person->first);
	json_put_day(json, "last", person->last);
	json_put_bool(json, "ignored", person->is_ignored);
	free(name);
}

static int seen_print_all(struct seen_typed *typed)
{
	const struct cli_list_ops ops = { .put = seen_put,
		.print = seen_print,
		.empty = typed->ignored ? N_("Nobody was left out for good.")
					: N_("Nobody was put aside by an import.") };

	return cli_print_list(typed->cli, &typed->people, &ops);
}

/* By name, address or key, in full; or by how the words of the name begin. */
static bool seen_is_called(const struct seen_person *person, const char *folded, bool in_full)
{
	const char *names[] = { person->name, person->key, person->address };
	char *proposed = seen_proposed_name(person);
	bool is_so = false;

	for (size_t i = 0; i <= sizeof names / sizeof *names && !is_so; i++) {
		const char *name = i < sizeof names / sizeof *names ? names[i] : proposed;
		is_so = name && *name &&
			(in_full ? text_folds_alike(name, folded) : text_has_words(name, folded));
	}
	free(proposed);
	return is_so;
}

/* Whether they are called so in full. */
static bool seen_find_called(struct seen_typed *typed, const char *name, struct vector *found)
{
	struct strbuf folded = STRBUF_INIT;
	struct seen_person *person;
	size_t at = 0;

	text_fold(&folded, name);
	VECTOR_EACH (person, &typed->people)
		if (seen_is_called(person, folded.data, true))
			vector_push(found, &person);
	bool in_full = found->count || !text_next_word(folded.data, &at);
	VECTOR_EACH (person, &typed->people)
		if (!in_full && seen_is_called(person, folded.data, false))
			vector_push(found, &person);
	strbuf_fini(&folded);
	return in_full;
}

/* "Carla Neri, Carla Bini": what those found are called, each once. */
static size_t seen_list_names(const struct vector *found, struct strbuf *out)
{
	struct seen_person *const *person;
	struct strbuf known = STRBUF_INIT;
	size_t count = 0;

	VECTOR_EACH (person, found) {
		char *name = seen_proposed_name(*person);
		struct strbuf key = STRBUF_INIT;
		strbuf_add_char(&key, '\n');
		text_fold(&key, name);
		strbuf_add_char(&key, '\n');
		if (!known.len || !strstr(known.data, key.data)) {
			strbuf_add(&known, key.data);
			strbuf_add_item(out, ", ", name);
			count++;
		}
		strbuf_fini(&key);
		free(name);
	}
	strbuf_fini(&known);
	return count;
}

/* One person may have been seen in several sources, under one name: all of them are meant. */
static bool seen_choose(struct seen_typed *typed, const char *name)
{
	struct vector found = VECTOR_INIT(struct seen_person *);
	struct strbuf names = STRBUF_INIT;
	struct seen_person **person;
	struct error err;

	bool in_full = seen_find_called(typed, name, &found);
	size_t count = seen_list_names(&found, &names);
	bool is_clear = count == 1 || (count && in_full);
	VECTOR_EACH (person, &found)
		if (!vector_has(&typed->chosen, person))
			vector_push(&typed->chosen, person);
	vector_push(&typed->ends, &typed->chosen.count);
	if (!count)
		error_set(&err, STATUS_NOT_FOUND, _("Nobody called %s was seen"), name);
	else if (!is_clear)
		error_set(&err, STATUS_AMBIGUOUS, _("\"%s\" could be: %s. Write more of the name"),
			name, names.data);
	if (!is_clear)
		cli_fail(typed->cli, &err);
	vector_fini(&found);
	strbuf_fini(&names);
	return is_clear;
}

static enum status seen_ignore(
	struct store *store, const struct seen_person *person, bool is_ignored, struct error *err)
{
	struct seen seen = { .id = person->id, .name = person->name, .is_ignored = is_ignored };

	return seen_save(store, &seen, err);
}

/* Those of one name. */
static enum status seen_act_on(
	struct seen_typed *typed, size_t first, size_t end, struct error *err)
{
	struct store *store = typed->cli->store;
	const struct seen_person *const *people = typed->chosen.items;
	enum status status = STATUS_OK;
	int64_t days = 0;

	if (typed->action != IGNORE && end > first)
		status = seen_adopt(store, people + first, end - first, typed->contact, &days, err);
	for (size_t i = first; typed->action == IGNORE && i < end && status == STATUS_OK; i++)
		status = seen_ignore(store, people[i], !people[i]->is_ignored, err);
	typed->days += days;
	return status;
}

static enum status seen_act(void *context, struct error *err)
{
	struct seen_typed *typed = context;
	enum status status = STATUS_OK;
	const size_t *end;
	size_t first = 0;

	VECTOR_EACH (end, &typed->ends) {
		if (status == STATUS_OK)
			status = seen_act_on(typed, first, *end, err);
		first = *end;
	}
	return status;
}

static void seen_say_done(const struct seen_typed *typed)
{
	size_t people = typed->chosen.count;

	if (typed->action != IGNORE)
		cli_say(NP_("%lld entry was added to the log", "%lld entries were added to the log",
				typed->days),
			(long long)typed->days);
	else if (typed->ignored)
		cli_say(NP_("%zu person is no longer left out", "%zu people are no longer left out",
				people),
			people);
	else
		cli_say(NP_("Left out for good: %zu person", "Left out for good: %zu people",
				people),
			people);
}

static int seen_change(struct seen_typed *typed, int argc, char **argv)
{
	struct error err;

	for (int i = optind; i < argc; i++)
		if (!seen_choose(typed, argv[i]))
			return 1;
	if (store_change(typed->cli->store, seen_act, typed, &err,
		    typed->action == IGNORE ? N_("people seen") : N_("adopt people seen")) !=
		STATUS_OK)
		return cli_fail(typed->cli, &err);
	seen_say_done(typed);
	return cli_finish(typed->cli);
}

static int seen_forget(struct seen_typed *typed, const char *what, int argc)
{
	struct store *store = typed->cli->store;
	struct error err;
	int64_t count = 0;

	if (!cli_has_operands(typed->cli, argc, 0, 0))
		return 2;
	if (strcmp(what, "all") != 0)
		return cli_usage(
			typed->cli, _("--forget takes all, not \"%s\""), text_brief(what).text);
	if (seen_forget_all(store, &count, &err) != STATUS_OK)
		return cli_fail(typed->cli, &err);
	cli_say(NP_("%lld person seen was forgotten", "%lld people seen were forgotten", count),
		(long long)count);
	return cli_finish(typed->cli);
}

static int seen_go(struct seen_typed *typed, int argc, char **argv)
{
	struct error err;

	if (!cli_has_operands(typed->cli, argc, typed->action ? 1 : 0, typed->action ? argc : 0))
		return 2;
	if (seen_list(typed->cli->store, typed->ignored, &typed->people, &err) != STATUS_OK)
		return cli_fail(typed->cli, &err);
	return typed->action ? seen_change(typed, argc, argv) : seen_print_all(typed);
}

static int seen_run(struct cli *cli, int argc, char **argv)
{
	struct seen_typed typed = { .cli = cli,
		.people = VECTOR_INIT(struct seen_person),
		.chosen = VECTOR_INIT(struct seen_person *),
		.ends = VECTOR_INIT(size_t) };
	const char *forgotten = NULL;
	int option, status = 0;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?')
			return 2;
		if (option == FORGET)
			forgotten = optarg;
		if (option == IS && !cli_person(cli, optarg, &typed.contact, &status))
			return status;
		if (option == ADOPT || option == IGNORE || option == IS)
			typed.action = option;
		typed.ignored |= option == IGNORED;
	}
	if (forgotten)
		return seen_forget(&typed, forgotten, argc);
	status = seen_go(&typed, argc, argv);
	VECTOR_FINI(struct seen_person, &typed.people, seen_person_fini);
	vector_fini(&typed.chosen);
	vector_fini(&typed.ends);
	return status;
}

static const struct cli_option seen_options[] = {
	{ ADOPT, "adopt", NULL, N_("make contacts of those who are named") },
	{ IS, "is", N_("PERSON"), N_("they are somebody you have") },
	{ IGNORE, "ignore", NULL, N_("leave them out for good; with --ignored, no longer") },
	{ IGNORED, "ignored", NULL, N_("of those who are ignored") },
	{ FORGET, "forget", "all", N_("forget everybody who was seen") },
	{ CLI_JSON, "json", NULL, N_("print them, or what was done, as JSON") },
	{ 0 },
};

static const struct cli_rule seen_rules[] = {
	{ "--adopt, --is, --ignore, --forget" },
	{ "--forget", .without = "--ignored" },
	{ 0 },
};

const struct cli_command cli_seen = {
	.name = "seen",
	.also = (const struct cli_alias[]){ { "people-seen" },
		{ "people-ignored", { "--ignored" } }, { "adopt", { "--adopt" } },
		{ "somebody-here", { "--is" } }, { "leave-out", { "--ignore" } },
		{ "leave-in", { "--ignored", "--ignore" } }, { 0 } },
	.usage = N_("[--ignored] [--json] [--adopt NAME...|--is PERSON NAME...|--ignore NAME...|"
		    "--forget all]"),
	.help = N_("people of imported histories who are no contact"),
	.options = seen_options,
	.rules = seen_rules,
	.example = N_("filo seen --adopt giulia"),
	.run = seen_run,
};
