/* Where contacts came from, and walks over all of them: what imports and exports need.
 * Not here: the contacts themselves (contacts.h), deciding who is who (people/sameness.h). */
#ifndef FILO_STORE_SOURCES_H
#define FILO_STORE_SOURCES_H

#include "filo/people/contact.h"
#include "filo/people/conversation.h"
#include "filo/store/store.h"

/* The marks that the last import from `source` left with a contact: hashes of what it brought, in
 * hexadecimal digits. NULL: none. Caller frees. */
char *source_marks(struct store *store, contact_id contact, const char *source);
/* `is_new`: the contact was added in this change, so that nothing was there before. */
enum status source_marks_save(struct store *store, contact_id contact, bool is_new,
	const char *source, const char *marks, struct error *err);

/* The walks call `each` for every row, and stop with what it returns when that is not STATUS_OK.
 * Strings are borrowed for the call. */

/* Every contact, in order of id. */
enum status contact_walk(struct store *store,
	enum status (*each)(
		void *context, contact_id id, const char *uid, const char *name, struct error *err),
	void *context, struct error *err);
/* Every nickname. */
enum status nickname_walk(struct store *store,
	enum status (*each)(void *context, contact_id id, const char *nickname, struct error *err),
	void *context, struct error *err);
/* Every channel, in order of contact. */
enum status channel_walk(struct store *store,
	enum status (*each)(void *context, contact_id contact, enum channel_kind kind,
		const char *value, struct error *err),
	void *context, struct error *err);
/* Everybody who is related to somebody known by a UID alone, by id. */
enum status related_walk(struct store *store,
	enum status (*each)(void *context, contact_id id, struct error *err), void *context,
	struct error *err);
/* Every source of every contact (of one, when `contact` is not 0), by contact. */
enum status source_walk(struct store *store, contact_id contact,
	enum status (*each)(void *context, contact_id id, const char *source, const char *marks,
		struct error *err),
	void *context, struct error *err);

/* The entries of a person's day, without id and participants. */
enum status entry_walk(struct store *store, contact_id contact, day_number day,
	enum status (*each)(void *context, contact_id contact, const struct conversation *entry,
		struct error *err),
	void *context, struct error *err);

#endif
