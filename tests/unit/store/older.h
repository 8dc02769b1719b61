/* Databases as older versions made them, by the schema alone.
 * Not here: opening them, which brings them up to date (place.h). */
#ifndef FILO_TESTS_OLDER_H
#define FILO_TESTS_OLDER_H

#include "place.h"
#include "store/db/functions.h"
#include "store/db/schema.h"
#include "store/db/tokenizer.h"

static inline void today_of_the_test(sqlite3_context *context, int count, sqlite3_value **values)
{
	(void)count, (void)values;
	sqlite3_result_int(context, TODAY);
}

static inline void do_by_hand(struct place *place, const char *sql)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(place->path, &db), SQLITE_OK);
	assert_int_equal(tokenizer_register(db), SQLITE_OK);
	assert_int_equal(functions_register(db), SQLITE_OK);
	sqlite3_create_function(
		db, "filo_today", 0, SQLITE_UTF8, NULL, today_of_the_test, NULL, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	sqlite3_close(db);
	chmod(place->path, 0600);
}

/* In place of what was there, with these rows. */
static inline void make_version(struct place *place, int version, const char *rows)
{
	char sql[100];

	unlink(place->path);
	for (int i = 0; i < version; i++)
		do_by_hand(place, schema_versions[i]);
	snprintf(sql, sizeof sql, "PRAGMA application_id = 0x66696C6F; PRAGMA user_version = %d",
		version);
	do_by_hand(place, sql);
	do_by_hand(place, rows);
}

#endif
