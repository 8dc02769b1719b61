/* For the tests of store/: a database in a folder of its own, and short ways to fill and ask it.
 * Not here: any test. */
#ifndef FILO_TESTS_STORE_PLACE_H
#define FILO_TESTS_STORE_PLACE_H

#include "../open_files.h"
#include "../unit.h"
#include "filo/base/error.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/people/contact.h"
#include "filo/store/change.h"
#include "filo/store/contacts.h"
#include "filo/store/store.h"
#include "filo/store/undo.h"
#include "store/db/database.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define TODAY 20000

struct place {
	char folder[32];
	char path[64];
	struct store *store;
	struct error err;
};

static inline void place_open(struct place *place)
{
	if (store_open(&place->store, place->path, TODAY, &place->err) != STATUS_OK)
		fail_msg("%s", place->err.message);
}

static inline void place_close(struct place *place)
{
	store_close(place->store);
	place->store = NULL;
}

static inline int place_setup_empty(void **state)
{
	struct place *place = calloc(1, sizeof *place);

	snprintf(place->folder, sizeof place->folder, "/tmp/filo-test.XXXXXX");
	assert_non_null(mkdtemp(place->folder));
	snprintf(place->path, sizeof place->path, "%s/filo.db", place->folder);
	*state = place;
	return 0;
}

static inline int place_setup(void **state)
{
	place_setup_empty(state);
	place_open(*state);
	return 0;
}

static inline int place_teardown(void **state)
{
	struct place *place = *state;
	char command[64];

	store_close(place->store);
	snprintf(command, sizeof command, "rm -rf %s", place->folder);
	int code = system(command);
	free(place);
	return code;
}

/* Runs a script of the shell in the folder. */
static inline void shell(const struct place *place, const char *script)
{
	struct strbuf command = STRBUF_INIT;

	strbuf_add_format(&command, "cd %s && %s", place->folder, script);
	if (system(command.data) != 0)
		fail_msg("%s", command.data);
	strbuf_fini(&command);
}

/* `name` in the folder of the place; good until the next call. */
static inline const char *place_file(const struct place *place, const char *name)
{
	static char path[96];

	snprintf(path, sizeof path, "%s/%s", place->folder, name);
	return path;
}

static inline bool exists(const char *path)
{
	return access(path, F_OK) == 0;
}

/* In bytes; -1: there is no such file. */
static inline int64_t size_of(const char *path)
{
	struct stat info;

	return stat(path, &info) == 0 ? info.st_size : -1;
}

static inline int mode_of(const char *path)
{
	struct stat info;

	assert_int_equal(stat(path, &info), 0);
	return info.st_mode & 0777;
}

/* For a check that must find nothing. */
static inline void say_nothing(void *context, const char *line)
{
	(void)context;
	fail_msg("%s", line);
}

/* No file may grow beyond this (0: any size), as if the disk were full. */
static inline void limit_files(rlim_t size_bytes)
{
	struct rlimit limit;

	getrlimit(RLIMIT_FSIZE, &limit);
	limit.rlim_cur = size_bytes ? size_bytes : limit.rlim_max;
	setrlimit(RLIMIT_FSIZE, &limit);
}

/* Asserts on OK, showing the sentence otherwise. */
#define assert_ok(place, call)                                                                     \
	do {                                                                                       \
		if ((call) != STATUS_OK)                                                           \
			fail_msg("%s", (place)->err.message);                                      \
	} while (0)

/* Nothing is written to it any more: it was copied over. */
static inline void assert_overwritten(struct place *place)
{
	assert_int_equal(change_begin(place->store, "x", &place->err), STATUS_DATABASE);
	assert_non_null(strstr(place->err.message, "filo restore"));
	assert_int_equal(store_loss(place->store), STORE_WAS_OVERWRITTEN);
}

/* A copy that `command` lays over filo.db is noticed at the next change, or in the look between
 * (`is_looked_at`), and nothing goes over it. Closes the place. */
static inline void assert_copy_is_kept(struct place *place, const char *command, bool is_looked_at)
{
	shell(place, command);
	shell(place, "cp filo.db laid.db");
	if (is_looked_at)
		store_changed_elsewhere(place->store);
	assert_overwritten(place);
	place_close(place);
	shell(place, "cmp laid.db filo.db");
}

