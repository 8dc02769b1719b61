/* Dates and times as WhatsApp writes them: `[`? DATE `,`? TIME then `] `, ` - ` or `: `.
 * Not here: whether day or month comes first (whatsapp_order.c). */
#include "read/whatsapp_header.h"

#include "filo/base/ascii.h"

#include <string.h>
#include <utf8proc.h>

/* As much of a line as a header can have. */
enum { PLAIN_BYTES = 120 };

struct plain {
	char text[PLAIN_BYTES + 8];
	size_t from[PLAIN_BYTES + 8]; /* where each byte stands in the line */
	size_t len;
};

/* Where the digits of other scripts begin. */
static const unsigned int zeros[] = { 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6,
	0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0xff10 };

/* The character at `s` and its bytes; what is not UTF-8 is one byte. */
static unsigned int header_decode(const char *s, size_t *bytes)
{
	utf8proc_int32_t code;
	utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)s, -1, &code);

	*bytes = used > 0 ? (size_t)used : 1;
	return used > 0 ? (unsigned int)code : (unsigned char)*s;
}

static bool header_is_invisible(unsigned int c)
{
	return c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
	       (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

static bool header_is_blank(unsigned int c)
{
	return c == 0xa0 || c == 0x202f || c == 0x2009 || c == '\t';
}

/* 0: it stays as it is. */
static char header_ascii_of(unsigned int c)
{
	if (header_is_blank(c))
		return ' ';
	if (c == 0x60c)
		return ',';
	for (size_t i = 0; c > 0x7f && i < sizeof zeros / sizeof *zeros; i++)
		if (c >= zeros[i] && c < zeros[i] + 10)
			return (char)('0' + c - zeros[i]);
	return '\0';
}

size_t whatsapp_plain(const char *text, size_t len, char *out, size_t room)
{
	size_t done = 0, bytes = 1;

	for (size_t at = 0; at < len && done + 4 < room; at += bytes) {
		unsigned int c = header_decode(text + at, &bytes);
		if (header_is_invisible(c))
			continue;
		if (header_is_blank(c)) {
			out[done++] = ' ';
			continue;
		}
		for (size_t i = 0; i < bytes && at + i < len; i++)
			out[done++] = text[at + i];
	}
	out[done] = '\0';
	return done;
}

static void header_make_plain(struct plain *plain, const char *line, size_t len)
{
	size_t bytes = 1;

	for (size_t at = 0; at < len && plain->len < PLAIN_BYTES; at += bytes) {
		unsigned int c = header_decode(line + at, &bytes);
		char ascii = c > 0x7f || c == '\t' ? header_ascii_of(c) : (char)c;
		if (header_is_invisible(c))
			continue;
		for (size_t i = 0; i < (ascii ? 1 : bytes); i++) {
			plain->text[plain->len] = ascii ? ascii : line[at + i];
			plain->from[plain->len++] = at + i;
		}
	}
	plain->text[plain->len] = '\0';
	plain->from[plain->len] = len;
}

/* One to `most` digits. */
static bool header_number(const char **at, int most, int *number)
{
	int digits = 0;

	for (*number = 0; **at >= '0' && **at <= '9' && digits < most; digits++)
		*number = *number * 10 + *(*at)++ - '0';
	return digits > 0 && !(**at >= '0' && **at <= '9');
}

static void header_spaces(const char **at)
{
	while (**at == ' ')
		++*at;
}

static bool header_take(const char **at, const char *word)
{
	if (!ascii_begins(*at, word))
		return false;
	*at += strlen(word);
	return true;
}

static bool header_date(const char **at, struct whatsapp_header *header)
{
	int *const numbers[] = { &header->first, &header->second, &header->third };
	const char *begin = *at;

	for (int i = 0; i < 3; i++) {
		if (i) {
			if (!**at || !strchr("/.-", **at))
				return false;
			++*at;
			header_spaces(at);
		}
		if (!header_number(at, 4, numbers[i]))
			return false;
		if (i == 0)
			header->is_year_first = *at - begin == 4;
	}
	if (**at == '.')
		++*at;
	return true;
}

/* -1 when there is none, else whether it is afternoon. */
static int header_half(const char **at, bool *is_plain)
{
	static const char *const halves[2][9] = {
		{ "a.m.", "a. m.", "am", "a.m", "上午", "午前", "오전", "ص", "पूर्वाह्न" },
		{ "p.m.", "p. m.", "pm", "p.m", "下午", "午後", "오후", "م", "अपराह्न" },
	};

	for (int half = 0; half < 2; half++)
		for (size_t i = 0; i < 9; i++) {
			*is_plain = **at == 'A' || **at == 'P';
			if (header_take(at, halves[half][i])) {
				*is_plain &= i == 2;
				return half;
			}
		}
	return -1;
}

static bool header_time(const char **at, struct whatsapp_header *header)
{
	bool is_plain = false;
	int half = header_half(at, &is_plain);

	header_spaces(at);
	if (!header_number(at, 2, &header->hour) || (**at != ':' && **at != '.'))
		return false;
	++*at;
	if (!header_number(at, 2, &header->minute))
		return false;
	header->second_of_minute = -1;
	if ((**at == ':' || **at == '.') && (*at)[1] >= '0' && (*at)[1] <= '9') {
		++*at;
		if (!header_number(at, 2, &header->second_of_minute))
			return false;
	}
	if (half < 0) {
		const char *before = *at;
		header_spaces(at);
		half = header_half(at, &is_plain);
		if (half < 0)
			*at = before;
	}
	header->is_plain_am_pm = half >= 0 && is_plain;
	if (half == 1 && header->hour < 12)
		header->hour += 12;
	if (half == 0 && header->hour == 12)
		header->hour = 0;
	return header->hour < 24 && header->minute < 60 && header->second_of_minute < 61;
}

static void header_word_before_time(const char **at)
{
	static const char *const words[] = { "klo ", "um ", "à ", "at ", "de ", "a las ", "к ",
		"alle " };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (header_take(at, words[i]))
			return;
}

static bool header_end(const char **at, bool has_bracket)
{
	if (has_bracket) {
		header_spaces(at);
		return header_take(at, "] ") || strcmp(*at, "]") == 0;
	}
	return header_take(at, " - ") || header_take(at, ": ");
}

bool whatsapp_header_parse(const char *line, size_t len, struct whatsapp_header *header)
{
	struct plain plain = { 0 };
	unsigned char first = (unsigned char)*line;

	if (len < 10 ||
		(first != '[' && first != ' ' && first < 0x80 && (first < '0' || first > '9')))
		return false;
	*header = (struct whatsapp_header){ .has_mark = memcmp(line, "\xe2\x80\x8e", 3) == 0 ||
							memcmp(line + 1, "\xe2\x80\x8e", 3) == 0 ||
							memcmp(line + 3, "\xe2\x80\x8e[", 4) == 0 };
	header_make_plain(&plain, line, len);
	const char *at = plain.text;
	header_spaces(&at);
	header->has_bracket = header_take(&at, "[");
	if (!header_date(&at, header))
		return false;
	header_take(&at, ",");
	if (*at != ' ')
		return false;
	header_spaces(&at);
	header_word_before_time(&at);
	if (!header_time(&at, header) || !header_end(&at, header->has_bracket))
		return false;
	header->body = plain.from[at - plain.text];
	return true;
}
