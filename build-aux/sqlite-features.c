/* Whether the SQLite found here can do what filo needs: the session extension, which undo is made
 * of, and the full-text search FTS5. Compiled and run once, before anything else.
 * Not here: any use of them (src/store). */
#include <sqlite3.h>
#include <stdio.h>

int main(void)
{
	sqlite3_session *session = NULL;
	sqlite3 *db = NULL;

	if (sqlite3_open(":memory:", &db) != SQLITE_OK)
		return 1;
	if (sqlite3_exec(db, "CREATE VIRTUAL TABLE t USING fts5(x)", NULL, NULL, NULL) !=
		SQLITE_OK) {
		fprintf(stderr,
			"The SQLite %s found here is built without FTS5, which the search needs.\n",
			sqlite3_libversion());
		return 1;
	}
	if (sqlite3session_create(db, "main", &session) != SQLITE_OK) {
		fprintf(stderr,
			"The SQLite %s found here cannot record sessions, which undo needs.\n",
			sqlite3_libversion());
		return 1;
	}
	sqlite3session_delete(session);
	sqlite3_close(db);
	return 0;
}
