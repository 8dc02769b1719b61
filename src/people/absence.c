/* An absence in memory.
 * Not here: how it is counted (rhythm.c), how it is said (words/). */
#include "filo/people/absence.h"

#include "filo/base/i18n.h"
#include "filo/base/spoken.h"
#include "filo/base/text.h"

#include <stdlib.h>

void absence_fini(struct absence *absence)
{
	free(absence->name);
}

bool absence_is_own(const char *typed)
{
	/* Translators: whose an absence is, as it is typed: one's own. */
	static const struct spoken own[] = { { "me", NC_("absence", "me") },
		{ "you", NC_("absence", "you") } };
	char *word = text_trim(typed);

	bool is_own = !*word || spoken_find(own, sizeof own / sizeof *own, word) >= 0;
	free(word);
	return is_own;
}
