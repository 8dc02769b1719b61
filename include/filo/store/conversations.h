/* Conversations as they are kept.
 * Not here: a log in pages (log_page.h), what a conversation is (people/conversation.h). */
#ifndef FILO_STORE_CONVERSATIONS_H
#define FILO_STORE_CONVERSATIONS_H

#include "filo/base/error.h"
#include "filo/people/conversation.h"
#include "filo/store/store.h"

#include <stdbool.h>
#include <stdint.h>

/* Adds and sets conversation->id; rhythm rows follow in the same change, and who was resting
 * and took part is woken. An entry with a source id that is already there: STATUS_CONFLICT.
 * Nobody who took part, or day DAY_NONE: STATUS_INVALID. */
enum status conversation_add(
	struct store *store, struct conversation *conversation, struct error *err);
/* STATUS_INVALID, and why, for what cannot be kept. */
enum status conversation_check(const struct conversation *conversation, struct error *err);
enum status conversation_update(
	struct store *store, const struct conversation *conversation, struct error *err);
enum status conversation_delete(struct store *store, conversation_id id, struct error *err);
enum status conversation_load(
	struct store *store, conversation_id id, struct conversation *out, struct error *err);
int64_t conversation_version(struct store *store, conversation_id id); /* 0: gone */
/* Whether an entry is there that came from `source` under this id; never without an id. */
bool conversation_has_source(struct store *store, const char *source, const char *source_id);

/* Walks the whole log, oldest first, a row at a time (for exports); stops when `each` returns
 * anything but STATUS_OK and returns that. */
enum status conversation_walk(struct store *store,
	enum status (*each)(
		void *context, const struct conversation *conversation, struct error *err),
	void *context, struct error *err);

#endif
