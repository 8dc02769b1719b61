/* People of whom an import has more than one card: they stay in memory from the second card on and
 * are written once, so that a thousand cards of one person cost a thousand times one card.
 * Not here: who a card is about (import_meeting.c), joining its fields (import_update.c). */
#ifndef FILO_EXCHANGE_IMPORT_REPEATED_H
#define FILO_EXCHANGE_IMPORT_REPEATED_H

#include "exchange/import/import_cards.h"
#include "exchange/import/import_update.h"
#include "exchange/import/importing.h"
#include "filo/base/number_map.h"

/* One of them; struct importing has an array of places. */
struct repeated {
	struct contact contact; /* as it will be written; id 0: a free place */
	struct import_known known;
	struct import_cards cards; /* those kept, of which that is asked */
	struct person_index marks; /* the first places of `cards`, from 1, BY_NAME by the marks,
				      BY_SOURCE by the key, however its UUID is written */
	struct number_map next;    /* by a source the lowest number there that may be free */
	bool is_changed;
};

/* NULL when nobody of this id is kept. */
struct repeated *repeated_find(const struct importing *importing, contact_id id);
/* Keeps what is in `contact`, which is its own from then on, also when it fails; may write another
 * first, which had its place. */
enum status repeated_keep(struct importing *importing, const struct contact *contact,
	struct repeated **kept, struct error *err);
/* The key under which the marks of a card from `source` ("vcard:UID") are kept: that of this very
 * card when it came before, or the next with a number, or the cards would take turns. Caller
 * frees. */
char *repeated_marks_key(const struct importing *importing, struct repeated *repeated,
	const char *source, const char *marks);
/* Writes somebody, if kept, before they are read from the store. */
enum status repeated_release(struct importing *importing, contact_id id, struct error *err);
enum status repeated_write(struct importing *importing, struct error *err);
/* Without writing. */
void repeated_forget(struct importing *importing);

#endif
