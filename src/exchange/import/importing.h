/* An import under way: what its files share.
 * Not here: anything a caller sees (filo/exchange/import.h). */
#ifndef FILO_EXCHANGE_IMPORT_IMPORTING_H
#define FILO_EXCHANGE_IMPORT_IMPORTING_H

#include "exchange/import/person_index.h"
#include "exchange/record.h"
#include "exchange/source.h"
#include "filo/base/number_map.h"
#include "filo/exchange/import.h"
#include "filo/exchange/import_stamp.h"
#include "filo/people/absence.h"

/* A group, until everybody has come. */
struct pending_group {
	char *tag;
	struct vector members; /* of char *: UIDs or URIs */
	char *file;
	int64_t line;
};

/* Stands for the id of somebody who is in the trash, and stays there. */
#define IMPORTING_IN_TRASH (-1)

/* Whose a name in a log is, as it was found for an earlier row: the same few come again and again.
 */
struct known_name {
	char *name; /* NULL: free */
	contact_id id;
};
#define IMPORTING_KNOWN 8192

/* Who came by a card of this import. */
struct imported_card {
	contact_id id;
	int64_t card;
};

struct importing {
	struct store *store;
	const struct import_request *request;
	struct import_plan *plan;
	struct vector choices; /* of struct import_likely: what was chosen beforehand, by card */
	size_t next_choice;
	struct vector cards;     /* of struct imported_card: who is new, by card and by id */
	struct vector met;       /* of contact_id: whom each card is about, by card; 0: nobody */
	struct vector newcomers; /* of struct import_newcomer: the same */
	size_t next_newcomer;
	struct person_index people;
	contact_id here;             /* the highest id before the file at hand */
	struct person_index present; /* BY_ENTRY only (import_present.c) */
	size_t present_asked;        /* entries, since that was begun */
	int present_doublings;       /* of how much is held there */
	struct number_map events;    /* how many are here that the file has not told yet */
	struct repeated *repeated;   /* those with more than one card; NULL: none (repeated.h) */
	struct source *source;
	int64_t done_before, total; /* bytes of the files before, of all files */
	int64_t card;               /* number of the next one */
	int64_t until_progress;     /* records until the caller is asked again */
	struct vector groups;       /* of struct pending_group (import_ties.c) */
	struct vector entries;      /* of struct conversation: read, not written yet */
	struct vector absences;     /* of struct absence: the same */
	struct known_name *known; /* of IMPORTING_KNOWN, by the hash of the name; NULL: none yet */
	char *parted;             /* a name of the file at hand that was read as two; NULL: none */
	bool is_parted_told;      /* that it was */
	struct import_stamp *stamps; /* of the files, before they were read; NULL: not remembered */
	struct history *history;     /* NULL: there is none in it (import_history.h) */
	bool has_left_in_trash;      /* somebody, with what the files have of them */
	bool has_changed;            /* anything but marks, tags too */
	bool has_marked;
	bool has_begun; /* the change: from there on no other program can write */
};

/* Before anything is compared or written: begins the change, once, and knows who is there. What
 * takes its time (a pipe, a reader) is read before. */
enum status importing_begin(struct importing *importing, struct error *err);
/* Reads the source at hand, by then kept and the change begun, where reading writes. */
enum status importing_read(
	struct importing *importing, const struct import_format *format, struct error *err);

/* What is wrong with a line of the file being read; `context` is the struct importing, as for a
 * reader's sink (record.h). */
enum status importing_problem(
	void *context, int64_t line, bool is_refused, const char *reason, struct error *err);
/* The same of a file that may be closed. */
void importing_problem_in(struct importing *importing, const char *file, int64_t line,
	bool is_refused, const char *reason);

/* Deleted stays deleted: tells who is in the trash, called `trashed` there, and was left there, and
 * how many days of contact with them, if any. What is remembered is then read again, until they are
 * back (import_remember.c). */
void importing_leave_in_trash(struct importing *importing, const char *file, int64_t line,
	const char *said, const char *trashed, int64_t days);
/* The same of an entry of a log, once for each who is called so in the import. */
void importing_leave_of_entry(
	struct importing *importing, int64_t line, const char *said, const char *trashed);

/* Asks the caller now and then whether to go on. STATUS_CANCELLED when not. */
enum status importing_progress(struct importing *importing, struct error *err);

#endif
