/* What the functions that read properties into a contact share.
 * Not here: anything other files of exchange/ may use (vcard.h). */
#ifndef FILO_EXCHANGE_VCARD_VCARD_TAKE_H
#define FILO_EXCHANGE_VCARD_VCARD_TAKE_H

#include "exchange/vcard/vcard.h"

/* One property being read, its label (TYPE words, or the X-ABLabel of its group) found. */
struct taking {
	struct record *record;
	const struct vcard_property *property;
	char *text;  /* the value unescaped */
	char *label; /* NULL: none */
	bool is_preferred;
	bool is_plain; /* the parameters say nothing beyond label and preference */
	const void *data;
};

/* Reads a property that has been prepared, by the table of all that are known. */
enum vcard_taken vcard_take(struct taking *taking);

static inline enum vcard_taken vcard_taken_if_plain(const struct taking *taking)
{
	return taking->is_plain ? VCARD_WHOLLY : VCARD_PARTLY;
}

/* Adds the parts of `value` to `out` with `joint` between, empty ones left out; returns how many.
 */
size_t vcard_join_parts(
	struct strbuf *out, const char *value, size_t len, char separator, const char *joint);

/* The ways to reach somebody, and relations (vcard_channels.c). */
enum vcard_taken vcard_take_email(struct taking *taking);
enum vcard_taken vcard_take_phone(struct taking *taking);
enum vcard_taken vcard_take_channel(struct taking *taking);
enum vcard_taken vcard_take_old_messenger(struct taking *taking);
enum vcard_taken vcard_take_address(struct taking *taking);
enum vcard_taken vcard_take_relation(struct taking *taking);

#endif
