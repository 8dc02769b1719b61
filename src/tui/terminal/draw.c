/* Drawing text into the frame: safe, clipped, each column where it should be.
 * Not here: sending the frame (terminal.c), breaking lines (wrap.c). */
#include "tui/terminal/draw.h"

#include "filo/base/show.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "tui/terminal/looks.h"
#include "tui/terminal/terminal.h"
#include "tui/terminal/wrap.h"

#include <curses.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>
#include <wchar.h>

static attr_t looks[ROLES + 1];
static struct look themed[ROLES];
static bool is_plain;
static int top; /* of the screen: the first row that may be drawn on */
struct cursor {
	int row, col;
	bool is_visible;
};
static struct cursor cursor;
static struct {
	WINDOW *cells; /* NULL: nothing is kept */
	struct cursor cursor;
	int first, end; /* rows drawn on since it was kept, or brought back */
} kept;

void draw_set_plain(bool plain)
{
	is_plain = plain;
}

bool draw_is_plain(void)
{
	return is_plain;
}

void draw_set_top(int row)
{
	top = row;
}

void draw_set_looks(const struct look *wanted)
{
	memcpy(themed, wanted, sizeof themed);
}

static attr_t attributes_of(unsigned attributes)
{
	static const attr_t all[] = { A_BOLD, A_UNDERLINE, A_REVERSE, A_ITALIC, A_DIM };
	attr_t out = 0;

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (attributes & 1U << i)
			out |= all[i];
	return out;
}

/* Gives a role its colours. False: where the terminal's own are not known, half a pair is none. */
static bool color_role(enum role role, bool has_default)
{
	int front, back;

	looks_pair(themed, role, COLORS, &front, &back);
	if (front == LOOK_DEFAULT && back == LOOK_DEFAULT)
		return true;
	if (!has_default && (front == LOOK_DEFAULT || back == LOOK_DEFAULT))
		return false;
	init_pair((short)(role + 1), (short)front, (short)back);
	looks[role] |= COLOR_PAIR(role + 1);
	return true;
}

/* In few colours a theme, too, may leave them alike. */
static bool faint_is_as_text(void)
{
	short front[2] = { 0 }, back[2] = { 0 };

	pair_content((short)PAIR_NUMBER(looks[ROLE_FAINT]), &front[0], &back[0]);
	pair_content((short)PAIR_NUMBER(looks[ROLE_TEXT]), &front[1], &back[1]);
	return front[0] == front[1] && back[0] == back[1] &&
	       (looks[ROLE_FAINT] & ~A_COLOR) == (looks[ROLE_TEXT] & ~A_COLOR);
}

/* Where colours cannot be shown, filo's own attributes tell things apart all the same. */
void draw_start(void)
{
	const char *no_color = getenv("NO_COLOR");
	bool is_colored = !(no_color && *no_color) && has_colors() && start_color() != ERR;
	bool has_default = is_colored && use_default_colors() != ERR;

	for (int role = 0; role < ROLES; role++) {
		looks[role] = attributes_of(themed[role].attributes);
		if (!is_colored || !color_role((enum role)role, has_default))
			looks[role] |= attributes_of(looks_own[role].attributes);
	}
	looks[ROLE_EXAMPLE] = looks[ROLE_FAINT] | (faint_is_as_text() ? A_DIM : 0);
	bkgdset(' ' | (looks[ROLE_TEXT] & A_COLOR));
}

static void draw_note_rows(int first, int end)
{
	kept.first = first < kept.first ? first : kept.first;
	kept.end = end > kept.end ? end : kept.end;
}

static void draw_note_none(void)
{
	kept.first = LINES;
	kept.end = 0;
}

void draw_clear(void)
{
	erase();
	draw_note_rows(0, LINES);
	cursor = (struct cursor){ 0 };
}

void draw_keep(void)
{
	if (!kept.cells)
		kept.cells = newpad(LINES, COLS);
	if (kept.cells)
		overwrite(stdscr, kept.cells);
	kept.cursor = cursor;
	draw_note_none();
}

bool draw_bring_back(void)
{
	if (!kept.cells)
		return false;
	if (kept.first < kept.end)
		copywin(kept.cells, stdscr, kept.first, 0, kept.first, 0, kept.end - 1, COLS - 1,
			FALSE);
	cursor = kept.cursor;
	draw_note_none();
	return true;
}

void draw_drop_kept(void)
{
	if (kept.cells)
		delwin(kept.cells);
	kept.cells = NULL;
}

/* What makes a grapheme take other columns in one terminal than in the next is not sent: a flag
 * is shown as its country's two letters, and a joined or toned emoji, or one the C library does
 * not know, as its base, padded to the columns that filo counts for it. */
