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

/* A contact whose days are about to change is marked (its row is then known as it was); before the
 * commit all marked ones are brought up to date. */
struct rhythm_mark {
	contact_id contact;
	bool had_row;
	struct rhythm before;
};
extern const struct change_hook rhythm_hook;

/* Ten columns of a statement over `rhythm AS r`, read from `column` on. */
#define RHYTHM_COLUMNS                                                                             \
	"r.first_day, r.last_day, r.n, r.contact_days, r.max_gap, r.short_gaps, r.w, r.s, r.q, "   \
	"r.s1"
void rhythm_read(struct query *query, int column, struct rhythm *out);

/* The row kept of a person; false and an empty one when there is none. */
bool rhythm_cached(struct store *store, contact_id contact, struct rhythm *out);

/* A rhythm learned from the log as it was known on `up_to`. */
enum status rhythm_from_log(struct store *store, contact_id contact, day_number up_to,
	struct rhythm *out, struct error *err);
/* The user's tempo and the day up to which entries are learned. */
enum status tempo_read(
	struct store *store, struct tempo *tempo, day_number *as_of, struct error *err);
/* Rebuilds everybody's rhythm, inside an open transaction. */
enum status rhythm_rebuild_all(struct store *store, struct error *err);
/* The day of the latest conversation up to `up_to` when it awaits my reply, else DAY_NONE. */
day_number reply_since(struct store *store, contact_id contact, day_number up_to);

#endif
