/* Any bytes as an export of Signal.
 * Not here: what they must become (tests/read). */
#include "read_any.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	read_any(&signal_format, "main.jsonl", data, size);
	return 0;
}
