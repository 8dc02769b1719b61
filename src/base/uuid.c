/* What is a UUID, and which two are one.
 * Not here: tables of them (exchange/import/person_index.c). */
#include "filo/base/uuid.h"

#include "filo/base/ascii.h"

#include <string.h>

/* 8-4-4-4-12 hexadecimal digits. */
static bool is_of_uuid(char c, size_t at)
{
	bool is_dash = at == 8 || at == 13 || at == 18 || at == 23;

	return c && strchr(is_dash ? "-" : "0123456789abcdefABCDEF", c);
}

size_t uuid_read(const char *text, char small[UUID_LEN + 1])
{
	size_t before = ascii_begins(text, UUID_URN) ? strlen(UUID_URN) : 0, len = 0;

	text += before;
	for (; len < UUID_LEN && is_of_uuid(text[len], len); len++)
		small[len] = ascii_lower(text[len]);
	small[len] = '\0';
	return len == UUID_LEN && (!text[len] || text[len] == '#') ? before + len : 0;
}

bool uuid_is(const char *text)
{
	char small[UUID_LEN + 1];
	size_t len = uuid_read(text, small);

	return len && !text[len];
}

bool uuid_is_same(const char *uid, const char *other)
{
	char small[UUID_LEN + 1], small_other[UUID_LEN + 1];

	size_t len = uuid_read(uid, small), other_len = uuid_read(other, small_other);
	bool are_uuids = len && !uid[len] && other_len && !other[other_len];

	return !strcmp(are_uuids ? small : uid, are_uuids ? small_other : other);
}
