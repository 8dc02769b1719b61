/* Any bytes as a thread of Facebook or Instagram.
 * Not here: what they must become (tests/read). */
#include "read_any.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	read_any(&meta_format, "inbox/ada_1/message_1.json", data, size);
	return 0;
}
