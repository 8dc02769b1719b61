/* Where lines break. Pure. Not here: drawing them. */
#ifndef FILO_TUI_TERMINAL_WRAP_H
#define FILO_TUI_TERMINAL_WRAP_H

#include <stdbool.h>
#include <stddef.h>

/* The leading bytes of `s` (valid UTF-8) that make one line of at most `cols` columns, counted as
 * text_show shows them: up to a
 * newline, else a blank, else between two wide characters, else wherever it is full. *next: the
 * offset at which the next line begins, behind the newline or the one blank the line broke at;
 * the end of `s` when there is none. A final newline makes an empty last line: then *next is the
 * end, and s[*next - 1] is that newline. Always takes something, also where a character is
 * wider than `cols`. */
size_t wrap_line(const char *s, int cols, bool is_utf8, size_t *next);

/* Where `text` takes more than a line of `cols` columns, each of its sentences begins one: who
 * hears a line then hears a whole. But a short one, such as "Not saved.", says too little by
 * itself: the next goes on in its line. */
void wrap_sentences(char *text, int cols);

/* Breaks `text` (any bytes, newlines kept) into lines of at most `cols` columns at word
 * boundaries. Calls `line` for each with safe text. Returns the number of lines. */
int draw_wrap(const char *text, int cols, void (*line)(void *context, int index, const char *safe),
	void *context);
#endif
