/* Parts and escapes of a value, as vCard 3.0 and 4.0 have them.
 * Not here: charsets and encodings (vcard_property.c). */
#include "exchange/vcard/vcard_value.h"

#include "filo/base/ascii.h"

#include <string.h>

const char *vcard_separators(const char *name, size_t len)
{
	static const struct {
		const char *name, *separators;
	} parted[] = { { "CATEGORIES", "," }, { "N", ",;" }, { "ADR", ",;" }, { "ORG", ";" } };

	for (size_t i = 0; i < sizeof parted / sizeof *parted; i++)
		if (len == strlen(parted[i].name) && ascii_equal_bytes(name, parted[i].name, len))
			return parted[i].separators;
	return "";
}

size_t vcard_part_length(const char *value, char separator)
{
	size_t len = 0;

	while (value[len] && value[len] != separator)
		len += value[len] == '\\' && value[len + 1] ? 2 : 1;
	return len;
}

size_t vcard_join_parts(
	struct strbuf *out, const char *value, size_t len, char separator, const char *joint)
{
	const char *end = value + len;
	size_t count = 0;

	while (value < end) {
		size_t part = vcard_part_length(value, separator);
		if (part > (size_t)(end - value))
			part = (size_t)(end - value);
		if (part) {
			if (count++)
				strbuf_add(out, joint);
			vcard_unescape(out, value, part);
		}
		value += part + 1;
	}
	return count;
}

void vcard_unescape(struct strbuf *out, const char *value, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		char next = i + 1 < len ? value[i + 1] : '\0';
		if (value[i] != '\\' || !next) {
			strbuf_add_char(out, value[i]);
		} else if (next == 'n' || next == 'N') {
			strbuf_add_char(out, '\n');
			i++;
		} else if (strchr(",;:\\\"", next)) {
			strbuf_add_char(out, next);
			i++;
		} else {
			strbuf_add_char(out, value[i]);
		}
	}
}

char *vcard_text(const char *value)
{
	struct strbuf out = STRBUF_INIT;

	vcard_unescape(&out, value, strlen(value));
	return strbuf_take(&out);
}

void vcard_escape(struct strbuf *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '\n')
			strbuf_add(out, "\\n");
		else if (strchr(",;\\", *text))
			strbuf_add_format(out, "\\%c", *text);
		else if (*text != '\r')
			strbuf_add_char(out, *text);
	}
}

void vcard_escape_for_3(struct strbuf *out, const char *value, bool is_parted)
{
	for (; *value; value++) {
		if (*value == '\\' && value[1] && strchr(VCARD_NEVER_ESCAPED, value[1]))
			value++;
		else if (*value == '\\' && value[1])
			strbuf_add_char(out, *value++);
		else if (*value == ',' && !is_parted)
			strbuf_add_char(out, '\\');
		strbuf_add_char(out, *value);
	}
}
