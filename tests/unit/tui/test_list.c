/* A list: moving, scrolling, what is drawn. Not here: rows read a page at a time (test_window.c).
 */
#include "../unit.h"
#include "tui/widget/list.h"

#include <stdio.h>
#include <string.h>

/* What a draw asked for: "3 4 [5]", with where it began in "5@2" when that is no row of its own. */
static char drawn[512];
static size_t readable; /* rows that `more` can still bring */
static struct list list;

static void draw_row(void *context, size_t index, struct rect area, enum role role)
{
	size_t len = area.row ? strlen(drawn) : 0; /* from the top: drawn anew */

	(void)context;
	assert_true(area.rows > 0);
	snprintf(drawn + len, sizeof drawn - len, "%s%s%zu%s", len ? " " : "",
		role == ROLE_SELECTED ? "[" : "", index, role == ROLE_SELECTED ? "]" : "");
}

/* Row 0 takes one row of the screen, row 1 two, row 2 three, row 3 one again. */
static int draw_tall_row(void *context, size_t index, struct rect area, enum role role)
{
	assert_true(index < list.count);
	if (area.rows)
		draw_row(context, index, area, role);
	return (int)(index % 3) + 1;
}

static bool read_more(void *context, bool is_forward)
{
	(void)context;
	if (!readable)
		return false;
	readable--;
	if (is_forward)
		list_set_count(&list, list.count + 1);
	else
		list_shift(&list, 1, false);
	return true;
}

static const struct list_ops one_line = { .text_col = 2, .draw = draw_row };
static const struct list_ops tall = { .text_col = 2, .draw_tall = draw_tall_row };
static const struct list_ops growing = { .text_col = 2, .draw = draw_row, .more = read_more };

static void begin(const struct list_ops *ops, size_t count)
{
	list_init(&list, ops, NULL);
	list_set_count(&list, count);
}

static void check_drawn(int rows, const char *wanted)
{
	drawn[0] = '\0';
	list_draw(&list, (struct rect){ 0, 0, rows, 40 }, true);
	assert_string_equal(drawn, wanted);
}

static void check_move(enum move move, size_t wanted)
{
	list_move(&list, move);
	assert_int_equal(list.selected, wanted);
}

static void an_empty_list_has_nowhere_to_go(void **state)
{
	begin(&one_line, 0);
	check_drawn(5, "");
	for (enum move move = MOVE_NONE; move <= MOVE_LAST; move++) {
		check_move(move, 0);
		list_move_round(&list, move);
		assert_int_equal(list.selected, 0);
	}
	check_drawn(0, "");
}

static void the_only_row_stays_selected(void **state)
{
	begin(&one_line, 1);
	check_drawn(5, "[0]");
	for (enum move move = MOVE_NONE; move <= MOVE_LAST; move++)
		check_move(move, 0);
}

static void a_huge_list_draws_only_what_shows(void **state)
{
	const size_t huge = SIZE_MAX / 2;
	char wanted[64];

	begin(&one_line, huge);
	check_drawn(3, "[0] 1 2");
	check_move(MOVE_LAST, huge - 1);
	snprintf(wanted, sizeof wanted, "%zu %zu [%zu]", huge - 3, huge - 2, huge - 1);
	check_drawn(3, wanted);
	check_move(MOVE_DOWN, huge - 1);
	check_move(MOVE_FIRST, 0);
	check_drawn(3, "[0] 1 2");
}

static void moving_scrolls_no_more_than_it_must(void **state)
{
	begin(&one_line, 10);
	check_drawn(4, "[0] 1 2 3");
	check_move(MOVE_DOWN, 1);
	check_drawn(4, "0 [1] 2 3");
	list.selected = 4;
	check_drawn(4, "1 2 3 [4]");
	check_move(MOVE_UP, 3);
	check_drawn(4, "1 2 [3] 4");
}

static void a_page_of_lines_leaves_one_in_sight(void **state)
{
	begin(&one_line, 10);
	check_drawn(4, "[0] 1 2 3");
	check_move(MOVE_PAGE_DOWN, 3);
	check_move(MOVE_PAGE_DOWN, 6);
	check_drawn(4, "3 4 5 [6]");
	check_move(MOVE_PAGE_DOWN, 9);
	check_move(MOVE_PAGE_DOWN, 9);
	check_move(MOVE_PAGE_UP, 6);
	check_move(MOVE_PAGE_UP, 3);
	check_move(MOVE_PAGE_UP, 0);
}

