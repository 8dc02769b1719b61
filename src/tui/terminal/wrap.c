/* Breaking text into lines by display columns. Not here: drawing. */
#include "tui/terminal/wrap.h"

#include "filo/base/show.h"
#include "filo/base/text.h"
#include "tui/terminal/draw.h"
#include "tui/terminal/terminal.h"

#include <stdbool.h>
#include <string.h>

size_t wrap_line(const char *s, int cols, bool is_utf8, size_t *next)
{
	size_t at = 0, broken_at = 0, resume_at = 0;
	int used_cols = 0;
	bool was_wide = false;

	while (s[at] && s[at] != '\n') {
		int wide;
		size_t len = text_grapheme(s + at, &wide);
		bool is_wide = wide == 2; /* "ss" for an ß is not */
		wide = text_shown_grapheme_cols(s + at, len, wide, is_utf8);
		if (at && (is_wide || was_wide) && s[at] != ' ') {
			broken_at = at;
			resume_at = at;
		}
		if (s[at] == ' ') { /* may hang over the edge: the line breaks here then */
			broken_at = at;
			resume_at = at + 1;
		}
		if (at && used_cols + wide > cols) {
			if (!resume_at) {
				broken_at = at;
				resume_at = at;
			}
			*next = resume_at;
			return broken_at;
		}
		was_wide = is_wide;
		used_cols += wide;
		at += len;
	}
	*next = at + (s[at] == '\n');
	return at;
}

void wrap_sentences(char *text, int cols)
{
	char *begin = text;

	if (draw_width(text) <= cols)
		return;
	for (char *end = text; (end = strpbrk(end, ".?!")); end++) {
		if (end[1] != ' ')
			continue;
		end[1] = '\0';
		bool is_short = 2 * draw_width(begin) < cols;
		end[1] = is_short ? ' ' : '\n';
		begin = is_short ? begin : end + 2;
	}
}

int draw_wrap(const char *text, int cols, void (*line)(void *context, int index, const char *safe),
	void *context)
{
	struct strbuf safe = STRBUF_INIT, one = STRBUF_INIT;
	size_t at = 0;
	int count = 0;

	text_show(&safe, text, strlen(text), true, terminal_is_utf8());
	while (at < safe.len) {
		size_t next, len = wrap_line(safe.data + at, cols, terminal_is_utf8(), &next);
		strbuf_clear(&one);
		strbuf_add_bytes(&one, safe.data + at, len);
		if (line)
			line(context, count, one.data);
		count++;
		at += next;
	}
	strbuf_fini(&one);
	strbuf_fini(&safe);
	return count;
}
