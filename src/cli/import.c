/* filo import: brings in files and says what became of them.
 * Not here: the import itself (exchange/). */
#include "filo/exchange/import.h"
#include "cli.h"
#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "filo/exchange/json.h"

#include <getopt.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

struct import_options {
	struct import_request request;
	bool is_dry_run, is_json;
};

static int refuse(const char *format, const char *what)
{
	char message[256];

	snprintf(message, sizeof message, format, what);
	fprintf(stderr, "filo import: %s\n", message);
	return 2;
}

static bool parse_choice(const char *word, enum import_choice *choice)
{
	static const char *const words[] = {
		[IMPORT_AS_NEW] = "new", [IMPORT_AS_SAME] = "same", [IMPORT_LEAVE_OUT] = "skip"
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (!strcmp(word, words[i])) {
			*choice = (enum import_choice)i;
			return true;
		}
	}
	return false;
}

/* 0, or the exit status of a usage error. */
static int parse_options(int argc, char **argv, struct import_options *options)
{
	static const struct option names[] = { { "format", required_argument, NULL, 'f' },
		{ "likely", required_argument, NULL, 'l' }, { "dry-run", no_argument, NULL, 'n' },
		{ "json", no_argument, NULL, 'j' }, { NULL, 0, NULL, 0 } };
	int option;

	optind = 0;
	opterr = 0;
	while ((option = getopt_long(argc, argv, "f:n", names, NULL)) != -1) {
		if (option == 'n')
			options->is_dry_run = true;
		else if (option == 'j')
			options->is_json = true;
		else if (option == 'f' && !import_format_parse(optarg, &options->request.format))
			return refuse(
				_("no format is called \"%s\"; there are vcard, csv, log and json"),
				optarg);
		else if (option == 'l' && !parse_choice(optarg, &options->request.likely))
			return refuse(_("--likely takes new, same or skip, not \"%s\""), optarg);
		else if (option == '?')
			return refuse(_("unknown option %s; see filo --help"), argv[optind - 1]);
	}
	options->request.files = (const char *const *)argv + optind;
	options->request.file_count = (size_t)(argc - optind);
	if (!options->request.file_count)
		return refuse(_("name a file to import, or %s for standard input"), "-");
	return 0;
}

/* Text from files, made safe for a terminal. */
static void print_shown(FILE *out, const char *text)
{
	struct strbuf shown = STRBUF_INIT;

	text_show(&shown, text, strlen(text), false, !isatty(fileno(out)) || i18n_is_utf8());
	fputs(shown.data, out);
	strbuf_fini(&shown);
}

/* One line of the report; `format` has been chosen for the count. */
static void print_count(int64_t count, const char *format)
{
	if (!count)
		return;
	printf("  ");
	printf(format, (long long)count);
	printf("\n");
}

static void print_likely(const struct import_plan *plan)
{
	struct import_likely *likely;

	VECTOR_EACH (likely, &plan->likely) {
		printf("    ");
		print_shown(stdout, likely->name);
		printf(" ~ ");
		print_shown(stdout, likely->contact_name);
		if (likely->shared) {
			printf(" (");
			print_shown(stdout, likely->shared);
			printf(")");
		}
		printf("\n");
	}
}

static void print_problems(const struct import_plan *plan)
{
	struct import_problem *problem;

	VECTOR_EACH (problem, &plan->problems) {
		print_shown(stderr, problem->file);
		fprintf(stderr, ":%lld: ", (long long)problem->line);
		print_shown(stderr, problem->reason);
		fprintf(stderr, "\n");
	}
}

static bool has_taken(const struct import_plan *plan)
{
	return plan->added || plan->updated || plan->unchanged || plan->left_out ||
	       plan->entries_added || plan->entries_unchanged;
}

