/* Reading what was typed after a command: options, texts, dates, numbers, people.
 * Not here: what becomes of them. */
#include "cli/cli.h"

#include "filo/base/i18n.h"
#include "filo/base/paths.h"
#include "filo/base/text.h"
#include "filo/people/words/when.h"
#include "filo/store/contacts.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* The longest text that is taken from the command line; more belongs into a file. */
#define TEXT_MAX_BYTES (1 << 20)

void cli_load_config(struct cli *cli)
{
	struct strbuf complaints = STRBUF_INIT;
	char *path = path_in_config("config"), *rest = NULL;

	config_load(&cli->config, path, &complaints);
	for (char *line = strtok_r(complaints.data, "\n", &rest); line;
		line = strtok_r(NULL, "\n", &rest))
		cli_usage(NULL, "%s", line);
	strbuf_fini(&complaints);
	free(path);
}

static bool is_long_option(const struct option *options, int value)
{
	for (; options->name; options++)
		if (options->val == value)
			return true;
	return false;
}

/* getopt leaves the letter it stumbled over in optopt: of `-xy` it is only the x. */
static const char *option_at_fault(
	char **argv, const char *letters, const struct option *options, char letter[3])
{
	if (!optopt || strchr(letters, optopt) || is_long_option(options, optopt))
		return argv[optind - 1];
	letter[0] = '-';
	letter[1] = (char)optopt;
	letter[2] = '\0';
	return letter;
}

int cli_option(const struct cli *cli, int argc, char **argv, const char *letters,
	const struct option *options)
{
	bool stops_early = *letters == '+';
	char with_colon[64], letter[3];

	/* The colon in front tells a missing value from an unknown option. */
	snprintf(with_colon, sizeof with_colon, "%s:%s", stops_early ? "+" : "",
		letters + stops_early);
	opterr = 0;
	int option = getopt_long(argc, argv, with_colon, options, NULL);
	if (option != ':' && option != '?')
		return option;
	const char *fault = option_at_fault(argv, letters, options, letter);
	const char *space = cli ? " " : "", *command = cli ? cli->command : "";
	cli_usage(cli,
		option == ':' ? _("%s needs a value; see filo%s%s --help")
			      : _("there is no option %s; see filo%s%s --help"),
		fault, space, command);
	return '?';
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

bool cli_takes_text(const struct cli *cli, int argc)
{
	int count = argc - optind;

	if (count == 2)
		return true;
	if (count > 2)
		cli_usage(cli, _("put name and text in quotes: filo %s \"NAME\" \"TEXT\""),
			cli->command);
	else
		cli_takes(cli, argc, 2, 2);
	return false;
}

bool cli_text(const struct cli *cli, const char *argument, const char *what, char **text)
{
	size_t len = strlen(argument);

	*text = NULL;
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
	*text = NULL;
	return false;
}

bool cli_words(const struct cli *cli, int argc, char **argv, const char *what, char **text)
{
	struct strbuf words = STRBUF_INIT;

	for (int i = optind; i < argc; i++)
		strbuf_add_format(&words, i > optind ? " %s" : "%s", argv[i]);
	bool is_text = cli_text(cli, words.data, what, text);
	strbuf_fini(&words);
	return is_text;
}

bool cli_when(const struct cli *cli, const char *argument, enum when_sense sense, struct when *out)
{
	struct error err;
	char *text;

	if (!cli_text(cli, argument, _("The date"), &text))
		return false;
	enum status status = when_parse(text, sense, store_today(cli->store), i18n_language(),
		i18n_is_day_first(), out, &err);
	free(text);
	if (status != STATUS_OK)
		cli_usage(cli, "%s", err.message);
	return status == STATUS_OK;
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

static void complain_of_circle(const struct cli *cli, const char *name)
{
	struct vector circles = VECTOR_INIT(struct circle);
	struct strbuf names = STRBUF_INIT;
	struct circle *circle;

	circle_list(cli->store, &circles, NULL);
	VECTOR_EACH (circle, &circles) {
		strbuf_add_format(&names, names.len ? ", %s" : "%s", circle->name);
		circle_fini(circle);
	}
	vector_fini(&circles);
	cli_usage(cli, _("there is no circle \"%.60s\"; there are: %s"), name, names.data);
	strbuf_fini(&names);
}

bool cli_circle(const struct cli *cli, const char *name, circle_id *out)
{
	char *text;

	if (!cli_text(cli, name, _("The circle"), &text))
		return false;
	*out = circle_by_name(cli->store, text);
	if (!*out)
		complain_of_circle(cli, text);
	free(text);
	return *out != 0;
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
