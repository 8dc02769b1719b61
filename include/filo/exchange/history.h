/* Importing histories: what can be asked for, and what was found and done, for the plan in words
 * and in JSON.
 * Not here: the import itself (import.h). */
#ifndef FILO_EXCHANGE_HISTORY_H
#define FILO_EXCHANGE_HISTORY_H

#include "filo/base/vector.h"
#include "filo/people/contact.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Of histories: messages, mails, calls, meetings (filo(5)). Zeroed: as usual. */
enum history_groups { HISTORY_GROUPS_SMALL, HISTORY_GROUPS_NONE, HISTORY_GROUPS_ALL };
#define HISTORY_CROWD 6
struct history_options {
	const char *const *me; /* whom I am called; several with commas */
	size_t me_count;
	const char *const *maps; /* "HANDLE=CONTACT"; "-" ignores, "@me" is me */
	size_t map_count;
	day_number since, until; /* 0: no limit */
	enum history_groups groups;
	int crowd;          /* others in a group at most; 0: HISTORY_CROWD */
	int adopt;          /* who has so many days becomes a contact; 0: nobody */
	bool with_text;     /* keep words */
	const char *name;   /* "irc": the source becomes "messages:irc"; NULL: none */
	const char *reader; /* "whatsapp": the format a reader is told; NULL: by content */
	const char *day_order, *zone, *files_from; /* NULL: as usual */
};

/* All strings owned. */
struct history_file {
	char *source, *name;
	day_number first, last; /* DAY_NONE: nothing in it */
	int64_t messages;
	char *dates;  /* "dmy", "mdy" or "ymd"; NULL: there was no doubt, or it was not said */
	bool is_sure; /* of dates */
	bool has_own; /* people and entries, which the plan counts */
};
struct history_count {
	char *what; /* English; shown by _() */
	int64_t count;
};
struct history_me {
	char *handle, *why; /* why: English, NULL: as asked for */
};
/* Somebody whom only you can tell. */
struct history_unknown {
	char *name;
	int days;
	int64_t seen;      /* among the people seen; 0: not kept */
	bool is_new;       /* first seen in this import */
	contact_id likely; /* 0: no idea */
	char *likely_name; /* NULL: no idea */
};

struct history_report {
	struct vector files;    /* of struct history_file; empty: no histories were read */
	struct vector me;       /* of struct history_me: who I was found to be */
	struct vector unknown;  /* of struct history_unknown, the most days first */
	struct vector left_out; /* of struct history_count */
	int64_t people;         /* contacts with days */
	int64_t days;           /* entries of theirs that were read */
	int64_t added, grown, unchanged;
	int64_t joined;    /* who took part in an entry that was there */
	int64_t in_log;    /* written by hand already */
	int64_t forgotten; /* deleted before */
	int64_t adopted;   /* became contacts */
	int64_t aside, aside_days;
	int64_t not_kept; /* people, one-way or once */
	char *candidates; /* "Giulia (512), Marco (498)": where it is asked who I am; else NULL */
	char *zone;       /* in which days were told, when that is not this machine's */
	bool has_broken_off;
	int64_t due_before, due_after; /* -1: not counted */
};

void history_report_init(struct history_report *report);
void history_report_fini(struct history_report *report);
/* Appends in a few words what was done, for one line (of char *). */
void history_report_say(const struct history_report *report, struct vector *words);
/* Appends what it says, in lines (of char *). */
void history_report_tell(const struct history_report *report, struct vector *lines);

#endif
