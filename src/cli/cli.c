/* The table of commands and their help.
 * Not here: what each command does (its own file), the program's own options (main.c). */
#include "cli/cli.h"

#include "filo/base/i18n.h"

#include <string.h>

const struct cli_command cli_commands[] = {
	{ "due",
		N_("[--on DATE] [--all] [--quiet-ties] [-n N] [--horizon DAYS] [--json] [--brief]"),
		N_("who would be glad to hear from you today"), cli_due },
	{ "add",
		N_("NAME [--email E]... [--phone P]... [--circle C] [--every DAYS] [--tag T]..."
		   " [--met TEXT] [--via NAME]"),
		N_("add a contact"), cli_add },
	{ "log",
		N_("NAME[,NAME...] TEXT [-w WHEN] [-c CHANNEL] [--me|--them|--both]"
		   " [--feel -2..2] [--awaits-reply]"),
		N_("log a conversation"), cli_log },
	{ "followup", N_("[NAME TEXT [-w WHEN] [--ask|--mine|--theirs]]"),
		N_("add a follow-up; alone: list those that are open"), cli_followup },
	{ "done", N_("ID"), N_("mark a follow-up done"), cli_done },
	{ "show", N_("NAME [--json]"),
		N_("show a person: last talks, follow-ups, how to reach them"), cli_show },
	{ "list", N_("[--tag T] [--circle C] [--all] [--json]"), N_("list contacts"), cli_list },
	{ "find", N_("TEXT [--json]"), N_("search people and log"), cli_find },
	{ "query", N_("TEXT"), N_("addresses in the form of mutt's query_command"), cli_query },
	{ "absence", N_("[FROM TO [NAME]] [--remove ID] [--json]"),
		N_("times away, yours or theirs, when the clock stands still"), cli_absence },
	{ "import", N_("[--format F] [--likely new|same|skip] [--dry-run] [--json] FILE...|-"),
		N_("bring in address books and logs"), cli_import },
	{ "export", N_("[--format vcard|json|csv|ics] [--vcard3] [--contacts] [-o FILE]"),
		N_("take everything out"), cli_export },
	{ "backup", N_("FILE"), N_("write a whole copy of the database"), cli_backup },
	{ "check", "", N_("check that the database is sound, and mend what can be"), cli_check },
	{ "demo", "", N_("look around in an invented sample, kept in memory"), NULL },
	{ NULL, NULL, NULL, NULL },
};

const struct cli_command *cli_command_by_name(const char *name)
{
	for (const struct cli_command *command = cli_commands; command->name; command++) {
		if (!strcmp(command->name, name))
			return command;
	}
	return NULL;
}

void cli_help(void)
{
	puts(_("filo: cultivate your relationships, online and offline"));
	puts("");
	puts(_("  filo [--db FILE] [--plain-screen]      the screen"));
	puts(_("  filo [--db FILE] COMMAND ...           one command, without the screen"));
	puts("");
	for (const struct cli_command *command = cli_commands; command->name; command++)
		printf("  %-10s %s\n", command->name, _(command->help));
	puts("");
	puts(_("filo COMMAND --help tells more, and man filo tells all."));
	puts(_("Dates are typed as people say them: today, fri, \"2 weeks ago\", 12/10, "
	       "2026-10-12."));
}

void cli_command_help(const struct cli_command *command)
{
	printf("filo %s %s\n", command->name, *command->arguments ? _(command->arguments) : "");
	printf("  %s\n", _(command->help));
}
