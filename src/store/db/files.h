/* The files of a database as the system sees them: whose they are, and what lies beside.
 * Not here: what is in them. */
#ifndef FILO_STORE_DB_FILES_H
#define FILO_STORE_DB_FILES_H

#include "filo/base/error.h"

#include <stdbool.h>
#include <stdint.h>

/* Behind the name of what takes the place of the file, until it does. */
#define DATABASE_RESTORED ".filo-restored"

/* Refuses a file that is there and is not safely ours, one in such a folder, or with such a log
 * beside it, one that was copied over another one's log, and none beside a log or beside what is to
 * take its place; touches nothing.
 * STATUS_NOT_FOUND: it is not there. */
enum status database_file_check(const char *path, struct error *err);
/* The same, but for the log that is another one's. */
enum status database_file_check_owner(const char *path, struct error *err);
/* An empty one, 0600. The usual folder is made as needed; a folder somebody named must be there: it
 * may be mistyped. */
enum status database_file_create(const char *path, struct error *err);
/* An empty part beside `file` (path_open_part), to be filled and put in its place; `path` names it
 * in the sentence when it cannot be made. NULL: it cannot. Caller frees. */
char *database_file_part(const char *file, const char *path, struct error *err);
/* Takes it away again, with what SQLite may have laid beside it. */
void database_file_drop_part(const char *part);
/* Why it can only be read, a translated sentence, or NULL. Caller frees. */
char *database_file_why_read_only(const char *path);
/* Where it may be written to again: what was laid beside while it was not has the rights that it
 * had then. */
void database_file_unlock_beside(const char *path);
/* Refuses a change where that has come about since. */
enum status database_file_refuse_second_name(const char *path, struct error *err);

/* The path as a URI that says nobody will change the file. Caller frees. */
char *database_file_immutable_uri(const char *path);
/* Whether another program has it open. */
bool database_file_is_open(const char *path);
/* Whether what was opened as `beside` has been left there: nobody has it open, and it was not
 * removed meanwhile. */
bool database_file_is_left(const char *path, int beside);
/* Whether its log holds something. */
bool database_file_has_log(const char *path);
/* The end of what lies beside it and is another one's, "-wal" or "-journal": no log belongs to a
 * copy, of which the header says so, and neither to a file of another state. NULL: nothing is. */
const char *database_file_overtaken(const char *path);

/* What the first bytes of a file say (www.sqlite.org/fileformat.html, 1.3). */
#define DATABASE_HEADER_BYTES       28
#define DATABASE_HEADER_VERSIONS_AT 18 /* two bytes, 2 each with a log, as filo keeps it */
struct database_header {
	bool has_log;
	uint32_t changes; /* counted on by each without a log */
};
struct database_header database_header_read(const unsigned char *bytes);

/* `path`, or behind symbolic links what it leads to, and `end`, such as "-wal". Caller frees. */
char *database_file_beside(const char *path, const char *end);
/* Removes what lies beside: what cannot be taken in would be taken for another file's. */
void database_file_drop_log(const char *path);

#endif
