/* Any bytes as friends.md, and the address books of abook and org-contacts.
 * Not here: what they must become (tests/read). */
#include "read_any.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	read_any(&friends_format, "friends.md", data, size);
	read_any(&abook_format, "addressbook", data, size);
	read_any(&org_format, "contacts.org", data, size);
	return 0;
}
