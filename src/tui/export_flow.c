/* Export, backup and check on the screen: where to, and what came of it.
 * Not here: the formats (exchange), the copy (store). */
#include "actions.h"

#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/exchange/export.h"
#include "form.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What a path ends in tells the format. */
static const struct {
	const char *ending;
	enum export_format format;
} endings[] = { { ".vcf", EXPORT_VCARD }, { ".json", EXPORT_JSON }, { ".csv", EXPORT_LOG_CSV },
	{ ".ics", EXPORT_ICS } };

static bool format_of(const char *path, enum export_format *format)
{
	size_t len = strlen(path);

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t ending = strlen(endings[i].ending);
		if (len > ending && !strcmp(path + len - ending, endings[i].ending)) {
			*format = endings[i].format;
			return true;
		}
	}
	return false;
}

static enum status write_export(struct store *store, const char *path, struct error *err)
{
	enum export_format format;

	if (!format_of(path, &format))
		return error_set(err, STATUS_INVALID,
			_("The name must end in .vcf (vCard), .json (everything), .csv (the log) "
			  "or .ics (dates)"));
	return export_file(store, format, path, err);
}

static void take_path(struct app *app, const char *text, const char *done,
	enum status (*write)(struct store *store, const char *path, struct error *err))
{
	struct error err;

	if (text_is_blank(text))
		return;
	char *path = text_trim(text);
	if (access(path, F_OK) == 0)
		app_say(app, _("%s is there already: choose another name"), path);
	else if (write(app->store, path, &err) != STATUS_OK)
		app_say_error(app, &err);
	else
		app_say(app, done, path);
	free(path);
}

static void take_export(struct app *app, void *context, const char *text)
{
	(void)context;
	take_path(app, text, _("Written to %s"), write_export);
}

static void take_backup(struct app *app, void *context, const char *text)
{
	(void)context;
	take_path(app, text, _("A whole copy is in %s"), store_backup);
}

void command_export(struct app *app)
{
	app_push(app, prompt_view(_("Export to (.vcf, .json, .csv or .ics)"), "", FIELD_PATH,
			      take_export, NULL));
}

void command_backup(struct app *app)
{
	app_push(app, prompt_view(_("Copy the database to"), "", FIELD_PATH, take_backup, NULL));
}

static void keep_last(void *context, const char *line)
{
	struct strbuf *last = context;

	strbuf_clear(last);
	strbuf_add(last, line);
}

void command_check(struct app *app)
{
	struct strbuf last = STRBUF_INIT;
	struct error err;
	int problems = 0;

	if (store_check(app->store, keep_last, &last, &problems, &err) != STATUS_OK)
		app_say_error(app, &err);
	else if (!problems)
		app_say(app, "%s", _("The database is sound"));
	else
		app_say(app, NP_("%d finding; the last: %s", "%d findings; the last: %s", problems),
			problems, last.data);
	strbuf_fini(&last);
	app_refresh(app);
}
