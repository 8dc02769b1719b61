/* The value of a property: parts between separators, and escapes.
 * Not here: charsets and encodings (vcard_property.c). */
#ifndef FILO_EXCHANGE_VCARD_VCARD_VALUE_H
#define FILO_EXCHANGE_VCARD_VCARD_VALUE_H

#include "filo/base/strbuf.h"

#include <stdbool.h>

/* Which of comma and semicolon divide the value of a property of this name (in any case, `len`
 * bytes), as those who read 3.0 know. Elsewhere some of them (vobject, and the servers made with
 * it) cut the value at a comma that is not escaped, or refuse the card. */
const char *vcard_separators(const char *name, size_t len);
/* The length of the part of escaped `value` before the next separator, or the end. */
size_t vcard_part_length(const char *value, char separator);
/* Adds the parts of `value` to `out` with `joint` between, empty ones left out; returns how many.
 */
size_t vcard_join_parts(
	struct strbuf *out, const char *value, size_t len, char separator, const char *joint);
/* Adds `len` bytes of an escaped value to `out`, unescaped. */
void vcard_unescape(struct strbuf *out, const char *value, size_t len);
/* A whole value unescaped. Caller frees. */
char *vcard_text(const char *value);
void vcard_escape(struct strbuf *out, const char *text);
/* No backslash stands before these in 3.0. */
#define VCARD_NEVER_ESCAPED ":\""
/* Adds an escaped value, or a URI, as all who read 3.0 take it: no backslash but where one is known
 * to them, and one before each comma where those divide nothing. */
void vcard_escape_for_3(struct strbuf *out, const char *value, bool is_parted);

#endif
