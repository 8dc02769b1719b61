/* What a change did, row by row, for whoever tells it to other programs.
 * Not here: taking it back (undo.h). */
#ifndef FILO_STORE_CHANGED_ROWS_H
#define FILO_STORE_CHANGED_ROWS_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/date.h"
#include "filo/store/store.h"

#include <stdbool.h>
#include <stdint.h>

enum changed_how { ROW_MADE, ROW_CHANGED, ROW_REMOVED };

/* Views and drafts are no part of undo: whoever keeps or throws one away says so. */
enum changed_kind {
	CHANGED_CONTACT, /* with addresses, tags, dates and whatever else is a contact's own */
	CHANGED_ENTRY,   /* with who took part, and what was given */
	CHANGED_FOLLOWUP,
	CHANGED_EVENT,
	CHANGED_ABSENCE,
	CHANGED_CIRCLE,
	CHANGED_SEEN,
	CHANGED_SOURCE,
	CHANGED_VIEW,
	CHANGED_DRAFT,
	CHANGED_KINDS
};
const char *changed_kind_name(enum changed_kind kind); /* "entry": for programs */

struct changed_row {
	enum changed_kind kind;
	int64_t id;
	enum changed_how how;
	day_number day; /* of an entry, on which a follow-up is due, until which an event holds, on
			 * which an absence begins; DAY_NONE: none */
};

struct changed_rows {
	struct vector rows;   /* of struct changed_row, by kind and id, each once */
	struct vector people; /* of contact_id, each once: whose rows these are, whoever took part
			       * in an entry; some of them may be gone */
};
void changed_rows_init(struct changed_rows *changed);
void changed_rows_fini(struct changed_rows *changed);

/* Adds what the change with this record did; or, with is_inverse, what taking it back did. What an
 * import brought has no day; it may be a million rows. *label: what undo calls it; caller frees;
 * NULL: there is no such record. */
enum status changed_rows_add(struct store *store, int64_t record, bool is_inverse,
	struct changed_rows *changed, char **label, struct error *err);
/* The same of all changes that were made through this store; *label of the latest of them. */
enum status changed_rows_own(
	struct store *store, struct changed_rows *changed, char **label, struct error *err);

#endif
