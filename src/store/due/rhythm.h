/* The rhythm cache as the store's files use it.
 * Not here: the formulas (people/rhythm.h). */
#ifndef FILO_STORE_DUE_RHYTHM_H
#define FILO_STORE_DUE_RHYTHM_H

#include "filo/base/error.h"
#include "filo/people/contact.h"
#include "filo/people/date.h"
#include "filo/people/rhythm.h"
#include "filo/store/store.h"
#include "store/db/change_hooks.h"
#include "store/db/query.h"

/* Above this many people marked in one change everybody's rhythm is learned anew. */
#define RHYTHM_MARKS_MAX 200

/* What the log taught of somebody: the table rhythm. */
struct learned {
	struct rhythm rhythm;
	day_number reply_since; /* day of the latest conversation when it awaits my reply */
};

/* Every column of the table but the contact: WITH(its name, the member, what is bound and read). A
 * number is an int. */
#define RHYTHM_EACH(WITH)                                                                          \
	WITH(first_day, rhythm.first_day, day)                                                     \
	WITH(last_day, rhythm.last_day, day)                                                       \
	WITH(n, rhythm.n, int)                                                                     \
	WITH(contact_days, rhythm.contact_days, int)                                               \
	WITH(max_gap, rhythm.max_gap, int)                                                         \
	WITH(short_gaps, rhythm.short_gaps, int)                                                   \
	WITH(w, rhythm.w, real)                                                                    \
	WITH(s, rhythm.s, real)                                                                    \
	WITH(q, rhythm.q, real)                                                                    \
	WITH(s1, rhythm.s1, real)                                                                  \
	WITH(reply_since, reply_since, day)

/* A contact whose days are about to change is marked (its row is then known as it was); before the
 * commit all marked ones are brought up to date. */
struct rhythm_mark {
	contact_id contact;
	bool had_row;
	struct learned before;
};
extern const struct change_hook rhythm_hook;

/* They stand behind the first column of a statement over `rhythm AS r`. */
#define RHYTHM_COLUMN(name, member, kind) ", r." #name
#define RHYTHM_COLUMNS                    RHYTHM_EACH(RHYTHM_COLUMN)
void rhythm_read(struct query *query, struct learned *out);

/* The row kept of a person; false and an empty one when there is none. */
bool rhythm_cached(struct store *store, contact_id contact, struct learned *out);

/* What is learned from the log as it was known on `up_to`; of whom there is no day of contact,
 * nothing. */
enum status rhythm_from_log(struct store *store, contact_id contact, day_number up_to,
	struct learned *out, struct error *err);
/* The user's tempo and the day up to which entries are learned. */
enum status tempo_read(
	struct store *store, struct tempo *tempo, day_number *as_of, struct error *err);
/* Rebuilds everybody's rhythm, inside an open transaction. */
enum status rhythm_rebuild_all(struct store *store, struct error *err);
#endif
