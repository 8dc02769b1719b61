/* People seen in histories: by what each is known in a source, who that was found to be, and the
 * days of those who are no contact.
 * Not here: telling who is who (exchange/history/), the log itself (conversations.h). */
#ifndef FILO_STORE_SEEN_H
#define FILO_STORE_SEEN_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/tally.h"
#include "filo/store/store.h"

#include <stdbool.h>
#include <stdint.h>

/* A handle, unique by kind and key: "email", "phone", "profile", or a source whose names and ids
 * are its own. */
struct seen {
	int64_t id; /* 0: not kept yet */
	const char *kind, *key;
	const char *name;    /* as the source has it, may be empty; never NULL */
	const char *address; /* an address as it is written; NULL: none, or as it was */
	contact_id contact;  /* 0: nobody here */
	bool is_ignored;     /* nothing of theirs is taken */
	bool is_me;
};

/* One of their days; kept only for who is no contact. */
struct seen_day {
	day_number contact_day;
	const char *source;
	enum medium medium;
	struct day_tally tally;
};

int64_t seen_find(struct store *store, const char *kind, const char *key); /* 0: not kept */
/* Writes what has changed, as one change; sets the id of a new one. */
enum status seen_save(struct store *store, struct seen *seen, struct error *err);
/* Adds the day, or joins it to what is there; `is_new_handle`: nothing can be. *has_changed may be
 * set, and is never cleared. */
enum status seen_day_save(struct store *store, int64_t id, bool is_new_handle,
	const struct seen_day *day, bool *has_changed, struct error *err);
/* Their days became entries. */
enum status seen_days_delete(struct store *store, int64_t id, struct error *err);
/* Whom you neither took for a contact nor are: forgotten, also that they were ignored. *count: how
 * many. */
enum status seen_forget_all(struct store *store, int64_t *count, struct error *err);

/* Calls `each` for every handle, by id, and for every day of one, in order; strings are borrowed
 * for the call. Stops with what it returns when that is not STATUS_OK. */
enum status seen_walk(struct store *store,
	enum status (*each)(void *context, const struct seen *seen, struct error *err),
	void *context, struct error *err);
enum status seen_day_walk(struct store *store, int64_t id,
	enum status (*each)(void *context, const struct seen_day *day, struct error *err),
	void *context, struct error *err);

/* Somebody set aside, for a list. Strings owned. */
struct seen_person {
	int64_t id;
	char *kind, *key, *name, *address; /* address: NULL: none */
	int days;                          /* of contact */
	day_number first, last;
	bool is_ignored;
};
void seen_person_fini(struct seen_person *person);
/* Appends those with days (of struct seen_person), the most days first, then the latest; with
 * `ignored` those who are ignored instead. */
enum status seen_list(struct store *store, bool ignored, struct vector *people, struct error *err);

#endif
