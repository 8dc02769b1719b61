/* The words of a day, where they are asked for: lines of a conversation between two, or the subject
 * of the first mail.
 * Not here: which entry they belong to (writing.c). */
#ifndef FILO_EXCHANGE_HISTORY_DAY_WORDS_H
#define FILO_EXCHANGE_HISTORY_DAY_WORDS_H

#include "exchange/history/days.h"

struct day_words {
	struct number_map of;
	struct vector texts; /* of struct strbuf */
};

/* Sorts out the words that were gathered, once everybody is known. */
void day_words_make(struct day_words *words, struct gathering *gathering);
void day_words_fini(struct day_words *words);
/* NULL: none. */
const char *day_words_find(const struct day_words *words, const struct history_day *day);

#endif
