/* Several tokens that are one thing: a part of a day, a period, a number with a half.
 * Not here: the tokens (when_tokens.h), what they mean together (when_shapes.h). */
#ifndef FILO_PEOPLE_WORDS_WHEN_PHRASES_H
#define FILO_PEOPLE_WORDS_WHEN_PHRASES_H

#include "people/words/when_tokens.h"

/* Joins them in place. Refused: a time that is not in the part of the day that was said. */
enum status when_join_phrases(struct when_reading *r);

#endif
