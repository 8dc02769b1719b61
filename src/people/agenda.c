/* The agenda: its items and their order.
 * Not here: how they are said (words/agenda_words.c). */
#include "filo/people/agenda.h"

#include <stdlib.h>

void agenda_item_fini(struct agenda_item *item)
{
	free(item->name);
	free(item->called);
	free(item->yearly.label);
	followup_fini(&item->followup);
	absence_fini(&item->absence);
}

const char *agenda_item_name(const struct agenda_item *item)
{
	static const char *const names[] = {
		[AGENDA_DATE] = "date", [AGENDA_WISH] = "wish", [AGENDA_ABSENCE] = "absence"
	};

	return item->kind == AGENDA_FOLLOWUP ? followup_kind_name(item->followup.kind)
					     : names[item->kind];
}

static int compare_numbers(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int agenda_group(const struct agenda_item *item)
{
	static const int groups[FOLLOWUP_KINDS] = {
		[FOLLOWUP_MINE] = 0, [FOLLOWUP_THEIRS] = 1, [FOLLOWUP_ASK] = 2
	};

	return groups[item->followup.kind];
}

static int compare_same_group(const struct agenda_item *a, const struct agenda_item *b)
{
	int order = compare_numbers(a->day, b->day);

	if (order == 0)
		order = compare_numbers(a->followup.due, b->followup.due);
	if (order == 0)
		order = compare_numbers(a->contact, b->contact);
	return order ? order : compare_numbers(a->followup.id, b->followup.id);
}

int agenda_compare_groups(const void *a, const void *b)
{
	int order = compare_numbers(agenda_group(a), agenda_group(b));

	return order ? order : compare_same_group(a, b);
}

int agenda_compare_days(const void *a, const void *b)
{
	const struct agenda_item *one = a, *other = b;
	int order = compare_numbers(one->day, other->day);

	if (order == 0)
		order = compare_numbers(one->kind, other->kind);
	return order ? order : agenda_compare_groups(a, b);
}
