/* The words of a day, where they are asked for: lines of a conversation between two, or the subject
 * of the first mail.
 * Not here: which entry they belong to (writing.c). */
#ifndef FILO_EXCHANGE_HISTORY_DAY_WORDS_H
#define FILO_EXCHANGE_HISTORY_DAY_WORDS_H

#include "exchange/history/days.h"

/* Of whom, on which day, something was said; in the order in which direct days are written. */
struct day_saying {
	contact_id contact;
	int64_t local, text_at;
	uint32_t source;
	day_number contact_day;
	uint32_t order, author, text_bytes;
	uint8_t medium;
	bool has_time, is_mine, is_mail; /* in a file no byte is left to chance: none is between */
};

struct day_words {
	struct gathering *gathering;
	int crowd;                      /* others in a group at most */
	struct sorter sayings;          /* of struct day_saying */
	const struct day_saying *ahead; /* NULL: that was the last */
	char *contact_name;             /* whose days are at hand */
	struct strbuf text;             /* of the day at hand */
};

/* Sorts out the words that were gathered, once everybody is known. */
void day_words_make(struct day_words *words, struct gathering *gathering, int crowd);
void day_words_fini(struct day_words *words);
/* The days of a contact of that name come next. */
void day_words_begin(struct day_words *words, const char *contact_name);
/* NULL: none. Borrowed until the next. Days are to be asked for in the order in which
 * history_days_next gives them. */
const char *day_words_find(struct day_words *words, const struct history_day *day);
enum status day_words_check(const struct day_words *words, struct error *err);

#endif
