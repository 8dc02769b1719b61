/* Checking that the data in the database is consistent.
 * Not here: how a rhythm is rebuilt (rhythm.c). */
#include "filo/store/check.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/people/date.h"
#include "filo/store/undo.h"
#include "filo/store/watch.h"
#include "store/check_log.h"
#include "store/check_ranges.h"
#include "store/check_words.h"
#include "store/db/database.h"
#include "store/db/query.h"
#include "store/db/schema.h"
#include "store/due/rhythm_check.h"

#include <stdlib.h>
#include <string.h>

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

struct report {
	bool mends; /* what can be put right is */
	void (*say)(void *context, const char *line);
	void *context;
	int *problems;
	bool is_index_stale; /* by what was put right */
};

static void check_found(struct report *report, const char *line)
{
	(*report->problems)++;
	report->say(report->context, line);
}

/* What SQLite finds in the file, in our words: by what its own sentence has in it before a name. */
static const struct {
	const char *before;
	const char *sentence; /* takes the name */
} file_faults[] = {
	{ "index ", N_("The index %s does not match its table: the file is damaged. Go back to a "
		       "copy with filo restore") },
	{ "value in ", N_("The table %s holds a value of another kind: the file is damaged. Go "
			  "back to a copy with filo restore") },
	{ "failed in ", N_("The table %s holds a value that it must not: the file is damaged. Go "
			   "back to a copy with filo restore") },
	{ "", N_("The file is damaged: parts of it do not fit together. Go back to a copy with "
		 "filo "
		 "restore") },
};

/* Adds what a row of SQLite's integrity check means. */
static void check_say_file_fault(struct strbuf *line, const char *finding)
{
	size_t i = 0;
	const char *name;

	while (!(name = strstr(finding, file_faults[i].before)))
		i++;
	name += strlen(file_faults[i].before);
	char *table = memory_copy_bytes(name, strcspn(name, ". \n"));
	strbuf_add_format(line, _(file_faults[i].sentence), table);
	free(table);
}

/* The file itself. A fault has many rows; each sentence comes once. */
static enum status check_integrity(struct store *store, struct report *report, struct error *err)
{
	struct query query = query_open(store, "PRAGMA integrity_check");
	struct vector said = VECTOR_INIT(char *);
	char **one;

	while (query_next(&query)) {
		struct strbuf line = STRBUF_INIT;
		const char *finding = column_text(&query, 0);
		bool is_new = finding && database_is_file_fault(finding);
		if (is_new)
			check_say_file_fault(&line, finding);
		VECTOR_EACH (one, &said)
			is_new = is_new && strcmp(*one, line.data) != 0;
		if (is_new)
			check_found(report, line.data);
		char *kept = strbuf_take(&line);
		vector_push(&said, &kept);
	}
	vector_fini_strings(&said);
	return query_close(&query, err);
}

/* The first column of each row is a finding. */
struct look {
	const char *sql;
	const char *sentence; /* takes the finding */
};

#define BELONGS_TO_NOTHING N_("A row of the table %s belongs to something that is gone")

/* Where the log is known to be sound (check_log). */
static const struct look looks_beside_log[] = {
	{ "SELECT DISTINCT t.name FROM sqlite_schema AS t, pragma_foreign_key_check(t.name)"
	  " WHERE t.type = 'table' AND t.name <> 'participant'",
		BELONGS_TO_NOTHING },
};

/* Where it is not: keys, and days that the log keeps twice. */
static const struct look looks[] = {
	{ "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check", BELONGS_TO_NOTHING },
	{ "SELECT c.id FROM participant p JOIN conversation c ON c.id = p.conversation"
	  " WHERE p.day <> c.day OR p.contact_day IS NOT CASE p.is_mention WHEN 0"
	  " THEN c.contact_day END",
		N_("The days of entry %s and of who took part differ") },
	{ "SELECT id FROM conversation c WHERE NOT EXISTS"
	  " (SELECT 1 FROM participant p WHERE p.conversation = c.id)",
		N_("Entry %s has nobody who took part") },
};

static void check_found_in(void *report, const char *line)
{
	check_found(report, line);
}

static enum status check_columns(struct store *store, struct report *report, struct error *err)
{
	struct range_check range = {
		.mends = report->mends, .found = check_found_in, .context = report
	};
	enum status status = check_ranges(store, &range, err);

	report->is_index_stale = range.is_index_stale;
	return status;
}

