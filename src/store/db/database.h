/* What the files of store/ share: the open database, its statements, its open change.
 * Not here: anything another layer may see. */
#ifndef FILO_STORE_DB_DATABASE_H
#define FILO_STORE_DB_DATABASE_H

#include "filo/base/error.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/date.h"
#include "filo/people/rhythm.h"
#include "filo/store/store.h"

#include <sqlite3.h>

/* Statements by the address of their SQL: open addressing, never more than half full. */
#define STATEMENT_SLOTS 1024
struct statement {
	const char *sql;
	sqlite3_stmt *stmt;
};

/* New rows of one table in a large change: ids first..last. */
struct row_span {
	const char *table; /* static */
	int64_t first, last;
};

struct store {
	sqlite3 *db;
	char *path;
	day_number today;
	bool is_read_only;
	char *why_read_only; /* a translated sentence; NULL: it is not */
	int64_t data_version;

	bool (*go_on)(void *context); /* store_watch; NULL: nobody asks */
	void *go_on_context;
	bool is_stopped;
	void (*say_waiting)(void *context); /* store_on_wait; NULL: nobody to tell */
	void *say_waiting_context;

	struct statement statements[STATEMENT_SLOTS];
	size_t statement_count;

	/* The open change; label NULL: none. */
	char *label;
	sqlite3_session *session;
	bool is_deletion, has_no_record;
	int64_t restores;        /* the deletion this change restores from the trash; 0: none */
	bool is_large;           /* many rows are expected */
	struct vector new_rows;  /* of struct row_span, in a large change */
	struct strbuf set_aside; /* SQL that brings back what change_set_aside took away */
	/* Of struct participation: rows for conversations that are written (conversations_bulk.c).
	 */
	struct vector participations;

	/* Contacts whose rhythm must be brought up to date before the commit. */
	struct vector marked; /* of struct rhythm_mark, by rhythm.c */
	bool is_all_marked;
};

/* Little memory for pages, except in a large change; what is deleted is erased too. */
#define DATABASE_USUAL                                                                             \
	"PRAGMA cache_size = -1024; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY"

/* The statement of `sql`, prepared once and kept: the key is the string's address, so pass
 * static strings only. Reset and unbound. NULL with *err filled when it cannot be. */
sqlite3_stmt *database_statement(struct store *store, const char *sql, struct error *err);

/* Binding and reading with filo's own notions of nothing: NULL strings and DAY_NONE are SQL
 * NULL. Strings are not copied: they must live until the statement is reset. */
void bind_text(sqlite3_stmt *stmt, int index, const char *text);
void bind_day(sqlite3_stmt *stmt, int index, day_number day);
void bind_id(sqlite3_stmt *stmt, int index, int64_t id); /* 0 is NULL */
char *column_copy(sqlite3_stmt *stmt, int column);       /* caller frees; NULL for NULL */
day_number column_day(sqlite3_stmt *stmt, int column);
int64_t column_id(sqlite3_stmt *stmt, int column);

/* Steps once. *has_row; when there is none the statement has been reset. */
enum status database_step(
	struct store *store, sqlite3_stmt *stmt, bool *has_row, struct error *err);
/* Steps a statement that gives no rows, and resets it. */
enum status database_run(struct store *store, sqlite3_stmt *stmt, struct error *err);
/* The one value that a bound statement gives, which is then reset: of its first row's first column.
 * `none`, DAY_NONE and NULL where there is no row, or NULL in it (0 for a number). Caller frees the
 * text. */
int64_t database_number(struct store *store, sqlite3_stmt *stmt, int64_t none);
day_number database_day(struct store *store, sqlite3_stmt *stmt);
char *database_text(struct store *store, sqlite3_stmt *stmt);
/* COMMIT, unless the work was stopped. */
enum status database_commit(struct store *store, struct error *err);
/* Runs a script of constant SQL. */
enum status database_script(struct store *store, const char *sql, struct error *err);

/* BEGIN IMMEDIATE, or STATUS_DATABASE at once when another program is writing: for what can be left
 * for later. */
enum status database_begin_at_once(struct store *store);

/* STATUS_OK, or the sentence why this database can only be looked at. */
enum status database_may_change(struct store *store, struct error *err);

/* The sentence for what SQLite last refused: full disk, read-only, busy, damaged, ... */
enum status database_error(struct store *store, struct error *err);

/* The connection, for what only one file needs (sessions, backup, blobs). */
sqlite3 *database_handle(struct store *store);
int64_t database_last_id(struct store *store);

/* The rhythm cache, kept by rhythm.c. A contact whose days may be about to change is marked first
 * (its row is then known as it was); before the commit all marked ones are brought up to date. */
struct rhythm_mark {
	contact_id contact;
	bool had_row;
	struct rhythm before;
};
void rhythm_mark(struct store *store, contact_id contact);
void rhythm_mark_all(struct store *store); /* the user's absences have changed */
enum status rhythm_refresh_marked(struct store *store, struct error *err);
void rhythm_forget_marks(struct store *store);

#endif
