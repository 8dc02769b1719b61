/* "Ana Reed <ana@example.org>", as mail programs write it.
 * Not here: whose it is (history/people.c, import/import_entries.c). */
#include "exchange/named_address.h"

#include "filo/base/memory.h"
#include "filo/base/text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

char *named_address_cut(char *text, char **name)
{
	char *open = strrchr(text, '<'), *close = open ? strchr(open, '>') : NULL;

	if (!close || close[1]) {
		*name = NULL;
		return memory_copy_string(text);
	}
	*close = '\0';
	char *address = text_trim(open + 1);
	*open = '\0';
	char *trimmed = text_trim(text);
	size_t len = strlen(trimmed);
	/* Outlook puts single ones around a name. */
	bool is_quoted = len >= 2 && strchr("\"'", trimmed[0]) && trimmed[len - 1] == trimmed[0];
	*name = is_quoted ? memory_copy_bytes(trimmed + 1, len - 2)
			  : memory_copy_bytes(trimmed, len);
	free(trimmed);
	return address;
}
