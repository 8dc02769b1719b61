/* What the columns may hold: numbers in their ranges, texts of letters. The file may come from
 * anybody.
 * Not here: how such values are read where nobody has checked (db/query.c). */
#include "store/check_ranges.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
#include "filo/people/conversation.h"
#include "filo/people/date.h"
#include "filo/people/followup.h"
#include "store/db/database.h"
#include "store/db/query.h"
#include "store/db/schema.h"

#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* Values of one table that are told one by one at most. */
#define TOLD_MAX 100

/* An id has room above it, and in the rowids of the indexes. */
#define ID_MOST ((INT64_C(1) << LOG_ID_BITS) - 1)
#define IDS     1, ID_MOST
#define FLAG    0, 1
#define DAYS    DAY_LEAST, DAY_MOST
#define COUNTS  0, INT_MAX
#define CADENCE 0, CADENCE_MAX_DAYS
#define MINUTE  -1, 1439
#define MOMENTS 0, INT64_C(253402300799) /* seconds; the end of 9999 */
#define LARGE   0, INT64_MAX / 2
#define RESTING INT64_MAX, INT64_MAX /* but in a large change */

/* Nothing hangs on such a row, and nothing knows its number but records of undo, which refuse what
 * is no longer there. */
#define RENUMBER(table) /* asked anew for each row */                                              \
	"id = 1 + ifnull((SELECT max(o.id) FROM " table " AS o WHERE o.id BETWEEN 1 AND (1 << 40)" \
	" - 2 AND o.id <> " table ".id), 0)"
_Static_assert(LOG_ID_BITS == 40, "as in RENUMBER");
/* What nobody was given before: undo and the trash find the places of theirs free. */
#define NUMBER_ON "seq = 1000000000"

/* Every column of numbers but those that point at other rows, which the keys tell, and what is
 * compared with something: the table rhythm, the sums of tempo, the days of participant. A column
 * that is NULL says nothing. */
