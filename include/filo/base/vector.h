/* A growing array of items of one size.
 * Not here: what the items own; free that first, with VECTOR_FINI. */
#ifndef FILO_BASE_VECTOR_H
#define FILO_BASE_VECTOR_H

#include <stdbool.h>
#include <stddef.h>

struct vector {
	void *items;
	size_t count;
	size_t capacity;
	size_t item_bytes;
};

#define VECTOR_INIT(type)                                                                          \
	{                                                                                          \
		.items = NULL, .count = 0, .capacity = 0, .item_bytes = sizeof(type)               \
	}

/* Walks `vec` (a struct vector *) with `item` (a pointer to the item type, declared before). */
#define VECTOR_EACH(item, vec)                                                                     \
	for ((item) = (vec)->items;                                                                \
		(vec)->count && (item) < (__typeof__(item))(vec)->items + (vec)->count; (item)++)

/* Ends each item of `vec`, of `type`, with `fini`, and then the vector. */
#define VECTOR_FINI(type, vec, fini)                                                               \
	do {                                                                                       \
		__typeof__(type) *vector_item;                                                     \
		VECTOR_EACH (vector_item, vec)                                                     \
			fini(vector_item);                                                         \
		vector_fini(vec);                                                                  \
	} while (0)

void vector_init(struct vector *vec, size_t item_bytes);
void vector_fini(struct vector *vec);
void vector_fini_strings(struct vector *vec); /* of char *: frees them, too */
void vector_clear(struct vector *vec);
void vector_reserve(struct vector *vec); /* so that the next item needs no memory */
/* Copies *item to the end and returns its place (valid until the next change); `item` NULL adds
 * a zeroed one. */
void *vector_push(struct vector *vec, const void *item);
void *vector_at(const struct vector *vec, size_t index); /* index < count */
void vector_insert(struct vector *vec, size_t index, const void *item);
void vector_remove(struct vector *vec, size_t index);
/* Whether an item is *wanted, byte for byte: for numbers, not for what has gaps or owns. */
bool vector_has(const struct vector *vec, const void *wanted);
void vector_sort(struct vector *vec, int (*compare)(const void *a, const void *b)); /* qsort */
void vector_reverse(struct vector *vec, size_t first); /* the items from `first` on */

#endif
