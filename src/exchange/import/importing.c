/* Problems during an import, who is left in the trash, and its progress.
 * Not here: what becomes of people and entries (import_people.c, import_entries.c). */
#include "exchange/import/importing.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/people/sameness.h"

#include <string.h>

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

/* False: somebody of that name was left there before. */
static bool note_left(struct importing *importing, const char *said)
{
	struct strbuf key = STRBUF_INIT;

	name_key(&key, said);
	bool is_first =
		!person_index_has(&importing->people, BY_TOUCH, key.data, IMPORTING_IN_TRASH);
	person_index_add_key(&importing->people, BY_TOUCH, key.data, IMPORTING_IN_TRASH);
	strbuf_fini(&key);
	importing->has_left_in_trash = true;
	return is_first;
}

void importing_leave_in_trash(struct importing *importing, const char *file, int64_t line,
	const char *said, const char *trashed, int64_t days)
{
	struct strbuf told = STRBUF_INIT;

	note_left(importing, said);
	if (strcmp(trashed, said) != 0)
		strbuf_add_format(&told,
			_("%s is %s, who is in the trash and was left there; they can be restored "
			  "from it"),
			said, trashed);
	else
		strbuf_add_format(&told,
			_("%s is in the trash and was left there; they can be restored from it"),
			said);
	if (days)
		strbuf_add_format(&told,
			/* Translators: the second sentence about somebody who is in the trash. */
			NP_(". %lld day with them was left out",
				". %lld days with them were left out", days),
			(long long)days);
	importing_problem_in(importing, file, line, false, told.data);
	strbuf_fini(&told);
}

void importing_leave_of_entry(
	struct importing *importing, int64_t line, const char *said, const char *trashed)
{
	if (note_left(importing, said))
		importing_leave_in_trash(
			importing, importing->source->name, line, said, trashed, 0);
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
