/* UUIDs however they are written: with "urn:uuid:" before them or not, in capitals or not
 * (RFC 4122 3).
 * Not here: making one (store/contacts/contacts.c). */
#ifndef FILO_BASE_UUID_H
#define FILO_BASE_UUID_H

#include <stdbool.h>
#include <stddef.h>

#define UUID_LEN 36
#define UUID_URN "urn:uuid:"

/* How many bytes of `text` are a UUID, at whose end or before whose "#" it ends; 0: it is none.
 * `small` becomes it as others of it are, too. */
size_t uuid_read(const char *text, char small[UUID_LEN + 1]);
bool uuid_is(const char *text);
/* Whether two UIDs are one: other than UUIDs they are told apart by case (RFC 6350 6.7.6). */
bool uuid_is_same(const char *uid, const char *other);

#endif
