/* getopt over the options a command declares, with sentences of our own.
 * Not here: what options mean (a file a command). */
#include "cli/options.h"

#include "cli/outcome.h"
#include "cli/print.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"

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

/* Whether a file is wanted and its name is empty, which is said. */
static bool refuses_empty_file(const struct cli *cli, int value)
{
	const struct cli_option *option = cli->command->options;
	const char *name = cli->command->name;
	struct strbuf typed = STRBUF_INIT;

	while (option->value != value)
		option++;
	if (!option->takes_file || *optarg)
		return false;
	strbuf_add_format(&typed, "--%s", option->name);
	cli_usage(cli, _("%s needs a value; see filo%s%s --help"), typed.data, name ? " " : "",
		name ? name : "");
	strbuf_fini(&typed);
	return true;
}

int cli_option(const struct cli *cli, int argc, char **argv)
{
	const char *name = cli->command->name;
	struct getopt_tables tables;
	char letter[3];

	fill_tables(&tables, cli->command);
	opterr = 0;
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
