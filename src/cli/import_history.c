/* Options of histories, the report of them in words and in JSON, and what was wrong.
 * Not here: importing (exchange/), the rest of the command (import.c). */
#include "cli/import_history.h"

#include "cli/options.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

void history_typed_fini(struct history_typed *typed)
{
	vector_fini_strings(&typed->owned);
	strbuf_fini(&typed->lines);
	vector_fini(&typed->me);
	vector_fini(&typed->maps);
}

/* "map.txt:2: Mamma" */
static void history_map_place(const struct history_map *map, size_t len, struct strbuf *out)
{
	if (map->file)
		strbuf_add_format(out, "%s:%lld: ", map->file, (long long)map->line);
	char *text = text_trim_bytes(map->text, len);
	strbuf_add(out, text);
	free(text);
}

static bool history_take_map(
	const struct cli *cli, const struct history_map *map, struct history_typed *typed)
{
	struct strbuf told = STRBUF_INIT;
	bool is_one = strchr(map->text, '=') != NULL;

	history_map_place(map, strlen(map->text), &told);
	if (is_one)
		vector_push(&typed->maps, map);
	else
		cli_usage(cli, _("%s does not say who is who: write HANDLE=CONTACT"), told.data);
	strbuf_fini(&told);
	return is_one;
}

static size_t history_map_handle(const struct history_map *map)
{
	return (size_t)(strrchr(map->text, '=') - map->text);
}

static int history_map_compare_handles(const struct history_map *a, const struct history_map *b)
{
	char *one = text_trim_bytes(a->text, history_map_handle(a));
	char *other = text_trim_bytes(b->text, history_map_handle(b));
	struct strbuf folded = STRBUF_INIT, other_folded = STRBUF_INIT;

	text_fold(&folded, one);
	text_fold(&other_folded, other);
	int order = strcmp(folded.data, other_folded.data);
	strbuf_fini(&folded);
	strbuf_fini(&other_folded);
	free(one);
	free(other);
	return order;
}

/* Those of one handle stand together, as they were given. */
static int history_map_compare(const void *left, const void *right)
{
	const struct history_map *const *a = left, *const *b = right;
	int order = history_map_compare_handles(*a, *b);

	return order ? order : (*a > *b) - (*a < *b);
}

bool history_maps_agree(const struct cli *cli, const struct history_typed *typed)
{
	struct vector maps = VECTOR_INIT(const struct history_map *);
	const struct history_map *map, *before = NULL, **next;
	bool agree = true;

	VECTOR_EACH (map, &typed->maps)
		vector_push(&maps, &map);
	vector_sort(&maps, history_map_compare);
	VECTOR_EACH (next, &maps) {
		map = *next;
		if (agree && before && !history_map_compare_handles(before, map)) {
			struct strbuf what = STRBUF_INIT;
			char *one = text_trim(strrchr(before->text, '=') + 1);
			char *other = text_trim(strrchr(map->text, '=') + 1);
			history_map_place(map, history_map_handle(map), &what);
			agree = cli_is_single(cli, what.data, one, other);
			free(one);
			free(other);
			strbuf_fini(&what);
		}
		before = map;
	}
	vector_fini(&maps);
	return agree;
}

static bool history_read_maps(const struct cli *cli, const char *path, struct history_typed *typed)
{
	FILE *file = fopen(path, "re");
	char *line = NULL;
	size_t capacity = 0;
	struct history_map map = { .file = path };
	bool is_right = true;

	if (!file) {
		cli_usage(cli, _("Could not open %s: %s"), path, strerror(errno));
		return false;
	}
	while (is_right && getline(&line, &capacity, file) > 0) {
		map.line++;
		line[strcspn(line, "\r\n")] = '\0';
		if (text_is_blank(line) || *line == '#')
			continue;
		char *kept = memory_copy_string(line);
		vector_push(&typed->owned, &kept);
		map.text = kept;
		is_right = history_take_map(cli, &map, typed);
	}
	int why = ferror(file) ? errno : 0;
	free(line);
	fclose(file);
	if (why)
		cli_usage(cli, _("Could not read %s: %s"), path, strerror(why));
	return is_right && !why;
}

