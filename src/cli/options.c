/* getopt over the options a command declares, with sentences of our own.
 * Not here: what options mean (a file a command). */
#include "cli/options.h"

#include "cli/outcome.h"
#include "cli/print.h"
#include "filo/base/i18n.h"
#include "filo/base/spoken.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/base/vector.h"

#include <stdio.h>
#include <string.h>

#define OPTIONS_MAX 32

const struct cli_option cli_json_done[] = {
	{ CLI_JSON, "json", NULL, N_("print what was done as JSON") },
	{ 0 },
};

/* The declared options as getopt wants them. */
struct getopt_tables {
	char letters[2 + 2 * OPTIONS_MAX + 1];
	struct option names[OPTIONS_MAX + 1];
};

static void fill_tables(struct getopt_tables *tables, const struct cli_command *command)
{
	char *letter = tables->letters;
	struct option *name = tables->names;

	*tables = (struct getopt_tables){ .letters = "" };
	if (!command->name)
		*letter++ = '+';
	/* The colon in front tells a missing value from an unknown option. */
	*letter++ = ':';
	for (const struct cli_option *option = command->options; option && option->value;
		option++) {
		int takes = option->argument ? required_argument : no_argument;
		if (option->name)
			*name++ = (struct option){ option->name, takes, NULL, option->value };
		if (option->value >= CLI_LONG)
			continue;
		*letter++ = (char)option->value;
		if (option->argument)
			*letter++ = ':';
	}
}

static bool is_long_option(const struct option *options, int value)
{
	for (; options->name; options++)
		if (options->val == value)
			return true;
	return false;
}

/* getopt leaves the letter it rejected in optopt: the x of `-xy`. */
static const char *option_at_fault(char **argv, const struct getopt_tables *tables, char letter[3])
{
	if (!optopt || strchr(tables->letters, optopt) || is_long_option(tables->names, optopt))
		return argv[optind - 1];
	letter[0] = '-';
	letter[1] = (char)optopt;
	letter[2] = '\0';
	return letter;
}

static const struct cli_option *option_of(const struct cli *cli, int value)
{
	const struct cli_option *option = cli->command->options;

	while (option->value != value)
		option++;
	return option;
}

struct cli_flag cli_option_flag(const struct cli_option *option)
{
	struct cli_flag flag;

	if (option->name)
		snprintf(flag.text, sizeof flag.text, "--%s", option->name);
	else
		snprintf(flag.text, sizeof flag.text, "-%c", option->value);
	return flag;
}

/* Whether a file is wanted and its name is empty, which is said. */
static bool refuses_empty_file(const struct cli *cli, int value)
{
	const struct cli_option *option = option_of(cli, value);
	const char *name = cli->command->name;

	if (!option->takes_file || *optarg)
		return false;
	cli_usage(cli, _("%s needs a value; see filo%s%s --help"), cli_option_flag(option).text,
		name ? " " : "", name ? name : "");
	return true;
}

/* ---- Whether they agree ---- */

/* An option as it was given, the n-th of all. */
struct given {
	const struct cli_option *option;
	const char *value; /* NULL: it takes none */
	size_t key_len;    /* of "KEY=VALUE"; 0: it has no key */
	size_t at;
};

/* Those of one option stand together, those of one key, too, in the order they were given. */
static int given_compare(const void *left, const void *right)
{
	const struct given *a = left, *b = right;
	int order = (a->option > b->option) - (a->option < b->option);

	if (!order)
		order = (a->key_len > b->key_len) - (a->key_len < b->key_len);
	if (!order && a->key_len)
		order = memcmp(a->value, b->value, a->key_len);
	return order ? order : (a->at > b->at) - (a->at < b->at);
}

/* Up to the first that is wrong: that is told when it is read. */
static void given_gather(const struct cli *cli, int argc, char **argv,
	const struct getopt_tables *tables, struct vector *all)
{
	int value;

	while ((value = getopt_long(argc, argv, tables->letters, tables->names, NULL)) != -1 &&
		value != '?' && value != ':') {
		struct given given = { option_of(cli, value), optarg, 0, all->count };
		const char *equals = optarg ? strrchr(optarg, '=') : NULL;
		if (equals && given.option->times == CLI_ONCE_EACH)
			given.key_len = (size_t)(equals - optarg);
		vector_push(all, &given);
	}
	vector_sort(all, given_compare);
	optind = 0;
}

bool cli_is_single(const struct cli *cli, const char *what, const char *first, const char *second)
{
	bool is_same = !strcmp(first, second);

	if (!is_same)
		cli_usage(cli, _("%s is given twice, as \"%s\" and as \"%s\": leave one out"), what,
			text_brief(first).text, text_brief(second).text);
	return is_same;
}

