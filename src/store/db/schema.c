/* The schema, version by version: each entry brings a database from the version before.
 * Not here: running them (migrate.c). Days are numbers since 1970-01-01, as in people/date.h:
 * date(day * 86400, 'unixepoch') shows one. */
#include "store/db/schema.h"

#include "filo/base/i18n.h"

#include <sqlite3.h>

static const char version_1[] =
	/* Ids are never used twice (AUTOINCREMENT): what undo or the trash brings back finds its
	 * place free. */

	/* People. name_key is the folded name: what lists sort by. */
	"CREATE TABLE circle ("
	" id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, cadence_days INTEGER NOT NULL "
	"DEFAULT 0"
	") STRICT;"
	"CREATE TABLE contact ("
	" id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL,"
	" name_key TEXT NOT NULL, family TEXT, given TEXT, additional TEXT, prefix TEXT,"
	" suffix TEXT, nickname TEXT, organization TEXT, title TEXT, note TEXT, met TEXT,"
	" met_on INTEGER, circle INTEGER REFERENCES circle(id) ON DELETE SET NULL,"
	" cadence_days INTEGER NOT NULL DEFAULT 0, revision TEXT,"
	" version INTEGER NOT NULL DEFAULT 1"
	") STRICT;"
	"CREATE INDEX contact_by_name ON contact(name_key, id);"
	"CREATE INDEX contact_by_circle ON contact(circle) WHERE circle IS NOT NULL;"
	"CREATE INDEX contact_by_wish ON contact(id, cadence_days, circle)"
	" WHERE cadence_days > 0 OR circle IS NOT NULL;"
	"CREATE TABLE channel ("
	" id INTEGER PRIMARY KEY AUTOINCREMENT, contact INTEGER NOT NULL REFERENCES contact(id) ON "
	"DELETE "
	"CASCADE,"
	" kind INTEGER NOT NULL, value TEXT NOT NULL, value_key TEXT NOT NULL, label TEXT,"
	" is_preferred INTEGER NOT NULL DEFAULT 0"
	") STRICT;"
	"CREATE INDEX channel_by_contact ON channel(contact);"
	"CREATE INDEX channel_by_key ON channel(value_key);" /* matching on import */
	"CREATE TABLE tag ("
	" contact INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE, tag TEXT NOT NULL,"
	" PRIMARY KEY (contact, tag)"
	") STRICT, WITHOUT ROWID;"
	"CREATE INDEX tag_by_name ON tag(tag);"
	"CREATE TABLE yearly_date ("
	" id INTEGER PRIMARY KEY AUTOINCREMENT, contact INTEGER NOT NULL REFERENCES contact(id) ON "
	"DELETE "
	"CASCADE,"
	" kind INTEGER NOT NULL, year INTEGER NOT NULL DEFAULT 0, month INTEGER NOT NULL DEFAULT 0,"
	" day INTEGER NOT NULL DEFAULT 0, label TEXT"
	") STRICT;"
	"CREATE INDEX yearly_date_by_contact ON yearly_date(contact, month, day, year, kind);"
	"CREATE TABLE relation ("
	" id INTEGER PRIMARY KEY AUTOINCREMENT, contact INTEGER NOT NULL REFERENCES contact(id) ON "
	"DELETE "
	"CASCADE,"
	" kind INTEGER NOT NULL, other INTEGER REFERENCES contact(id) ON DELETE SET NULL, name TEXT"
	") STRICT;"
	"CREATE INDEX relation_by_contact ON relation(contact);"
	"CREATE INDEX relation_by_other ON relation(other) WHERE other IS NOT NULL;"
	"CREATE TABLE kept_property ("
	" id INTEGER PRIMARY KEY AUTOINCREMENT, contact INTEGER NOT NULL REFERENCES contact(id) ON "
	"DELETE "
	"CASCADE,"
	" line TEXT NOT NULL"
	") STRICT;"
	"CREATE INDEX kept_property_by_contact ON kept_property(contact);"
	/* What an import brought to a contact, a hash for each value: those are the source's to
	 * change. `source` is the kind of address book and the UID there. */
	"CREATE TABLE import_mark ("
	" contact INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE, source TEXT NOT NULL,"
	" marks TEXT NOT NULL, PRIMARY KEY (contact, source)"
	") STRICT, WITHOUT ROWID;"
	"CREATE TABLE event ("
	" id INTEGER PRIMARY KEY AUTOINCREMENT, contact INTEGER NOT NULL REFERENCES contact(id) ON "
	"DELETE "
	"CASCADE,"
	" kind INTEGER NOT NULL, day INTEGER NOT NULL, until INTEGER"
	") STRICT;"
	"CREATE INDEX event_by_contact ON event(contact, day, id, kind, until);"
	/* contact NULL: the user's own */
	"CREATE TABLE absence ("
	" id INTEGER PRIMARY KEY AUTOINCREMENT, contact INTEGER REFERENCES contact(id) ON DELETE "
	"CASCADE,"
	" from_day INTEGER NOT NULL, to_day INTEGER NOT NULL CHECK (to_day >= from_day)"
	") STRICT;"
	"CREATE INDEX absence_by_contact ON absence(contact);"

	/* The log. contact_day is the day it counts for (a day begins at 04:00), NULL when the
	 * date is not known to the day: then it feeds no rhythm. */
	"CREATE TABLE conversation ("
	" id INTEGER PRIMARY KEY AUTOINCREMENT, day INTEGER NOT NULL, precision INTEGER NOT NULL "
	"DEFAULT 1,"
	" minute INTEGER NOT NULL DEFAULT -1, contact_day INTEGER, medium INTEGER NOT NULL,"
	" direction INTEGER NOT NULL DEFAULT 0, feeling INTEGER,"
	" awaits_reply INTEGER NOT NULL DEFAULT 0, summary TEXT NOT NULL DEFAULT '', body TEXT,"
	" source TEXT, source_id TEXT, version INTEGER NOT NULL DEFAULT 1"
	") STRICT;"
	"CREATE UNIQUE INDEX conversation_by_source ON conversation(source, source_id)"
	" WHERE source_id IS NOT NULL;"
	"CREATE INDEX conversation_by_contact_day ON conversation(contact_day)"
	" WHERE contact_day IS NOT NULL;"
	/* day and contact_day repeat the conversation's, so that a person's log and the days of
	 * contact are each one range of one index. contact_day is NULL for a mention. */
	"CREATE TABLE participant ("
	" contact INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,"
	" day INTEGER NOT NULL, conversation INTEGER NOT NULL REFERENCES conversation(id)"
	" ON DELETE CASCADE, contact_day INTEGER, is_mention INTEGER NOT NULL DEFAULT 0,"
	" PRIMARY KEY (contact, day, conversation)"
	") STRICT, WITHOUT ROWID;"
	"CREATE INDEX participant_by_conversation ON participant(conversation);"
	"CREATE TABLE exchange ("
	" conversation INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,"
	" kind INTEGER NOT NULL, is_given INTEGER NOT NULL,"
	" PRIMARY KEY (conversation, kind, is_given)"
	") STRICT, WITHOUT ROWID;"
	"CREATE TABLE followup ("
	" id INTEGER PRIMARY KEY AUTOINCREMENT, contact INTEGER NOT NULL REFERENCES contact(id) ON "
	"DELETE "
	"CASCADE,"
	" kind INTEGER NOT NULL, text TEXT NOT NULL, due INTEGER, made_on INTEGER NOT NULL,"
	" done_on INTEGER"
	") STRICT;"
	"CREATE INDEX followup_by_contact ON followup(contact, due, made_on, done_on);"

	/* The only cache: statistics of each person's pauses, and the user's tempo. Kept with every
	 * change, rebuilt by a check. Not part of undo. */
	"CREATE TABLE rhythm ("
	" contact INTEGER PRIMARY KEY REFERENCES contact(id) ON DELETE CASCADE,"
	" first_day INTEGER NOT NULL, last_day INTEGER NOT NULL, n INTEGER NOT NULL,"
	" contact_days INTEGER NOT NULL, max_gap INTEGER NOT NULL, short_gaps INTEGER NOT NULL,"
	" w REAL NOT NULL, s REAL NOT NULL, q REAL NOT NULL, s1 REAL NOT NULL,"
	" reply_since INTEGER" /* day of the latest conversation when it awaits my reply */
	") STRICT;"
	"CREATE TABLE tempo ("
	" id INTEGER PRIMARY KEY CHECK (id = 1), e_w INTEGER NOT NULL, e_s INTEGER NOT NULL,"
	" as_of INTEGER NOT NULL" /* entries up to this day are learned */
	") STRICT;"
	"INSERT INTO tempo VALUES (1, 0, 0, -10000000);"
	/* The head of the queue as it was last built, valid for one day and one change count. */
	"CREATE TABLE queue_snapshot ("
	" position INTEGER PRIMARY KEY, contact INTEGER NOT NULL) STRICT;"
	"CREATE TABLE state ("
	" id INTEGER PRIMARY KEY CHECK (id = 1), change_count INTEGER NOT NULL,"
	" undo_bytes INTEGER NOT NULL DEFAULT 0," /* of all changesets kept */
	/* In a large change, the last ids before it: what is new is indexed at its end. */
	" indexed_contact INTEGER NOT NULL DEFAULT 9223372036854775807,"
	" indexed_conversation INTEGER NOT NULL DEFAULT 9223372036854775807,"
	" snapshot_day INTEGER, snapshot_change INTEGER, due_count INTEGER, pinned_count INTEGER,"
	" quiet_count INTEGER"
	") STRICT;"
	"INSERT INTO state(id, change_count) VALUES (1, 0);"

	/* Full text. contact_text's rowid is the contact's id; log_text's is day * 2^40 + id, with
	 * days counted from 0001-01-01, so that newest first is the index's own order. */
	"CREATE VIRTUAL TABLE contact_text USING fts5(name, nickname, organization, note, met,"
	" tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', content = '',"
	" detail = column);"
	"CREATE VIRTUAL TABLE log_text USING fts5(summary, body,"
	" tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', content = '',"
	" detail = none, columnsize = 0);"
	"CREATE TRIGGER contact_text_insert AFTER INSERT ON contact"
	" WHEN new.id <= (SELECT indexed_contact FROM state) BEGIN"
	" INSERT INTO contact_text(rowid, name, nickname, organization, note, met)"
	" VALUES (new.id, new.name, new.nickname, new.organization, new.note, new.met); END;"
	"CREATE TRIGGER contact_text_delete AFTER DELETE ON contact"
	" WHEN old.id <= (SELECT indexed_contact FROM state) BEGIN"
	" INSERT INTO contact_text(contact_text, rowid, name, nickname, organization, note, met)"
	" VALUES ('delete', old.id, old.name, old.nickname, old.organization, old.note, old.met); "
	"END;"
	"CREATE TRIGGER contact_text_update AFTER UPDATE OF name, nickname, organization, note, met"
	" ON contact WHEN old.id <= (SELECT indexed_contact FROM state) BEGIN"
	" INSERT INTO contact_text(contact_text, rowid, name, nickname, organization, note, met)"
	" VALUES ('delete', old.id, old.name, old.nickname, old.organization, old.note, old.met);"
	" INSERT INTO contact_text(rowid, name, nickname, organization, note, met)"
	" VALUES (new.id, new.name, new.nickname, new.organization, new.note, new.met); END;"
	"CREATE TRIGGER log_text_insert AFTER INSERT ON conversation"
	" WHEN new.id <= (SELECT indexed_conversation FROM state) BEGIN"
	" INSERT INTO log_text(rowid, summary, body)"
	" VALUES (" LOG_TEXT_ROWID(
		"new.") ", new.summary, new.body); END;"
			"CREATE TRIGGER log_text_delete AFTER DELETE ON conversation"
			" WHEN old.id <= (SELECT indexed_conversation FROM state) BEGIN"
			" INSERT INTO log_text(log_text, rowid, summary, body) VALUES"
			" ('delete', " LOG_TEXT_ROWID(
				"old.") ", old.summary, old.body); END;"
					"CREATE TRIGGER log_text_update AFTER UPDATE OF day, "
					"summary, body ON conversation"
					" WHEN old.id <= (SELECT indexed_conversation FROM state) "
					"BEGIN"
					" INSERT INTO log_text(log_text, rowid, summary, body) "
					"VALUES"
					" ('delete', " LOG_TEXT_ROWID(
						"old.") ", old.summary, old.body);"
							" INSERT INTO log_text(rowid, summary, "
							"body)"
							" VALUES (" LOG_TEXT_ROWID(
								"new.") ", new.summary, new.body); "
									"END;"

									/* Undo: one row a change.
									 * With many new rows, spans
									 * of ids besides the
									 * changeset. is_undone: 1
									 * taken back, 2 a deletion
									 * that was restored from
									 * the trash; `restores` is
									 * the record of that
									 * deletion; 3 no record,
									 * but the changeset of the
									 * one before. The large
									 * columns come last, where
									 * a scan need not read
									 * them. */
									"CREATE TABLE undo ("
									" id INTEGER PRIMARY KEY "
									"AUTOINCREMENT, day "
									"INTEGER NOT NULL,"
									" is_deletion INTEGER NOT "
									"NULL DEFAULT 0, is_undone "
									"INTEGER NOT NULL DEFAULT "
									"0,"
									" restores INTEGER, "
									"size_bytes INTEGER NOT "
									"NULL, label TEXT NOT "
									"NULL, new_rows TEXT,"
									" changeset BLOB"
									") STRICT;"
									"CREATE INDEX undo_undone "
									"ON undo(id) WHERE "
									"is_undone = 1;"
									"CREATE INDEX undo_trash "
									"ON undo(id) WHERE "
									"is_deletion = 1 AND "
									"is_undone = 0;"
									"CREATE TRIGGER "
									"undo_insert AFTER INSERT "
									"ON undo BEGIN"
									" UPDATE state SET "
									"undo_bytes = undo_bytes + "
									"new.size_bytes; END;"
									"CREATE TRIGGER "
									"undo_delete AFTER DELETE "
									"ON undo BEGIN"
									" UPDATE state SET "
									"undo_bytes = undo_bytes - "
									"old.size_bytes; END;"
									"CREATE TABLE draft (form "
									"TEXT PRIMARY KEY, text "
									"TEXT NOT NULL, saved_at "
									"INTEGER NOT NULL)"
									" STRICT;"
									"CREATE TABLE setting (key "
									"TEXT PRIMARY KEY, value "
									"TEXT NOT NULL) STRICT;";

