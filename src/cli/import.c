/* filo import: brings in files and says what became of them.
 * Not here: the import itself (exchange/). */
#include "cli/hooks.h"
#include "cli/import_again.h"
#include "cli/import_history.h"
#include "cli/import_json.h"
#include "cli/options.h"
#include "cli/outcome.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/exchange/import_counts.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { LIKELY = IMPORT_HISTORY_OPTIONS };

struct import_typed {
	struct import_request request;
	struct history_typed history;
	struct import_plan plan; /* with what was chosen for single cards */
	bool is_dry_run;
	int status; /* when they are refused */
};

static const struct spoken choice_words[] = {
	/* Translators: what to do with who is likely here already, as it is typed: one word each.
	 */
	[IMPORT_AS_NEW] = { "new", NC_("likely", "new") },
	[IMPORT_AS_SAME] = { "same", NC_("likely", "same") },
	[IMPORT_LEAVE_OUT] = { "skip", NC_("likely", "skip") },
};
#define CHOICES (sizeof choice_words / sizeof *choice_words)

static bool import_parse_choice(const char *word, enum import_choice *choice)
{
	int which = spoken_find(choice_words, CHOICES, word);

	if (which >= 0)
		*choice = (enum import_choice)which;
	return which >= 0;
}

/* In place of what was said of that card before; they stand by card. Takes it over. */
static void import_choose(struct vector *choices, struct import_likely *choice)
{
	struct import_likely *other = choices->items;
	size_t place = 0;

	while (place < choices->count && other[place].card < choice->card)
		place++;
	if (place < choices->count && other[place].card == choice->card) {
		import_likely_fini(&other[place]);
		vector_remove(choices, place);
	}
	vector_insert(choices, place, choice);
}

/* "4": the number of a card before this one. */
static bool import_is_card(const char *who, int64_t card, int64_t *other)
{
	*other = strtoll(who, NULL, 10) - 1;
	return *who && !who[strspn(who, "0123456789")] && *other >= 0 && *other < card;
}

/* "7=skip", "7=#12", "7=4": what is to be done with a card, or whose it is. */
static bool import_parse_card(const struct cli *cli, const char *word, struct import_typed *options)
{
	const char *who = strchr(word, '=') + 1;
	struct import_likely choice = { .candidates = VECTOR_INIT(struct import_candidate) };
	struct import_candidate meant = { .is_in_file = true };
	char *number = memory_copy_bytes(word, (size_t)(who - 1 - word));
	int card;

	bool is_number = cli_number(cli, number, 1, INT_MAX, &card);
	free(number);
	if (!is_number)
		return false;
	choice.card = card - 1;
	if (!import_parse_choice(who, &choice.choice)) {
		choice.choice = IMPORT_AS_SAME;
		meant.is_in_file = import_is_card(who, choice.card, &meant.card);
		if (!meant.is_in_file && !cli_person(cli, who, &meant.contact, &options->status))
			return false;
		vector_push(&choice.candidates, &meant);
	}
	import_choose(&options->plan.likely, &choice);
	return true;
}

static bool import_parse_likely(
	const struct cli *cli, const char *word, struct import_typed *options)
{
	if (strchr(word, '='))
		return import_parse_card(cli, word, options);
	int which = cli_spoken(cli, choice_words, CHOICES, word,
		_("--likely takes %2$s or CARD=WHO, not \"%1$s\""));
	if (which >= 0)
		options->request.likely = (enum import_choice)which;
	return which >= 0;
}

/* One of filo's own, or else one that a reader knows. */
static void import_set_format(
	struct import_request *request, struct history_options *history, const char *word)
{
	request->format = import_format_named(word);
	history->reader = request->format ? NULL : word;
}

static bool import_parse_options(
	const struct cli *cli, int argc, char **argv, struct import_typed *options)
{
	struct import_request *request = &options->request;
	int option;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?' || !history_typed_option(cli, option, &options->history) ||
			(option == LIKELY && !import_parse_likely(cli, optarg, options)))
			return false;
		if (option == 'f')
			import_set_format(request, &options->history.options, optarg);
		options->is_dry_run |= option == 'n';
	}
	if (!history_maps_agree(cli, &options->history))
		return false;
	request->is_choice_bound = true;
	request->files = (const char *const *)argv + optind;
	request->file_count = (size_t)(argc - optind);
	for (size_t i = 0; i < request->file_count; i++)
		if (!cli_file(cli, request->files[i]))
			return false;
	history_typed_settle(cli, &options->history);
	request->history = options->history.options;
	if (options->history.is_remembered)
		request->remember = options->history.lines.data;
	if (options->history.is_again)
		return cli_has_operands(cli, argc, 0, 0);
	if (request->file_count || request->history.files_from)
		return true;
	cli_usage(cli, _("name a file to import, or %s for standard input"), "-");
	return false;
}

