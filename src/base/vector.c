/* A growing array.
 * Not here: anything that knows its items. */
#include "filo/base/vector.h"

#include "filo/base/memory.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_BYTES 64

void vector_init(struct vector *vec, size_t item_bytes)
{
	*vec = (struct vector){ .item_bytes = item_bytes };
}

void vector_fini(struct vector *vec)
{
	free(vec->items);
	vector_init(vec, vec->item_bytes);
}

void vector_fini_strings(struct vector *vec)
{
	char **string;

	VECTOR_EACH (string, vec)
		free(*string);
	vector_fini(vec);
}

void vector_clear(struct vector *vec)
{
	vec->count = 0;
}

void *vector_at(const struct vector *vec, size_t index)
{
	return (char *)vec->items + index * vec->item_bytes;
}

/* Most vectors stay small, and some are many. */
static size_t first_room(const struct vector *vec)
{
	return vec->item_bytes < FIRST_BYTES ? FIRST_BYTES / vec->item_bytes : 1;
}

void vector_reserve(struct vector *vec)
{
	if (vec->count < vec->capacity)
		return;
	vec->capacity = vec->capacity ? vec->capacity * 2 : first_room(vec);
	vec->items = memory_resize(vec->items, vec->capacity * vec->item_bytes);
}

void vector_insert(struct vector *vec, size_t index, const void *item)
{
	vector_reserve(vec);
	char *place = vector_at(vec, index);
	memmove(place + vec->item_bytes, place, (vec->count - index) * vec->item_bytes);
	if (item)
		memcpy(place, item, vec->item_bytes);
	else
		memset(place, 0, vec->item_bytes);
	vec->count++;
}

void *vector_push(struct vector *vec, const void *item)
{
	vector_insert(vec, vec->count, item);
	return vector_at(vec, vec->count - 1);
}

void vector_remove(struct vector *vec, size_t index)
{
	char *place = vector_at(vec, index);

	vec->count--;
	memmove(place, place + vec->item_bytes, (vec->count - index) * vec->item_bytes);
}

bool vector_has(const struct vector *vec, const void *wanted)
{
	const char *items = vec->items;

	for (size_t i = 0; i < vec->count; i++)
		if (!memcmp(items + i * vec->item_bytes, wanted, vec->item_bytes))
			return true;
	return false;
}

void vector_sort(struct vector *vec, int (*compare)(const void *a, const void *b))
{
	if (vec->count)
		qsort(vec->items, vec->count, vec->item_bytes, compare);
}

void vector_reverse(struct vector *vec, size_t first)
{
	char swap[256], *items = vec->items;
	size_t size = vec->item_bytes;

	for (size_t a = first, b = vec->count; a + 1 < b; a++) {
		char *one = items + a * size, *other = items + --b * size;
		for (size_t done = 0, part; done < size; done += part) {
			part = size - done < sizeof swap ? size - done : sizeof swap;
			memcpy(swap, one + done, part);
			memcpy(one + done, other + done, part);
			memcpy(other + done, swap, part);
		}
	}
}
