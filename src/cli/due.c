/* filo due: who would be glad to hear from you, and why; on any day.
 * Not here: who is due (people/due.c), the sentences (people/words/words.c). */
#include "cli/options.h"
#include "cli/outcome.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "filo/exchange/json_write.h"
#include "filo/people/score.h"
#include "filo/people/words/due_words.h"
#include "filo/people/words/slot_words.h"
#include "filo/store/queue.h"
#include "filo/store/slot.h"
#include "filo/store/store.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NAME_COLS        24 /* of a name, at least, */
#define NAME_COLS_MAX    40 /* and at most, so that one long name does not push all aside */
#define HORIZON_MAX_DAYS 36500

enum { ON = CLI_LONG, ALL, QUIET_TIES, HORIZON, BRIEF, ADDRESS_DATES, SLOT, LIMIT };

struct due_request {
	struct queue_request request;
	struct limit only;
	int limit; /* 0: not said */
	bool is_brief, is_slot, is_nobody;
};

static bool due_parse_options(
	const struct cli *cli, int argc, char **argv, struct due_request *options)
{
	int option, horizon_days;
	struct when on;

	options->request.on = store_today(cli->store);
	while ((option = cli_option(cli, argc, argv)) != -1) {
		bool is_right = option != '?';
		if (option == ON) {
			is_right = cli_when(cli, optarg, WHEN_FUTURE, &on);
			options->request.on = is_right ? on.day : 0;
		} else if (option == HORIZON) {
			is_right = cli_span(cli, optarg, HORIZON_MAX_DAYS, &horizon_days);
			options->request.horizon_days = is_right ? horizon_days : 0;
		} else if (option == 'n') {
			is_right = cli_number(cli, optarg, 1, 1000000, &options->limit);
		} else if (option == LIMIT) {
			is_right = cli_filter(cli, optarg, &options->only, &options->is_nobody);
		}
		options->request.all |= option == ALL;
		options->request.quiet_ties |= option == QUIET_TIES;
		options->is_brief |= option == BRIEF;
		options->is_slot |= option == SLOT;
		options->request.address_dates |= option == ADDRESS_DATES;
		if (!is_right)
			return false;
	}
	if (options->is_slot && options->request.on != store_today(cli->store)) {
		cli_usage(cli, _("%s and %s cannot be combined"), "--slot", "--on");
		return false;
	}
	options->request.only = &options->only;
	return cli_has_operands(cli, argc, 0, 0);
}

/* Figures that rest on learned pauses: null when there are none. */
static void due_put_learned(
	struct json_writer *json, const char *key, const struct queue_row *row, double value)
{
	json_put_double(json, key, row->n > 0 ? value : NAN);
}

static void due_put_row(
	struct json_writer *json, const struct queue_request *request, const struct queue_row *row)
{
	const struct score *score = &row->due.score;
	double horizon = request->horizon_days > 0 ? request->horizon_days : score_horizon(score);

	json_line(json);
	json_object_open(json);
	json_put_int(json, "id", row->due.id);
	json_put_string(json, "uid", row->uid);
	json_put_string(json, "name", row->name);
	json_put_bool(json, "due", row->due.reason != DUE_NONE);
	json_put_string(json, "reason", due_reason_name(row->due.reason));
	json_put_string(json, "why", row->why);
	json_put_day(json, "last", row->last_day);
	json_put_int_or_null(json, "days", row->days, -1);
	json_put_int_or_null(json, "cadence", row->cadence_days, 0);
	json_put_int(json, "gaps", row->n);
	due_put_learned(json, "usual", row, score->usual);
	due_put_learned(json, "p50", row, score_running_quantile(score, 0.5));
	due_put_learned(json, "p80", row, score_running_quantile(score, 0.8));
	due_put_learned(json, "p95", row, score_running_quantile(score, 0.95));
	due_put_learned(json, "overdue", row, score->overdue);
	due_put_learned(json, "silent", row, score_silent(score, horizon));
	json_put_bool(json, "quiet", row->due.is_quiet);
	json_put_int_or_null(json, "proposed", row->proposed_days, 0);
	json_put_bool(json, "kept", row->due.is_kept);
	json_put_bool(json, "pinned", due_is_pinned(&row->due));
	json_object_close(json);
}

