/* Reading what was typed after a command: texts, dates, numbers, people.
 * Not here: what becomes of them. */
#include "cli/values.h"

#include "cli/options.h"
#include "cli/outcome.h"
#include "cli/print.h"
#include "filo/base/i18n.h"
#include "filo/base/paths.h"
#include "filo/base/text.h"
#include "filo/people/words/cadence.h"
#include "filo/people/words/log_words.h"
#include "filo/people/words/when.h"
#include "filo/store/circles.h"
#include "filo/store/contact_list.h"
#include "filo/store/contact_resolve.h"
#include "filo/store/store.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The longest text that is taken from the command line; more belongs into a file. */
#define TEXT_MAX_BYTES (1 << 20)

void cli_load_config(struct cli *cli)
{
	char *path = path_in_config("config");

	config_load(&cli->config, path, &cli->config_faults);
	free(path);
}

void cli_tell_config_faults(struct cli *cli)
{
	char *rest = NULL;

	config_sort_complaints(&cli->config_faults);
	for (char *line = strtok_r(cli->config_faults.data, "\n", &rest); line;
		line = strtok_r(NULL, "\n", &rest))
		cli_usage(NULL, "%s", line);
}

/* Every command may read a date, and opens the database. */
#define SETTINGS_OF_ALL " day-order journal "

/* Whether it is about a setting the command goes by: "PATH:12: \"daily\" can be ...". */
static bool config_fault_matters(const struct cli *cli, const char *fault)
{
	const char *own = cli->command->settings ? cli->command->settings : "";
	const char *key = strstr(fault, ": \"");
	struct strbuf name = STRBUF_INIT;

	if (!key)
		return false;
	key += strlen(": \"");
	strbuf_add_format(&name, " %.*s ", (int)strcspn(key, "\""), key);
	bool matters = strstr(own, name.data) || strstr(SETTINGS_OF_ALL, name.data);
	strbuf_fini(&name);
	return matters;
}

void cli_tell_config_faults_before(struct cli *cli)
{
	struct strbuf told = STRBUF_INIT;
	char *rest = NULL;

	if (isatty(STDERR_FILENO)) {
		cli_tell_config_faults(cli);
		return;
	}
	for (char *fault = strtok_r(cli->config_faults.data, "\n", &rest); fault;
		fault = strtok_r(NULL, "\n", &rest))
		if (config_fault_matters(cli, fault))
			strbuf_add_format(&told, "%s\n", fault);
	strbuf_fini(&cli->config_faults);
	cli->config_faults = told;
	cli_tell_config_faults(cli);
}

bool cli_accept(const struct cli *cli, enum status status, const struct error *err)
{
	if (status != STATUS_OK)
		cli_usage(cli, "%s", err->message);
	return status == STATUS_OK;
}

char *cli_mend(const struct cli *cli, const char *bytes, size_t len, const char *what)
{
	char *told = text_repair_told(bytes, len, what);

	if (told)
		cli_note(cli, "%s", told);
	free(told);
	return text_repair(bytes, len);
}

static bool take_text(
	const struct cli *cli, const char *bytes, size_t len, const char *what, char **text)
{
	*text = NULL;
	if (len > TEXT_MAX_BYTES) {
		cli_usage(cli, _("%s is longer than 1 MB"), what);
		return false;
	}
	char *repaired = cli_mend(cli, bytes, len, what);
	*text = text_trim(repaired);
	free(repaired);
	if (!text_is_blank(*text))
		return true;
	cli_usage(cli, _("%s is empty"), what);
	free(*text);
	*text = NULL;
	return false;
}

bool cli_text(const struct cli *cli, const char *argument, const char *what, char **text)
{
	return take_text(cli, argument, strlen(argument), what, text);
}

bool cli_file(const struct cli *cli, const char *path)
{
	if (!*path)
		cli_usage(cli, _("%s is empty"), _("The name of the file"));
	return *path != '\0';
}

/* As machines write it: without a byte order mark, and lines end in a line feed alone. */
static void clean_input(struct strbuf *text)
{
	static const char mark[] = "\xEF\xBB\xBF";
	size_t len = 0, at = strncmp(text->data, mark, strlen(mark)) ? 0 : strlen(mark);

	for (; at < text->len; at++)
		if (text->data[at] != '\r' || at + 1 >= text->len || text->data[at + 1] != '\n')
			text->data[len++] = text->data[at];
	if (text->len)
		strbuf_truncate(text, len);
}

