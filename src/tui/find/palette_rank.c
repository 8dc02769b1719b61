/* How well a command answers what is typed for it.
 * Not here: which of them are shown (palette.c). */
#include "tui/find/palette_rank.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "tui/command.h"

#include <string.h>

/* Whether the letters of `typed` come in this order in `text`. */
static bool has_letters(const char *text, const char *typed)
{
	for (; *text && *typed; text++)
		typed += *text == *typed;
	return !*typed;
}

int palette_rank_name(const char *name, const char *typed)
{
	struct strbuf folded = STRBUF_INIT;
	int rank = RANK_NONE;

	text_fold(&folded, name);
	if (!strncmp(folded.data, typed, strlen(typed)))
		rank = 0;
	else if (text_matches_words(folded.data, typed))
		rank = 1;
	else if (has_letters(folded.data, typed))
		rank = 3;
	strbuf_fini(&folded);
	return rank;
}

static bool is_better(int rank, int other)
{
	return rank != RANK_NONE && (other == RANK_NONE || rank < other);
}

int palette_rank(const struct command *command, const char *typed)
{
	int rank = palette_rank_name(command_title(command), typed);
	int english = palette_rank_name(command->name, typed);

	if (is_better(english, rank))
		rank = english;
	if (text_has_words(_(command->help), typed) && is_better(2, rank))
		rank = 2;
	return rank;
}
