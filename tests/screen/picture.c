/* Drawing a screen as SVG.
 * Not here: filling the screen (screen.c). */
#include "picture.h"

#include <stdio.h>
#include <string.h>

/* Pixels; whole ones, so that neighbouring backgrounds meet without a seam. */
#define CELL_W   9
#define CELL_H   19
#define FONT_PX  15
#define BASELINE 14
#define MARGIN   12

#define LIGHT "#d8dee4"
#define DARK  "#15191e"

/* A calm dark theme of the sixteen colours. */
static const char *const palette[] = { "#2b3138", "#e5786d", "#95c679", "#e0c06a", "#78aee8",
	"#c99ae0", "#6cc3c1", "#c8ced4", "#78828d", "#f0958b", "#aedb94", "#efd489", "#98c4f4",
	"#dab4ee", "#8bd9d6", "#ffffff" };

enum side { UP = 1, DOWN = 2, LEFT = 4, RIGHT = 8 };

static const struct {
	uint32_t character;
	unsigned sides;
} frames[] = {
	{ 0x2500, LEFT | RIGHT },
	{ 0x2502, UP | DOWN },
	{ 0x250C, DOWN | RIGHT },
	{ 0x2510, DOWN | LEFT },
	{ 0x2514, UP | RIGHT },
	{ 0x2518, UP | LEFT },
	{ 0x251C, UP | DOWN | RIGHT },
	{ 0x2524, UP | DOWN | LEFT },
	{ 0x252C, DOWN | LEFT | RIGHT },
	{ 0x2534, UP | LEFT | RIGHT },
	{ 0x253C, UP | DOWN | LEFT | RIGHT },
};

/* "#rrggbb" of any of xterm's 256; borrowed, one text for each colour. */
static const char *indexed_color(unsigned index)
{
	static const unsigned steps[] = { 0x00, 0x5F, 0x87, 0xAF, 0xD7, 0xFF };
	static char texts[256][8];
	unsigned cube = index - 16, gray = 8 + 10 * (index - 232);
	char *text = texts[index & 0xFF];

	if (index < 16)
		return palette[index];
	if (index >= 232)
		snprintf(text, sizeof *texts, "#%02x%02x%02x", gray & 0xFF, gray & 0xFF,
			gray & 0xFF);
	else
		snprintf(text, sizeof *texts, "#%02x%02x%02x", steps[cube / 36],
			steps[cube / 6 % 6], steps[cube % 6]);
	return text;
}

static const char *color_of(const VTermColor *color, const char *otherwise)
{
	if (VTERM_COLOR_IS_DEFAULT_FG(color) || VTERM_COLOR_IS_DEFAULT_BG(color))
		return otherwise;
	return VTERM_COLOR_IS_INDEXED(color) ? indexed_color(color->indexed.idx) : otherwise;
}

static unsigned sides_of(uint32_t character)
{
	for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
		if (frames[i].character == character)
			return frames[i].sides;
	}
	return 0;
}

static void write_frame(FILE *out, int x, int y, unsigned sides, const char *color)
{
	double mid_x = x + CELL_W / 2.0, mid_y = y + CELL_H / 2.0;

	fprintf(out, "<path stroke=\"%s\" d=\"", color);
	if (sides & (LEFT | RIGHT))
		fprintf(out, "M%.1f %.1fH%.1f", sides & LEFT ? x : mid_x, mid_y,
			sides & RIGHT ? x + CELL_W : mid_x);
	if (sides & (UP | DOWN))
		fprintf(out, "M%.1f %.1fV%.1f", mid_x, sides & UP ? y : mid_y,
			sides & DOWN ? y + CELL_H : mid_y);
	fprintf(out, "\"/>\n");
}

static void write_text(FILE *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '<')
			fputs("&lt;", out);
		else if (*text == '&')
			fputs("&amp;", out);
		else
			fputc(*text, out);
	}
}

static const char *back_color(const VTermScreenCell *cell)
{
	return cell->attrs.reverse ? color_of(&cell->fg, LIGHT) : color_of(&cell->bg, NULL);
}

static const char *front_color(const VTermScreenCell *cell)
{
	return cell->attrs.reverse ? color_of(&cell->bg, DARK) : color_of(&cell->fg, LIGHT);
}

static bool is_ascii(const VTermScreenCell *cell)
{
	return cell->chars[0] < 0x7F && !cell->chars[1];
}

/* Whether `b`, the cell after `a`, can be drawn in one piece with it: a font's own idea of how
 * wide a character is must not move others, and ASCII is of one width in every monospaced font. */
static bool goes_with(const VTermScreenCell *a, const VTermScreenCell *b)
{
	return is_ascii(a) && is_ascii(b) && front_color(a) == front_color(b) &&
	       back_color(a) == back_color(b) && a->attrs.bold == b->attrs.bold &&
	       a->attrs.underline == b->attrs.underline;
}

static void write_run(
	FILE *out, const VTermScreenCell *cell, const char *text, int x, int y, int width)
{
	unsigned sides = sides_of(cell->chars[0]);

	if (back_color(cell))
		fprintf(out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n",
			x, y, width, CELL_H, back_color(cell));
	if (sides) {
		write_frame(out, x, y, sides, front_color(cell));
		return;
	}
	if (!text[strspn(text, " ")])
		return;
	fprintf(out, "<text x=\"%d\" y=\"%d\" textLength=\"%d\" fill=\"%s\"%s%s>", x, y + BASELINE,
		width, front_color(cell), cell->attrs.bold ? " font-weight=\"bold\"" : "",
		cell->attrs.underline ? " text-decoration=\"underline\"" : "");
	write_text(out, text);
	fputs("</text>\n", out);
}

static void write_row(FILE *out, const struct screen *screen, int row)
{
	VTermScreenCell first, cell;
	struct strbuf text = STRBUF_INIT;
	int next;

	for (int col = 0; col < screen->cols; col = next) {
		screen_cell(screen, row, col, &first);
		strbuf_clear(&text);
		screen_add_cell(&text, &first);
		next = col + (first.width > 1 ? first.width : 1);
		while (screen_cell(screen, row, next, &cell) && goes_with(&first, &cell)) {
			screen_add_cell(&text, &cell);
			next++;
		}
		write_run(out, &first, text.data, MARGIN + col * CELL_W, MARGIN + row * CELL_H,
			(next - col) * CELL_W);
	}
	strbuf_fini(&text);
}

bool picture_write(const struct screen *screen, const char *path)
{
	int width = 2 * MARGIN + screen->cols * CELL_W;
	int height = 2 * MARGIN + screen->rows * CELL_H;
	FILE *out = fopen(path, "w");

	if (!out)
		return false;
	fprintf(out,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
		"viewBox=\"0 0 %d %d\">\n"
		"<rect width=\"100%%\" height=\"100%%\" rx=\"6\" fill=\"" DARK "\"/>\n"
		"<g font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" "
		"font-size=\"%d\" fill=\"none\" xml:space=\"preserve\">\n",
		width, height, width, height, FONT_PX);
	for (int row = 0; row < screen->rows; row++)
		write_row(out, screen, row);
	fputs("</g>\n</svg>\n", out);
	return fclose(out) == 0;
}
