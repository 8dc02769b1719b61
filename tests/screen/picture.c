/* Drawing a screen as SVG.
 * Not here: filling the screen (screen.c). */
#include "picture.h"

#include <stdio.h>
#include <string.h>

#define CELL_W   8.4
#define CELL_H   18.0
#define FONT_PX  14
#define BASELINE 13.5
#define MARGIN   12.0

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

static const char *color_of(const VTermColor *color, const char *otherwise)
{
	if (VTERM_COLOR_IS_DEFAULT_FG(color) || VTERM_COLOR_IS_DEFAULT_BG(color))
		return otherwise;
	if (VTERM_COLOR_IS_INDEXED(color) && color->indexed.idx < 16)
		return palette[color->indexed.idx];
	return otherwise;
}

static unsigned sides_of(uint32_t character)
{
	for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
		if (frames[i].character == character)
			return frames[i].sides;
	}
	return 0;
}

static void write_frame(FILE *out, double x, double y, unsigned sides, const char *color)
{
	double mid_x = x + CELL_W / 2, mid_y = y + CELL_H / 2;

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

static void write_background(FILE *out, const VTermScreenCell *cell, double x, double y)
{
	const char *color =
		cell->attrs.reverse ? color_of(&cell->fg, LIGHT) : color_of(&cell->bg, NULL);

	if (color)
		fprintf(out,
			"<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" "
			"fill=\"%s\"/>\n",
			x, y, CELL_W * (cell->width ? cell->width : 1) + 0.2, CELL_H, color);
}

static void write_cell(FILE *out, const VTermScreenCell *cell, double x, double y)
{
	struct strbuf text = STRBUF_INIT;
	const char *color =
		cell->attrs.reverse ? color_of(&cell->bg, DARK) : color_of(&cell->fg, LIGHT);
	unsigned sides = sides_of(cell->chars[0]);

	if (sides) {
		write_frame(out, x, y, sides, color);
		return;
	}
	screen_add_cell(&text, cell);
	if (text.len && strcmp(text.data, " ") != 0) {
		fprintf(out, "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\"%s%s>", x, y + BASELINE, color,
			cell->attrs.bold ? " font-weight=\"bold\"" : "",
			cell->attrs.underline ? " text-decoration=\"underline\"" : "");
		write_text(out, text.data);
		fputs("</text>\n", out);
	}
	strbuf_fini(&text);
}

static void write_cells(FILE *out, const struct screen *screen,
	void (*write)(FILE *out, const VTermScreenCell *cell, double x, double y))
{
	VTermScreenCell cell;

	for (int row = 0; row < screen->rows; row++) {
		for (int col = 0; col < screen->cols && screen_cell(screen, row, col, &cell);
			col++) {
			if (cell.chars[0] != (uint32_t)-1)
				write(out, &cell, MARGIN + col * CELL_W, MARGIN + row * CELL_H);
		}
	}
}

bool picture_write(const struct screen *screen, const char *path)
{
	double width = 2 * MARGIN + screen->cols * CELL_W;
	double height = 2 * MARGIN + screen->rows * CELL_H;
	FILE *out = fopen(path, "w");

	if (!out)
		return false;
	fprintf(out,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" "
		"viewBox=\"0 0 %.1f %.1f\">\n"
		"<rect width=\"100%%\" height=\"100%%\" rx=\"6\" fill=\"" DARK "\"/>\n"
		"<g font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" "
		"font-size=\"%d\" fill=\"none\" xml:space=\"preserve\">\n",
		width, height, width, height, FONT_PX);
	write_cells(out, screen, write_background);
	write_cells(out, screen, write_cell);
	fputs("</g>\n</svg>\n", out);
	return fclose(out) == 0;
}
