/* What was chosen on a screen is known by its number, and stays so while filo restore puts another
 * state of the database in its place: where that is an older one of this very file, a number means
 * the same there, or nothing. A copy that was written to went its own way, and gave the same
 * numbers to other things. So each file that is written to has a mark of its own: "mark@place",
 * place being what tells the file from its copies. What is open while the mark becomes another one
 * writes nothing until it is opened again.
 *
 * Not here: restoring (restore.c). */
#include "store/db/own_numbers.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/store/settings.h"
#include "store/db/database.h"
#include "store/db/own_file.h"
#include "store/db/query.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define KEY "numbers" /* in table setting */

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

#define MARK_IN(database)                                                                          \
	"ifnull((SELECT substr(value, 1, instr(value, '@')) FROM " database                        \
	".setting WHERE key = '" KEY "'), '')"

/* Without a mark nothing was written to it by a filo that gives one: that tells nothing. */
#define ARE_OTHERS "SELECT " MARK_IN("main") " = '' OR " MARK_IN("main") " <> " MARK_IN("was")

/* The mark stays, and what is being typed meanwhile, which is about somebody by a number. */
#define KEEP_OWN                                                                                   \
	"INSERT OR REPLACE INTO main.setting SELECT * FROM was.setting WHERE key = '" KEY "';"     \
	"INSERT OR REPLACE INTO main.draft SELECT * FROM was.draft"

/* A new one of the same place. Where that is not known, the first change tells. */
#define MARK_WITH(place)                                                                           \
	"INSERT OR REPLACE INTO main.setting VALUES ('" KEY "', hex(randomblob(8)) || '@' ||"      \
	" ifnull((" place "), ''))"
#define MARK_OTHERS                                                                                \
	MARK_WITH("SELECT substr(value, instr(value, '@') + 1) FROM was.setting"                   \
		  " WHERE key = '" KEY "'")

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
	if (code == SQLITE_OK && are_others)
		code = sqlite3_exec(ready, MARK_OTHERS, NULL, NULL, NULL);
	if (code != SQLITE_OK)
		code = sqlite3_exec(ready, MARK_WITH("NULL"), NULL, NULL, NULL);
	sqlite3_exec(ready, "DETACH was", NULL, NULL, NULL);
	return code;
}

void own_numbers_watch(struct store *store)
{
	free(store->numbers);
	store->are_numbers_placed = false;
	store->are_numbers_known = setting_get(store, KEY, &store->numbers, NULL) == STATUS_OK;
}

/* A copy has another number, and, where that is known, was made at another time. False: it is no
 * file. */
static bool own_numbers_place(const struct store *store, char *place, size_t room)
{
#ifdef STATX_BTIME
	struct statx info;

	if (statx(AT_FDCWD, store->path, 0, STATX_INO | STATX_BTIME, &info) < 0)
		return false;
	int len = snprintf(place, room, "%llx", (unsigned long long)info.stx_ino);
	if (info.stx_mask & STATX_BTIME)
		snprintf(place + len, room - (size_t)len, ".%llx.%x",
			(unsigned long long)info.stx_btime.tv_sec, info.stx_btime.tv_nsec);
#else
	struct stat info;

	if (stat(store->path, &info) < 0)
		return false;
	snprintf(place, room, "%llx", (unsigned long long)info.st_ino);
#endif
	return true;
}

/* Known when the change is made. */
static enum status own_numbers_begin_anew(struct store *store, const char *place, struct error *err)
{
	struct query query = query_open(store, MARK_WITH("?1") " RETURNING value");

	bind_text(&query, 1, place);
	if (query_next(&query)) {
		free(store->new_numbers);
		store->new_numbers = column_copy(&query, 0);
	}
	return query_close(&query, err);
}

static bool own_numbers_are_of(const char *mark, const char *place)
{
	const char *at = mark ? strchr(mark, '@') : NULL;

	return at && !strcmp(at + 1, place);
}

/* Another program may have been the first to change this file, and have given it its mark. What
 * could not be read when it was opened is taken for known once it can. */
static bool own_numbers_know(struct store *store, const char *mark, const char *place)
{
	bool is_known = store->are_numbers_known;

	if (is_known && text_is_same(store->numbers, mark))
		return true;
	if (is_known &&
		(!own_numbers_are_of(mark, place) || own_numbers_are_of(store->numbers, place)))
		return false;
	memory_replace_string(&store->numbers, mark);
	store->are_numbers_known = true;
	store->are_numbers_placed = false;
	return true;
}

/* The place is looked at once for a mark: what stands there later is own_file.c's to see. */
static enum status own_numbers_compare_mark(
	struct store *store, const char *mark, bool is_change, struct error *err)
{
	enum status status = STATUS_OK;
	char place[64];

	if (store->are_numbers_placed && text_is_same(store->numbers, mark))
		return STATUS_OK;
	if (!own_numbers_place(store, place, sizeof place))
		return STATUS_OK;
	if (!own_numbers_know(store, mark, place)) {
		store->lost = FILE_HOLDS_OTHERS;
		own_file_refuse(store,
			_("%s was restored by another program, from another address book or from a "
			  "copy that was changed, so nothing is written to it. Open it again: "
			  "with F5 on the screen, else by giving the command again"));
		status = database_may_change(store, err);
	} else if (is_change && !own_numbers_are_of(mark, place)) {
		status = own_numbers_begin_anew(store, place, err);
	} else {
		store->are_numbers_placed = own_numbers_are_of(mark, place);
	}
	return status;
}

static enum status own_numbers_compare(struct store *store, bool is_change, struct error *err)
{
	char *mark = NULL;

	if (store_is_in_memory(store))
		return STATUS_OK;
	enum status status = setting_get(store, KEY, &mark, err);
	if (status == STATUS_OK)
		status = own_numbers_compare_mark(store, mark, is_change, err);
	free(mark);
	return status;
}

enum status own_numbers_begin(struct store *store, struct error *err)
{
	return own_numbers_compare(store, true, err);
}

void own_numbers_end(struct store *store, bool is_made)
{
	if (is_made && store->new_numbers) {
		free(store->numbers);
		store->numbers = store->new_numbers;
		store->new_numbers = NULL;
		store->are_numbers_placed = false;
	}
	memory_replace_string(&store->new_numbers, NULL);
}

enum status own_numbers_look(struct store *store, struct error *err)
{
	if (store->lost != FILE_IS_OURS)
		return database_may_change(store, err);
	return own_numbers_compare(store, false, err);
}
