/* Choosing the form of a sentence that agrees.
 * Not here: the sentences (words/). */
#include "filo/people/agreement.h"

#include "filo/base/i18n.h"

#include <stddef.h>
#include <string.h>

enum agreement agreement_of(const char *grammatical_gender)
{
	if (grammatical_gender && !strcmp(grammatical_gender, "feminine"))
		return AGREE_FEMININE;
	if (grammatical_gender && !strcmp(grammatical_gender, "masculine"))
		return AGREE_MASCULINE;
	return AGREE_NEUTRAL;
}

const char *agreed(const struct agreed *sentence, enum agreement agreement)
{
	const char *form = sentence->forms[agreement];

	return agreement == AGREE_NEUTRAL || !form ? _(sentence->forms[AGREE_NEUTRAL])
						   : i18n_in_context(form);
}
