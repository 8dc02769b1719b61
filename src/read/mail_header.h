/* The headers of a mail that matter here, unfolded.
 * Not here: what they mean (mail.c, mail_bulk.h). */
#ifndef FILO_READ_MAIL_HEADER_H
#define FILO_READ_MAIL_HEADER_H

#include "filo/base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>

enum mail_field {
	MAIL_FROM,
	MAIL_TO, /* with Cc and Bcc */
	MAIL_DELIVERED,
	MAIL_DATE,
	MAIL_RECEIVED, /* the newest */
	MAIL_ID,
	MAIL_SUBJECT,
	MAIL_LIST, /* List-Id, List-Post, Feedback-ID: the names are enough */
	MAIL_UNSUBSCRIBE,
	MAIL_PRECEDENCE,
	MAIL_AUTO_SUBMITTED,
	MAIL_SPAM_FLAG,
	MAIL_SPAM_STATUS,
	MAIL_RETURN_PATH,
	MAIL_CONTENT_TYPE,
	MAIL_MOZILLA_STATUS,
	MAIL_LABELS,
	MAIL_SMS, /* an SMS kept as mail */
	MAIL_FIELDS,
};

/* All zero, then mail_header_parse again and again; mail_header_fini at the end. */
struct mail_header {
	struct strbuf fields[MAIL_FIELDS];
	bool has[MAIL_FIELDS];
};
void mail_header_init(struct mail_header *header);
void mail_header_fini(struct mail_header *header);
void mail_header_parse(struct mail_header *header, const char *block, size_t len);

/* "NAME:", with a name such as headers have. */
bool mail_header_begins(const char *line, size_t len);
/* The same, with a name that mail has. */
bool mail_header_is_known(const char *line, size_t len);

#endif
