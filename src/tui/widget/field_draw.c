/* Showing a field: one line that scrolls sideways, or several that wrap.
 * Not here: editing it (field.c). */
#include "tui/widget/field_draw.h"

#include "filo/base/i18n.h"
#include "filo/base/show.h"
#include "filo/base/text.h"
#include "tui/terminal/draw.h"
#include "tui/terminal/terminal.h"
#include "tui/terminal/wrap.h"

#include <string.h>

/* A field's own text can hold what must not be sent, such as an ESC from the database. Columns
 * before the cursor are counted as they are shown. */
static int shown_cols(const char *text, size_t len)
{
	return text_shown_cols(text, len, terminal_is_utf8());
}

static void draw_bytes(
	struct rect area, int row, enum role role, const char *text, size_t len, bool is_padded)
{
	struct strbuf line = STRBUF_INIT;

	strbuf_add_bytes(&line, text, len);
	if (is_padded)
		draw_cell(area, row, 0, area.cols, role, line.data);
	else
		draw_text(area, row, 0, role, line.data);
	strbuf_fini(&line);
}

static void draw_one_line(struct field *field, struct rect area, bool has_focus)
{
	const char *text = field->text.data;

	if (field->scroll > field->cursor || !has_focus)
		field->scroll = has_focus ? field->cursor : 0;
	/* The cursor itself needs a column behind the text. */
	while (has_focus && field->scroll < field->cursor &&
		shown_cols(text + field->scroll, field->cursor - field->scroll) >= area.cols) {
		size_t over = field->cursor - field->scroll;
		size_t limit = (size_t)area.cols * 8 + 64;
		/* A long way to go: jump near, then go character by character. */
		field->scroll = over > limit ? field->cursor - limit / 2 : field->scroll;
		while (field->scroll < field->cursor && (text[field->scroll] & 0xC0) == 0x80)
			field->scroll++;
		field->scroll = text_next(text, field->scroll);
	}
	/* Where there has come more room than before, what was scrolled away comes back. */
	if (has_focus && field->scroll && strlen(text) < (size_t)area.cols * 8 &&
		shown_cols(text, strlen(text)) < area.cols)
		field->scroll = 0;
	/* No more than can show: a line of a megabyte costs what a short one does. */
	size_t rest = strlen(text + field->scroll), most = (size_t)area.cols * 32 + 64;
	size_t len = rest < most ? rest : most;
	while (len && len < rest && (text[field->scroll + len] & 0xC0) == 0x80)
		len--;
	draw_bytes(
		area, 0, has_focus ? ROLE_FIELD : ROLE_TEXT, text + field->scroll, len, has_focus);
	if (has_focus)
		draw_cursor(area, 0,
			shown_cols(text + field->scroll, field->cursor - field->scroll), true);
}

/* Which wrapped line the cursor is on, and where that line begins. */
static int cursor_line(const struct field *field, int cols, size_t *start)
{
	const char *text = field->text.data;
	size_t at = 0;
	int line = 0;

	for (;;) {
		size_t next;
		wrap_line(text + at, cols, terminal_is_utf8(), &next);
		bool is_last = !text[at + next] &&
			       !(next && text[at + next - 1] == '\n' && field->cursor == at + next);
		if (field->cursor < at + next || is_last) {
			*start = at;
			return line;
		}
		at += next;
		line++;
		if (!text[at]) { /* behind a final newline */
			*start = at;
			return line;
		}
	}
}

static void draw_lines(struct field *field, struct rect area, bool has_focus)
{
	const char *text = field->text.data;
	size_t start = 0, at = 0;
	int current = has_focus ? cursor_line(field, area.cols, &start) : 0;
	int first = (int)field->scroll;

	if (current < first)
		first = current;
	if (current >= first + area.rows)
		first = current - area.rows + 1;
	field->scroll = (size_t)first;
	for (int line = 0; line < first + area.rows; line++) {
		size_t next = 0,
		       len = text[at] ? wrap_line(text + at, area.cols, terminal_is_utf8(), &next)
				      : 0;
		if (line >= first)
			draw_bytes(area, line - first, has_focus ? ROLE_FIELD : ROLE_TEXT,
				text + at, len, has_focus);
		at += next;
	}
	if (has_focus)
		draw_cursor(area, current - first, shown_cols(text + start, field->cursor - start),
			true);
}

void field_draw(struct field *field, struct rect area, bool has_focus)
{
	if (area.rows <= 0 || area.cols <= 0)
		return;
	if (field->is_multiline)
		draw_lines(field, area, has_focus);
	else
		draw_one_line(field, area, has_focus);
}

struct rect field_draw_behind(
	struct field *field, struct rect row, const char *sign, const char *word)
{
	int cols = draw_is_plain() ? draw_format(row, 0, 1, ROLE_KEY, "%s:", word)
				   : draw_text(row, 0, 1, ROLE_KEY, sign);
	const struct rect area = { row.row, row.col + cols + 2, 1, row.cols - cols - 3 };

	field_draw(field, area, true);
	if (draw_is_plain() && !field->text.len)
		draw_text(area, 0, 1, ROLE_FAINT, _("empty"));
	return area;
}

int field_lines(const struct field *field, int cols)
{
	const char *text = field->text.data;
	int lines = 1;

	for (size_t at = 0; text[at]; lines++) {
		size_t next;
		wrap_line(text + at, cols, terminal_is_utf8(), &next);
		at += next;
		if (!text[at] && text[at - 1] != '\n')
			break;
	}
	return lines;
}

bool field_move_line(struct field *field, int cols, int by)
{
	const char *text = field->text.data;
	size_t start, at = 0, next;
	int current = cursor_line(field, cols, &start), wanted = current + by;
	int col;

	if (wanted < 0 || wanted >= field_lines(field, cols))
		return false;
	col = shown_cols(text + start, field->cursor - start);
	for (int line = 0; line < wanted; line++) {
		wrap_line(text + at, cols, terminal_is_utf8(), &next);
		at += next;
	}
	size_t len = text[at] ? wrap_line(text + at, cols, terminal_is_utf8(), &next) : 0;
	size_t fitting = draw_fit(text + at, col);
	field->cursor = at + (fitting < len ? fitting : len);
	return true;
}
