/* The mouse, where the settings want it: a click selects, two open, the wheel moves.
 * Not here: where things stand (widget/list.c, panes/panes.c, form/form_draw.c). */
#include "tui/mouse.h"

#include "tui/terminal/clock.h"
#include "tui/terminal/input_decode.h"
#include "tui/terminal/terminal.h"
#include "tui/widget/list.h"

#define DOUBLE_MS  400
#define WHEEL_ROWS 3

/* Where somebody writes or is asked, a stray click must change nothing but the field. */
#define NOT_CHOSEN (IN_FORMS | IN_QUESTIONS)

static context_set mouse_context(const struct app *app)
{
	return app->top->ops->context(app->top);
}

/* Selects what stands there. False: nothing does that could be opened. */
static bool mouse_select(struct app *app, const struct mouse_report *report)
{
	const struct view_ops *ops = app->top->ops;
	size_t index;

	if (ops->point)
		ops->point(app, app->top, report->row, report->col);
	struct list *list = mouse_context(app) & NOT_CHOSEN
				    ? NULL
				    : list_drawn_at(report->row, report->col, &index);
	if (!list)
		return false;
	list->selected = index;
	if (ops->move) /* nowhere: what follows the selection follows */
		ops->move(app, app->top, MOVE_NONE);
	return true;
}

static void mouse_wheel(struct app *app, const struct mouse_report *report)
{
	const struct view_ops *ops = app->top->ops;
	enum move move = report->act == MOUSE_WHEEL_UP ? MOVE_UP : MOVE_DOWN;

	for (int i = 0; i < WHEEL_ROWS && !(mouse_context(app) & NOT_CHOSEN); i++) {
		if (ops->wheel)
			ops->wheel(app, app->top, report->row, report->col, move);
		else if (ops->move)
			ops->move(app, app->top, move);
	}
}

void mouse_act(struct app *app)
{
	const struct mouse_report *report = input_mouse();
	const struct mouse_click before = app->clicked;

	app->clicked = (struct mouse_click){ 0 };
	if (report->act != MOUSE_CLICK) {
		mouse_wheel(app, report);
		return;
	}
	bool is_second = before.at_ms && clock_ms() - before.at_ms <= DOUBLE_MS &&
			 before.row == report->row && before.col == report->col;
	if (!is_second)
		app->clicked = (struct mouse_click){ clock_ms(), report->row, report->col };
	if (mouse_select(app, report) && is_second)
		app_key(app, KEYS_ENTER);
}
