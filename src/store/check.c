/* Looking whether everything in the database holds together.
 * Not here: how a rhythm is rebuilt (rhythm.c). */
#include "database.h"

#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"

#include <string.h>

struct report {
	void (*say)(void *context, const char *line);
	void *context;
	int *problems;
};

static void found(struct report *report, const char *line)
{
	(*report->problems)++;
	report->say(report->context, line);
}

/* Every row of `sql`, its first two columns in `format`, is a finding; "ok" is none. */
static enum status look(struct store *store, struct report *report, const char *sql,
	const char *format, struct error *err)
{
	sqlite3_stmt *stmt = database_statement(store, sql, err);
	enum status status = STATUS_DATABASE;
	bool has_row;

	while (stmt && (status = database_step(store, stmt, &has_row, err)) == STATUS_OK &&
		has_row) {
		struct strbuf line = STRBUF_INIT;
		const char *first = (const char *)sqlite3_column_text(stmt, 0);
		const char *second = sqlite3_column_count(stmt) > 1
					     ? (const char *)sqlite3_column_text(stmt, 1)
					     : "";
		if (first && strcmp(first, "ok") != 0) {
			strbuf_add(&line, format);
			strbuf_add_format(&line, ": %s %s", first, second ? second : "");
			found(report, line.data);
		}
		strbuf_fini(&line);
	}
	return status;
}

/* The index is rebuilt by reading everything again: it keeps no texts of its own. */
static enum status rebuild_index(struct store *store, struct error *err)
{
	return database_script(store,
		"BEGIN IMMEDIATE;"
		"INSERT INTO contact_text(contact_text) VALUES ('delete-all');"
		"INSERT INTO contact_text(rowid, name, nickname, organization, note, met)"
		" SELECT id, name, nickname, organization, note, met FROM contact;"
		"INSERT INTO log_text(log_text) VALUES ('delete-all');"
		"INSERT INTO log_text(rowid, summary, body)"
		" SELECT ((day + 719162) << 40) + id, summary, body FROM conversation ORDER BY 1;"
		"COMMIT",
		err);
}

static enum status check_index(struct store *store, struct report *report, struct error *err)
{
	static const char *const checks[] = {
		"INSERT INTO contact_text(contact_text) VALUES ('integrity-check')",
		"INSERT INTO log_text(log_text) VALUES ('integrity-check')",
	};

	if (store->is_read_only)
		return STATUS_OK;
	for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
		if (sqlite3_exec(store->db, checks[i], NULL, NULL, NULL) == SQLITE_OK)
			continue;
		found(report, _("The search index did not match the data and was made anew"));
		return rebuild_index(store, err);
	}
	return STATUS_OK;
}

enum status store_check(struct store *store, void (*say)(void *context, const char *line),
	void *context, int *problems, struct error *err)
{
	struct report report = { .say = say, .context = context, .problems = problems };
	enum status status;
	int wrong = 0;

	*problems = 0;
	status = look(store, &report, "PRAGMA integrity_check", _("The file is damaged"), err);
	if (status == STATUS_OK)
		status = look(store, &report, "PRAGMA foreign_key_check",
			_("A row points at nothing"), err);
	if (status == STATUS_OK)
		status = check_index(store, &report, err);
	if (status == STATUS_OK)
		status = rhythm_check(store, &wrong, err);
	if (wrong) {
		struct strbuf line = STRBUF_INIT;
		strbuf_add_format(&line,
			NP_("%d learned rhythm did not match the log and was learned anew",
				"%d learned rhythms did not match the log and were learned anew",
				wrong),
			wrong);
		found(&report, line.data);
		strbuf_fini(&line);
	}
	return status;
}
