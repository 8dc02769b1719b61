/* Whether a mail was sent to one, or to many by a machine.
 * Not here: what a person's contacts make of it (filo itself). */
#ifndef FILO_READ_MAIL_BULK_H
#define FILO_READ_MAIL_BULK_H

#include "read/mail_header.h"

/* Surely bulk: it counts for nobody. `address` is who wrote. */
bool mail_is_bulk(const struct mail_header *header, const char *address);
/* What speaks against it, unless it is from somebody known: "unsubscribe", "role"; NULL: nothing.
 */
const char *mail_bulk_doubt(const struct mail_header *header, const char *address);

#endif
