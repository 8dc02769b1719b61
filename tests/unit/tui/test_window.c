/* A sliding window over a long list: what is read, let go, and kept in place.
 * Not here: the list it shows in (test_list.c). */
#include "../unit.h"
#include "tui/widget/window.h"

#include <stdlib.h>

#define SCREEN 5
#define PAGE   8
#define KEPT   20

/* The whole list: numbers from 1 to `last`, without those that are `gone`. */
struct numbers {
	int last;
	bool gone[200];
	int reads, held; /* rows in memory */
};
static struct numbers numbers;
static struct window window;

static void read_numbers(
	void *context, const void *from, bool is_forward, size_t count, struct vector *rows)
{
	struct numbers *all = context;
	size_t first = rows->count;
	int step = is_forward ? 1 : -1;
	int at = from ? *(const int *)from + step : is_forward ? 1 : all->last;

	all->reads++;
	for (; at >= 1 && at <= all->last && rows->count < first + count; at += step) {
		if (all->last < 200 && all->gone[at])
			continue;
		vector_push(rows, &at);
		all->held++;
	}
	if (!is_forward)
		vector_reverse(rows, first);
}

static void let_number_go(void *row)
{
	(void)row;
	numbers.held--;
}

static bool number_exists(void *context, const void *row)
{
	const struct numbers *all = context;

	return !all->gone[*(const int *)row];
}

static void draw_number(void *context, size_t index, struct rect area, enum role role)
{
	(void)context;
	(void)index;
	(void)area;
	(void)role;
}

static bool read_on(void *context, bool is_forward)
{
	(void)context;
	return window_read_on(&window, is_forward);
}

static const struct list_ops list_ops = { .draw = draw_number, .more = read_on };
static const struct window_ops by_place = {
	.row_bytes = sizeof(int), .read = read_numbers, .row_fini = let_number_go
};
static const struct window_ops by_id = { .row_bytes = sizeof(int),
	.read = read_numbers,
	.row_fini = let_number_go,
	.exists = number_exists };

static int begin(void **state)
{
	numbers = (struct numbers){ 0 };
	window_init(&window, &by_place, &list_ops, &numbers);
	window.page_rows = PAGE;
	window.rows_kept = KEPT;
	return 0;
}

static int end(void **state)
{
	window_fini(&window);
	return numbers.held; /* none is lost */
}

static void draw(int rows)
{
	list_draw(&window.list, (struct rect){ 0, 0, rows, 40 }, true);
}

static int at(size_t item)
{
	const int *row = window_row(&window, item);

	return row ? *row : 0;
}

/* The number selected, and the row of the screen it is on. */
static void check(int selected, int row)
{
	draw(window.list.rows ? window.list.rows : SCREEN);
	assert_int_equal(at(window.list.selected), selected);
	assert_int_equal(window.list.selected - window.list.first, row);
	assert_int_equal(window.list.count, window_lead(&window) + window.rows.count);
	for (size_t i = 1; i < window.rows.count; i++)
		assert_true(*(int *)vector_at(&window.rows, i - 1) <
			    *(int *)vector_at(&window.rows, i));
}

static void move(enum move move, int times)
{
	while (times-- > 0) {
		window_move(&window, move);
		draw(window.list.rows ? window.list.rows : SCREEN);
	}
}

static void nothing_stays_nothing(void **state)
{
	window_read_first(&window);
	for (enum move m = MOVE_NONE; m <= MOVE_LAST; m++)
		move(m, 1);
	window_refresh(&window);
	check(0, 0);
	assert_null(window_selected(&window));
	assert_int_equal(window.list.count, 0);
}

static void one_row_is_both_ends(void **state)
{
	numbers.last = 1;
	window_read_first(&window);
	for (enum move m = MOVE_NONE; m <= MOVE_LAST; m++) {
		move(m, 1);
		check(1, 0);
	}
	assert_true(window.is_at_start && window.is_at_end);
}

static void a_page_that_just_fits_has_an_end(void **state)
{
	numbers.last = PAGE;
	window_read_first(&window);
	move(MOVE_LAST, 1);
	check(PAGE, SCREEN - 1);
	move(MOVE_DOWN, 1);
	check(PAGE, SCREEN - 1);
}