static const struct {
	const char *table, *column;
	int64_t least, most;
	const char *mend; /* SQL: what is set; NULL: only a person knows */
} ranges[] = {
	{ "circle", "id", IDS, NULL },
	{ "circle", "cadence_days", CADENCE, NULL },
	{ "contact", "id", IDS, NULL },
	{ "contact", "cadence_days", CADENCE, NULL },
	{ "contact", "met_on", DAYS, NULL },
	{ "contact", "added_on", DAYS, NULL },
	{ "contact", "wish_set_on", DAYS, NULL },
	{ "contact", "version", COUNTS, "version = 1" },
	{ "channel", "id", IDS, RENUMBER("channel") },
	{ "channel", "kind", 0, CHANNEL_KINDS - 1, NULL },
	{ "channel", "is_preferred", FLAG, NULL },
	{ "yearly_date", "id", IDS, RENUMBER("yearly_date") },
	{ "yearly_date", "kind", 0, YEARLY_KINDS - 1, NULL },
	{ "yearly_date", "year", 0, 9999, NULL },
	{ "yearly_date", "month", 0, 12, NULL },
	{ "yearly_date", "day", 0, 31, NULL },
	{ "yearly_date", "is_remembered", FLAG, NULL },
	{ "relation", "id", IDS, RENUMBER("relation") },
	{ "relation", "kind", 0, RELATION_KINDS - 1, NULL },
	{ "kept_property", "id", IDS, RENUMBER("kept_property") },
	{ "event", "id", IDS, RENUMBER("event") },
	{ "event", "kind", 0, EVENT_KINDS - 1, NULL },
	{ "event", "day", DAYS, NULL },
	{ "event", "until", DAYS, NULL },
	{ "absence", "id", IDS, RENUMBER("absence") },
	{ "absence", "from_day", DAYS, NULL },
	{ "absence", "to_day", DAYS, NULL },
	{ "conversation", "id", IDS, NULL },
	{ "conversation", "day", DAYS, NULL },
	{ "conversation", "contact_day", DAYS, NULL },
	{ "conversation", "precision", 0, PRECISION_YEAR, NULL },
	{ "conversation", "minute", MINUTE, NULL },
	{ "conversation", "medium", 0, MEDIA - 1, NULL },
	{ "conversation", "direction", 0, DIRECTIONS - 1, NULL },
	{ "conversation", "feeling", -2, 2, NULL },
	{ "conversation", "awaits_reply", FLAG, NULL },
	{ "conversation", "count_me", COUNTS, NULL },
	{ "conversation", "count_them", COUNTS, NULL },
	{ "conversation", "seconds", COUNTS, NULL },
	{ "conversation", "is_touched", FLAG, NULL },
	{ "conversation", "version", COUNTS, "version = 1" },
	{ "participant", "is_mention", FLAG, NULL },
	{ "exchange", "kind", 0, EXCHANGE_KINDS - 1, NULL },
	{ "exchange", "is_given", FLAG, NULL },
	{ "followup", "id", IDS, RENUMBER("followup") },
	{ "followup", "kind", 0, FOLLOWUP_KINDS - 1, NULL },
	{ "followup", "due", DAYS, NULL },
	{ "followup", "made_on", DAYS, NULL },
	{ "followup", "done_on", DAYS, NULL },
	{ "seen", "id", IDS, NULL },
	{ "seen", "is_ignored", FLAG, NULL },
	{ "seen", "is_me", FLAG, NULL },
	{ "seen_day", "contact_day", DAYS, NULL },
	{ "seen_day", "medium", 0, MEDIA - 1, NULL },
	{ "seen_day", "day", DAYS, NULL },
	{ "seen_day", "minute", MINUTE, NULL },
	{ "seen_day", "direction", 0, DIRECTIONS - 1, NULL },
	{ "seen_day", "count_me", COUNTS, NULL },
	{ "seen_day", "count_them", COUNTS, NULL },
	{ "seen_day", "seconds", COUNTS, NULL },
	{ "import_source", "id", IDS, RENUMBER("import_source") },
	{ "import_source", "size", LARGE, "size = NULL" },
	{ "import_source", "mtime", -INT64_MAX / 2, INT64_MAX / 2, "mtime = NULL" },
	{ "import_source", "read_to", LARGE, "read_to = NULL" },
	{ "import_source", "last_run", DAYS, "last_run = NULL" },
	{ "undo", "id", IDS, RENUMBER("undo") },
	{ "undo", "day", DAYS, NULL },
	{ "undo", "is_deletion", FLAG, NULL },
	{ "undo", "is_undone", 0, 3, NULL },
	{ "undo", "restores", 0, ID_MOST, "restores = NULL" },
	{ "undo", "size_bytes", LARGE, "size_bytes = ifnull(length(changeset), 0)" },
	{ "draft", "saved_at", MOMENTS, "saved_at = 0" },
	{ "tempo", "id", 1, 1, NULL },
	{ "tempo", "as_of", -10000000, DAY_MOST, "as_of = -10000000" },
	{ "queue_head", "position", COUNTS, NULL },
	{ "queue_head", "contact", IDS, NULL },
	{ "state", "id", 1, 1, NULL },
	{ "state", "change_count", LARGE,
		"snapshot_day = NULL, change_count = ifnull((SELECT max(id) FROM undo), 0)" },
	{ "state", "undo_bytes", LARGE,
		"undo_bytes = ifnull((SELECT sum(size_bytes) FROM undo), 0)" },
	{ "state", "snapshot_day", DAYS, "snapshot_day = NULL" },
	{ "state", "snapshot_change", LARGE, "snapshot_day = NULL, snapshot_change = NULL" },
	{ "state", "due_count", COUNTS, "snapshot_day = NULL, due_count = NULL" },
	{ "state", "pinned_count", COUNTS, "snapshot_day = NULL, pinned_count = NULL" },
	{ "state", "quiet_count", COUNTS, "snapshot_day = NULL, quiet_count = NULL" },
	{ "state", "place_count", COUNTS, "snapshot_day = NULL, place_count = 0" },
	{ "state", "ahead_count", COUNTS, "snapshot_day = NULL, ahead_count = 0" },
	{ "state", "address_count", COUNTS, "snapshot_day = NULL, address_count = 0" },
	{ "state", "waiting_count", COUNTS, "snapshot_day = NULL, waiting_count = 0" },
	{ "state", "indexed_contact", RESTING, "indexed_contact = 9223372036854775807" },
	{ "state", "indexed_conversation", RESTING, "indexed_conversation = 9223372036854775807" },
	{ "state", "indexed_channel", RESTING, "indexed_channel = 9223372036854775807" },
	{ "state", "indexed_relation", RESTING, "indexed_relation = 9223372036854775807" },
	{ "state", "indexed_kept_property", RESTING,
		"indexed_kept_property = 9223372036854775807" },
	{ "state", "indexed_followup", RESTING, "indexed_followup = 9223372036854775807" },
	{ "sqlite_sequence", "seq", 0, ID_MOST, NUMBER_ON },
};

