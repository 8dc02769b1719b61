/* What lies below is drawn only when it changed, and then looks as if all had been drawn.
 * Not here: what is sent of it to the terminal (test_frame.c, tests/screen). */
#include "places.h"

#include "tui/widget/list.h"

/* ---- Whatever is pressed, a frame is as one drawn from nothing ---- */

/* The same walk at each run. */
static unsigned seed;

static unsigned choose(unsigned count)
{
	seed = seed * 1103515245 + 12345;
	return (seed >> 16) % count;
}

static void resize(int screen_rows, int screen_cols)
{
	resize_term(screen_rows, screen_cols);
	terminal_update_size();
	rows = screen_rows - 1;
	cols = screen_cols;
}

/* All cells with their looks, the cursor, and what a click in each row would select. */
static char *frame(void)
{
	struct strbuf seen = STRBUF_INIT;
	cchar_t cell;
	int row, col;

	app_draw(&app);
	bool has_cursor = draw_cursor_place(&row, &col);
	strbuf_add_format(&seen, "%d %d %d\n", row, col, has_cursor);
	for (row = 0; row < LINES; row++) {
		size_t index = 0;
		bool has_list = list_drawn_at(row, 4, &index) != NULL;
		strbuf_add_format(&seen, "%d %zu ", has_list, has_list ? index : 0);
		for (col = 0; col < COLS; col++) {
			wchar_t text[CCHARW_MAX + 1] = L"";
			attr_t look;
			short pair;
			mvin_wch(row, col, &cell);
			getcchar(&cell, text, &look, &pair, NULL);
			strbuf_add_format(&seen, "%ls,%lx,%d ", text, (unsigned long)look, pair);
		}
		strbuf_add_char(&seen, '\n');
	}
	return strbuf_take(&seen);
}

static char *frame_from_nothing(void)
{
	app.drawn_below = (struct rect){ 0 };
	return frame();
}

/* The first row in which they differ, from the cursor's line on. */
static int row_that_differs(const char *a, const char *b)
{
	int row = -1;

	for (; *a && *a == *b; a++, b++)
		row += *a == '\n';
	return row;
}

/* Neither to other programs nor into files. */
static bool may_press(int key)
{
	const struct command *command = command_for_key(commands, key, here());

	if (key == KEYS_ENTER)
		return here() & (IN_PANES | IN_LISTS | IN_SEARCH | IN_CARD);
	return !command || !is_of_the_terminal(command);
}

static int choose_key(void)
{
	static const int keys[] = { KEYS_ESCAPE, KEYS_ESCAPE, KEYS_BACKSPACE, KEYS_ENTER, KEYS_TAB,
		KEYS_UP, KEYS_DOWN, KEYS_LEFT, KEYS_PAGE_DOWN, KEY_CTRL('u'), '/', ':', '2', '3' };
	const unsigned count = sizeof keys / sizeof *keys;
	unsigned chosen = choose(2 * count);
	int key = chosen < count ? keys[chosen] : 'a' + (int)choose(26);

	return may_press(key) ? key : 'a';
}

/* As the loop has it, the work that waits may come behind a frame or several keys. */
static void do_something(void)
{
	switch (choose(12)) {
	case 0:
		app_refresh(&app);
		break;
	case 1:
		app_say(&app, "%s",
			"so long a message that on a narrow screen it takes the rows above it, "
			"which were drawn before it came");
		break;
	case 2:
		resize(12 + (int)choose(20), 40 + (int)choose(60));
		break;
	default:
		app_key(&app, choose_key());
		if (choose(3))
			settle();
	}
}

static void walk(const struct place *place, int steps)
{
	open_place(place);
	resize(24, 80);
	for (int i = 0; i < steps && app.top && !app.is_ending; i++) {
		do_something();
		if (!app.top || !choose(4)) /* several at once */
			continue;
		char *drawn = frame(), *fresh = frame_from_nothing();
		if (strcmp(drawn, fresh) != 0)
			fail_msg("step %d from %#" PRIx64 ", %s: row %d is not as drawn afresh", i,
				place->context, app.top->ops->name, row_that_differs(drawn, fresh));
		free(drawn);
		free(fresh);
	}
	close_app();
}

static void walk_from_everywhere(bool is_plain)
{
	draw_set_plain(is_plain);
	seed = is_plain;
	for (size_t i = 0; i < PLACES; i++)
		walk(&places[i], 60);
	draw_set_plain(false);
}

