/* Reading the properties that say how to reach somebody, and who is close to them.
 * Not here: names, notes, dates (vcard_fields.c). */
#include "exchange/vcard/vcard_channels.h"

#include "exchange/vcard/vcard_value.h"
#include "filo/base/ascii.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/base/uuid.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static enum vcard_taken vcard_channels_add_channel(
	struct taking *taking, enum channel_kind kind, const char *value, bool is_whole)
{
	char *trimmed = text_trim(value);
	bool is_blank = !*trimmed;

	if (!is_blank)
		contact_add_channel(&taking->record->contact, kind, trimmed, taking->label,
			taking->is_preferred);
	free(trimmed);
	if (is_blank)
		return VCARD_UNKNOWN;
	return is_whole ? vcard_taken_if_plain(taking) : VCARD_PARTLY;
}

/* An address may stand as "Name" <a@b>, or as a mailto: URI. */
enum vcard_taken vcard_read_email(struct taking *taking)
{
	char *open = strrchr(taking->text, '<');
	char *close = open ? strchr(open, '>') : NULL;

	if (close) {
		*close = '\0';
		return vcard_channels_add_channel(taking, CHANNEL_EMAIL, open + 1, false);
	}
	if (ascii_begins(taking->text, "mailto:"))
		return vcard_channels_add_channel(taking, CHANNEL_EMAIL, taking->text + 7, false);
	return vcard_channels_add_channel(taking, CHANNEL_EMAIL, taking->text, true);
}

/* "%2B39" of a URI is "+39". */
static void add_plain(struct strbuf *out, const char *text, size_t len)
{
	unsigned byte;

	for (size_t i = 0; i < len; i++)
		if (text[i] == '%' && isxdigit((unsigned char)text[i + 1]) &&
			isxdigit((unsigned char)text[i + 2]) &&
			sscanf(text + i + 1, "%2x", &byte) == 1 && byte >= ' ' && byte < 0x7F) {
			strbuf_add_char(out, (char)byte);
			i += 2;
		} else {
			strbuf_add_char(out, text[i]);
		}
}

/* "tel:+39-06-555;ext=12" becomes "+39-06-555 ext. 12". */
enum vcard_taken vcard_read_phone(struct taking *taking)
{
	struct strbuf number = STRBUF_INIT;
	char *extension;
	enum vcard_taken taken;

	if (!ascii_begins(taking->text, "tel:"))
		return vcard_channels_add_channel(taking, CHANNEL_PHONE, taking->text, true);
	extension = strstr(taking->text, ";ext=");
	add_plain(&number, taking->text + 4, strcspn(taking->text + 4, ";"));
	if (extension) {
		strbuf_add(&number, " ext. ");
		add_plain(&number, extension + 5, strcspn(extension + 5, ";"));
	}
	taken = vcard_channels_add_channel(
		taking, CHANNEL_PHONE, number.data, !strpbrk(taking->text, ";%"));
	strbuf_fini(&number);
	return taken;
}

enum vcard_taken vcard_read_channel(struct taking *taking)
{
	return vcard_channels_add_channel(
		taking, *(const enum channel_kind *)taking->data, taking->text, true);
}

/* X-JABBER:ann@example.org and its like: the scheme says which. */
enum vcard_taken vcard_read_old_messenger(struct taking *taking)
{
	struct strbuf uri = STRBUF_INIT;
	enum vcard_taken taken;

	if (text_is_blank(taking->text))
		return VCARD_UNKNOWN;
	strbuf_add_format(&uri, "%s:%s", (const char *)taking->data, taking->text);
	taken = vcard_channels_add_channel(taking, CHANNEL_MESSENGER, uri.data, false);
	strbuf_fini(&uri);
	return taken;
}

#define KDE_SEPARATOR "\xEE\x80\x80" /* U+E000, a character of nobody's */

/* X-messaging/xmpp-All, as KDE's address book wrote it before IMPP. */
enum vcard_taken vcard_read_kde_messenger(struct taking *taking)
{
	struct strbuf uri = STRBUF_INIT;

	for (const char *s = taking->text, *end; *s; s = end + (*end ? strlen(KDE_SEPARATOR) : 0)) {
		end = strstr(s, KDE_SEPARATOR);
		end = end ? end : s + strlen(s);
		strbuf_clear(&uri);
		strbuf_add_format(&uri, "%s:%.*s", (const char *)taking->data, (int)(end - s), s);
		if (end > s)
			vcard_channels_add_channel(taking, CHANNEL_MESSENGER, uri.data, false);
	}
	strbuf_fini(&uri);
	return VCARD_PARTLY; /* it goes out under its own name */
}

/* Post office box, extension, street, place, region, code, country: lines as on an envelope, or
 * where all are empty what the label of an envelope says. */
