/* What passed on a day, in numbers: who wrote first, how much each wrote, how long it took.
 * Not here: where the numbers come from (exchange/history/), words for them
 * (people/words/log_words.h). */
#ifndef FILO_PEOPLE_TALLY_H
#define FILO_PEOPLE_TALLY_H

#include "filo/people/conversation.h"

#include <stdbool.h>

/* The beginning of a day of messages, or of calls, and its numbers. */
struct day_tally {
	day_number day; /* of the calendar; the contact day may be the one before */
	int minute;     /* of the clock; -1: not known */
	enum direction direction;
	struct tally tally;
};

/* Two readings of one day become one: the earlier beginning (one with a time before one without;
 * of one minute mine before theirs), and of each number the larger. In any order, and however
 * often, it comes to the same. Whether `into` has changed. */
bool day_tally_merge(struct day_tally *into, const struct day_tally *other);

#endif
