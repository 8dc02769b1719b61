/* The table of import formats; a new one is a row here.
 * Not here: reading them. */
#include "filo/exchange/import_formats.h"

#include "exchange/csv/csv_contacts.h"
#include "exchange/csv/csv_log.h"
#include "exchange/import/import_entries.h"
#include "exchange/import/import_history.h"
#include "exchange/import/import_json.h"
#include "exchange/import/import_people.h"
#include "exchange/read_ahead.h"
#include "exchange/vcard/vcard_read.h"
#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/spoken.h"
#include "filo/base/text.h"

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
	{ "vcard", "vCard", vcard_recognises, read_vcard, false, false },
	{ "messages", "CSV", history_recognises, history_read, true, true },
	{ "log", "CSV", csv_log_recognises, read_log, false, false },
	{ "csv", "CSV", csv_contacts_recognises, read_contacts, false, false },
	{ "json", "JSON", import_json_recognises, import_json, true, false },
};
#define FORMATS (sizeof formats / sizeof *formats)

const char *import_format_name(size_t at)
{
	return at < FORMATS ? formats[at].name : NULL;
}

const struct import_format *import_format_named(const char *word)
{
	int found = spoken_find_name(import_format_name, word);

	return found < 0 ? NULL : &formats[found];
}

/* Commas and names in other programs' JSON look much like CSV. */
static bool begins_like_json(const char *bytes, size_t len)
{
	size_t at = 0;

	while (at < len && ascii_is_space(bytes[at]))
		at++;
	return at < len && (bytes[at] == '{' || bytes[at] == '[');
}

/* After blanks, perhaps. */
static bool has_line_that_begins(const char *bytes, size_t len, const char *words)
{
	size_t words_len = strlen(words);
	const char *end = bytes + len, *at = bytes;

	while ((at = memmem(at, (size_t)(end - at), words, words_len))) {
		const char *begin = at;
		while (begin > bytes && begin[-1] && strchr(" \t", begin[-1]))
			begin--;
		if (begin == bytes || begin[-1] == '\n')
			return true;
		at += words_len;
	}
	return false;
}

/* So do the address books of abook and of Emacs, and friends.md: filo-read knows them. In cards and
 * in filo's own JSON such words are only what somebody wrote. */
static bool is_a_readers(const char *bytes, size_t len)
{
	static const char *const words[] = { "program=abook", ":PROPERTIES:", "### Friends:" };

	if (begins_like_json(bytes, len) || vcard_recognises(bytes, len))
		return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (has_line_that_begins(bytes, len, words[i]))
			return true;
	return false;
}

const struct import_format *import_format_of(const char *bytes, size_t len)
{
	bool is_json = begins_like_json(bytes, len);

	if (is_a_readers(bytes, len))
		return NULL;
	for (size_t i = 0; i < FORMATS; i++)
		if ((!is_json || formats[i].takes_json) && formats[i].recognises(bytes, len))
			return &formats[i];
	return NULL;
}

enum status import_format_refuse(const char *word, struct error *err)
{
	struct strbuf names = STRBUF_INIT;

	import_format_names(&names);
	enum status status = error_set(err, STATUS_USAGE,
		_("there is no format \"%s\"; there are %s, and those of filo-read, "
		  "which filo(5) tells"),
		text_brief(word).text, names.data);
	strbuf_fini(&names);
	return status;
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
