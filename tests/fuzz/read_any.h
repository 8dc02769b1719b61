/* What the fuzz targets of the readers share.
 * Not here: the readers (src/read). */
#ifndef FILO_FUZZ_READ_ANY_H
#define FILO_FUZZ_READ_ANY_H

#include "read/formats.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);
int LLVMFuzzerInitialize(int *count, char ***arguments);

/* Reads any bytes in one format, as if they were a file with this name. */
static inline void read_any(
	const struct format *format, const char *name, const unsigned char *data, size_t size)
{
	static FILE *nowhere;
	struct reading reading = { .me = VECTOR_INIT(char *),
		.with_text = true,
		.now_ms = INT64_C(1795000000000),
		.place = "",
		.only = format };
	struct records records;
	struct stream stream;

	if (!nowhere)
		nowhere = fopen("/dev/null", "w");
	if (!nowhere)
		abort();
	records_init(&records, nowhere);
	reading.records = &records;
	stream_open_bytes(&stream, (const char *)data, size, name);
	format_of(&stream);
	formats_read(&reading, &stream);
	stream_close(&stream);
	formats_finish(&reading);
	records_end(&records);
	records_fini(&records);
}

#endif
