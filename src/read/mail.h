/* One mail, by its header: who, to whom, when, and whether it is bulk.
 * Not here: where one begins in a file (mbox.c, maildir.c). */
#ifndef FILO_READ_MAIL_H
#define FILO_READ_MAIL_H

#include "read/formats.h"

/* A header is read up to here. */
enum { MAIL_HEADER_BYTES = 256 * 1024 };

struct mail_place {
	int64_t at;            /* bytes into the file; -1: it is the file */
	const char *from_line; /* after "From ", of an mbox; NULL: none */
	bool is_sent;          /* it lies in a folder of what was sent */
	const char *name;      /* of its file, in the folder at hand; NULL: that is the file */
};
/* `block` is the header, without the empty line; it is changed. */
void mail_take(struct reading *reading, char *block, size_t len, const struct mail_place *place);

/* After the last: whose mail it is, if that showed. */
void mail_finish(struct reading *reading);

/* Whether a folder or file is called as one of what was sent, or of what is left out (spam, trash,
 * drafts), in some language. */
bool mail_is_sent_folder(const char *name);
bool mail_is_no_folder(const char *name);

/* The names of Gmail's labels. */
bool mail_labels_leave_out(const char *labels);
bool mail_labels_say_sent(const char *labels);

#endif
