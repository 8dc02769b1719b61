/* A property as it stands in a card: group, name, parameters, value.
 * Not here: its value's parts (vcard_value.h), what it means (vcard_contact.h). */
#ifndef FILO_EXCHANGE_VCARD_VCARD_PROPERTY_H
#define FILO_EXCHANGE_VCARD_VCARD_PROPERTY_H

#include "filo/base/strbuf.h"
#include "filo/base/vector.h"

#include <stdbool.h>
#include <stdint.h>

enum vcard_version { VCARD_3, VCARD_4 }; /* as written */

struct vcard_param {
	char *name; /* upper case; a bare 2.1 type is a TYPE */
	char *value;
};

/* One property, unfolded and decoded to UTF-8. `value` is still escaped the way vCard 3.0 and 4.0
 * do it, whatever the card's version: a backslash before n, comma, semicolon, backslash. */
struct vcard_property {
	char *group;    /* NULL: none */
	char *name;     /* upper case, for comparing */
	char *spelling; /* of the name, as it came */
	struct vector params;
	char *value;
	int64_t line;
	bool is_binary; /* base64 */
};

void vcard_property_fini(struct vcard_property *property);
/* Reads one unfolded line. False when it is no property. `is_version_21`: commas were no separators
 * yet. To be freed either way. */
bool vcard_property_parse(
	struct vcard_property *property, const char *line, size_t len, bool is_version_21);
/* How a parameter of vCard 2.1 begins that is a label of one's own. */
#define VCARD_CUSTOM "X-CUSTOM("
/* The first value of a parameter, or NULL. Borrowed. */
const char *vcard_property_param(const struct vcard_property *property, const char *name);
/* What an address or profile is of ("Telegram"), as Apple and RFC 9554 say it; NULL: nothing. */
const char *vcard_property_service(const struct vcard_property *property);
/* The property as one line again, in the style of vCard 3.0 and 4.0. `has_lists`: values of one
 * parameter in a row go into one list; as it is kept, each stands alone. */
void vcard_property_print(
	struct strbuf *out, const struct vcard_property *property, bool has_lists);

/* What a kept line says, however it is spelled: a server that writes it anew sorts its parameters,
 * and escapes semicolons that divide nothing. */
void vcard_property_meaning(struct strbuf *out, const char *line);

/* A kept line that begins with this is the source's own writing of something that is also read
 * into a field (an address with its parts, say). It goes out in place of what filo would
 * write, as long as the field still says the same. */
#define VCARD_ORIGINAL '~'

#endif
