/* Export, backup and check on the screen: where to, and what came of it.
 * Not here: the formats (exchange), the copy (store). */
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/exchange/export.h"
#include "filo/store/backup.h"
#include "filo/store/check.h"
#include "tui/command.h"
#include "tui/form/chooser.h"
#include "tui/form/form_paths.h"
#include "tui/form/prompt.h"
#include "tui/long_work.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- Export and backup ---- */

/* What a path ends in tells the format; the first that fits. */
static const struct {
	const char *ending;
	enum export_format format;
} endings[] = { { ".vcf", EXPORT_VCARD }, { ".json", EXPORT_JSON },
	{ "contacts.csv", EXPORT_CONTACTS_CSV }, { ".csv", EXPORT_LOG_CSV },
	{ ".ics", EXPORT_ICS } };

static bool export_format_of(const char *path, enum export_format *format)
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

static enum status export_write(
	struct store *store, const char *path, int64_t *lossy, struct error *err)
{
	enum export_format format;

	if (!export_format_of(path, &format))
		return error_set(err, STATUS_INVALID,
			_("The name must end in .vcf, .json, .csv, contacts.csv or .ics"));
	return export_file(store, format, path, lossy, err);
}

static enum status export_write_backup(
	struct store *store, const char *path, int64_t *lossy, struct error *err)
{
	(void)lossy;
	return store_backup(store, path, err);
}

/* What is written, and what is said of it. */
struct file_writing {
	const char *question, *done; /* N_() */
	/* `lossy`: see export_stream. */
	enum status (*write)(
		struct store *store, const char *path, int64_t *lossy, struct error *err);
};

static const struct file_writing export_writing = {
	N_("Export to (.vcf, .json, .csv or .ics)"),
	N_("Written to %s"),
	export_write,
};
static const struct file_writing backup_writing = {
	N_("Copy the database to"),
	N_("A complete copy is in %s"),
	export_write_backup,
};

struct target {
	const struct file_writing *writing;
	char *typed, *path;
};

static void export_target_free(void *context)
{
	struct target *target = context;

	free(target->typed);
	free(target->path);
	free(target);
}

static void export_to(struct app *app, void *context, const char *text);

static void export_ask_path(struct app *app, const struct file_writing *writing, const char *typed)
{
	app_push(app,
		prompt_view(_(writing->question), typed, FIELD_PATH, export_to, (void *)writing));
}

static void export_write_target(struct app *app, struct target *target)
{
	struct long_work work;
	enum export_format format;
	int64_t lossy = 0;
	struct error err;

	long_work_begin(&work, app, _("Writing. Esc stops it"));
	enum status status = form_path_check(target->path, &err);
	if (status == STATUS_OK)
		status = target->writing->write(app->store, target->path, &lossy, &err);
	long_work_end(&work);
	if (status == STATUS_OK && lossy && export_format_of(target->path, &format) &&
		export_loss_in_brief(format)) {
		app_say(app, _("Written to %s; %s"), target->path, export_loss_in_brief(format));
	} else if (status == STATUS_OK) {
		app_say(app, _(target->writing->done), target->path);
	} else {
		export_ask_path(app, target->writing, target->typed); /* to put it right */
		long_work_say_failure(app, &err);
	}
	export_target_free(target);
}

static void export_answer_replace(struct app *app, void *context, int key)
{
	struct target *target = context;

	if (key == 'y') {
		export_write_target(app, target);
		return;
	}
	if (key == 'n')
		export_ask_path(app, target->writing, target->typed);
	export_target_free(target);
}

static void export_to(struct app *app, void *context, const char *text)
{
	if (text_is_blank(text))
		return;
	struct target *target = memory_new(sizeof *target);
	target->writing = context;
	target->typed = memory_copy_string(text);
	target->path = form_path(text);
	if (access(target->path, F_OK) != 0 || form_path_check(target->path, NULL) != STATUS_OK) {
		export_write_target(app, target);
		return;
	}
	struct strbuf question = STRBUF_INIT;
	strbuf_add_format(&question, _("%s is there already.\nReplace it?"), target->path);
	app_push(app, ask_view_owning(question.data, "y n", export_answer_replace, target,
			      export_target_free));
	strbuf_fini(&question);
}

static void export_open(struct app *app)
{
	export_ask_path(app, &export_writing, "");
}

static void export_open_backup(struct app *app)
{
	export_ask_path(app, &backup_writing, "");
}

/* ---- Check ---- */

struct findings {
	struct vector lines; /* of char * */
};

static size_t findings_count(void *context)
{
	const struct findings *findings = context;

	return findings->lines.count;
}

static const char *check_line_at(const struct findings *findings, size_t index)
{
	return *(char **)vector_at(&findings->lines, index);
}

static void findings_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	(void)right;
	strbuf_add(left, check_line_at(context, index));
}

/* The whole of a line that may be too long for its row. */
static void findings_detail(struct app *app, void *context, size_t index, struct strbuf *out)
{
	(void)app;
	strbuf_add(out, check_line_at(context, index));
}

static void findings_open(struct app *app, void *context, size_t index)
{
	(void)context;
	(void)index;
	app_pop(app);
}

static void findings_free(void *context)
{
	struct findings *findings = context;

	vector_fini_strings(&findings->lines);
	free(findings);
}

static const struct chooser_ops findings_ops = {
	.context = IN_LIST,
	.title = N_("What the check found"),
	.empty = N_("The database is sound."),
	.count = findings_count,
	.row = findings_row,
	.detail = findings_detail,
	.open = findings_open,
	.free = findings_free,
};

static void check_keep_line(void *context, const char *line)
{
	struct findings *findings = context;
	char *copy = memory_copy_string(line);

	vector_push(&findings->lines, &copy);
}

static void check_open(struct app *app)
{
	struct findings *findings = memory_new(sizeof *findings);
	struct long_work work;
	struct error err;
	int problems = 0;

	vector_init(&findings->lines, sizeof(char *));
	long_work_begin(&work, app, _("Checking. Esc stops it"));
	enum status status = store_check(app->store, check_keep_line, findings, &problems, &err);
	long_work_end(&work);
	if (status == STATUS_OK && problems) {
		app_push(app, chooser_view(&findings_ops, findings));
	} else {
		findings_free(findings);
	}
	app_refresh(app);
	if (status != STATUS_OK)
		long_work_say_failure(app, &err);
	else if (problems)
		app_say(app, NP_("%d finding", "%d findings", problems), problems);
	else
		app_say(app, "%s", _("The database is sound"));
}

const struct command export_commands[] = {
	{ "export", "", IN_PANES, N_("export everything to a file"), NULL, export_open,
		.takes = &takes_path },
	{ "backup", "", IN_PANES, N_("write a complete copy of the database"), NULL,
		export_open_backup, .takes = &takes_path },
	{ "check", "", IN_PANES, N_("check that the database is sound"), NULL, check_open },
	{ 0 },
};