static int due_print_json(
	const struct cli *cli, const struct queue_request *request, const struct queue *queue)
{
	struct cli_json out;
	struct json_writer *json = cli_json_begin(cli, &out);
	const struct queue_row *row;

	json_array_open(json);
	VECTOR_EACH (row, &queue->rows)
		due_put_row(json, request, row);
	json_line(json);
	json_array_close(json);
	return cli_json_end(cli, &out);
}

/* Nothing when nobody is due: a greeting at login stays silent. */
static int due_print_brief(const struct cli *cli, const struct queue *queue)
{
	if (!queue->rows.count || !due_today(&queue->counts))
		return 0;
	const struct queue_row *row = vector_at(&queue->rows, 0);
	char *name = cli_called(cli, row->due.id, row->name);
	size_t more = due_today(&queue->counts) - 1;
	if (more)
		cli_say(NP_("%s: %s; and %zu more", "%s: %s; and %zu more", more), name, row->words,
			more);
	else
		cli_say("%s: %s", name, row->words);
	free(name);
	return cli_finish(cli);
}

/* What is not listed, a line each. */
static void due_print_folded(const struct queue *queue, size_t count, day_number today)
{
	size_t all = due_today(&queue->counts) + queue->counts.ahead;
	struct strbuf line = STRBUF_INIT;

	due_words_folded(&line, &queue->counts, count, false);
	if (line.len)
		printf(_("%s; filo due -n %zu shows them\n"), line.data, all);
	strbuf_clear(&line);
	due_words_aside(&line, &queue->counts, queue->away_until, today);
	if (line.len)
		cli_say("%s", line.data);
	strbuf_fini(&line);
}

/* The queue itself, and not a list beside it. */
static bool is_plain(const struct due_request *options)
{
	return !options->request.all && !limit_is_set(options->request.only) &&
	       !options->request.quiet_ties && !options->request.address_dates && !options->is_slot;
}

static int cols_to_hold(int cols, const char *text)
{
	int width = text_width(text);

	return width > cols ? width : cols;
}

static int due_print_rows(
	const struct cli *cli, const struct due_request *options, const struct queue *queue)
{
	size_t count = queue->rows.count;
	int name_cols = NAME_COLS, reason_cols = 0;
	struct vector names = VECTOR_INIT(char *);
	const struct queue_row *row;

	VECTOR_EACH (row, &queue->rows) {
		char *name = cli_called(cli, row->due.id, row->name);
		name_cols = cols_to_hold(name_cols, name);
		reason_cols = cols_to_hold(reason_cols, row->words);
		vector_push(&names, &name);
	}
	name_cols = name_cols > NAME_COLS_MAX ? NAME_COLS_MAX : name_cols;
	if (!count)
		cli_say("%s", options->request.address_dates ? _("No dates in the next days.")
							     : _("Nobody is due."));
	for (size_t i = 0; i < count; i++) {
		row = vector_at(&queue->rows, i);
		cli_print_cell(stdout, *(char **)vector_at(&names, i), name_cols);
		putchar(' ');
		cli_print_cell(stdout, row->words, reason_cols);
		fputs("  ", stdout);
		if (row->why)
			cli_print(stdout, row->why);
		putchar('\n');
	}
	vector_fini_strings(&names);
	if (is_plain(options))
		due_print_folded(queue, count, options->request.on);
	return cli_finish(cli);
}

/* A limit that fits nobody of them tells so, as every filter. */
static int due_exit(const struct due_request *options, const struct queue *queue, int status)
{
	return !status && limit_is_set(options->request.only) ? !queue->rows.count : status;
}

