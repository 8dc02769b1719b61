/* What a Monica export holds, found again.
 * Not here: the records (monica.c, monica_contact.c). */
#ifndef FILO_READ_MONICA_H
#define FILO_READ_MONICA_H

#include "read/json.h"

struct monica {
	struct reading *reading;
	const struct json *account, *instance;
};

/* The values of a type, "contact" or in the plural, in a list of {count, type, values}: the first
 * of them; NULL: none. */
const struct json *monica_values(const struct json *data, const char *type, const char *plural);
const struct json *monica_properties(const struct json *value);
/* The one with this uuid, of the first and those after it; NULL: none. */
const struct json *monica_find(const struct json *first, const char *uuid);
/* Among the account's: whose uuid it is. NULL: nobody's. */
const struct json *monica_contact(const struct monica *monica, const char *uuid);
bool monica_is_partial(const struct json *contact);
/* Caller frees. */
char *monica_name(const struct json *contact);
char *monica_uid(const char *uuid);

void monica_say_contact(const struct monica *monica, const struct json *contact);

#endif
