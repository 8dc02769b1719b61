/* A conversation: what happened between you on a day.
 * Not here: how it is kept (store/conversations.h), what is left open after it (followup.h). */
#ifndef FILO_PEOPLE_CONVERSATION_H
#define FILO_PEOPLE_CONVERSATION_H

#include "filo/base/strbuf.h"
#include "filo/people/agreement.h"
#include "filo/people/contact.h"

typedef int64_t conversation_id;

enum medium {
	MEDIUM_CALL,
	MEDIUM_MESSAGE,
	MEDIUM_EMAIL,
	MEDIUM_VIDEO,
	MEDIUM_IN_PERSON,
	MEDIUM_COMMENT,
	MEDIUM_STORY,
	MEDIUM_LIVE,
	MEDIUM_LETTER,
	MEDIUM_OTHER,
	MEDIUM_NONE, /* not said */
	MEDIA
};

enum direction { OPENED_UNKNOWN, OPENED_BY_ME, OPENED_BY_THEM, OPENED_BY_BOTH, DIRECTIONS };

#define FEELING_NONE 127 /* not said; else -2..+2 */

struct participant {
	contact_id id;
	char *name;               /* filled on load; ignored on save */
	enum agreement agreement; /* filled on load */
	bool is_mention;          /* linked and searchable, but no contact */
};

enum exchange_kind {
	EXCHANGE_IDEA,
	EXCHANGE_ADVICE,
	EXCHANGE_INTRODUCTION,
	EXCHANGE_HELP,
	EXCHANGE_GIFT,
	EXCHANGE_KINDS
};

/* Bit sets of 1 << enum exchange_kind. */
struct exchanges {
	unsigned given;
	unsigned received;
};

/* How much passed; all 0: not counted. */
struct tally {
	int from_me, from_them; /* messages */
	int seconds;            /* of calls and meetings */
};

struct conversation {
	conversation_id id;
	day_number day;
	enum precision precision;
	int minute; /* of the clock, 0..1439, when precision is PRECISION_TIME; else -1 */
	enum medium medium;
	enum direction direction;
	int feeling;
	bool awaits_reply;
	struct exchanges exchanges;
	char *summary; /* one line; may be empty, never NULL after load */
	char *body;    /* NULL: none */
	char *source,
		*source_id; /* where it was imported from; NULL: typed here. A source_id alone:
			     * logged here, "mail:" and the Message-ID of what it is about */
	struct tally tally;
	bool is_touched;            /* saved here since it was imported */
	struct vector participants; /* of struct participant; at least one that is no mention */
};

void conversation_init(struct conversation *conversation); /* today is not known here: day NONE */
void conversation_fini(struct conversation *conversation);
void conversation_add_participant(
	struct conversation *conversation, contact_id id, const char *name, bool is_mention);
/* All who took part, or all who were mentioned. */
void conversation_remove_participants(struct conversation *conversation, bool are_mentions);
/* By those of `others`, where there are any, and nobody else: who took part first, for nobody is
 * mentioned beside. */
void conversation_replace_participants(
	struct conversation *conversation, const struct conversation *others, bool are_mentions);

/* The day it counts for: before 04:00 it belongs to the day before. */
day_number conversation_contact_day(day_number day, enum precision precision, int minute);

/* The day it stands under in a log: the one it counts for, so that one evening has one date. */
day_number conversation_log_day(const struct conversation *conversation);

/* "2026-10-12", with the time when it is known; "2026-10", "summer 2026", "2026" for what is known
 * less well: all of them dates as filo reads them, whatever the language. Adds to `out`. */
void conversation_write_date(struct strbuf *out, const struct conversation *conversation);

/* Stable English words for files and JSON, and the translated ones. medium words: call, message,
 * email, video, in-person, comment, story, live, letter, other; parse also takes common
 * synonyms and the translated word, and their unambiguous prefixes. */
const char *medium_name(enum medium medium);
const char *medium_label(enum medium medium);
bool medium_parse(const char *word, enum medium *medium);
/* Whether a word for one of them, or for several, begins so; is_whole: with nothing behind it. */
bool medium_begins(const char *word, bool *is_whole);
const char *direction_name(enum direction direction); /* "me" "them" "both" "" */
const char *exchange_name(enum exchange_kind kind);
const char *exchange_label(enum exchange_kind kind);

#endif
