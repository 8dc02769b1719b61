/* The agenda, read: all that is open, and the next days.
 * Not here: what its items are (people/agenda.h). */
#ifndef FILO_STORE_AGENDA_H
#define FILO_STORE_AGENDA_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/agenda.h"
#include "filo/store/store.h"

#define AGENDA_DAYS_DEFAULT 14
#define AGENDA_DAYS_MAX     365

/* Both append struct agenda_item, in order; the caller frees each. */

/* All open follow-ups of everybody, in three groups. */
enum status agenda_open(struct store *store, struct vector *items, struct error *err);
/* Today and the next `days` days, by day: follow-ups with a date (late ones stand under today);
 * dates of the people you keep; wishes that come round, on the day from which they make somebody
 * due; absences. Who is let go, or rests beyond that day, has neither date nor wish. */
enum status agenda_days(struct store *store, int days, struct vector *items, struct error *err);

#endif