/* Words are cut and folded by filo itself from here on (tokenizer.c): everything is indexed anew,
 * and names that fold to something else are sorted by that. An import compares channels by keys
 * made while it reads them (people/sameness.h): channel.value_key is no longer written, and stays
 * only because records of undo count the columns of the table. */
static const char version_2[] =
	"DROP INDEX channel_by_key;"
	"UPDATE contact SET name_key = filo_fold(name) WHERE name_key != filo_fold(name);"
	"INSERT INTO contact_text(contact_text) VALUES ('delete-all');"
	"INSERT INTO contact_text(rowid, name, nickname, organization, note, met)"
	" SELECT id, name, nickname, organization, note, met FROM contact ORDER BY id;"
	"INSERT INTO log_text(log_text) VALUES ('delete-all');"
	"INSERT INTO log_text(log_text, rank) VALUES ('hashsize', 8388608);"
	"INSERT INTO log_text(rowid, summary, body)"
	" SELECT " LOG_TEXT_ROWID(
		"") ", summary, body FROM conversation ORDER BY day, id;"
		    "INSERT INTO log_text(log_text, rank) VALUES ('hashsize', 1048576);";

/* Pronouns, which are searched, and grammatical gender: the index of people gets one more column,
 * and is made anew. */
static const char version_3[] =
	"ALTER TABLE contact ADD COLUMN pronouns TEXT;"
	"ALTER TABLE contact ADD COLUMN grammatical_gender TEXT;"
	"DROP TRIGGER contact_text_insert;"
	"DROP TRIGGER contact_text_delete;"
	"DROP TRIGGER contact_text_update;"
	"DROP TABLE contact_text;"
	"CREATE VIRTUAL TABLE contact_text USING fts5(name, nickname, pronouns, organization, "
	"note, met,"
	" tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', content = '',"
	" detail = column);"
	"CREATE TRIGGER contact_text_insert AFTER INSERT ON contact"
	" WHEN new.id <= (SELECT indexed_contact FROM state) BEGIN"
	" INSERT INTO contact_text(rowid, name, nickname, pronouns, organization, note, met)"
	" VALUES (new.id, new.name, new.nickname, new.pronouns, new.organization, new.note, "
	"new.met);"
	" END;"
	"CREATE TRIGGER contact_text_delete AFTER DELETE ON contact"
	" WHEN old.id <= (SELECT indexed_contact FROM state) BEGIN"
	" INSERT INTO contact_text(contact_text, rowid, name, nickname, pronouns, organization, "
	"note, met)"
	" VALUES ('delete', old.id, old.name, old.nickname, old.pronouns, old.organization, "
	"old.note,"
	" old.met); END;"
	"CREATE TRIGGER contact_text_update AFTER UPDATE OF name, nickname, pronouns, "
	"organization, note,"
	" met ON contact WHEN old.id <= (SELECT indexed_contact FROM state) BEGIN"
	" INSERT INTO contact_text(contact_text, rowid, name, nickname, pronouns, organization, "
	"note, met)"
	" VALUES ('delete', old.id, old.name, old.nickname, old.pronouns, old.organization, "
	"old.note,"
	" old.met);"
	" INSERT INTO contact_text(rowid, name, nickname, pronouns, organization, note, met)"
	" VALUES (new.id, new.name, new.nickname, new.pronouns, new.organization, new.note, "
	"new.met);"
	" END;"
	"INSERT INTO contact_text(rowid, name, nickname, pronouns, organization, note, met)"
	" SELECT id, name, nickname, pronouns, organization, note, met FROM contact ORDER BY id;";

