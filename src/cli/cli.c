/* The table of commands, in the order of their help, and the help.
 * Not here: what each command does (its own file), the program's own options (main.c). */
#include "cli/cli.h"

#include "cli/print.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"

#include <string.h>

/* A line each, in the order of the help. */
/* clang-format off */
#define COMMANDS(each) \
	each(due) \
	each(agenda) \
	each(add) \
	each(edit) \
	each(tag) \
	each(circle) \
	each(merge) \
	each(delete) \
	each(log) \
	each(followup) \
	each(done) \
	each(snooze) \
	each(skip) \
	each(rest) \
	each(wake) \
	each(let_go) \
	each(wished) \
	each(show) \
	each(list) \
	each(find) \
	each(query) \
	each(absence) \
	each(undo) \
	each(redo) \
	each(trash) \
	each(import) \
	each(seen) \
	each(sources) \
	each(export) \
	each(backup) \
	each(restore) \
	each(check) \
	each(completion) \
	each(demo)
/* clang-format on */

#define DECLARE(name) extern const struct cli_command cli_##name;
#define ADDRESS(name) &cli_##name,

COMMANDS(DECLARE)

const struct cli_command *const cli_commands[] = { COMMANDS(ADDRESS) NULL };

#define OPTION_COLS 22

const struct cli_command *cli_command_by_name(const char *name)
{
	for (const struct cli_command *const *command = cli_commands; *command; command++)
		if (!strcmp((*command)->name, name))
			return *command;
	return NULL;
}

/* "-w, --when WHEN"; the dashes of all stand in one column. */
static void print_option(const struct cli_option *option)
{
	struct strbuf words = STRBUF_INIT;

	if (option->value < CLI_LONG)
		strbuf_add_format(&words, "-%c", option->value);
	else
		strbuf_add(&words, "  ");
	if (option->name)
		strbuf_add_format(
			&words, "%s--%s", option->value < CLI_LONG ? ", " : "  ", option->name);
	if (option->argument)
		strbuf_add_format(&words, " %s", _(option->argument));
	printf("  ");
	cli_print_cell(stdout, words.data, OPTION_COLS);
	printf("  %s\n", _(option->help));
	strbuf_fini(&words);
}

static void print_options(const struct cli_command *command)
{
	for (const struct cli_option *option = command->options; option && option->value; option++)
		print_option(option);
}

void cli_help(const struct cli_command *program)
{
	puts(_("filo: cultivate your relationships, online and offline"));
	puts("");
	puts(_("  filo [--db FILE] [--plain-screen]      the screen"));
	puts(_("  filo [--db FILE] COMMAND ...           one command, without the screen"));
	puts("");
	for (const struct cli_command *const *command = cli_commands; *command; command++)
		printf("  %-10s %s\n", (*command)->name, _((*command)->help));
	puts("");
	print_options(program);
	puts("");
	puts(_("filo COMMAND --help tells more, and man filo tells all."));
	puts(_("Dates are typed as people say them: today, fri, \"2 weeks ago\", 12/10, "
	       "2026-10-12."));
}

void cli_command_help(const struct cli_command *command)
{
	printf("filo %s%s%s\n", command->name, *command->usage ? " " : "",
		*command->usage ? _(command->usage) : "");
	printf("  %s\n", _(command->help));
	if (command->options)
		puts("");
	print_options(command);
}