/* "Ada Prova (Studio, ada@example.org)" */
static void import_print_card(const char *name, const char *facts)
{
	cli_print(stdout, name);
	if (!*facts)
		return;
	printf(" (");
	cli_print(stdout, facts);
	printf(")");
}

/* With the number to choose them by: of the person, or of the card that brings them. */
static void import_print_candidate(const struct import_candidate *candidate, bool is_chosen)
{
	struct strbuf facts = STRBUF_INIT;

	printf("       %s ", is_chosen ? "=" : "~");
	if (candidate->is_in_file)
		printf("%lld: ", (long long)candidate->card + 1);
	else
		strbuf_add_format(&facts, "#%lld", (long long)candidate->contact);
	if (*candidate->facts)
		strbuf_add_item(&facts, ", ", candidate->facts);
	import_print_card(candidate->name, facts.len ? facts.data : "");
	if (candidate->is_in_file)
		printf("  %s", _("both in the file"));
	printf("\n");
	strbuf_fini(&facts);
}

static void import_print_likely(const struct import_plan *plan)
{
	const struct import_likely *likely;
	const struct import_candidate *candidate;

	VECTOR_EACH (likely, &plan->likely) {
		printf("%5lld: ", (long long)likely->card + 1);
		import_print_card(likely->name, likely->facts);
		printf("\n");
		VECTOR_EACH (candidate, &likely->candidates)
			import_print_candidate(
				candidate, likely->choice == IMPORT_AS_SAME &&
						   candidate == import_likely_meant(likely));
	}
}

static void import_print_line(int64_t count, const struct plural *words)
{
	if (!count)
		return;
	printf("  ");
	printf(i18n_plural(words, count), (long long)count);
	printf("\n");
}

static int import_print_plan(const struct cli *cli, const struct import_plan *plan, bool is_dry_run)
{
	static const struct plural likely = NN_("%lld is likely to be here already (see --likely):",
		"%lld are likely to be here already (see --likely):");

	if (is_dry_run)
		puts(plan->has_changed ? _("This is what an import would do; nothing was changed:")
				       : _("An import would change nothing."));
	else
		puts(plan->has_changed ? _("Imported:") : _("Nothing was imported."));
	for (const struct import_count *count = import_counts; count->key; count++)
		import_print_line(import_count_of(plan, count), &count->words);
	import_print_line(plan->likely_count, &likely);
	import_print_likely(plan);
	import_history_print(&plan->history);
	int status = cli_finish(cli);
	import_print_problems(plan);
	return status;
}

static int import_print_json(const struct cli *cli, const struct import_plan *plan, bool is_dry_run)
{
	struct cli_json out;
	struct json_writer *json = cli_json_begin(cli, &out);

	json_object_open(json);
	import_put_plan(json, plan, is_dry_run);
	json_object_close(json);
	return cli_json_end(cli, &out);
}

/* The progress of a long import, on a line of its own, once a second. */
struct waiting {
	time_t said_at;
	int cols; /* of what stands there; 0: nothing was said */
};

static bool say_progress(void *context, int64_t done, int64_t total)
{
	struct waiting *waiting = context;
	time_t now = time(NULL);

	if (now == waiting->said_at)
		return true;
	waiting->said_at = now;
	putc('\r', stderr);
	if (total > 0)
		waiting->cols = fprintf(stderr, _("Importing: %lld of %lld kB"),
			(long long)(done / 1024), (long long)(total / 1024));
	else
		waiting->cols =
			fprintf(stderr, _("Importing: %lld kB so far"), (long long)(done / 1024));
	fflush(stderr);
	return true;
}

static void wipe_progress(const struct waiting *waiting)
{
	if (waiting->cols > 0)
		fprintf(stderr, "\r%*s\r", waiting->cols, "");
}

static int import_do(struct cli *cli, struct import_typed *options)
{
	struct waiting waiting = { .said_at = time(NULL) };
	struct import_plan *plan = &options->plan;
	struct error err;
	int result;

	if (isatty(STDERR_FILENO)) {
		options->request.progress = say_progress;
		options->request.context = &waiting;
	}
	enum status status = options->is_dry_run
				     ? import_plan_read(cli->store, &options->request, plan, &err)
				     : import_plan_apply(cli->store, &options->request, plan, &err);
	wipe_progress(&waiting);
	/* Who you are is an answer that is missing on the command line. */
	if (status != STATUS_OK)
		return status == STATUS_AMBIGUOUS ? cli_usage(cli, "%s", err.message)
						  : cli_fail(cli, &err);
	result = cli_is_json(cli) ? import_print_json(cli, plan, options->is_dry_run)
				  : import_print_plan(cli, plan, options->is_dry_run);
	if (!options->is_dry_run)
		cli_after_import(cli, &options->request, plan);
	/* When all was refused, nothing was imported. */
	return plan->refused && import_is_empty(plan) ? 1 : result;
}

