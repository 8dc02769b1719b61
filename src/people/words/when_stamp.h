/* Dates as machines write them.
 * Not here: what people type (when_tokens.h). */
#ifndef FILO_PEOPLE_WORDS_WHEN_STAMP_H
#define FILO_PEOPLE_WORDS_WHEN_STAMP_H

#include "filo/people/words/when.h"

#include <stdbool.h>

/* "@1795734700" (seconds since 1970), "20261126", and RFC 3339, "2026-11-26T18:30:00+01:00", with a
 * zone, which becomes local time; without one it is read as people type it. False: none of them. */
bool when_read_stamp(const char *text, struct when *out);

#endif
