/* What the whole of a relationship's pauses shows, in sentences: bursts, a proposal, who opens.
 * Not here: why somebody is due today (words.h). */
#ifndef FILO_PEOPLE_WORDS_WORDS_PATTERN_H
#define FILO_PEOPLE_WORDS_WORDS_PATTERN_H

#include "filo/people/score.h"
#include "filo/people/words/words.h"

/* One line on the pattern: bursts, no fixed rhythm; empty when nothing stands out. */
void words_pattern(struct strbuf *out, const struct rhythm *rhythm, const struct score *score,
	const struct words_facts *facts);
/* "Every 30 days would match how you two talk: three of four pauses were shorter." */
void words_proposal(struct strbuf *out, int proposed_days, const struct words_facts *facts);
/* How the pauses compare with it: "12 of your last 20 pauses were shorter". Adds nothing where none
 * was. */
void words_shorter(struct strbuf *out, int days, const struct words_facts *facts);
/* Who opens: from the openings after 7 or more days of silence; empty unless there are 5, half of
 * the directions known, and the 80 % interval leaves 0.3..0.7. */
void words_opener(struct strbuf *out, int by_me, int by_them, int unknown, const char *given);

#endif
