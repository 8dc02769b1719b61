/* What tokens mean together: the shapes of dates.
 * Not here: how they were cut (when_tokens.h). */
#ifndef FILO_PEOPLE_WORDS_WHEN_SHAPES_H
#define FILO_PEOPLE_WORDS_WHEN_SHAPES_H

#include "people/words/when_tokens.h"

/* The day that the tokens say, and their time. Refused with a sentence: STATUS_NOT_FOUND when it is
 * no date at all, else STATUS_INVALID. */
enum status when_read_shape(struct when_reading *r, struct when *out);
/* The same where they are neither a span nor beside another day. */
enum status when_read_row(struct when_reading *r, struct when *out);
/* The first and the last of the days that were read as `when`. */
void when_read_ends(
	const struct when_reading *r, const struct when *when, day_number *first, day_number *last);

#endif