/* A column that is looked at, of numbers or of text. */
struct column_check {
	char *column;
	int64_t least, most;
	const char *mend; /* NULL: of a text its bytes, of a number it stays */
	bool is_text, is_found;
	bool is_all_key; /* its table has no other columns than those of the key */
};

static void column_check_fini(struct column_check *check)
{
	free(check->column);
}

/* Those of `table`; `row`: SQL of what tells its rows apart for a person, "12" or "1/19000/mail".
 */
static enum status list_columns(struct store *store, const char *table, struct strbuf *row,
	struct vector *columns, struct error *err)
{
	struct query query =
		query_open(store, "SELECT name, type, pk OR (cid = 0 AND NOT max(pk) OVER ()),"
				  " min(pk) OVER () > 0"
				  " FROM pragma_table_info(?1) ORDER BY cid");

	bind_text(&query, 1, table);
	while (query_next(&query)) {
		const char *type = column_text(&query, 1);
		if (column_int(&query, 2))
			strbuf_add_format(
				row, row->len ? " || '/' || %s" : "%s", column_text(&query, 0));
		if (type && !strcmp(type, "TEXT"))
			vector_push(
				columns, &(struct column_check){ .column = column_copy(&query, 0),
						 .is_text = true,
						 .is_all_key = column_int(&query, 3) });
	}
	for (size_t i = 0; i < COUNT_OF(ranges); i++)
		if (!strcmp(ranges[i].table, table))
			vector_push(columns, &(struct column_check){
						     .column = memory_copy_string(ranges[i].column),
						     .least = ranges[i].least,
						     .most = ranges[i].most,
						     .mend = ranges[i].mend });
	return query_close(&query, err);
}

/* SQL for what is wrong with it. */
static void add_fault(struct strbuf *sql, const struct column_check *check)
{
	if (check->is_text)
		strbuf_add_format(sql, "filo_mended(%s) IS NOT NULL", check->column);
	else
		strbuf_add_format(sql, "%s NOT BETWEEN %" PRId64 " AND %" PRId64, check->column,
			check->least, check->most);
}

static bool is_mended(const struct range_check *range, const struct column_check *check)
{
	return range->mends && (check->is_text || check->mend);
}

/* Of a row itself: others hang on it, indexes know it. */
static bool is_id(const struct column_check *check)
{
	return check->least == 1 && check->most == ID_MOST;
}

static void say_fault(const struct range_check *range, const char *table, const char *row,
	const struct column_check *check)
{
	bool was_mended = is_mended(range, check);
	struct strbuf line = STRBUF_INIT;
	const char *sentence =
		check->is_text && was_mended
			? _("In the table %s, row %s, the text of %s was no UTF-8 or held a "
			    "NUL, and was put right")
		: check->is_text ? _("In the table %s, row %s, the text of %s is no UTF-8 or "
				     "holds a NUL")
		: was_mended
			? _("In the table %s, row %s, the value of %s was out of range and was "
			    "put right")
		: is_id(check)
			? _("In the table %s, row %s, the value of %s is none that filo gives, "
			    "and may leave none for what is added. Go back to a copy with filo "
			    "restore, or import what filo export -f json gives into a new file")
			/* Translators: in each a table, the number of a row, a column. */
			: _("In the table %s, row %s, the value of %s is out of range");

	strbuf_add_format(&line, sentence, table, row ? row : "", check->column);
	range->found(range->context, line.data);
	strbuf_fini(&line);
}

static void say_more_faults(const struct range_check *range, const char *table, int more)
{
	struct strbuf line = STRBUF_INIT;

	strbuf_add_format(&line,
		NP_("The table %s has %d more such value", "The table %s has %d more such values",
			more),
		table, more);
	range->found(range->context, line.data);
	strbuf_fini(&line);
}

