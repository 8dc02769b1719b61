/* The marks of the cards that somebody came by: where those of one are kept, and what all brought.
 * Not here: what follows from them (import_update.h). */
#ifndef FILO_EXCHANGE_IMPORT_IMPORT_CARDS_H
#define FILO_EXCHANGE_IMPORT_IMPORT_CARDS_H

#include "exchange/import/importing.h"

/* What a card of somebody's brought. */
struct import_card {
	char *key; /* "vcard:UID"; "csv", "csv#2", ... of cards without a UID */
	char *marks;
};
void import_card_fini(struct import_card *card);

/* All that are kept with a contact, into a vector of struct import_card. */
enum status import_cards_gather(
	struct importing *importing, contact_id id, struct vector *cards, struct error *err);
/* That the marks of one are kept there from now on. */
void import_cards_note(struct vector *cards, const char *key, const char *marks);

/* Whether marks are of the same values, in whatever order. */
bool import_cards_say_same(const char *marks, const char *other);

/* Under which key the marks of a card are kept, and what was brought before. */
struct card_marks {
	char *key;
	char *before;    /* NULL: nothing */
	char *of_row;    /* what only the card brought that this one is another version of; NULL */
	char *folded;    /* to be kept under `fold`: what such versions brought; NULL: as it was */
	char *fold;      /* "csv#0" */
	bool is_there;   /* the card's own are kept already */
	bool is_brought; /* all that it says was brought before */
};
void card_marks_fini(struct card_marks *marks);

/* Of a card without a UID, which may be of any file of the kind: what any of them brought was
 * brought, before this import. It takes the place of the one that it is another version of. */
void import_cards_choose(const struct importing *importing, const struct vector *cards,
	contact_id id, const char *source, const char *new_marks, struct card_marks *marks);

#endif
