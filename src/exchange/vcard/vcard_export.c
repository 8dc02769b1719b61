/* All contacts as vCards.
 * Not here: how a card is written (vcard_write.c). */
#include "exchange/vcard/vcard_export.h"

#include "exchange/vcard/vcard_write.h"
#include "filo/base/memory.h"

static char *vcard_export_uid_of(void *context, contact_id other)
{
	return memory_copy_string(exporting_uid(context, other));
}

static enum status write_card(
	struct exporting *exporting, const struct contact *contact, struct error *err)
{
	const enum vcard_version *version = exporting->format;
	struct strbuf card = STRBUF_INIT;
	enum status status;

	vcard_write(&card, contact, exporting_circle(exporting, contact->circle), *version,
		vcard_export_uid_of, exporting);
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
