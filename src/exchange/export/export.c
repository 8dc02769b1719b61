/* Exports: which format, to which file or stream.
 * Not here: the formats themselves. */
#include "filo/exchange/export.h"

#include "exchange/export/exporting.h"
#include "exchange/vcard/vcard_write.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/paths.h"
#include "filo/store/sources.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static enum status write_vcard4(struct exporting *exporting, struct error *err)
{
	return export_vcards(exporting, VCARD_4, err);
}

static enum status write_vcard3(struct exporting *exporting, struct error *err)
{
	return export_vcards(exporting, VCARD_3, err);
}

static const struct {
	const char *name;
	enum status (*write)(struct exporting *exporting, struct error *err);
} formats[EXPORT_FORMATS] = {
	[EXPORT_VCARD] = { "vcard", write_vcard4 },
	[EXPORT_VCARD3] = { "vcard3", write_vcard3 },
	[EXPORT_JSON] = { "json", export_json },
	[EXPORT_LOG_CSV] = { "csv", export_log_csv },
	[EXPORT_CONTACTS_CSV] = { "contacts-csv", export_contacts_csv },
	[EXPORT_ICS] = { "ics", export_ics },
};

const char *export_format_name(enum export_format format)
{
	return formats[format].name;
}

bool export_format_parse(const char *word, enum export_format *format)
{
	for (int i = 0; i < EXPORT_FORMATS; i++) {
		if (!strcasecmp(word, formats[i].name)) {
			*format = (enum export_format)i;
			return true;
		}
	}
	return false;
}

static enum status remember_uid(
	void *context, contact_id id, const char *uid, const char *name, struct error *err)
{
	struct exporting *exporting = context;
	struct export_person person = { .id = id, .uid = memory_copy_string(uid) };

	(void)name;
	(void)err;
	vector_push(&exporting->people, &person);
	return STATUS_OK;
}

static enum status exporting_init(
	struct exporting *exporting, struct store *store, FILE *out, struct error *err)
{
	*exporting = (struct exporting){ .store = store,
		.out = out,
		.people = VECTOR_INIT(struct export_person),
		.circles = VECTOR_INIT(struct circle) };
	enum status status = circle_list(store, &exporting->circles, err);

	return status == STATUS_OK ? contact_walk(store, remember_uid, exporting, err) : status;
}

static void exporting_fini(struct exporting *exporting)
{
	struct export_person *person;
	struct circle *circle;

	VECTOR_EACH (person, &exporting->people)
		free(person->uid);
	vector_fini(&exporting->people);
	VECTOR_EACH (circle, &exporting->circles)
		circle_fini(circle);
	vector_fini(&exporting->circles);
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

enum status exporting_write(
	struct exporting *exporting, const char *bytes, size_t len, struct error *err)
{
	if (fwrite(bytes, 1, len, exporting->out) == len)
		return STATUS_OK;
	return error_set(err, STATUS_IO, _("Could not write: %s"), strerror(errno));
}

enum status export_stream(
	struct store *store, enum export_format format, FILE *out, struct error *err)
{
	struct exporting exporting;
	/* One state of the data, whoever writes meanwhile. */
	bool is_own = store_begin_reading(store);
	enum status status = exporting_init(&exporting, store, out, err);

	if (status == STATUS_OK)
		status = formats[format].write(&exporting, err);
	if (status == STATUS_OK && fflush(out))
		status = error_set(err, STATUS_IO, _("Could not write: %s"), strerror(errno));
	exporting_fini(&exporting);
	store_end_reading(store, is_own);
	return status;
}

enum status export_file(
	struct store *store, enum export_format format, const char *path, struct error *err)
{
	struct file_writer writer;
	enum status status = file_writer_begin(&writer, path, err);

	if (status != STATUS_OK)
		return status;
	status = export_stream(store, format, writer.file, err);
	if (status == STATUS_OK)
		status = store_was_stopped(store, err);
	if (status == STATUS_OK)
		status = file_writer_commit(&writer, err);
	file_writer_abort(&writer);
	return status;
}
