/* What GMime makes of headers: words of any charset, dates, message ids.
 * Not here: which header means what (mail.c), addresses (mail_address.h). */
#ifndef FILO_READ_MAIL_TEXT_H
#define FILO_READ_MAIL_TEXT_H

#include <stdbool.h>
#include <stdint.h>

/* Sets up GMime and opens the charsets that mail comes in: behind the lock none can be loaded. */
void mail_text_prepare(void);
void mail_text_finish(void);

/* A header as UTF-8, encoded words read, blanks trimmed. Caller frees. */
char *mail_text_decode(const char *raw);
/* Seconds since 1970; false when it is no date. */
bool mail_text_date(const char *raw, int64_t *seconds);
/* Without "<>". Caller frees; NULL: there is none. */
char *mail_text_message_id(const char *raw);

#endif