static void going_through_it_reads_all_and_holds_little(void **state)
{
	numbers.last = 150;
	window_read_first(&window);
	for (int i = 2; i <= 150; i++) {
		move(MOVE_DOWN, 1);
		assert_int_equal(at(window.list.selected), i);
		assert_true(window.rows.count <= KEPT + PAGE);
	}
	assert_true(window.is_at_end && !window.is_at_start);
	for (int i = 149; i >= 1; i--) {
		move(MOVE_UP, 1);
		assert_int_equal(at(window.list.selected), i);
		assert_true(window.rows.count <= KEPT + PAGE);
	}
	assert_true(window.is_at_start && !window.is_at_end);
}

static void the_ends_of_a_huge_list_are_a_page_away(void **state)
{
	numbers.last = 2000000000;
	window_read_first(&window);
	move(MOVE_LAST, 1);
	check(2000000000, SCREEN - 1);
	move(MOVE_PAGE_UP, 3);
	check(2000000000 - 3 * (SCREEN - 1), 0);
	move(MOVE_FIRST, 1);
	check(1, 0);
	assert_true(numbers.reads < 8);
}

static void a_screen_that_grows_is_filled_from_both_sides(void **state)
{
	numbers.last = 30;
	window_read_first(&window);
	move(MOVE_LAST, 1);
	draw(25);
	check(30, 24);
	draw(60);
	check(30, 29);
	draw(3);
	check(30, 2);
	move(MOVE_FIRST, 1);
	draw(25);
	assert_true(window.rows.count >= 25);
	check(1, 0);
}

static void it_goes_to_a_place_in_the_middle(void **state)
{
	const int place = 70;

	numbers.last = 150;
	window_read_around(&window, &place, 2);
	check(70, 2);
	move(MOVE_UP, 20);
	check(50, 0);
	move(MOVE_DOWN, 60);
	check(110, SCREEN - 1);
}

static void a_place_near_an_end_shows_what_there_is(void **state)
{
	const int near_first = 2, near_last = 150;

	numbers.last = 150;
	window_read_around(&window, &near_first, 4);
	check(2, 1);
	assert_true(window.is_at_start);
	window_read_around(&window, &near_last, 0);
	check(150, SCREEN - 1);
}

static void a_place_whose_row_is_gone_leads_to_the_next(void **state)
{
	const int place = 70;

	numbers.last = 150;
	numbers.gone[70] = numbers.gone[71] = true;
	window_read_around(&window, &place, 2);
	check(72, 2);
}

static void refreshing_keeps_the_place_on_the_screen(void **state)
{
	numbers.last = 150;
	window_read_first(&window);
	move(MOVE_DOWN, 50);
	move(MOVE_UP, 2);
	check(49, 2);
	numbers.gone[10] = numbers.gone[48] = numbers.gone[52] = true;
	window_refresh(&window);
	check(49, 2);
	numbers.last = 49;
	window_refresh(&window);
	check(49, SCREEN - 1);
}

static void who_vanishes_is_followed_by_the_next_or_the_one_before(void **state)
{
	window_fini(&window);
	window_init(&window, &by_id, &list_ops, &numbers);
	numbers.last = 10;
	window_read_first(&window);
	move(MOVE_DOWN, 4);
	check(5, 4);
	numbers.gone[5] = numbers.gone[6] = true;
	window_refresh(&window);
	check(7, 4);
	for (int i = 7; i <= 10; i++)
		numbers.gone[i] = true;
	window_refresh(&window);
	check(4, 3);
	for (int i = 1; i <= 10; i++)
		numbers.gone[i] = true;
	window_refresh(&window);
	check(0, 0);
}

static void what_leads_is_there_only_at_the_start(void **state)
{
	numbers.last = 150;
	window.lead = 3;
	window_read_first(&window);
	check(0, 0);
	assert_null(window_selected(&window));
	move(MOVE_DOWN, 3);
	check(1, 3);
	move(MOVE_DOWN, 99);
	check(100, SCREEN - 1);
	assert_int_equal(window_lead(&window), 0);
	move(MOVE_UP, 99);
	check(1, 0);
	assert_int_equal(window_lead(&window), 3);
	move(MOVE_UP, 3);
	check(0, 0);
}

static void a_selected_leading_item_stays_so(void **state)
{
	numbers.last = 10;
	window.lead = 3;
	window_read_first(&window);
	move(MOVE_DOWN, 2);
	window.lead = 2;
	window_refresh(&window);
	check(1, 2); /* the third item is the first row now */
	move(MOVE_UP, 1);
	numbers.last = 0;
	window.lead = 1;
	window_refresh(&window);
	assert_int_equal(window.list.count, 1);
	assert_int_equal(window.list.selected, 0);
}

