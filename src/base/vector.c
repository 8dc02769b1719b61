/* A growing array.
 * Not here: anything that knows its items. */
#include "filo/base/vector.h"

#include "filo/base/memory.h"

#include <stdlib.h>
#include <string.h>

void vector_init(struct vector *vec, size_t item_bytes)
{
	*vec = (struct vector){ .item_bytes = item_bytes };
}

void vector_fini(struct vector *vec)
{
	free(vec->items);
	vector_init(vec, vec->item_bytes);
}

void vector_clear(struct vector *vec)
{
	vec->count = 0;
}

void *vector_at(const struct vector *vec, size_t index)
{
	return (char *)vec->items + index * vec->item_bytes;
}

void vector_insert(struct vector *vec, size_t index, const void *item)
{
	if (vec->count == vec->capacity) {
		vec->capacity = vec->capacity ? vec->capacity * 2 : 8;
		vec->items = memory_resize(vec->items, vec->capacity * vec->item_bytes);
	}
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
