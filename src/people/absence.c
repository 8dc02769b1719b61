/* An absence in memory.
 * Not here: how it is counted (rhythm.c), how it is said (words/). */
#include "filo/people/absence.h"

#include <stdlib.h>

void absence_fini(struct absence *absence)
{
	free(absence->name);
}
