/* filo sources: where entries came from, and which files are imported again; forgetting them.
 * Not here: importing (import.c). */
#include "cli/options.h"
#include "cli/outcome.h"
#include "cli/print.h"
#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/exchange/json_write.h"
#include "filo/store/import_sources.h"

#include <stdlib.h>
#include <string.h>

struct sources_known {
	struct vector summaries; /* of struct source_summary */
	struct vector files;     /* of struct import_source */
};

static enum status sources_load(struct store *store, struct sources_known *known, struct error *err)
{
	*known = (struct sources_known){ VECTOR_INIT(struct source_summary),
		VECTOR_INIT(struct import_source) };
	enum status status = source_summary_list(store, &known->summaries, err);

	return status == STATUS_OK ? import_source_list(store, &known->files, err) : status;
}

static void sources_free(struct sources_known *known)
{
	struct source_summary *summary;
	struct import_source *file;

	VECTOR_EACH (summary, &known->summaries)
		source_summary_fini(summary);
	VECTOR_EACH (file, &known->files)
		import_source_fini(file);
	vector_fini(&known->summaries);
	vector_fini(&known->files);
}

static void sources_print(const struct sources_known *known)
{
	const struct source_summary *summary;
	const struct import_source *file;
	char iso[DATE_ISO_SIZE];

	VECTOR_EACH (summary, &known->summaries) {
		cli_print_cell(stdout, summary->source, 16);
		printf("  ");
		printf(NP_("%lld entry", "%lld entries", summary->entries),
			(long long)summary->entries);
		if (summary->people) {
			printf(", ");
			printf(NP_("%lld person seen", "%lld people seen", summary->people),
				(long long)summary->people);
		}
		printf(", %s %s\n", _("up to"), date_format_iso(summary->last, iso));
	}
	VECTOR_EACH (file, &known->files) {
		cli_print(stdout, file->path);
		printf("  %s %s\n", _("imported again by itself, last on"),
			date_format_iso(file->last_run, iso));
	}
}

static void sources_put(struct json_writer *json, const struct sources_known *known)
{
	const struct source_summary *summary;
	const struct import_source *file;

	json_object_open(json);
	json_key(json, "sources");
	json_array_open(json);
	VECTOR_EACH (summary, &known->summaries) {
		json_line(json);
		json_object_open(json);
		json_put_string(json, "source", summary->source);
		json_put_int(json, "entries", summary->entries);
		json_put_int(json, "touched", summary->touched);
		json_put_int(json, "seen", summary->people);
		json_put_int(json, "seen_days", summary->days);
		json_put_day(json, "last", summary->last);
		json_object_close(json);
	}
	json_array_close(json);
	json_key(json, "files");
	json_array_open(json);
	VECTOR_EACH (file, &known->files) {
		json_line(json);
		json_object_open(json);
		json_put_string(json, "path", file->path);
		json_put_string(json, "format", *file->format ? file->format : NULL);
		json_put_day(json, "last_run", file->last_run);
		json_object_close(json);
	}
	json_array_close(json);
	json_object_close(json);
}

/* "mail", "mail:ada@example.org", "messages:irc": the longest source that it begins with. */
static char *sources_split(const struct sources_known *known, const char *word, const char **key)
{
	const struct source_summary *summary, *found = NULL;

	VECTOR_EACH (summary, &known->summaries) {
		size_t len = strlen(summary->source);
		bool begins =
			ascii_begins(word, summary->source) && (!word[len] || word[len] == ':');
		if (begins && (!found || len > strlen(found->source)))
			found = summary;
	}
	if (!found) {
		*key = NULL;
		return memory_copy_string(word);
	}
	const char *rest = word + strlen(found->source);
	*key = *rest ? rest + 1 : NULL;
	return memory_copy_string(found->source);
}

static bool sources_has_file(const struct sources_known *known, const char *path)
{
	const struct import_source *file;

	VECTOR_EACH (file, &known->files)
		if (!strcmp(file->path, path))
			return true;
	return false;
}

static int sources_forget_file(const struct cli *cli, const char *path)
{
	struct error err;

	if (import_source_delete(cli->store, path, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	cli_say(_("%s is no longer imported again by itself"), path);
	return cli_finish(cli);
}

static int sources_forget(
	const struct cli *cli, const struct sources_known *known, const char *word)
{
	struct source_forgotten forgotten;
	const char *key;
	struct error err;

	if (sources_has_file(known, word))
		return sources_forget_file(cli, word);
	char *source = sources_split(known, word, &key);
	enum status status = source_forget(cli->store, source, key, &forgotten, &err);
	free(source);
	if (status != STATUS_OK)
		return cli_fail(cli, &err);
	if (forgotten.removed || !forgotten.seen_days)
		cli_say(NP_("%lld entry was removed", "%lld entries were removed",
				forgotten.removed),
			(long long)forgotten.removed);
	if (forgotten.seen_days)
		cli_say(NP_("%lld day of people seen was removed",
				"%lld days of people seen were removed", forgotten.seen_days),
			(long long)forgotten.seen_days);
	if (forgotten.kept)
		cli_say(NP_("%lld that you saved since stays", "%lld that you saved since stay",
				forgotten.kept),
			(long long)forgotten.kept);
	return cli_finish(cli);
}

static int sources_run(struct cli *cli, int argc, char **argv)
{
	struct sources_known known;
	struct error err;
	int option, status = 0;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?')
			return 2;
	}
	bool is_forgetting = argc > optind && !strcmp(argv[optind], "forget");
	if (is_forgetting && argc - optind != 2)
		return cli_usage(cli, _("forget takes one source, or one file"));
	if (!is_forgetting && !cli_has_operands(cli, argc, 0, 0))
		return 2;
	if (sources_load(cli->store, &known, &err) != STATUS_OK) {
		status = cli_fail(cli, &err);
	} else if (is_forgetting) {
		status = sources_forget(cli, &known, argv[optind + 1]);
	} else if (cli_is_json(cli)) {
		struct cli_json out;
		sources_put(cli_json_begin(cli, &out), &known);
		status = cli_json_end(cli, &out);
	} else {
		sources_print(&known);
		if (!known.summaries.count && !known.files.count)
			cli_say_empty(_("Nothing was imported."));
		status = cli_finish(cli);
	}
	sources_free(&known);
	return status;
}

static const struct cli_option sources_options[] = {
	{ CLI_JSON, "json", NULL, N_("print them, or what was done, as JSON") },
	{ 0 },
};

const struct cli_command cli_sources = {
	.name = "sources",
	.usage = N_("[--json] [forget KIND[:KEY]|FILE]"),
	.help = N_("where imported histories came from"),
	.options = sources_options,
	.example = N_("filo sources forget telegram"),
	.run = sources_run,
};