/* Since when somebody is known and wished to be heard of; dates that are marked. */
static const char version_4[] =
	"ALTER TABLE contact ADD COLUMN added_on INTEGER;"
	"ALTER TABLE contact ADD COLUMN wish_set_on INTEGER;"
	"ALTER TABLE yearly_date ADD COLUMN is_remembered INTEGER NOT NULL DEFAULT 0;"
	"UPDATE contact SET wish_set_on = filo_today()"
	" WHERE cadence_days > 0 OR circle IS NOT NULL;"
	"DROP INDEX yearly_date_by_contact;"
	"CREATE INDEX yearly_date_by_contact"
	" ON yearly_date(contact, month, day, year, kind, is_remembered);"
	"DROP INDEX contact_by_wish;"
	"CREATE INDEX contact_by_wish ON contact(id, cadence_days, circle, wish_set_on, met_on)"
	" WHERE cadence_days > 0 OR circle IS NOT NULL;"
	/* The head of the queue, as it was by other rules. */
	"UPDATE state SET snapshot_day = NULL;"
	/* An older program that is still running finds no place for its own. */
	"DROP TABLE queue_snapshot;"
	"CREATE TABLE queue_head (position INTEGER PRIMARY KEY, contact INTEGER NOT NULL) STRICT;"
	"ALTER TABLE state ADD COLUMN place_count INTEGER NOT NULL DEFAULT 0;"
	"ALTER TABLE state ADD COLUMN ahead_count INTEGER NOT NULL DEFAULT 0;"
	"ALTER TABLE state ADD COLUMN address_count INTEGER NOT NULL DEFAULT 0;"
	"ALTER TABLE state ADD COLUMN waiting_count INTEGER NOT NULL DEFAULT 0;";

