/* Problems during an import, and its progress.
 * Not here: what becomes of people and entries (import_people.c, import_entries.c). */
#include "exchange/import/importing.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"

/* Records between two checks for cancellation. */
#define PROGRESS_RECORDS 256

void importing_problem_in(struct importing *importing, const char *file, int64_t line,
	bool is_refused, const char *reason)
{
	struct import_problem problem = { .line = line, .is_refused = is_refused };

	importing->plan->refused += is_refused;
	if (importing->plan->problems.count >= IMPORT_LIST_MAX)
		return;
	problem.file = memory_copy_string(file);
	problem.reason = memory_copy_string(reason);
	vector_push(&importing->plan->problems, &problem);
}

enum status importing_problem(
	void *context, int64_t line, bool is_refused, const char *reason, struct error *err)
{
	struct importing *importing = context;

	(void)err;
	importing_problem_in(importing, importing->source->name, line, is_refused, reason);
	return STATUS_OK;
}

enum status importing_progress(struct importing *importing, struct error *err)
{
	const struct import_request *request = importing->request;

	if (!request->progress || importing->until_progress-- > 0)
		return STATUS_OK;
	importing->until_progress = PROGRESS_RECORDS;
	if (request->progress(request->context,
		    importing->done_before + (importing->source ? importing->source->done : 0),
		    importing->total))
		return STATUS_OK;
	return error_set(err, STATUS_CANCELLED, _("The import was stopped; nothing was changed"));
}
