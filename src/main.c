/* Where filo begins: its own options, the day, the database; then a command, or the screen.
 * Not here: the commands (cli/), the screen (tui/). */
#include "cli/cli.h"
#include "cli/options.h"
#include "cli/outcome.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/config.h"
#include "filo/base/i18n.h"
#include "filo/base/log.h"
#include "filo/base/memory.h"
#include "filo/base/paths.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/tui/refusal.h"
#include "filo/tui/settings.h"
#include "filo/tui/tui.h"
#include "sample/sample.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct start {
	const char *db_path; /* NULL: the usual place */
	bool is_plain_screen;
};

/* The day fixed by $FILO_TODAY, for scripts and tests; false when it is no date. */
static bool fixed_today(day_number *day)
{
	const char *fixed = getenv("FILO_TODAY");

	*day = DAY_NONE;
	return !fixed || !*fixed || date_parse_iso(fixed, day);
}

static day_number today(void)
{
	day_number day;

	return fixed_today(&day) && day != DAY_NONE ? day : date_day_of_moment(time(NULL));
}

enum { DB = CLI_LONG, PLAIN_SCREEN, VERSION };

static const struct cli_option program_options[] = {
	{ DB, "db", N_("FILE"), N_("use this database instead of the usual one"),
		.takes_file = true },
	{ PLAIN_SCREEN, "plain-screen", NULL,
		N_("no borders and one pane at a time, for screen readers") },
	{ 'h', "help", NULL, N_("print this, or the options of a command") },
	{ VERSION, "version", NULL, N_("print the version") },
	{ 0 },
};

/* What stands before a command. */
static const struct cli_command program = { .options = program_options };

/* -1: go on, else the exit status. */
static int parse_options(int argc, char **argv, struct start *start)
{
	const struct cli cli = { .command = &program };
	int option;

	optind = 0;
	while ((option = cli_option(&cli, argc, argv)) != -1) {
		switch (option) {
		case DB:
			start->db_path = optarg;
			break;
		case PLAIN_SCREEN:
			start->is_plain_screen = true;
			break;
		case 'h':
			cli_help(&program);
			return cli_finish(NULL);
		case VERSION:
			puts("filo " FILO_VERSION);
			return cli_finish(NULL);
		default:
			return 2;
		}
	}
	return -1;
}

static char *path_of(const struct start *start)
{
	return start->db_path ? memory_copy_string(start->db_path) : store_default_path();
}

static enum status open_store(const struct start *start, struct store **store, struct error *err)
{
	char *path = path_of(start);
	enum status status = store_open(store, path, today(), err);

	free(path);
	return status;
}

static bool asks_for_help(int argc, char **argv)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (!strcmp(argv[i], "--help") || !strcmp(argv[i], "-h"))
			return true;
	return false;
}

static const struct cli_screen screen = { tui_check_settings, tui_tell_keys };

/* What it said may be too little; what it did is done. */
static int tell_unread(const struct cli *cli, const struct error *why)
{
	struct error err;

	if (!store_has_changed(cli->store))
		return cli_fail_aloud(cli, why);
	error_set(&err, why->status,
		_("It is done and kept, but what there is to say of it could not be read: %s"),
		why->message);
	return cli_fail_aloud(cli, &err);
}

static int run_command(
	const struct start *start, const struct cli_command *command, int argc, char **argv)
{
	char *path = path_of(start);
	struct contact_names names = { 0 };
	struct cli_outcome outcome;
	struct cli cli = { .command = command,
		.names = &names,
		.outcome = &outcome,
		.db_path = path,
		.today = today(),
		.config_faults = STRBUF_INIT,
		.screen = &screen };
	struct error err;

	int status;

	outcome_init(&outcome);
	cli_guard_memory(&cli);
	cli_load_config(&cli);
	store_set_without_log(cli.config.has_no_log);
	if (!command->is_without_store &&
		store_open(&cli.store, path, cli.today, &err) != STATUS_OK) {
		status = cli_fail(NULL, &err);
	} else {
		if (!command->tells_settings)
			cli_tell_config_faults_before(&cli);
		optind = 0; /* begins anew, with the command as argv[0] */
		log_line("command", "%s", command->name);
		status = command->run(&cli, argc, argv);
		if (!status)
			status = outcome_print(&cli);
		if (cli.store && store_unread(cli.store, &err) != STATUS_OK)
			status = tell_unread(&cli, &err);
	}
	cli_guard_memory(NULL);
	contact_names_fini(&names);
	outcome_fini(&outcome);
	store_close(cli.store);
	config_fini(&cli.config);
	strbuf_fini(&cli.config_faults);
	free(path);
	return status;
}

