/* Any bytes as mail: many in a file, or one.
 * Not here: what they must become (tests/read). */
#include "read_any.h"

#include "read/mail_text.h"

int LLVMFuzzerInitialize(int *count, char ***arguments)
{
	(void)count;
	(void)arguments;
	mail_text_prepare();
	return 0;
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	read_any(&mbox_format, "Inbox", data, size);
	read_any(&eml_format, "one.eml", data, size);
	return 0;
}
