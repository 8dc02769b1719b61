/* A rhythm as a picture of one row: the weeks of two years, and where a silence stands.
 * Pure. Not here: the sentences (people/words/words.h). */
#ifndef FILO_TUI_PERSON_RHYTHM_STRIP_H
#define FILO_TUI_PERSON_RHYTHM_STRIP_H

#include "filo/base/strbuf.h"
#include "filo/people/rhythm.h"
#include "filo/people/score.h"

#include <stdbool.h>

/* Two weeks to a column: two years in this many. A narrower strip goes less far back. */
#define STRIP_COLS 52

/* Adds `cols` (1..STRIP_COLS) columns of the weeks up to `today`: how many days of contact each
 * had, as dots of braille, one column of dots a week; or as digits over two weeks without UTF-8.
 * `days` ascending. */
void strip_add_weeks(struct strbuf *out, const day_number *days, size_t count, day_number today,
	int cols, bool is_utf8);

/* Adds a scale of `cols` (1..STRIP_COLS) columns, its days growing by factors: u where their usual
 * pause ends, m where four of five have ended, n nineteen of twenty, and * where the present
 * silence stands. */
void strip_add_scale(
	struct strbuf *out, const struct score *score, int silence_days, int cols, bool is_utf8);

#endif
