/* Where files live, and writing them so that a good one is never lost.
 * Not here: what is in them. */
#ifndef FILO_BASE_PATHS_H
#define FILO_BASE_PATHS_H

#include "filo/base/error.h"

#include <stdbool.h>
#include <stdio.h>

/* `name` under $XDG_DATA_HOME/filo or ~/.local/share/filo; under $XDG_CONFIG_HOME/filo or
 * ~/.config/filo. A relative XDG variable is ignored, as its specification asks. Caller frees. */
char *path_in_data(const char *name);
char *path_in_config(const char *name);

/* The folder `path` lies in: "." when it names none. Caller frees. */
char *path_folder(const char *path);
/* What `path` names in it: all of it where that ends with a slash. Borrowed. */
const char *path_name(const char *path);
/* The folder the running program lies in; NULL when that is not known. Caller frees. */
char *path_of_program(void);

/* The file that `path` leads to through symbolic links; it need not be there. Caller frees. */
char *path_behind_links(const char *path);

/* Makes the folder and those above it that are missing, 0700. */
enum status path_make_folder(const char *folder, struct error *err);

/* Renames the finished file `beside` to `path`, in the same folder, and syncs file and folder:
 * after a power cut there is the old file or the new one. */
enum status path_replace(const char *beside, const char *path, struct error *err);

/* A program of that name in a folder, and where the PATH has one, or what a name with a slash in it
 * says. NULL: none that may be run. Caller frees. */
char *path_executable(const char *folder, size_t len, const char *name);
char *path_of_command(const char *name);

/* Whether it is a file of SQLite's, by how it begins. */
bool path_holds_database(const char *path);
extern const char *const path_database_ends[]; /* of what it lays beside; ended by NULL */
/* The database that SQLite would take the file for a part of, be it there already or made one day.
 * Caller frees; NULL: of none. */
char *path_database_beside(const char *path);
/* Whether it is one, or would be taken for a part of one: nothing else may be written there. */
bool path_is_of_database(const char *path);
bool path_is_terminal(const char *path);

/* An open, new file (0600) to be written and then to take the place of `path`; *part: its name in
 * the same folder, which tells who writes it. What programs that have ended left of theirs in this
 * folder is removed first. -1 with errno; caller closes, and frees *part. */
int path_open_part(const char *path, char **part);
/* Removes that alone, in the folder of `path`. */
void path_sweep_parts(const char *path);

/* A file that replaces `path` only when it is complete: written as a file without a name
 * (O_TMPFILE), or where the file system has none, under a temporary name (0600), synced, then
 * renamed. A device or a pipe is written to directly; `path` "-" is standard output. */
struct file_writer {
	FILE *file;          /* write here */
	char *path, *beside; /* beside NULL: it has no name yet, or needs none */
	bool is_unnamed;
};
enum status file_writer_begin(struct file_writer *writer, const char *path, struct error *err);
enum status file_writer_commit(struct file_writer *writer, struct error *err);
void file_writer_abort(struct file_writer *writer); /* after commit: does nothing */

#endif
