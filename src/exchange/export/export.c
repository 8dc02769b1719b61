/* Exports: which format, to which file or stream.
 * Not here: the formats themselves. */
#include "filo/exchange/export.h"

#include "exchange/csv/csv_write.h"
#include "exchange/export/ics_write.h"
#include "exchange/json/json_export.h"
#include "exchange/vcard/vcard_export.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/paths.h"
#include "filo/base/spoken.h"
#include "filo/store/store.h"
#include "filo/store/watch.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name;
	enum status (*write)(struct exporting *exporting, struct error *err);
	struct plural loss; /* see export_describe_loss */
	const char *brief;  /* the same in passing: what is lost, and what to take instead */
} formats[EXPORT_FORMATS] = {
	[EXPORT_VCARD] = { "vcard", vcard_export_4,
		NN_("for a server such as Radicale take --vcard3: of 4.0 it cuts pictures, "
		    "addresses and nicknames at a comma, or refuses a card, of %lld person here",
			"for a server such as Radicale take --vcard3: of 4.0 it cuts pictures, "
			"addresses and nicknames at a comma, or refuses a card, of %lld people "
			"here"),
		N_("for a server such as Radicale, rather: filo export --vcard3") },
	[EXPORT_VCARD3] = { "vcard3", vcard_export_3,
		NN_("vCard 3.0 has one name and one birthday: others, of %lld person here, are "
		    "left out; 4.0 has all",
			"vCard 3.0 has one name and one birthday: others, of %lld people here, are "
			"left out; 4.0 has all") },
	[EXPORT_JSON] = { "json", json_export },
	[EXPORT_LOG_CSV] = { "csv", csv_export_log,
		NN_("%lld person here has a namesake and no e-mail address of their own: a table "
		    "of the log does not say who of them is meant, --format json does",
			"%lld people here have a namesake and no e-mail address of their own: a "
			"table of the log does not say who of them is meant, --format json does"),
		N_("who of two namesakes is meant is not said without an e-mail address: .json "
		   "does") },
	[EXPORT_CONTACTS_CSV] = { "contacts-csv", csv_export_contacts,
		NN_("for everything take --format json: labels, other days, relations, pictures "
		    "and further columns are not in a table, of %lld person here",
			"for everything take --format json: labels, other days, relations, "
			"pictures and further columns are not in a table, of %lld people here"),
		N_("without labels, other days, relations, pictures: .json has all") },
	[EXPORT_ICS] = { "ics", ics_export },
};

const char *export_format_name(size_t at)
{
	return at < EXPORT_FORMATS ? formats[at].name : NULL;
}

bool export_format_parse(const char *word, enum export_format *format)
{
	int found = spoken_find_name(export_format_name, word);

	if (found >= 0)
		*format = (enum export_format)found;
	return found >= 0;
}

void export_describe_loss(struct strbuf *out, enum export_format format, int64_t lossy)
{
	const struct plural *loss = &formats[format].loss;

	if (lossy && loss->one)
		strbuf_add_format(out, i18n_plural(loss, lossy), (long long)lossy);
}

const char *export_loss_in_brief(enum export_format format)
{
	return formats[format].brief ? _(formats[format].brief) : NULL;
}

enum status export_stream(struct store *store, enum export_format format, FILE *out, int64_t *lossy,
	struct error *err)
{
	struct exporting exporting;
	/* One consistent snapshot, even while another program writes. */
	bool is_own = store_begin_reading(store);
	enum status status = exporting_init(&exporting, store, out, err);

	if (status == STATUS_OK)
		status = formats[format].write(&exporting, err);
	if (status == STATUS_OK)
		status = store_unread(store, err);
	if (status == STATUS_OK && fflush(out))
		status = error_set(err, STATUS_IO, _("Could not write: %s"), strerror(errno));
	if (lossy)
		*lossy = exporting.lossy;
	exporting_fini(&exporting);
	store_end_reading(store, is_own);
	return status;
}

/* No export takes the place of the database, of a copy of it, or of what lies beside one:
 * everything would be gone that an export has not. Nor is it written to a terminal as it is: text
 * of others may act on it. */
static enum status export_check_target(const char *path, struct error *err)
{
	if (path_is_of_database(path))
		return error_set(err, STATUS_INVALID,
			_("%s is a database, or named like a part of one (-wal, -shm, -journal): "
			  "name another file"),
			path);
	if (path_is_terminal(path))
		return error_set(
			err, STATUS_INVALID, _("%s is not a file: name another one"), path);
	return STATUS_OK;
}

enum status export_file(struct store *store, enum export_format format, const char *path,
	int64_t *lossy, struct error *err)
{
	struct file_writer writer;
	enum status status = export_check_target(path, err);

	if (status == STATUS_OK)
		status = file_writer_begin(&writer, path, err);
	if (status != STATUS_OK)
		return status;
	status = export_stream(store, format, writer.file, lossy, err);
	if (status == STATUS_OK)
		status = store_was_stopped(store, err);
	if (status == STATUS_OK)
		status = file_writer_commit(&writer, err);
	file_writer_abort(&writer);
	return status;
}
