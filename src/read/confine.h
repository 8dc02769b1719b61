/* Locking the program in before it reads what others wrote: from then on it can read, write to what
 * is open already, and end.
 * Not here: reading. */
#ifndef FILO_READ_CONFINE_H
#define FILO_READ_CONFINE_H

#include "filo/base/error.h"
#include "filo/base/vector.h"

#include <stdbool.h>

/* For good: no network, no program started, nothing written or made but on standard output and
 * error, memory and time bounded; and where the kernel has Landlock, nothing read outside of
 * `paths` (of char *; files, or folders with what is below) and the zones of the system. STATUS_IO
 * when the kernel refuses. */
enum status confine(const struct vector *paths, struct error *err);
/* False in a build with sanitizers, which need what the lock forbids: there it is left open. */
bool confine_is_possible(void);

#endif
