/* Reading the cards of a file.
 * Not here: what the properties of a card mean (vcard_contact.h). */
#ifndef FILO_EXCHANGE_VCARD_VCARD_READ_H
#define FILO_EXCHANGE_VCARD_VCARD_READ_H

#include "exchange/record.h"
#include "exchange/source.h"

/* Whether a file that begins with `bytes` is one of cards. */
bool vcard_recognises(const char *bytes, size_t len);
/* Reads all cards of a source into `sink`. */
enum status vcard_read(struct source *source, const struct record_sink *sink, struct error *err);

#endif
