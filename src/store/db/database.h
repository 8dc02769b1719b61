/* What the files of store/ share: the open database, its statements, its open change.
 * Not here: anything another layer may see. */
#ifndef FILO_STORE_DB_DATABASE_H
#define FILO_STORE_DB_DATABASE_H

#include "filo/base/error.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/date.h"
#include "filo/store/store.h"

#include <sqlite3.h>
#include <stdio.h>
#include <sys/types.h>
#include <time.h>

/* Statements by the address of their SQL: open addressing, never more than half full. */
#define STATEMENT_SLOTS 1024
struct statement {
	const char *sql;
	sqlite3_stmt *stmt;
};

/* New rows of one table in a large change: ids first..last. */
struct row_span {
	const char *table;
	int64_t first, last;
};

/* What was taken from the log into the file, by the index of the log. */
struct log_taken {
	uint32_t salts[2];
	uint32_t taken, to_be_taken; /* frames */
};

/* The file as it was when it was last known as ours (own_file.c). */
struct file_mark {
	bool is_watched; /* it is open and known to be a database of filo's */
	bool is_kept;    /* what follows is known */
	dev_t device;
	ino_t number;
	int64_t size_bytes;
	struct timespec written, touched;
	bool has_log;         /* by its header */
	ino_t beside[2];      /* the files of that log and of its index; 0: there is none */
	struct log_taken log; /* then */
	uint32_t changes;     /* that it counts in its header, else */
	uint64_t sum;         /* over its beginning */
};

struct store {
	struct store *next; /* of those this program has open */
	dev_t device;       /* and its file, when it was opened */
	ino_t number;
	sqlite3 *db;
	char *path;
	day_number today;
	bool is_read_only;
	char *why_read_only; /* a translated sentence; NULL: it is not */
	enum {
		FILE_IS_OURS,
		FILE_HAS_MOVED,       /* what stands under its path is another one, or none */
		FILE_WAS_OVERWRITTEN, /* or its log taken away, by a program that knows none */
		FILE_HOLDS_OTHERS,    /* through filo restore: other things under their numbers */
	} lost;
	int version;           /* of the schema, as we know it */
	int64_t schema_cookie; /* when the schema was last compared with ours */
	bool is_part;          /* one of our own making, which needs no copy laid beside */
	struct file_mark mark;
	char *numbers; /* the mark of whose they are (own_numbers.c); NULL: there is none */
	bool are_numbers_known;  /* that mark, or that there is none, could be read */
	bool are_numbers_placed; /* that mark was seen to be of the place where the file is */
	char *new_numbers;       /* that the open change gives; NULL: none */
	bool has_second_name;    /* at the latest look */
	int64_t data_version;

	bool (*go_on)(void *context); /* store_watch; NULL: nobody asks */
	void *go_on_context;
	bool is_stopped;
	void (*say_waiting)(void *context); /* store_on_wait; NULL: nobody to tell */
	void *say_waiting_context;

	struct statement statements[STATEMENT_SLOTS];
	size_t statement_count;

	bool is_changing;     /* in a transaction that writes */
	struct error failure; /* the first in it, else the latest */
	struct error unread;  /* outside of one, of what nobody was told (store_unread) */

	/* The open change; label NULL: none. */
	char *label;
	size_t joined; /* that many functions have joined it, and have not ended */
	sqlite3_session *session;
	bool is_record_due;     /* what is written next is to be recorded (change_record_due) */
	FILE *record_file;      /* what was recorded before (long_record.h); NULL: nothing */
	int64_t recorded_bytes; /* in it */
	bool is_deletion, has_no_record;
	bool was_idle;              /* the last that was committed left everything as it was */
	contact_id returned;        /* whom the latest undo, redo or restoring brought back, or
				       whose snooze, rest or letting go it was about; 0 */
	struct vector all_returned; /* of contact_id: where these were several */
	int64_t restores;           /* the deletion this change restores from the trash; 0: none */
	bool is_large;              /* many rows are expected */
	struct vector new_rows;     /* of struct row_span, in a large change */
	struct strbuf set_aside;    /* SQL that brings back what change_set_aside took away */

	struct vector known_tables; /* of struct known_table (changeset_look.c) */

	bool has_changed;          /* by a change, or by taking one back or doing it again */
	bool has_written;          /* what somebody asked for and undo knows nothing of */
	struct vector own_changes; /* of int64_t: ids of the records made here, oldest first */
	struct vector
		own_undone; /* of int64_t: of those that were taken back here, whoever made them */

