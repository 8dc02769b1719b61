/* An import from its first file to its commit: the plan, the one change.
 * Not here: what becomes of each person and entry (import_people.c, import_entries.c). */
#include "filo/exchange/import.h"

#include "exchange/import/import_entries.h"
#include "exchange/import/import_history.h"
#include "exchange/import/import_kept.h"
#include "exchange/import/import_likely.h"
#include "exchange/import/import_present.h"
#include "exchange/import/import_remember.h"
#include "exchange/import/import_ties.h"
#include "exchange/import/repeated.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/store/change.h"
#include "filo/store/change_label.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* From here on an import is remembered for undo by its rows instead of a changeset. */
#define MANY_BYTES (4 << 20)

/* And from here on it is worth to index at the end what comes. */
#define SOME_BYTES (32 << 10)

void import_plan_init(struct import_plan *plan)
{
	*plan = (struct import_plan){ .likely = VECTOR_INIT(struct import_likely),
		.newcomers = VECTOR_INIT(struct import_newcomer),
		.problems = VECTOR_INIT(struct import_problem) };
	history_report_init(&plan->history);
}

static void likely_list_fini(struct vector *list)
{
	VECTOR_FINI(struct import_likely, list, import_likely_fini);
}

static void newcomers_fini(struct vector *list)
{
	struct import_newcomer *newcomer;

	VECTOR_EACH (newcomer, list)
		free(newcomer->name);
	vector_fini(list);
}

void import_plan_fini(struct import_plan *plan)
{
	struct import_problem *problem;

	likely_list_fini(&plan->likely);
	newcomers_fini(&plan->newcomers);
	VECTOR_EACH (problem, &plan->problems) {
		free(problem->file);
		free(problem->reason);
	}
	vector_fini(&plan->problems);
	history_report_fini(&plan->history);
}

/* Of several files, the one that is meant. */
static enum status name_file(
	const struct importing *importing, enum status status, struct error *err)
{
	const char *name = importing->source->name;

	if (status != STATUS_INVALID || !err || strstr(err->message, name))
		return status;
	char *reason = memory_copy_string(err->message);
	error_set(err, status, "%s: %s", name, reason);
	free(reason);
	return status;
}

/* What a file brought is here, for the next one. */
static enum status importing_end_file(struct importing *importing, struct error *err)
{
	enum status status = importing_write_entries(importing, err);

	number_map_fini(&importing->events);
	importing->here = importing->people.latest;
	return status;
}

/* What no format here recognises is left to a reader. */
static enum status read_source(struct importing *importing, const char *path, struct error *err)
{
	const struct import_format *format = importing->request->format;
	const char *bytes;
	size_t len;
	enum status status = source_peek(importing->source, &bytes, &len, err);

	if (status != STATUS_OK)
		return status;
	if (!format)
		format = import_format_of(bytes, len);
	importing->plan->format = format;
	if (!format)
		return history_leave_to_reader(importing, path, err);
	return name_file(importing, importing_read(importing, format, err), err);
}

static enum status read_file(struct importing *importing, const char *path, struct error *err)
{
	struct source *source;
	struct stat info;

	const struct import_kept *kept = importing->request->kept;
	if (importing->request->history.reader || (kept && kept->records && !kept->file) ||
		(strcmp(path, "-") != 0 && !stat(path, &info) && S_ISDIR(info.st_mode)))
		return history_leave_to_reader(importing, path, err);
	source = memory_new(sizeof *source);
	enum status status = importing->has_begun ? importing_end_file(importing, err) : STATUS_OK;

	importing_forget_names(importing);
	if (status == STATUS_OK)
		status = import_kept_open(importing->request->kept, source, path, err);
	if (status == STATUS_OK) {
		importing->source = source;
		status = read_source(importing, path, err);
		importing->done_before += source->done;
		importing->source = NULL;
		source_close(source);
	}
	free(source);
	return status;
}

/* All bytes to come; 0 when one of the files cannot say. */
static int64_t total_bytes(const struct import_request *request)
{
	int64_t total = 0;

	if (request->kept && request->kept->total)
		return request->kept->total;
	for (size_t i = 0; i < request->file_count; i++) {
		struct stat info;
		if (!strcmp(request->files[i], "-") || stat(request->files[i], &info) ||
			!S_ISREG(info.st_mode))
			return 0;
		total += info.st_size;
	}
	if (request->kept)
		request->kept->total = total;
	return total;
}

/* "contacts.vcf, calls.xml" */
static void importing_say_files(const struct importing *importing)
{
	const struct import_request *request = importing->request;
	struct strbuf files = STRBUF_INIT;

	for (size_t i = 0; i < request->file_count; i++) {
		const char *slash = strrchr(request->files[i], '/');
		strbuf_add_item(&files, ", ", slash ? slash + 1 : request->files[i]);
	}
	if (strcmp(files.data, "-") != 0)
		change_say_more(importing->store, files.data);
	strbuf_fini(&files);
}

