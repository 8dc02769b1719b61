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
/* What somebody said of an unknown name. */
struct history_answer {
	const char *kind, *key; /* as in struct history_unknown */
	contact_id contact;     /* they are; 0: nobody here */
	bool is_new;            /* then a contact is made of them */
	bool is_ignored;        /* then nothing of theirs is taken, now or later */
};
/* Who somebody is. */
struct history_map {
	const char *text; /* "HANDLE=CONTACT"; "-" ignores, "@me" is me */
	const char *file; /* where it stands; NULL: it was typed */
	int64_t line;
};
struct history_options {
	const char *const *me; /* whom I am called; several with commas */
	size_t me_count;
	const struct history_map *maps;
	size_t map_count;
	const struct history_answer *answers;
	size_t answer_count;
	day_number since, until; /* 0: no limit */
	enum history_groups groups;
	int crowd;          /* others in a group at most; 0: HISTORY_CROWD */
	int adopt;          /* who has so many days becomes a contact; 0: nobody */
	bool with_text;     /* keep words */
	const char *name;   /* "irc": the source becomes "messages:irc"; NULL: none */
	const char *reader; /* "whatsapp": the format a reader is told; NULL: by content */
	const char *day_order, *zone, *files_from; /* NULL: as usual */
	const char *usual_day_order; /* where nothing proves one; NULL: as the locale says */
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
	bool is_known;      /* it was said before */
};
/* Somebody whom only you can tell. */
struct history_unknown {
	char *name;
	char *kind, *key; /* of their handle, as among the people seen */
	char *source;     /* "whatsapp" */
	int days;
	day_number first, last;
	int64_t seen;      /* among the people seen; 0: not kept */
	bool is_new;       /* first seen in this import */
	contact_id likely; /* 0: no idea */
	char *likely_name; /* NULL: no idea */
};

struct history_report {
	struct vector files; /* of struct history_file; empty: no histories were read */
	struct vector me;    /* of struct history_me: who I was found to be */
	/* An address to which mail came that was for nobody known to be me; NULL: none. */
	char *maybe_me;
	int64_t maybe_me_count;
	/* Of struct history_unknown: those one can guess at first, then the most days. */
	struct vector unknown;
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
	struct vector due;             /* of char *: the first of those who are due after it */
};

void history_report_init(struct history_report *report);
void history_report_fini(struct history_report *report);
void history_unknown_fini(struct history_unknown *unknown);
/* Its figures, each under its key of an object. */
struct json_writer;
void history_counts_put(struct json_writer *json, const struct history_report *report);
/* Appends in a few words what was done, for one line (of char *). */
void history_report_say(const struct history_report *report, struct vector *words);
/* Where it is told: what remains to be answered is told with an option of the command, or asked. */
enum history_place { HISTORY_AT_COMMAND, HISTORY_ON_SCREEN };
/* Appends what it says, in lines (of char *). */
void history_report_tell(
	const struct history_report *report, enum history_place place, struct vector *lines);

#endif
