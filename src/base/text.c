/* Graphemes, widths and repair of UTF-8 text.
 * Not here: folding and words (fold.c), making it safe to show (show.c). */
#include "filo/base/text.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"

#include <stdint.h>
#include <string.h>
#include <utf8proc.h>

/* Eight bytes at once, each from 1 to 127. */
static bool text_is_plain(const utf8proc_uint8_t *p)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), highest = ones << 7;
	uint64_t eight;

	memcpy(&eight, p, sizeof eight);
	return !((eight | (eight - ones)) & highest);
}

/* With NULs, too. */
static bool text_is_utf8(const char *s, size_t len_bytes)
{
	const utf8proc_uint8_t *p = (const utf8proc_uint8_t *)s;

	while (len_bytes) {
		for (; len_bytes >= 8 && text_is_plain(p); len_bytes -= 8)
			p += 8;
		if (!len_bytes)
			break;
		utf8proc_int32_t code = *p;
		utf8proc_ssize_t used = 1;
		if (*p & 0x80)
			used = utf8proc_iterate(p, (utf8proc_ssize_t)len_bytes, &code);
		if (used <= 0)
			return false;
		p += used;
		len_bytes -= (size_t)used;
	}
	return true;
}

bool text_is_valid(const char *s, size_t len_bytes)
{
	return !len_bytes || (!memchr(s, '\0', len_bytes) && text_is_utf8(s, len_bytes));
}

