/* A set of 64-bit hashes: whether something has been seen.
 * Not here: the hash (words.h). */
#ifndef FILO_READ_HASH_SET_H
#define FILO_READ_HASH_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All zero at the beginning. */
struct hash_set {
	uint64_t *slots; /* 0: free */
	size_t count, capacity;
};
bool hash_set_add(struct hash_set *set, uint64_t hash); /* true when it was not there */
void hash_set_fini(struct hash_set *set);

#endif
