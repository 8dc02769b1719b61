/* The sentences filo says about a relationship: no percentages, no scores, no blame.
 * Translated, right plurals. Not here: deciding what is due (due.h). */
#ifndef FILO_PEOPLE_WORDS_WORDS_H
#define FILO_PEOPLE_WORDS_WORDS_H

#include "filo/base/strbuf.h"
#include "filo/people/agreement.h"
#include "filo/people/due.h"

/* What a sentence may draw on; counts come from the log when the line is shown. */
struct words_facts {
	const char *name;         /* full name */
	const char *given;        /* how to call them; NULL: name */
	enum agreement agreement; /* with them */
	int silence_days;         /* days away taken out; -1: no day counts */
	bool has_entries;         /* with silence_days -1: of no known day */
	int absent_days;          /* these */
	int wish_days;            /* own, else the circle's; 0: none */
	const int *gaps;          /* past pauses in days, latest last, at most 20 */
	size_t gap_count;
	int longest_gap;
	int longest_return; /* the longest silence that ended with a contact; 0: none */
	int32_t n;
	struct yearly_date yearly; /* for DUE_DATE */
	bool is_dead;
	const char *followup; /* sentence of the follow-up, for DUE_FOLLOWUP */
	const char *met;      /* for DUE_NEW; NULL: not known */
	day_number met_on;    /* for DUE_NEW; DAY_NONE: not known */
	day_number today;
};

/* The full sentence: "You two usually talk every 9 days; it is 31 now, longer than 19 of your
 * last 20 pauses." For DUE_NONE: what can be said of the rhythm. Adds to `out`. */
void words_why(struct strbuf *out, const struct due *due, const struct words_facts *facts);
/* The short reason for a column: "31d quiet", "to answer", "bday in 2d", "follow-up", "90d wish".
 * Days are those of the calendar.
 * `in_words`: without abbreviations: "quiet, 31 days". */
void words_reason(char *out, size_t size, const struct due *due, const struct words_facts *facts,
	bool in_words);
/* That days away were taken out of the silence, where that changes how long it is in words: a
 * sentence behind a blank. Adds to `out`. */
void words_absence_seen(struct strbuf *out, const struct words_facts *facts);
/* The columns that the widest of these takes in words, in the language spoken. */
int words_reason_cols(void);
/* The sentence of a quiet tie: "Quiet for 14 months. You came back from 11 months once before." */
void words_quiet(struct strbuf *out, const struct words_facts *facts);
/* "── 3 weeks of silence ──", "resurfaced after 2 years": bare text, without the line. */
void words_silence(char *out, size_t size, int gap_days);
void words_resurfaced(char *out, size_t size, int gap_days);

#endif
