/* Days beside others.
 * Not here: the other days (when_shapes.h). */
#ifndef FILO_PEOPLE_WORDS_WHEN_ANCHORS_H
#define FILO_PEOPLE_WORDS_WHEN_ANCHORS_H

#include "people/words/when_tokens.h"

/* "the day after christmas", "a week from friday", "2 days before 12 oct": the tokens up to
 * "after". 0: nothing of the kind. */
size_t when_find_anchor(const struct when_reading *r);
enum status when_read_anchored(struct when_reading *r, struct when *out, size_t tokens);

#endif
