/* Tables of old programs come in the code page of their country: "£ukasz ¯ak" is Łukasz Żak.
 * Not here: rows (csv_rows.c), other formats. */
#include "exchange/csv/csv_code_page.h"

#include "filo/base/ascii.h"
#include "filo/base/text.h"

#include <stdlib.h>
#include <string.h>

/* In Central Europe and in the West. */
static bool is_letter(const char *bytes, size_t len, size_t at)
{
	if (at >= len)
		return false;
	unsigned char byte = (unsigned char)bytes[at];
	if (byte >= 0x80 && byte < 0xC0)
		return strchr("\x8A\x8C\x8E\x9A\x9C\x9E\x9F", byte);
	return byte >= 0xC0 ? byte != 0xD7 && byte != 0xF7
			    : ascii_upper((char)byte) != ascii_lower((char)byte);
}

/* Letters in Central Europe, which in the West are signs ("¿ ¡ £ ¥ ¯ ³ ¹ ¼ ¾") or nothing. */
static const char central[] = "\xBF\xA1\xA3\xA5\xAF\xB3\xB9\xBC\xBE\x8D\x8F\x9D";
#define OF_SPANISH 3u /* the first two, as bits of `kinds` */

static bool is_central(char byte)
{
	return byte && strchr(central, byte);
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

/* Spanish writes it before a vowel, where it is \xF1 in the West; Polish, which has another letter
 * there, never does. */
static bool is_enye(const char *bytes, size_t len, size_t at)
{
	static const char vowels[] = "aeiouAEIOU\xE1\xE9\xED\xF3\xFA\xC1\xC9\xCD\xD3\xDA";

	return at + 1 < len && strchr("\xF1\xD1", bytes[at]) && bytes[at + 1] &&
	       strchr(vowels, bytes[at + 1]);
}

static bool is_small(char byte)
{
	return byte >= 'a' && byte <= 'z';
}

static bool is_inner(const char *bytes, size_t at, const char *letters)
{
	return at && bytes[at] && is_small(bytes[at - 1]) && strchr(letters, bytes[at]);
}

/* Behind a small letter: "Ren\x8E" is René there, where others have a capital, a sign or nothing.
 * What is a small letter in DOS too is half a proof. */
static size_t mac_halves(const char *bytes, size_t at)
{
	return is_inner(bytes, at, "\x8E\x8F\x90\x98")       ? 2
	       : is_inner(bytes, at, "\x87\x88\x89\x8A\x8D") ? 1
							     : 0;
}

/* "Ren\x82" is René in DOS; on a Mac these are capitals. */
static bool is_of_dos(const char *bytes, size_t at)
{
	return is_inner(bytes, at, "\x81\x82\x83\x84\x85");
}

static bool is_latin(const char *bytes, size_t at)
{
	unsigned char byte = (unsigned char)bytes[at];

	return at && byte >= 0xE0 && byte != 0xF7 && is_small(bytes[at - 1]);
}

void csv_code_page_look(struct source *source, const char *bytes, size_t len)
{
	struct code_page_signs *signs = &source->signs;

	if (source->done <= signs->looked_to)
		return;
	signs->looked_to = source->done;
	for (size_t i = 0; i < len; i++) {
		size_t whole = bytes[i] & 0x80 ? utf8_len(bytes + i, len - i) : 1;
		if (whole) {
			signs->utf8 += whole > 1;
			i += whole - 1;
			continue;
		}
		signs->others++;
		signs->west += is_enye(bytes, len, i);
		signs->mac += mac_halves(bytes, i);
		signs->dos += is_of_dos(bytes, i);
		signs->latin += is_latin(bytes, i);
		if (is_sure(bytes, len, i)) {
			signs->central++;
			signs->kinds |= 1u << (strchr(central, bytes[i]) - central);
		}
	}
}

const char *csv_code_page_of(const struct code_page_signs *signs)
{
	/* "hola\xBFvienes": the blank before a question is easily forgotten. */
	bool is_question = !(signs->kinds & (signs->kinds - 1)) && signs->kinds & OF_SPANISH;

	if (!signs->dos && signs->mac > 1 + signs->latin + signs->central)
		return CODE_PAGE_MAC;
	return signs->central > signs->west && !is_question ? CODE_PAGE_CENTRAL : CODE_PAGE_WEST;
}

static bool decode(struct strbuf *out, const char *bytes, size_t len, const char *page)
{
	return source_decode(
		out, bytes, len, strcmp(page, CODE_PAGE_MAC) != 0 ? page : "MACINTOSH");
}

/* Each run of bytes that are no UTF-8 by itself. */
static char *decode_runs(const char *bytes, size_t len, const char *page)
{
	struct strbuf out = STRBUF_INIT;

	for (size_t i = 0, run; i < len; i += run) {
		for (run = 0; i + run < len && bytes[i + run] & 0x80 &&
			      !utf8_len(bytes + i + run, len - i - run);)
			run++;
		if (run && !decode(&out, bytes + i, run, page)) {
			char *repaired = text_repair(bytes + i, run);
			strbuf_add(&out, repaired);
			free(repaired);
		} else if (!run) {
			run = bytes[i] & 0x80 ? utf8_len(bytes + i, len - i) : 1;
			strbuf_add_bytes(&out, bytes + i, bytes[i] ? run : 0);
		}
	}
	return strbuf_take(&out);
}

char *csv_code_page_decode(const char *bytes, size_t len, const struct code_page_signs *signs)
{
	struct strbuf out = STRBUF_INIT;
	/* In capitals two letters may look like one of UTF-8 ("\xD3\xA3"); and files are joined. */
	bool is_mixed = signs->utf8 > signs->others;
	const char *page = csv_code_page_of(signs);

	if (!strcmp(page, CODE_PAGE_WEST))
		return text_repair(bytes, len);
	if (is_mixed || !decode(&out, bytes, len, page)) {
		strbuf_fini(&out);
		return decode_runs(bytes, len, page);
	}
	return strbuf_take(&out);
}

enum status csv_code_page_tell(
	const struct csv_row *row, bool *is_told, const struct record_sink *sink, struct error *err)
{
	return row->code_page ? record_tell_page(sink, row->line, row->code_page, is_told, err)
			      : STATUS_OK;
}
