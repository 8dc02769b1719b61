/* What every export reads first: who there is, and the circles.
 * Not here: the formats. */
#include "exchange/exporting.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/store/circles.h"
#include "filo/store/contacts.h"
#include "filo/store/sources.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static enum status exporting_add_person(
	void *context, contact_id id, const char *uid, const char *name, struct error *err)
{
	struct exporting *exporting = context;
	struct export_person person = { .id = id, .uid = memory_copy_string(uid) };

	(void)name;
	(void)err;
	vector_push(&exporting->people, &person);
	return STATUS_OK;
}

enum status exporting_init(
	struct exporting *exporting, struct store *store, FILE *out, struct error *err)
{
	*exporting = (struct exporting){ .store = store,
		.out = out,
		.people = VECTOR_INIT(struct export_person),
		.circles = VECTOR_INIT(struct circle) };
	enum status status = circle_list(store, &exporting->circles, err);

	return status == STATUS_OK ? contact_walk(store, exporting_add_person, exporting, err)
				   : status;
}

void exporting_fini(struct exporting *exporting)
{
	struct export_person *person;

	VECTOR_EACH (person, &exporting->people)
		free(person->uid);
	vector_fini(&exporting->people);
	VECTOR_FINI(struct circle, &exporting->circles, circle_fini);
}

const char *exporting_uid(const struct exporting *exporting, contact_id id)
{
	size_t low = 0, high = exporting->people.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct export_person *person = vector_at(&exporting->people, middle);
		if (person->id == id)
			return person->uid;
		if (person->id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

const char *exporting_circle(const struct exporting *exporting, circle_id id)
{
	struct circle *circle;

	VECTOR_EACH (circle, &exporting->circles)
		if (circle->id == id)
			return circle->name;
	return NULL;
}

enum status exporting_each_contact(struct exporting *exporting,
	enum status (*each)(
		struct exporting *exporting, const struct contact *contact, struct error *err),
	struct error *err)
{
	enum status status = STATUS_OK;
	struct export_person *person;

	VECTOR_EACH (person, &exporting->people) {
		struct contact contact;
		status = contact_load(exporting->store, person->id, &contact, err);
		if (status != STATUS_OK)
			break;
		status = each(exporting, &contact, err);
		contact_fini(&contact);
		if (status != STATUS_OK)
			break;
	}
	return status;
}

enum status exporting_each_person(struct exporting *exporting,
	enum status (*each)(
		struct exporting *exporting, const struct export_person *person, struct error *err),
	struct error *err)
{
	enum status status = STATUS_OK;
	const struct export_person *person;

	VECTOR_EACH (person, &exporting->people)
		if (status == STATUS_OK)
			status = each(exporting, person, err);
	return status;
}

enum status exporting_write(
	struct exporting *exporting, const char *bytes, size_t len, struct error *err)
{
	if (fwrite(bytes, 1, len, exporting->out) == len)
		return STATUS_OK;
	return error_set(err, STATUS_IO, _("Could not write: %s"), strerror(errno));
}