/* Histories that were brought in. An entry has numbers instead of words, and is_touched once it was
 * saved here. Whoever is no contact is set aside as seen, with the days. What was deleted here does
 * not come back by itself (forgotten). */
static const char version_5[] =
	"ALTER TABLE conversation ADD COLUMN count_me INTEGER;"
	"ALTER TABLE conversation ADD COLUMN count_them INTEGER;"
	"ALTER TABLE conversation ADD COLUMN seconds INTEGER;"
	"ALTER TABLE conversation ADD COLUMN is_touched INTEGER NOT NULL DEFAULT 0;"
	/* By what somebody is known in a source, and who that was found to be. */
	"CREATE TABLE seen ("
	" id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, key TEXT NOT NULL,"
	" name TEXT NOT NULL DEFAULT '', address TEXT," /* as it is written */
	" contact INTEGER REFERENCES contact(id) ON DELETE SET NULL,"
	" is_ignored INTEGER NOT NULL DEFAULT 0, is_me INTEGER NOT NULL DEFAULT 0,"
	" UNIQUE (kind, key)"
	") STRICT;"
	"CREATE INDEX seen_by_contact ON seen(contact) WHERE contact IS NOT NULL;"
	/* minute -1: only the day is known. */
	"CREATE TABLE seen_day ("
	" seen INTEGER NOT NULL REFERENCES seen(id) ON DELETE CASCADE,"
	" contact_day INTEGER NOT NULL, source TEXT NOT NULL, medium INTEGER NOT NULL,"
	" day INTEGER NOT NULL, minute INTEGER NOT NULL, direction INTEGER NOT NULL,"
	" count_me INTEGER, count_them INTEGER, seconds INTEGER,"
	" PRIMARY KEY (seen, contact_day, source, medium)"
	") STRICT, WITHOUT ROWID;"
	"CREATE TABLE forgotten ("
	" source TEXT NOT NULL, source_id TEXT NOT NULL, PRIMARY KEY (source, source_id)"
	") STRICT, WITHOUT ROWID;"
	/* What is imported again by itself. read_to and tail stay empty: of a file that has grown
	 * all is read, since only all of it tells who is set aside, whose bulk mail counts, and
	 * which mail came twice. */
	"CREATE TABLE import_source ("
	" id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL UNIQUE, format TEXT NOT NULL,"
	" options TEXT NOT NULL, size INTEGER, mtime INTEGER, read_to INTEGER, tail BLOB,"
	" last_run INTEGER"
	") STRICT;";