static const struct spoken group_words[] = {
	/* Translators: which groups count, as it is typed: one word each. */
	[HISTORY_GROUPS_SMALL] = { "small", NC_("groups", "small") },
	[HISTORY_GROUPS_NONE] = { "none", NC_("groups", "none") },
	[HISTORY_GROUPS_ALL] = { "all", NC_("groups", "all") },
};
static const struct spoken day_orders[] = { { "dmy", NULL }, { "mdy", NULL }, { "ymd", NULL } };

/* Kept with a file that is to be imported again: "me=Ada". */
static void history_note_option(
	const struct cli *cli, int option, const char *value, struct history_typed *typed)
{
	for (const struct cli_option *row = cli->command->options; row->value; row++) {
		if (row->value != option)
			continue;
		strbuf_add(&typed->lines, row->name);
		if (row->argument)
			strbuf_add_format(&typed->lines, "=%s", value);
		strbuf_add_char(&typed->lines, '\n');
	}
}

/* What is kept is the day that "3 months ago" was when it was typed. */
static bool history_read_days(const struct cli *cli, int option, struct history_typed *typed)
{
	char iso[DATE_ISO_SIZE];
	day_number first, last;

	if (!cli_days(cli, optarg, WHEN_PAST, &first, &last))
		return false;
	day_number day = option == HISTORY_SINCE ? first : last;
	*(option == HISTORY_SINCE ? &typed->options.since : &typed->options.until) = day;
	if (typed->options.until && typed->options.since > typed->options.until) {
		cli_usage(cli, "%s", _("--since is a day after --until: no day is between them"));
		return false;
	}
	history_note_option(cli, option, date_format_iso(day, iso), typed);
	return true;
}

/* Which is noted by its English name: the file may be imported again in another language. */
static bool history_read_word(const struct cli *cli, int option, struct history_typed *typed)
{
	bool is_groups = option == HISTORY_GROUPS;
	const struct spoken *words = is_groups ? group_words : day_orders;
	size_t count = is_groups ? sizeof group_words / sizeof *group_words
				 : sizeof day_orders / sizeof *day_orders;
	int which = cli_spoken(cli, words, count, optarg,
		is_groups ? _("--groups does not take \"%s\", but one of: %s")
			  : _("--day-order does not take \"%s\", but one of: %s"));

	if (which < 0)
		return false;
	if (is_groups)
		typed->options.groups = (enum history_groups)which;
	else
		typed->options.day_order = words[which].name;
	history_note_option(cli, option, words[which].name, typed);
	return true;
}

bool history_typed_option(const struct cli *cli, int option, struct history_typed *typed)
{
	struct history_options *options = &typed->options;

	if (option == HISTORY_SINCE || option == HISTORY_UNTIL)
		return history_read_days(cli, option, typed);
	if (option == HISTORY_GROUPS || option == HISTORY_DAY_ORDER)
		return history_read_word(cli, option, typed);
	if (option >= HISTORY_ME && option < HISTORY_FILES_FROM)
		history_note_option(cli, option, optarg, typed);

	switch (option) {
	case HISTORY_ME:
		vector_push(&typed->me, &(const char *){ optarg });
		return true;
	case HISTORY_MAP:
		return history_take_map(cli, &(struct history_map){ .text = optarg }, typed);
	case HISTORY_MAP_FILE:
		return history_read_maps(cli, optarg, typed);
	case HISTORY_CROWD_SIZE:
		return cli_number(cli, optarg, 1, 1000, &options->crowd);
	case HISTORY_ADOPT:
		return cli_number(cli, optarg, 1, 100000, &options->adopt);
	case HISTORY_WITH_TEXT:
		options->with_text = true;
		return true;
	case HISTORY_NAME:
		options->name = optarg;
		return true;
	case HISTORY_ZONE:
		options->zone = optarg;
		return true;
	case HISTORY_FILES_FROM:
		options->files_from = optarg;
		return true;
	case HISTORY_REMEMBER:
		return typed->is_remembered = true;
	case HISTORY_AGAIN:
		return typed->is_again = true;
	case HISTORY_QUIET:
		return typed->is_quiet = true;
	default:
		return true;
	}
}

