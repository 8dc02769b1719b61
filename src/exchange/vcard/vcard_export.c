/* All contacts as vCards.
 * Not here: how a card is written (vcard_write.c). */
#include "exchange/vcard/vcard_export.h"

#include "exchange/vcard/vcard_value.h"
#include "exchange/vcard/vcard_write.h"
#include "filo/base/memory.h"

#include <string.h>

static char *vcard_export_uid_of(void *context, contact_id other)
{
	return memory_copy_string(exporting_uid(context, other));
}

static void unfold(struct strbuf *out, const char *card)
{
	for (const char *fold; (fold = strstr(card, "\r\n ")); card = fold + 3)
		strbuf_add_bytes(out, card, (size_t)(fold - card));
	strbuf_add(out, card);
}

/* In the value of an unfolded line. */
static bool has_bare_comma(const char *line, const char *end)
{
	bool is_quoted = false;

	for (; line < end && (is_quoted || *line != ':'); line++)
		is_quoted ^= *line == '"';
	for (const char *c = line; c < end; c++) {
		if (*c == ',')
			return true;
		c += *c == '\\';
	}
	return false;
}

/* Whether a server would cut something of a card, or refuse it for KDE's "X-what/ever": see
 * export_describe_loss. */
static bool is_cut(const char *card)
{
	struct strbuf lines = STRBUF_INIT;
	bool is_so = false;

	unfold(&lines, card);
	for (const char *line = lines.data, *end; !is_so && (end = strstr(line, "\r\n"));
		line = end + 2) {
		size_t group = strcspn(line, ".;:");
		const char *name = line[group] == '.' ? line + group + 1 : line;
		size_t len = strcspn(name, ";:");
		is_so = memchr(name, '/', len) ||
			(has_bare_comma(name, end) && !strchr(vcard_separators(name, len), ','));
	}
	strbuf_fini(&lines);
	return is_so;
}

static enum status write_card(
	struct exporting *exporting, const struct contact *contact, struct error *err)
{
	const enum vcard_version *version = exporting->format;
	struct strbuf card = STRBUF_INIT;
	enum status status;

	bool is_whole = vcard_write(&card, contact, exporting_circle(exporting, contact->circle),
		*version, vcard_export_uid_of, exporting);
	exporting->lossy += *version == VCARD_4 ? is_cut(card.data) : !is_whole;
	status = exporting_write(exporting, card.data, card.len, err);
	strbuf_fini(&card);
	return status;
}

static enum status write_cards(
	struct exporting *exporting, enum vcard_version version, struct error *err)
{
	enum status status;

	exporting->format = &version;
	status = exporting_each_contact(exporting, write_card, err);
	exporting->format = NULL;
	return status;
}

enum status vcard_export_3(struct exporting *exporting, struct error *err)
{
	return write_cards(exporting, VCARD_3, err);
}

enum status vcard_export_4(struct exporting *exporting, struct error *err)
{
	return write_cards(exporting, VCARD_4, err);
}
