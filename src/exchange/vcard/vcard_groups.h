/* The properties of a card by their groups ("item1."), each found at once however many there are.
 * Not here: what a label means (vcard_contact.c). */
#ifndef FILO_EXCHANGE_VCARD_VCARD_GROUPS_H
#define FILO_EXCHANGE_VCARD_VCARD_GROUPS_H

#include "exchange/vcard/vcard_property.h"
#include "filo/base/vector.h"

#include <stddef.h>

struct vcard_group {
	const struct vcard_property *label; /* its first X-ABLabel, borrowed; NULL: none */
	size_t members;
	size_t unread; /* for the caller: how many of them are kept as lines */
};

struct vcard_groups {
	struct vcard_group *groups;
	struct vcard_group **of; /* by the place of the property; NULL: in no group */
};

/* `properties`: vector of struct vcard_property, which stays as it is as long as the groups. */
void vcard_groups_init(struct vcard_groups *groups, const struct vector *properties);
void vcard_groups_fini(struct vcard_groups *groups);

#endif
