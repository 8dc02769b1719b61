/* Texts that wait in a file which nobody else can open.
 * Not here: whose they are (day_words.h). */
#ifndef FILO_EXCHANGE_HISTORY_TEXTS_H
#define FILO_EXCHANGE_HISTORY_TEXTS_H

#include "filo/base/error.h"
#include "filo/base/strbuf.h"

#include <stdint.h>
#include <stdio.h>

struct texts {
	FILE *file; /* NULL: none yet */
	int64_t bytes;
	int failure; /* errno; 0: none */
};

/* Zeroed: none. */
void texts_fini(struct texts *texts);
/* Where it begins. */
int64_t texts_add(struct texts *texts, const char *text, size_t bytes);
/* Adds it to `out`; nothing, when the file failed. */
void texts_read(struct texts *texts, int64_t at, size_t bytes, struct strbuf *out);
/* STATUS_IO, when the file failed. */
enum status texts_check(const struct texts *texts, struct error *err);

#endif