/* Tables of one row each: without it nothing is counted, and the triggers of the indexes rest. */
static const struct {
	const char *table, *put_back;
} single_rows[] = {
	{ "state", "INSERT OR IGNORE INTO state(id, change_count, undo_bytes)"
		   " SELECT 1, ifnull(max(id), 0), ifnull(sum(size_bytes), 0) FROM undo" },
	{ "tempo", "INSERT OR IGNORE INTO tempo VALUES (1, 0, 0, -10000000)" },
};

static enum status check_single_row(
	struct store *store, struct report *report, size_t i, struct error *err)
{
	struct strbuf text = STRBUF_INIT;
	const char *table = single_rows[i].table;

	strbuf_add_format(&text, "SELECT count(*) FROM %s", table);
	struct query query = query_open_once(store, text.data);
	bool is_there = query_next(&query) && column_number(&query, 0) == 1;
	enum status status = query_close(&query, err);
	strbuf_clear(&text);
	if (status == STATUS_OK && !is_there) {
		strbuf_add_format(&text,
			report->mends
				? _("The one row of the table %s was missing and was put back")
				: _("The one row of the table %s is missing"),
			table);
		check_found(report, text.data);
		if (report->mends)
			status = database_mend(store, single_rows[i].put_back, err);
	}
	strbuf_fini(&text);
	return status;
}

static enum status check_single_rows(struct store *store, struct report *report, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < COUNT_OF(single_rows) && status == STATUS_OK; i++)
		status = check_single_row(store, report, i, err);
	return status;
}

static enum status check_look(
	struct store *store, struct report *report, const struct look *look, struct error *err)
{
	struct query query = query_open(store, look->sql);

	while (query_next(&query)) {
		struct strbuf line = STRBUF_INIT;
		const char *finding = column_text(&query, 0);
		strbuf_add_format(&line, _(look->sentence), finding ? finding : "");
		check_found(report, line.data);
		strbuf_fini(&line);
	}
	return query_close(&query, err);
}

#define DETAIL_FILL_ANEW(table, number, column, text)                                              \
	"INSERT INTO detail_text(rowid, text) " DETAIL_ROWS(table, number, column, text) ";"

/* The index is rebuilt by reading everything again: it keeps no texts of its own. */
static enum status rebuild_index(struct store *store, struct error *err)
{
	return database_mend(store,
		"INSERT INTO contact_text(contact_text) VALUES ('delete-all');"
		"INSERT INTO contact_text(rowid, " CONTACT_TEXT ") SELECT id, " CONTACT_TEXT_OF(
			"") " FROM contact;"
			    "INSERT INTO log_text(log_text) VALUES ('delete-all');"
			    "INSERT INTO log_text(rowid, summary, body)"
			    " SELECT " LOG_TEXT_ROWID(
				    "") ", summary, body FROM conversation ORDER BY 1;"
					"INSERT INTO detail_text(detail_text) VALUES "
					"('delete-all');" DETAIL_EACH(DETAIL_FILL_ANEW),
		err);
}

static enum status check_indexes(struct store *store, struct report *report, struct error *err)
{
	bool is_same;

	if (report->is_index_stale)
		return rebuild_index(store, err);
	enum status status = check_words(store, report->mends, &is_same, err);

	if (status == STATUS_OK)
		status = store_was_stopped(store, err);
	if (status != STATUS_OK || is_same)
		return status;
	if (!report->mends) {
		check_found(report, _("The search index does not match the data"));
		return STATUS_OK;
	}
	check_found(report, _("The search index did not match the data and was rebuilt"));
	return rebuild_index(store, err);
}

#define FOLD_NAMES "UPDATE contact SET name_key = filo_fold(name) WHERE name_key <> filo_fold(name)"

