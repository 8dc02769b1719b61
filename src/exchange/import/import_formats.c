/* The table of import formats; a new one is a row here.
 * Not here: reading them. */
#include "filo/exchange/import_formats.h"

#include "exchange/csv/csv_contacts.h"
#include "exchange/csv/csv_log.h"
#include "exchange/import/import_entries.h"
#include "exchange/import/import_json.h"
#include "exchange/import/import_people.h"
#include "exchange/read_ahead.h"
#include "exchange/vcard/vcard_read.h"
#include "filo/base/ascii.h"
#include "filo/base/i18n.h"

#include <string.h>

static struct record_sink sink_of(struct importing *importing)
{
	return (struct record_sink){ .context = importing,
		.today = store_today(importing->store),
		.person = importing_person,
		.entry = importing_entry,
		.problem = importing_problem };
}

static enum status read_vcard(struct importing *importing, struct error *err)
{
	const struct record_sink sink = sink_of(importing);

	return vcard_read(importing->source, &sink, err);
}

static enum status read_log(struct importing *importing, struct error *err)
{
	const struct record_sink sink = sink_of(importing);

	return read_ahead(importing->source, csv_log_read, &sink, err);
}

static enum status read_contacts(struct importing *importing, struct error *err)
{
	const struct record_sink sink = sink_of(importing);

	return csv_contacts_read(importing->source, &sink, err);
}

/* A log is asked for before contacts: its columns are fewer, and surer. */
static const struct import_format formats[] = {
	{ "vcard", "vCard", vcard_recognises, read_vcard },
	{ "log", "CSV", csv_log_recognises, read_log },
	{ "csv", "CSV", csv_contacts_recognises, read_contacts },
	{ "json", "JSON", import_json_recognises, import_json },
};
#define FORMATS (sizeof formats / sizeof *formats)

const struct import_format *import_format_named(const char *word)
{
	for (size_t i = 0; i < FORMATS; i++)
		if (ascii_equal(word, formats[i].name))
			return &formats[i];
	return NULL;
}

const struct import_format *import_format_of(const char *bytes, size_t len)
{
	for (size_t i = 0; i < FORMATS; i++)
		if (formats[i].recognises(bytes, len))
			return &formats[i];
	return NULL;
}

void import_format_names(struct strbuf *out)
{
	struct strbuf names = STRBUF_INIT;

	for (size_t i = 0; i + 1 < FORMATS; i++)
		strbuf_add_format(&names, i ? ", %s" : "%s", formats[i].name);
	/* Translators: "vcard, csv" and "json". */
	strbuf_add_format(out, _("%s and %s"), names.data, formats[FORMATS - 1].name);
	strbuf_fini(&names);
}

/* Two rows may be called the same, but not the last two. */
void import_format_labels(struct strbuf *out)
{
	struct strbuf labels = STRBUF_INIT;

	for (size_t i = 0; i + 1 < FORMATS; i++)
		if (!i || strcmp(formats[i].label, formats[i - 1].label))
			strbuf_add_format(&labels, i ? ", %s" : "%s", formats[i].label);
	/* Translators: "vCard, CSV" or "JSON". */
	strbuf_add_format(out, _("%s or %s"), labels.data, formats[FORMATS - 1].label);
	strbuf_fini(&labels);
}
