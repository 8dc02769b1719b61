/* The schema, version by version.
 * Not here: running it (migrate.h). */
#ifndef FILO_STORE_DB_SCHEMA_H
#define FILO_STORE_DB_SCHEMA_H

/* SQL for the rowid of log_text: days since 0001-01-01 above the lower LOG_ID_BITS, the
 * conversation's id in them, so that newest first is the index's own order. `row` is where day and
 * id stand: "", "new." or "old.". */
#define LOG_ID_BITS         40
#define LOG_TEXT_ID         "((1 << 40) - 1)"
#define LOG_TEXT_ROWID(row) "((" row "day + 719162) << 40) + " row "id"

/* What contact_text has of a row of contact; of the parts of a name only those that do not stand in
 * the name as they are. Released: it never changes without a version that fills the index anew. */
/* clang-format off */
#define CONTACT_TEXT                                                                               \
	"name, family, given, additional, prefix, suffix, nickname, pronouns, organization,"       \
	" title, note, met"
#define PART_OF_NAME(row, part)                                                                    \
	"CASE WHEN instr(' ' || " row "name || ' ', ' ' || " row part " || ' ') = 0"               \
	" THEN " row part " END, "
#define CONTACT_TEXT_OF(row)                                                                       \
	row "name, "                                                                               \
	PART_OF_NAME(row, "family") PART_OF_NAME(row, "given") PART_OF_NAME(row, "additional")     \
	PART_OF_NAME(row, "prefix") PART_OF_NAME(row, "suffix")                                    \
	row "nickname, " row "pronouns, " row "organization, " row "title, " row "note, " row "met"
/* clang-format on */

/* What detail_text indexes besides names and notes: each table's own rows, told apart above the id.
 * DETAIL_EACH(WITH) is WITH(table, number, column, text) for each; `text` is a macro of where the
 * column stands. Released: it never changes, nor what filo_kept_text() says of a line, without a
 * version that fills the index anew. */
#define DETAIL_ID_BITS 40
enum detail_kind { DETAIL_CHANNEL, DETAIL_RELATION, DETAIL_KEPT, DETAIL_FOLLOWUP };
#define DETAIL_OF_CHANNEL(row)  row "value"
#define DETAIL_OF_RELATION(row) row "name"
#define DETAIL_OF_KEPT(row)     "filo_kept_text(" row "line)" /* as the card shows it: functions.c */
#define DETAIL_OF_FOLLOWUP(row) row "text"
#define DETAIL_EACH_WITH_KEPT(WITH, kept)                                                          \
	WITH("channel", "0", "value", DETAIL_OF_CHANNEL)                                           \
	WITH("relation", "1", "name", DETAIL_OF_RELATION)                                          \
	WITH("kept_property", "2", "line", kept)                                                   \
	WITH("followup", "3", "text", DETAIL_OF_FOLLOWUP)
#define DETAIL_EACH(WITH) DETAIL_EACH_WITH_KEPT(WITH, DETAIL_OF_KEPT)
#define DETAIL_ROWS(table, number, column, text)                                                   \
	"SELECT (" number " << 40) + id, " text("") " FROM " table
/* As log_text, and a telephone number by any of its digits (tokenizer.c). */
#define DETAIL_TOKENIZE "tokenize = \"unicode61 remove_diacritics 2 categories 'L* N* Co'\""

extern const char *const schema_versions[]; /* [i] brings version i to i + 1 */
extern const int schema_version_count;

/* SQL for what a new database begins with: circles, named in the language of its first start.
 * sqlite3_free() it. */
char *schema_first_rows(void);

#endif