/* What rows say of others, and can be told from these. */
static const struct {
	const char *is_wrong, *put_right; /* SQL */
	const char *told, *told_mended;
} derived[] = {
	/* As a card without a name is called on import. */
	{ "SELECT EXISTS (SELECT 1 FROM contact WHERE trim(name) = '' UNION ALL"
	  " SELECT 1 FROM circle WHERE trim(name) = '')",
		"UPDATE contact SET name = coalesce(nullif(trim(nickname), ''),"
		" nullif(trim(organization), ''), (SELECT value FROM channel"
		" WHERE contact = contact.id AND trim(value) <> '' ORDER BY channel.id LIMIT 1),"
		" '#' || id) WHERE trim(name) = ''; " FOLD_NAMES "; "
		"UPDATE circle SET name = '#' || id || iif('#' || id IN (SELECT name FROM circle),"
		" ' #' || id, '') WHERE trim(name) = ''",
		N_("A person or a circle has no name"),
		N_("People or circles without a name were called by what else is known of them, or "
		   "by their number, such as #12") },
	{ "SELECT EXISTS (SELECT 1 FROM contact WHERE name_key <> filo_fold(name))", FOLD_NAMES,
		N_("The order of names does not match the names"),
		N_("The order of names did not match the names and was put right") },
	/* By name they are found. */
	{ "SELECT count(DISTINCT filo_fold(name)) < count(*) FROM circle",
		"UPDATE circle SET name = name || ' #' || id || iif(filo_fold(name || ' #' || id) "
		"IN"
		" (SELECT filo_fold(name) FROM circle), ' #' || id, '')"
		" WHERE id IN (SELECT id FROM (SELECT id,"
		" row_number() OVER (PARTITION BY filo_fold(name) ORDER BY id) AS place"
		" FROM circle) WHERE place > 1)",
		N_("Two circles have the same name"),
		N_("Circles that had the name of another got their number behind it, such as "
		   "Friends #12") },
	/* By that the oldest records go. */
	{ "SELECT undo_bytes <> (SELECT ifnull(sum(size_bytes), 0) FROM undo) FROM state",
		"UPDATE state SET undo_bytes = (SELECT ifnull(sum(size_bytes), 0) FROM undo)",
		N_("How much undo keeps is counted wrong"),
		N_("How much undo keeps was counted wrong and was put right") },
};

static enum status check_derived(struct store *store, struct report *report, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < COUNT_OF(derived) && status == STATUS_OK; i++) {
		struct query query = query_open(store, derived[i].is_wrong);
		if (!query_number(&query, 0))
			continue;
		check_found(report, report->mends ? _(derived[i].told_mended) : _(derived[i].told));
		if (report->mends)
			status = database_mend(store, derived[i].put_right, err);
	}
	return status;
}

static enum status check_rhythms(struct store *store, struct report *report, struct error *err)
{
	struct strbuf line = STRBUF_INIT;
	int wrong = 0;
	enum status status = rhythm_check(store, report->mends, &wrong, err);

	if (wrong) {
		strbuf_add_format(&line,
			report->mends ? NP_("%d learned rhythm did not match the log and was "
					    "learned again",
						"%d learned rhythms did not match the log and were "
						"learned "
						"again",
						wrong)
				      : NP_("%d learned rhythm does not match the log",
						"%d learned rhythms do not match the log", wrong),
			wrong);
		check_found(report, line.data);
	}
	strbuf_fini(&line);
	return status;
}

static void check_say_record(void *report, const char *label, day_number day)
{
	struct strbuf line = STRBUF_INIT;
	char date[DATE_ISO_SIZE];

	strbuf_add_format(&line,
		/* Translators: what was done, such as "log with Ana", and the day, 2026-11-23. */
		_("The record of \"%s\" of %s is damaged, so that this cannot be undone"), label,
		date_format_iso(day, date));
	check_found(report, line.data);
	strbuf_fini(&line);
}

static enum status check_records(struct store *store, struct report *report, struct error *err)
{
	return undo_check(store, check_say_record, report, err);
}

/* In a damaged file what seems wrong may be what is right: it stays as it is. */
static enum status check_keys(struct store *store, struct report *report, struct error *err)
{
	bool is_sound = false;
	enum status status = check_integrity(store, report, err);

	report->mends = !*report->problems && !store->is_read_only;
	if (status == STATUS_OK && !*report->problems)
		status = check_log(store, &is_sound, err);
	const struct look *look = is_sound ? looks_beside_log : looks;
	size_t count = is_sound ? COUNT_OF(looks_beside_log) : COUNT_OF(looks);
	for (size_t i = 0; i < count && status == STATUS_OK; i++)
		status = check_look(store, report, &look[i], err);
	return status;
}

static enum status check_all(struct store *store, struct report *report, struct error *err)
{
	static enum status (*const parts[])(struct store *, struct report *, struct error *) = {
		check_keys,
		check_columns,
		check_single_rows,
		check_indexes,
		check_derived,
		check_rhythms,
		check_records,
	};
	enum status status = STATUS_OK;

	for (size_t i = 0; i < COUNT_OF(parts) && status == STATUS_OK; i++)
		status = parts[i](store, report, err);
	return status == STATUS_OK ? store_was_stopped(store, err) : status;
}

enum status store_check(struct store *store, void (*say)(void *context, const char *line),
	void *context, int *problems, struct error *err)
{
	struct report report = { .say = say, .context = context, .problems = problems };

	*problems = 0;
	return check_all(store, &report, err);
}