/* The settings are read for opening the database and for the screen. */
static int run_screen_with(const struct start *start, bool is_demo, const struct config *config,
	struct strbuf *complaints)
{
	struct start in_memory = { .db_path = ":memory:" };
	struct store *store;
	struct error err;

	store_set_without_log(config->has_no_log);
	if (open_store(is_demo ? &in_memory : start, &store, &err) != STATUS_OK)
		return cli_fail(NULL, &err);
	if (is_demo && demo_fill(store, &err) != STATUS_OK) {
		store_close(store);
		return cli_fail(NULL, &err);
	}
	const struct tui_options options = { .db_path = store_path(store),
		.is_plain_screen = start->is_plain_screen,
		.config = config,
		.complaints = complaints,
		.fill_sample = demo_fill,
		.command_called = cli_name_of_screen,
		.today = today };
	signal(SIGPIPE, SIG_DFL); /* an editor that the screen starts must not inherit it ignored */
	int status = tui_run(store, &options);
	store_close(store);
	return status;
}

static int run_screen(const struct start *start, bool is_demo)
{
	struct strbuf complaints = STRBUF_INIT;
	const char *refusal = tui_refusal();
	struct config config;

	if (refusal)
		return cli_usage(NULL, "%s", refusal);
	char *path = path_in_config("config");
	config_load(&config, path, &complaints);
	free(path);
	int status = run_screen_with(start, is_demo, &config, &complaints);
	config_fini(&config);
	strbuf_fini(&complaints);
	return status;
}

static int run_named(
	const struct start *start, const struct cli_command *command, int argc, char **argv)
{
	if (!command)
		return cli_usage(NULL, _("there is no command \"%s\"; see filo --help"),
			text_brief(argv[0]).text);
	if (asks_for_help(argc, argv)) {
		cli_command_help(command);
		return cli_finish(NULL);
	}
	if (command->run)
		return run_command(start, command, argc, argv);
	return argc == 1 ? run_screen(start, true)
			 : cli_usage(NULL, _("filo %s takes no arguments"), command->name);
}

/* A command, or the screen without one. */
static int run(const struct start *start, int argc, char **argv)
{
	if (!argc)
		return run_screen(start, false);
	struct vector words = VECTOR_INIT(char *);
	const struct cli_command *command = cli_command_of(argv, argc, &words);
	vector_push(&words, NULL); /* as behind any argv */
	int status = run_named(start, command, (int)words.count - 1, words.items);
	vector_fini_strings(&words);
	return status;
}

int main(int argc, char **argv)
{
	struct start start = { 0 };
	struct error err;
	day_number fixed;

	i18n_init();
	signal(SIGPIPE, SIG_IGN); /* a closed pipe is a write that fails */
	int status = parse_options(argc, argv, &start);
	if (status >= 0)
		return status;
	if (!fixed_today(&fixed))
		return cli_usage(NULL, _("FILO_TODAY is \"%s\", which is not a date like %s"),
			text_brief(getenv("FILO_TODAY")).text, "2026-11-23");
	if (log_open(&err) != STATUS_OK)
		return cli_fail(NULL, &err);
	log_line("begin", "filo %s", FILO_VERSION);
	status = run(&start, argc - optind, argv + optind);
	log_line("end", "status %d", status);
	log_close();
	return status;
}
