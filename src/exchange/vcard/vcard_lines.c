/* From physical lines to whole ones: unfolding in all the ways programs fold.
 * Not here: what a line says (vcard_property.c). */
#include "exchange/vcard/vcard_lines.h"

#include "exchange/vcard/vcard_property.h"
#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"

#include <stdlib.h>
#include <string.h>

void vcard_lexer_init(struct vcard_lexer *lexer, struct source *source)
{
	*lexer = (struct vcard_lexer){ .source = source };
	strbuf_init(&lexer->line);
	strbuf_init(&lexer->next);
}

void vcard_lexer_fini(struct vcard_lexer *lexer)
{
	strbuf_fini(&lexer->line);
	strbuf_fini(&lexer->next);
}

static enum status read_next(struct vcard_lexer *lexer, struct error *err)
{
	lexer->next_line_number++;
	return source_line(lexer->source, &lexer->next, &lexer->has_next, err);
}

/* What the part before the colon says of the value's encoding. */
enum encoding { PLAIN, QUOTED_PRINTABLE, BASE64 };

static bool has_word(const char *s, size_t len, const char *word)
{
	size_t word_len = strlen(word);

	for (size_t i = 0; i + word_len <= len; i++)
		if (ascii_equal_bytes(s + i, word, word_len) &&
			(i == 0 || strchr(";=", s[i - 1])) &&
			(i + word_len == len || s[i + word_len] == ';'))
			return true;
	return false;
}

static enum encoding encoding_of(const struct strbuf *line)
{
	const char *colon = memchr(line->data, ':', line->len);
	size_t len = colon ? (size_t)(colon - line->data) : line->len;

	if (!memchr(line->data, ';', len))
		return PLAIN;
	/* A label of one's own may be broken, too. */
	if (!colon && ascii_find(line->data, VCARD_CUSTOM))
		return QUOTED_PRINTABLE;
	if (has_word(line->data, len, "QUOTED-PRINTABLE"))
		return QUOTED_PRINTABLE;
	if (has_word(line->data, len, "BASE64") || has_word(line->data, len, "B"))
		return BASE64;
	return PLAIN;
}

