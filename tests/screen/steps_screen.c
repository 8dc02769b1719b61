/* Steps about what is to be seen: texts, rows, looks, the cursor.
 * Not here: bytes on their way to the screen (steps_output.c). */
#include "steps.h"

#include "filo/base/memory.h"
#include "pattern.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool shows(struct scenario *sc, void *what)
{
	int row, col;

	return screen_find(&sc->term->screen, what, &row, &col);
}

static bool shows_not(struct scenario *sc, void *what)
{
	return !shows(sc, what);
}

static bool step_wait(struct scenario *sc, const char *rest)
{
	struct strbuf text = STRBUF_INIT;

	scenario_text(rest, &text);
	bool seen =
		scenario_wait(sc, shows, text.data) || scenario_fail(sc, "this has not appeared");
	strbuf_fini(&text);
	return seen;
}

static bool step_gone(struct scenario *sc, const char *rest)
{
	struct strbuf text = STRBUF_INIT;

	scenario_text(rest, &text);
	bool gone =
		scenario_wait(sc, shows_not, text.data) || scenario_fail(sc, "this is still there");
	strbuf_fini(&text);
	return gone;
}

static bool step_not(struct scenario *sc, const char *rest)
{
	struct strbuf text = STRBUF_INIT;

	scenario_text(rest, &text);
	bool absent = scenario_settle(sc) &&
		      (shows_not(sc, text.data) || scenario_fail(sc, "this is there"));
	strbuf_fini(&text);
	return absent;
}

static bool step_count(struct scenario *sc, const char *rest)
{
	struct strbuf text = STRBUF_INIT, row = STRBUF_INIT;
	long wanted = strtol(rest, (char **)&rest, 10), count = 0;

	bool ready = scenario_argument(sc, &rest, &text) && scenario_settle(sc);
	for (int i = 0; ready && i < sc->term->screen.rows; i++) {
		strbuf_clear(&row);
		screen_add_row(&sc->term->screen, i, &row);
		for (char *at = row.data; (at = strstr(at, text.data)); at += text.len)
			count++;
	}
	strbuf_fini(&text);
	strbuf_fini(&row);
	return ready && (count == wanted || scenario_fail(sc, "it is there %ld times", count));
}

struct row_pattern {
	int row;
	struct strbuf pattern;
};

/* Rows count from 1, or from -1 upwards from the bottom. */
static int row_index(const struct scenario *sc, long number)
{
	return (int)(number < 0 ? sc->term->screen.rows + number : number - 1);
}

static bool row_matches(struct scenario *sc, void *what)
{
	const struct row_pattern *wanted = what;
	struct strbuf row = STRBUF_INIT;

	screen_add_row(&sc->term->screen, wanted->row, &row);
	bool matches = pattern_matches(wanted->pattern.data, row.data);
	strbuf_fini(&row);
	return matches;
}

static bool step_row(struct scenario *sc, const char *rest)
{
	struct row_pattern wanted = { .pattern = STRBUF_INIT };

	wanted.row = row_index(sc, strtol(rest, (char **)&rest, 10));
	scenario_text(rest + strspn(rest, " "), &wanted.pattern);
	bool matches = scenario_wait(sc, row_matches, &wanted) ||
		       scenario_fail(sc, "row %d is not that", wanted.row + 1);
	strbuf_fini(&wanted.pattern);
	return matches;
}

static bool screen_matches(struct scenario *sc, void *what)
{
	struct strbuf all = STRBUF_INIT;

	for (int row = 0; row < sc->term->screen.rows; row++) {
		screen_add_row(&sc->term->screen, row, &all);
		strbuf_add_char(&all, '\n');
	}
	bool matches = pattern_matches_lines(what, all.data);
	strbuf_fini(&all);
	return matches;
}

static bool step_screen(struct scenario *sc, const char *rest)
{
	struct strbuf wanted = STRBUF_INIT;

	(void)rest;
	bool matches = scenario_block(sc, &wanted) &&
		       (scenario_wait(sc, screen_matches, wanted.data) ||
			       scenario_fail(sc, "the screen is not as above"));
	strbuf_fini(&wanted);
	return matches;
}

static bool cursor_is_at(struct scenario *sc, void *what)
{
	const int *wanted = what;
	int row, col;

	screen_cursor(&sc->term->screen, &row, &col);
	return row == wanted[0] && col == wanted[1];
}

static bool step_cursor(struct scenario *sc, const char *rest)
{
	int at[2];

	if (sscanf(rest, "%d %d", &at[0], &at[1]) != 2)
		return scenario_fail(sc, "a place is ROW COLUMN");
	at[0] = row_index(sc, at[0]);
	at[1]--;
	return scenario_wait(sc, cursor_is_at, at) || scenario_fail(sc, "the cursor is elsewhere");
}

static bool cursor_row_has(struct scenario *sc, void *what)
{
	struct strbuf text = STRBUF_INIT;
	int row, col;

	screen_cursor(&sc->term->screen, &row, &col);
	screen_add_row(&sc->term->screen, row, &text);
	bool has = strstr(text.data, what) != NULL;
	strbuf_fini(&text);
	return has;
}