bool cli_text_or_input(const struct cli *cli, const char *argument, const char *what, char **text)
{
	struct strbuf input = STRBUF_INIT;
	char bytes[8192];
	size_t got;

	if (strcmp(argument, "-") != 0)
		return cli_text(cli, argument, what, text);
	while (input.len <= TEXT_MAX_BYTES && (got = fread(bytes, 1, sizeof bytes, stdin)) > 0)
		strbuf_add_bytes(&input, bytes, got);
	bool is_taken = !ferror(stdin);
	*text = NULL;
	if (!is_taken)
		cli_usage(cli, _("%s cannot be read: %s"), what, strerror(errno));
	clean_input(&input);
	is_taken = is_taken && take_text(cli, input.data, input.len, what, text);
	strbuf_fini(&input);
	return is_taken;
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
	return cli_accept(cli, status, &err);
}

bool cli_days(const struct cli *cli, const char *argument, enum when_sense sense, day_number *first,
	day_number *last)
{
	struct error err;
	char *text;

	if (!cli_text(cli, argument, _("The date"), &text))
		return false;
	enum status status =
		when_parse_days(text, sense, store_today(cli->store), first, last, &err);
	free(text);
	return cli_accept(cli, status, &err);
}

bool cli_span(const struct cli *cli, const char *argument, int most, int *out)
{
	struct error err;

	if (cadence_parse(argument, out, &err) == STATUS_OK && *out && *out <= most)
		return true;
	cli_usage(cli, _("\"%s\" is not a span from 1 to %d days: try 10, 3 weeks or 2m"),
		text_brief(argument).text, most);
	return false;
}

int cli_spoken(const struct cli *cli, const struct spoken *words, size_t count, const char *typed,
	const char *refusal)
{
	struct strbuf all = STRBUF_INIT;
	int at = spoken_find_begun(words, count, typed);

	spoken_list(words, count, &all);
	if (at < 0)
		cli_usage(cli, refusal, text_brief(typed).text, all.data);
	strbuf_fini(&all);
	return at;
}

bool cli_is_none(const char *argument)
{
	/* Translators: no day, no wish: what is typed in place of one. */
	static const struct spoken none = { "none", NC_("typed", "none") };

	return spoken_is(&none, argument);
}

/* What was understood, where a word has two meanings. */
static void tell_wish(const struct cli *cli, const char *typed, int days)
{
	struct strbuf wish = STRBUF_INIT;

	cadence_describe(&wish, days);
	if (cadence_is_ambiguous(typed))
		cli_note(cli, _("\"%s\" is taken as %s"), typed, wish.data);
	strbuf_fini(&wish);
}

bool cli_wish(const struct cli *cli, const char *argument, int *days)
{
	struct error err;

	*days = 0;
	if (cli_is_none(argument) || !strcmp(argument, "0"))
		return true;
	if (cadence_parse(argument, days, &err) == STATUS_OK && *days) {
		tell_wish(cli, argument, *days);
		return true;
	}
	if (text_is_blank(argument))
		error_set(&err, STATUS_INVALID,
			_("\"%s\" is not an interval: try 30, 3 weeks or 2m"), argument);
	cli_usage(cli, "%s", err.message);
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
	cli_usage(cli, _("\"%s\" is not a number from %d to %d"), text_brief(argument).text, least,
		most);
	return false;
}

bool cli_feeling(const struct cli *cli, const char *typed, int *feeling)
{
	struct strbuf words = STRBUF_INIT;
	char *end;
	long value = strtol(typed, &end, 10);
	bool is_number = end != typed && !*end && value >= -2 && value <= 2;

	if (is_number)
		*feeling = (int)value;
	if (is_number || feeling_parse(typed, feeling))
		return true;
	feeling_list(&words);
	cli_usage(cli,
		_("\"%s\" does not say how it felt: a number from -2 to 2, or one of these words: "
		  "%s"),
		text_brief(typed).text, words.data);
	strbuf_fini(&words);
	return false;
}

