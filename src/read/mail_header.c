/* Taking a block of headers apart.
 * Not here: decoding (mail_text.c). */
#include "read/mail_header.h"

#include "filo/base/ascii.h"

#include <string.h>

struct field_name {
	const char *name;
	enum mail_field field;
	bool is_first_only; /* else what several say is joined with commas */
};

static const struct field_name names[] = {
	{ "From", MAIL_FROM, true },
	{ "To", MAIL_TO, false },
	{ "Cc", MAIL_TO, false },
	{ "Bcc", MAIL_TO, false },
	{ "Delivered-To", MAIL_DELIVERED, false },
	{ "X-Original-To", MAIL_DELIVERED, false },
	{ "Envelope-To", MAIL_DELIVERED, false },
	{ "X-Delivered-To", MAIL_DELIVERED, false },
	{ "Date", MAIL_DATE, true },
	{ "Received", MAIL_RECEIVED, true },
	{ "Message-ID", MAIL_ID, true },
	{ "Subject", MAIL_SUBJECT, true },
	{ "List-Id", MAIL_LIST, true },
	{ "List-Post", MAIL_LIST, true },
	{ "Feedback-ID", MAIL_LIST, true },
	{ "List-Unsubscribe", MAIL_UNSUBSCRIBE, true },
	{ "Precedence", MAIL_PRECEDENCE, true },
	{ "Auto-Submitted", MAIL_AUTO_SUBMITTED, true },
	{ "X-Spam-Flag", MAIL_SPAM_FLAG, true },
	{ "X-Spam-Status", MAIL_SPAM_STATUS, true },
	{ "Return-Path", MAIL_RETURN_PATH, true },
	{ "Content-Type", MAIL_CONTENT_TYPE, true },
	{ "X-Mozilla-Status", MAIL_MOZILLA_STATUS, true },
	{ "X-Gmail-Labels", MAIL_LABELS, true },
	{ "X-smssync-datatype", MAIL_SMS, true },
	{ "X-smssync-type", MAIL_SMS, true },
};

enum { NAMES = sizeof names / sizeof *names };

/* Others that a mail may begin with. */
static const char *const other_names[] = { "MIME-Version", "Reply-To", "Sender", "User-Agent",
	"DKIM-Signature", "ARC-Seal", "In-Reply-To", "References", "Status", "Envelope-From",
	"Content-Transfer-Encoding", "Authentication-Results", "Return-Receipt-To", "Received-SPF",
	"Organization", "Importance", "Thread-Topic", "Thread-Index", "Disposition-Notification-To",
	"Mailing-List", "Reply-to", "Errors-To" };

void mail_header_init(struct mail_header *header)
{
	for (int i = 0; i < MAIL_FIELDS; i++) {
		strbuf_init(&header->fields[i]);
		header->has[i] = false;
	}
}

void mail_header_fini(struct mail_header *header)
{
	for (int i = 0; i < MAIL_FIELDS; i++)
		strbuf_fini(&header->fields[i]);
}

static size_t mail_header_name_len(const char *line, size_t len)
{
	size_t at = 0;

	while (at < len && line[at] > ' ' && line[at] != ':' && line[at] != 0x7f)
		at++;
	return at;
}

bool mail_header_begins(const char *line, size_t len)
{
	size_t name_len = mail_header_name_len(line, len);

	return name_len > 0 && name_len < len && line[name_len] == ':';
}

static bool mail_header_is_name(const char *line, size_t len, const char *name)
{
	return strlen(name) == len && ascii_equal_bytes(line, name, len);
}

bool mail_header_is_known(const char *line, size_t len)
{
	size_t name_len = mail_header_name_len(line, len);

	if (!mail_header_begins(line, len))
		return false;
	if (name_len > 2 && (line[0] == 'X' || line[0] == 'x') && line[1] == '-')
		return true;
	for (size_t i = 0; i < NAMES; i++)
		if (mail_header_is_name(line, name_len, names[i].name))
			return true;
	for (size_t i = 0; i < sizeof other_names / sizeof *other_names; i++)
		if (mail_header_is_name(line, name_len, other_names[i]))
			return true;
	return false;
}

static const struct field_name *mail_header_field(const char *line, size_t name_len)
{
	for (size_t i = 0; i < NAMES; i++)
		if (mail_header_is_name(line, name_len, names[i].name))
			return &names[i];
	return NULL;
}

/* Adds a line or what continues it, without its end and without NULs. */
static void mail_header_add(struct strbuf *field, const char *text, size_t len)
{
	while (len && (text[len - 1] == '\r' || text[len - 1] == '\n'))
		len--;
	for (size_t i = 0; i < len;) {
		const char *nul = memchr(text + i, '\0', len - i);
		size_t run = nul ? (size_t)(nul - text) - i : len - i;
		strbuf_add_bytes(field, text + i, run);
		i += run + (nul ? 1 : 0);
	}
}

void mail_header_parse(struct mail_header *header, const char *block, size_t len)
{
	struct strbuf *open = NULL;

	for (int i = 0; i < MAIL_FIELDS; i++) {
		strbuf_clear(&header->fields[i]);
		header->has[i] = false;
	}
	for (size_t at = 0; at < len;) {
		const char *line = block + at, *eol = memchr(line, '\n', len - at);
		size_t line_len = eol ? (size_t)(eol - line) + 1 : len - at;
		at += line_len;
		if (*line == ' ' || *line == '\t') {
			if (open)
				mail_header_add(open, line, line_len);
			continue;
		}
		open = NULL;
		size_t name_len = mail_header_name_len(line, line_len);
		const struct field_name *field = mail_header_field(line, name_len);
		if (!field || (field->is_first_only && header->has[field->field]))
			continue;
		open = &header->fields[field->field];
		if (header->has[field->field])
			strbuf_add(open, ", ");
		header->has[field->field] = true;
		mail_header_add(open, line + name_len + 1, line_len - name_len - 1);
	}
}
