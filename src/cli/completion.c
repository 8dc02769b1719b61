/* filo completion: what a shell completes, from the same tables as the help.
 * Not here: the commands (cli.c), how each shell reads it (its own manual). */
#include "cli/cli.h"
#include "cli/options.h"
#include "cli/print.h"
#include "filo/base/i18n.h"

#include <string.h>

/* Commands with an operand that is somebody who is there: names come from filo itself. Behind an
 * option a NAME is that option's. */
static bool completion_takes_name(const struct cli_command *command)
{
	const char *name = strstr(command->usage, "NAME");

	return name && (name == command->usage || name[-1] == '[') &&
	       strcmp(command->name, "add") != 0;
}

static bool completion_takes_file(const struct cli_command *command)
{
	return strstr(command->usage, "FILE") != NULL;
}

static void print_words(bool (*is_of)(const struct cli_command *command), const char *between)
{
	bool is_first = true;

	for (const struct cli_command *const *command = cli_commands; *command; command++) {
		if (is_of && !is_of(*command))
			continue;
		printf("%s%s", is_first ? "" : between, (*command)->name);
		is_first = false;
	}
}

static void print_option_words(const struct cli_command *command)
{
	for (const struct cli_option *option = command->options; option && option->value;
		option++) {
		if (option->name)
			printf(" --%s", option->name);
		else
			printf(" -%c", option->value);
	}
}

/* Names as they are printed by filo list, one a line. */
#define LIST_NAMES "filo list --names 2>/dev/null"

static void print_bash(void)
{
	puts("# bash completion for filo\n_filo()\n{\n"
	     "\tlocal word=${COMP_WORDS[COMP_CWORD]} command= i IFS=$'\\n'\n"
	     "\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
	     "\t\tcase ${COMP_WORDS[i]} in --db) ((i++)) ;; -*) ;; *) command=${COMP_WORDS[i]}; "
	     "break ;; esac\n\tdone\n\tlocal options=\n\tcase $command in");
	for (const struct cli_command *const *command = cli_commands; *command; command++) {
		printf("\t%s) options='--help", (*command)->name);
		print_option_words(*command);
		puts("' ;;");
	}
	printf("\t'') COMPREPLY=($(IFS=' '; compgen -W '");
	print_words(NULL, " ");
	puts(" --db --plain-screen --help --version' -- \"$word\")); return ;;\n\tesac\n"
	     "\tif [[ $word == -* ]]; then\n"
	     "\t\tCOMPREPLY=($(IFS=' '; compgen -W \"$options\" -- \"$word\"))\n\t\treturn\n"
	     "\tfi\n\tcase $command in");
	printf("\t");
	print_words(completion_takes_name, "|");
	/* Not compgen -W: it would read an apostrophe in a name as a quote. */
	puts(")\n\t\twhile IFS= read -r i; do\n"
	     "\t\t\t[[ $i == \"${word//\\\\/}\"* ]] && COMPREPLY+=(\"$(printf %q \"$i\")\")\n"
	     "\t\tdone < <(" LIST_NAMES ") ;;");
	printf("\t");
	print_words(completion_takes_file, "|");
	puts(") COMPREPLY=($(compgen -f -- \"$word\")) ;;\n\tesac\n}\ncomplete -F _filo filo");
}

/* In single quotes, so that nothing in a translated text is the shell's. */
static void print_zsh_command(const struct cli_command *command)
{
	printf("\t'%s:", command->name);
	for (const char *c = _(command->help); *c; c++) {
		if (*c == '\'')
			fputs("'\\''", stdout);
		else
			putchar(*c);
	}
	puts("'");
}

static void print_zsh(void)
{
	puts("#compdef filo\n# zsh completion for filo\nlocal -a commands names options\n"
	     "commands=(");
	for (const struct cli_command *const *command = cli_commands; *command; command++)
		print_zsh_command(*command);
	puts(")\nif (( CURRENT == 2 )); then\n\t_describe command commands\n\treturn\nfi\n"
	     "case $words[2] in");
	for (const struct cli_command *const *command = cli_commands; *command; command++) {
		printf("%s) options=(--help", (*command)->name);
		print_option_words(*command);
		puts(") ;;");
	}
	puts("esac\nif [[ $PREFIX == -* ]]; then\n\tcompadd -- $options\n\treturn\nfi\n"
	     "case $words[2] in");
	print_words(completion_takes_name, "|");
	puts(")\n\tnames=(${(f)\"$(" LIST_NAMES ")\"})\n\tcompadd -- $names ;;");
	print_words(completion_takes_file, "|");
	puts(") _files ;;\nesac");
}

/* In single quotes, as fish reads them. */
static void print_fish_quoted(const char *text)
{
	putchar('\'');
	for (; *text; text++) {
		if (*text == '\'' || *text == '\\')
			putchar('\\');
		putchar(*text);
	}
	putchar('\'');
}

static void print_fish_command(const struct cli_command *command)
{
	printf("complete -c filo -n __fish_use_subcommand -f -a %s -d ", command->name);
	print_fish_quoted(_(command->help));
	putchar('\n');
	for (const struct cli_option *option = command->options; option && option->value;
		option++) {
		printf("complete -c filo -n '__fish_seen_subcommand_from %s'", command->name);
		if (option->name)
			printf(" -l %s", option->name);
		if (option->value < CLI_LONG)
			printf(" -s %c", option->value);
		printf("%s -d ", option->argument ? " -x" : "");
		print_fish_quoted(_(option->help));
		putchar('\n');
	}
}

static void print_fish(void)
{
	puts("# fish completion for filo");
	for (const struct cli_command *const *command = cli_commands; *command; command++)
		print_fish_command(*command);
	printf("complete -c filo -f -n '__fish_seen_subcommand_from ");
	print_words(completion_takes_name, " ");
	puts("' -a '(" LIST_NAMES ")'");
}

static int completion_run(struct cli *cli, int argc, char **argv)
{
	static const struct {
		const char *shell;
		void (*print)(void);
	} shells[] = { { "bash", print_bash }, { "zsh", print_zsh }, { "fish", print_fish } };

	if (cli_option(cli, argc, argv) != -1 || !cli_has_operands(cli, argc, 1, 1))
		return 2;
	for (size_t i = 0; i < sizeof shells / sizeof *shells; i++) {
		if (strcmp(argv[optind], shells[i].shell) != 0)
			continue;
		shells[i].print();
		return cli_finish(cli);
	}
	return cli_usage(cli, _("\"%.60s\" is none of: %s"), argv[optind], "bash, zsh, fish");
}

const struct cli_command cli_completion = {
	.name = "completion",
	.usage = "bash|zsh|fish",
	.is_without_store = true,
	.help = N_("print what a shell needs to complete commands and names"),
	.run = completion_run,
};
