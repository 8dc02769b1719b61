/* What is a UUID, and which two are one.
 * Not here: tables of them (exchange/import/person_index.c). */
#include "filo/base/uuid.h"

#include "filo/base/ascii.h"

#include <string.h>

size_t uuid_read(const char *text, char small[UUID_LEN + 1])
{
	size_t before = ascii_begins(text, UUID_URN) ? strlen(UUID_URN) : 0, len = 0;

	text += before;
	while (len < UUID_LEN && text[len] && strchr("0123456789abcdefABCDEF-", text[len])) {
		small[len] = ascii_lower(text[len]);
		len++;
	}
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

	if (!uuid_is(uid) || !uuid_is(other))
		return !strcmp(uid, other);
	uuid_read(uid, small);
	uuid_read(other, small_other);
	return !strcmp(small, small_other);
}
