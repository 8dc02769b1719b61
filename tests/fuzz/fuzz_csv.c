/* Any bytes as CSV: of a log, and of an address book.
 * Not here: what columns mean (tests/unit/exchange). */
#include "exchange/csv/csv_contacts.h"
#include "exchange/csv/csv_log.h"
#include "filo/exchange/import_formats.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static enum status person(void *context, struct record *record, struct error *err)
{
	(void)context;
	(void)err;
	record_fini(record);
	return STATUS_OK;
}

static enum status entry(void *context, struct entry_record *record, struct error *err)
{
	(void)context;
	(void)err;
	conversation_fini(&record->conversation);
	return STATUS_OK;
}

static enum status problem(
	void *context, int64_t line, bool is_refused, const char *reason, struct error *err)
{
	(void)context;
	(void)err;
	(void)is_refused;
	if (line < 1 || !*reason)
		abort();
	return STATUS_OK;
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	static enum status (*const readers[])(struct source * source,
		const struct record_sink *sink,
		struct error *err) = { csv_log_read, csv_contacts_read };
	const struct record_sink sink = { .person = person, .entry = entry, .problem = problem };

	import_format_of((const char *)data, size);
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
		struct source *source = malloc(sizeof *source);
		if (source &&
			source_open_bytes(source, (const char *)data, size, NULL) == STATUS_OK) {
			readers[i](source, &sink, NULL);
			source_close(source);
		}
		free(source);
	}
	return 0;
}