static void going_round_goes_by_both_ends(void **state)
{
	begin(&one_line, 3);
	list_move_round(&list, MOVE_UP);
	assert_int_equal(list.selected, 2);
	list_move_round(&list, MOVE_DOWN);
	assert_int_equal(list.selected, 0);
	list_move_round(&list, MOVE_PAGE_UP);
	assert_int_equal(list.selected, 0);
}

static void a_screen_that_changes_keeps_the_selection_in_sight(void **state)
{
	begin(&one_line, 10);
	list.selected = 7;
	check_drawn(4, "4 5 6 [7]");
	check_drawn(2, "6 [7]");
	check_drawn(1, "[7]");
	check_drawn(0, "");
	check_drawn(4, "6 [7] 8 9"); /* none left empty */
	check_drawn(9, "1 2 3 4 5 6 [7] 8 9");
	check_drawn(20, "0 1 2 3 4 5 6 [7] 8 9");
}

static void rows_that_vanish_take_the_selection_back(void **state)
{
	begin(&one_line, 10);
	list.selected = 9;
	check_drawn(3, "7 8 [9]");
	list_set_count(&list, 5);
	check_drawn(3, "2 3 [4]");
	list_set_count(&list, 0);
	check_drawn(3, "");
	list_set_count(&list, 2);
	check_drawn(3, "[0] 1");
}

static void tall_rows_show_whole(void **state)
{
	begin(&tall, 9);
	check_drawn(6, "[0] 1 2");
	check_move(MOVE_DOWN, 1);
	list.selected = 3; /* the row behind a full screen */
	check_drawn(6, "1 2 [3]");
	list.selected = 5; /* three rows of the screen */
	check_drawn(6, "3 4 [5]");
	check_drawn(2, "[5]"); /* from its top */
}

static void a_page_of_tall_rows_begins_with_the_first_not_seen(void **state)
{
	begin(&tall, 12);
	check_drawn(6, "[0] 1 2");
	check_move(MOVE_PAGE_DOWN, 3);
	check_drawn(6, "[3] 4 5");
	check_move(MOVE_PAGE_DOWN, 6);
	check_move(MOVE_PAGE_UP, 3); /* 6, 5 and 4 fit */
	check_move(MOVE_LAST, 11);
	check_drawn(7, "9 10 [11]"); /* row 8 would not fit whole above them */
}

static void rows_are_read_on_when_they_end_before_the_screen(void **state)
{
	begin(&growing, 2);
	readable = 2;
	check_drawn(6, "[0] 1 2 3");
	assert_int_equal(readable, 0);
	begin(&growing, 2);
	readable = 9;
	check_drawn(3, "[0] 1 2");
	assert_int_equal(readable, 8);
}

static void rows_are_read_above_when_there_are_none_below(void **state)
{
	begin(&growing, 2);
	list.selected = 1;
	readable = 0;
	check_drawn(1, "[1]");
	readable = 1; /* what there is, is asked for downwards first */
	check_drawn(3, "0 [1] 2");
}

static void rows_in_front_do_not_move_the_selection(void **state)
{
	begin(&one_line, 10);
	list.selected = 5;
	check_drawn(3, "3 4 [5]");
	list_shift(&list, 4, false);
	check_drawn(3, "7 8 [9]");
	list_shift(&list, 8, true);
	assert_int_equal(list.count, 6);
	check_drawn(3, "0 [1] 2");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_list_has_nowhere_to_go),
		cmocka_unit_test(the_only_row_stays_selected),
		cmocka_unit_test(a_huge_list_draws_only_what_shows),
		cmocka_unit_test(moving_scrolls_no_more_than_it_must),
		cmocka_unit_test(a_page_of_lines_leaves_one_in_sight),
		cmocka_unit_test(going_round_goes_by_both_ends),
		cmocka_unit_test(a_screen_that_changes_keeps_the_selection_in_sight),
		cmocka_unit_test(rows_that_vanish_take_the_selection_back),
		cmocka_unit_test(tall_rows_show_whole),
		cmocka_unit_test(a_page_of_tall_rows_begins_with_the_first_not_seen),
		cmocka_unit_test(rows_are_read_on_when_they_end_before_the_screen),
		cmocka_unit_test(rows_are_read_above_when_there_are_none_below),
		cmocka_unit_test(rows_in_front_do_not_move_the_selection),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
