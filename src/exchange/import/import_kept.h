/* What was read for a plan, so that it can be made anew without the files.
 * Not here: the import itself (import.c), readers (import_history.c). */
#ifndef FILO_EXCHANGE_IMPORT_IMPORT_KEPT_H
#define FILO_EXCHANGE_IMPORT_IMPORT_KEPT_H

#include "exchange/source.h"
#include "filo/exchange/import.h"

/* As source_open; of what was kept, or else keeps it. `kept` may be NULL. */
enum status import_kept_open(
	struct import_kept *kept, struct source *source, const char *path, struct error *err);

/* A stream that reads from `out`, and keeps what comes. NULL: it could not be made. To be closed
 * before import_kept_take_records. */
FILE *import_kept_listen(struct import_kept *kept, FILE *out);
/* The reader has ended so, and said that: all of it is kept, or nothing when it was too much. */
void import_kept_take_records(struct import_kept *kept, int exit_status, const char *said);

#endif
