/* An export under way: what the formats share.
 * Not here: the formats, anything a caller sees (filo/exchange/export.h). */
#ifndef FILO_EXCHANGE_EXPORTING_H
#define FILO_EXCHANGE_EXPORTING_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/store/store.h"

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
	int64_t lossy;         /* people, see export_describe_loss */
};

enum status exporting_init(
	struct exporting *exporting, struct store *store, FILE *out, struct error *err);
void exporting_fini(struct exporting *exporting); /* also after it failed */

/* The UID of a contact, or NULL. Borrowed. */
const char *exporting_uid(const struct exporting *exporting, contact_id id);
/* The name of a circle, or NULL for none. Borrowed. */
const char *exporting_circle(const struct exporting *exporting, circle_id id);

/* Loads every contact in turn. */
enum status exporting_each_contact(struct exporting *exporting,
	enum status (*each)(
		struct exporting *exporting, const struct contact *contact, struct error *err),
	struct error *err);
/* Everybody in turn, without loading them. */
enum status exporting_each_person(struct exporting *exporting,
	enum status (*each)(
		struct exporting *exporting, const struct export_person *person, struct error *err),
	struct error *err);
enum status exporting_write(
	struct exporting *exporting, const char *bytes, size_t len, struct error *err);

#endif