bool text_is_same(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

int text_number(const char *s, size_t len)
{
	int value = 0;

	for (size_t i = 0; i < len; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		value = value * 10 + (s[i] - '0');
	}
	return value;
}

/* The code point at `s`, at most `len_bytes` (or up to the NUL when negative); a broken byte is
 * U+FFFD of one byte, so that no caller can loop for ever. */
static size_t text_decode(const char *s, utf8proc_ssize_t len_bytes, utf8proc_int32_t *code)
{
	utf8proc_ssize_t used;

	if (!(*s & 0x80)) {
		*code = (unsigned char)*s;
		return 1;
	}
	used = utf8proc_iterate((const utf8proc_uint8_t *)s, len_bytes, code);
	if (used > 0)
		return (size_t)used;
	*code = 0xFFFD;
	return 1;
}

/* A byte order mark, left where files or cells were joined, is no text either. */
static bool text_is_space(utf8proc_int32_t code)
{
	if (code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 || code == 0xFEFF)
		return true;
	utf8proc_category_t category = utf8proc_category(code);
	return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
	       category == UTF8PROC_CATEGORY_ZP;
}

/* What a terminal draws nothing for: format characters (a zero-width space, a soft hyphen, a mark
 * of direction), fillers and variation selectors (Default_Ignorable_Code_Point of Unicode). */
static bool text_is_unseen(utf8proc_int32_t code)
{
	return utf8proc_category(code) == UTF8PROC_CATEGORY_CF || code == 0x034F ||
	       code == 0x115F || code == 0x1160 || code == 0x3164 || code == 0xFFA0 ||
	       (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0xE0100 && code <= 0xE01EF);
}

bool text_is_blank(const char *s)
{
	utf8proc_int32_t code;

	while (s && *s) {
		s += text_decode(s, -1, &code);
		if (!text_is_space(code) && !text_is_unseen(code))
			return false;
	}
	return true;
}

bool text_has_digit(const char *s)
{
	utf8proc_int32_t code;

	while (*s) {
		s += text_decode(s, -1, &code);
		if (utf8proc_category(code) == UTF8PROC_CATEGORY_ND)
			return true;
	}
	return false;
}

char *text_trim_bytes(const char *s, size_t len_bytes)
{
	const char *start = NULL, *end = s, *limit = s + len_bytes;

	while (s < limit && *s) {
		utf8proc_int32_t code;
		size_t used = text_decode(s, limit - s, &code);
		if (!text_is_space(code)) {
			if (!start)
				start = s;
			end = s + used;
		}
		s += used;
	}
	return memory_copy_bytes(start ? start : s, start ? (size_t)(end - start) : 0);
}

char *text_trim(const char *s)
{
	return text_trim_bytes(s, strlen(s));
}

void text_join_lines(char *s)
{
	while ((s = strpbrk(s, "\n\r\t")))
		*s = ' ';
}

/* Emoji presentation (U+FE0F), a ZWJ sequence or a skin tone make a grapheme two columns wide;
 * two regional indicators are one flag. */
static int grapheme_width(int base_cols, utf8proc_int32_t base, utf8proc_int32_t code)
{
	bool is_flag = base >= 0x1F1E6 && base <= 0x1F1FF && code >= 0x1F1E6 && code <= 0x1F1FF;

	/* A spacing vowel sign (Devanagari, Tamil, ...) has a column of its own in terminals. */
	if (utf8proc_category(code) == UTF8PROC_CATEGORY_MC)
		return base_cols + 1;
	if (is_flag || (code == 0xFE0F && base > 0xFF) || base_cols == 2)
		return 2;
	int cols = utf8proc_charwidth(code);
	return cols > base_cols ? cols : base_cols;
}

size_t text_grapheme(const char *s, int *cols)
{
	utf8proc_int32_t base, before, code, state = 0;

	if (!(*s & 0x80) && !(s[1] & 0x80)) {
		*cols = *s >= ' ' && *s != 0x7F;
		return 1;
	}
	size_t len = text_decode(s, -1, &base);
	*cols = utf8proc_charwidth(base);
	before = base;
	while (s[len]) {
		size_t used = text_decode(s + len, -1, &code);
		if (utf8proc_grapheme_break_stateful(before, code, &state))
			break;
		*cols = grapheme_width(*cols, base, code);
		before = code;
		len += used;
	}
	return len;
}

size_t text_next(const char *s, size_t at)
{
	int cols;

	return s[at] ? at + text_grapheme(s + at, &cols) : at;
}

size_t text_previous(const char *s, size_t at)
{
	size_t start = at, here, next;

	/* Back to a safe place: an ASCII byte always begins a grapheme, but for LF after CR. */
	while (start > 0 && ((s[start - 1] & 0x80) || start == at))
		start--;
	if (start > 0 && start + 1 < at)
		start--;
	for (here = start; (next = text_next(s, here)) < at; here = next)
		;
	return here;
}

int text_width(const char *s)
{
	int cols;

	text_fit(s, -1, &cols);
	return cols;
}

size_t text_fit(const char *s, int cols, int *used_cols)
{
	size_t len = 0;

	*used_cols = 0;
	while (s[len]) {
		int wide;
		size_t used = text_grapheme(s + len, &wide);
		if (cols >= 0 && *used_cols + wide > cols)
			break;
		*used_cols += wide;
		len += used;
	}
	return len;
}

/* Windows-1252 where it differs from Latin-1 (0x80 to 0x9F); 0: not assigned. */
static const unsigned short windows_1252[32] = { 0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020,
	0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C,
	0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178 };

char *text_repair(const char *s, size_t len_bytes)
{
	struct strbuf out = STRBUF_INIT;

	while (len_bytes) {
		utf8proc_int32_t code;
		utf8proc_ssize_t used = utf8proc_iterate(
			(const utf8proc_uint8_t *)s, (utf8proc_ssize_t)len_bytes, &code);
		if (used > 0) {
			if (code)
				strbuf_add_bytes(&out, s, (size_t)used);
		} else {
			unsigned char byte = (unsigned char)*s;
			utf8proc_uint8_t utf8[4];
			code = byte >= 0xA0 ? byte : windows_1252[byte & 0x1F];
			if (!code)
				code = 0xFFFD;
			strbuf_add_bytes(
				&out, (char *)utf8, (size_t)utf8proc_encode_char(code, utf8));
			used = 1;
		}
		s += used;
		len_bytes -= (size_t)used;
	}
	return strbuf_take(&out);
}

char *text_repair_told(const char *s, size_t len_bytes, const char *what)
{
	struct strbuf told = STRBUF_INIT;

	if (text_is_valid(s, len_bytes))
		return NULL;
	strbuf_add_format(&told,
		text_is_utf8(s, len_bytes) ? _("%s had NUL bytes, which were left out")
					   : _("%s is not UTF-8; it was read as Windows-1252"),
		what);
	return strbuf_take(&told);
}

struct text_brief text_brief(const char *s)
{
	struct text_brief brief;
	size_t len = strlen(s), cut = TEXT_BRIEF_BYTES;

	if (len <= cut) {
		memcpy(brief.text, s, len + 1);
		return brief;
	}
	while (cut && ((unsigned char)s[cut] & 0xC0) == 0x80)
		cut--;
	memcpy(brief.text, s, cut);
	memcpy(brief.text + cut, "…", sizeof "…");
	return brief;
}