/* clang-format off */
#define DETAIL_STATE(table, number, column, text)                                                          \
	"ALTER TABLE state ADD COLUMN indexed_" table                                              \
	" INTEGER NOT NULL DEFAULT 9223372036854775807;"
#define DETAIL_TRIGGER(table, what, row)                                                           \
	"CREATE TRIGGER " table "_text_" what " ON " table                                         \
	" WHEN " row "id <= (SELECT indexed_" table " FROM state) BEGIN"
#define DETAIL_INSERT(number, text)                                                                \
	" INSERT INTO detail_text(rowid, text)"                                                    \
	" VALUES ((" number " << 40) + new.id, " text("new.") ");"
#define DETAIL_DELETE(number, text)                                                                \
	" INSERT INTO detail_text(detail_text, rowid, text)"                                       \
	" VALUES ('delete', (" number " << 40) + old.id, " text("old.") ");"
#define DETAIL_TRIGGERS(table, number, column, text)                                                       \
	DETAIL_TRIGGER(table, "insert AFTER INSERT", "new.") DETAIL_INSERT(number, text) " END;"   \
	DETAIL_TRIGGER(table, "delete AFTER DELETE", "old.") DETAIL_DELETE(number, text) " END;"   \
	DETAIL_TRIGGER(table, "update AFTER UPDATE OF " column, "old.")                                       \
		DETAIL_DELETE(number, text) DETAIL_INSERT(number, text) " END;"