	/* What the rooms beside note for the open change (change_hooks.h). */
	struct vector participations; /* rows for conversations that are written, by log/ */
	struct vector marked;         /* contacts whose rhythm must be learned anew, by due/ */
	bool is_all_marked;
};

/* Little memory for pages, except in a large change; what is deleted is erased too. */
#define DATABASE_USUAL                                                                             \
	"PRAGMA cache_size = -1024; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY"

/* After others: what was done by then is done, whether this works or not. */
void database_use_usual(struct store *store);

/* Whether its pages, tables and indexes fit together: SQLITE_OK, SQLITE_CORRUPT, or why it could
 * not be looked at. What the rows say is not looked at (check.h). */
int database_look_through(sqlite3 *db);
/* Whether a row of SQLite's integrity check tells of a fault of the file. From 3.44 on SQLite tells
 * of the search index there, too, which can be made anew (check.h). */
bool database_is_file_fault(const char *finding);

/* "filo" in ASCII: tells our files from other SQLite databases. */
#define DATABASE_APPLICATION_ID 0x66696C6F

/* The statement of `sql`, prepared once and kept, reset and unbound: use query_open. A code of
 * SQLite. */
int database_statement(struct store *store, const char *sql, sqlite3_stmt **stmt);
/* At the end: none is good any more. */
void database_drop_statements(struct store *store);

/* Of the whole process, before SQLite is asked for anything. */
void database_set_up_process(void);

/* `path` as SQLite is told it: "file:x" is the name of a file, not a URI. Caller frees. */
char *database_file_name(const char *path);

/* Writes what the log beside the file holds into the file, and empties it. False: not all of it. */
bool database_empty_log(struct store *store);

/* As store_open: one that was made from a copy, to be given up or put in a database's place. */
enum status database_open_part(
	struct store **out, const char *part, day_number today, struct error *err);

/* Runs a script of constant SQL. */
enum status database_script(struct store *store, const char *sql, struct error *err);

/* A transaction that writes. Once something has failed in it, everything after in it, and the
 * commit, fails alike: what could not be read is never taken for nothing. */
enum status database_begin(struct store *store, struct error *err);
/* The same for what is no change and hangs on no other table, as drafts do: a newer filo that has
 * brought the file up to date bars none of it. It joins the open change, if there is one. */
enum status database_begin_aside(struct store *store, struct error *err);
/* At once or not at all, when another program is writing: for what can be left for later. */
enum status database_begin_at_once(struct store *store);
/* Unless the work was stopped. When it fails, roll back. */
enum status database_commit(struct store *store, struct error *err);
void database_rollback(struct store *store);
/* Ends a transaction that only reads, whatever else fails. */
void database_leave(struct store *store);
/* Commits, or rolls back when that fails or `status` is not OK. */
enum status database_end(struct store *store, enum status status, struct error *err);
/* The same after what somebody asked for (store_has_written). */
enum status database_end_asked(struct store *store, enum status status, struct error *err);

/* Runs what a check puts right, in a transaction of its own; what is written is of the schema as we
 * know it. */
enum status database_mend(struct store *store, const char *sql, struct error *err);

/* What has failed in the open transaction, else STATUS_OK. */
enum status database_failure(const struct store *store);
/* Notes that SQLite has answered `code`, which is not OK: the sentence is kept for database_tell.
 */
enum status database_fail(struct store *store, int code);
/* Returns `status`, which is not OK, with the sentence of the latest failure. */
enum status database_tell(struct store *store, enum status status, struct error *err);
/* What a code of SQLite, not OK, means for the database at `path`. `db` may be NULL. */
enum status database_say(const char *path, sqlite3 *db, int code, struct error *err);
/* The system's own reason (errno) for it; 0: it has none. */
int database_system_reason(sqlite3 *db, int code);
/* Whether that is want of something at the moment, and nothing about the file. */
bool database_is_want(int reason);
/* The same for what SQLite last refused. */
enum status database_error(struct store *store, struct error *err);

/* STATUS_OK, or an error that says why this database is read-only. Looks, too, whether the file is
 * still the one under its name: once it is not, it is read-only. Where that cannot be read, it is
 * refused this time. */
enum status database_may_change(struct store *store, struct error *err);

int64_t database_last_id(struct store *store);

#endif
