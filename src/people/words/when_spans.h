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
/* "2 nov for a week", "from tomorrow for 10 days": where the length stands; 0: none. */
size_t when_find_length(const struct when_reading *r);
enum status when_read_length(struct when_reading *r, struct when *out, size_t at);
/* "For a week from 2 nov" becomes the same; so does "a week from 2 nov" where days are taken. */
void when_turn_length(struct when_reading *r);
/* "For a week", "7 days", and "2w" from a day to come: how long, the first day counted. */
bool when_is_length(const struct when_reading *r, day_number first);
enum status when_last_of_length(struct when_reading *r, day_number first, day_number *last);
/* "Until 5 nov", "to friday", ahead: from today to that day, which may lie before it. */
bool when_begins_with_until(const struct when_reading *r);
enum status when_read_until(struct when_reading *r, struct when *out);
/* Reads again, from the first day on, a last one that lies before it; refuses days of nearly a year
 * over its turn where the year of the last, as `to` has it, was not said: "15 dec to 11 dec".
 * `month`: that of the other end, or NULL. */
enum status when_accept_last(
	struct when_reading to, const struct token *month, day_number first, day_number *last);

#endif
