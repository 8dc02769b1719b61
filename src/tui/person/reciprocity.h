/* What went to and fro between two people, told without keeping a ledger.
 * Not here: what one entry exchanged (log_rows.h). */
#ifndef FILO_TUI_PERSON_RECIPROCITY_H
#define FILO_TUI_PERSON_RECIPROCITY_H

#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/people/date.h"

/* "You last received: help (3 Oct). Since then you gave: idea." from `rows` (of struct log_row),
 * newest first. Adds nothing when nothing was exchanged. */
void reciprocity_describe(struct strbuf *out, const struct vector *rows, day_number today);

#endif
