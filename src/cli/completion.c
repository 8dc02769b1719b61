/* filo completion: what a shell needs to complete, which asks filo itself for the words.
 * Not here: the words (complete.c), how each shell reads this (its own manual). */
#include "cli/complete.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"

#include <string.h>

/* Each hands over all words up to the cursor, and puts names of files where filo exits with 1. */

static const char bash[] =
	"# bash completion for filo\n"
	"_filo()\n{\n"
	"\tlocal word=${COMP_WORDS[COMP_CWORD]} found i note IFS=$'\\n'\n"
	"\tCOMPREPLY=()\n"
	"\t[[ $word != = ]] || word=\n" /* of "--db=": it breaks words there */
	"\tif ! found=$(filo completion bash -- \"${COMP_WORDS[@]:0:COMP_CWORD+1}\" 2>/dev/null); "
	"then\n"
	"\t\tCOMPREPLY=($(compgen -f -- \"$word\"))\n\t\treturn\n\tfi\n"
	"\twhile IFS= read -r i; do\n"
	"\t\tnote=${i#\"${i%%$'\\t'*}\"}\n\t\ti=${i%%$'\\t'*}\n"
	"\t\t[[ $i ]] || continue\n"
	"\t\tcase $word in\n"
	"\t\t\\'*) i=${i//\\'/\\'\\\\\\'\\'} ;;\n"
	"\t\t\\\"*) i=${i//\\\\/\\\\\\\\}; i=${i//\\\"/\\\\\\\"};"
	" i=${i//\\$/\\\\\\$}; i=${i//\\`/\\\\\\`} ;;\n"
	"\t\t*) i=$(printf %q \"$i\") ;;\n\t\tesac\n"
	/* Where they are only listed, and nothing is put in. */
	"\t\tif [[ $note && ${COMP_TYPE-} == 63 && $found == *$'\\n'* ]]; then\n"
	"\t\t\ti+=\"  ${note#$'\\t'}\"\n\t\tfi\n"
	"\t\t[[ $i != *= ]] || compopt -o nospace 2>/dev/null\n"
	"\t\tCOMPREPLY+=(\"$i\")\n"
	"\tdone <<<\"$found\"\n}\n"
	"complete -F _filo filo\n";

static const char zsh[] =
	"#compdef filo\n# zsh completion for filo\n"
	"local found line\nlocal -a words_found lines end\n"
	"if ! found=$(filo completion zsh -- \"${(@)words[1,CURRENT]}\" 2>/dev/null); then\n"
	"\tcompset -P '--*='\n\t_files\n\treturn\nfi\n"
	"for line in ${(f)found}; do\n"
	"\twords_found+=(${line%%$'\\t'*})\n\tlines+=(${line/$'\\t'/ -- })\n"
	"\t[[ $words_found[-1] != *= ]] || end=(-S '')\ndone\n"
	/* filo has looked itself: what it found need not begin with what was typed, and what that
	 * begins with alike may be less than was typed: then it stays, and they are listed. */
	"compadd -U \"${(@)end}\" -d lines -a words_found\n"
	"if (( compstate[nmatches] > 1 && $#compstate[unambiguous] < $#PREFIX )) &&\n"
	"\t[[ $compstate[insert] == *unambiguous* ]]; then\n"
	"\tcompstate[insert]= compstate[list]='list force'\nfi\n";

static const char fish[] =
	"# fish completion for filo\n"
	"function __filo_complete\n"
	"\tset -l word (commandline -ct)\n"
	"\tif set -l found (filo completion fish -- (commandline -opc) \"$word\" 2>/dev/null)\n"
	"\t\tprintf '%s\\n' $found\n"
	"\telse\n"
	"\t\tset -l before (string match -r -- '^--[^=]*=' $word)\n"
	"\t\tset -l path (string replace -r -- '^--[^=]*=' '' $word)\n"
	"\t\tprintf '%s\\n' \"$before\"(__fish_complete_path $path)\n"
	"\tend\nend\n"
	"complete -c filo -f -a '(__filo_complete)'\n";

static int completion_run(struct cli *cli, int argc, char **argv)
{
	static const struct spoken shells[] = { [SHELL_BASH] = { "bash", NULL },
		[SHELL_ZSH] = { "zsh", NULL },
		[SHELL_FISH] = { "fish", NULL } };
	static const char *const scripts[] = {
		[SHELL_BASH] = bash, [SHELL_ZSH] = zsh, [SHELL_FISH] = fish
	};
	bool is_known = true;

	/* The words are those of another command line: its options are none of this one. */
	bool has_words = argc > 2 && *argv[1] != '-';
	if (!has_words &&
		(cli_option(cli, argc, argv) != -1 || !cli_has_operands(cli, argc, 1, argc)))
		return 2;
	optind = has_words ? 1 : optind;
	int first = optind + 1;
	first += first < argc && !strcmp(argv[first], "--");
	int shell = cli_spoken(cli, shells, sizeof shells / sizeof *shells, argv[optind],
		_("\"%s\" is none of: %s"));
	if (shell < 0)
		return 2;
	if (first == argc)
		fputs(scripts[shell], stdout);
	else
		is_known = cli_complete(cli, argv + first, argc - first, (enum cli_shell)shell);
	return cli_finish(cli) || !is_known;
}

const struct cli_command cli_completion = {
	.name = "completion",
	.usage = "bash|zsh|fish [WORD]...",
	.is_without_store = true,
	.tells_settings = true, /* there is nobody who reads it */
	.help = N_("print what a shell needs to complete commands and names"),
	.example = N_("filo completion bash >filo.bash"),
	.run = completion_run,
};
