/* What an import tells of itself in numbers.
 * Not here: counting (import_people.c, import_entries.c). */
#include "filo/exchange/import_counts.h"

#include "filo/exchange/json_write.h"

const struct import_count import_counts[] = {
	{ "new", NN_("%lld new person", "%lld new people"), offsetof(struct import_plan, added),
		true },
	{ "updated", NN_("%lld person brought up to date", "%lld people brought up to date"),
		offsetof(struct import_plan, updated), true },
	{ "unchanged", NN_("%lld person unchanged", "%lld people unchanged"),
		offsetof(struct import_plan, unchanged), false },
	{ "left_out", NN_("%lld person left out", "%lld people left out"),
		offsetof(struct import_plan, left_out), true },
	{ "circles_new", NN_("%lld new circle", "%lld new circles"),
		offsetof(struct import_plan, circles_added), false },
	{ "views_new", NN_("%lld new saved view", "%lld new saved views"),
		offsetof(struct import_plan, views_added), false },
	{ "entries_new", NN_("%lld new entry", "%lld new entries"),
		offsetof(struct import_plan, entries_added), false },
	{ "entries_unchanged",
		NN_("%lld entry that was there already", "%lld entries that were there already"),
		offsetof(struct import_plan, entries_unchanged), false },
	{ "entries_left_out",
		NN_("%lld entry left out with its people",
			"%lld entries left out with their people"),
		offsetof(struct import_plan, entries_left_out), false },
	{ "entries_in_trash",
		NN_("%lld entry that you deleted, left in the trash",
			"%lld entries that you deleted, left in the trash"),
		offsetof(struct import_plan, entries_in_trash), false },
	{ "refused", NN_("%lld refused", "%lld refused"), offsetof(struct import_plan, refused),
		false },
	{ 0 },
};

int64_t import_count_of(const struct import_plan *plan, const struct import_count *count)
{
	return *(const int64_t *)((const char *)plan + count->offset);
}

void import_counts_put(struct json_writer *json, const struct import_plan *plan)
{
	for (const struct import_count *count = import_counts; count->key; count++)
		json_put_int(json, count->key, import_count_of(plan, count));
	json_put_int(json, "likely_count", plan->likely_count);
}

bool import_is_empty(const struct import_plan *plan)
{
	const struct history_report *history = &plan->history;
	int64_t others = history->days + history->adopted + history->aside + history->not_kept -
			 plan->refused;

	for (const struct import_count *count = import_counts; count->key; count++)
		others += import_count_of(plan, count);
	return !others;
}