static void add_grapheme(struct strbuf *out, const char *s, size_t len, int cols)
{
	utf8proc_int32_t code, base = 0, second = 0;
	size_t at = 0, base_len = 0;
	int count = 0, sum = 0;
	bool is_known = true;

	while (at < len) {
		utf8proc_ssize_t used = utf8proc_iterate(
			(const utf8proc_uint8_t *)s + at, (utf8proc_ssize_t)(len - at), &code);
		if (used <= 0)
			break;
		int wide = wcwidth((wchar_t)code);
		is_known = is_known && wide >= 0;
		sum += wide;
		if (count == 0) {
			base = code;
			base_len = (size_t)used;
		} else if (count == 1) {
			second = code;
		}
		count++;
		at += (size_t)used;
	}
	if (base >= 0x1F1E6 && base <= 0x1F1FF && second >= 0x1F1E6 && second <= 0x1F1FF) {
		strbuf_add_char(out, (char)('A' + base - 0x1F1E6));
		strbuf_add_char(out, (char)('A' + second - 0x1F1E6));
		return;
	}
	if (is_known && sum == cols && count <= CCHARW_MAX) {
		strbuf_add_bytes(out, s, len);
		return;
	}
	int base_cols = wcwidth((wchar_t)base);
	if (base_cols > 0 && base_cols <= cols)
		strbuf_add_bytes(out, s, base_len);
	else
		base_cols = 0;
	for (; base_cols < cols; base_cols++)
		strbuf_add_char(out, base_cols ? ' ' : '?');
}

/* Puts safe text that is known to fit; row and col are of the screen. */
static void draw_put(int row, int col, enum role role, const char *safe, size_t len)
{
	static struct strbuf out = STRBUF_INIT;

	strbuf_clear(&out);
	for (size_t at = 0; at < len;) {
		size_t plain = at;
		while (plain < len && !(safe[plain] & 0x80) && !(safe[plain + 1] & 0x80))
			plain++;
		strbuf_add_bytes(&out, safe + at, plain - at);
		at = plain;
		if (at == len)
			break;
		int cols;
		size_t used = text_grapheme(safe + at, &cols);
		if (cols > 0)
			add_grapheme(&out, safe + at, used, cols);
		at += used;
	}
	attrset(looks[role]);
	draw_note_rows(row, row + 1);
	mvaddnstr(row, col, out.data, (int)out.len);
}

/* `count` of one glyph, from there to the right or down. */
static void draw_run(int row, int col, const char *glyph, int count, bool is_down)
{
	wchar_t letter[2] = L"";
	cchar_t cell;

	mbtowc(letter, glyph, strlen(glyph));
	setcchar(&cell, letter, A_NORMAL, 0, NULL);
	attrset(looks[ROLE_FAINT]);
	draw_note_rows(row, is_down ? row + count : row + 1);
	if (is_down)
		mvvline_set(row, col, &cell, count);
	else
		mvhline_set(row, col, &cell, count);
}

static const char *make_safe(const char *text, size_t len)
{
	static struct strbuf safe = STRBUF_INIT;

	strbuf_clear(&safe);
	text_show(&safe, text, len, false, terminal_is_utf8());
	return safe.data;
}

/* Draws safe text in at most `cols` columns, with an ellipsis when that is too few. */
static int put_clipped(int row, int col, int cols, enum role role, const char *safe)
{
	int used_cols;
	size_t len = text_fit(safe, cols, &used_cols);

	if (!safe[len]) {
		draw_put(row, col, role, safe, len);
		return used_cols;
	}
	len = text_fit(safe, cols - 1, &used_cols);
	draw_put(row, col, role, safe, len);
	const char *more = draw_glyph(GLYPH_ELLIPSIS);
	draw_put(row, col + used_cols, role, more, strlen(more));
	return used_cols + 1;
}

/* The columns left at a place of an area that is itself clipped to the screen. */
static int columns_left(struct rect area, int row, int col)
{
	int end = area.col + area.cols < COLS ? area.col + area.cols : COLS;

	if (row < 0 || row >= area.rows || col < 0 || area.row + row < top ||
		area.row + row >= LINES || area.col < 0)
		return 0;
	return end > area.col + col ? end - area.col - col : 0;
}

int draw_text(struct rect area, int row, int col, enum role role, const char *text)
{
	int cols = columns_left(area, row, col);

	if (cols <= 0)
		return 0;
	return put_clipped(
		area.row + row, area.col + col, cols, role, make_safe(text, strlen(text)));
}

int draw_format(struct rect area, int row, int col, enum role role, const char *format, ...)
{
	char line[1024];
	va_list args;

	va_start(args, format);
	vsnprintf(line, sizeof line, format, args);
	va_end(args);
	return draw_text(area, row, col, role, line);
}

int draw_cell(struct rect area, int row, int col, int cols, enum role role, const char *text)
{
	int left = columns_left(area, row, col);

	if (cols > left)
		cols = left;
	if (cols <= 0)
		return 0;
	int used = put_clipped(
		area.row + row, area.col + col, cols, role, make_safe(text, strlen(text)));
	attrset(looks[role]);
	if (used < cols)
		mvhline(area.row + row, area.col + col + used, ' ', cols - used);
	return cols;
}

int draw_width(const char *text)
{
	return text_shown_cols(text, strlen(text), terminal_is_utf8());
}

size_t draw_fit(const char *text, int cols)
{
	return text_shown_fit(text, cols, terminal_is_utf8());
}

