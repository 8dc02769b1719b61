/* What is in the trash, and what its people were known by: so that no import brings it back.
 * Not here: listing and restoring what was deleted (undo.h). */
#ifndef FILO_STORE_TRASH_WALK_H
#define FILO_STORE_TRASH_WALK_H

#include "filo/people/contact.h"
#include "filo/people/conversation.h"
#include "filo/people/followup.h"
#include "filo/store/store.h"

/* Called for who and what was deleted, by itself or with a person; strings are borrowed for the
 * call. Ids are never given twice. Any may be NULL. */
struct trash_visitor {
	void *context;
	void (*person)(void *context, contact_id id, const char *uid, const char *name);
	void (*channel)(void *context, contact_id id, enum channel_kind kind, const char *value);
	void (*source)(void *context, contact_id id, const char *source, const char *marks);
	/* Of the entry only what says it: day, channel, direction, text; who took part comes apart,
	 * before or after it. */
	void (*entry)(void *context, const struct conversation *entry);
	void (*participant)(void *context, conversation_id entry, contact_id id);
	void (*followup)(void *context, const struct followup *followup);
	/* By a row of the people seen (seen.h) they were known until then. */
	void (*seen)(void *context, contact_id id, int64_t seen);
};

/* All that is in the trash, in no order. */
enum status trash_walk(struct store *store, const struct trash_visitor *visitor, struct error *err);

#endif
