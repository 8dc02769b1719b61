/* All contacts as vCards, or one.
 * Not here: how a card is written (vcard_write.c). */
#include "exchange/export/exporting.h"
#include "filo/base/memory.h"
#include "filo/exchange/export.h"

static char *uid_of(void *context, contact_id other)
{
	return memory_copy_string(exporting_uid(context, other));
}

static enum status write_card(
	struct exporting *exporting, const struct contact *contact, struct error *err)
{
	const enum vcard_version *version = exporting->format;
	struct strbuf card = STRBUF_INIT;
	enum status status;

	vcard_write(&card, contact, exporting_circle(exporting, contact->circle), *version, uid_of,
		exporting);
	status = exporting_write(exporting, card.data, card.len, err);
	strbuf_fini(&card);
	return status;
}

enum status export_vcards(
	struct exporting *exporting, enum vcard_version version, struct error *err)
{
	enum status status;

	exporting->format = &version;
	status = exporting_each_contact(exporting, write_card, err);
	exporting->format = NULL;
	return status;
}

char *export_card(struct store *store, contact_id id, struct error *err)
{
	struct strbuf card = STRBUF_INIT;
	struct contact contact;

	if (contact_load(store, id, &contact, err) != STATUS_OK)
		return NULL;
	vcard_write(&card, &contact, NULL, VCARD_4, NULL, NULL);
	contact_fini(&contact);
	return strbuf_take(&card);
}
