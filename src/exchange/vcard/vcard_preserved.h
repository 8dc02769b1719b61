/* Giving back what was kept of a card.
 * Not here: what filo reads into fields of its own (vcard_write.h). */
#ifndef FILO_EXCHANGE_VCARD_VCARD_PRESERVED_H
#define FILO_EXCHANGE_VCARD_VCARD_PRESERVED_H

#include "exchange/vcard/vcard_property.h"
#include "filo/people/contact.h"
#include "filo/people/contact_field.h"

/* A card being written. */
struct writing {
	size_t start; /* of the card, in `out` */
	struct strbuf *out;
	const struct contact *contact;
	enum vcard_version version;
	unsigned long group_count; /* the last number of a group given out */
	bool *is_channel_written;  /* given back as its original line */
	bool *is_date_written;
	bool *is_relation_written;
	bool are_notes_read;
	bool has_left_out;        /* a name or birthday besides the one that 3.0 takes */
	bool has[CONTACT_FIELDS]; /* the same, of a text or the tags */
};

/* What the version written calls a field's property. */
const char *vcard_name(const struct writing *writing, enum contact_field field);

/* The UID as it came, with what its parameters say; false: there is no such line. */
bool vcard_write_original_uid(struct writing *writing);
/* Originals come first, as long as the contact still says the same, which is marked as written,
 * so that it is not said twice; lines filo does not interpret come last: a second title stays
 * second. */
void vcard_write_originals(struct writing *writing);
void vcard_write_unknown(struct writing *writing);
/* Whether a kept line may be missing in 3.0 though nobody took it back: it is named as no server
 * takes it, or a second name or birthday. */
bool vcard_may_stay_out(const char *line);

#endif