static void print_plan(const struct import_plan *plan, bool is_dry_run)
{
	puts(is_dry_run ? _("This is what an import would do; nothing was changed:")
			: _("Imported:"));
	print_count(plan->added, NP_("%lld new person", "%lld new people", plan->added));
	print_count(plan->updated, NP_("%lld person brought up to date",
					   "%lld people brought up to date", plan->updated));
	print_count(plan->unchanged,
		NP_("%lld person unchanged", "%lld people unchanged", plan->unchanged));
	print_count(plan->left_out,
		NP_("%lld person left out", "%lld people left out", plan->left_out));
	print_count(plan->entries_added,
		NP_("%lld new entry", "%lld new entries", plan->entries_added));
	print_count(plan->entries_unchanged,
		NP_("%lld entry that was there already", "%lld entries that were there already",
			plan->entries_unchanged));
	print_count(plan->refused, NP_("%lld refused", "%lld refused", plan->refused));
	print_count(plan->likely_count,
		NP_("%lld is likely to be here already (see --likely):",
			"%lld are likely to be here already (see --likely):", plan->likely_count));
	print_likely(plan);
	if (!plan->refused && !has_taken(plan))
		printf("  %s\n", _("nothing"));
	fflush(stdout);
	print_problems(plan);
}

static void put_counts(struct json_writer *json, const struct import_plan *plan)
{
	const struct {
		const char *key;
		int64_t count;
	} counts[] = { { "new", plan->added }, { "updated", plan->updated },
		{ "unchanged", plan->unchanged }, { "left_out", plan->left_out },
		{ "likely_count", plan->likely_count }, { "entries_new", plan->entries_added },
		{ "entries_unchanged", plan->entries_unchanged }, { "refused", plan->refused } };

	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		json_key(json, counts[i].key);
		json_int(json, counts[i].count);
	}
}

static void put_likely(struct json_writer *json, const struct import_plan *plan)
{
	struct import_likely *likely;

	json_key(json, "likely");
	json_array_open(json);
	VECTOR_EACH (likely, &plan->likely) {
		json_line(json);
		json_object_open(json);
		json_key(json, "name");
		json_string(json, likely->name);
		json_key(json, "contact");
		json_int(json, likely->contact);
		json_key(json, "contact_name");
		json_string(json, likely->contact_name);
		json_key(json, "shared");
		json_string(json, likely->shared);
		json_object_close(json);
	}
	json_array_close(json);
}

static void put_problems(struct json_writer *json, const struct import_plan *plan)
{
	struct import_problem *problem;

	json_key(json, "problems");
	json_array_open(json);
	VECTOR_EACH (problem, &plan->problems) {
		json_line(json);
		json_object_open(json);
		json_key(json, "file");
		json_string(json, problem->file);
		json_key(json, "line");
		json_int(json, problem->line);
		json_key(json, "refused");
		json_bool(json, problem->is_refused);
		json_key(json, "reason");
		json_string(json, problem->reason);
		json_object_close(json);
	}
	json_array_close(json);
}

static enum status print_json(const struct import_plan *plan, bool is_dry_run, struct error *err)
{
	struct json_writer *json = json_begin(stdout);

	json_object_open(json);
	json_key(json, "dry_run");
	json_bool(json, is_dry_run);
	json_key(json, "format");
	json_string(json, import_format_name(plan->format));
	put_counts(json, plan);
	put_likely(json, plan);
	put_problems(json, plan);
	json_object_close(json);
	return json_end(json, err);
}

int cli_import(struct cli *cli, int argc, char **argv)
{
	struct import_options options = { .is_dry_run = false };
	struct import_plan plan;
	struct error err;
	int usage = parse_options(argc, argv, &options);
	enum status status;

	if (usage)
		return usage;
	import_plan_init(&plan);
	status = options.is_dry_run ? import_plan_read(cli->store, &options.request, &plan, &err)
				    : import_plan_apply(cli->store, &options.request, &plan, &err);
	if (status == STATUS_OK && options.is_json)
		status = print_json(&plan, options.is_dry_run, &err);
	else if (status == STATUS_OK)
		print_plan(&plan, options.is_dry_run);
	/* When all was refused, nothing was imported. */
	bool is_useful = !plan.refused || has_taken(&plan);
	import_plan_fini(&plan);
	if (status == STATUS_OK)
		return is_useful ? 0 : 1;
	fputs("filo import: ", stderr);
	print_shown(stderr, err.message);
	fputc('\n', stderr);
	return 1;
}
