/* What the rooms beside do with every change: db knows none of them by name.
 * Not here: who is in the list (store/change_hooks.c), calling them (change.h). */
#ifndef FILO_STORE_DB_CHANGE_HOOKS_H
#define FILO_STORE_DB_CHANGE_HOOKS_H

#include "filo/base/error.h"
#include "filo/people/contact.h"
#include "filo/store/store.h"

#include <stdbool.h>
#include <stddef.h>

struct row_span;

/* Any of them may be NULL. */
struct change_hook {
	void (*open)(struct store *store);  /* with the store, before the first change */
	void (*close)(struct store *store); /* with it too */
	/* A large change begins. */
	enum status (*expect_many)(struct store *store, struct error *err);
	/* Rows with ids of their own go, by the thousand, when a large change is taken back. Sets
	 * *is_done where the hook has deleted them and what hangs on them; else each is deleted by
	 * its foreign keys. */
	enum status (*remove)(
		struct store *store, const struct row_span *span, bool *is_done, struct error *err);
	/* What a contact's rhythm is learned from is about to change; contact 0: everybody's. */
	void (*touch)(struct store *store, contact_id contact);
	/* Before the commit: writes what is left to write. Of undo and redo too. */
	enum status (*settle)(struct store *store, struct error *err);
	/* Committed or rolled back: what was noted for this change is void. */
	void (*forget)(struct store *store);
};

/* In the order in which they settle. */
extern const struct change_hook *const change_hooks[];
extern const size_t change_hook_count;

#endif
