/* filo config: whether the settings file can be read as it stands, and the keys as they are then.
 * Not here: reading it (base/config.c), what it says of keys and looks (the screen). */
#include "cli/options.h"
#include "cli/outcome.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/command_line.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/paths.h"
#include "filo/exchange/json_write.h"

#include <stdlib.h>
#include <string.h>

enum { CHECK = CLI_LONG, KEYS };

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
	struct json_writer *json = cli_json_begin(cli, &out);
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

/* The file may be for another machine, which has the program: that is no fault. */
static void config_note_program(struct strbuf *notes, const struct config_line *line)
{
	struct vector words = VECTOR_INIT(char *);
	char *all = memory_copy_string(line->words), *rest = all, *key = config_cut_word(&rest);

	if (key && command_line_split(rest, &words)) {
		const char *program = *(char **)vector_at(&words, 0);
		char *found = path_of_command(program);
		if (!found)
			config_refuse(notes, line,
				_("there is no program \"%s\" here, which %s starts: install it, "
				  "or name another"),
				program, key);
		free(found);
	}
	vector_fini_strings(&words);
	free(all);
}

static int config_check(struct cli *cli)
{
	const struct config_line *line;
	struct strbuf notes = STRBUF_INIT;

	cli->screen->check_settings(&cli->config, &cli->config_faults, &notes);
	VECTOR_EACH (line, &cli->config.programs)
		config_note_program(&notes, line);
	config_sort_complaints(&cli->config_faults);
	config_sort_complaints(&notes);
	int status =
		cli_is_json(cli) ? config_put_check(cli, &notes) : config_print_check(cli, &notes);
	strbuf_fini(&notes);
	return status;
}

/* As a line of the settings; what is none, since the command has no key or the key is not to be
 * bound, in a comment. */
static void config_print_key(void *context, const struct key_told *told)
{
	(void)context;
	cli_say("%s%sbind %s %s%s%s%s%s", told->is_fixed || !told->key ? "# " : "",
		told->command ? "" : "un", told->place, told->key ? told->key : "-",
		told->command ? " " : "", told->command ? told->command : "",
		told->argument ? " " : "", told->argument ? told->argument : "");
}

static void config_put_key(void *context, const struct key_told *told)
{
	struct json_writer *json = context;

	json_line(json);
	json_object_open(json);
	json_put_string(json, "place", told->place);
	json_put_string(json, "key", told->key);
	json_put_string(json, "command", told->command);
	json_put_string(json, "argument", told->argument);
	json_put_bool(json, "fixed", told->is_fixed);
	json_object_close(json);
}

static int config_tell_keys(struct cli *cli)
{
	struct cli_json out;

	cli_tell_config_faults(cli);
	if (!cli_is_json(cli)) {
		cli->screen->tell_keys(&cli->config, config_print_key, NULL);
		return cli_finish(cli);
	}
	struct json_writer *json = cli_json_begin(cli, &out);
	json_array_open(json);
	cli->screen->tell_keys(&cli->config, config_put_key, json);
	json_array_close(json);
	return cli_json_end(cli, &out);
}

static int config_run(struct cli *cli, int argc, char **argv)
{
	int option, wanted = 0;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?')
			return 2;
		wanted = option;
	}
	if (!cli_has_operands(cli, argc, 0, 0))
		return 2;
	if (!wanted)
		return cli_usage(cli, _("it takes --check or --keys"));
	return wanted == CHECK ? config_check(cli) : config_tell_keys(cli);
}

static const struct cli_option config_options[] = {
	{ CHECK, "check", NULL, N_("tell each faulty line, and how it can be mended") },
	{ KEYS, "keys", NULL, N_("print the keys of all places, as lines for the settings file") },
	{ CLI_JSON, "json", NULL, N_("print either as JSON") },
	{ 0 },
};

static const struct cli_rule config_rules[] = { { "--check, --keys" }, { 0 } };

const struct cli_command cli_config = {
	.name = "config",
	.usage = "--check|--keys [--json]",
	.help = N_("check the settings file, or print the keys it makes"),
	.options = config_options,
	.rules = config_rules,
	.example = N_("filo config --check"),
	.run = config_run,
	.is_without_store = true,
	.tells_settings = true,
};
