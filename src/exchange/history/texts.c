/* Texts that wait in a file which nobody else can open.
 * Not here: whose they are (day_words.c). */
#include "exchange/history/texts.h"

#include "exchange/history/sorter.h"
#include "filo/base/memory.h"
#include "filo/base/scratch.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static void texts_fail(struct texts *texts)
{
	if (!texts->failure)
		texts->failure = errno ? errno : EIO;
}

void texts_fini(struct texts *texts)
{
	if (texts->file)
		fclose(texts->file);
	*texts = (struct texts){ .file = NULL };
}

int64_t texts_add(struct texts *texts, const char *text, size_t bytes)
{
	int64_t at = texts->bytes;

	errno = 0;
	if (!texts->file && !texts->failure)
		texts->file = scratch_open();
	if (!texts->file || fwrite(text, 1, bytes, texts->file) != bytes)
		texts_fail(texts);
	texts->bytes += (int64_t)bytes;
	return at;
}

void texts_read(struct texts *texts, int64_t at, size_t bytes, struct strbuf *out)
{
	char *text = memory_new(bytes + 1);

	errno = 0;
	if (texts->failure || !texts->file || fflush(texts->file) ||
		pread(fileno(texts->file), text, bytes, at) != (ssize_t)bytes)
		texts_fail(texts);
	else
		strbuf_add_bytes(out, text, bytes);
	free(text);
}

enum status texts_check(const struct texts *texts, struct error *err)
{
	return sorter_failed(texts->failure, err);
}
