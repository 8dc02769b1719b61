/* filo export: everything out, to a file or to standard output.
 * Not here: the formats (exchange/). */
#include "filo/exchange/export.h"
#include "cli/cli.h"
#include "filo/base/i18n.h"

#include <string.h>

static bool parse_format(const struct cli *cli, const char *word, enum export_format *format)
{
	if (export_format_parse(word, format))
		return true;
	cli_usage(
		cli, _("no format is called \"%.60s\"; there are vcard, json, csv and ics"), word);
	return false;
}

static bool parse_options(
	const struct cli *cli, int argc, char **argv, enum export_format *format, const char **path)
{
	static const struct option names[] = { { "format", required_argument, NULL, 'f' },
		{ "output", required_argument, NULL, 'o' }, { "vcard3", no_argument, NULL, '3' },
		{ "contacts", no_argument, NULL, 'c' }, { NULL, 0, NULL, 0 } };
	bool is_version_3 = false, is_contacts = false;
	int option;

	while ((option = cli_option(cli, argc, argv, "f:o:", names)) != -1) {
		if (option == '?' || (option == 'f' && !parse_format(cli, optarg, format)))
			return false;
		if (option == 'o')
			*path = optarg;
		is_version_3 |= option == '3';
		is_contacts |= option == 'c';
	}
	if (optind < argc) {
		cli_usage(cli, _("what is \"%.60s\" for? A file to write is given with -o"),
			argv[optind]);
		return false;
	}
	if (is_version_3 && *format == EXPORT_VCARD)
		*format = EXPORT_VCARD3;
	if (is_contacts && *format == EXPORT_LOG_CSV)
		*format = EXPORT_CONTACTS_CSV;
	return true;
}

int cli_export(struct cli *cli, int argc, char **argv)
{
	enum export_format format = EXPORT_VCARD;
	const char *path = "-";
	struct error err;

	if (!parse_options(cli, argc, argv, &format, &path))
		return 2;
	enum status status = strcmp(path, "-") ? export_file(cli->store, format, path, &err)
					       : export_stream(cli->store, format, stdout, &err);
	/* Half an export is none, whoever was reading. */
	return status == STATUS_OK ? 0 : cli_fail_aloud(cli, &err);
}
