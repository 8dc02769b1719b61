/* Any bytes as an export of Telegram.
 * Not here: what they must become (tests/read). */
#include "read_any.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	read_any(&telegram_format, "result.json", data, size);
	return 0;
}
