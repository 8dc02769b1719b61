/* The shape of the tables that tell the sample. Every day in them is counted back from today, so
 * that the book is always fresh, and what is said is put into the language of the program.
 * Not here: the tables (sample_family.c and its siblings), putting them in the store (sample.c). */
#ifndef FILO_SAMPLE_SAMPLE_DATA_H
#define FILO_SAMPLE_SAMPLE_DATA_H

#include "filo/base/i18n.h"
#include "filo/people/contact_state.h"
#include "filo/people/conversation.h"
#include "filo/people/followup.h"

enum sample_who {
	NOBODY,
	LUCIA,
	MATTEO,
	CARMELA,
	BIRGITTA,
	GIULIA,
	ANA,
	ISABEL,
	MARCO,
	MIRELA,
	TOM,
	OKSANA,
	JOAO,
	JONAS,
	KWAME,
	HANNAH,
	ELIF,
	XIAOYU,
	NOA,
	PRIYA,
	MAI,
	TEO,
	RAFA,
	LAYLA,
	ELENI,
	ZOE,
	SOREN,
	AOIFE,
	YUKI,
	WOJCIECH,
	HANEUL,
	SAMPLE_PEOPLE
};

/* Short words, so that a conversation fits on a line. */
enum {
	CALL = MEDIUM_CALL,
	MESSAGE = MEDIUM_MESSAGE,
	EMAIL = MEDIUM_EMAIL,
	VIDEO = MEDIUM_VIDEO,
	TOGETHER = MEDIUM_IN_PERSON,
	COMMENT = MEDIUM_COMMENT,
	STORY = MEDIUM_STORY,
	LIVE = MEDIUM_LIVE,
	LETTER = MEDIUM_LETTER,
};
enum { ME = OPENED_BY_ME, THEM = OPENED_BY_THEM, BOTH = OPENED_BY_BOTH };
enum {
	IDEA = 1 << EXCHANGE_IDEA,
	ADVICE = 1 << EXCHANGE_ADVICE,
	INTRODUCTION = 1 << EXCHANGE_INTRODUCTION,
	HELP = 1 << EXCHANGE_HELP,
	GIFT = 1 << EXCHANGE_GIFT
};

/* What people usually talk about. */
struct sample_line {
	int medium;
	int direction;
	int feeling;         /* 0: not said */
	const char *summary; /* NULL ends the lines */
	unsigned given, received;
};

/* The pauses of the log, in days: from the conversation `last` days ago back to `first` days ago,
 * the latest pause first, over and over. */
struct sample_pauses {
	int first, last;
	int days[20]; /* up to a 0 */
};

struct sample_channel {
	enum channel_kind kind;
	const char *value; /* NULL: none */
	const char *label;
};

struct sample_relation {
	enum relation_kind kind;
	enum sample_who other; /* NOBODY: none */
};

struct sample_person {
	enum sample_who who; /* NOBODY ends a table */
	const char *name, *given, *family, *nickname;
	const char *organization, *title;
	const char *circle;
	int cadence_days; /* the own wish */
	const char *tags[4];
	const char *met;
	int met_on; /* days ago; 0: not known */
	const char *note;
	int birthday_in;        /* days ahead; 0: not known */
	int turns;              /* 0: the year of birth is not known */
	struct civil_date born; /* instead, when the very date matters */
	struct sample_channel channels[4];
	struct sample_relation relations[2];
	struct sample_pauses pauses;
	const struct sample_line *lines; /* NULL: only what the story tells */
};

/* One table a part of life; together everybody once. */
extern const struct sample_person sample_family[];
extern const struct sample_person sample_close[];
extern const struct sample_person sample_friends[];
extern const struct sample_person sample_network[];
extern const struct sample_person sample_far[];

/* A conversation that matters, told by hand. Oldest first. */
struct sample_entry {
	int ago;                     /* days */
	enum sample_who with[4];     /* who took part */
	enum sample_who mentions[2]; /* who was spoken of */
	int medium, direction, feeling;
	int at;                   /* minute of the clock; 0: not known */
	enum precision precision; /* 0: the day, or the minute when it is known */
	bool awaits_reply;
	unsigned given, received;
	const char *summary, *body;
};
extern const struct sample_entry sample_story[]; /* ended by a NULL summary */

struct sample_followup {
	enum sample_who with;
	enum followup_kind kind;
	int made, due, done; /* days ago, negative ahead; SAMPLE_NEVER */
	const char *text;
};
#define SAMPLE_NEVER INT32_MAX
extern const struct sample_followup sample_followups[]; /* ended by a NULL text */

struct sample_event {
	enum sample_who who;
	enum event_kind kind;
	int ago, until; /* days ago, negative ahead; SAMPLE_NEVER: open */
};
extern const struct sample_event sample_events[]; /* ended by NOBODY */

struct sample_absence {
	enum sample_who who; /* NOBODY: the user */
	int from, to;        /* days ago */
};
extern const struct sample_absence sample_absences[]; /* ended by from 0 */

#endif
