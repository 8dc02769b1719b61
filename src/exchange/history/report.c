/* The report of an import of histories, in memory, and what it says of all that was gathered.
 * Not here: the rest of it (import_history.c, writing.c), the words for it (report_words.c). */
#include "filo/exchange/history.h"

#include "exchange/history/gather.h"

#include "filo/base/memory.h"
#include "filo/exchange/json_write.h"

#include <stdlib.h>

#define MAYBE_ME_MAILS 3 /* fewer may be a mistake of others */

void history_report_init(struct history_report *report)
{
	*report = (struct history_report){ .files = VECTOR_INIT(struct history_file),
		.me = VECTOR_INIT(struct history_me),
		.unknown = VECTOR_INIT(struct history_unknown),
		.left_out = VECTOR_INIT(struct history_count),
		.due = VECTOR_INIT(char *),
		.due_before = -1,
		.due_after = -1 };
}

void history_unknown_fini(struct history_unknown *unknown)
{
	free(unknown->name);
	free(unknown->kind);
	free(unknown->key);
	free(unknown->source);
	free(unknown->likely_name);
}

void history_report_fini(struct history_report *report)
{
	struct history_file *file;
	struct history_me *me;
	struct history_count *left;

	VECTOR_EACH (file, &report->files) {
		free(file->source);
		free(file->name);
		free(file->dates);
	}
	VECTOR_EACH (me, &report->me) {
		free(me->handle);
		free(me->why);
	}
	VECTOR_FINI(struct history_unknown, &report->unknown, history_unknown_fini);
	VECTOR_EACH (left, &report->left_out)
		free(left->what);
	vector_fini_strings(&report->due);
	vector_fini(&report->files);
	vector_fini(&report->me);
	vector_fini(&report->left_out);
	free(report->candidates);
	free(report->maybe_me);
	free(report->zone);
}

void history_counts_put(struct json_writer *json, const struct history_report *report)
{
	const struct {
		const char *key;
		int64_t count;
	} counts[] = { { "people", report->people }, { "days", report->days },
		{ "new", report->added }, { "grown", report->grown },
		{ "unchanged", report->unchanged }, { "in_log", report->in_log },
		{ "deleted", report->forgotten }, { "adopted", report->adopted },
		{ "aside", report->aside }, { "aside_days", report->aside_days },
		{ "not_kept", report->not_kept } };

	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
		json_put_int(json, counts[i].key, counts[i].count);
}

/* The address to which most mail came for nobody that is known to be me. */
static void report_maybe_me(const struct gathering *gathering, struct history_report *report)
{
	const struct gathered_person *person, *most = NULL;

	VECTOR_EACH (person, &gathering->people)
		if (person->missed >= MAYBE_ME_MAILS && !person->contact &&
			(!most || person->missed > most->missed))
			most = person;
	if (!most)
		return;
	report->maybe_me =
		memory_copy_string(most->handle.value ? most->handle.value : most->handle.name);
	report->maybe_me_count = most->missed;
}

void gathering_report(const struct gathering *gathering, struct history_report *report)
{
	const struct gathered_file *file;
	const struct gathered_count *left;
	const struct gathered_me *me;

	VECTOR_EACH (file, &gathering->files) {
		/* Of a file that names others, only those. */
		if (!file->messages && gathering->files.count > 1)
			continue;
		const struct gathered_source *source = vector_at(&gathering->sources, file->source);
		struct history_file told = { .source = memory_copy_string(source->name),
			.name = memory_copy_string(file->name),
			.first = file->first,
			.last = file->last,
			.messages = file->messages,
			.dates = memory_copy_string(file->dates),
			.is_sure = file->is_sure,
			.has_own = file->has_own };
		vector_push(&report->files, &told);
	}
	VECTOR_EACH (left, &gathering->left_out) {
		struct history_count told = { memory_copy_string(left->what), left->count };
		vector_push(&report->left_out, &told);
	}
	VECTOR_EACH (me, &gathering->said_me) {
		const struct handle *handle = &gathering_person_at(gathering, me->person)->handle;
		struct history_me told = { memory_copy_string(
						   handle->value ? handle->value : handle->name),
			memory_copy_string(me->why), me->is_known };
		vector_push(&report->me, &told);
	}
	report_maybe_me(gathering, report);
}
