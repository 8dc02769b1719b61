/* One property on its way into a contact: what the functions that take it share.
 * Not here: the functions (vcard_fields.h, vcard_channels.h). */
#ifndef FILO_EXCHANGE_VCARD_VCARD_TAKING_H
#define FILO_EXCHANGE_VCARD_VCARD_TAKING_H

#include "exchange/record.h"
#include "exchange/vcard/vcard_property.h"

enum vcard_taken {
	VCARD_UNKNOWN, /* no field for it: the line is kept */
	VCARD_PARTLY,  /* read into a field, but the line says more: it is kept as an original */
	VCARD_WHOLLY,
};

/* One property being read, its label (TYPE words, or the X-ABLabel of its group) found. */
struct taking {
	struct record *record;
	const struct vcard_property *property;
	const struct vector *all; /* of the card */
	char *text;               /* the value unescaped */
	char *label;              /* NULL: none */
	bool is_preferred;
	bool is_plain; /* the parameters say nothing beyond label and preference */
	const void *data;
};

static inline enum vcard_taken vcard_taken_if_plain(const struct taking *taking)
{
	return taking->is_plain ? VCARD_WHOLLY : VCARD_PARTLY;
}

#endif
