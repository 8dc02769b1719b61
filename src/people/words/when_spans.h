/* From one day to another.
 * Not here: their shapes by themselves (when_shapes.h). */
#ifndef FILO_PEOPLE_WORDS_WHEN_SPANS_H
#define FILO_PEOPLE_WORDS_WHEN_SPANS_H

#include "people/words/when_tokens.h"

/* The token that leads to the last day; 0: none. */
size_t when_find_until(const struct when_reading *r);
/* The days of both sides of it. The first is the latest such before the last, "dal 28 al 3", or its
 * own, "next monday". Refused with a sentence, as when_read_shape does. */
enum status when_read_span(struct when_reading *r, struct when *out, size_t until);
/* "Until 5 nov", "to friday", ahead: from today to that day, which may lie before it. */
bool when_begins_with_until(const struct when_reading *r);
enum status when_read_until(struct when_reading *r, struct when *out);
/* Reads again, from the first day on, a last one that lies before it; refuses days of nearly a year
 * over its turn where the year of the last, as `to` has it, was not said: "15 dec to 11 dec".
 * `month`: that of the other end, or NULL. */
enum status when_accept_last(
	struct when_reading to, const struct token *month, day_number first, day_number *last);

#endif
