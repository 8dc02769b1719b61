/* The floor: the least that a full-screen list in ncurses can do, to measure filo against.
 * Not here: anything that would make it useful. */
#include <curses.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

static int row_count = 10000, top, selected;

static void draw_row(int row)
{
	char name[64];

	snprintf(name, sizeof name, "%c Person number %d", row == selected ? '>' : ' ', row);
	move(row - top, 0);
	clrtoeol();
	if (row == selected)
		attron(A_BOLD);
	addnstr(name, COLS);
	attroff(A_BOLD);
}

static void draw(void)
{
	for (int row = top; row < top + LINES && row < row_count; row++)
		draw_row(row);
	move(selected - top, 0);
	refresh();
}

static void select_row(int row)
{
	selected = row < 0 ? 0 : row >= row_count ? row_count - 1 : row;
	if (selected < top)
		top = selected;
	else if (selected >= top + LINES)
		top = selected - LINES + 1;
}

int main(int argc, char **argv)
{
	int key;

	if (argc > 1)
		row_count = atoi(argv[1]);
	setlocale(LC_ALL, "");
	initscr();
	cbreak();
	noecho();
	keypad(stdscr, TRUE);
	draw();
	while ((key = getch()) != 'q') {
		if (key == 'j')
			select_row(selected + 1);
		else if (key == 'k')
			select_row(selected - 1);
		else if (key == KEY_NPAGE)
			select_row(selected + LINES);
		else if (key == 'G')
			select_row(row_count - 1);
		draw();
	}
	endwin();
	return 0;
}
