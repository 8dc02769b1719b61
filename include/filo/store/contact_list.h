/* Lists of contacts, one screen at a time, and finding a person by name.
 * Not here: their records (contacts.h). */
#ifndef FILO_STORE_CONTACT_LIST_H
#define FILO_STORE_CONTACT_LIST_H

#include "filo/base/error.h"
#include "filo/base/spoken.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
#include "filo/store/limit.h"
#include "filo/store/store.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One row of a list; `name` owned. */
struct contact_row {
	contact_id id;
	char *name;
	day_number last_day; /* latest contact day up to today, or DAY_NONE */
	enum contact_state state;
	int cadence_days;    /* own, else the circle's; 0: none */
	char *circle;        /* in ORDER_CIRCLE; owned; NULL: none */
	day_number next_day; /* in ORDER_NEXT: may be past; DAY_NONE: nothing comes */
	char *apart;         /* of contact_kept_apart; owned */
};
void contact_row_fini(struct contact_row *row);

enum contact_order {
	ORDER_NAME,
	ORDER_SILENCE, /* the longest first; at the end who was never in touch */
	ORDER_CIRCLE,  /* as circles are listed; at the end who is in none */
	ORDER_NEXT,    /* by the day on which a follow-up, a yearly date or a wish comes next */
	CONTACT_ORDERS
};

/* "name", "silence", "circle", "next"; the names are kept, and typed in either language. */
extern const struct spoken contact_order_words[CONTACT_ORDERS];
const char *contact_order_name(enum contact_order order);
bool contact_order_named(const char *name, enum contact_order *order);

/* Which contacts, and in what order; zeroed: all but the archived, by name. Borrowed. */
struct contact_filter {
	const struct limit *limit; /* NULL: none */
	circle_id circle;          /* only who is in it; 0: any */
	enum contact_order order;
	bool with_archived;
	bool without_place; /* only who is in no circle, and about whom nothing else is decided:
				no wish, at rest, let go, or dead */
};

/* At most `count` rows in their order, read from the database one screen at a time: those after
 * (`forward`) or before the row `from` (id 0: from the beginning or the end). Rows come in list
 * order either way and are appended to `rows` (of struct contact_row). */
enum status contact_page(struct store *store, const struct contact_filter *filter, contact_id from,
	bool forward, size_t count, struct vector *rows, struct error *err);
/* Exact number (a scan of an index: after the first paint, not before); -1: it cannot be known. */
int64_t contact_count(struct store *store, const struct contact_filter *filter);
/* The same, and beside it how many of all have no place: both need how many there are. */
struct contact_counts {
	int64_t listed, without_place;
};
struct contact_counts contact_counts(struct store *store, const struct contact_filter *filter);
/* The same when it is known without a scan; false: it is not. */
bool contact_counts_kept(
	struct store *store, const struct contact_filter *filter, struct contact_counts *counts);
/* The ids of all whom a limit fits on a day, ascending, whatever their state: vector of
 * contact_id. */
enum status contact_ids(struct store *store, const struct limit *limit, day_number on,
	struct vector *ids, struct error *err);
/* Brings others into that order, for contact_ids_have. */
void contact_ids_sort(struct vector *ids);
bool contact_ids_have(const struct vector *ids, contact_id id);

/* Those whose name (or nickname) matches or, where there are none, with the parts of the name that
 * it does not say: an equal name first, then the most recently in touch; of "#12" who has that
 * number, before all others. Accent- and
 * case-insensitive prefix of any word. At most `count`; into struct contact_row. */
enum status contact_match(struct store *store, const char *name, size_t count, struct vector *rows,
	struct error *err);
size_t contact_match_count(struct store *store, const char *name); /* how many it fits in all */

#endif
