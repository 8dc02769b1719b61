/* Any bytes as JSON in a stream.
 * Not here: what filo's JSON says (tests/cli). */
#include "exchange/json/json_read.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static enum status each(void *context, const char *section, const struct json_value *element,
	int64_t line, struct error *err)
{
	(void)context;
	(void)section;
	(void)err;
	if (line < 1)
		abort();
	json_text(element, "name");
	json_number(element, "day", 0);
	json_elements(element, "channels");
	return STATUS_OK;
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	struct source *source = malloc(sizeof *source);

	if (source && source_open_bytes(source, (const char *)data, size, NULL) == STATUS_OK) {
		json_read(source, each, NULL, NULL);
		source_close(source);
	}
	free(source);
	return 0;
}
