/* Tables of old programs come in the code page of their country: "£ukasz ¯ak" is Łukasz Żak.
 * Not here: rows (csv_rows.c), other formats. */
#include "exchange/csv/csv_code_page.h"

#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/text.h"

#include <string.h>

static bool is_letter(const char *bytes, size_t len, size_t at)
{
	if (at >= len)
		return false;
	unsigned char byte = (unsigned char)bytes[at];
	return byte >= 0xC0 ? byte != 0xD7 && byte != 0xF7
			    : ascii_upper((char)byte) != ascii_lower((char)byte);
}

/* A letter in Central Europe, which in the West is a sign ("¡ £ ¥ ¯ ³ ¹ ¼ ¾ ¿") or nothing. */
static bool is_central(char byte)
{
	return byte && strchr("\x8D\x8F\x9D\xA1\xA3\xA5\xAF\xB3\xB9\xBC\xBE\xBF", byte);
}

/* Signs stand at the end of words ("m³") or before them ("¿que", "£m"), never inside; and no longer
 * word begins with the capitals among them. */
static bool is_sure(const char *bytes, size_t len, size_t at)
{
	if (!is_central(bytes[at]) || !is_letter(bytes, len, at + 1))
		return false;
	if (at && is_letter(bytes, len, at - 1))
		return true;
	return strchr("\xA3\xA5\xAF", bytes[at]) && is_letter(bytes, len, at + 2) &&
	       is_letter(bytes, len, at + 3);
}

/* Bytes of a character in UTF-8 that begins here; 0: none does. */
static size_t utf8_len(const char *bytes, size_t len)
{
	unsigned char first = (unsigned char)*bytes;
	size_t wanted = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;

	return first >= 0xC2 && wanted <= len && text_is_valid(bytes, wanted) ? wanted : 0;
}

const char *csv_code_page_of(const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		size_t whole = utf8_len(bytes + i, len - i);
		if (whole)
			i += whole - 1;
		else if (is_sure(bytes, len, i))
			return CODE_PAGE_CENTRAL;
	}
	return CODE_PAGE_WEST;
}

char *csv_code_page_decode(const char *bytes, size_t len, const char *page)
{
	struct strbuf out = STRBUF_INIT;

	if (!text_is_valid(bytes, len) && !strcmp(page, CODE_PAGE_CENTRAL) &&
		source_decode(&out, bytes, len, page))
		return strbuf_take(&out);
	strbuf_fini(&out);
	return text_repair(bytes, len);
}

enum status csv_code_page_tell(
	const struct csv_row *row, bool *is_told, const struct record_sink *sink, struct error *err)
{
	struct strbuf reason = STRBUF_INIT;

	if (*is_told || !row->code_page)
		return STATUS_OK;
	*is_told = true;
	strbuf_add_format(&reason, _("This is not UTF-8; it was read as %s"), row->code_page);
	enum status status = record_problem(sink, row->line, false, reason.data, err);
	strbuf_fini(&reason);
	return status;
}
