/* Groups of kept lines ("item1."): what stands in one belongs together, as a label to its address.
 * Not here: what a line says (kept_line.h). */
#ifndef FILO_PEOPLE_KEPT_GROUPS_H
#define FILO_PEOPLE_KEPT_GROUPS_H

#include "filo/people/contact.h"

/* The highest number that the name of a group ends with ("item12": 12), or 0; of those that begin
 * with `stem`. */
unsigned long kept_groups_last(const struct vector *kept, const char *stem);

/* Adds to `to` the kept lines of `from` that are new there: `is_new`, by their places in `from`. A
 * group that `to` has for something else, a line that `from` does not say (`is_other`, by the
 * places in `to`), comes whole and under another name. */
void kept_groups_join(
	struct contact *to, const struct contact *from, const bool *is_new, const bool *is_other);

#endif