/* Whether the open database can only be looked at. */
static inline bool is_read_only(const struct place *place)
{
	if (!place->store) {
		fail_msg("there is no store");
		return false;
	}
	return place->store->is_read_only;
}

static inline int64_t number(struct store *store, const char *sql)
{
	sqlite3_stmt *stmt;
	int64_t value = -1;

	if (!store) {
		fail_msg("there is no store");
		return value;
	}
	assert_int_equal(sqlite3_prepare_v2(store->db, sql, -1, &stmt, NULL), SQLITE_OK);
	if (sqlite3_step(stmt) == SQLITE_ROW)
		value = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return value;
}

/* Before what a test makes in the schema: that of the present version is compared before a change.
 */
#define UNCOMPARED "PRAGMA user_version = 1;"

static inline void run(struct store *store, const char *sql)
{
	struct error err;

	if (database_script(store, sql, &err) != STATUS_OK)
		fail_msg("%s: %s", sql, err.message);
}

/* One change, called `label`, that runs `sql`. */
static inline void change(struct place *place, const char *label, const char *sql)
{
	assert_ok(place, change_begin(place->store, label, &place->err));
	run(place->store, sql);
	assert_ok(place, change_commit(place->store, &place->err));
}

#define INSERT_CONTACT      "INSERT INTO contact(id, uid, name, name_key) VALUES "
#define INSERT_CONVERSATION "INSERT INTO conversation(id, day, medium, summary) VALUES "
#define INSERT_PARTICIPANT  "INSERT INTO participant(contact, day, conversation) VALUES "

static inline contact_id add_wished(struct place *place, const char *name, int cadence_days)
{
	struct contact contact;

	contact_init(&contact);
	contact.name = memory_copy_string(name);
	contact.cadence_days = cadence_days;
	assert_ok(place, contact_add(place->store, &contact, &place->err));
	contact_id id = contact.id;
	contact_fini(&contact);
	return id;
}

static inline contact_id add_named(struct place *place, const char *name)
{
	return add_wished(place, name, 0);
}

static inline void undo_as(struct place *place, const char *label)
{
	char *said = NULL;

	assert_ok(place, undo_last(place->store, &said, &place->err));
	assert_string_equal(said, label);
	free(said);
}

/* What is found under `word` in the log or among people. */
static inline int64_t found_in(struct store *store, const char *index, const char *word)
{
	char sql[120];

	snprintf(
		sql, sizeof sql, "SELECT count(*) FROM %s WHERE %s MATCH '%s'", index, index, word);
	return number(store, sql);
}

/* Runs `act` in a process of its own, as `user` when we are root; returns its exit status. */
static inline int in_another_process(
	struct place *place, uid_t user, int (*act)(struct place *place))
{
	int status = 0;
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0) {
		if (user && geteuid() == 0 && setuid(user) < 0)
			_exit(99);
		_exit(act(place));
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* Loses the first page of `table`, and opens the database again. */
static inline void place_damage(struct place *place, const char *table)
{
	char sql[96], script[128];

	snprintf(sql, sizeof sql, "SELECT rootpage FROM sqlite_schema WHERE name = '%s'", table);
	int page = (int)number(place->store, sql),
	    bytes = (int)number(place->store, "PRAGMA page_size");
	place_close(place);
	snprintf(script, sizeof script,
		"dd if=/dev/zero of=filo.db bs=%d seek=%d count=1 conv=notrunc status=none", bytes,
		page - 1);
	shell(place, script);
	place_open(place);
}

/* Each of two indexes has what is the other's, in the file `name`: no page is wrong by itself. */
static inline void mix_up_indexes(const struct place *place, const char *name)
{
	char script[300];

	snprintf(script, sizeof script,
		"sqlite3 %s \"PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage ="
		" (SELECT sum(rootpage) FROM sqlite_schema WHERE name GLOB 'contact_by_[nw]*')"
		" - rootpage WHERE name GLOB 'contact_by_[nw]*'\"",
		name);
	shell(place, script);
}

#endif