/* Whom the time carved out today is for; on other days, and when it is done, not a word. */
static int due_run_slot(const struct cli *cli, const struct due_request *options)
{
	struct queue_request request = options->request;
	struct slot_today today;
	struct queue queue = { .rows = VECTOR_INIT(struct queue_row) };
	struct strbuf head = STRBUF_INIT;
	struct error err;
	int status = 0;

	enum status read = slot_today(cli->store, &cli->config.slots, &today, &err);
	request.people = &today.people;
	request.limit = (size_t)options->limit;
	if (read == STATUS_OK && !today.is_finished)
		read = queue_build(cli->store, &request, &queue, &err);
	if (read != STATUS_OK) {
		status = cli_fail(cli, &err);
	} else if (cli_is_json(cli)) {
		status = due_print_json(cli, &request, &queue);
	} else if (queue.rows.count) {
		slot_words_head(&head, today.slot->length_min, queue.rows.count);
		cli_say("%s", head.data);
		status = due_print_rows(cli, options, &queue);
	}
	status = due_exit(options, &queue, status);
	strbuf_fini(&head);
	queue_fini(&queue);
	slot_today_fini(&today);
	return status;
}

static int due_run_queue(const struct cli *cli, struct due_request *options)
{
	struct queue queue;
	struct error err;
	int status;

	bool is_day = !options->limit && !cli_is_json(cli) && is_plain(options);
	options->request.limit = options->is_brief ? 1 : (size_t)options->limit;
	if (is_day && !options->is_brief) {
		/* A day's worth depends on how many are due, so count first. */
		struct queue_request counting = { .on = options->request.on, .limit = 1 };
		if (queue_build(cli->store, &counting, &queue, &err) != STATUS_OK)
			return cli_fail(cli, &err);
		options->request.limit = due_day_rows(&queue.counts, (size_t)cli->config.daily);
		if (!options->request.limit)
			options->request.limit = 1; /* 0 would be all */
		queue_fini(&queue);
	}
	if (queue_build(cli->store, &options->request, &queue, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	if (cli_is_json(cli))
		status = due_print_json(cli, &options->request, &queue);
	else if (options->is_brief)
		status = due_print_brief(cli, &queue);
	else
		status = due_print_rows(cli, options, &queue);
	status = due_exit(options, &queue, status);
	queue_fini(&queue);
	return status;
}

static int due_run(struct cli *cli, int argc, char **argv)
{
	struct due_request options = {
		.request = { .with_uid = true, .in_words = true, .with_why = true }
	};
	int status = 2;

	if (due_parse_options(cli, argc, argv, &options))
		status = options.is_nobody ? cli_print_nobody(cli)
			 : options.is_slot ? due_run_slot(cli, &options)
					   : due_run_queue(cli, &options);
	limit_fini(&options.only);
	return status;
}

static const struct cli_option due_options[] = {
	{ ON, "on", N_("WHEN"), N_("on that day, from what was known until then") },
	{ ALL, "all", NULL, N_("everybody who was not let go") },
	{ QUIET_TIES, "quiet-ties", NULL,
		N_("only ties that have gone quiet, longest out of touch first") },
	{ ADDRESS_DATES, "address-dates", NULL,
		N_("only birthdays of the next days of people only in the address book") },
	{ SLOT, "slot", NULL,
		N_("the people of the time carved out today (the setting slot), or nothing") },
	{ LIMIT, "limit", N_("LIMIT"), N_("only whom it fits: 'choir ~c Friends ~s >60 ~t !work'"),
		.times = CLI_SEVERAL },
	{ 'n', NULL, N_("N"), N_("at most this many") },
	{ HORIZON, "horizon", N_("DAYS"), N_("how far \"silent\" looks ahead") },
	{ CLI_JSON, "json", NULL, N_("print them as JSON") },
	{ BRIEF, "brief", NULL, N_("one line, or nothing when nobody is due") },
	{ 0 },
};

static const struct cli_rule due_rules[] = {
	{ "--all, --quiet-ties, --address-dates, --slot, --brief" },
	{ "--brief", .without = "--json" },
	{ 0 },
};

const struct cli_command cli_due = {
	.name = "due",
	.also = (const struct cli_alias[]){ { "quiet-ties", { "--quiet-ties" } },
		{ "address-dates", { "--address-dates" } }, { 0 } },
	.usage = N_("[--on WHEN] [--all|--quiet-ties|--address-dates|--slot|--brief] "
		    "[--limit L]... [-n N] [--horizon DAYS] [--json]"),
	.help = N_("who would be glad to hear from you today"),
	.options = due_options,
	.rules = due_rules,
	.example = N_("filo due --on monday"),
	.run = due_run,
	.settings = " daily slot ",
};
