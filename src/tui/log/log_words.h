/* Dates and kinds of exchange as they are typed in forms.
 * Not here: the forms (log_form.c, followup_form.c). */
#ifndef FILO_TUI_LOG_LOG_WORDS_H
#define FILO_TUI_LOG_LOG_WORDS_H

#include "filo/base/strbuf.h"
#include "filo/people/words/when.h"
#include "tui/app.h"

/* A date such that reading it gives the same: "2026-10-12 18:30", "summer 1998". Adds to `out`. */
void when_write(struct strbuf *out, const struct when *when);

/* "idea, advice" for a bit set and back; the words are completed as `typed`. */
void exchanges_write(struct strbuf *out, unsigned kinds);
enum status exchanges_read(const char *text, unsigned *kinds, struct error *err);
void exchanges_complete(const char *typed, struct vector *out);

#endif