void history_typed_settle(const struct cli *cli, struct history_typed *typed)
{
	struct history_options *options = &typed->options;
	const char *said = cli->config.me;

	if (*said)
		vector_push(&typed->me, &said);
	options->me = typed->me.items;
	options->me_count = typed->me.count;
	options->maps = typed->maps.items;
	options->map_count = typed->maps.count;
	options->usual_day_order = config_day_order(&cli->config);
}

void import_history_print(const struct history_report *report)
{
	struct vector lines = VECTOR_INIT(char *);
	char **line;

	history_report_tell(report, HISTORY_AT_COMMAND, &lines);
	VECTOR_EACH (line, &lines) {
		printf("  ");
		cli_print(stdout, *line);
		putchar('\n');
	}
	vector_fini_strings(&lines);
}

void import_print_problems(const struct import_plan *plan)
{
	const struct import_problem *problem;

	VECTOR_EACH (problem, &plan->problems) {
		cli_print(stderr, problem->file);
		if (problem->line)
			fprintf(stderr, ":%lld", (long long)problem->line);
		fputs(": ", stderr);
		cli_print(stderr, problem->reason);
		fprintf(stderr, "\n");
	}
}

static void put_files(struct json_writer *json, const struct history_report *report)
{
	const struct history_file *file;

	json_key(json, "files");
	json_array_open(json);
	VECTOR_EACH (file, &report->files) {
		json_line(json);
		json_object_open(json);
		json_put_string(json, "source", file->source);
		json_put_string(json, "name", file->name);
		json_put_day(json, "first", file->first);
		json_put_day(json, "last", file->last);
		json_put_int(json, "messages", file->messages);
		json_put_string(json, "dates", file->dates);
		json_object_close(json);
	}
	json_array_close(json);
}

static void history_put_people(struct json_writer *json, const struct history_report *report)
{
	const struct history_unknown *unknown;
	const struct history_me *me;

	json_key(json, "me");
	json_array_open(json);
	VECTOR_EACH (me, &report->me)
		json_string(json, me->handle);
	json_array_close(json);
	json_key(json, "unknown");
	json_array_open(json);
	VECTOR_EACH (unknown, &report->unknown) {
		json_line(json);
		json_object_open(json);
		json_put_string(json, "name", unknown->name);
		json_put_string(json, "source", unknown->source);
		json_put_int(json, "days", unknown->days);
		json_put_day(json, "first", unknown->first);
		json_put_day(json, "last", unknown->last);
		json_put_int_or_null(json, "likely", unknown->likely, 0);
		json_put_string(json, "likely_name", unknown->likely_name);
		json_object_close(json);
	}
	json_array_close(json);
}

static void put_due(struct json_writer *json, const struct history_report *report)
{
	char *const *name;

	json_put_int_or_null(json, "due_before", report->due_before, -1);
	json_put_int_or_null(json, "due_after", report->due_after, -1);
	json_key(json, "due");
	json_array_open(json);
	VECTOR_EACH (name, &report->due)
		json_string(json, *name);
	json_array_close(json);
}

static void put_left_out(struct json_writer *json, const struct history_report *report)
{
	const struct history_count *left;

	json_key(json, "left_out");
	json_array_open(json);
	VECTOR_EACH (left, &report->left_out) {
		json_object_open(json);
		json_put_string(json, "what", left->what);
		json_put_int(json, "count", left->count);
		json_object_close(json);
	}
	json_array_close(json);
}

void import_history_put(struct json_writer *json, const struct history_report *report)
{
	if (!report->files.count)
		return;
	json_key(json, "history");
	json_object_open(json);
	put_files(json, report);
	history_counts_put(json, report);
	history_put_people(json, report);
	put_left_out(json, report);
	json_put_bool(json, "broken_off", report->has_broken_off);
	put_due(json, report);
	json_object_close(json);
}
