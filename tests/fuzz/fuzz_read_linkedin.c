/* Any bytes as a table of LinkedIn.
 * Not here: what they must become (tests/read). */
#include "read_any.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	read_any(&linkedin_format, "messages.csv", data, size);
	return 0;
}
