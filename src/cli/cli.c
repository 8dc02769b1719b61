/* The table of commands, in the order of their help, and the help.
 * Not here: what each command does (its own file), the program's own options (main.c). */
#include "cli/cli.h"

#include "cli/print.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"

#include <stdlib.h>
#include <string.h>

extern const struct cli_command cli_absence, cli_add, cli_agenda, cli_backup, cli_check, cli_circle,
	cli_completion, cli_config, cli_delete, cli_demo, cli_done, cli_drafts, cli_due,
	cli_duplicates, cli_edit, cli_event, cli_export, cli_find, cli_followup, cli_forget_view,
	cli_import, cli_in_touch_today, cli_let_go, cli_list, cli_log, cli_merge, cli_query,
	cli_redo, cli_rest, cli_restore, cli_save_view, cli_saved_view, cli_seen, cli_show,
	cli_skip, cli_snooze, cli_sources, cli_take_proposal, cli_tag, cli_trash, cli_two_people,
	cli_undo, cli_wake, cli_wished;

/* In the order of the help, a line each. */
/* clang-format off */
const struct cli_command *const cli_commands[] = {
	&cli_due,
	&cli_agenda,
	&cli_add,
	&cli_edit,
	&cli_tag,
	&cli_circle,
	&cli_take_proposal,
	&cli_duplicates,
	&cli_merge,
	&cli_two_people,
	&cli_delete,
	&cli_log,
	&cli_in_touch_today,
	&cli_followup,
	&cli_done,
	&cli_snooze,
	&cli_skip,
	&cli_rest,
	&cli_wake,
	&cli_let_go,
	&cli_wished,
	&cli_event,
	&cli_show,
	&cli_list,
	&cli_saved_view,
	&cli_save_view,
	&cli_forget_view,
	&cli_find,
	&cli_query,
	&cli_absence,
	&cli_drafts,
	&cli_undo,
	&cli_redo,
	&cli_trash,
	&cli_import,
	&cli_seen,
	&cli_sources,
	&cli_export,
	&cli_backup,
	&cli_restore,
	&cli_check,
	&cli_config,
	&cli_completion,
	&cli_demo,
	NULL,
};
/* clang-format on */

#define OPTION_COLS  22
#define COMMAND_COLS 14 /* "in-touch-today" */
#define HELP_COLS    80

static const struct cli_alias *alias_by_name(const struct cli_command *command, const char *name)
{
	const struct cli_alias *alias = command->also;

	while (alias && alias->name && strcmp(alias->name, name) != 0)
		alias++;
	return alias && alias->name ? alias : NULL;
}

/* Its own name holds before another's of the screen. */
static const struct cli_command *cli_command_named(const char *name, const struct cli_alias **alias)
{
	const struct cli_command *const *command = cli_commands;

	*alias = NULL;
	while (*command && strcmp((*command)->name, name) != 0)
		command++;
	if (!*command)
		for (command = cli_commands; *command; command++)
			if ((*alias = alias_by_name(*command, name)))
				break;
	return *command;
}

static void add_copy(struct vector *words, const char *word)
{
	char *copy = memory_copy_string(word);

	vector_push(words, &copy);
}

/* What a name stands for makes room for the same option typed, also in short: "--day 3". */
static bool is_option_typed(const char *with, char *const *words, int count)
{
	size_t len = strcspn(with, "=");
	bool is_typed = false;

	for (int i = 1; i < count && !is_typed && with[len]; i++) {
		size_t typed = strcspn(words[i], "=");
		is_typed = typed > strlen("--") && typed <= len && !strncmp(words[i], with, typed);
	}
	return is_typed;
}

const struct cli_command *cli_command_of(char *const *words, int count, struct vector *out)
{
	const struct cli_alias *alias;
	const struct cli_command *command = cli_command_named(words[0], &alias);

	add_copy(out, command ? command->name : words[0]);
	for (size_t i = 0; alias && i < sizeof alias->with / sizeof *alias->with; i++)
		if (alias->with[i] && !is_option_typed(alias->with[i], words, count))
			add_copy(out, alias->with[i]);
	for (int i = 1; i < count; i++)
		add_copy(out, words[i]);
	return command;
}

