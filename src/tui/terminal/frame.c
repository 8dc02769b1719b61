/* A frame made shorter, by what curses does not see: a look that follows none need not end one
 * first, and a move within a row need not name the row.
 * Not here: drawing (draw.c), runs of one character (terminal.c). */
#include "tui/terminal/frame.h"

#include <stdio.h>
#include <string.h>

/* What is known of the terminal at some place of a frame. */
struct frame_state {
	int cols;
	bool has_column;
	bool is_plain; /* no look is on */
	long row;      /* from 1; 0: not known */
	long col;      /* from 1; the cursor is here or to the left */
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

/* A row that may have been filled to its end may have been left. */
static void frame_move(struct frame_state *state, long row, long col)
{
	state->row = col > state->cols ? 0 : row;
	state->col = col;
}

/* Adds "ESC [ `text` `last`", or what is as good. */
static void frame_add(
	struct frame_state *state, struct strbuf *out, const char *text, size_t len, char last)
{
	long numbers[2];
	int count = frame_numbers(text, len, numbers);
	bool is_in_row = last == 'H' && count == 2 && state->row == numbers[0];

	strbuf_add(out, "\033[");
	if (last == 'm' && state->is_plain && len > 2 && !strncmp(text, "0;", 2))
		strbuf_add_bytes(out, text + 2, len - 2);
	else if (is_in_row && state->has_column)
		strbuf_add_format(out, "%ld", numbers[1]);
	else
		strbuf_add_bytes(out, text, len);
	strbuf_add_char(out, is_in_row && state->has_column ? 'G' : last);
	if (last == 'm')
		state->is_plain = !len;
	else if (last == 'H' && count)
		frame_move(state, numbers[0], numbers[1]);
	else if (last == 'd' && count == 1)
		frame_move(state, numbers[0], state->col);
	else if (last == 'G' && count == 1)
		frame_move(state, state->row, numbers[0]);
	else if (last == 'C' && count == 1)
		frame_move(state, state->row, state->col + numbers[0]);
	else if (!strchr("KJX", last))
		state->row = 0;
}

/* One byte that is none of a sequence. A sign beyond ASCII may take two columns. */
static void frame_add_byte(struct frame_state *state, struct strbuf *out, char byte)
{
	strbuf_add_char(out, byte);
	if (byte == '\r')
		frame_move(state, state->row, 1);
	else if ((unsigned char)byte < ' ')
		state->row = 0;
	else if ((byte & 0xC0) != 0x80)
		frame_move(state, state->row, state->col + (byte & 0x80 ? 2 : 1));
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

void frame_shorten(struct strbuf *frame, int cols, bool has_column)
{
	struct frame_state state = { .cols = cols, .has_column = has_column };
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
