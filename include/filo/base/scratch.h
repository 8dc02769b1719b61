/* Files that nobody else can open, for what does not fit in memory.
 * Not here: files that are kept (base/paths.h). */
#ifndef FILO_BASE_SCRATCH_H
#define FILO_BASE_SCRATCH_H

#include <stdio.h>

/* Empty, to be written and read; gone when it is closed, and closed in programs that are started:
 * what lies in it is not theirs. NULL, with errno, when there is no room for one. */
FILE *scratch_open(void);

#endif
