/* The marks of the cards that somebody came by: where those of one are kept, and what all brought.
 * Not here: what follows from them (import_update.h). */
#ifndef FILO_EXCHANGE_IMPORT_IMPORT_CARDS_H
#define FILO_EXCHANGE_IMPORT_IMPORT_CARDS_H

#include "exchange/import/importing.h"
#include "filo/base/number_map.h"

/* What a card of somebody's brought. */
struct import_card {
	char *key; /* "vcard:UID"; "csv", "csv#2", ... of cards without a UID */
	char *marks;
};

/* Those that are kept with a contact, and of one source those without a UID, each found without
 * looking through the others; { 0 } before. */
struct import_cards {
	struct vector all;        /* of struct import_card */
	char *source;             /* which the rest is about; NULL: none yet */
	int last;                 /* the highest number in a key */
	struct number_map before; /* a set: the marks brought before this import */
	struct number_map there;  /* the place of a card, by all its marks */
	struct number_map held;   /* how many cards say what a mark stands for */
	struct number_map
		firsts; /* by a mark the first of its mentions in cards before this import */
	struct vector mentions;   /* of struct card_mention */
	struct strbuf fold;       /* marks that earlier versions of cards brought */
	struct number_map folded; /* the set of them */
	bool has_folded;          /* some of them are not written yet */
};
void import_cards_fini(struct import_cards *cards);

/* All that are kept with a contact, into `cards`->all. */
enum status import_cards_gather(
	struct importing *importing, contact_id id, struct import_cards *cards, struct error *err);
/* Writes what earlier versions brought. */
enum status import_cards_write(
	struct importing *importing, contact_id id, struct import_cards *cards, struct error *err);

/* Whether marks are of the same values, in whatever order. */
bool import_cards_say_same(const char *marks, const char *other);

/* Under which key the marks of a card are kept, and what was brought before. */
struct card_marks {
	char *key;
	struct import_cards *cards;      /* whose it is one of; NULL: it has a UID */
	struct import_cards own;         /* where they are not kept for the next card */
	const struct number_map *before; /* NULL: nothing; a set in `cards`, or `of_key` */
	struct number_map of_key;        /* what the card with the UID brought */
	struct number_map of_row; /* what only that one brought that this is another version of */
	size_t row;               /* its place in the cards; SIZE_MAX: it is none's */
	bool is_there;            /* the card's own are kept already */
	bool is_same;             /* word for word */
	bool is_brought;          /* all that it says was brought before */
};
void card_marks_fini(struct card_marks *marks);

/* Of a card without a UID, which may be of any file of the kind: what any of them brought was
 * brought, before this import. It takes the place of the one that it is another version of. */
enum status import_cards_choose(struct importing *importing, contact_id id, const char *source,
	const char *new_marks, struct card_marks *marks, struct error *err);
/* That its marks are kept so from now on. */
void import_cards_note(const struct card_marks *marks, const char *new_marks);

#endif
