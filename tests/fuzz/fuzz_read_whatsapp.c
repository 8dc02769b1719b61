/* Any bytes as a chat of WhatsApp.
 * Not here: what they must become (tests/read). */
#include "read_any.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	read_any(&whatsapp_format, "Chat WhatsApp con Ada.txt", data, size);
	return 0;
}
