/* A filter before libxml2. Pictures in data="" are most of such a file, and skipped by memchr.
 * Not here: what elements mean (android_xml.c). */
#include "read/xml_filter.h"

#include "filo/base/ascii.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* As far as one has to look ahead: two references to halves of a character. */
enum { AHEAD_BYTES = 32 };

static const char replacement[] = "\xef\xbf\xbd";

/* The number of "&#...;" and its bytes; 0 bytes: it is none. */
static size_t xml_reference(const char *at, size_t len, unsigned long *number)
{
	char digits[12];
	size_t end = 2;
	bool is_hex = len > 3 && (at[2] == 'x' || at[2] == 'X');

	if (len < 4 || at[0] != '&' || at[1] != '#')
		return 0;
	while (end < len && end < 12 && at[end] != ';')
		end++;
	if (end >= len || at[end] != ';' || end == 2)
		return 0;
	memcpy(digits, at + 2 + is_hex, end - 2 - is_hex);
	digits[end - 2 - is_hex] = '\0';
	char *stop;
	*number = strtoul(digits, &stop, is_hex ? 16 : 10);
	return *stop || stop == digits || *digits == '-' || *digits == '+' ? 0 : end + 1;
}

static bool xml_is_character(unsigned long c)
{
	return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xd800) ||
	       (c >= 0xe000 && c < 0xfffe) || (c >= 0x10000 && c < 0x110000);
}

/* After '&': bytes of the stream that were taken. */
static size_t xml_ampersand(const char *at, size_t len, struct strbuf *out)
{
	static const char *const entities[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&apos;" };
	unsigned long number, low;
	size_t bytes = xml_reference(at, len, &number);

	if (bytes && number >= 0xd800 && number < 0xdc00) {
		size_t more = xml_reference(at + bytes, len - bytes, &low);
		if (more && low >= 0xdc00 && low < 0xe000) {
			number = 0x10000 + ((number - 0xd800) << 10) + (low - 0xdc00);
			bytes += more;
		}
	}
	if (bytes) {
		if (xml_is_character(number))
			strbuf_add_format(out, "&#%lu;", number);
		else
			strbuf_add(out, replacement);
		return bytes;
	}
	for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
		size_t entity_len = strlen(entities[i]);
		if (len >= entity_len && memcmp(at, entities[i], entity_len) == 0) {
			strbuf_add(out, entities[i]);
			return entity_len;
		}
	}
	strbuf_add(out, "&amp;");
	return 1;
}

/* A byte that is not plain: a part of a character, or none. */
static size_t xml_byte(
	const struct xml_filter *filter, const char *at, size_t len, struct strbuf *out)
{
	unsigned char c = (unsigned char)*at;

	if (c < 0x80) {
		if (xml_is_character(c))
			strbuf_add_char(out, *at);
		else
			strbuf_add(out, replacement);
		return 1;
	}
	if (filter->is_latin1) {
		strbuf_add_char(out, (char)(0xc0 | c >> 6));
		strbuf_add_char(out, (char)(0x80 | (c & 0x3f)));
		return 1;
	}
	utf8proc_int32_t code;
	utf8proc_ssize_t bytes =
		utf8proc_iterate((const utf8proc_uint8_t *)at, (utf8proc_ssize_t)len, &code);
	if (bytes < 1 || !xml_is_character((unsigned long)code)) {
		strbuf_add(out, replacement);
		return 1;
	}
	strbuf_add_bytes(out, at, (size_t)bytes);
	return (size_t)bytes;
}

/* Whether what is written so far ends with the name `data` and '='. */
static bool xml_is_data(const struct strbuf *out)
{
	size_t at = out->len;

	while (at && ascii_is_space(out->data[at - 1]))
		at--;
	if (!at || out->data[at - 1] != '=')
		return false;
	at--;
	while (at && ascii_is_space(out->data[at - 1]))
		at--;
	return at > 4 && memcmp(out->data + at - 4, "data", 4) == 0 &&
	       ascii_is_space(out->data[at - 5]);
}

static size_t xml_in_tag(struct xml_filter *filter, const char *at, size_t len, struct strbuf *out)
{
	if (*at == '"' || *at == '\'') {
		filter->quote = *at;
		filter->place = xml_is_data(out) ? XML_DATA : XML_VALUE;
	} else if (*at == '>') {
		filter->place = XML_TEXT;
	}
	return xml_byte(filter, at, len, out);
}

static size_t xml_in_value(
	struct xml_filter *filter, const char *at, size_t len, struct strbuf *out)
{
	size_t plain = 0;

