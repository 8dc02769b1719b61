/* Keeping the screen that a program's output makes.
 * Not here: running the program (pty.c), expectations (steps_screen.c). */
#include "screen.h"

#include "filo/base/memory.h"

#include <string.h>

static int on_property(VTermProp property, VTermValue *value, void *user)
{
	struct screen *screen = user;

	if (property == VTERM_PROP_ALTSCREEN)
		screen->is_alternate = value->boolean;
	else if (property == VTERM_PROP_CURSORVISIBLE)
		screen->is_cursor_shown = value->boolean;
	else if (property == VTERM_PROP_MOUSE)
		screen->is_mouse_on = value->number != VTERM_PROP_MOUSE_NONE;
	return 1;
}

static int on_bell(void *user)
{
	((struct screen *)user)->bells++;
	return 1;
}

static void on_answer(const char *bytes, size_t len, void *user)
{
	struct screen *screen = user;

	screen->queries++;
	strbuf_add_bytes(&screen->answers, bytes, len);
}

/* CSI n b, "write the last character n more times", which terminfo promises for xterm and which
 * this libvterm lacks. */
static int on_unknown_csi(const char *leader, const long args[], int count,
	const char *intermediate, char command, void *user)
{
	struct screen *screen = user;

	if (command != 'b' || leader || intermediate)
		return 0;
	screen->repeat = count > 0 ? (int)CSI_ARG_COUNT(args[0]) : 1;
	return 1;
}

static const VTermScreenCallbacks callbacks = { .settermprop = on_property, .bell = on_bell };
static const VTermParserCallbacks fallbacks = { .csi = on_unknown_csi };

void screen_init(struct screen *screen, int rows, int cols)
{
	*screen = (struct screen){ .rows = rows, .cols = cols, .is_cursor_shown = true };
	strbuf_init(&screen->answers);
	screen->vt = vterm_new(rows, cols);
	vterm_set_utf8(screen->vt, 1);
	vterm_output_set_callback(screen->vt, on_answer, screen);
	screen->cells = vterm_obtain_screen(screen->vt);
	vterm_screen_enable_altscreen(screen->cells, 1);
	vterm_screen_set_callbacks(screen->cells, &callbacks, screen);
	vterm_screen_set_unrecognised_fallbacks(screen->cells, &fallbacks, screen);
	vterm_screen_reset(screen->cells, 1);
}

void screen_fini(struct screen *screen)
{
	if (screen->vt)
		vterm_free(screen->vt);
	strbuf_fini(&screen->answers);
	screen->vt = NULL;
}

static void repeat_last(struct screen *screen)
{
	VTermScreenCell cell;
	struct strbuf text = STRBUF_INIT;
	int row, col;

	screen_cursor(screen, &row, &col);
	if (col > 0 && screen_cell(screen, row, col - 1, &cell))
		screen_add_cell(&text, &cell);
	for (; screen->repeat > 0; screen->repeat--)
		vterm_input_write(screen->vt, text.data, text.len);
	strbuf_fini(&text);
}

void screen_feed(struct screen *screen, const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		vterm_input_write(screen->vt, bytes + i, 1);
		if (screen->repeat)
			repeat_last(screen);
	}
}

void screen_resize(struct screen *screen, int rows, int cols)
{
	screen->rows = rows;
	screen->cols = cols;
	vterm_set_size(screen->vt, rows, cols);
}

void screen_cursor(const struct screen *screen, int *row, int *col)
{
	VTermPos at;

	vterm_state_get_cursorpos(vterm_obtain_state(screen->vt), &at);
	*row = at.row;
	*col = at.col;
}

bool screen_cell(const struct screen *screen, int row, int col, VTermScreenCell *cell)
{
	VTermPos at = { .row = row, .col = col };

	if (row < 0 || row >= screen->rows || col < 0 || col >= screen->cols)
		return false;
	return vterm_screen_get_cell(screen->cells, at, cell);
}

