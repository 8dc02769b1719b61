/* How things stand with a person, in one line.
 * Not here: why somebody is due (words.h). */
#ifndef FILO_PEOPLE_WORDS_WORDS_LINE_H
#define FILO_PEOPLE_WORDS_WORDS_LINE_H

#include "filo/people/contact_state.h"
#include "filo/people/rhythm.h"
#include "filo/people/words/words.h"

struct words_line {
	const char *circle; /* its name; NULL: none */
	enum contact_state state;
	day_number until;    /* of a snooze or a rest; DAY_NONE: open */
	day_number last_day; /* of contact; DAY_NONE: never */
};

/* "Close · snoozed until 3 Dec · every 30 days, usually 9 days · last Fri 23 Oct": what is known of
 * it, with `between` between. Adds to an empty `out`. */
void words_line(struct strbuf *out, const struct words_line *line, const struct words_facts *facts,
	const struct score *score, const char *between);
/* How much of a person is known by talking: "Talked on 31 days, 2019 to 2024, last 14 months
 * ago.", "No talk is written yet." Adds to `out`. */
void words_line_talks(struct strbuf *out, const struct rhythm *rhythm, day_number today);

#endif
