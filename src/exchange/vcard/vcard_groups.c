/* Groups by sorting: names of groups are the same in either case.
 * Not here: reading them (vcard_property.c). */
#include "exchange/vcard/vcard_groups.h"

#include "filo/base/ascii.h"
#include "filo/base/memory.h"

#include <stdlib.h>
#include <string.h>

struct grouped {
	const struct vcard_property *property;
	size_t place;
};

static int compare_names(const char *a, const char *b)
{
	while (*a && ascii_lower(*a) == ascii_lower(*b)) {
		a++;
		b++;
	}
	return (unsigned char)ascii_lower(*a) - (unsigned char)ascii_lower(*b);
}

static int compare_grouped(const void *a, const void *b)
{
	const struct grouped *one = a, *other = b;
	int order = compare_names(one->property->group, other->property->group);

	return order ? order : (one->place > other->place) - (one->place < other->place);
}

static struct vector sorted_by_group(const struct vector *properties)
{
	struct vector sorted = VECTOR_INIT(struct grouped);

	for (size_t i = 0; i < properties->count; i++) {
		struct grouped grouped = { vector_at(properties, i), i };
		if (grouped.property->group)
			vector_push(&sorted, &grouped);
	}
	vector_sort(&sorted, compare_grouped);
	return sorted;
}

void vcard_groups_init(struct vcard_groups *groups, const struct vector *properties)
{
	struct vector sorted = sorted_by_group(properties);
	struct vcard_group *group = memory_new((sorted.count + 1) * sizeof *group);
	const struct grouped *grouped, *before = NULL;

	groups->groups = group;
	groups->of = memory_new((properties->count + 1) * sizeof(struct vcard_group *));
	VECTOR_EACH (grouped, &sorted) {
		if (before && compare_names(before->property->group, grouped->property->group))
			group++;
		before = grouped;
		groups->of[grouped->place] = group;
		group->members++;
		if (!group->label && !strcmp(grouped->property->name, "X-ABLABEL"))
			group->label = grouped->property;
	}
	vector_fini(&sorted);
}

void vcard_groups_fini(struct vcard_groups *groups)
{
	free(groups->groups);
	free(groups->of);
}
