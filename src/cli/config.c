/* filo config: whether the settings file can be read as it stands, and the keys as they are then.
 * Not here: reading it (base/config.c), what it says of keys and looks (the screen). */
#include "cli/options.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/base/paths.h"
#include "filo/exchange/json_write.h"

#include <stdlib.h>
#include <string.h>

enum { CHECK = CLI_LONG, KEYS, JSON };

/* Cut at the ends of its lines. */
static void config_print_lines(char *lines)
{
	char *rest = NULL;

	for (char *line = strtok_r(lines, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
		cli_say("%s", line);
}

/* Cut the same way. */
static void config_put_findings(struct json_writer *json, char *lines, bool are_faults)
{
	char *rest = NULL;

	for (char *line = strtok_r(lines, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
		json_line(json);
		json_object_open(json);
		json_put_bool(json, "fault", are_faults);
		json_put_string(json, "text", line);
		json_object_close(json);
	}
}

static int config_put_check(struct cli *cli, struct strbuf *notes)
{
	struct cli_json out;
	struct json_writer *json = cli_json_begin(&out);
	bool is_faulty = cli->config_faults.len > 0;

	json_array_open(json);
	config_put_findings(json, cli->config_faults.data, true);
	config_put_findings(json, notes->data, false);
	json_array_close(json);
	int status = cli_json_end(cli, &out);
	return is_faulty ? 1 : status;
}

static int config_print_check(struct cli *cli, struct strbuf *notes)
{
	char *path = path_in_config("config");
	bool is_faulty = cli->config_faults.len > 0, is_noted = notes->len > 0;

	config_print_lines(notes->data);
	cli_tell_config_faults(cli);
	if (!is_faulty && !is_noted)
		cli_say(_("Nothing is wrong in %s"), path);
	free(path);
	return is_faulty ? 1 : cli_finish(cli);
}

static int config_check(struct cli *cli, bool is_json)
{
	struct strbuf notes = STRBUF_INIT;

	cli->screen->check_settings(&cli->config, &cli->config_faults, &notes);
	int status = is_json ? config_put_check(cli, &notes) : config_print_check(cli, &notes);
	strbuf_fini(&notes);
	return status;
}

/* "bind due l log-conversation", or of what has no key "# bind due - triage". */
static int config_put_keys(struct cli *cli, char *lines)
{
	struct cli_json out;
	struct json_writer *json = cli_json_begin(&out);
	char *rest = NULL, place[32], key[32], command[64];

	json_array_open(json);
	for (char *line = strtok_r(lines, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
		if (sscanf(line + strspn(line, "# "), "bind %31s %31s %63s", place, key, command) !=
			3)
			continue;
		json_line(json);
		json_object_open(json);
		json_put_string(json, "place", place);
		json_put_string(json, "key", *line == '#' ? NULL : key);
		json_put_string(json, "command", command);
		json_object_close(json);
	}
	json_array_close(json);
	return cli_json_end(cli, &out);
}

static int config_print_keys(struct cli *cli, bool is_json)
{
	struct strbuf keys = STRBUF_INIT;

	cli_tell_config_faults(cli);
	cli->screen->print_keys(&cli->config, &keys);
	int status = is_json ? config_put_keys(cli, keys.data) : 0;
	if (!is_json)
		config_print_lines(keys.data);
	strbuf_fini(&keys);
	return is_json ? status : cli_finish(cli);
}

static int config_run(struct cli *cli, int argc, char **argv)
{
	int option, wanted = 0;
	bool is_json = false;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?')
			return 2;
		is_json |= option == JSON;
		if (option != JSON && wanted && wanted != option)
			return cli_usage(cli, _("%s cannot be combined"), "--check, --keys");
		wanted = option == JSON ? wanted : option;
	}
	if (!cli_has_operands(cli, argc, 0, 0))
		return 2;
	if (!wanted)
		return cli_usage(cli, _("it takes --check or --keys"));
	return wanted == CHECK ? config_check(cli, is_json) : config_print_keys(cli, is_json);
}

static const struct cli_option config_options[] = {
	{ CHECK, "check", NULL, N_("tell each faulty line, and how it can be mended") },
	{ KEYS, "keys", NULL, N_("print the keys of all places, as lines for the settings file") },
	{ JSON, "json", NULL, N_("print either as JSON") },
	{ 0 },
};

const struct cli_command cli_config = {
	.name = "config",
	.usage = "--check|--keys [--json]",
	.help = N_("check the settings file, or print the keys it makes"),
	.options = config_options,
	.run = config_run,
	.is_without_store = true,
	.tells_settings = true,
};