/* Whether no option has two values where it takes one. */
static bool given_are_single(const struct cli *cli, const struct vector *all)
{
	const struct given *given, *before = NULL;

	VECTOR_EACH (given, all) {
		bool is_again = before && before->option == given->option && before->value &&
				given->option->times != CLI_SEVERAL &&
				given->key_len == before->key_len &&
				!strncmp(given->value, before->value, given->key_len);
		if (is_again && !cli_is_single(cli, cli_option_flag(given->option).text,
					before->value, given->value))
			return false;
		before = given;
	}
	return true;
}

static bool flag_is_among(const char *flags, const char *flag)
{
	size_t len = strlen(flag);

	for (const char *at = flags; (at = strstr(at, flag)); at += len)
		if (!at[len] || at[len] == ',')
			return true;
	return false;
}

/* One of the flags that was given, or of all others, with that value where one is asked for, and is
 * not this one; NULL: there is none. */
static const struct given *given_among(const struct vector *all, const char *flags, bool is_other,
	const struct spoken *value, const struct given *but)
{
	const struct given *given;

	VECTOR_EACH (given, all)
		if ((!but || given->option != but->option) &&
			flag_is_among(flags, cli_option_flag(given->option).text) != is_other &&
			(!value || spoken_find_begun(value, 1, given->value) >= 0))
			return given;
	return NULL;
}

static bool given_keep(const struct cli *cli, const struct vector *all, const struct cli_rule *rule)
{
	const struct given *first = given_among(all, rule->options, false, rule->value, NULL);
	const char *others = rule->needs       ? rule->needs
			     : rule->without   ? rule->without
			     : rule->alone_but ? rule->alone_but
					       : rule->options;
	const struct given *other =
		first ? given_among(all, others, rule->alone_but, NULL, first) : NULL;

	if (!first || !other == !rule->needs)
		return true;
	struct strbuf typed = STRBUF_INIT;
	strbuf_add(&typed, cli_option_flag(first->option).text);
	if (rule->value)
		strbuf_add_format(&typed, " %s", rule->value->name);
	if (rule->needs)
		cli_usage(cli, _("%s needs %s"), typed.data, rule->needs);
	else if (rule->without || rule->alone_but)
		cli_usage(cli, _("%s and %s cannot be combined"), typed.data,
			cli_option_flag(other->option).text);
	else
		cli_usage(cli, _("only one of %s can be given"), rule->options);
	strbuf_fini(&typed);
	return false;
}

static bool given_agree(
	const struct cli *cli, int argc, char **argv, const struct getopt_tables *tables)
{
	struct vector all = VECTOR_INIT(struct given);
	const struct cli_rule *rule = cli->command->rules;

	given_gather(cli, argc, argv, tables, &all);
	bool agree = given_are_single(cli, &all);
	for (; agree && rule && rule->options; rule++)
		agree = given_keep(cli, &all, rule);
	vector_fini(&all);
	return agree;
}

/* ---- Reading them ---- */

int cli_option(const struct cli *cli, int argc, char **argv)
{
	const char *name = cli->command->name;
	struct getopt_tables tables;
	char letter[3];

	fill_tables(&tables, cli->command);
	opterr = 0;
	if (!optind && !given_agree(cli, argc, argv, &tables))
		return '?';
	int option = getopt_long(argc, argv, tables.letters, tables.names, NULL);
	while (option == CLI_JSON) {
		outcome_take(cli);
		option = getopt_long(argc, argv, tables.letters, tables.names, NULL);
	}
	if (option == -1)
		return -1;
	if (option != ':' && option != '?')
		return refuses_empty_file(cli, option) ? '?' : option;
	bool has_value = optopt && is_long_option(tables.names, optopt); /* --json=1 */
	cli_usage(cli,
		option == ':' ? _("%s needs a value; see filo%s%s --help")
		: has_value   ? _("%s takes no value; see filo%s%s --help")
			      : _("there is no option %s; see filo%s%s --help"),
		option_at_fault(argv, &tables, letter), name ? " " : "", name ? name : "");
	return '?';
}

bool cli_has_operands(const struct cli *cli, int argc, int least, int most)
{
	int count = argc - optind;

	if (count >= least && count <= most)
		return true;
	cli_usage(cli,
		count < least ? _("too few arguments; see filo %s --help")
			      : _("too many arguments; see filo %s --help"),
		cli->command->name);
	return false;
}

bool cli_has_name_and_text(const struct cli *cli, int argc)
{
	int count = argc - optind;

	if (count == 2)
		return true;
	if (count > 2)
		cli_usage(cli, _("put name and text in quotes: filo %s \"NAME\" \"TEXT\""),
			cli->command->name);
	else
		cli_has_operands(cli, argc, 2, 2);
	return false;
}