enum status importing_begin(struct importing *importing, struct error *err)
{
	if (importing->has_begun)
		return STATUS_OK;
	bool is_many = !importing->total || importing->total > MANY_BYTES;
	enum status status = is_many ? change_expect_notes(importing->store, err) : STATUS_OK;
	char *label = change_label(&(struct plural){ N_("import"), NULL });
	if (status == STATUS_OK)
		status = change_begin(importing->store, label, err);
	free(label);
	importing->has_begun = status == STATUS_OK;
	if (status == STATUS_OK)
		importing_say_files(importing);
	if (status == STATUS_OK && is_many)
		status = change_expect_many(importing->store, err);
	else if (status == STATUS_OK && importing->total > SOME_BYTES)
		status = change_expect_some(importing->store, err);
	if (status == STATUS_OK)
		status = person_index_load(&importing->people, importing->store, err);
	importing->here = importing->people.latest;
	return status;
}

enum status importing_read(
	struct importing *importing, const struct import_format *format, struct error *err)
{
	enum status status = STATUS_OK;

	if (!format->is_gathered) {
		status = source_keep(importing->source, err);
		if (status == STATUS_OK)
			status = importing_begin(importing, err);
	}
	return status == STATUS_OK ? format->read(importing, err) : status;
}

static enum status read_all(struct importing *importing, struct error *err)
{
	const struct import_request *request = importing->request;
	enum status status = store_may_change(importing->store, err);

	for (size_t i = 0; i < request->file_count && status == STATUS_OK; i++)
		status = read_file(importing, request->files[i], err);
	if (status == STATUS_OK)
		status = history_read_rest(importing, err);
	if (status == STATUS_OK)
		status = history_read_strange(importing, read_file, err);
	if (status == STATUS_OK)
		status = importing_begin(importing, err);
	if (status == STATUS_OK)
		status = repeated_write(importing, err);
	if (status == STATUS_OK)
		status = history_finish(importing, err);
	if (status == STATUS_OK)
		status = importing_write_entries(importing, err);
	if (status == STATUS_OK)
		status = importing_finish_ties(importing, err);
	return status == STATUS_OK ? import_likely_check(importing, err) : status;
}

static void importing_fini(struct importing *importing)
{
	history_free(importing);
	importing_forget_groups(importing);
	VECTOR_FINI(struct conversation, &importing->entries, conversation_fini);
	vector_fini(&importing->absences);
	importing_forget_names(importing);
	import_present_forget_entries(importing);
	number_map_fini(&importing->events);
	repeated_forget(importing);
	person_index_fini(&importing->people);
	likely_list_fini(&importing->choices);
	vector_fini(&importing->cards);
	vector_fini(&importing->met);
	newcomers_fini(&importing->newcomers);
	free(importing->stamps);
}

/* Everything happens within one change; a plan is the same change, taken back. */
static enum status import_plan_run(struct store *store, const struct import_request *request,
	struct import_plan *plan, bool is_kept, struct error *err)
{
	struct importing importing = { .store = store,
		.request = request,
		.plan = plan,
		.choices = plan->likely,
		.newcomers = plan->newcomers,
		.cards = VECTOR_INIT(struct imported_card),
		.met = VECTOR_INIT(contact_id),
		.total = total_bytes(request),
		.groups = VECTOR_INIT(struct pending_group),
		.entries = VECTOR_INIT(struct conversation),
		.absences = VECTOR_INIT(struct absence) };

	vector_init(&plan->likely, sizeof(struct import_likely));
	vector_init(&plan->newcomers, sizeof(struct import_newcomer));
	import_plan_fini(plan);
	import_plan_init(plan);
	import_remember_look(&importing);
	enum status status = read_all(&importing, err);
	plan->has_changed = importing.has_changed || importing.has_marked;
	if (status == STATUS_OK && !is_kept)
		history_look_ahead(&importing);
	if (status == STATUS_OK && is_kept && request->remember)
		status = import_remember(&importing, err);
	/* What is only remembered is nothing to undo. */
	if (!plan->has_changed)
		change_keep_no_record(store);
	else if (!importing.has_changed)
		change_relabel(store, N_("import: only which file people are from"));
	if (status == STATUS_OK && is_kept && (plan->has_changed || request->remember))
		status = change_commit(store, err);
	else
		change_rollback(store);
	if (status == STATUS_OK && is_kept)
		history_count_due(&importing);
	importing_fini(&importing);
	return status;
}

enum status import_plan_read(struct store *store, const struct import_request *request,
	struct import_plan *plan, struct error *err)
{
	return import_plan_run(store, request, plan, false, err);
}

enum status import_plan_apply(struct store *store, const struct import_request *request,
	struct import_plan *plan, struct error *err)
{
	return import_plan_run(store, request, plan, true, err);
}
