/* A table of hashes with open addressing.
 * Not here: what is hashed. */
#include "exchange/history/number_map.h"

#include "filo/base/memory.h"

#include <stdlib.h>

static struct number_map_slot *slot_of(const struct number_map *map, uint64_t hash)
{
	size_t at = (size_t)(hash ^ hash >> 29) & (map->capacity - 1);

	while (map->slots[at].hash && map->slots[at].hash != hash)
		at = (at + 1) & (map->capacity - 1);
	return &map->slots[at];
}

static void number_map_grow(struct number_map *map)
{
	struct number_map grown = { .capacity = map->capacity ? map->capacity * 2 : 64,
		.count = map->count };

	if (map->count * 3 < map->capacity * 2)
		return;
	grown.slots = memory_new(grown.capacity * sizeof *grown.slots);
	for (size_t i = 0; i < map->capacity; i++)
		if (map->slots[i].hash)
			*slot_of(&grown, map->slots[i].hash) = map->slots[i];
	free(map->slots);
	*map = grown;
}

static uint64_t not_zero(uint64_t hash)
{
	return hash ? hash : 1;
}

bool number_map_have(struct number_map *map, uint64_t hash, uint32_t *number)
{
	number_map_grow(map);
	struct number_map_slot *slot = slot_of(map, not_zero(hash));
	if (slot->hash) {
		*number = slot->number;
		return true;
	}
	*slot = (struct number_map_slot){ not_zero(hash), *number };
	map->count++;
	return false;
}

void number_map_put(struct number_map *map, uint64_t hash, uint32_t number)
{
	uint32_t before = number;

	if (number_map_have(map, hash, &before))
		slot_of(map, not_zero(hash))->number = number;
}

bool number_map_find(const struct number_map *map, uint64_t hash, uint32_t *number)
{
	if (!map->count)
		return false;
	const struct number_map_slot *slot = slot_of(map, not_zero(hash));
	*number = slot->number;
	return slot->hash != 0;
}

void number_map_fini(struct number_map *map)
{
	free(map->slots);
	*map = (struct number_map){ 0 };
}

/* The finisher of splitmix64. */
uint64_t number_hash(uint64_t hash, uint64_t number)
{
	uint64_t mixed = (hash ^ number) + 0x9E3779B97F4A7C15u;

	mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9u;
	mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBu;
	return mixed ^ mixed >> 31;
}
