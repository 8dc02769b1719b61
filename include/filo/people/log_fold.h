/* A month of days that another program kept without words, through one channel, as one row.
 * Not here: reading a log with them (store/log_page.h), what such a row says (words/log_words.h).
 */
#ifndef FILO_PEOPLE_LOG_FOLD_H
#define FILO_PEOPLE_LOG_FOLD_H

#include "filo/people/conversation.h"

#include <stdbool.h>
#include <stddef.h>

struct log_fold {
	day_number month; /* its first day */
	enum medium medium;
	char source[48]; /* as the entries name it; longer ones are cut */
	size_t entries;
	int days;                  /* of contact */
	day_number newest, oldest; /* of them */
	struct tally tally;        /* of all together */
	bool is_open;              /* its entries stand below it */
};

/* Whether it was imported, without a word, and left as it came: such a day may be folded. */
bool log_fold_takes(const struct conversation *conversation);
/* The fold that the entry would stand in, empty. */
struct log_fold log_fold_of(const struct conversation *conversation);
/* The same month, channel and program. */
bool log_fold_is_same(const struct log_fold *a, const struct log_fold *b);
/* Newest first. */
void log_fold_add(struct log_fold *fold, const struct conversation *conversation);

#endif
