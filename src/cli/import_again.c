/* filo import --again: the files that are remembered, and new mail, for cron and timers.
 * Not here: the command otherwise (import.c). */
#include "cli/import_again.h"

#include "cli/hooks.h"
#include "cli/import_json.h"
#include "cli/options.h"
#include "cli/outcome.h"
#include "cli/print.h"
#include "filo/base/command_line.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/exchange/import_stamp.h"
#include "filo/store/import_sources.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct again {
	struct cli *cli;
	struct json_writer *json; /* NULL: in words */
	bool is_quiet;
	bool has_failed;
};

/* Whoever came up for the first time needs an answer; those before had their chance. What was taken
 * away never goes without a word. */
static bool again_is_worth_telling(const struct import_plan *plan)
{
	const struct history_unknown *unknown;

	VECTOR_EACH (unknown, &plan->history.unknown)
		if (unknown->is_new)
			return true;
	return plan->taken > 0;
}

/* `failed`: why nothing came of it; NULL: it was imported. */
static void again_put(const struct again *again, const char *name, const struct import_plan *plan,
	const struct error *failed)
{
	json_line(again->json);
	json_object_open(again->json);
	json_put_string(again->json, "again", name);
	json_put_string(again->json, "error", failed ? failed->message : NULL);
	import_put_plan(again->json, plan, false);
	json_object_close(again->json);
}

/* `name`: what should have been imported; NULL: it was not found out. */
static void again_complain(struct again *again, const char *name, const struct error *err)
{
	struct import_plan nothing;

	cli_fail(again->cli, err);
	again->has_failed = true;
	if (!again->json)
		return;
	import_plan_init(&nothing);
	again_put(again, name, &nothing, err);
	import_plan_fini(&nothing);
}

static void again_tell(const struct again *again, const char *name, const struct import_plan *plan)
{
	if (again->is_quiet && !again_is_worth_telling(plan))
		return;
	if (again->json) {
		again_put(again, name, plan, NULL);
		return;
	}
	cli_print(stdout, name);
	putchar('\n');
	import_history_print(&plan->history);
	import_print_problems(plan);
}

static void again_import(
	struct again *again, const struct import_request *request, const char *name)
{
	struct import_plan plan;
	struct error err;

	import_plan_init(&plan);
	enum status status = import_plan_apply(again->cli->store, request, &plan, &err);
	if (status != STATUS_OK) {
		again_complain(again, name, &err);
	} else {
		again_tell(again, name, &plan);
		cli_after_import(again->cli, request, &plan);
	}
	import_plan_fini(&plan);
}

/* "me=Ada", "with-text": as it was typed then. */
static void again_take_option(const struct cli *cli, char *line, struct history_typed *typed)
{
	char *equals = strchr(line, '=');

	if (equals)
		*equals = '\0';
	for (const struct cli_option *option = cli->command->options; option->value; option++) {
		if (option->name && !strcmp(option->name, line)) {
			optarg = equals ? equals + 1 : NULL;
			history_typed_option(cli, option->value, typed);
		}
	}
}

static void again_run_file(struct again *again, const struct import_source *source)
{
	struct history_typed typed = HISTORY_TYPED_INIT;
	char *options = memory_copy_string(source->options), *rest = options, *line;
	const char *files[] = { source->path };
	struct import_request request = {
		.files = files, .file_count = 1, .remember = source->options
	};

	while ((line = strsep(&rest, "\n")))
		if (*line)
			again_take_option(again->cli, line, &typed);
	if (*source->format) {
		request.format = import_format_named(source->format);
		typed.options.reader = request.format ? NULL : source->format;
	}
	history_typed_settle(again->cli, &typed);
	request.history = typed.options;
	again_import(again, &request, source->path);
	history_typed_fini(&typed);
	free(options);
}

/* Of a folder it is said, since it may have many files. */
static void again_say_unchanged(const struct again *again, const struct import_source *source)
{
	if (again->is_quiet || again->json)
		return;
	cli_print(stdout, source->path);
	printf("\n  %s\n", _("Nothing in it has changed."));
}

static void again_run_files(struct again *again)
{
	struct vector sources = VECTOR_INIT(struct import_source);
	struct import_source *source;
	struct error err;
	struct import_stamp stamp;

	if (import_source_list(again->cli->store, &sources, &err) != STATUS_OK)
		again_complain(again, NULL, &err);
	VECTOR_EACH (source, &sources) {
		if (!import_stamp_take(source->path, &stamp)) {
			error_set(&err, STATUS_IO, _("Could not open %s: %s"), source->path,
				strerror(errno));
			again_complain(again, source->path, &err);
		} else if (!import_stamp_is_same(&stamp, source)) {
			again_run_file(again, source);
		} else if (stamp.is_folder) {
			again_say_unchanged(again, source);
		}
		import_source_fini(source);
	}
	vector_fini(&sources);
}

static int again_spawn(char *const *words, int out)
{
	posix_spawn_file_actions_t actions;
	pid_t pid;
	int code = posix_spawn_file_actions_init(&actions), how = 0;

	if (!code)
		code = posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
	if (!code)
		code = posix_spawnp(&pid, words[0], &actions, NULL, words, environ);
	posix_spawn_file_actions_destroy(&actions);
	if (code)
		return code;
	while (waitpid(pid, &how, 0) < 0 && errno == EINTR)
		;
	return WIFEXITED(how) && !WEXITSTATUS(how) ? 0 : EIO;
}

static void again_import_list(struct again *again, const char *list, const char *command)
{
	struct history_typed typed = HISTORY_TYPED_INIT;
	struct import_request request = { .file_count = 0 };

	history_typed_settle(again->cli, &typed);
	request.history = typed.options;
	request.history.files_from = list;
	again_import(again, &request, command);
	history_typed_fini(&typed);
}

/* The command prints names of files; nothing is read when it prints none. */
static void again_run_query(struct again *again)
{
	const char *command = again->cli->config.mail_query;
	const char *folder = getenv("TMPDIR");
	struct strbuf list = STRBUF_INIT;
	struct vector words = VECTOR_INIT(char *);
	struct error err;

	strbuf_add_format(&list, "%s/filo-mail-XXXXXX", folder ? folder : "/tmp");
	int file = mkostemp(list.data, O_CLOEXEC);
	bool is_whole = command_line_split(command, &words);
	int code = file < 0    ? errno
		   : !is_whole ? EINVAL
			       : again_spawn(command_line_argv(&words), file);
	if (code) {
		error_set(&err, STATUS_IO, _("Could not run %s: %s"), command, strerror(code));
		again_complain(again, command, &err);
	} else if (lseek(file, 0, SEEK_END) > 0) {
		again_import_list(again, list.data, command);
	}
	if (file >= 0) {
		close(file);
		unlink(list.data);
	}
	vector_fini_strings(&words);
	strbuf_fini(&list);
}

int import_again(struct cli *cli, bool is_quiet)
{
	struct again again = { .cli = cli, .is_quiet = is_quiet };
	struct cli_json out;

	if (cli_is_json(cli)) {
		again.json = cli_json_begin(cli, &out);
		json_array_open(again.json);
	}
	again_run_files(&again);
	if (!text_is_blank(cli->config.mail_query))
		again_run_query(&again);
	if (again.json) {
		json_line(again.json);
		json_array_close(again.json);
	}
	int status = again.json ? cli_json_end(cli, &out) : cli_finish(cli);
	return again.has_failed ? 1 : status;
}