/* The number that is `by` existing ones away from `from`, or the last on the way. */
static int walk(int from, int by)
{
	int step = by < 0 ? -1 : 1, at = from;

	for (int next = from + step; by && next >= 1 && next <= numbers.last; next += step) {
		if (numbers.gone[next])
			continue;
		at = next;
		by -= step;
	}
	return at;
}

static int walk_move(int from, enum move m)
{
	static const int by[] = { [MOVE_NONE] = 0,
		[MOVE_UP] = -1,
		[MOVE_DOWN] = 1,
		[MOVE_PAGE_UP] = -(SCREEN - 1),
		[MOVE_PAGE_DOWN] = SCREEN - 1,
		[MOVE_FIRST] = -200,
		[MOVE_LAST] = 200 };

	return walk(from, by[m]);
}

/* What is on the screen follows one on the other, up to its end or the list's. */
static void check_screen(int selected)
{
	draw(SCREEN);
	check(selected, (int)(window.list.selected - window.list.first));
	for (size_t i = window.list.first + 1; i < window.list.first + SCREEN; i++) {
		if (at(i))
			assert_int_equal(at(i), walk(at(i - 1), 1));
		else
			assert_int_equal(
				walk(at(window.list.count - 1), 1), at(window.list.count - 1));
	}
}

static void a_long_walk_agrees_with_the_whole_list(void **state)
{
	/* Going on as well as back; the ends seldom, so that the middle is seen. */
	static const enum move moves[] = { MOVE_NONE, MOVE_UP, MOVE_PAGE_UP, MOVE_PAGE_UP,
		MOVE_PAGE_UP, MOVE_PAGE_DOWN, MOVE_PAGE_DOWN, MOVE_PAGE_DOWN, MOVE_PAGE_DOWN,
		MOVE_DOWN, MOVE_DOWN, MOVE_DOWN, MOVE_FIRST, MOVE_LAST, MOVE_UP, MOVE_UP };
	unsigned random = 1;
	int selected = 1;

	window_fini(&window);
	window_init(&window, &by_id, &list_ops, &numbers);
	window.page_rows = PAGE;
	window.rows_kept = KEPT;
	numbers.last = 190;
	window_read_first(&window);
	draw(SCREEN);
	for (int i = 0; i < 5000; i++) {
		random = random * 1103515245 + 12345;
		enum move m = moves[(random >> 16) % (sizeof moves / sizeof *moves)];
		int other = (int)(random >> 20) % numbers.last + 1;
		window_move(&window, m);
		selected = walk_move(selected, m);
		if (random >> 30) /* several keys in one frame */
			continue;
		if (i % 7 == 0 && other != selected) {
			numbers.gone[other] = !numbers.gone[other];
			window_refresh(&window);
		}
		check_screen(selected);
	}
}

static void go(enum move move, int times)
{
	for (int i = 0; i < times; i++) {
		window_move(&window, move);
		draw(SCREEN);
		assert_true(window.above < 0 || window.above == at(0) - 1);
	}
}

static void what_is_above_is_counted_from_the_start(void **state)
{
	numbers.last = 150;
	window_read_first(&window);
	go(MOVE_PAGE_DOWN, 20);
	assert_true(window.above > 0);
	go(MOVE_PAGE_UP, 10);
	assert_true(window.above > 0);
	/* From the end it is not known, until one is back at the start. */
	go(MOVE_LAST, 1);
	go(MOVE_FIRST, 1);
	go(MOVE_LAST, 1);
	assert_int_equal(window.above, -1);
	go(MOVE_PAGE_UP, 50);
	assert_int_equal(window.above, 0);
	window_read_around(&window, &(int){ 75 }, 2);
	assert_int_equal(window.above, -1);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(nothing_stays_nothing),
		TEST(one_row_is_both_ends),
		TEST(a_page_that_just_fits_has_an_end),
		TEST(going_through_it_reads_all_and_holds_little),
		TEST(the_ends_of_a_huge_list_are_a_page_away),
		TEST(a_screen_that_grows_is_filled_from_both_sides),
		TEST(it_goes_to_a_place_in_the_middle),
		TEST(a_place_near_an_end_shows_what_there_is),
		TEST(a_place_whose_row_is_gone_leads_to_the_next),
		TEST(refreshing_keeps_the_place_on_the_screen),
		TEST(who_vanishes_is_followed_by_the_next_or_the_one_before),
		TEST(what_leads_is_there_only_at_the_start),
		TEST(a_selected_leading_item_stays_so),
		TEST(a_long_walk_agrees_with_the_whole_list),
		TEST(what_is_above_is_counted_from_the_start),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