	while (plain < len && at[plain] != filter->quote && at[plain] != '&' && at[plain] != '<' &&
		(unsigned char)at[plain] >= 0x20 && (unsigned char)at[plain] < 0x7f)
		plain++;
	if (plain) {
		strbuf_add_bytes(out, at, plain);
		return plain;
	}
	if (*at == filter->quote)
		filter->place = XML_TAG;
	if (*at == '&')
		return xml_ampersand(at, len, out);
	if (*at == '<') {
		strbuf_add(out, "&lt;");
		return 1;
	}
	return xml_byte(filter, at, len, out);
}

/* Skips to the comment's end and over it, but for line ends, so that lines keep their numbers. */
static size_t xml_in_comment(
	struct xml_filter *filter, const char *at, size_t len, struct strbuf *out)
{
	const char *found = memmem(at, len, "-->", 3);
	size_t skipped = found ? (size_t)(found - at) + 3 : len >= 3 ? len - 2 : len;

	for (const char *nl = at; (nl = memchr(nl, '\n', skipped - (size_t)(nl - at))); nl++)
		strbuf_add_char(out, '\n');
	if (found)
		filter->place = XML_TEXT;
	return skipped;
}

/* Byte by byte, since it may come in pieces: does it name ISO-8859-1? */
static size_t xml_in_declaration(struct xml_filter *filter, const char *at, struct strbuf *out)
{
	static const char latin1[] = "8859-1";

	filter->matched = *at == latin1[filter->matched] ? filter->matched + 1 : *at == *latin1;
	if (!latin1[filter->matched]) {
		filter->is_latin1 = true;
		filter->matched = 0;
	}
	if (*at == '\n')
		strbuf_add_char(out, '\n');
	if (*at == '>')
		filter->place = XML_TEXT;
	return 1;
}

static size_t xml_in_data(struct xml_filter *filter, const char *at, size_t len, struct strbuf *out)
{
	const char *end = memchr(at, filter->quote, len);

	if (!end)
		return len;
	strbuf_add_char(out, filter->quote);
	filter->place = XML_TAG;
	return (size_t)(end - at) + 1;
}

static size_t xml_in_text(struct xml_filter *filter, const char *at, size_t len, struct strbuf *out)
{
	if (*at == '&')
		return xml_ampersand(at, len, out);
	if (*at == '<' && len >= 4 && memcmp(at, "<!--", 4) == 0) {
		filter->place = XML_COMMENT;
		return 4;
	}
	if (*at == '<' && len >= 2 && (at[1] == '?' || at[1] == '!')) {
		filter->place = XML_DECLARATION;
		return 2;
	}
	if (*at == '<' && len >= 2 && (ascii_is_alnum(at[1]) || at[1] == '/' || at[1] == '_'))
		filter->place = XML_TAG;
	else if (*at == '<') {
		strbuf_add(out, "&lt;");
		return 1;
	}
	return xml_byte(filter, at, len, out);
}

static size_t xml_step(struct xml_filter *filter, const char *at, size_t len, struct strbuf *out)
{
	switch (filter->place) {
	case XML_TAG:
		return xml_in_tag(filter, at, len, out);
	case XML_VALUE:
		return xml_in_value(filter, at, len, out);
	case XML_DATA:
		return xml_in_data(filter, at, len, out);
	case XML_COMMENT:
		return xml_in_comment(filter, at, len, out);
	case XML_DECLARATION:
		return xml_in_declaration(filter, at, out);
	case XML_TEXT:
		break;
	}
	return xml_in_text(filter, at, len, out);
}

/* Takes what it can, and returns how much that was. */
static size_t xml_take(
	struct xml_filter *filter, const char *bytes, size_t len, size_t ahead, struct strbuf *out)
{
	size_t at = 0;

	while (at < len && (len - at > ahead || filter->place == XML_DATA))
		at += xml_step(filter, bytes + at, len - at, out);
	return at;
}

void xml_filter(
	struct xml_filter *filter, const char *bytes, size_t len, bool is_end, struct strbuf *out)
{
	size_t ahead = is_end ? 0 : AHEAD_BYTES;

	if (filter->waiting.len) {
		size_t more = len < (size_t)2 * AHEAD_BYTES ? len : (size_t)2 * AHEAD_BYTES;
		strbuf_add_bytes(&filter->waiting, bytes, more);
		size_t taken = xml_take(filter, filter->waiting.data, filter->waiting.len,
			more == len ? ahead : AHEAD_BYTES, out);
		strbuf_splice(&filter->waiting, 0, taken, "", 0);
		if (more == len)
			return;
		/* What still waits is the end of what was added: it is read again from there. */
		more -= filter->waiting.len;
		strbuf_clear(&filter->waiting);
		bytes += more;
		len -= more;
	}
	size_t taken = xml_take(filter, bytes, len, ahead, out);
	strbuf_add_bytes(&filter->waiting, bytes + taken, len - taken);
}

void xml_filter_fini(struct xml_filter *filter)
{
	strbuf_fini(&filter->waiting);
}
