/* One mail as an entry of the log, for a key in a mail program.
 * Not here: mailboxes (an import). */
#ifndef FILO_EXCHANGE_MAIL_ENTRY_H
#define FILO_EXCHANGE_MAIL_ENTRY_H

#include "filo/exchange/history.h"
#include "filo/people/conversation.h"
#include "filo/store/store.h"

/* Reads the mail on standard input: the day, who wrote, and who of the contacts took part (those it
 * went to, when it is mine, else who sent it). With options->with_text its subject is the summary.
 * Its Message-ID is the source_id, by which conversation_add knows it again (STATUS_CONFLICT).
 * `entry` is initialised here; the caller frees it, and adds it. STATUS_NOT_FOUND names the
 * addresses when none is a contact's. */
enum status mail_entry_read(struct store *store, const struct history_options *options,
	struct conversation *entry, struct error *err);

#endif
