/* Any bytes as a calendar.
 * Not here: what they must become (tests/read). */
#include "read_any.h"

#include "read/zones.h"

int LLVMFuzzerInitialize(int *count, char ***arguments)
{
	(void)count;
	(void)arguments;
	zones_prepare();
	return 0;
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	read_any(&calendar_format, "ada.ics", data, size);
	return 0;
}
