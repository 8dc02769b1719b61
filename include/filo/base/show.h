/* Text of others made safe to print on a terminal.
 * Not here: widths and folding (text.h). */
#ifndef FILO_BASE_SHOW_H
#define FILO_BASE_SHOW_H

#include "filo/base/strbuf.h"
#include <stdbool.h>

/* Adds `len_bytes` of untrusted `s` to `out` as text that cannot act on a terminal: control
 * characters (C0, DEL, C1) become "^[" style marks or "<9B>", bidi controls and other invisible
 * format characters (but ZWJ and ZWNJ, which scripts need) become "<202E>", each invalid byte
 * "\xHH". Newlines and tabs become one space; with `keep_lines`, newlines stay.
 * Without `is_utf8`, what is not ASCII is shown as text_fold has it (é as e, Weiß as Weiss), so
 * that who types it finds it, or becomes `?`, one for each column it would take. */
void text_show(struct strbuf *out, const char *s, size_t len_bytes, bool keep_lines, bool is_utf8);

/* The columns that takes, on one line: of untrusted text what text_width counts would be wrong. */
int text_shown_cols(const char *s, size_t len_bytes, bool is_utf8);
/* The same of a grapheme that takes own_cols as it is (text_grapheme). */
int text_shown_grapheme_cols(const char *s, size_t len_bytes, int own_cols, bool is_utf8);
/* As text_fit: the leading bytes of `s` (valid UTF-8) that have room in `cols` of them. */
size_t text_shown_fit(const char *s, int cols, bool is_utf8);

#endif
