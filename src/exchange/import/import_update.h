/* Joining what a source says of a person with what is here, by the marks of the last import.
 * Not here: finding the person (import_meeting.c), merging two contacts (store/contact_merge.h). */
#ifndef FILO_EXCHANGE_IMPORT_IMPORT_UPDATE_H
#define FILO_EXCHANGE_IMPORT_IMPORT_UPDATE_H

#include "exchange/import/import_values.h"
#include "exchange/import/person_index.h"
#include "exchange/record.h"

/* What a person's lists hold, gathered with the first record that has such a list and kept for the
 * next; { 0 } before. */
struct import_known {
	struct person_index values;     /* BY_VALUE, by what is in `lists` */
	contact_id lists[IMPORT_LISTS]; /* under which number a list is there; 0: not yet */
	contact_id notes;               /* the same of the paragraphs of a long note */
	uint64_t note_hash; /* of the mark of the note, as far as it was hashed: it grows */
	size_t hashed_bytes;
	contact_id last;    /* number given out */
	struct strbuf gone; /* what the last record took away, in words; data NULL: nothing yet */
};
void import_known_fini(struct import_known *known);

/* Of what the source brought before, or NULL, and of what only the card brought that the record,
 * without a UID, is another version of, or NULL; sets of marks. */
struct import_marks {
	const struct number_map *before, *of_row;
	bool is_same; /* the record says what was brought, and nothing else */
};

/* Brings what `record` says into `contact`. Only a record with a UID takes away what it does not
 * say; of others all that is not told apart from another file's stays. Returns whether anything
 * changed. Relations of the record that are resolved (relation.other set) are compared by person.
 */
bool import_update_record(struct contact *contact, struct import_known *known,
	const struct record *record, const struct import_marks *marks);

/* Whether the contact already says everything that the record says. */
bool import_update_adds_nothing(const struct contact *contact, const struct record *record);

/* The marks of everything the record says. Caller frees. */
char *import_update_marks(const struct record *record);

#endif
