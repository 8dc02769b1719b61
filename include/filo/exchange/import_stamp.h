/* Whether a file or a folder is as it was when it was imported, without reading it.
 * Not here: which ones are remembered (store/import_sources.h). */
#ifndef FILO_EXCHANGE_IMPORT_STAMP_H
#define FILO_EXCHANGE_IMPORT_STAMP_H

#include "filo/store/import_sources.h"

#include <stdbool.h>
#include <stdint.h>

/* Of a file its size and when it was changed; of a folder what all below it come to: each file by
 * the same, but mail in the cur and new of a Maildir by these two alone, since such a file keeps
 * what it holds, and whatever comes, goes or gets another flag changes them. -1, for both: not
 * known, since it was changed just now and may have been again in the same moment. */
struct import_stamp {
	int64_t size, mtime;
	bool is_folder;
};

/* False, with errno: there is nothing. */
bool import_stamp_take(const char *path, struct import_stamp *stamp);
bool import_stamp_is_same(const struct import_stamp *stamp, const struct import_source *source);

#endif
