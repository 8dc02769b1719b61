/* URIs of channels (RFC 3986), of e-mail (RFC 6068) and of telephones (RFC 3966).
 * Not here: starting a program with one (tui/person/channel_actions.c). */
#include "filo/people/channel_uri.h"

#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"

#include <stdbool.h>
#include <string.h>

static const char *const schemes[] = { "http:", "https:", "mailto:", "tel:", "sip:", "sips:",
	"xmpp:", "irc:", "ircs:", "matrix:", "tg:", "sgnl:", "skype:", "whatsapp:", "signal:",
	"im:" };

static bool has_known_scheme(const char *uri)
{
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (ascii_begins(uri, schemes[i]))
			return true;
	return false;
}

static bool is_hex(char c)
{
	return c && strchr("0123456789abcdefABCDEF", c);
}

static bool is_unreserved(char c)
{
	return ascii_is_alnum(c) || (c && strchr("-._~", c));
}

/* Bytes of what can act on a terminal at the beginning of `text`, of C0 or C1; 0: none. */
static size_t control_len(const char *text)
{
	unsigned char first = (unsigned char)text[0], second = (unsigned char)text[1];

	if (first == 0xC2 && second >= 0x80 && second < 0xA0)
		return 2;
	return first < 0x20 || first == 0x7F;
}

/* Whether "%0A" or the like stands there: what a program makes of it may begin a line. */
static bool is_encoded_control(const char *text)
{
	return strchr("01", text[1]) || (text[1] == '7' && strchr("fF", text[2]));
}

/* What is neither plain nor in `allowed` goes in percent signs; a "%" that encodes something stays,
 * where it is allowed, and a line end among that, too. */
static void add_encoded(struct strbuf *out, const char *text, size_t len, const char *allowed)
{
	for (size_t i = 0; i < len; i++) {
		bool may_stand = is_unreserved(text[i]) || strchr(allowed, text[i]);
		if (text[i] == '%')
			may_stand = may_stand && i + 2 < len && is_hex(text[i + 1]) &&
				    is_hex(text[i + 2]) &&
				    (strchr(allowed, '\n') || !is_encoded_control(text + i));
		size_t control = control_len(text + i);
		if (control)
			i += control - 1;
		else if (may_stand)
			strbuf_add_char(out, text[i]);
		else
			strbuf_add_format(out, "%%%02X", (unsigned)(unsigned char)text[i]);
	}
}

/* What separates the parts of a URI, and what is encoded already. */
#define IN_LINE ":/?#[]@!$&'()*+,;=%"
#define IN_URI  IN_LINE "\n"

/* What may stand in a field of a letter; NULL: it may not be written. Line ends in a header would
 * begin another. */
static const char *allowed_in_field(const char *field, size_t len)
{
	static const struct {
		const char *name, *allowed;
	} fields[] = { { "to", IN_LINE }, { "subject", IN_LINE }, { "body", IN_URI } };
	size_t name_len = strcspn(field, "=");

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if (name_len < len && name_len == strlen(fields[i].name) &&
			ascii_equal_bytes(field, fields[i].name, name_len))
			return fields[i].allowed;
	return NULL;
}

/* Of "?subject=Hi&bcc=z" what may be written. */
static void add_fields(struct strbuf *out, const char *field)
{
	char before = '?';

	while (*field && *field != '#') {
		size_t len = strcspn(++field, "&#");
		const char *allowed = allowed_in_field(field, len);
		if (allowed) {
			strbuf_add_char(out, before);
			add_encoded(out, field, len, allowed);
			before = '&';
		}
		field += len;
	}
}

static void add_mailto(struct strbuf *out, const char *uri)
{
	size_t len = strcspn(uri, "?#");

	add_encoded(out, uri, len, IN_LINE);
	add_fields(out, uri + len);
}

/* Cards hold mailto: URIs without the "mailto:" too: no host has a "?". */
static void add_address(struct strbuf *out, const char *address)
{
	const char *at = strchr(address, '@'), *fields = at ? strchr(at, '?') : NULL;
	size_t len = fields ? (size_t)(fields - address) : strlen(address);

	strbuf_add(out, "mailto:");
	add_encoded(out, address, len, "@+");
	add_fields(out, address + len);
}