/* Says what is wrong with the columns of rows, each behind `row`, which names it. */
static enum status find_faults(struct store *store, const struct range_check *range,
	const char *table, const char *row, struct vector *columns, struct error *err)
{
	struct strbuf sql = STRBUF_INIT, any = STRBUF_INIT;
	struct column_check *check;
	int found = 0;

	VECTOR_EACH (check, columns) {
		strbuf_add(&sql, ", ");
		add_fault(&sql, check);
		strbuf_add(&any, any.len ? " OR " : "");
		add_fault(&any, check);
	}
	char *faults = strbuf_take(&sql);
	strbuf_add_format(&sql, "SELECT %s%s FROM %s WHERE %s", row, faults, table, any.data);
	struct query query = query_open_once(store, sql.data);
	while (query_next(&query)) {
		int column = 0;
		VECTOR_EACH (check, columns) {
			if (!column_int(&query, ++column))
				continue;
			check->is_found = true;
			if (++found <= TOLD_MAX)
				say_fault(range, table, column_text(&query, 0), check);
		}
	}
	if (found > TOLD_MAX)
		say_more_faults(range, table, found - TOLD_MAX);
	free(faults);
	strbuf_fini(&any);
	strbuf_fini(&sql);
	return query_close(&query, err);
}

/* The indexes know the row as it was, or as another program made it: they are left alone, and made
 * anew afterwards. */
#define INDEXED(number)                                                                            \
	"UPDATE state SET indexed_contact = " number ", indexed_conversation = " number            \
	", indexed_channel = " number ", indexed_relation = " number                               \
	", indexed_kept_property = " number ", indexed_followup = " number ";"

static void add_update(struct strbuf *sql, const char *otherwise, const char *table,
	const struct column_check *check, const char *behind)
{
	strbuf_add_format(sql, "UPDATE OR %s %s SET ", otherwise, table);
	if (check->is_text)
		strbuf_add_format(
			sql, "%s = filo_mended(%s)%s", check->column, check->column, behind);
	else
		strbuf_add(sql, check->mend);
	strbuf_add(sql, " WHERE ");
	add_fault(sql, check);
	strbuf_add(sql, ";");
}

/* Where a text would be two of a kind, the one row goes if the other says all that it does, else
 * its text gets an end of its own. */
static void add_mend(struct strbuf *sql, const char *table, const struct column_check *check)
{
	add_update(sql, check->is_all_key ? "REPLACE" : "IGNORE", table, check, "");
	if (check->is_text && !check->is_all_key)
		add_update(sql, "IGNORE", table, check, " || '#' || lower(hex(randomblob(4)))");
}

/* *is_index_stale where a text or the number of a row becomes another one. */
static enum status mend_columns(struct store *store, struct range_check *range, const char *table,
	const struct vector *columns, struct error *err)
{
	struct strbuf sql = STRBUF_INIT;
	const struct column_check *check;
	enum status status = STATUS_OK;

	strbuf_add(&sql, INDEXED("-1"));
	size_t begun = sql.len;
	VECTOR_EACH (check, columns) {
		if (!check->is_found || !is_mended(range, check))
			continue;
		add_mend(&sql, table, check);
		range->is_index_stale |= check->is_text || is_id(check);
	}
	if (sql.len > begun) {
		strbuf_add(&sql, INDEXED("9223372036854775807"));
		status = database_mend(store, sql.data, err);
	}
	strbuf_fini(&sql);
	return status;
}

static enum status check_table(
	struct store *store, struct range_check *range, const char *table, struct error *err)
{
	struct vector columns = VECTOR_INIT(struct column_check);
	struct strbuf row = STRBUF_INIT;
	enum status status = list_columns(store, table, &row, &columns, err);

	if (status == STATUS_OK && columns.count)
		status = find_faults(store, range, table, row.data, &columns, err);
	if (status == STATUS_OK)
		status = mend_columns(store, range, table, &columns, err);
	strbuf_fini(&row);
	VECTOR_FINI(struct column_check, &columns, column_check_fini);
	return status;
}

enum status check_ranges(struct store *store, struct range_check *range, struct error *err)
{
	struct vector tables = VECTOR_INIT(char *);
	/* Last what counts the others: sqlite_sequence, state. */
	struct query query = query_open(store,
		"SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
		" AND name <> 'sqlite_schema' ORDER BY name GLOB 's[qt]*', name");
	char **table;

	while (query_next(&query))
		vector_push(&tables, &(char *){ column_copy(&query, 0) });
	enum status status = query_close(&query, err);
	VECTOR_EACH (table, &tables) {
		if (status == STATUS_OK)
			status = check_table(store, range, *table, err);
	}
	vector_fini_strings(&tables);
	return status;
}
