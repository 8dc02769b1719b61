/* Small questions about text that several formats ask.
 * Not here: what is asked of a person's names (filo itself). */
#ifndef FILO_READ_WORDS_H
#define FILO_READ_WORDS_H

#include "filo/base/strbuf.h"
#include "filo/base/vector.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool words_end_with(const char *text, const char *end); /* A to Z without case */
/* Whether both name one: the same folded, or the same last nine digits of phone numbers. */
bool words_name_one(const char *a, const char *b);
/* At least seven digits, and no letter: else it is a service. */
bool words_are_phone(const char *text);
/* Bytes of `needle` in `len` bytes of `text`; NULL when it is not there. Borrowed. */
const char *words_find(const char *text, size_t len, const char *needle);
/* 64 bits of a text, for an id that keeps none of it. */
uint64_t words_hash(uint64_t seed, const char *text);

/* A set of texts, of char *: vector_fini_strings frees it. True when it was not there. */
bool words_add_once(struct vector *set, const char *text);

/* Of the set only what is among `texts`, too, stays; the first time (is_first) all of them come in.
 * Who stands in everything is me. `is_one`: whether two texts are the same; NULL: to the letter. */
void words_keep_common(struct vector *set, const struct vector *texts, bool is_first,
	bool (*is_one)(const char *a, const char *b));

/* The whole number that a text is, blanks around it allowed. False: it is none. */
bool words_number(const char *text, int64_t *number);

#endif
