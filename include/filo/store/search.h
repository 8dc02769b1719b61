/* Search as you type, over people and the log.
 * Not here: finding one person by name (contact_list.h). */
#ifndef FILO_STORE_SEARCH_H
#define FILO_STORE_SEARCH_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/conversation.h"
#include "filo/store/store.h"

#include <stddef.h>

/* What search found: a person or an entry, with the text around the match. */
struct finding {
	contact_id contact;           /* the person, or the first participant */
	conversation_id conversation; /* 0: a person */
	char *name;
	char *apart;       /* of contact_kept_apart */
	const char *where; /* for programs: "name", a field's key ("phone"), "circle", "tags",
			      "relation", "followup", "column", "property", "entry" */
	char *label;       /* for people: "Phone", "done"; NULL: by the name, or an entry */
	day_number day;    /* of the entry */
	char *excerpt;     /* one line */
	size_t match_at, match_len; /* bytes of the match in it; len 0: nothing to mark */
};
void finding_fini(struct finding *finding);

/* Search as you type: every word of `text` (of many, the first 32) as a prefix, accents and case
 * ignored. Newest entries first; people by name, before them those whose name begins so, after them
 * those with parts of a name that it does not say, and from two letters on by all that is known of
 * them: channels (numbers by any of their digits), tags, circle, relations (by the other one, or
 * the word for how), follow-ups, columns and lines of cards that an import kept. `findings` is
 * empty before search_people, which leaves at most `count`. Anything FTS could misread (quotes,
 * operators) is plain text. */
enum status search_people(struct store *store, const char *text, size_t count,
	struct vector *findings, struct error *err);
enum status search_log(struct store *store, const char *text, size_t count, struct vector *findings,
	struct error *err);

/* Beside what these two have found, and `findings` holds: what has some words, at the beginning or
 * the end of `text`, in somebody's name, and the others elsewhere of the person, or in an entry
 * with them ("ana choir"). Looks at all that has the others, which takes longer than a letter
 * typed. */
enum status search_spread(struct store *store, const char *text, size_t count,
	struct vector *findings, struct error *err);

#endif
