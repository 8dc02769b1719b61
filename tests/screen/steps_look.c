/* Steps about how text looks: bold, reverse, colours.
 * Not here: which text stands where (steps_screen.c). */
#include "steps.h"

#include <stdio.h>
#include <string.h>

static const char *const color_names[] = { "black", "red", "green", "yellow", "blue", "magenta",
	"cyan", "white", "bright-black", "bright-red", "bright-green", "bright-yellow",
	"bright-blue", "bright-magenta", "bright-cyan", "bright-white" };

static bool is_bold(const VTermScreenCell *cell)
{
	return cell->attrs.bold;
}

static bool is_underlined(const VTermScreenCell *cell)
{
	return cell->attrs.underline;
}

static bool is_reverse(const VTermScreenCell *cell)
{
	return cell->attrs.reverse;
}

static bool is_italic(const VTermScreenCell *cell)
{
	return cell->attrs.italic;
}

static bool is_blinking(const VTermScreenCell *cell)
{
	return cell->attrs.blink;
}

static bool is_colored(const VTermScreenCell *cell)
{
	return !VTERM_COLOR_IS_DEFAULT_FG(&cell->fg) || !VTERM_COLOR_IS_DEFAULT_BG(&cell->bg);
}

static bool is_plain(const VTermScreenCell *cell)
{
	return !cell->attrs.bold && !cell->attrs.underline && !cell->attrs.reverse &&
	       !is_colored(cell);
}

static const struct {
	const char *name;
	bool (*holds)(const VTermScreenCell *cell);
} looks[] = {
	{ "bold", is_bold },
	{ "underline", is_underlined },
	{ "reverse", is_reverse },
	{ "italic", is_italic },
	{ "blink", is_blinking },
	{ "colored", is_colored },
	{ "plain", is_plain },
};

static bool has_color(const VTermColor *color, const char *name)
{
	return VTERM_COLOR_IS_INDEXED(color) && color->indexed.idx < 16 &&
	       !strcmp(color_names[color->indexed.idx], name);
}

/* `look` is a name of `looks`, a colour, or one of these after "no-" or, for a background, "on-".
 */
static bool cell_has(const VTermScreenCell *cell, const char *look)
{
	if (!strncmp(look, "no-", 3))
		return !cell_has(cell, look + 3);
	if (!strncmp(look, "on-", 3))
		return has_color(&cell->bg, look + 3);
	for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
		if (!strcmp(looks[i].name, look))
			return looks[i].holds(cell);
	}
	return has_color(&cell->fg, look);
}

struct look {
	const char *text;
	const char *name;
};

/* The characters of the text, but for its blanks, look so. */
static bool text_looks(struct scenario *sc, void *what)
{
	const struct look *look = what;
	struct strbuf seen = STRBUF_INIT;
	VTermScreenCell cell;
	int row, col;
	bool holds = screen_find(&sc->term->screen, look->text, &row, &col);

	while (holds && seen.len < strlen(look->text) &&
		screen_cell(&sc->term->screen, row, col++, &cell)) {
		screen_add_cell(&seen, &cell);
		if (cell.chars[0] > ' ' && cell.chars[0] != (uint32_t)-1)
			holds = cell_has(&cell, look->name);
	}
	strbuf_fini(&seen);
	return holds;
}

static bool step_attr(struct scenario *sc, const char *rest)
{
	struct strbuf text = STRBUF_INIT, name = STRBUF_INIT;
	bool holds = scenario_argument(sc, &rest, &text);

	while (holds && *rest && scenario_argument(sc, &rest, &name)) {
		struct look look = { text.data, name.data };
		holds = scenario_wait(sc, text_looks, &look) ||
			scenario_fail(sc, "it is not %s", name.data);
	}
	strbuf_fini(&text);
	strbuf_fini(&name);
	return holds;
}

static bool step_no_colors(struct scenario *sc, const char *rest)
{
	const struct screen *screen = &sc->term->screen;
	VTermScreenCell cell;

	(void)rest;
	if (!scenario_settle(sc))
		return false;
	for (int row = 0; row < screen->rows; row++) {
		for (int col = 0; col < screen->cols && screen_cell(screen, row, col, &cell);
			col++) {
			if (is_colored(&cell))
				return scenario_fail(
					sc, "row %d column %d has a colour", row + 1, col + 1);
		}
	}
	return true;
}

const struct step steps_look[] = {
	{ "attr", step_attr },
	{ "no-colors", step_no_colors },
	{ NULL, NULL },
};
