/* Text of others made safe for a terminal: nothing that comes out of here can move a cursor,
 * set a title, reorder a line or hide. Not here: widths and folding (text.c). */
#include "filo/base/show.h"

#include "filo/base/ascii.h"
#include "filo/base/fold.h"
#include "filo/base/text.h"

#include <string.h>
#include <utf8proc.h>

/* Format characters that scripts need to be written: ZWNJ, ZWJ; and variation selectors. */
static bool is_needed_format(utf8proc_int32_t code)
{
	return code == 0x200C || code == 0x200D || (code >= 0xFE00 && code <= 0xFE0F);
}

static bool is_hidden(utf8proc_int32_t code)
{
	utf8proc_category_t category = utf8proc_category(code);

	if (is_needed_format(code))
		return false;
	/* Cf: bidi controls, tags, soft hyphen; Zl, Zp: line ends; and what is no character. */
	return category == UTF8PROC_CATEGORY_CF || category == UTF8PROC_CATEGORY_ZL ||
	       category == UTF8PROC_CATEGORY_ZP || category == UTF8PROC_CATEGORY_CO ||
	       category == UTF8PROC_CATEGORY_CN || code == 0x115F || code == 0x1160 ||
	       code == 0x3164 || code == 0xFFA0 || code == 0x34F;
}

/* A sign that is known by another; false: none is. */
static bool add_sign(struct strbuf *out, utf8proc_int32_t code)
{
	static const struct {
		utf8proc_int32_t code;
		char ascii;
	} known[] = { { 0x2010, '-' }, { 0x2011, '-' }, { 0x2012, '-' }, { 0x2013, '-' },
		{ 0x2014, '-' }, { 0x2018, '\'' }, { 0x2019, '\'' }, { 0x201C, '"' },
		{ 0x201D, '"' }, { 0x2026, '~' }, { 0x2022, '*' }, { 0xA0, ' ' }, { 0xAB, '<' },
		{ 0xBB, '>' }, { 0xB7, '.' }, { 0x2192, '>' }, { 0x2190, '<' } };

	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		if (known[i].code != code)
			continue;
		strbuf_add_char(out, known[i].ascii);
		return true;
	}
	return false;
}

/* As it is folded, so that typing what is shown finds it: é as e, Æ as Ae, ß as ss. False: that is
 * not ASCII. */
static bool add_folded_ascii(
	struct strbuf *out, const char *s, size_t len_bytes, utf8proc_int32_t code)
{
	struct strbuf letter = STRBUF_INIT, folded = STRBUF_INIT;

	strbuf_add_bytes(&letter, s, len_bytes);
	text_fold(&folded, letter.data);
	bool is_ascii = folded.len > 0;
	for (size_t i = 0; i < folded.len; i++)
		is_ascii &= folded.data[i] >= ' ' && folded.data[i] < 0x7F;
	if (is_ascii && utf8proc_category(code) == UTF8PROC_CATEGORY_LU)
		folded.data[0] = ascii_upper(folded.data[0]);
	if (is_ascii)
		strbuf_add(out, folded.data);
	strbuf_fini(&letter);
	strbuf_fini(&folded);
	return is_ascii;
}

/* What a terminal that is not UTF-8 shows of a character: what it is known by, else `?` for each
 * column. */
static void add_ascii(struct strbuf *out, const char *s, size_t len_bytes, utf8proc_int32_t code)
{
	if (add_sign(out, code) || add_folded_ascii(out, s, len_bytes, code))
		return;
	for (int i = 0; i < utf8proc_charwidth(code); i++)
		strbuf_add_char(out, '?');
}

static void add_control(struct strbuf *out, utf8proc_int32_t code, bool keep_lines)
{
	if (code == '\n' && keep_lines)
		strbuf_add_char(out, '\n');
	else if (code == '\n' || code == '\t' || code == '\r')
		strbuf_add_char(out, ' ');
	else if (code < 0x20)
		strbuf_add_format(out, "^%c", (char)(code + '@'));
	else if (code == 0x7F)
		strbuf_add(out, "^?");
	else
		strbuf_add_format(out, "<%02X>", (unsigned)code);
}

/* The letters, digits and signs of ASCII that follow each other. */
static size_t plain_len(const char *s, const char *end)
{
	const char *at = s;

	while (at < end && *at >= ' ' && *at < 0x7F)
		at++;
	return (size_t)(at - s);
}

void text_show(struct strbuf *out, const char *s, size_t len_bytes, bool keep_lines, bool is_utf8)
{
	const char *end = s + len_bytes;

	while (s < end) {
		utf8proc_int32_t code;
		size_t plain = plain_len(s, end);
		strbuf_add_bytes(out, s, plain);
		s += plain;
		if (s == end)
			return;
		utf8proc_ssize_t used =
			utf8proc_iterate((const utf8proc_uint8_t *)s, end - s, &code);
		if (used <= 0) {
			strbuf_add_format(out, "\\x%02X", (unsigned char)*s);
			s++;
			continue;
		}
		if (code < 0x20 || (code >= 0x7F && code < 0xA0)) {
			if (code == '\r' && s + 1 < end && s[1] == '\n')
				; /* CRLF is one line end */
			else
				add_control(out, code, keep_lines);
		} else if (is_hidden(code)) {
			strbuf_add_format(out, "<%X>", (unsigned)code);
		} else if (is_utf8) {
			strbuf_add_bytes(out, s, (size_t)used);
		} else {
			add_ascii(out, s, (size_t)used, code);
		}
		s += used;
	}
}

/* Whether nothing of it is shown as something else: of most text that is so. */
static bool is_shown_as_it_is(const char *s, size_t len_bytes)
{
	const char *end = s + len_bytes;

	while ((s += plain_len(s, end)) < end) {
		utf8proc_int32_t code;
		utf8proc_ssize_t used =
			utf8proc_iterate((const utf8proc_uint8_t *)s, end - s, &code);
		if (used <= 0 || code < 0xA0 || is_hidden(code))
			return false;
		s += used;
	}
	return true;
}

int text_shown_grapheme_cols(const char *s, size_t len_bytes, int own_cols, bool is_utf8)
{
	return is_utf8 && is_shown_as_it_is(s, len_bytes) ? own_cols
							  : text_shown_cols(s, len_bytes, is_utf8);
}

int text_shown_cols(const char *s, size_t len_bytes, bool is_utf8)
{
	struct strbuf shown = STRBUF_INIT;

	if (plain_len(s, s + len_bytes) == len_bytes)
		return (int)len_bytes;
	text_show(&shown, s, len_bytes, false, is_utf8);
	int cols = text_width(shown.data);
	strbuf_fini(&shown);
	return cols;
}

size_t text_shown_fit(const char *s, int cols, bool is_utf8)
{
	size_t len = 0;

	while (s[len]) {
		int own_cols;
		size_t used = text_grapheme(s + len, &own_cols);
		cols -= text_shown_grapheme_cols(s + len, used, own_cols, is_utf8);
		if (cols < 0)
			break;
		len += used;
	}
	return len;
}
