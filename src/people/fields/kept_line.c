/* Kept lines as text: cells of tables, and properties of cards that no field is for.
 * Not here: properties as programs read them (exchange/vcard/). */
#include "filo/people/kept_line.h"

#include "filo/base/ascii.h"
#include "filo/base/memory.h"

#include <string.h>

/* Of programs to programs, and what is no text. */
static const char *const unread[] = { "BEGIN", "CALSCALE", "CLIENTPIDMAP", "CREATED", "END", "KEY",
	"KIND", "LOGO", "PHOTO", "PRODID", "PROFILE", "REV", "SOUND", "SOURCE", "THUMBNAIL", "UID",
	"VERSION", "X-ABADR", "X-ABCROP-RECTANGLE", "X-ABLABEL", "X-ABORDER", "X-ABSHOWAS",
	"X-ABUID", "X-EVOLUTION-X509", "X-IMAGEHASH", "X-IMAGETYPE", "X-MS-CARDPICTURE",
	"X-SHARED-PHOTO-DISPLAY-PREF", "XML" };

static bool is_unread(const char *name, size_t len)
{
	if (len > 7 && ascii_equal_bytes(name, "X-FILO-", 7))
		return true;
	for (size_t i = 0; i < sizeof unread / sizeof *unread; i++)
		if (len == strlen(unread[i]) && ascii_equal_bytes(name, unread[i], len))
			return true;
	return false;
}

/* Where the parameters end: at the first colon that is not in quotation marks. */
static const char *kept_value(const char *params)
{
	bool is_quoted = false;

	for (; *params && (is_quoted || *params != ':'); params++)
		is_quoted ^= *params == '"';
	return *params ? params + 1 : NULL;
}

/* ";ENCODING=b", of vCard 2.1 also ";BASE64". */
static bool are_of_bytes(const char *params, const char *value)
{
	static const char *const words[] = { "ENCODING=b:", "ENCODING=b;", "BASE64" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		const char *found = ascii_find(params, words[i]);
		if (found && found < value)
			return true;
	}
	return ascii_begins(value, "data:");
}

static void add_unescaped(struct strbuf *out, const char *value)
{
	for (; *value; value++) {
		if (*value == '\\' && value[1])
			strbuf_add_char(out, *++value == 'n' || *value == 'N' ? '\n' : *value);
		else
			strbuf_add_char(out, *value);
	}
}

static const char cell[] = "X-CSV;X-COLUMN=";

bool kept_line_is_cell(const char *line)
{
	return !strncmp(line, cell, sizeof cell - 1);
}

static bool read_cell(const char *line, char **column, struct strbuf *text)
{
	if (!kept_line_is_cell(line))
		return false;
	line += sizeof cell - 1;
	bool is_quoted = *line == '"';
	line += is_quoted;
	size_t len = strcspn(line, is_quoted ? "\"" : ":");
	const char *value = strchr(line + len, ':');
	*column = memory_copy_bytes(line, len);
	add_unescaped(text, value ? value + 1 : "");
	return true;
}

bool kept_line_read(const char *line, char **label, struct strbuf *text)
{
	if (*line == '~') /* the writing of a field */
		return false;
	if (read_cell(line, label, text))
		return true;
	size_t len = strcspn(line, ";:");
	const char *value = kept_value(line + len), *dot = memchr(line, '.', len);
	const char *name = dot ? dot + 1 : line; /* "item1.X-ABDATE" */
	len -= (size_t)(name - line);
	if (!value || !*value || is_unread(name, len) || are_of_bytes(name + len, value))
		return false;
	*label = memory_copy_bytes(name, len);
	add_unescaped(text, value);
	return true;
}