/* A "#" that is dialled would begin a fragment. */
#define IN_NUMBER "+*:;=%"

/* Bytes of what stands in a number for the eye alone: of Unicode the no-break space and general
 * punctuation, which has spaces, hyphens and marks of direction; 0: not that. */
static size_t separator_len(const char *number)
{
	if (strchr(" ()/", *number))
		return 1;
	if (!strncmp(number, "\xC2\xA0", 2))
		return 2;
	bool is_mark = !strncmp(number, "\xE2\x81", 2) && ((unsigned char)number[2] & 0xF0) == 0xA0;
	is_mark |= !strncmp(number, "\xE2\x80", 2) && number[2];
	return is_mark ? 3 : 0;
}

static void add_telephone(struct strbuf *out, const char *number)
{
	strbuf_add(out, "tel:");
	while (*number) {
		size_t skipped = separator_len(number);
		if (!skipped)
			add_encoded(out, number++, 1, "+*");
		number += skipped;
	}
}

/* Whether it begins with a host, and perhaps a port: what else stands before a ":" is a scheme. */
static bool begins_with_host(const char *value)
{
	size_t len = strcspn(value, "/?#"), host_len = strcspn(value, ":/?#");

	return memchr(value, '.', host_len) &&
	       (host_len == len ||
		       host_len + 1 + strspn(value + host_len + 1, "0123456789") == len);
}

char *channel_uri(const struct channel *channel)
{
	struct strbuf uri = STRBUF_INIT;
	const char *value = channel->value;

	if (ascii_begins(value, "mailto:")) {
		add_mailto(&uri, value);
	} else if (ascii_begins(value, "tel:")) {
		add_encoded(&uri, value, strlen(value), IN_NUMBER);
	} else if (has_known_scheme(value)) {
		add_encoded(&uri, value, strlen(value), IN_URI);
	} else if (channel->kind == CHANNEL_EMAIL) {
		add_address(&uri, value);
	} else if (channel->kind == CHANNEL_PHONE) {
		add_telephone(&uri, value);
	} else if (channel->kind == CHANNEL_WEBSITE && begins_with_host(value)) {
		strbuf_add(&uri, "https://");
		add_encoded(&uri, value, strlen(value), IN_URI);
	} else {
		return NULL;
	}
	return strbuf_take(&uri);
}

char *channel_line(const struct channel *channel)
{
	struct strbuf line = STRBUF_INIT;

	for (const char *c = channel->value; *c; c++) {
		/* The separators of lines and of paragraphs, U+2028 and U+2029. */
		bool is_end = *c == '\n' || !strncmp(c, "\342\200\250", 3) ||
			      !strncmp(c, "\342\200\251", 3);
		size_t left_out = is_end && *c != '\n' ? 3 : control_len(c);
		if (!left_out)
			strbuf_add_char(&line, *c);
		else if (is_end && c[left_out] && line.len)
			strbuf_add(&line, ", ");
		else if (*c == '\t')
			strbuf_add_char(&line, ' ');
		if (left_out)
			c += left_out - 1;
	}
	return strbuf_take(&line);
}

static bool is_email(const char *value)
{
	const char *at = strchr(value, '@');

	return at && at > value && at[1] && !strchr(at + 1, '@') && !strpbrk(value, " \t\n,;<>");
}

enum status channel_check(enum channel_kind kind, const char *value, struct error *err)
{
	if (kind == CHANNEL_EMAIL && !is_email(value))
		return error_set(err, STATUS_INVALID,
			_("\"%s\" is no e-mail address: ana@example.org is one"),
			text_brief(value).text);
	if (kind == CHANNEL_PHONE && !text_has_digit(value))
		return error_set(err, STATUS_INVALID,
			_("\"%s\" is no phone number: no digit is in it"), text_brief(value).text);
	return STATUS_OK;
}
