/* Any bytes brought in, taken out in every format, and undone: the JSON read into an empty database
 * comes out the same, and after undo each database is as it was. The first byte says the format.
 * Not here: what comes of which bytes (tests/unit/exchange). */
#include "filo/base/strbuf.h"
#include "filo/exchange/export.h"
#include "filo/exchange/import.h"
#include "filo/store/check.h"
#include "filo/store/undo.h"
#include "store/db/database.h"
#include "store/db/query.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define TODAY         21000 /* behind the days of the seeds */
#define CHECKED_EVERY 16

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static _Noreturn void stop(const char *why, const char *what)
{
	fprintf(stderr, "%s: %s\n", why, what);
	abort();
}

/* A file that is only in memory: what is to be imported. Returns its path. */
static const char *file_of(const void *bytes, size_t size)
{
	static char path[40];
	static int file = -1;

	if (file < 0)
		file = memfd_create("fuzz", 0);
	snprintf(path, sizeof path, "/proc/self/fd/%d", file);
	if (ftruncate(file, 0) || pwrite(file, bytes, size, 0) != (ssize_t)size)
		stop("write", path);
	return path;
}

static enum status bring_in(struct store *store, const struct import_format *format,
	enum import_choice likely, const void *bytes, size_t size, struct error *err)
{
	const char *file = file_of(bytes, size);
	const struct import_request request = {
		.files = &file, .file_count = 1, .format = format, .likely = likely
	};
	struct import_plan plan;

	import_plan_init(&plan);
	enum status status = import_plan_apply(store, &request, &plan, err);
	import_plan_fini(&plan);
	return status;
}

static const char people_here[] =
	"BEGIN:VCARD\nVERSION:4.0\nUID:1\nFN:Ada Prova\nN:Prova;Ada;;;\nEMAIL:ada@example.org\n"
	"TEL:+39 02 1234567\nBDAY:19800229\nNOTE:here\nEND:VCARD\n"
	"BEGIN:VCARD\nVERSION:4.0\nUID:2\nFN:Bo Saggio\nEND:VCARD\n";

static struct store *store_with(const char *cards)
{
	struct store *store;
	struct error err;

	if (store_open(&store, ":memory:", TODAY, &err) != STATUS_OK ||
		(*cards && bring_in(store, import_format_named("vcard"), IMPORT_AS_NEW, cards,
				   strlen(cards), &err) != STATUS_OK))
		stop("open", err.message);
	return store;
}

/* ---- What a database holds ---- */

static void dump_row(struct strbuf *out, struct query *query)
{
	for (int column = 0; column < sqlite3_column_count(query->stmt); column++) {
		const char *text = column_text(query, column);
		strbuf_add_format(out, "%s|", text ? text : "\x01");
	}
	strbuf_add_char(out, '\n');
}

/* Every table of data, row by row. */
static char *dump(struct store *store)
{
	static const char *const tables[] = { "conversation", "channel", "yearly_date", "relation",
		"kept_property", "event", "followup", "absence", "seen", "contact", "circle", "tag",
		"import_mark", "participant", "exchange", "seen_day", "forgotten", "rhythm" };
	struct strbuf out = STRBUF_INIT;
	struct error err;

	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		char sql[80];
		snprintf(sql, sizeof sql, "SELECT * FROM %s ORDER BY 1, 2", tables[i]);
		struct query query = query_open_once(store, sql);
		strbuf_add_format(&out, "%s\n", tables[i]);
		while (query_next(&query))
			dump_row(&out, &query);
		if (query_close(&query, &err) != STATUS_OK)
			stop("dump", err.message);
	}
	return strbuf_take(&out);
}

static void must_be_equal(const char *before, const char *after, const char *what)
{
	if (!strcmp(before, after))
		return;
	fprintf(stderr, "---- before\n%s\n---- after\n%s\n", before, after);
	stop("not the same", what);
}

static char *taken_out(struct store *store, enum export_format format)
{
	char *text = NULL;
	size_t size = 0;
	struct error err;
	FILE *out = open_memstream(&text, &size);

	if (!out || export_stream(store, format, out, NULL, &err) != STATUS_OK)
		stop("export", err.message);
	fclose(out);
	return text;
}

static void say_fault(void *context, const char *line)
{
	(void)context;
	stop("check", line);
}

static void must_be_sound(struct store *store)
{
	static int runs;
	int problems;
	struct error err;

	if (++runs % CHECKED_EVERY == 0 &&
		store_check(store, say_fault, NULL, &problems, &err) != STATUS_OK)
		stop("check", err.message);
}

/* Undoes what was done, if anything was, and forgets that it was. */
static void take_back(struct store *store, const char *before, const char *what)
{
	struct error err;

	if (store->own_changes.count && undo_last(store, NULL, &err) != STATUS_OK)
		stop("undo", err.message);
	char *after = dump(store);
	must_be_equal(before, after, what);
	free(after);
	must_be_sound(store);
	if (database_script(store, "DELETE FROM undo", &err) != STATUS_OK)
		stop("forget", err.message);
	vector_clear(&store->own_changes);
	vector_clear(&store->own_undone);
}

/* What one database says is what another says that was told it. */
static void round_trip(struct store *store, struct store *empty, const char *nothing)
{
	struct error err;
	char *told = taken_out(store, EXPORT_JSON);

	if (bring_in(empty, import_format_named("json"), IMPORT_AS_NEW, told, strlen(told), &err) !=
		STATUS_OK)
		stop("JSON", err.message);
	char *again = taken_out(empty, EXPORT_JSON);
	must_be_equal(told, again, "JSON");
	free(told);
	free(again);
	take_back(empty, nothing, "the empty one");
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	static const char *const names[] = { "vcard", "messages", "log", "csv", "json" };
	static struct store *full, *empty;
	static char *before, *nothing;

	if (!full) {
		full = store_with(people_here);
		empty = store_with("");
		before = dump(full);
		nothing = dump(empty);
		vector_clear(&full->own_changes);
	}
	if (size < 2)
		return 0;
	const struct import_format *format = import_format_named(names[(data[0] & 15) % 5]);
	enum import_choice likely = (data[0] >> 4) % 3;
	if (bring_in(full, format, likely, data + 1, size - 1, NULL) == STATUS_OK) {
		for (enum export_format out = 0; out < EXPORT_FORMATS; out++)
			free(taken_out(full, out));
		round_trip(full, empty, nothing);
	}
	take_back(full, before, "after undo");
	return 0;
}
