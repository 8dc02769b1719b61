/* A table of hashes with open addressing.
 * Not here: what is hashed. */
#include "filo/base/number_map.h"

#include "filo/base/memory.h"

#include <stdlib.h>

static size_t number_map_place(const struct number_map *map, uint64_t hash)
{
	size_t at = (size_t)(hash ^ hash >> 29) & (map->capacity - 1);

	while (map->hashes[at] && map->hashes[at] != hash)
		at = (at + 1) & (map->capacity - 1);
	return at;
}

static void number_map_grow(struct number_map *map)
{
	struct number_map grown = { .capacity = map->capacity ? map->capacity * 2 : 64,
		.count = map->count,
		.is_set = map->is_set };

	if (map->count * 4 < map->capacity * 3)
		return;
	grown.hashes = memory_new(grown.capacity * sizeof *grown.hashes);
	if (!map->is_set)
		grown.numbers = memory_new(grown.capacity * sizeof *grown.numbers);
	for (size_t i = 0; i < map->capacity; i++) {
		if (!map->hashes[i])
			continue;
		size_t at = number_map_place(&grown, map->hashes[i]);
		grown.hashes[at] = map->hashes[i];
		if (grown.numbers)
			grown.numbers[at] = map->numbers[i];
	}
	free(map->hashes);
	free(map->numbers);
	map->hashes = grown.hashes;
	map->numbers = grown.numbers;
	map->capacity = grown.capacity;
}

static uint64_t not_zero(uint64_t hash)
{
	return hash ? hash : 1;
}

bool number_map_have(struct number_map *map, uint64_t hash, uint32_t *number)
{
	number_map_grow(map);
	size_t at = number_map_place(map, not_zero(hash));
	if (map->hashes[at]) {
		if (map->numbers)
			*number = map->numbers[at];
		return true;
	}
	map->hashes[at] = not_zero(hash);
	if (map->numbers)
		map->numbers[at] = *number;
	map->count++;
	return false;
}

bool number_map_add(struct number_map *set, uint64_t hash)
{
	return !number_map_have(set, hash, &(uint32_t){ 0 });
}

void number_map_put(struct number_map *map, uint64_t hash, uint32_t number)
{
	uint32_t before = number;

	if (number_map_have(map, hash, &before) && map->numbers)
		map->numbers[number_map_place(map, not_zero(hash))] = number;
}

bool number_map_find(const struct number_map *map, uint64_t hash, uint32_t *number)
{
	if (!map->count)
		return false;
	size_t at = number_map_place(map, not_zero(hash));
	if (map->hashes[at] && map->numbers)
		*number = map->numbers[at];
	return map->hashes[at] != 0;
}

void number_map_fini(struct number_map *map)
{
	free(map->hashes);
	free(map->numbers);
	*map = (struct number_map){ .is_set = map->is_set };
}

/* The finisher of splitmix64. */
uint64_t number_hash(uint64_t hash, uint64_t number)
{
	uint64_t mixed = (hash ^ number) + 0x9E3779B97F4A7C15u;

	mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9u;
	mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBu;
	return mixed ^ mixed >> 31;
}