enum vcard_taken vcard_read_address(struct taking *taking)
{
	struct strbuf lines = STRBUF_INIT, parts[7];
	const char *value = taking->property->value;
	enum vcard_taken taken;
	bool is_street = true; /* as filo writes it, too */

	for (size_t i = 0; i < 7; i++) {
		size_t len = vcard_part_length(value, ';');
		strbuf_init(&parts[i]);
		is_street &= vcard_join_parts(&parts[i], value, len, ',', ", ") <= (i == 2);
		value += len;
		value += *value == ';';
	}
	for (size_t i = 0; i < 7; i++) {
		/* The code stands before the place, on one line with it. */
		static const size_t order[] = { 0, 1, 2, 5, 3, 4, 6 };
		const struct strbuf *part = &parts[order[i]];
		if (text_is_blank(part->data))
			continue;
		strbuf_add_item(&lines, order[i] == 3 && parts[5].len ? " " : "\n", part->data);
	}
	const char *label = vcard_property_param(taking->property, "LABEL");
	if (!lines.len && label)
		vcard_unescape(&lines, label, strlen(label));
	taken = vcard_channels_add_channel(
		taking, CHANNEL_ADDRESS, lines.data, is_street && !*value);
	for (size_t i = 0; i < 7; i++)
		strbuf_fini(&parts[i]);
	strbuf_fini(&lines);
	return taken;
}

static const struct {
	const char *word; /* of RELATED's TYPE, or of Apple's label, lower case */
	enum relation_kind kind;
	bool is_whole; /* the kind says as much as the word */
} relation_words[] = {
	{ "introduced-by", RELATION_INTRODUCED_BY, true }, /* "x-introduced-by" */
	{ "referred-by", RELATION_INTRODUCED_BY, false },
	{ "spouse", RELATION_PARTNER, true },
	{ "partner", RELATION_PARTNER, false },
	{ "sweetheart", RELATION_PARTNER, false },
	{ "wife", RELATION_PARTNER, false },
	{ "husband", RELATION_PARTNER, false },
	{ "kin", RELATION_FAMILY, true },
	{ "child", RELATION_FAMILY, false },
	{ "parent", RELATION_FAMILY, false },
	{ "sibling", RELATION_FAMILY, false },
	{ "mother", RELATION_FAMILY, false },
	{ "father", RELATION_FAMILY, false },
	{ "brother", RELATION_FAMILY, false },
	{ "sister", RELATION_FAMILY, false },
	{ "son", RELATION_FAMILY, false },
	{ "daughter", RELATION_FAMILY, false },
	{ "relative", RELATION_FAMILY, false },
	{ "colleague", RELATION_COLLEAGUE, true },
	{ "co-worker", RELATION_COLLEAGUE, false },
	{ "manager", RELATION_COLLEAGUE, false },
	{ "assistant", RELATION_COLLEAGUE, false },
	{ "agent", RELATION_COLLEAGUE, false },
	{ "friend", RELATION_FRIEND, true },
	{ "contact", RELATION_FRIEND, false },
	{ "acquaintance", RELATION_FRIEND, false },
};

static bool vcard_channels_find_relation(
	const char *words, enum relation_kind *kind, bool *is_whole)
{
	for (size_t i = 0; i < sizeof relation_words / sizeof *relation_words; i++) {
		const char *word = relation_words[i].word;
		const char *at = words ? ascii_find(words, word) : NULL;
		size_t len = strlen(word);
		if (!at || (at > words && at[-1] != ' ') || (at[len] && at[len] != ' '))
			continue;
		*kind = relation_words[i].kind;
		*is_whole = relation_words[i].is_whole && strlen(words) == len;
		return true;
	}
	return false;
}

enum vcard_taken vcard_read_relation(struct taking *taking)
{
	const char *fixed = taking->data, *value = taking->text;
	const char *type = vcard_property_param(taking->property, "VALUE");
	bool is_text = fixed || (type && ascii_equal(type, "text")) || !strchr(value, ':');
	struct strbuf name = STRBUF_INIT;
	enum relation_kind kind;
	struct relation *relation;
	bool is_whole;

	if (!vcard_channels_find_relation(
		    fixed && *fixed ? fixed : taking->label, &kind, &is_whole))
		return VCARD_UNKNOWN;
	if (text_is_blank(value))
		return VCARD_UNKNOWN;
	if (ascii_begins(value, UUID_URN) || uuid_is(value))
		strbuf_add_format(&name, "urn:uid:%s", value);
	else if (relation_uid(value) || is_text)
		strbuf_add(&name, value);
	if (!name.len)
		return VCARD_UNKNOWN; /* a web page about somebody */
	relation = vector_push(&taking->record->contact.relations, NULL);
	relation->kind = kind;
	relation->name = strbuf_take(&name);
	return is_whole && !fixed ? vcard_taken_if_plain(taking) : VCARD_PARTLY;
}
