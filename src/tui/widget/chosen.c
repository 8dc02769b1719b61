/* What is marked in a list, told where one types (plain screen).
 * Not here: the list (list.c), the field (field.c). */
#include "tui/widget/chosen.h"

#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "tui/widget/field.h"
#include "tui/widget/list.h"

#define GAP_COLS  3 /* with the cursor */
#define TEXT_COLS 5 /* of it that are worth it */

/* Where it begins: behind what is typed, or behind the word that nothing is. */
static int chosen_col(const struct field *typed)
{
	return (typed->text.len ? draw_width(typed->text.data) : 1 + draw_width(_("empty"))) +
	       GAP_COLS;
}

/* As much of `text` as has room. */
static void chosen_add_text(struct strbuf *out, const char *text, int cols)
{
	size_t len = draw_fit(text, cols);

	if (text[len])
		len = draw_fit(text, cols - 1);
	strbuf_add_bytes(out, text, len);
	if (text[len])
		strbuf_add(out, draw_glyph(GLYPH_ELLIPSIS));
}

static bool chosen_is_worth(const char *text, int cols)
{
	return cols >= TEXT_COLS || cols >= draw_width(text);
}

void chosen_say(const char *words, const struct field *typed, struct rect row)
{
	int col = chosen_col(typed);

	if (draw_is_plain() && draw_width(words) <= row.cols - col)
		draw_text(row, 0, col, ROLE_FAINT, words);
}

void chosen_say_none(const struct field *typed, struct rect row)
{
	const char *words = _("nothing found");
	bool has_room = draw_width(words) <= row.cols - chosen_col(typed);

	chosen_say(has_room ? words : _("none"), typed, row);
}

void chosen_say_names(const char *names, const struct field *typed, struct rect row)
{
	struct strbuf shown = STRBUF_INIT;
	int room = row.cols - chosen_col(typed);

	if (chosen_is_worth(names, room))
		chosen_add_text(&shown, names, room);
	chosen_say(shown.data, typed, row);
	strbuf_fini(&shown);
}

void chosen_tell(const struct chosen *chosen, const struct field *typed, struct rect row)
{
	const struct list *list = chosen->list;
	struct strbuf place = STRBUF_INIT, told = STRBUF_INIT;

	if (!draw_is_plain() || !list->count)
		return;
	if (!chosen->is_part)
		strbuf_add_format(&place, _("%zu of %zu"), list->selected + 1, list->count);
	int room = row.cols - chosen_col(typed) - (place.len ? draw_width(place.data) + 2 : 0);
	if (chosen->is_word ? draw_width(chosen->text) <= room
			    : chosen_is_worth(chosen->text, room))
		chosen_add_text(&told, chosen->text, room);
	if (place.len)
		strbuf_add_item(&told, ", ", place.data);
	chosen_say(told.data, typed, row);
	if (list->is_moved)
		draw_cursor((struct rect){ list->mark_row, list->mark_col, 1, 1 }, 0, 0, true);
	strbuf_fini(&place);
	strbuf_fini(&told);
}
