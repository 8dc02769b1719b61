/* Address lists, taken apart at commas and semicolons: so a broken one spoils no other, and nesting
 * has no depth to overflow.
 * Not here: the words in a name (mail_text.h). */
#include "read/mail_address.h"

#include "filo/base/ascii.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "read/mail_text.h"

#include <stdlib.h>
#include <string.h>

/* One entry of a list, its parts apart: what is outside of comments and "<>", inside "<>", and in
 * comments. */
struct pieces {
	struct strbuf outside, angle, comment;
	bool has_angle;
};

static void pieces_clear(struct pieces *pieces)
{
	strbuf_clear(&pieces->outside);
	strbuf_clear(&pieces->angle);
	strbuf_clear(&pieces->comment);
	pieces->has_angle = false;
}

/* The end of a quoted string that begins at `at`; its text goes to `out` without the quotes. */
static const char *pieces_quoted(struct strbuf *out, const char *at)
{
	for (at++; *at && *at != '"'; at++) {
		if (*at == '\\' && at[1])
			at++;
		strbuf_add_char(out, *at);
	}
	return *at ? at + 1 : at;
}

/* The end of a comment; the last of several is the one that names somebody. */
static const char *pieces_comment(struct strbuf *out, const char *at)
{
	size_t depth = 0;

	strbuf_clear(out);
	for (; *at; at++) {
		if (*at == '(' && depth++ == 0)
			continue;
		if (*at == ')' && --depth == 0)
			return at + 1;
		if (*at == '\\' && at[1])
			at++;
		strbuf_add_char(out, *at);
	}
	return at;
}

/* An encoded word is one thing, whatever is in it: its end, or NULL when none begins at `at`. */
static const char *pieces_word_end(const char *at)
{
	if (at[0] != '=' || at[1] != '?')
		return NULL;
	const char *charset_end = strchr(at + 2, '?');
	if (!charset_end || !charset_end[1] || charset_end[2] != '?')
		return NULL;
	const char *end = strstr(charset_end + 3, "?=");
	return end && end - at < 400 ? end + 2 : NULL;
}

/* The last blank-parted part of `text` with an '@'. The rest stays in `text`. */
static void pieces_take_address(struct strbuf *text, struct strbuf *address)
{
	size_t end = text->len;

	while (end) {
		size_t begin = end;
		while (begin && !ascii_is_space(text->data[begin - 1]))
			begin--;
		if (memchr(text->data + begin, '@', end - begin)) {
			strbuf_add_bytes(address, text->data + begin, end - begin);
			strbuf_splice(text, begin, end - begin, "", 0);
			return;
		}
		end = begin;
		while (end && ascii_is_space(text->data[end - 1]))
			end--;
	}
}

/* Without a route ("@a,@b:"), "mailto:", blanks and stray signs. */
static char *pieces_tidy_address(const char *raw)
{
	struct strbuf tidy = STRBUF_INIT;
	const char *colon = strrchr(raw, ':');

	if (*raw == '@' && colon)
		raw = colon + 1;
	while (ascii_is_space(*raw))
		raw++;
	if (ascii_begins(raw, "mailto:"))
		raw += 7;
	for (; *raw; raw++)
		if (!ascii_is_space(*raw) && *raw != '<' && *raw != '>')
			strbuf_add_char(&tidy, *raw);
	while (tidy.len && strchr(".,:;]", tidy.data[tidy.len - 1]))
		strbuf_truncate(&tidy, tidy.len - 1);
	return strbuf_take(&tidy);
}

static void pieces_end(struct pieces *pieces, struct vector *list)
{
	struct mail_address address = { 0 };

	if (!pieces->has_angle)
		pieces_take_address(&pieces->outside, &pieces->angle);
	char *tidy = pieces_tidy_address(pieces->angle.data);
	const char *at = strchr(tidy, '@');
	if (!at || at == tidy || !at[1] || list->count >= MAIL_ADDRESSES_MAX) {
		free(tidy);
		pieces_clear(pieces);
		return;
	}
	address.address = text_repair(tidy, strlen(tidy));
	free(tidy);
	address.name = mail_text_decode(
		text_is_blank(pieces->outside.data) ? pieces->comment.data : pieces->outside.data);
	if (!*address.name) {
		free(address.name);
		address.name = NULL;
	}
	vector_push(list, &address);
	pieces_clear(pieces);
}

/* The next sign of a list, or a whole quoted string, comment or word; returns what follows. */
static const char *pieces_step(
	struct pieces *pieces, struct vector *list, const char *at, bool *in_angle)
{
	struct strbuf *out = *in_angle ? &pieces->angle : &pieces->outside;
	const char *word_end = pieces_word_end(at);

	if (word_end) {
		strbuf_add_bytes(out, at, (size_t)(word_end - at));
		return word_end;
	}
	switch (*at) {
	case '"':
		return pieces_quoted(out, at);
	case '(':
		return pieces_comment(&pieces->comment, at);
	case '<':
		*in_angle = pieces->has_angle = true;
		strbuf_clear(&pieces->angle);
		return at + 1;
	case '>':
		*in_angle = false;
		return at + 1;
	case ':':
		/* The name of a group ends here; a colon in "<>" is of a route or of mailto. */
		if (*in_angle || ascii_equal(pieces->outside.data, "mailto"))
			strbuf_add_char(out, ':');
		else if (!strchr(pieces->outside.data, '@'))
			strbuf_clear(&pieces->outside);
		return at + 1;
	case ',':
	case ';':
		if (*in_angle && *at == ',' && pieces->angle.data[0] == '@') {
			strbuf_add_char(out, ',');
			return at + 1;
		}
		*in_angle = false;
		pieces_end(pieces, list);
		return at + 1;
	default:
		strbuf_add_char(out, *at);
		return at + 1;
	}
}

void mail_addresses_add(struct vector *list, const char *header)
{
	struct pieces pieces = { STRBUF_INIT, STRBUF_INIT, STRBUF_INIT, false };
	bool in_angle = false;

	while (*header && list->count < MAIL_ADDRESSES_MAX)
		header = pieces_step(&pieces, list, header, &in_angle);
	pieces_end(&pieces, list);
	strbuf_fini(&pieces.outside);
	strbuf_fini(&pieces.angle);
	strbuf_fini(&pieces.comment);
}

void mail_addresses_free(struct vector *list)
{
	struct mail_address *address;

	VECTOR_EACH (address, list) {
		free(address->name);
		free(address->address);
	}
	vector_fini(list);
}

char *mail_address_text(const struct mail_address *address)
{
	struct strbuf text = STRBUF_INIT;

	if (!address->name || ascii_equal(address->name, address->address))
		return memory_copy_string(address->address);
	strbuf_add_format(&text, "%s <%s>", address->name, address->address);
	return strbuf_take(&text);
}
