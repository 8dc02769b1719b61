/* Fixed words that people type: by the English name, which files and scripts keep, or as they are
 * said here. Not here: which there are (tables of struct spoken). */
#ifndef FILO_BASE_SPOKEN_H
#define FILO_BASE_SPOKEN_H

#include "filo/base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>

struct spoken {
	const char *name;  /* English, one word */
	const char *label; /* N_() or NC_(), the same in English or words for it; NULL: only so */
};

/* Its words in English, and here, whatever the name is; of a word with a label. Borrowed. */
const char *spoken_english(const struct spoken *word);
const char *spoken_here(const struct spoken *word);
/* What it is called here: the translation, else the name. Borrowed. */
const char *spoken_label(const struct spoken *word);
/* Whether it is typed, by the name or in words: in any case, with a blank or a hyphen. */
bool spoken_is(const struct spoken *word, const char *typed);
/* Which of a table is typed; -1: none. */
int spoken_find(const struct spoken *words, size_t count, const char *typed);
/* The same, or the only one of which a beginning is typed. */
int spoken_find_begun(const struct spoken *words, size_t count, const char *typed);
/* The same of names alone: `name` gives the one at a place, NULL behind the last. */
int spoken_find_name(const char *(*name)(size_t at), const char *typed);
/* "name, silence, circle", as they are called here. Adds to `out`. */
void spoken_list(const struct spoken *words, size_t count, struct strbuf *out);

#endif