int draw_right(struct rect area, int row, int end, enum role role, const char *text)
{
	int cols = draw_width(text);

	return draw_text(area, row, cols < end ? end - cols : 0, role, text);
}

int draw_match(struct rect area, int row, int col, enum role role, const char *text,
	size_t match_at, size_t match_len)
{
	const size_t len = strlen(text);
	const size_t ends[] = { match_at < len ? match_at : len,
		match_at + match_len < len ? match_at + match_len : len, len };
	size_t at = 0;
	int used = 0;

	for (int part = 0; part < 3; part++) {
		const char *safe = make_safe(text + at, ends[part] - at);
		int left = columns_left(area, row, col + used);
		/* Reserves a column for the ellipsis of the text that follows. */
		bool is_last = ends[part] == len;
		int wanted = text_width(safe);
		int cols = is_last || wanted < left ? left : left - 1;
		if (cols <= 0)
			return used;
		used += put_clipped(area.row + row, area.col + col + used, cols,
			part == 1 ? ROLE_MATCH : role, safe);
		if (wanted > cols || is_last)
			return used;
		at = ends[part];
	}
	return used;
}

void draw_rule(struct rect area, int row, enum role role, const char *title, const char *right)
{
	int col = 0, end = columns_left(area, row, 0);
	int right_cols = right && *right ? draw_width(right) + 4 : 0;
	const struct rect room = { area.row, area.col, area.rows,
		end > right_cols + 3 ? end - right_cols - 1 : end };

	if (end <= 0)
		return;
	if (title && *title) {
		col = 2 + draw_text(room, row, 1, role, title);
		/* A longer one may have stood there. */
		draw_text(area, row, col - 1, ROLE_TEXT, " ");
	}
	if (!is_plain && col < end)
		draw_run(area.row + row, area.col + col, draw_glyph(GLYPH_RULE), end - col, false);
	if (right_cols && end > right_cols + 3)
		draw_format(area, row, end - right_cols, ROLE_FAINT, " %s ", right);
}

void draw_bar(struct rect area, int col)
{
	int rows = area.row + area.rows < LINES ? area.rows : LINES - area.row;

	if (!is_plain && rows > 0 && columns_left(area, 0, col) > 0)
		draw_run(area.row, area.col + col, draw_glyph(GLYPH_BAR), rows, true);
}

bool rect_has(struct rect area, int row, int col)
{
	return row >= area.row && row < area.row + area.rows && col >= area.col &&
	       col < area.col + area.cols;
}

void draw_blank(struct rect area)
{
	for (int row = 0; row < area.rows; row++)
		draw_cell(area, row, 0, area.cols, ROLE_TEXT, "");
}

struct paragraph {
	struct rect area;
	int row, skip;
	enum role role;
};

static void draw_line(void *context, int index, const char *safe)
{
	struct paragraph *paragraph = context;
	int row = paragraph->row + index - paragraph->skip;
	int cols = columns_left(paragraph->area, row, 0);

	if (index >= paragraph->skip && cols > 0)
		put_clipped(paragraph->area.row + row, paragraph->area.col, cols, paragraph->role,
			safe);
}

int draw_paragraph(struct rect area, int row, int skip, enum role role, const char *text)
{
	struct paragraph paragraph = { area, row, skip, role };

	return draw_wrap(text, area.cols, draw_line, &paragraph);
}

void draw_cursor(struct rect area, int row, int col, bool is_visible)
{
	cursor.row = area.row + (row < area.rows ? row : area.rows - 1);
	cursor.col = area.col + (col < area.cols ? col : area.cols - 1);
	cursor.is_visible = is_visible;
}

bool draw_cursor_place(int *row, int *col)
{
	*row = cursor.row < 0 ? 0 : cursor.row < LINES ? cursor.row : LINES - 1;
	*col = cursor.col < 0 ? 0 : cursor.col < COLS ? cursor.col : COLS - 1;
	return cursor.is_visible || is_plain;
}

/* A dot in the middle is not read aloud: numbers would run into one. */
const char *draw_between(void)
{
	return is_plain ? ", " : terminal_is_utf8() ? " · " : " - ";
}

const char *draw_glyph(enum glyph glyph)
{
	static const struct {
		const char *utf8, *ascii;
	} glyphs[GLYPHS] = {
		[GLYPH_ELLIPSIS] = { "…", "~" },
		[GLYPH_RULE] = { "─", "-" },
		[GLYPH_BAR] = { "│", "|" },
		[GLYPH_TEE_LEFT] = { "┤", "+" },
		[GLYPH_TEE_DOWN] = { "┬", "+" },
		[GLYPH_TEE_UP] = { "┴", "+" },
		[GLYPH_CORNER] = { "┐", "+" },
		[GLYPH_DOT] = { "·", "-" },
		[GLYPH_ARROW_UP] = { "↑", "^" },
		[GLYPH_ARROW_DOWN] = { "↓", "v" },
	};

	return terminal_is_utf8() ? glyphs[glyph].utf8 : glyphs[glyph].ascii;
}
