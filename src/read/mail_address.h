/* Addresses in the headers of mail.
 * Not here: whose they are (filo itself). */
#ifndef FILO_READ_MAIL_ADDRESS_H
#define FILO_READ_MAIL_ADDRESS_H

#include "filo/base/vector.h"

struct mail_address {
	char *name;    /* NULL: none */
	char *address; /* has one '@' at least */
};
/* Adds to `list` (of struct mail_address) what an unfolded header holds; what has no '@' is no
 * address. At most MAIL_ADDRESSES_MAX of them. */
enum { MAIL_ADDRESSES_MAX = 2000 };
void mail_addresses_add(struct vector *list, const char *header);
void mail_addresses_free(struct vector *list);

/* "Name <address>", or the address alone. Caller frees. */
char *mail_address_text(const struct mail_address *address);

#endif
