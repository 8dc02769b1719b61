/* filo export: everything out, to a file or to standard output.
 * Not here: the formats (exchange/). */
#include "filo/exchange/export.h"
#include "cli.h"
#include "filo/base/i18n.h"
#include "filo/base/text.h"

#include <getopt.h>
#include <string.h>
#include <unistd.h>

static int refuse(const char *format, const char *what)
{
	char message[256];

	snprintf(message, sizeof message, format, what);
	fprintf(stderr, "filo export: %s\n", message);
	return 2;
}

static int parse_options(int argc, char **argv, enum export_format *format, const char **path)
{
	static const struct option names[] = { { "format", required_argument, NULL, 'f' },
		{ "output", required_argument, NULL, 'o' }, { "vcard3", no_argument, NULL, '3' },
		{ "contacts", no_argument, NULL, 'c' }, { NULL, 0, NULL, 0 } };
	bool is_version_3 = false, is_contacts = false;
	int option;

	optind = 0;
	opterr = 0;
	while ((option = getopt_long(argc, argv, "f:o:", names, NULL)) != -1) {
		if (option == 'o')
			*path = optarg;
		else if (option == '3')
			is_version_3 = true;
		else if (option == 'c')
			is_contacts = true;
		else if (option == 'f' && !export_format_parse(optarg, format))
			return refuse(
				_("no format is called \"%s\"; there are vcard, json, csv and ics"),
				optarg);
		else if (option == '?')
			return refuse(_("unknown option %s; see filo --help"), argv[optind - 1]);
	}
	if (optind < argc)
		return refuse(
			_("what is \"%s\" for? A file to write is given with -o"), argv[optind]);
	if (is_version_3 && *format == EXPORT_VCARD)
		*format = EXPORT_VCARD3;
	if (is_contacts && *format == EXPORT_LOG_CSV)
		*format = EXPORT_CONTACTS_CSV;
	return 0;
}

int cli_export(struct cli *cli, int argc, char **argv)
{
	enum export_format format = EXPORT_VCARD;
	const char *path = "-";
	struct error err;
	int usage = parse_options(argc, argv, &format, &path);

	if (usage)
		return usage;
	enum status status = strcmp(path, "-") ? export_file(cli->store, format, path, &err)
					       : export_stream(cli->store, format, stdout, &err);
	if (status == STATUS_OK)
		return 0;
	struct strbuf shown = STRBUF_INIT;
	text_show(&shown, err.message, strlen(err.message), false, i18n_is_utf8());
	fprintf(stderr, "filo export: %s\n", shown.data);
	strbuf_fini(&shown);
	return 1;
}