static bool step_cursor_on(struct scenario *sc, const char *rest)
{
	struct strbuf text = STRBUF_INIT;

	scenario_text(rest, &text);
	bool has = scenario_wait(sc, cursor_row_has, text.data) ||
		   scenario_fail(sc, "the cursor is in another row");
	strbuf_fini(&text);
	return has;
}

static bool cursor_is_shown(struct scenario *sc, void *what)
{
	return sc->term->screen.is_cursor_shown == *(bool *)what;
}

static bool step_cursor_shown(struct scenario *sc, const char *rest)
{
	bool wanted = true;

	(void)rest;
	return scenario_wait(sc, cursor_is_shown, &wanted) ||
	       scenario_fail(sc, "the cursor is hidden");
}

static bool step_cursor_hidden(struct scenario *sc, const char *rest)
{
	bool wanted = false;

	(void)rest;
	return scenario_wait(sc, cursor_is_shown, &wanted) ||
	       scenario_fail(sc, "the cursor is shown");
}

static bool step_column(struct scenario *sc, const char *rest)
{
	struct strbuf wanted = STRBUF_INIT, text = STRBUF_INIT;
	VTermScreenCell cell;
	long col = strtol(rest, (char **)&rest, 10) - 1;
	bool holds = scenario_argument(sc, &rest, &wanted) && scenario_settle(sc);
	int first = row_index(sc, strtol(rest, (char **)&rest, 10));
	int last = row_index(sc, strtol(rest, (char **)&rest, 10));

	for (int row = first; holds && row <= last; row++) {
		strbuf_clear(&text);
		if (screen_cell(&sc->term->screen, row, (int)col, &cell))
			screen_add_cell(&text, &cell);
		if (strcmp(text.data, wanted.data) != 0)
			holds = scenario_fail(sc, "in row %d it is \"%s\"", row + 1, text.data);
	}
	strbuf_fini(&wanted);
	strbuf_fini(&text);
	return holds;
}

/* One line a cell: its text, its looks, its colours; and where the cursor is. */
static void add_picture(const struct screen *screen, struct strbuf *out)
{
	VTermScreenCell cell;
	int row, col;

	screen_cursor(screen, &row, &col);
	strbuf_add_format(out, "%d %d %d\n", row, col, screen->is_cursor_shown);
	for (row = 0; row < screen->rows; row++) {
		for (col = 0; col < screen->cols && screen_cell(screen, row, col, &cell); col++) {
			screen_add_cell(out, &cell);
			vterm_screen_convert_color_to_rgb(screen->cells, &cell.fg);
			vterm_screen_convert_color_to_rgb(screen->cells, &cell.bg);
			strbuf_add_format(out, "%d%d%d %02x%02x%02x %02x%02x%02x\n",
				cell.attrs.bold, cell.attrs.underline, cell.attrs.reverse,
				cell.fg.rgb.red, cell.fg.rgb.green, cell.fg.rgb.blue,
				cell.bg.rgb.red, cell.bg.rgb.green, cell.bg.rgb.blue);
		}
	}
}

/* Kept screens are strings "NAME\nPICTURE". */
static bool step_keep_screen(struct scenario *sc, const char *rest)
{
	struct strbuf kept = STRBUF_INIT;

	if (!scenario_settle(sc))
		return false;
	strbuf_add_format(&kept, "%s\n", rest);
	add_picture(&sc->term->screen, &kept);
	char *string = strbuf_take(&kept);
	vector_push(&sc->kept_screens, &string);
	return true;
}

static bool looks_as_kept(struct scenario *sc, void *what)
{
	struct strbuf now = STRBUF_INIT;

	add_picture(&sc->term->screen, &now);
	bool same = !strcmp(now.data, what);
	strbuf_fini(&now);
	return same;
}

static bool step_same_screen(struct scenario *sc, const char *rest)
{
	char **kept, *found = NULL;
	size_t len = strlen(rest);

	VECTOR_EACH (kept, &sc->kept_screens) {
		if (!strncmp(*kept, rest, len) && (*kept)[len] == '\n')
			found = *kept + len + 1;
	}
	if (!found)
		return scenario_fail(sc, "no screen was kept by that name");
	return scenario_settle(sc) &&
	       (scenario_wait(sc, looks_as_kept, found) || scenario_fail(sc, "it differs"));
}

const struct step steps_screen[] = {
	{ "wait", step_wait },
	{ "gone", step_gone },
	{ "not", step_not },
	{ "count", step_count },
	{ "row", step_row },
	{ "screen", step_screen },
	{ "cursor", step_cursor },
	{ "cursor-on", step_cursor_on },
	{ "cursor-shown", step_cursor_shown },
	{ "cursor-hidden", step_cursor_hidden },
	{ "column", step_column },
	{ "keep-screen", step_keep_screen },
	{ "same-screen", step_same_screen },
	{ NULL, NULL },
};
