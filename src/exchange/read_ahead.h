/* Reading on a thread of its own, while what was read before is written.
 * Not here: reading (one file a format), what becomes of it (import_entries.c). */
#ifndef FILO_EXCHANGE_READ_AHEAD_H
#define FILO_EXCHANGE_READ_AHEAD_H

#include "exchange/record.h"
#include "exchange/source.h"

/* As `read` with `sink`, whose functions are called here, in the order of the file. `read` finds
 * entries and problems only, and touches nothing but the source. */
enum status read_ahead(struct source *source,
	enum status (*read)(
		struct source *source, const struct record_sink *sink, struct error *err),
	const struct record_sink *sink, struct error *err);

#endif