#define DETAIL_FILL(table, number, column, text)                                                           \
	"INSERT INTO detail_text(rowid, text) " DETAIL_ROWS(table, number, column, text) " ORDER BY id;"
/* Of kept properties only the cells of tables, without the beginning of the line: until version 8. */
#define DETAIL_OF_CELLS(row)                                                                       \
	"CASE WHEN substr(" row "line, 1, 6) = 'X-CSV;'"                                           \
	" THEN replace(substr(" row "line, 16), '\\n', ' ') END"
/* clang-format on */

/* All that is known of somebody is searched: the index of people gets job titles and is made anew,
 * and another one has what stands in tables of its own. */
static const char version_6[] =
	"DROP TRIGGER contact_text_insert;"
	"DROP TRIGGER contact_text_delete;"
	"DROP TRIGGER contact_text_update;"
	"DROP TABLE contact_text;"
	"CREATE VIRTUAL TABLE contact_text USING fts5(name, nickname, pronouns, organization,"
	" title, note, met, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', content "
	"= '',"
	" detail = column);"
	"CREATE TRIGGER contact_text_insert AFTER INSERT ON contact"
	" WHEN new.id <= (SELECT indexed_contact FROM state) BEGIN"
	" INSERT INTO contact_text(rowid, name, nickname, pronouns, organization, title, note, met)"
	" VALUES (new.id, new.name, new.nickname, new.pronouns, new.organization, new.title,"
	" new.note, new.met); END;"
	"CREATE TRIGGER contact_text_delete AFTER DELETE ON contact"
	" WHEN old.id <= (SELECT indexed_contact FROM state) BEGIN"
	" INSERT INTO contact_text(contact_text, rowid, name, nickname, pronouns, organization,"
	" title, note, met) VALUES ('delete', old.id, old.name, old.nickname, old.pronouns,"
	" old.organization, old.title, old.note, old.met); END;"
	"CREATE TRIGGER contact_text_update AFTER UPDATE OF name, nickname, pronouns, organization,"
	" title, note, met ON contact WHEN old.id <= (SELECT indexed_contact FROM state) BEGIN"
	" INSERT INTO contact_text(contact_text, rowid, name, nickname, pronouns, organization,"
	" title, note, met) VALUES ('delete', old.id, old.name, old.nickname, old.pronouns,"
	" old.organization, old.title, old.note, old.met);"
	" INSERT INTO contact_text(rowid, name, nickname, pronouns, organization, title, note, met)"
	" VALUES (new.id, new.name, new.nickname, new.pronouns, new.organization, new.title,"
	" new.note, new.met); END;"
	"INSERT INTO contact_text(rowid, name, nickname, pronouns, organization, title, note, met)"
	" SELECT id, name, nickname, pronouns, organization, title, note, met FROM contact"
	" ORDER BY id;"
	/* As indexed_contact. */
	DETAIL_EACH_WITH_KEPT(DETAIL_STATE, DETAIL_OF_CELLS)
	/* Its rowid is the kind of detail * 2^40 + the id in the table of that kind. */
	"CREATE VIRTUAL TABLE detail_text USING fts5(text, " DETAIL_TOKENIZE
	", prefix = '2 3', content = '', detail = none, columnsize = 0);"
	/* clang-format off */
	DETAIL_EACH_WITH_KEPT(DETAIL_TRIGGERS, DETAIL_OF_CELLS)
	DETAIL_EACH_WITH_KEPT(DETAIL_FILL, DETAIL_OF_CELLS);
