/* Any text as a date that somebody typed: what is understood is a day that exists, and can be said.
 * Not here: what each phrase means (tests/unit/people). */
#include "filo/base/text.h"
#include "filo/people/words/when.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	static const char *const languages[] = { NULL, "en", "it" };
	char *text = text_repair((const char *)data, size);
	char said[128];

	for (size_t i = 0; i < 6; i++) {
		struct when when;
		struct error err;
		enum when_sense sense = i & 1 ? WHEN_FUTURE : WHEN_PAST;
		if (when_parse(text, sense, 20000, languages[i / 2], i & 1, &when, &err) !=
			STATUS_OK)
			continue;
		if (when.day == DAY_NONE || !date_is_valid(date_from_day(when.day)))
			abort();
		when_describe(&when, 20000, said, sizeof said);
		if (!text_is_valid(said, strlen(said)))
			abort();
	}
	free(text);
	return 0;
}