static void a_frame_is_as_one_drawn_afresh(void **state)
{
	walk_from_everywhere(false);
}

static void a_plain_frame_is_as_one_drawn_afresh(void **state)
{
	walk_from_everywhere(true);
}

/* ---- What did not change is not drawn ---- */

static int draws_below, draws_above, typed;

static context_set anywhere(const struct view *view)
{
	(void)view;
	return IN_PROMPT;
}

static void draw_lower(struct app *some, struct view *view, struct rect area)
{
	(void)some;
	(void)view;
	draw_format(area, 0, 0, ROLE_TEXT, "below %d", ++draws_below);
	for (int row = 1; row < area.rows; row++)
		draw_text(area, row, 0, ROLE_TEXT, "below");
}

static void draw_upper(struct app *some, struct view *view, struct rect area)
{
	(void)some;
	(void)view;
	draw_rule((struct rect){ area.row + 1 + typed, area.col, 1, area.cols }, 0, ROLE_TEXT, NULL,
		NULL);
	draw_blank((struct rect){ area.row + 6 + typed, area.col, 1, area.cols });
	draw_format(area, 12, typed, ROLE_TEXT, "above %d", ++draws_above);
}

static bool type_there(struct app *some, struct view *view, int key)
{
	(void)some;
	(void)view;
	typed += key == 'x';
	return true;
}

static void free_none(struct view *view)
{
	(void)view;
}

static const struct view_ops lower_ops = {
	.name = "lower", .context = anywhere, .draw = draw_lower, .free = free_none
};
static const struct view_ops upper_ops = { .name = "upper",
	.context = anywhere,
	.draw = draw_upper,
	.type = type_there,
	.free = free_none,
	.is_overlay = true };
static struct view lower, upper, third;

static int open_two(void **state)
{
	open_app(true);
	resize(24, 80);
	draws_below = draws_above = typed = 0;
	lower = (struct view){ .ops = &lower_ops };
	upper = (struct view){ .ops = &upper_ops };
	app_push(&app, &lower);
	app_push(&app, &upper);
	app_draw(&app);
	return 0;
}

static int close_two(void **state)
{
	close_app();
	return 0;
}

static void assert_row(int row, const char *wanted)
{
	char text[32] = "";

	mvinnstr(row, 0, text, sizeof text - 1);
	text[strlen(wanted)] = '\0';
	assert_string_equal(text, wanted);
}

static void typing_does_not_draw_what_lies_below(void **state)
{
	for (int i = 0; i < 3; i++) {
		app_key(&app, 'x');
		app_draw(&app);
	}
	assert_int_equal(draws_below, 1);
	assert_row(0, "below 1");
	for (int row = 1; row < 12; row++) /* and nothing of it stays where it was */
		assert_row(row, row == 4 ? "-----" : row == 9 ? "     " : "below");
	assert_row(12, "belabove 4");
}

static void assert_drawn_below(int times)
{
	app_draw(&app);
	assert_int_equal(draws_below, times);
	app_draw(&app);
	assert_int_equal(draws_below, times);
}

static void what_may_have_changed_is_drawn(void **state)
{
	app_refresh(&app);
	assert_drawn_below(2);
	app_say(&app, "so");
	assert_drawn_below(3);
	resize(30, 90);
	assert_drawn_below(4);
	app_key(&app, KEY_CTRL('l')); /* a command */
	assert_drawn_below(5);
	app_key(&app, KEYS_MOUSE);
	assert_drawn_below(6);
	third = (struct view){ .ops = &upper_ops };
	app_push(&app, &third);
	assert_drawn_below(7);
	app_remove(&app, &upper);
	assert_drawn_below(8);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_frame_is_as_one_drawn_afresh),
		cmocka_unit_test(a_plain_frame_is_as_one_drawn_afresh),
		cmocka_unit_test_setup_teardown(
			typing_does_not_draw_what_lies_below, open_two, close_two),
		cmocka_unit_test_setup_teardown(
			what_may_have_changed_is_drawn, open_two, close_two),
	};

	setlocale(LC_ALL, "C.UTF-8");
	if (!open_screen())
		return 77;
	return cmocka_run_group_tests_name("redraw", tests, fill_book, empty_folder);
}