/* clang-format on */

/* The changeset of a long record stands in the row behind it (undo.is_undone, 3): a program that
 * does not know that would undo nothing, and drop it. */
static const char version_7[] = "";

/* Whatever the card shows of kept lines is searched, lines of cards as well as cells. Only these
 * rows are indexed anew: what the index had of them is what it was given. */
static const char version_8[] =
	"DROP TRIGGER kept_property_text_insert;"
	"DROP TRIGGER kept_property_text_delete;"
	"DROP TRIGGER kept_property_text_update;"
	"INSERT INTO detail_text(detail_text, rowid, text)"
	" SELECT 'delete', (2 << 40) + id, " DETAIL_OF_CELLS("") " FROM kept_property;"
	/* clang-format off */
	DETAIL_TRIGGERS("kept_property", "2", "line", DETAIL_OF_KEPT)
	DETAIL_FILL("kept_property", "2", "line", DETAIL_OF_KEPT);
/* clang-format on */

/* Letters that were no others' before are folded, and words that an apostrophe parts are one as
 * well: everything is indexed anew, as in version 2. By folded names those are known who were seen
 * in histories, and their days. Who was two by the letters of before is one, with what was decided
 * about either; but who was found to be two contacts stays two. */
static const char version_9[] =
	"CREATE TABLE key_anew AS SELECT id, key AS was, filo_key_again(key) AS key,"
	" first_value(id) OVER (PARTITION BY kind, filo_key_again(key) ORDER BY contact IS NULL,"
	" is_me = 0, is_ignored = 0, filo_key_again(key) <> key, id) AS kept FROM seen;"
	"DELETE FROM key_anew WHERE kept <> id AND EXISTS (SELECT 1 FROM seen AS s JOIN seen AS k"
	" ON k.id = kept WHERE s.id = key_anew.id AND s.contact <> k.contact);"
	"UPDATE OR IGNORE seen_day SET seen = a.kept FROM key_anew AS a"
	" WHERE a.id = seen AND a.kept <> a.id;"
	"DELETE FROM seen WHERE id IN (SELECT id FROM key_anew WHERE kept <> id);"
	"UPDATE OR IGNORE seen SET key = a.key FROM key_anew AS a"
	" WHERE a.id = seen.id AND a.key <> a.was;"
	"UPDATE OR IGNORE conversation SET source_id = a.key || substr(source_id, 1 + "
	"length(a.was))"
	" FROM (SELECT DISTINCT was, key FROM key_anew WHERE key <> was) AS a"
	" WHERE filo_day_key(source_id) = a.was;"
	"UPDATE OR IGNORE forgotten SET source_id = a.key || substr(source_id, 1 + length(a.was))"
	" FROM (SELECT DISTINCT was, key FROM key_anew WHERE key <> was) AS a"
	" WHERE filo_day_key(source_id) = a.was;"
	"DROP TABLE key_anew;"
	"UPDATE contact SET name_key = filo_fold(name) WHERE name_key != filo_fold(name);"
	"INSERT INTO contact_text(contact_text) VALUES ('delete-all');"
	"INSERT INTO contact_text(rowid, name, nickname, pronouns, organization, title, note, met)"
	" SELECT id, name, nickname, pronouns, organization, title, note, met FROM contact"
	" ORDER BY id;"
	"INSERT INTO log_text(log_text) VALUES ('delete-all');"
	"INSERT INTO log_text(log_text, rank) VALUES ('hashsize', 8388608);"
	"INSERT INTO log_text(rowid, summary, body)"
	" SELECT " LOG_TEXT_ROWID(
		"") ", summary, body FROM conversation ORDER BY day, id;"
		    "INSERT INTO log_text(log_text, rank) VALUES ('hashsize', 1048576);"
		    "INSERT INTO detail_text(detail_text) VALUES ('delete-all');"
	/* clang-format off */
	DETAIL_EACH(DETAIL_FILL);
