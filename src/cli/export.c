/* filo export: everything out, to a file or to standard output.
 * Not here: the formats (exchange/). */
#include "filo/exchange/export.h"
#include "cli/options.h"
#include "cli/outcome.h"
#include "cli/print.h"
#include "filo/base/i18n.h"
#include "filo/base/text.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { VCARD3 = CLI_LONG, CONTACTS };

static bool export_parse_format(const struct cli *cli, const char *word, enum export_format *format)
{
	if (export_format_parse(word, format))
		return true;
	cli_usage(cli, _("there is no format \"%s\"; there are vcard, json, csv and ics"),
		text_brief(word).text);
	return false;
}

/* "-", "/dev/stdout", or the file that standard output goes to. */
static bool export_is_to_output(const char *path)
{
	struct stat named, output;

	return !strcmp(path, "-") ||
	       (!stat(path, &named) && !fstat(STDOUT_FILENO, &output) &&
		       named.st_dev == output.st_dev && named.st_ino == output.st_ino);
}

static bool export_parse_options(
	const struct cli *cli, int argc, char **argv, enum export_format *format, const char **path)
{
	bool is_version_3 = false, is_contacts = false;
	int option;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?' || (option == 'f' && !export_parse_format(cli, optarg, format)))
			return false;
		if (option == 'o')
			*path = optarg;
		is_version_3 |= option == VCARD3;
		is_contacts |= option == CONTACTS;
	}
	if (optind < argc) {
		cli_usage(cli, _("unexpected \"%s\"; the file to write is named with -o"),
			text_brief(argv[optind]).text);
		return false;
	}
	if ((is_version_3 && *format != EXPORT_VCARD) ||
		(is_contacts && *format != EXPORT_LOG_CSV)) {
		cli_usage(cli, "%s",
			is_version_3 ? _("--vcard3 needs --format vcard")
				     : _("--contacts needs --format csv"));
		return false;
	}
	if (cli_is_json(cli) && export_is_to_output(*path)) {
		cli_usage(cli, _("%s needs %s"), "--json", "--output FILE");
		if (strcmp(*path, "-") != 0)
			cli_note(cli, _("%s is standard output, where the JSON goes"), *path);
		return false;
	}
	if (isatty(STDOUT_FILENO) && export_is_to_output(*path))
		*path = "-";
	if (is_version_3)
		*format = EXPORT_VCARD3;
	if (is_contacts)
		*format = EXPORT_CONTACTS_CSV;
	return true;
}

static enum status export_print(
	struct cli *cli, enum export_format format, int64_t *lossy, struct error *err)
{
	FILE *out = cli_output_open();
	enum status status = export_stream(cli->store, format, out, lossy, err);

	if (!cli_output_close(out) && status == STATUS_OK)
		status = error_set(err, STATUS_IO, _("Could not write: %s"), strerror(errno));
	return status;
}

static int export_run(struct cli *cli, int argc, char **argv)
{
	enum export_format format = EXPORT_VCARD;
	const char *path = "-";
	struct strbuf loss = STRBUF_INIT;
	int64_t lossy = 0;
	struct error err;

	if (!export_parse_options(cli, argc, argv, &format, &path))
		return 2;
	enum status status = strcmp(path, "-") ? export_file(cli->store, format, path, &lossy, &err)
					       : export_print(cli, format, &lossy, &err);
	export_describe_loss(&loss, format, lossy);
	if (status == STATUS_OK && loss.len)
		cli_note(cli, "%s", loss.data);
	strbuf_fini(&loss);
	if (status == STATUS_OK && strcmp(path, "-") != 0)
		outcome_add_file(cli, path);
	if (status == STATUS_OK)
		return 0;
	return strcmp(path, "-") != 0 ? cli_fail_aloud(cli, &err) : cli_fail(cli, &err);
}

static const struct cli_option export_options[] = {
	{ 'f', "format", N_("FORMAT"), N_("vcard (the default), json, csv or ics"),
		export_format_name },
	{ VCARD3, "vcard3", NULL, N_("vCard 3.0, for older programs") },
	{ CONTACTS, "contacts", NULL, N_("with csv, the contacts instead of the log") },
	{ 'o', "output", N_("FILE"), N_("to this file instead of standard output"),
		.takes_file = true },
	{ CLI_JSON, "json", NULL, N_("print what was done as JSON") },
	{ 0 },
};

const struct cli_command cli_export = {
	.name = "export",
	.usage = N_("[--format vcard|json|csv|ics] [--vcard3] [--contacts] [-o FILE]"),
	.help = N_("export everything"),
	.options = export_options,
	.example = N_("filo export --format json -o everything.json"),
	.run = export_run,
};
