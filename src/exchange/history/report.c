/* The report of an import of histories, in memory.
 * Not here: filling it (import_history.c, writing.c), the words for it (report_words.c). */
#include "filo/exchange/history.h"

#include "filo/exchange/json_write.h"

#include <stdlib.h>

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
