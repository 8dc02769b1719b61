/* What was chosen on a screen is known by its number, and stays so while filo restore puts another
 * state of the database in its place. A number of before means the same there, or nothing; where
 * the copy comes from another address book, it carries a new mark, and what is open on it writes
 * nothing until it is opened again.
 * Not here: restoring (restore.c). */
#include "store/db/own_numbers.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/store/settings.h"
#include "store/db/database.h"
#include "store/db/own_file.h"

#include <stdlib.h>
#include <string.h>

#define MARK "numbers" /* in table setting */

/* Changes are counted on from where the database was: by that its log is known as its own
 * (log_look.c), at any moment. What was counted in the copy, such as for the head of the queue,
 * counts no more. */
#define GO_ON                                                                                      \
	"UPDATE sqlite_sequence AS here SET seq = max(seq, ifnull((SELECT seq"                     \
	" FROM was.sqlite_sequence AS there WHERE there.name = here.name), 0));"                   \
	"INSERT INTO main.sqlite_sequence SELECT name, seq FROM was.sqlite_sequence"               \
	" WHERE name NOT IN (SELECT name FROM main.sqlite_sequence);"                              \
	"UPDATE state SET snapshot_day = NULL,"                                                    \
	" change_count = (SELECT change_count + 1 FROM was.state)"

#define ARE_OTHERS                                                                                 \
	"SELECT EXISTS (SELECT 1 FROM main.contact AS here JOIN was.contact AS there USING (id)"   \
	" WHERE here.uid <> there.uid)"

/* The mark stays, and what is being typed meanwhile, which is about somebody by a number. */
#define KEEP_OWN                                                                                   \
	"DELETE FROM main.setting WHERE key = '" MARK "';"                                         \
	"INSERT INTO main.setting SELECT * FROM was.setting WHERE key = '" MARK "';"               \
	"INSERT OR REPLACE INTO main.draft SELECT * FROM was.draft"

#define MARK_OTHERS "INSERT OR REPLACE INTO setting VALUES ('" MARK "', hex(randomblob(8)))"

static int own_numbers_attach(sqlite3 *ready, const char *path)
{
	char *name = database_file_name(path);
	char *sql = sqlite3_mprintf("ATTACH %Q AS was", name);
	int code = sql ? sqlite3_exec(ready, sql, NULL, NULL, NULL) : SQLITE_NOMEM;

	sqlite3_free(sql);
	free(name);
	return code;
}

static int own_numbers_note_answer(void *is_so, int count, char **values, char **names)
{
	(void)count, (void)names;
	*(bool *)is_so = strcmp(values[0], "0") != 0;
	return 0;
}

int own_numbers_go_on(sqlite3 *ready, const char *path)
{
	bool are_others = false;
	int code = own_numbers_attach(ready, path);

	if (code == SQLITE_OK)
		code = sqlite3_exec(ready, GO_ON, NULL, NULL, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_exec(ready, ARE_OTHERS, own_numbers_note_answer, &are_others, NULL);
	if (code == SQLITE_OK && !are_others)
		code = sqlite3_exec(ready, KEEP_OWN, NULL, NULL, NULL);
	if (code != SQLITE_OK || are_others)
		code = sqlite3_exec(ready, MARK_OTHERS, NULL, NULL, NULL);
	sqlite3_exec(ready, "DETACH was", NULL, NULL, NULL);
	return code;
}

void own_numbers_watch(struct store *store)
{
	free(store->numbers);
	setting_get(store, MARK, &store->numbers, NULL);
}

static bool own_numbers_are_same(const char *one, const char *other)
{
	return one && other ? !strcmp(one, other) : one == other;
}

enum status own_numbers_look(struct store *store, struct error *err)
{
	char *mark = NULL;

	if (store->lost != FILE_IS_OURS)
		return database_may_change(store, err);
	enum status status = setting_get(store, MARK, &mark, err);
	if (status == STATUS_OK && !own_numbers_are_same(mark, store->numbers)) {
		store->lost = FILE_HOLDS_OTHERS;
		own_file_refuse(store,
			_("%s was restored by another program, and other people are in it now, so "
			  "nothing is written to it. Open it again: on the screen with F5"));
		status = database_may_change(store, err);
	}
	free(mark);
	return status;
}
