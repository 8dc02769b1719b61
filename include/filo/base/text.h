/* Text as people write it and as a terminal shows it: UTF-8, display columns, folding, and
 * making text of others safe to print. Widths and folding come from libutf8proc (Unicode 15).
 * Not here: word wrapping to a pane (tui), translation (i18n.h). */
#ifndef FILO_BASE_TEXT_H
#define FILO_BASE_TEXT_H

#include "filo/base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>

bool text_is_valid(const char *s, size_t len_bytes); /* UTF-8, no NUL, no surrogates */
bool text_is_blank(const char *s);                   /* NULL, empty, or nothing to see in it */
bool text_has_digit(const char *s);                  /* of any script */

bool text_is_same(const char *a, const char *b); /* both NULL, or equal */

/* The number that `len` digits (at most nine) make; -1 when any of them is not a digit. */
int text_number(const char *s, size_t len);

/* A copy without white space at both ends (Unicode spaces too). Caller frees. */
char *text_trim(const char *s);
char *text_trim_bytes(const char *s, size_t len_bytes); /* the same of a part */
/* Its lines become one, with blanks between and for tabs: a name, or what has few rows for it. */
void text_join_lines(char *s);

/* The first grapheme of `s` (valid UTF-8, not empty): its bytes, and the terminal columns it
 * takes in *cols (0, 1 or 2). A base with its marks, a ZWJ sequence and a flag are one. */
size_t text_grapheme(const char *s, int *cols);
/* Byte offset of the grapheme before / after offset `at`. Stops at 0 and at the end. */
size_t text_previous(const char *s, size_t at);
size_t text_next(const char *s, size_t at);

/* Columns that valid UTF-8 `s` takes on a terminal. */
int text_width(const char *s);

/* Number of leading bytes of `s` that fit in `cols` terminal columns, never splitting a
 * grapheme. Sets *used_cols to the columns they take. `s` is valid UTF-8. */
size_t text_fit(const char *s, int cols, int *used_cols);

/* Of any bytes, for a sentence: the first 60 or so, cut between letters. */
#define TEXT_BRIEF_BYTES 60
struct text_brief {
	char text[TEXT_BRIEF_BYTES + sizeof "…"];
};
/* text_brief(word).text stands until the expression it is in ends. */
struct text_brief text_brief(const char *s);

/* Makes arbitrary bytes valid UTF-8 for keeping: each invalid byte is read as Windows-1252, NULs
 * are dropped. Caller frees. */
char *text_repair(const char *s, size_t len_bytes);
/* What that does, in a sentence on `what` ("The name", translated); NULL: nothing. Caller frees. */
char *text_repair_told(const char *s, size_t len_bytes, const char *what);

#endif
