/* An export under way: what the formats share.
 * Not here: anything a caller sees (filo/exchange/export.h). */
#ifndef FILO_EXCHANGE_EXPORT_EXPORTING_H
#define FILO_EXCHANGE_EXPORT_EXPORTING_H

#include "exchange/vcard/vcard_write.h"
#include "filo/store/contacts.h"

#include <stdio.h>

struct export_person {
	contact_id id;
	char *uid;
};

struct exporting {
	struct store *store;
	FILE *out;
	struct vector people;  /* of struct export_person, by id: in this order all formats go */
	struct vector circles; /* of struct circle */
	void *format;          /* what one format needs besides */
};

/* The UID of a contact, or NULL. Borrowed. */
const char *exporting_uid(const struct exporting *exporting, contact_id id);
/* The name of a circle, or NULL for none. Borrowed. */
const char *exporting_circle(const struct exporting *exporting, circle_id id);

/* Loads every contact in turn. */
enum status exporting_each_contact(struct exporting *exporting,
	enum status (*each)(
		struct exporting *exporting, const struct contact *contact, struct error *err),
	struct error *err);
enum status exporting_write(
	struct exporting *exporting, const char *bytes, size_t len, struct error *err);

enum status export_vcards(
	struct exporting *exporting, enum vcard_version version, struct error *err);
enum status export_json(struct exporting *exporting, struct error *err);
enum status export_log_csv(struct exporting *exporting, struct error *err);
enum status export_contacts_csv(struct exporting *exporting, struct error *err);
enum status export_ics(struct exporting *exporting, struct error *err);

#endif
