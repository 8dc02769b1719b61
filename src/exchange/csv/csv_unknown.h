/* Tables that no format knows: what can be said of them.
 * Not here: what columns mean (csv_columns.h). */
#ifndef FILO_EXCHANGE_CSV_CSV_UNKNOWN_H
#define FILO_EXCHANGE_CSV_CSV_UNKNOWN_H

#include "filo/base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>

/* Why the beginning of a file is no address book, as a sentence that names its columns; false when
 * it is no table. */
bool csv_unknown_tell(struct strbuf *out, const char *bytes, size_t len);

#endif