static enum status read_limit(const struct cli *cli, const char *argument, struct limit *out)
{
	struct strbuf all = STRBUF_INIT;
	struct error err;
	char *text;

	if (!cli_text(cli, argument, _("The limit"), &text))
		return STATUS_INVALID;
	strbuf_add_format(&all, "%s %s", out->typed ? out->typed : "", text);
	free(text);
	limit_fini(out);
	enum status status = limit_parse(cli->store, all.data, out, &err);
	strbuf_fini(&all);
	cli_accept(cli, status, &err);
	return status;
}

bool cli_limit(const struct cli *cli, const char *argument, struct limit *out)
{
	return read_limit(cli, argument, out) == STATUS_OK;
}

/* What is not there was said; of those whom a filter leaves it makes nobody. */
static bool filter_takes(enum status status, bool *is_nobody)
{
	*is_nobody |= status == STATUS_NOT_FOUND;
	return status == STATUS_OK || status == STATUS_NOT_FOUND;
}

bool cli_filter(const struct cli *cli, const char *argument, struct limit *out, bool *is_nobody)
{
	return filter_takes(read_limit(cli, argument, out), is_nobody);
}

bool cli_filter_tag(const struct cli *cli, const char *tag, bool *is_nobody)
{
	struct error err;
	enum status status = tag_check_used(cli->store, tag, &err);

	cli_accept(cli, status, &err);
	return filter_takes(status, is_nobody);
}

static enum status read_circle(const struct cli *cli, const char *name, circle_id *out)
{
	struct circle circle;
	struct error err;
	char *text;

	if (!cli_text(cli, name, _("The circle"), &text))
		return STATUS_INVALID;
	enum status status = circle_meant(cli->store, text, &circle, &err);
	free(text);
	cli_accept(cli, status, &err);
	*out = circle.id;
	circle_fini(&circle);
	return status;
}

bool cli_circle_named(const struct cli *cli, const char *name, circle_id *out)
{
	return read_circle(cli, name, out) == STATUS_OK;
}

bool cli_circle_or_none(const struct cli *cli, const char *name, circle_id *out)
{
	*out = 0;
	return circle_is_none(name) || cli_circle_named(cli, name, out);
}

bool cli_filter_circle(const struct cli *cli, const char *name, circle_id *out, bool *is_nobody)
{
	return filter_takes(read_circle(cli, name, out), is_nobody);
}

char *cli_next_name(char **rest)
{
	char *name = *rest, *told = name ? strstr(name, " (#") : NULL, *comma, *closed;

	if (!name)
		return NULL;
	comma = strchr(name, ',');
	closed = told && comma > told ? strchr(told, ')') : NULL;
	if (closed)
		comma = strchr(closed, ',');
	*rest = comma ? comma + 1 : NULL;
	if (comma)
		*comma = '\0';
	return name;
}

char *cli_called(const struct cli *cli, contact_id id, const char *name)
{
	return contact_names_called(cli->names, cli->store, id, name);
}

void cli_call_in_place(const struct cli *cli, contact_id id, char **name)
{
	char *called = id && *name ? cli_called(cli, id, *name) : NULL;

	if (!called)
		return;
	free(*name);
	*name = called;
}

bool cli_person(const struct cli *cli, const char *name, contact_id *out, int *status)
{
	struct error err;
	char *text;

	*status = 2;
	if (!cli_text(cli, name, _("The name"), &text))
		return false;
	enum status resolved = contact_resolve(cli->store, text, out, &err);
	if (resolved == STATUS_NOT_FOUND && contact_may_be_named(text))
		error_set(&err, resolved,
			_("Nobody is called \"%s\". Add them with: filo add \"%s\""), text, text);
	free(text);
	if (resolved == STATUS_OK)
		outcome_add_named(cli, *out);
	if (resolved == STATUS_OK)
		return true;
	*status = cli_fail(cli, &err);
	return false;
}

bool cli_order(const struct cli *cli, const char *name, enum contact_order *out)
{
	int order = cli_spoken(
		cli, contact_order_words, CONTACT_ORDERS, name, _("\"%s\" is no order: %s"));

	if (order >= 0)
		*out = (enum contact_order)order;
	return order >= 0;
}
