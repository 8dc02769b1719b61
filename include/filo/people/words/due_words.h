/* What is said below a list of who is due. Translated, right plurals.
 * Not here: why one person is due (words.h). */
#ifndef FILO_PEOPLE_WORDS_DUE_WORDS_H
#define FILO_PEOPLE_WORDS_DUE_WORDS_H

#include "filo/base/strbuf.h"
#include "filo/people/due.h"

/* What of the queue is not among the first `shown` rows: "4 more, unhurried; 2 dates this week".
 * narrow: "4 more; 2 dates soon". Adds nothing when all is shown. */
void due_words_folded(
	struct strbuf *out, const struct due_counts *counts, size_t shown, bool is_narrow);
/* What is in no row: "Away until 6 Jan; 9 wait without hurry", "3 dates in the address book". */
void due_words_aside(struct strbuf *out, const struct due_counts *counts, day_number away_until,
	day_number today);

#endif
