/* The table of commands, and what they share: options, values, messages, safe printing.
 * Not here: what each command does (its own file), the program's own options (main.c). */
#include "cli.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/store/contacts.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The longest text that is taken from the command line; more belongs into a file. */
#define TEXT_MAX_BYTES (1 << 20)

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
	{ "followup", N_("NAME TEXT [-w WHEN] [--ask|--mine|--theirs]"), N_("add a follow-up"),
		cli_followup },
	{ "done", N_("ID"), N_("mark a follow-up done"), cli_done },
	{ "show", N_("NAME [--json]"),
		N_("show a person: last talks, follow-ups, how to reach them"), cli_show },
	{ "list", N_("[--tag T] [--circle C] [--all] [--json]"), N_("list contacts"), cli_list },
	{ "find", N_("TEXT [--json]"), N_("search people and log"), cli_find },
	{ "query", N_("TEXT"), N_("addresses in the form of mutt's query_command"), cli_query },
	{ "absence", N_("[FROM TO [NAME]] [--remove ID] [--json]"),
		N_("times away, yours or theirs, when the clock stands still"), cli_absence },
	{ "import", N_("[--format F] [--likely new|same|skip] [--dry-run] [--json] FILE...|-"),
		N_("bring in vCard, CSV or JSON files"), cli_import },
	{ "export", N_("[--format vcard|json|csv|contacts-csv|ics] [--vcard3] [-o FILE]"),
		N_("take everything out"), cli_export },
	{ "backup", N_("FILE"), N_("write a whole copy of the database"), cli_backup },
	{ "check", "", N_("check that the database is sound, and mend what can be"), cli_check },
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

/* ---- Messages ---- */

static void complain(const struct cli *cli, const char *message)
{
	if (cli && cli->command)
		fprintf(stderr, "filo %s: ", cli->command);
	else
		fputs("filo: ", stderr);
	cli_print(stderr, message);
	fputc('\n', stderr);
}

int cli_usage(const struct cli *cli, const char *format, ...)
{
	char message[640];
	va_list args;

	va_start(args, format);
	vsnprintf(message, sizeof message, format, args);
	va_end(args);
	complain(cli, message);
	return 2;
}

int cli_fail(const struct cli *cli, const struct error *err)
{
	complain(cli, err->message);
	return err->status == STATUS_USAGE ? 2 : 1;
}

int cli_finish(const struct cli *cli)
{
	struct error err;
	bool is_broken = ferror(stdout);

	if (fflush(stdout) == 0 && !is_broken)
		return 0;
	if (errno == EPIPE)
		return 1; /* whoever read had enough */
	error_set(&err, STATUS_IO, _("Could not write: %s"), strerror(errno));
	return cli_fail(cli, &err);
}

/* ---- Options ---- */

int cli_option(const struct cli *cli, int argc, char **argv, const char *letters,
	const struct option *options)
{
	char with_colon[64];

	/* The colon in front tells a missing value from an unknown option. */
	snprintf(with_colon, sizeof with_colon, ":%s", letters);
	opterr = 0;
	int option = getopt_long(argc, argv, with_colon, options, NULL);
	if (option == ':') {
		cli_usage(cli, _("%s needs a value; see filo %s --help"), argv[optind - 1],
			cli->command);
		return '?';
	}
	if (option == '?')
		cli_usage(cli, _("there is no option %s; see filo %s --help"), argv[optind - 1],
			cli->command);
	return option;
}

bool cli_takes(const struct cli *cli, int argc, int least, int most)
{
	int count = argc - optind;

	if (count >= least && count <= most)
		return true;
	cli_usage(cli,
		count < least ? _("something is missing; see filo %s --help")
			      : _("that is too much; see filo %s --help"),
		cli->command);
	return false;
}

/* ---- Printing ---- */

static void add_shown(struct strbuf *out, FILE *file, const char *text)
{
	text_show(out, text, strlen(text), false, !isatty(fileno(file)) || i18n_is_utf8());
}

void cli_print(FILE *out, const char *text)
{
	struct strbuf shown = STRBUF_INIT;

	add_shown(&shown, out, text);
	fputs(shown.data, out);
	strbuf_fini(&shown);
}

void cli_print_cell(FILE *out, const char *text, int cols)
{
	struct strbuf shown = STRBUF_INIT;
	int used;

	add_shown(&shown, out, text);
	strbuf_truncate(&shown, text_fit(shown.data, cols, &used));
	fprintf(out, "%s%*s", shown.data, cols - used, "");
	strbuf_fini(&shown);
}

/* ---- Values ---- */

bool cli_text(const struct cli *cli, const char *argument, const char *what, char **text)
{
	size_t len = strlen(argument);

	if (len > TEXT_MAX_BYTES) {
		cli_usage(cli, _("%s is longer than 1 MB"), what);
		return false;
	}
	char *repaired = text_repair(argument, len);
	*text = text_trim(repaired);
	free(repaired);
	if (**text)
		return true;
	cli_usage(cli, _("%s is empty"), what);
	free(*text);
	return false;
}

bool cli_when(const struct cli *cli, const char *argument, enum when_sense sense, struct when *out)
{
	struct error err;

	if (when_parse(argument, sense, store_today(cli->store), i18n_language(),
		    i18n_is_day_first(), out, &err) == STATUS_OK)
		return true;
	cli_usage(cli, "%s", err.message);
	return false;
}

bool cli_day(const struct cli *cli, const char *argument, day_number *out)
{
	if (date_parse_iso(argument, out))
		return true;
	cli_usage(cli, _("\"%.60s\" is no date such as 2026-11-23, from year 1 to 9999"), argument);
	return false;
}

bool cli_number(const struct cli *cli, const char *argument, int least, int most, int *out)
{
	char *end;

	errno = 0;
	long long value = strtoll(argument, &end, 10);
	if (end != argument && !*end && !errno && value >= least && value <= most) {
		*out = (int)value;
		return true;
	}
	cli_usage(cli, _("\"%.60s\" is no number from %d to %d"), argument, least, most);
	return false;
}

bool cli_person(const struct cli *cli, const char *name, contact_id *out, int *status)
{
	struct error err;
	char *text;

	*status = 2;
	if (!cli_text(cli, name, _("The name"), &text))
		return false;
	enum status resolved = contact_resolve(cli->store, text, out, &err);
	free(text);
	if (resolved == STATUS_OK)
		return true;
	*status = cli_fail(cli, &err);
	return false;
}
