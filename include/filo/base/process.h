/* Which program is running here, told in a word that no other one has.
 * Not here: signals (tui/terminal/signals.h). */
#ifndef FILO_BASE_PROCESS_H
#define FILO_BASE_PROCESS_H

#include "filo/base/strbuf.h"

#include <stdbool.h>

/* Adds "4711-83521-1b9d6bcd": process id, when it began (0: not known), which start of the machine;
 * digits, letters and "-" only. */
void process_name(struct strbuf *out);
void process_name_of(struct strbuf *out, long id); /* the same of another one */
/* Whether it is the name of a process of this machine, since it was started last. */
bool process_is_of_here(const char *name);
/* Whether the process of that name still runs on this machine, since it was started last. */
bool process_runs(const char *name);

#endif
