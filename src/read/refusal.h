/* Files that are known and cannot be read, and what to do instead.
 * Not here: files that are broken. */
#ifndef FILO_READ_REFUSAL_H
#define FILO_READ_REFUSAL_H

#include "read/stream.h"

/* An N_() sentence; NULL: nothing is known against it. */
const char *refusal_of(struct stream *stream);

#endif
