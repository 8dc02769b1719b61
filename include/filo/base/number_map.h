/* Numbers found by hashes of 64 bits, which stand for what was hashed: among a million, one chance
 * in 10^7 that any two are confused.
 * Not here: the hashing. */
#ifndef FILO_BASE_NUMBER_MAP_H
#define FILO_BASE_NUMBER_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct number_map {
	uint64_t *hashes;  /* 0: free */
	uint32_t *numbers; /* NULL in a set, of which it is asked only whether a hash is there */
	size_t capacity, count;
	bool is_set; /* zeroed: an empty map */
};

/* The number of `hash`, or, where there is none, *number becomes it. Whether it was there. */
bool number_map_have(struct number_map *map, uint64_t hash, uint32_t *number);
/* Of a set: whether it was not there, and is from now on. */
bool number_map_add(struct number_map *set, uint64_t hash);
/* Makes `number` that of `hash`, whatever it was. */
void number_map_put(struct number_map *map, uint64_t hash, uint32_t number);
/* false: there is none. Of a set `number` is NULL. */
bool number_map_find(const struct number_map *map, uint64_t hash, uint32_t *number);
void number_map_fini(struct number_map *map);

/* Goes on from `hash` over a number. */
uint64_t number_hash(uint64_t hash, uint64_t number);

#endif