/* clang-format on */

/* The parts of a name are searched, words that a hyphen parts are one as well, and a given name of
 * Hangul is a word: the index of people gets their columns, and is made anew. */
#define CONTACT_TEXT_TRIGGER(what, row)                                                            \
	"CREATE TRIGGER contact_text_" what " ON contact"                                          \
	" WHEN " row "id <= (SELECT indexed_contact FROM state) BEGIN"
#define CONTACT_TEXT_INSERT                                                                        \
	" INSERT INTO contact_text(rowid, " CONTACT_TEXT ")"                                       \
	" VALUES (new.id, " CONTACT_TEXT_OF("new.") ");"
#define CONTACT_TEXT_DELETE                                                                        \
	" INSERT INTO contact_text(contact_text, rowid, " CONTACT_TEXT ")"                         \
	" VALUES ('delete', old.id, " CONTACT_TEXT_OF("old.") ");"
static const char version_10[] =
	"DROP TRIGGER contact_text_insert;"
	"DROP TRIGGER contact_text_delete;"
	"DROP TRIGGER contact_text_update;"
	"DROP TABLE contact_text;"
	"CREATE VIRTUAL TABLE contact_text USING fts5(" CONTACT_TEXT
	", tokenize = \"unicode61 remove_diacritics 2 separators '-'\", prefix = '1 2 3',"
	" content = '', detail = column);"
	/* clang-format off */
	CONTACT_TEXT_TRIGGER("insert AFTER INSERT", "new.") CONTACT_TEXT_INSERT " END;"
	CONTACT_TEXT_TRIGGER("delete AFTER DELETE", "old.") CONTACT_TEXT_DELETE " END;"
	CONTACT_TEXT_TRIGGER("update AFTER UPDATE OF " CONTACT_TEXT, "old.")
		CONTACT_TEXT_DELETE CONTACT_TEXT_INSERT " END;"
	"INSERT INTO contact_text(rowid, " CONTACT_TEXT ") SELECT id, " CONTACT_TEXT_OF("")
	" FROM contact ORDER BY id;";
/* clang-format on */

/* Who is related to somebody is found by the word for how. */
static const char version_11[] = "CREATE INDEX relation_by_kind ON relation(kind);";

const char *const schema_versions[] = { version_1, version_2, version_3, version_4, version_5,
	version_6, version_7, version_8, version_9, version_10, version_11 };
const int schema_version_count = sizeof schema_versions / sizeof *schema_versions;

char *schema_first_rows(void)
{
	return sqlite3_mprintf(
		"INSERT INTO circle(name, cadence_days) VALUES (%Q, 14), (%Q, 30), (%Q, 90);",
		/* Translators: the circles of a new database, close friends first */
		_("Close"), _("Friends"), _("Network"));
}
