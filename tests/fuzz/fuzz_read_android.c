/* Any bytes as a phone's messages and calls, as XML and JSON.
 * Not here: what they must become (tests/read). */
#include "read_any.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	read_any(&android_xml_format, "sms.xml", data, size);
	read_any(&android_json_format, "messages.ndjson", data, size);
	return 0;
}
