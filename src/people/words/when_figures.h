/* A date in figures: "2026-10-12", "12/10", "12.10.2025", "12.10.", "10/2026", "2026-W47-3",
 * "20261012".
 * Not here: times (when_clock.h). */
#ifndef FILO_PEOPLE_WORDS_WHEN_FIGURES_H
#define FILO_PEOPLE_WORDS_WHEN_FIGURES_H

#include "people/words/when_tokens.h"

#define FIGURES_DIGITS 8 /* "20261126" */

/* Which one of all years, without a year: by the sense. */
enum status when_read_figures(
	struct when_reading *r, struct when *out, const char *text, enum when_sense sense);

#endif
