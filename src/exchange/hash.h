/* A hash of texts, the same on every machine and in every version: marks and keys that were stored
 * are compared with it.
 * Not here: tables of hashes (import/person_index.h). */
#ifndef FILO_EXCHANGE_HASH_H
#define FILO_EXCHANGE_HASH_H

#include <stdint.h>

/* 64-bit FNV-1a, going on from `hash`. */
uint64_t exchange_hash(uint64_t hash, const char *text);
#define EXCHANGE_HASH_START 0xCBF29CE484222325u

#endif