static void add_utf8(struct strbuf *out, uint32_t c)
{
	if (c < 0x80) {
		strbuf_add_char(out, (char)c);
	} else if (c < 0x800) {
		strbuf_add_char(out, (char)(0xC0 | c >> 6));
		strbuf_add_char(out, (char)(0x80 | (c & 0x3F)));
	} else if (c < 0x10000) {
		strbuf_add_char(out, (char)(0xE0 | c >> 12));
		strbuf_add_char(out, (char)(0x80 | (c >> 6 & 0x3F)));
		strbuf_add_char(out, (char)(0x80 | (c & 0x3F)));
	} else {
		strbuf_add_char(out, (char)(0xF0 | c >> 18));
		strbuf_add_char(out, (char)(0x80 | (c >> 12 & 0x3F)));
		strbuf_add_char(out, (char)(0x80 | (c >> 6 & 0x3F)));
		strbuf_add_char(out, (char)(0x80 | (c & 0x3F)));
	}
}

void screen_add_cell(struct strbuf *out, const VTermScreenCell *cell)
{
	if (cell->chars[0] == (uint32_t)-1)
		return;
	if (!cell->chars[0])
		strbuf_add_char(out, ' ');
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
		add_utf8(out, cell->chars[i]);
}

void screen_add_row(const struct screen *screen, int row, struct strbuf *out)
{
	VTermScreenCell cell;
	size_t start = out->len;

	for (int col = 0; col < screen->cols && screen_cell(screen, row, col, &cell); col++)
		screen_add_cell(out, &cell);
	while (out->len > start && out->data[out->len - 1] == ' ')
		strbuf_truncate(out, out->len - 1);
}

/* The column where byte `offset` of a row's text stands. */
static int column_of(const struct screen *screen, int row, size_t offset)
{
	struct strbuf text = STRBUF_INIT;
	VTermScreenCell cell;
	int col = 0;

	while (col < screen->cols && screen_cell(screen, row, col, &cell)) {
		screen_add_cell(&text, &cell);
		if (text.len > offset)
			break;
		col++;
	}
	strbuf_fini(&text);
	return col;
}

bool screen_find(const struct screen *screen, const char *text, int *row, int *col)
{
	struct strbuf line = STRBUF_INIT;
	bool found = false;

	for (*row = 0; *row < screen->rows && !found; (*row)++) {
		strbuf_clear(&line);
		screen_add_row(screen, *row, &line);
		const char *at = strstr(line.data, text);
		found = at != NULL;
		if (found)
			*col = column_of(screen, *row, (size_t)(at - line.data));
	}
	if (found)
		(*row)--;
	strbuf_fini(&line);
	return found;
}

static void add_rule(const struct screen *screen, struct strbuf *out)
{
	strbuf_add(out, "     +");
	for (int col = 0; col < screen->cols; col++)
		strbuf_add_char(out, '-');
	strbuf_add(out, "+\n");
}

void screen_add_frame(const struct screen *screen, struct strbuf *out)
{
	VTermScreenCell cell;
	int cursor_row, cursor_col;

	screen_cursor(screen, &cursor_row, &cursor_col);
	add_rule(screen, out);
	for (int row = 0; row < screen->rows; row++) {
		strbuf_add_format(out, "%4d%c|", row + 1, row == cursor_row ? '*' : ' ');
		for (int col = 0; col < screen->cols && screen_cell(screen, row, col, &cell); col++)
			screen_add_cell(out, &cell);
		strbuf_add(out, "|\n");
	}
	add_rule(screen, out);
	strbuf_add_format(out, "     %dx%d, cursor in row %d column %d, %s\n", screen->cols,
		screen->rows, cursor_row + 1, cursor_col + 1,
		screen->is_cursor_shown ? "shown" : "hidden");
}

/* libvterm keeps some modes to itself, but not what it would send in them. */
static void take_answer(struct screen *screen, size_t before, size_t queries, struct strbuf *out)
{
	strbuf_add(out, screen->answers.data + before);
	strbuf_truncate(&screen->answers, before);
	screen->queries = queries;
}

void screen_add_paste_mark(struct screen *screen, bool is_end, struct strbuf *out)
{
	size_t before = screen->answers.len, queries = screen->queries;

	if (is_end)
		vterm_keyboard_end_paste(screen->vt);
	else
		vterm_keyboard_start_paste(screen->vt);
	take_answer(screen, before, queries, out);
}

bool screen_keypad_is_on(struct screen *screen)
{
	struct strbuf up = STRBUF_INIT;
	size_t before = screen->answers.len, queries = screen->queries;

	vterm_keyboard_key(screen->vt, VTERM_KEY_UP, VTERM_MOD_NONE);
	take_answer(screen, before, queries, &up);
	bool is_on = !strcmp(up.data, "\033OA");
	strbuf_fini(&up);
	return is_on;
}
