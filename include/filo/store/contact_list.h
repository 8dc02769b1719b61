/* Lists of contacts, one screen at a time, and finding a person by name.
 * Not here: their records (contacts.h). */
#ifndef FILO_STORE_CONTACT_LIST_H
#define FILO_STORE_CONTACT_LIST_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
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
	int cadence_days; /* own, else the circle's; 0: none */
};
void contact_row_fini(struct contact_row *row);

/* Which contacts; zeroed: all but the archived. Strings borrowed. */
struct contact_filter {
	const char *words; /* prefixes of words of the name, folded by the store; NULL: any */
	const char *tag;
	circle_id circle;
	bool with_archived;
	bool without_place; /* only who is in no circle, and about whom nothing else is decided:
				no wish, at rest, let go, or dead */
};

/* At most `count` rows by name, read from the database one screen at a time: those after
 * (`forward`) or before the row `from` (id 0: from the beginning or the end). Rows come in list
 * order either way and are appended to `rows` (of struct contact_row). */
enum status contact_page(struct store *store, const struct contact_filter *filter, contact_id from,
	bool forward, size_t count, struct vector *rows, struct error *err);
/* Exact number (a scan of an index: after the first paint, not before); -1: it cannot be known. */
int64_t contact_count(struct store *store, const struct contact_filter *filter);

/* Those whose name (or nickname) matches: an equal name first, then the most recently in touch.
 * Accent- and case-insensitive prefix of any word. At most `count`; into struct contact_row. */
enum status contact_match(struct store *store, const char *name, size_t count, struct vector *rows,
	struct error *err);

#endif
