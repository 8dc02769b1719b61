/* Completing what stands behind the name of a command in the palette.
 * Not here: completing the name (palette.c), what there is (form/candidates.c). */
#include "tui/find/palette_complete.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "tui/form/candidates.h"
#include "tui/widget/scroll.h"

#include <stdlib.h>
#include <string.h>

#define LISTED_COLS_MAX 110 /* of four rows at 40 columns, with how many more there are */

/* Where what is completed begins: of several tags the last one, of a date its last word. */
static size_t argument_token(const struct command_argument *takes, const char *line, size_t start)
{
	const char *ends = takes->is_single ? "" : takes->kind == FIELD_WHEN ? " " : ",";
	size_t at = strlen(line);

	while (at > start && !strchr(ends, line[at - 1]))
		at--;
	return at + strspn(line + at, " ");
}

/* From *listed on, which goes behind those; behind the last it is 0. */
static void list_several(
	const struct vector *words, size_t count, size_t *listed, struct strbuf *out)
{
	size_t i = *listed < words->count ? *listed : 0;

	for (; i < words->count && text_width(out->data) < LISTED_COLS_MAX; i++)
		strbuf_add_item(out, ", ", *(char **)vector_at(words, i));
	*listed = i < count ? i : 0;
	if (*listed) {
		strbuf_add(out, ", ");
		scroll_add_below(out, count - i);
	}
}

void palette_complete_argument(struct app *app, const struct command_argument *takes,
	struct field *line, size_t start, struct strbuf *several, size_t *listed)
{
	struct vector words = VECTOR_INIT(char *);
	struct strbuf text = STRBUF_INIT;
	size_t at = argument_token(takes, line->text.data, start);
	char *typed = memory_copy_string(line->text.data + at);

	*listed = several->len ? *listed : 0; /* asked again, it goes on */
	strbuf_clear(several);
	size_t count = candidates_find(app, takes, typed, *listed, &words);
	candidates_common(&words, &text);
	if (words.count == 1 || (text.len && text_begins(text.data, typed))) {
		strbuf_truncate(&line->text, at);
		strbuf_add(&line->text, text.data);
		line->cursor = line->text.len;
	}
	if (words.count > 1)
		list_several(&words, count, listed, several);
	else if (!words.count && takes->kind != FIELD_TEXT && takes->kind != FIELD_NUMBER)
		app_refuse(app, "%s", _("Nothing begins so"));
	vector_fini_strings(&words);
	strbuf_fini(&text);
	free(typed);
}
