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
enum status absence_remove(struct store *store, int64_t id, struct error *err);
enum status absence_list(struct store *store, struct vector *absences, struct error *err);

#endif
