/* What the two files that write vCards share.
 * Not here: anything others may use (vcard_write.h). */
#ifndef FILO_EXCHANGE_VCARD_VCARD_WRITING_H
#define FILO_EXCHANGE_VCARD_VCARD_WRITING_H

#include "exchange/vcard/vcard.h"
#include "exchange/vcard/vcard_write.h"

/* A card being written. */
struct writing {
	struct strbuf *out;
	const struct contact *contact;
	enum vcard_version version;
	int group_count;
	bool *is_channel_written; /* given back as its original line */
	bool *is_date_written;
	bool *is_relation_written;
	bool has_name, has_name_parts, has_nickname, has_organization, has_title, has_note,
		has_tags, has_revision;
};

/* Ends the line that begins at `start` in out, and folds it; never inside a UTF-8 sequence. */
void vcard_end_line(struct strbuf *out, size_t start);

/* Gives back what was kept. Originals come first, as long as the contact still says the same,
 * which is marked as written, so that it is not said twice; lines filo does not interpret come
 * last: a second title stays second. */
void vcard_write_originals(struct writing *writing);
void vcard_write_unknown(struct writing *writing);

#endif
