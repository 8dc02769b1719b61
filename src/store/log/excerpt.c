/* The line of a text around what a search found in it.
 * Not here: searching (search.c), where in a text (fulltext.c). */
#include "store/log/excerpt.h"

#include "filo/base/strbuf.h"
#include "store/db/fulltext.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* How much of an entry is shown around a match, in bytes before it. */
#define EXCERPT_BEFORE 24

static bool is_separator(char c)
{
	return (unsigned char)c < 0x80 && !isalnum((unsigned char)c);
}

/* A little before the match, at the beginning of a word. */
static size_t excerpt_start(const char *text, size_t at)
{
	size_t start = at > EXCERPT_BEFORE ? at - EXCERPT_BEFORE : 0;

	while (start > 0 && start < at && !is_separator(text[start - 1]))
		start++;
	while (start > 0 && start < at && is_separator(text[start]))
		start++;
	return start;
}

bool finding_set_excerpt(
	struct finding *finding, const char *text, const char *query, bool has_numbers)
{
	size_t at = 0, len = 0, start;

	bool is_number = text && has_numbers && fulltext_find_number(text, query, &at, &len);
	if (!is_number && !(text && fulltext_find(text, query, &at, &len)))
		return false;
	struct strbuf line = STRBUF_INIT;
	start = excerpt_start(text, at);
	if (start > 0)
		strbuf_add(&line, "… ");
	finding->match_at = line.len + at - start;
	strbuf_add_bytes(&line, text + start, strcspn(text + at, "\n") + at - start);
	for (char *c = line.data; *c; c++)
		if (*c == '\n' || *c == '\r')
			*c = ' ';
	free(finding->excerpt);
	finding->excerpt = strbuf_take(&line);
	finding->match_len = len;
	return true;
}
