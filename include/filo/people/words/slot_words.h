/* What is said of a time carved out for people. Translated, right plurals.
 * Not here: whom it is for (store/slot.h). */
#ifndef FILO_PEOPLE_WORDS_SLOT_WORDS_H
#define FILO_PEOPLE_WORDS_SLOT_WORDS_H

#include "filo/base/strbuf.h"

#include <stddef.h>

/* "Your twenty minutes: 3 people"; nobody left: "Your twenty minutes: done". Adds to `out`. */
void slot_words_head(struct strbuf *out, int length_min, size_t left);
/* How it went: "18 minutes, three people"; and of each who is back "; Jürgen is back after 3
 * years". Add to `out`. */
void slot_words_end(struct strbuf *out, int minutes, size_t people);
void slot_words_back(struct strbuf *out, const char *name, int gap_days);

#endif
