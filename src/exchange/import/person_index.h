/* Who is in the address book, by every key somebody can be known by: held in memory during an
 * import, 16 bytes a key, so that each card is found without asking the database.
 * Not here: deciding whether two are one (import_meeting.c). */
#ifndef FILO_EXCHANGE_IMPORT_PERSON_INDEX_H
#define FILO_EXCHANGE_IMPORT_PERSON_INDEX_H

#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/store/store.h"

enum person_index_key {
	BY_UID,
	BY_SOURCE, /* the kind of address book and the UID there ("vcard:UID"), of an import */
	BY_NAME,   /* folded */
	BY_CHANNEL,
	/* The same of people in the trash. */
	BY_TRASHED_UID,
	BY_TRASHED_SOURCE,
	BY_TRASHED_NAME,
	BY_TRASHED_CHANNEL,
	BY_TRASHED_SEEN,  /* by the id of one of the people seen */
	BY_TRASHED_ENTRY, /* ids of entries of the log, by what they say */
	BY_CIRCLE,        /* not people but circles, by folded name (import_present.c) */
	/* Asked with person_index_has only. */
	BY_ORIGIN, /* as BY_SOURCE: whether a source is one of somebody's; in the trash, its kind */
	BY_TRASHED_REACH, /* whether they had a way to be reached that tells people apart */
	BY_TRASHED_PART,  /* the people of an entry in the trash, by its id */
	BY_TRASHED_FOLLOWUP,
	BY_TOUCH, /* met in this import */
	BY_SAVED, /* under which key it kept marks */
	BY_ENTRY, /* what is here of a person's log (import_present.c) */
	BY_FOLLOWUP,
	BY_VALUE, /* in tables of one person's values (import_update.c) */
	PERSON_INDEX_KEYS
};

struct person_index_entry {
	uint64_t hash; /* 64 bits of key and text: among a million keys, one chance in 10^7 that any
			  two are confused */
	contact_id id; /* 0: free */
};

struct person_index {
	struct person_index_entry *entries;
	size_t capacity; /* a power of two */
	size_t count;
	contact_id newest;     /* the highest id when it was loaded */
	contact_id latest;     /* the highest with those that were entered since */
	struct vector trashed; /* of struct trashed_person, by id */
	bool has_trashed_entries;
};

struct trashed_person {
	contact_id id;
	char *name;
};

enum status person_index_load(struct person_index *index, struct store *store, struct error *err);
void person_index_fini(struct person_index *index);

/* Enters a contact by UID, name and channels. */
void person_index_add(struct person_index *index, const struct contact *contact);
/* Enters what a contact got from `brought`: a name, channels. */
void person_index_add_brought(
	struct person_index *index, const struct contact *brought, contact_id id);
void person_index_add_key(
	struct person_index *index, enum person_index_key key, const char *text, contact_id id);
/* Enters where a contact came from, "vcard:UID" or, by all that it says, a card without a UID. */
void person_index_add_source(
	struct person_index *index, const char *source, const char *marks, contact_id id);
/* Fills `ids` with at most `max` different contacts known by `text`; returns how many. BY_NAME
 * takes the text as name_key makes it. */
size_t person_index_find(const struct person_index *index, enum person_index_key key,
	const char *text, contact_id *ids, size_t max);
/* The same of a way to be reached, in BY_CHANNEL or BY_TRASHED_CHANNEL. */
size_t person_index_find_channel(const struct person_index *index, enum person_index_key channels,
	enum channel_kind kind, const char *value, contact_id *ids, size_t max);
bool person_index_has(const struct person_index *index, enum person_index_key key, const char *text,
	contact_id id);

/* What follows `source` ("vcard:UID", "csv") in a key of marks, however a UUID is written: "", or
 * "#2"; NULL: it is of another source. */
const char *person_index_number_in(const char *key, const char *source);
/* Goes on from `hash` over "vcard:UID", however a UUID is written; of a card without one, over
 * "vcard=...". */
uint64_t person_index_source_hash(uint64_t hash, const char *source);

/* Who in the trash was known by one of the people seen, of this id; 0: nobody. */
contact_id person_index_trashed_seen(const struct person_index *index, int64_t seen);
/* The name of somebody in the trash; NULL when they are not. Borrowed. */
const char *person_index_trashed_name(const struct person_index *index, contact_id id);

/* The key BY_SOURCE of a card without a UID: all that it says. A "#" and what follows in `source`
 * tells the cards of one person apart. */
void person_index_card_key(struct strbuf *out, const char *source, const char *marks);

#endif
