/* Absences, of the user and of people.
 * Not here: what they do to a silence (people/rhythm.h). */
#ifndef FILO_STORE_ABSENCES_H
#define FILO_STORE_ABSENCES_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/absence.h"
#include "filo/store/store.h"

#include <stdint.h>

/* Absences, by day; overlapping or touching ones of the same person are merged when added. */
enum status absence_add(struct store *store, struct absence *absence, struct error *err);
/* Many in one change; each becomes what it was merged into. */
enum status absences_add(
	struct store *store, struct absence *absences, size_t count, struct error *err);
/* Which one the open change is about (change_say_more). The functions here say it of their own. */
void absence_say_more(struct store *store, const struct absence *absence);
/* Other days, or another person, for one there is, by its id, which becomes that of what it is
 * merged into. */
enum status absence_update(struct store *store, struct absence *absence, struct error *err);
/* absence_fini() it, whatever comes of it. STATUS_NOT_FOUND: there is none of that id. */
enum status absence_load(
	struct store *store, int64_t id, struct absence *absence, struct error *err);
enum status absence_remove(struct store *store, int64_t id, struct error *err);
enum status absence_list(struct store *store, struct vector *absences, struct error *err);

#endif
