/* What a frame may say in fewer bytes, and what it may not. Not here: what is drawn. */
#include "../unit.h"
#include "tui/terminal/frame.h"

#include <stdio.h>
#include <string.h>

#define ROWS 15
#define COLS 20

static void check(const char *said, const char *shorter)
{
	struct strbuf frame = STRBUF_INIT;

	strbuf_add(&frame, said);
	frame_shorten(&frame, (struct frame_screen){ ROWS, COLS, true });
	assert_string_equal(frame.data, shorter);
	strbuf_fini(&frame);
}

static void unchanged(const char *said)
{
	check(said, said);
}

static void a_look_after_none_ends_none(void **state)
{
	check("\033[ma\033[0;1mb\033[mc\033[0;7md", "\033[ma\033[1mb\033[mc\033[7md");
	check("\033[m\033[2;1Ha\033[0;1;38;5;4mb", "\033[m\033[2;1Ha\033[1;38;5;4mb");
}

static void a_look_after_another_ends_it(void **state)
{
	unchanged("\033[0;1ma");
	unchanged("\033[m\033[1ma\033[0;7mb");
	check("\033[m\033[0;1ma\033[0;7mb", "\033[m\033[1ma\033[0;7mb");
	unchanged("\033[39;49m\033[0;1ma");
	unchanged("\033[m\033(0\033[0;1ma");
}

static void a_move_within_a_row_does_not_name_it(void **state)
{
	check("\033[12;3Habc\033[12;10Hd", "\033[12;3Habc\033[10Gd");
	check("\033[H\033[2J\033[1;5Ha", "\033[H\033[2J\033[5Ga");
	check("\033[7dab\033[7;9Hc", "\033[7dab\033[9Gc");
	check("\033[3;1H─│é\033[3;9Hc", "\033[3;1H─│é\033[9Gc");
	check("\033[3;1Ha\033[5Cb\r\033[3;9Hc", "\033[3;1Ha\033[5Cb\r\033[9Gc");
	check("\033[3;1Ha\033[K\033[1mb\033[3;9Hc", "\033[3;1Ha\033[K\033[1mb\033[9Gc");
}

static void a_move_to_the_next_row_does_not_name_it(void **state)
{
	check("\033[12;3Habc\033[13;10Hd", "\033[12;3Habc\r\n\033[9Cd");
	check("\033[12;3Habc\033[13;1Hd", "\033[12;3Habc\r\nd");
	check("\033[12;3Habc\r\033[13dd", "\033[12;3Habc\r\nd");
	unchanged("\033[15;3Ha\033[16;3Hb"); /* there is none */
	unchanged("\033[5;9r\033[9;3Ha\033[10;3Hb");
	check("\033[5;9r\033[1;15r\033[9;3Ha\033[10;3Hb",
		"\033[5;9r\033[1;15r\033[9;3Ha\r\n\033[2Cb");
}

static void blanks_lead_over_blanks(void **state)
{
	check("\033[m\033[H\033[2J\033[2;3Ha\033[3;5Hb\033[4;7Hc",
		"\033[m\033[H\033[2J\r\n  a\r\n    b\r\n\033[6Cc");
	check("\033[m\033[H\033[2J\033[1ma\033[2;3Hb", "\033[m\033[H\033[2J\033[1ma\r\n\033[2Cb");
	check("\033[7m\033[H\033[2J\033[m\033[2;3Hb", "\033[7m\033[H\033[2J\033[m\r\n\033[2Cb");
	check("\033[m\033[H\033[2J\033[3;1Ha\033[2;1Hb\033[3;3Hc",
		"\033[m\033[H\033[2J\033[3;1Ha\033[2;1Hb\r\n\033[2Cc");
	check("\033[m\033[H\033[2Jabcdefghijklmnopqrstuv\033[5Hw\033[1;2Hx\033[2;3Hy",
		"\033[m\033[H\033[2Jabcdefghijklmnopqrstuv\033[5Hw\033[1;2Hx\r\n\033[2Cy");
}

static void colours_that_are_there_are_not_set(void **state)
{
	check("\033[m\033[39;49ma\033[0;1mb", "\033[ma\033[1mb");
	unchanged("\033[m\033[7m\033[39;49ma");
}

/* ---- Whatever a frame says, it is the same in fewer bytes ---- */

struct screen {
	char cells[ROWS][COLS], looks[ROWS][COLS], look;
	long row, col; /* from 0; col COLS: behind the last, and not yet in the next row */
};

static void screen_put(struct screen *screen, char letter)
{
	if (screen->col == COLS) {
		screen->col = 0;
		screen->row += screen->row + 1 < ROWS;
	}
	screen->cells[screen->row][screen->col] = letter;
	screen->looks[screen->row][screen->col++] = screen->look;
}

static long within(long number, long most)
{
	return number < 0 ? 0 : number < most ? number : most - 1;
}

static void screen_obey(struct screen *screen, const char *text, char last)
{
	long a = 1, b = 1;
	int count = sscanf(text, "%ld;%ld", &a, &b);

	if (last == 'H') {
		screen->row = within(a - 1, ROWS);
		screen->col = within(b - 1, COLS);
	} else if (last == 'd') {
		screen->row = within(a - 1, ROWS);
	} else if (last == 'G') {
		screen->col = within(a - 1, COLS);
	} else if (last == 'C') {
		screen->col = within(screen->col + a, COLS);
	} else if (last == 'J') {
		memset(screen->cells, ' ', sizeof screen->cells);
		memset(screen->looks, screen->look, sizeof screen->looks);
	} else if (last == 'K') {
		for (long col = within(screen->col, COLS); col < COLS; col++) {
			screen->cells[screen->row][col] = ' ';
			screen->looks[screen->row][col] = screen->look;
		}
	} else if (last == 'm') {
		screen->look = (char)(count < 1 || a == 39 ? 0 : count == 2 ? b : a);
	}
}

