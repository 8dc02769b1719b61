/* How often, as people type it and as filo says it.
 * Not here: the rhythm that is learned (rhythm.h). */
#ifndef FILO_PEOPLE_WORDS_CADENCE_H
#define FILO_PEOPLE_WORDS_CADENCE_H

#include "filo/base/error.h"
#include "filo/base/strbuf.h"

#include <stdbool.h>

/* "30", "3 weeks", "2m", "every other month", "weekly", "twice a year", with the numbers and units
 * of dates; blank: 0, no wish. */
enum status cadence_parse(const char *text, int *days, struct error *err);
/* Of what was read, "biweekly", "bimensile": twice a week to some, every two weeks to others. */
bool cadence_is_ambiguous(const char *text);
/* "every 30 days". Adds to `out`; nothing for 0. */
void cadence_describe(struct strbuf *out, int days);
/* As it is typed: "30", "" for 0. Adds to `out`. */
void cadence_write(struct strbuf *out, int days);

#endif
