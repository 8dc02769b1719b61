/* Any bytes as a vCard: read, written in both versions, and read again.
 * Not here: what cards mean (tests/unit/exchange). */
#include "exchange/vcard/vcard_read.h"
#include "exchange/vcard/vcard_write.h"
#include "filo/base/text.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static enum status person(void *context, struct record *record, struct error *err)
{
	struct strbuf *out = context;

	(void)err;
	if (!record->is_group) {
		vcard_write(out, &record->contact, record->circle, VCARD_3, NULL, NULL);
		vcard_write(out, &record->contact, record->circle, VCARD_4, NULL, NULL);
	}
	record_fini(record);
	return STATUS_OK;
}

static enum status problem(
	void *context, int64_t line, bool is_refused, const char *reason, struct error *err)
{
	(void)context;
	(void)err;
	if (line < 1 || !*reason || is_refused != !!is_refused)
		abort();
	return STATUS_OK;
}

static void read_all(const char *bytes, size_t len, struct strbuf *out)
{
	const struct record_sink sink = { .context = out, .person = person, .problem = problem };
	struct source *source = malloc(sizeof *source);

	if (source && source_open_bytes(source, bytes, len, NULL) == STATUS_OK) {
		vcard_read(source, &sink, NULL);
		source_close(source);
	}
	free(source);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	struct strbuf once = STRBUF_INIT, twice = STRBUF_INIT;

	read_all((const char *)data, size, &once);
	/* What is written is text, and can be read. */
	if (!text_is_valid(once.data, once.len))
		abort();
	read_all(once.data, once.len, &twice);
	if (once.len && !twice.len)
		abort();
	strbuf_fini(&once);
	strbuf_fini(&twice);
	return 0;
}
