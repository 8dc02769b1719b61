/* The ways to reach somebody, and relations.
 * Not here: the properties that say who somebody is (vcard_fields.h). */
#ifndef FILO_EXCHANGE_VCARD_VCARD_CHANNELS_H
#define FILO_EXCHANGE_VCARD_VCARD_CHANNELS_H

#include "exchange/vcard/vcard_taking.h"

enum vcard_taken vcard_read_email(struct taking *taking);
enum vcard_taken vcard_read_phone(struct taking *taking);
enum vcard_taken vcard_read_channel(struct taking *taking);
enum vcard_taken vcard_read_old_messenger(struct taking *taking);
enum vcard_taken vcard_read_kde_messenger(struct taking *taking);
enum vcard_taken vcard_read_address(struct taking *taking);
enum vcard_taken vcard_read_relation(struct taking *taking);

#endif