static bool is_base64_line(const struct strbuf *line)
{
	if (!line->len)
		return false;
	for (size_t i = 0; i < line->len; i++) {
		char c = line->data[i];
		if (!((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
			    c == '+' || c == '/' || c == '='))
			return false;
	}
	return true;
}

static bool is_blank_line(const struct strbuf *line)
{
	return strspn(line->data, " \t") == line->len;
}

static bool is_hex_digit(char c)
{
	return c && strchr("0123456789ABCDEFabcdef", c);
}

/* "=XX" of a byte that goes on with a letter of UTF-8: a blank before it is a fold's. */
static bool goes_on_with_letter(const char *s)
{
	return s[0] == '=' && s[1] && strchr("89ABab", s[1]) && is_hex_digit(s[2]);
}

static bool is_end(const struct strbuf *line)
{
	const size_t len = strlen("END:VCARD");

	return ascii_begins(line->data, "END:VCARD") &&
	       line->len == len + strspn(line->data + len, " \t");
}

/* Quoted-printable goes on after a soft break; and, as some write it, in a folded line, or in one
 * that begins with "=XX" or with what is missing of it. */
static bool join_quoted_printable(struct strbuf *line, const struct strbuf *next)
{
	size_t len = line->len;

	while (len && strchr(" \t", line->data[len - 1]))
		len--;
	/* RFC 2045 6.7: blanks after a soft break are padding. */
	bool is_soft = len && line->data[len - 1] == '=';
	if (is_soft)
		strbuf_truncate(line, len);
	const char *end = line->data + line->len, *rest = next->data;
	const char *text = rest + strspn(rest, " \t");
	bool is_cut = line->len > 1 && end[-2] == '=' && is_hex_digit(end[-1]);

	if (is_end(next)) {
		strbuf_truncate(line, line->len - is_soft);
		return false;
	}
	if (is_soft && is_hex_digit(text[0]) && is_hex_digit(text[1]) && text > rest)
		is_soft = false; /* the escape itself is folded */
	if (is_soft) {
		strbuf_truncate(line, line->len - 1);
		if (goes_on_with_letter(text))
			rest = text;
	} else if (text > rest) {
		rest += 1;
	} else if (*rest != '=' && !(is_cut && is_hex_digit(*rest) && !strchr(next->data, ':'))) {
		return false;
	}
	strbuf_add_bytes(line, rest, next->len - (size_t)(rest - next->data));
	return true;
}

/* Whether the fold stands inside a letter of UTF-8. */
static bool is_fold_in_letter(const struct strbuf *line, const struct strbuf *next)
{
	return line->len && (unsigned char)line->data[line->len - 1] >= 0x80 &&
	       ((unsigned char)next->data[1] & 0xC0) == 0x80;
}

/* Joins the line read ahead when it belongs to this one; false when it does not. */
static bool join_next(struct vcard_lexer *lexer, enum encoding encoding)
{
	struct strbuf *line = &lexer->line, *next = &lexer->next;

	if (encoding == QUOTED_PRINTABLE)
		return join_quoted_printable(line, next);
	if (next->data[0] == ' ' || next->data[0] == '\t') {
		/* RFC 6350 3.2: a fold is a line end and one white space. vCard 2.1: the white
		 * space stays, but inside a letter. */
		bool is_text = lexer->is_version_21 && encoding != BASE64;
		size_t skip = is_text && !is_fold_in_letter(line, next) ? 0 : 1;
		if (is_blank_line(next) && encoding == BASE64)
			return true;
		strbuf_add_bytes(line, next->data + skip, next->len - skip);
		return true;
	}
	/* Base64 that was broken without any fold. */
	if (encoding == BASE64 && is_base64_line(next)) {
		strbuf_add_bytes(line, next->data, next->len);
		return true;
	}
	return false;
}

enum status vcard_lexer_next(struct vcard_lexer *lexer, bool *has_line, struct error *err)
{
	enum status status = STATUS_OK;

	*has_line = false;
	if (!lexer->next_line_number)
		status = read_next(lexer, err);
	while (status == STATUS_OK && lexer->has_next && is_blank_line(&lexer->next))
		status = read_next(lexer, err);
	if (status != STATUS_OK || !lexer->has_next)
		return status;

	struct strbuf swap = lexer->line;
	lexer->line = lexer->next;
	lexer->next = swap;
	lexer->line_number = lexer->next_line_number;
	*has_line = true;
	enum encoding encoding = encoding_of(&lexer->line);
	do {
		status = read_next(lexer, err);
	} while (status == STATUS_OK && lexer->has_next && lexer->line.len <= SOURCE_LINE_MAX &&
		 join_next(lexer, encoding));
	if (status == STATUS_OK && lexer->line.len > SOURCE_LINE_MAX)
		status = error_set(err, STATUS_INVALID,
			_("Line %lld: this property is longer than 16 MB"),
			(long long)lexer->line_number);
	return status;
}

/* RFC 6350 3.2. */
#define FOLD_OCTETS 75

void vcard_end_line(struct strbuf *out, size_t start)
{
	size_t room = FOLD_OCTETS, len = out->len - start;

	if (len > room) {
		char *line = memory_copy_bytes(out->data + start, len), *rest = line;
		strbuf_truncate(out, start);
		while (len > room) {
			size_t part = room;
			while (part > 1 && ((unsigned char)rest[part] & 0xC0) == 0x80)
				part--;
			strbuf_add_bytes(out, rest, part);
			strbuf_add_bytes(out, "\r\n ", 3);
			rest += part;
			len -= part;
			room = FOLD_OCTETS - 1;
		}
		strbuf_add_bytes(out, rest, len);
		free(line);
	}
	strbuf_add_bytes(out, "\r\n", 2);
}
