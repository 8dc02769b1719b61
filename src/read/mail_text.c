/* GMime, helped over what real mail does to it.
 * Not here: splitting headers (mail_header.c). */
#include "read/mail_text.h"

#include "filo/base/ascii.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"

#include <gmime/gmime.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

enum { DATE_BYTES = 120 };

static GMimeParserOptions *loose;

static const char *const charsets[] = { "iso-8859-1", "iso-8859-2", "iso-8859-5", "iso-8859-7",
	"iso-8859-9", "iso-8859-15", "windows-1250", "windows-1251", "windows-1252", "windows-1254",
	"windows-1256", "koi8-r", "koi8-u", "iso-2022-jp", "shift_jis", "euc-jp", "euc-kr",
	"gb2312", "gbk", "gb18030", "big5", "macintosh", "utf-7", "utf-16", "us-ascii",
	"iso-8859-3", "iso-8859-4", "iso-8859-6", "iso-8859-8", "iso-8859-13", "windows-1253",
	"windows-1255", "windows-1257", "windows-1258", "windows-874", "cp850", "cp866", "cp932",
	"cp949", "iso-2022-kr", "big5-hkscs", "tis-620" };

enum { CHARSETS = sizeof charsets / sizeof *charsets };

/* Open until the end, so that their code stays loaded. */
static iconv_t kept[CHARSETS];

void mail_text_prepare(void)
{
	static const char *fallback[] = { "utf-8", "iso-8859-1", NULL };

	for (size_t i = 0; i < CHARSETS; i++)
		kept[i] = iconv_open("UTF-8", charsets[i]);
	g_mime_init();
	loose = g_mime_parser_options_new();
	g_mime_parser_options_set_rfc2047_compliance_mode(loose, GMIME_RFC_COMPLIANCE_LOOSE);
	g_mime_parser_options_set_fallback_charsets(loose, fallback);
}

void mail_text_finish(void)
{
	g_mime_parser_options_free(loose);
	g_mime_shutdown();
	for (size_t i = 0; i < CHARSETS; i++)
		if (kept[i] != (iconv_t)-1)
			iconv_close(kept[i]);
}

/* A B word that ends in "=" swallows the word after it, unless an empty one stands between. */
static void mail_text_part_words(struct strbuf *out, const char *raw)
{
	const char *at;

	while ((at = strstr(raw, "=?="))) {
		const char *next = at + 3;
		strbuf_add_bytes(out, raw, (size_t)(next - raw));
		while (ascii_is_space(*next))
			next++;
		if (next[0] == '=' && next[1] == '?')
			strbuf_add(out, " =?us-ascii?Q?"
					"?= ");
		else if (next > at + 3)
			strbuf_add_char(out, ' ');
		raw = next;
	}
	strbuf_add(out, raw);
}

char *mail_text_decode(const char *raw)
{
	struct strbuf parted = STRBUF_INIT;
	char *mended = text_is_valid(raw, strlen(raw)) ? NULL : text_repair(raw, strlen(raw));
	const char *text = mended ? mended : raw;

	if (!strstr(text, "=?")) {
		char *plain = text_trim(text);
		free(mended);
		return plain;
	}
	mail_text_part_words(&parted, text);
	char *decoded = g_mime_utils_header_decode_text(loose, parted.data);
	strbuf_fini(&parted);
	char *valid = text_repair(decoded, strlen(decoded));
	char *trimmed = text_trim(valid);
	g_free(decoded);
	free(valid);
	free(mended);
	return trimmed;
}

static bool mail_text_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static const struct {
	const char *name, *offset;
} zones[] = { { "CEST", "+0200" }, { "CET", "+0100" }, { "BST", "+0100" }, { "WEST", "+0100" },
	{ "EEST", "+0300" }, { "EET", "+0200" }, { "MESZ", "+0200" }, { "MEZ", "+0100" },
	{ "MSK", "+0300" }, { "JST", "+0900" }, { "WET", "+0000" } };

/* Adds a word of a date as the library reads it: 12.20.34, +01:00, :60, CEST. */
static void mail_text_mend_word(struct strbuf *out, const char *word, size_t len)
{
	char copy[40];

	if (len >= sizeof copy)
		return;
	memcpy(copy, word, len);
	copy[len] = '\0';
	if (mail_text_is_digit(copy[0]) && len >= 5 && len <= 8 && strchr(copy, '.'))
		for (char *dot = copy; (dot = strchr(dot, '.'));)
			*dot = ':';
	if ((*copy == '+' || *copy == '-') && len == 6 && copy[3] == ':')
		memmove(copy + 3, copy + 4, 3);
	if (len == 8 && copy[2] == ':' && strcmp(copy + 5, ":60") == 0)
		strcpy(copy + 5, ":59");
	const char *text = copy;
	for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
		if (ascii_equal(copy, zones[i].name))
			text = zones[i].offset;
	strbuf_add(out, out->len ? " " : "");
	strbuf_add(out, text);
}

/* 2024-03-05T09:00:00Z and the like: as "5 Mar 2024 09:00:00 +0000". */
static bool mail_text_from_iso(struct strbuf *out, const char *raw)
{
	static const char months[][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
		"Sep", "Oct", "Nov", "Dec" };
	int year, month, day, hour, minute, second = 0, used = 0;

	if (sscanf(raw, "%4d-%2d-%2d%*1[T ]%2d:%2d%n:%2d%n", &year, &month, &day, &hour, &minute,
		    &used, &second, &used) < 5 ||
		month < 1 || month > 12)
		return false;
	raw += used;
	if (*raw == '.')
		while (*++raw && mail_text_is_digit(*raw))
			;
	strbuf_add_format(
		out, "%d %s %d %02d:%02d:%02d", day, months[month - 1], year, hour, minute, second);
	while (*raw == ' ')
		raw++;
	if (*raw == '+' || *raw == '-')
		mail_text_mend_word(out, raw, strcspn(raw, " "));
	return true;
}

static void mail_text_mend_date(struct strbuf *out, const char *raw)
{
	if (mail_text_from_iso(out, raw))
		return;
	while (*raw) {
		raw += strspn(raw, " \t\r\n");
		if (*raw == '(') {
			raw += strcspn(raw, ")");
			raw += *raw == ')';
			continue;
		}
		size_t len = strcspn(raw, " \t\r\n(");
		if (len)
			mail_text_mend_word(out, raw, len);
		raw += len;
	}
}

bool mail_text_date(const char *raw, int64_t *seconds)
{
	struct strbuf mended = STRBUF_INIT;
	char *valid;

	while (ascii_is_space(*raw))
		raw++;
	if (strlen(raw) > DATE_BYTES)
		return false;
	mail_text_mend_date(&mended, raw);
	valid = text_repair(mended.data, mended.len);
	GDateTime *date = g_mime_utils_header_decode_date(valid);
	free(valid);
	strbuf_fini(&mended);
	if (!date)
		return false;
	*seconds = g_date_time_to_unix(date);
	g_date_time_unref(date);
	return true;
}

char *mail_text_message_id(const char *raw)
{
	char *id = g_mime_utils_decode_message_id(raw);
	char *copy = id && *id ? memory_copy_string(id) : NULL;

	g_free(id);
	return copy;
}
