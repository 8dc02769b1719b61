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
 * Nobody who took part, but in a note of another program, or day DAY_NONE: STATUS_INVALID. */
enum status conversation_add(
	struct store *store, struct conversation *conversation, struct error *err);
/* STATUS_INVALID, and why, for what cannot be kept. */
enum status conversation_check(const struct conversation *conversation, struct error *err);
enum status conversation_update(
	struct store *store, const struct conversation *conversation, struct error *err);
/* The one that came from `source` under this id; 0: none. */
conversation_id conversation_of_source(
	struct store *store, const char *source, const char *source_id);
/* What an import finds out later about an entry: its beginning and its numbers; all else of
 * `conversation` but the id is ignored, and the entry is not touched by it. */
enum status conversation_grow(
	struct store *store, const struct conversation *conversation, struct error *err);
/* The same of somebody who took part too. */
enum status conversation_join(
	struct store *store, conversation_id id, contact_id contact, struct error *err);
/* An imported one does not come back with the next import. */
enum status conversation_delete(struct store *store, conversation_id id, struct error *err);
enum status conversation_load(
	struct store *store, conversation_id id, struct conversation *out, struct error *err);
/* Adds the ids of the latest that count for a day, newest first. */
enum status conversation_list_latest(
	struct store *store, size_t count, struct vector *ids, struct error *err);
/* "Ana, Bruno": who took part, told from namesakes; in a note who is mentioned; where no name is
 * known, "somebody". Caller frees. */
char *conversation_names(struct store *store, const struct conversation *conversation);
/* For showing it in the log of `person` (0: anywhere): names the others so that they are told from
 * namesakes. Not to be written back. */
void conversation_tell_apart(
	struct store *store, struct conversation *conversation, contact_id person);
int64_t conversation_version(struct store *store, conversation_id id); /* as contact_version */
/* Whether an entry is there that came from `source` under this id; never without an id. */
bool conversation_has_source(struct store *store, const char *source, const char *source_id);

/* What was imported and then deleted: an import leaves it out. */
enum status conversation_forget(
	struct store *store, const char *source, const char *source_id, struct error *err);
enum status conversation_walk_forgotten(struct store *store,
	enum status (*each)(
		void *context, const char *source, const char *source_id, struct error *err),
	void *context, struct error *err);

/* Walks the entries in which somebody took part, oldest first: all but words and people, borrowed
 * for the call. */
enum status conversation_walk_person(struct store *store, contact_id contact,
	enum status (*each)(void *context, const struct conversation *entry, struct error *err),
	void *context, struct error *err);

/* Walks the whole log, oldest first, a row at a time (for exports); stops when `each` returns
 * anything but STATUS_OK and returns that. */
enum status conversation_walk(struct store *store,
	enum status (*each)(
		void *context, const struct conversation *conversation, struct error *err),
	void *context, struct error *err);

#endif