/* Those that stand for some options are no other name of it. */
const char *cli_name_of_screen(const char *name, size_t at)
{
	const struct cli_alias *other;
	const struct cli_command *command = cli_command_named(name, &other);
	const struct cli_alias *alias = command && !other ? command->also : NULL;

	for (; alias && alias->name; alias++)
		if (!*alias->with && !at--)
			return alias->name;
	return NULL;
}

/* Goes on behind column `col`, each word after a blank; lines below begin at `indent`. */
static void print_wrapped(const char *text, int col, int indent)
{
	while (*text) {
		size_t len = strcspn(text, " ");
		char *word = memory_copy_bytes(text, len);
		int width = text_width(word);
		if (col > indent && col + 1 + width > HELP_COLS) {
			printf("\n%*s", indent, "");
			col = indent;
		}
		printf(" %s", word);
		col += 1 + width;
		free(word);
		text += len + strspn(text + len, " ");
	}
	putchar('\n');
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
	putchar(' ');
	int used = text_width(words.data);
	print_wrapped(
		_(option->help), 3 + (used > OPTION_COLS ? used : OPTION_COLS), 3 + OPTION_COLS);
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
	for (const struct cli_command *const *command = cli_commands; *command; command++) {
		printf("  %-*s", COMMAND_COLS, (*command)->name);
		print_wrapped(_((*command)->help), 2 + COMMAND_COLS, 2 + COMMAND_COLS);
	}
	puts("");
	print_options(program);
	puts("");
	puts(_("filo COMMAND --help tells more, and man filo tells all."));
	puts(_("Dates are typed as people say them: today, fri, \"2 weeks ago\", 12/10."));
}

static bool command_has_json(const struct cli_command *command)
{
	const struct cli_option *option = command->options;

	while (option && option->value && option->value != CLI_JSON)
		option++;
	return option && option->value;
}

/* With --json at its end, unless it has its place there. */
static char *command_usage(const struct cli_command *command)
{
	struct strbuf usage = STRBUF_INIT;

	strbuf_add(&usage, *command->usage ? _(command->usage) : "");
	if (command_has_json(command) && !strstr(command->usage, "--json"))
		strbuf_add_item(&usage, " ", "[--json]");
	return strbuf_take(&usage);
}

/* "also: contacts, limit (--limit)". */
static void print_other_names(const struct cli_command *command)
{
	struct strbuf names = STRBUF_INIT;

	for (const struct cli_alias *alias = command->also; alias->name; alias++) {
		strbuf_add_item(&names, ", ", alias->name);
		if (*alias->with)
			strbuf_add_format(&names, " (%s%s%s)", alias->with[0],
				alias->with[1] ? " " : "", alias->with[1] ? alias->with[1] : "");
	}
	/* Translators: other names of a command, those it has on the screen. */
	printf("  %s", _("also:"));
	print_wrapped(names.data, 2 + text_width(_("also:")), 4);
	strbuf_fini(&names);
}

static void print_example(const char *lines)
{
	printf("\n%s\n", _("For example:"));
	for (size_t len; *lines; lines += len + (lines[len] == '\n')) {
		len = strcspn(lines, "\n");
		printf("  %.*s\n", (int)len, lines);
	}
}

void cli_command_help(const struct cli_command *command)
{
	char *usage = command_usage(command);

	printf("filo %s", command->name);
	print_wrapped(usage, (int)strlen(command->name) + 5, 4);
	free(usage);
	putchar(' ');
	print_wrapped(_(command->help), 1, 1);
	if (command->also)
		print_other_names(command);
	if (command->options)
		puts("");
	print_options(command);
	if (command->example)
		print_example(_(command->example));
}