static void screen_show(struct screen *screen, const char *at)
{
	*screen = (struct screen){ .row = 7 };
	while (*at) {
		if (*at == '\033') {
			size_t len = strspn(at + 2, "0123456789;");
			screen_obey(screen, at + 2, at[2 + len]);
			at += len + 3;
		} else if (*at == '\r') {
			screen->col = 0;
			at++;
		} else if (*at == '\n') {
			assert_true(screen->row + 1 < ROWS); /* else everything moves up */
			screen->row++;
			at++;
		} else {
			screen_put(screen, *at++);
		}
	}
}

/* The same at each run. */
static unsigned choose(unsigned count)
{
	static unsigned seed;

	seed = seed * 1103515245 + 12345;
	return (seed >> 16) % count;
}

/* As curses does, mostly to the row it is in or the next. */
static void add_something(struct strbuf *frame, long *row)
{
	switch (choose(12)) {
	case 0:
		*row = 1 + choose(ROWS);
		strbuf_add_format(frame, "\033[%ld;%uH", *row, 1 + choose(COLS));
		break;
	case 1:
	case 2:
		*row = within(*row, ROWS) + 1;
		strbuf_add_format(frame, "\033[%ld;%uH", *row, 1 + choose(8));
		break;
	case 3:
		strbuf_add_format(frame, "\033[%ld;%uH", *row, 1 + choose(COLS));
		break;
	case 4:
		*row = within(*row, ROWS) + 1;
		strbuf_add_format(frame, "\r\033[%ldd", *row);
		break;
	case 5:
		strbuf_add(frame, choose(2) ? "\033[0;1m" : "\033[0;7m");
		break;
	case 6:
	case 7:
		strbuf_add(frame, choose(2) ? "\033[m" : "\033[m\033[39;49m");
		break;
	case 8:
		strbuf_add(frame, choose(3) ? "\033[K" : "\033[H\033[2J");
		break;
	default:
		strbuf_add_format(frame, "%.*s", (int)choose(9), "abcdefgh");
		strbuf_add_format(frame, "%*s", (int)choose(3), "");
	}
}

static void a_shorter_frame_shows_the_same(void **state)
{
	size_t said = 0, sent = 0;

	for (int i = 0; i < 2000; i++) {
		struct strbuf frame = STRBUF_INIT;
		struct screen wanted, seen;
		long row = 1;
		if (choose(4))
			strbuf_add(&frame, "\033[m\033[H\033[2J");
		for (int j = 0; j < 40; j++)
			add_something(&frame, &row);
		screen_show(&wanted, frame.data);
		said += frame.len;
		frame_shorten(&frame, (struct frame_screen){ ROWS, COLS, true });
		screen_show(&seen, frame.data);
		sent += frame.len;
		assert_memory_equal(wanted.cells, seen.cells, sizeof seen.cells);
		assert_memory_equal(wanted.looks, seen.looks, sizeof seen.looks);
		assert_int_equal(wanted.col, seen.col);
		assert_int_equal(wanted.row, seen.row);
		strbuf_fini(&frame);
	}
	assert_true(sent < said);
}

/* A row that is full may have been left, and who knows where other sequences lead. */
static void a_move_names_a_row_that_may_be_another(void **state)
{
	unchanged("\033[12;3Habc\033[14;10Hd");
	unchanged("abc\033[12;10Hd");
	unchanged("\033[12;18Habc\033[12;10Hd");
	unchanged("\033[12;1Habc\n\033[12;10Hd");
	unchanged("\033[12;1Habc\033[A\033[12;10Hd");
	unchanged("\033[12;1Habc\033M\033[12;10Hd");
	unchanged("\033[12;1Habc\033[2L\033[12;10Hd");
	unchanged("\033[12;1H李李李李李李李李李李\033[12;10Hd");
}

static void a_terminal_without_such_a_move_gets_none(void **state)
{
	struct strbuf frame = STRBUF_INIT;

	strbuf_add(&frame, "\033[m\033[12;3H\033[0;1mabc\033[12;10Hd");
	frame_shorten(&frame, (struct frame_screen){ ROWS, COLS, false });
	assert_string_equal(frame.data, "\033[m\033[12;3H\033[1mabc\033[12;10Hd");
	strbuf_fini(&frame);
}

static void what_is_no_sequence_stays(void **state)
{
	unchanged("");
	unchanged("\033");
	unchanged("\033[");
	unchanged("\033[12;");
	unchanged("\033[1;2;3Ha\033[1;2;3Hb");
	unchanged("\033]2;filo \033[0;1m\007\033[?25l\033[?2026h");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_look_after_none_ends_none),
		cmocka_unit_test(a_look_after_another_ends_it),
		cmocka_unit_test(a_move_within_a_row_does_not_name_it),
		cmocka_unit_test(a_move_to_the_next_row_does_not_name_it),
		cmocka_unit_test(blanks_lead_over_blanks),
		cmocka_unit_test(colours_that_are_there_are_not_set),
		cmocka_unit_test(a_shorter_frame_shows_the_same),
		cmocka_unit_test(a_move_names_a_row_that_may_be_another),
		cmocka_unit_test(a_terminal_without_such_a_move_gets_none),
		cmocka_unit_test(what_is_no_sequence_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
