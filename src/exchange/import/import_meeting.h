/* Who a record is about: a person from a file meets the address book.
 * Not here: what becomes of them (import_people.h). */
#ifndef FILO_EXCHANGE_IMPORT_IMPORT_MEETING_H
#define FILO_EXCHANGE_IMPORT_IMPORT_MEETING_H

#include "exchange/import/importing.h"

enum verdict { IS_NEW, IS_SAME, IS_LIKELY, IS_NOTHING_NEW };

/* Somebody a record is likely about. */
struct meeting_candidate {
	contact_id id;
	const char *shared; /* the address both have, where the name is another; borrowed */
	bool is_of_firm;    /* the firm is the same */
};

/* Who a record may be. */
struct meeting {
	enum verdict verdict;
	struct contact contact;   /* as it is here; only unless IS_NEW; IS_LIKELY: the likeliest */
	bool is_loaded;           /* and its own: not one that is kept (repeated.h) */
	struct vector candidates; /* IS_LIKELY: of struct meeting_candidate, likeliest first */
};
void import_meeting_init(struct meeting *meeting); /* IS_NEW */

/* Fills `meeting`, just begun, by a record with these `marks` (import_update.h). */
enum status import_meeting_find(struct importing *importing, const struct record *record,
	const char *marks, struct meeting *meeting, struct error *err);
void import_meeting_fini(struct meeting *meeting);
/* Makes the meeting one with this person. */
enum status import_meeting_load(
	struct importing *importing, struct meeting *meeting, contact_id id, struct error *err);

/* "vcard:UID", or just "google" where the file knows no UIDs. Caller frees. */
char *import_meeting_source(const struct record *record);
/* Whether an earlier record of this import was about them. */
bool import_meeting_is_met(const struct importing *importing, contact_id id);
/* Deleted stays deleted: by what name who is nobody here for certain, by this meeting, is in the
 * trash
 * (*is_sure), or may be, having the same name or address; NULL: is not. Borrowed. */
const char *import_meeting_trashed(const struct importing *importing, const struct record *record,
	const char *marks, const struct meeting *meeting, bool *is_sure);

#endif
