/* What an entry of the log or a follow-up says, as one key: the same of two that say the same.
 * Not here: looking for it (import_present.h), whose it is. */
#ifndef FILO_EXCHANGE_IMPORT_IMPORT_KEYS_H
#define FILO_EXCHANGE_IMPORT_IMPORT_KEYS_H

#include "filo/base/strbuf.h"
#include "filo/people/conversation.h"
#include "filo/people/followup.h"

void import_keys_entry(struct strbuf *key, const struct conversation *entry);
void import_keys_followup(struct strbuf *key, const struct followup *followup);

#endif
