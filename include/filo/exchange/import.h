/* Bringing people and conversations in from files, as one change that can be undone.
 * Not here: reading each format (src/exchange/), telling who is who (people/sameness.h).
 *
 * Each card or row meets the address book in this order:
 *   1. the same UID: it is the same person;
 *   2. the same e-mail address, phone number or handle (normalised), and a name that may be the
 *      same ("G. Rossi" and "Giulia Rossi"; not "Rossi Jr."; at a telephone, which a family may
 *      share, two words of it): the same;
 *   3. the same name, the same address under another name, or addresses of several who may be the
 *      same, none of whom has them all: likely the same; somebody has to say. Nothing is left to
 *      say when the card brings nothing that is not already there.
 *      Two of one file who are reached so and share a word of the name are told, too, but stay
 *      two whatever is chosen for all;
 *   4. else it is somebody new.
 *
 * What the source owns: an import leaves a mark (a hash) with the contact for each value that it
 * brought. When a newer card with the same UID comes, a value here that still bears a mark follows
 * it: it is replaced, or removed when the card no longer has it (a table: has a column for it, and
 * nothing there). Without a UID it may be of another file of the kind: it removes nothing, replaces
 * what there is only one of by what says no less, a note by that of the same row, and adds the
 * rest. What goes, and who is called otherwise, is told. A value without a mark is the user's own
 * and stays; what the user deleted or changed does not come back. Circle, cadence, log and
 * follow-ups are never touched. Whoever comes with a circle that is not here, and is put into it,
 * brings it. So importing the same file twice changes nothing. */
#ifndef FILO_EXCHANGE_IMPORT_H
#define FILO_EXCHANGE_IMPORT_H

#include "filo/base/vector.h"
#include "filo/exchange/history.h"
#include "filo/exchange/import_formats.h"
#include "filo/people/contact.h"
#include "filo/store/store.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* What to do with somebody who is likely the same as a contact that is there. */
enum import_choice {
	IMPORT_AS_NEW,  /* add them all the same; duplicates can be merged later */
	IMPORT_AS_SAME, /* they are one: join */
	IMPORT_LEAVE_OUT,
};

/* Somebody whom a card may be about. */
struct import_candidate {
	contact_id contact;
	int64_t card;    /* is_in_file: they are of that card, from 0 */
	bool is_in_file; /* they come by another card of the same import */
	char *name;      /* as it is kept */
	char *called;    /* told from namesakes; is_in_file: by the card, "Ada Prova (card 2)" */
	char *facts;     /* firm, addresses and numbers, in words; may be empty */
	char *shared;    /* what they share with the card when it is not the name: an address;
			  * else NULL */
};

/* A card that is likely somebody who is already there, for choice. */
struct import_likely {
	int64_t card;              /* number of the card in the whole import, from 0 */
	char *name, *facts;        /* on the card, as above */
	struct vector candidates;  /* of struct import_candidate, likeliest first; never empty */
	enum import_choice choice; /* the request's, until the caller sets another */
	size_t candidate;          /* the same: whom IMPORT_AS_SAME means */
	bool is_met;               /* private */
};
void import_likely_fini(struct import_likely *likely);
/* Whom IMPORT_AS_SAME means. Borrowed. */
const struct import_candidate *import_likely_meant(const struct import_likely *likely);

/* Somebody who would be added, and may be left out. */
struct import_newcomer {
	int64_t card; /* as above */
	char *name;
	bool is_left_out; /* false until the caller says so */
};

/* A card or row that could not be read, or was read with a doubt. */
struct import_problem {
	char *file;
	int64_t line;    /* from 1 */
	char *reason;    /* a translated sentence */
	bool is_refused; /* false: taken all the same, the doubt is said */
};

#define IMPORT_LIST_MAX 1000 /* rows kept in each list below; the counts count all */

struct import_plan {
	const struct import_format *format; /* of the last file; NULL: none that is known */
	/* People. */
	int64_t added, updated, unchanged, left_out;
	int64_t likely_count; /* among the added, updated and left out, by their choice */
	int64_t circles_added, views_added;
	/* Conversations, and follow-ups of a JSON file. */
	int64_t entries_added, entries_unchanged;
	int64_t entries_left_out; /* whoever took part is in the trash, or left out */
	int64_t entries_in_trash; /* deleted here, and left there */
	int64_t refused;          /* cards and rows */
	int64_t taken;            /* told among the problems: what went, who is called otherwise */
	bool has_changed;         /* anything at all; in a plan: would change */
	struct vector likely;     /* of struct import_likely */
	struct vector newcomers;  /* of struct import_newcomer: nobody knows them */
	struct vector problems;   /* of struct import_problem */
	struct history_report history;
};

/* What was read for a plan: the plan is made anew with other choices, and applied, without the
 * file, whatever has become of it. In files without a name, at most IMPORT_KEPT_BYTES of the file
 * and as much of what a reader made of it, or more, up to that part of what is free there; what is
 * larger is read anew each time. Zeroed: nothing yet. import_kept_forget before the request says
 * anything else but choices and answers. */
#define IMPORT_KEPT_BYTES (64 << 20)
#define IMPORT_KEPT_PART  8
struct import_kept {
	FILE *file, *records; /* NULL: none, or too much */
	int exit_status;      /* of the reader */
	char *said;           /* by it */
	int64_t total;        /* bytes of the file; 0: not known */
};
void import_kept_forget(struct import_kept *kept);

struct import_request {
	const char *const *files; /* "-" is standard input (not for a plan that is read first) */
	size_t file_count;
	const struct import_format *format; /* NULL: by content */
	enum import_choice likely;          /* where nobody has chosen; zeroed: IMPORT_AS_NEW */
	/* A choice in the plan for a card that is likely nobody's fails the whole: STATUS_INVALID.
	 */
	bool is_choice_bound;
	/* Called now and then with bytes read and to read (total 0: not known); false cancels and
	 * leaves nothing half done. May be NULL. */
	bool (*progress)(void *context, int64_t done, int64_t total);
	void *context;
	struct history_options history;
	const char
		*remember; /* options, a line each: the files are to be imported again; NULL: no */
	struct import_kept *kept; /* of the one file; NULL: it is read anew each time */
};

void import_plan_init(struct import_plan *plan);
void import_plan_fini(struct import_plan *plan);

/* Finds out what an import would do, and changes nothing. Memory is bounded whatever the size of
 * the files. A file that cannot be read or is in no known format fails the whole: STATUS_IO or
 * STATUS_INVALID; broken cards and rows are counted and listed as refused. */
enum status import_plan_read(struct store *store, const struct import_request *request,
	struct import_plan *plan, struct error *err);

/* Whether what was chosen in a plan that was read can be done. STATUS_INVALID: a card is to be the
 * person of another one, which is left out; the plan stays as it is, to be put right. */
enum status import_plan_check(const struct import_plan *plan, struct error *err);

/* Does it, as one undo. `plan` is fresh (import_plan_init), or one that import_plan_read filled
 * for the same request, with choices made in plan->likely and plan->newcomers; its counts become
 * what was done. In a fresh one a choice has card, choice and (IMPORT_AS_SAME) one candidate: a
 * contact, or a card before it; they stand by card. STATUS_INVALID: a card did not become whom it
 * was said to be. STATUS_CANCELLED: nothing was changed. */
enum status import_plan_apply(struct store *store, const struct import_request *request,
	struct import_plan *plan, struct error *err);

#endif