static int import_run(struct cli *cli, int argc, char **argv)
{
	struct import_typed options = { .history = HISTORY_TYPED_INIT, .status = 2 };
	int result;

	import_plan_init(&options.plan);
	if (!import_parse_options(cli, argc, argv, &options))
		result = options.status;
	else if (options.history.is_again)
		result = import_again(cli, options.history.is_quiet);
	else
		result = import_do(cli, &options);
	import_plan_fini(&options.plan);
	history_typed_fini(&options.history);
	return result;
}

static const struct cli_option import_options[] = {
	{ 'f', "format", N_("FORMAT"), N_("of the files; detected when it is not given"),
		import_format_name },
	{ HISTORY_ME, "me", N_("WHO"), N_("by what you are known in histories"),
		.times = CLI_SEVERAL },
	{ HISTORY_MAP, "map", N_("HANDLE=PERSON"), N_("who somebody in them is"),
		.times = CLI_ONCE_EACH },
	{ HISTORY_MAP_FILE, "map-file", N_("FILE"), N_("the same, a line each"), .takes_file = true,
		.times = CLI_SEVERAL },
	{ HISTORY_SINCE, "since", N_("WHEN"), N_("take nothing before that day") },
	{ HISTORY_UNTIL, "until", N_("WHEN"), N_("take nothing after that day") },
	{ HISTORY_GROUPS, "groups", N_("none|small|all"), N_("which groups count") },
	{ HISTORY_CROWD_SIZE, "crowd", N_("N"),
		N_("how many others a small group has at most: 6") },
	{ HISTORY_ADOPT, "adopt", N_("N"), N_("make contacts of who has so many days") },
	{ HISTORY_WITH_TEXT, "with-text", NULL, N_("keep words, too") },
	{ HISTORY_NAME, "name", N_("NAME"), N_("what records of messages are from") },
	{ HISTORY_DAY_ORDER, "day-order", "dmy|mdy|ymd", N_("how dates are read") },
	{ HISTORY_ZONE, "tz", N_("ZONE"), N_("the time zone you lived in") },
	{ HISTORY_FILES_FROM, "files-from", N_("FILE"), N_("import the files named in it"),
		.takes_file = true },
	{ HISTORY_REMEMBER, "remember", NULL, N_("so that --again imports them") },
	{ HISTORY_AGAIN, "again", NULL, N_("import what is remembered and has changed") },
	{ HISTORY_QUIET, "quiet", NULL,
		N_("then print nothing unless it needs an answer, or takes away or renames") },
	{ LIKELY, "likely", N_("new|same|skip|CARD=WHO"),
		N_("what to do with people who are probably here already, or whose a card is"),
		.times = CLI_ONCE_EACH },
	{ 'n', "dry-run", NULL, N_("say what would be done, and do nothing") },
	{ CLI_JSON, "json", NULL, N_("print what was done as JSON") },
	{ 0 },
};

static const struct cli_rule import_rules[] = {
	{ "--quiet", .needs = "--again" },
	/* Each file is imported as it was said then. */
	{ "--again", .alone_but = "--quiet, --json" },
	{ 0 },
};

const struct cli_command cli_import = {
	.name = "import",
	.also = (const struct cli_alias[]){ { "bring-histories" }, { 0 } },
	.usage = N_("[--format F] [--likely new|same|skip|CARD=WHO]... [--me WHO]... "
		    "[--map HANDLE=PERSON]... [--map-file FILE]... [--since WHEN] [--until WHEN] "
		    "[--groups none|small|all] "
		    "[--crowd N] [--adopt N] [--with-text] [--name NAME] "
		    "[--day-order dmy|mdy|ymd] [--tz ZONE] [--files-from FILE] "
		    "[--remember] [--dry-run] [--json] FILE|FOLDER...|-, or --again [--quiet]"),
	.help = N_("import address books, logs and histories of messages"),
	.options = import_options,
	.rules = import_rules,
	.example = N_("filo import --dry-run contacts.vcf\n"
		      "filo import --me ada@example.org --since 2020 mail.mbox"),
	.run = import_run,
	.settings = " me mail-query after-import ",
};
