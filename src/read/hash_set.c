/* Open addressing, half full at most.
 * Not here: anything about texts. */
#include "read/hash_set.h"

#include "filo/base/memory.h"

#include <stdlib.h>

/* The slot that has `hash`, or where it would stand. */
static size_t hash_set_slot(const struct hash_set *set, uint64_t hash)
{
	size_t at = (size_t)hash & (set->capacity - 1);

	while (set->slots[at] && set->slots[at] != hash)
		at = (at + 1) & (set->capacity - 1);
	return at;
}

static void hash_set_grow(struct hash_set *set)
{
	struct hash_set larger = { .capacity = set->capacity ? set->capacity * 2 : 256,
		.count = set->count };

	larger.slots = memory_new(larger.capacity * sizeof *larger.slots);
	for (size_t i = 0; i < set->capacity; i++)
		if (set->slots[i])
			larger.slots[hash_set_slot(&larger, set->slots[i])] = set->slots[i];
	free(set->slots);
	*set = larger;
}

bool hash_set_add(struct hash_set *set, uint64_t hash)
{
	hash += !hash;
	if (set->count * 2 >= set->capacity)
		hash_set_grow(set);
	size_t at = hash_set_slot(set, hash);
	if (set->slots[at])
		return false;
	set->slots[at] = hash;
	set->count++;
	return true;
}

void hash_set_fini(struct hash_set *set)
{
	free(set->slots);
	*set = (struct hash_set){ 0 };
}
