/* A frame made shorter, by what curses does not see: a look that follows none need not end one
 * first, and a move within a row, or to the next, need not name the row.
 * Not here: drawing (draw.c), runs of one character (terminal.c). */
#include "tui/terminal/frame.h"

#include <stdio.h>
#include <string.h>

#define BLANKS_MAX 4 /* more take more bytes than a move over them */

/* What is known of the terminal at some place of a frame. */
struct frame_state {
	struct frame_screen screen;
	bool is_plain;  /* no look is on */
	bool has_part;  /* only some of the rows scroll: a line feed may not lead to the next */
	long row;       /* from 1, that the columns are counted from; 0: not known */
	long col;       /* from 1; the cursor is here or to the left */
	long blank_row; /* it and those below were cleared to plain blanks; 0: not known */
};

/* The numbers of a sequence; 1 for those left out. */
static int frame_numbers(const char *text, size_t len, long numbers[2])
{
	int count = 0;

	numbers[0] = numbers[1] = 0;
	for (size_t i = 0; i < len; i++) {
		if (text[i] >= '0' && text[i] <= '9' && numbers[count] < 10000)
			numbers[count] = numbers[count] * 10 + text[i] - '0';
		else if (text[i] != ';' || ++count > 1)
			return 0;
	}
	for (int i = 0; i < 2; i++)
		numbers[i] += !numbers[i];
	return count + 1;
}

/* The row the cursor is in; 0: not known. A row that may have been filled may have been left. */
static long frame_row(const struct frame_state *state)
{
	return state->col > state->screen.cols ? 0 : state->row;
}

static void frame_move(struct frame_state *state, long row, long col)
{
	state->row = row;
	state->col = col;
}

/* Where the cursor may be is blank no more. */
static void frame_fill(struct frame_state *state)
{
	long row = state->row + (state->col - 1) / state->screen.cols;

	if (!state->row)
		state->blank_row = 0;
	else if (state->blank_row && row >= state->blank_row)
		state->blank_row = row + 1;
}

/* The screen from here on takes the look there is. */
static void frame_clear(struct frame_state *state)
{
	if (state->is_plain && state->row == 1 && state->col == 1)
		state->blank_row = 1;
	else if (!state->is_plain)
		state->blank_row = 0;
}

static void frame_forget(struct frame_state *state)
{
	state->row = 0;
	state->blank_row = 0;
}

/* What is known after a sequence. */
static void frame_follow(
	struct frame_state *state, size_t len, char last, const long numbers[2], int count)
{
	if (last == 'm')
		state->is_plain = !len;
	else if (last == 'H' && count)
		frame_move(state, numbers[0], numbers[1]);
	else if (last == 'd' && count == 1)
		frame_move(state, numbers[0], state->col);
	else if (last == 'G' && count == 1)
		frame_move(state, frame_row(state), numbers[0]);
	else if (last == 'C' && count == 1)
		frame_move(state, frame_row(state), state->col + numbers[0]);
	else if (last == 'J')
		frame_clear(state);
	else if (last == 'K' || last == 'X')
		frame_fill(state);
	else
		frame_forget(state);
	if (last == 'r')
		state->has_part = numbers[0] != 1 || numbers[1] != state->screen.rows;
}

static bool frame_is_next(const struct frame_state *state, long row)
{
	return state->screen.has_column && frame_row(state) && row == state->row + 1 &&
	       row <= state->screen.rows && !state->has_part;
}

/* To a column of the next row: over blanks by blanks. */
static void frame_add_next(const struct frame_state *state, struct strbuf *out, long col)
{
	bool is_blank = state->is_plain && state->blank_row && state->row + 1 >= state->blank_row;

	strbuf_add(out, "\r\n");
	if (is_blank && col - 1 <= BLANKS_MAX)
		strbuf_add_format(out, "%*s", (int)col - 1, "");
	else if (col > 1)
		strbuf_add_format(out, "\033[%ldC", col - 1);
}

/* Adds "ESC [ `text` `last`", or what is as good. */
static void frame_add(
	struct frame_state *state, struct strbuf *out, const char *text, size_t len, char last)
{
	long numbers[2];
	int count = frame_numbers(text, len, numbers);
	bool is_move = last == 'H' && count == 2;

	if (state->is_plain && last == 'm' && len == 5 && !strncmp(text, "39;49", len))
		return; /* the terminal's own colours are there */
	if (is_move && frame_is_next(state, numbers[0])) {
		frame_add_next(state, out, numbers[1]);
	} else if (last == 'd' && count == 1 && frame_is_next(state, numbers[0])) {
		strbuf_add_char(out, '\n');
	} else if (is_move && state->screen.has_column && frame_row(state) == numbers[0]) {
		strbuf_add_format(out, "\033[%ldG", numbers[1]);
	} else {
		bool is_ended = last == 'm' && state->is_plain;
		size_t skipped = is_ended && len > 2 && !strncmp(text, "0;", 2) ? 2 : 0;
		strbuf_add(out, "\033[");
		strbuf_add_bytes(out, text + skipped, len - skipped);
		strbuf_add_char(out, last);
	}
	frame_follow(state, len, last, numbers, count);
}

/* One byte that is none of a sequence. A sign beyond ASCII may take two columns. */
static void frame_add_byte(struct frame_state *state, struct strbuf *out, char byte)
{
	strbuf_add_char(out, byte);
	if (byte == '\r') {
		frame_move(state, frame_row(state), 1);
		return;
	}
	if ((unsigned char)byte < ' ') {
		frame_forget(state);
	} else if ((byte & 0xC0) != 0x80) {
		if (byte != ' ' || !state->is_plain)
			frame_fill(state);
		frame_move(state, state->row, state->col + (byte & 0x80 ? 2 : 1));
	}
	if (byte == '\033')
		state->is_plain = false;
}

/* Bytes between "ESC [" and the last one of a sequence that begins at `at`; -1: none does. */
static int frame_sequence(const struct strbuf *frame, size_t at)
{
	const char *text = frame->data + at;

	if (text[0] != '\033' || text[1] != '[')
		return -1;
	size_t len = strspn(text + 2, "0123456789;?");
	return text[2 + len] >= '@' && text[2 + len] <= '~' ? (int)len : -1;
}

void frame_shorten(struct strbuf *frame, struct frame_screen screen)
{
	struct frame_state state = { .screen = screen };
	struct strbuf out = STRBUF_INIT;

	for (size_t at = 0; at < frame->len;) {
		int len = frame_sequence(frame, at);
		if (len < 0) {
			frame_add_byte(&state, &out, frame->data[at++]);
			continue;
		}
		const char *text = frame->data + at + 2;
		frame_add(&state, &out, text, (size_t)len, text[len]);
		at += (size_t)len + 3;
	}
	strbuf_fini(frame);
	*frame = out;
}
