/* What the people in the trash were known by: so that an import does not bring them back.
 * Not here: listing and restoring what was deleted (undo.h). */
#ifndef FILO_STORE_TRASH_WALK_H
#define FILO_STORE_TRASH_WALK_H

#include "filo/people/contact.h"
#include "filo/store/store.h"

/* Called for what was deleted with each person; strings are borrowed for the call. Ids are never
 * given twice. Any may be NULL. */
struct trash_visitor {
	void *context;
	void (*person)(void *context, contact_id id, const char *uid, const char *name);
	void (*channel)(void *context, contact_id id, enum channel_kind kind, const char *value);
	void (*source)(void *context, contact_id id, const char *source, const char *marks);
};

/* Everybody in the trash, in no order. */
enum status trash_walk(struct store *store, const struct trash_visitor *visitor, struct error *err);

#endif
