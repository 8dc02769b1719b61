/* Any bytes as an export of Monica.
 * Not here: what they must become (tests/read). */
#include "read_any.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	read_any(&monica_format, "monica.json", data, size);
	return 0;
}
