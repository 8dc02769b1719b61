/* The sample to look around in: invented people and two years of conversations.
 * Not here: the command that shows it (main.c). */
#ifndef FILO_CLI_SAMPLE_H
#define FILO_CLI_SAMPLE_H

#include "filo/people/conversation.h"
#include "filo/store/store.h"

/* Fills an empty store, around its today. */
enum status demo_fill(struct store *store, struct error *err);

/* ---- The sample's data (sample_people.c, sample_entries.c); days count from today ---- */

enum sample_pattern {
	PATTERN_STEADY,    /* pauses about the same */
	PATTERN_BURSTS,    /* a few days in a row, then a pause */
	PATTERN_IRREGULAR, /* anything from days to months */
};

/* Strings NULL where there is nothing; lists separated by '|'. */
struct sample_person {
	const char *name, *nickname, *circle;
	int cadence_days;
	const char *met;
	int met_ago;
	const char *via;      /* the name of who introduced you */
	const char *channels; /* "email ana@example.org|phone +34 600 000 000" */
	const char *tags, *organization, *note;
	struct civil_date birthday; /* year, or day, 0: not known; month 0: none */
	int birthday_in;            /* instead: so many days from today, of `birthday.year` */
	enum sample_pattern pattern;
	int pause_days;          /* a usual one */
	int first_ago, last_ago; /* contact between them; first_ago 0: none but what is scripted */
	const char *media;       /* "call|message" */
	const char *talks;       /* taken in turn */
};
extern const struct sample_person sample_people[]; /* ended by a NULL name */

struct sample_entry {
	const char *who; /* "Ana Pérez|Marco Bianchi"; a mention begins with '~' */
	int ago;
	enum precision precision;
	int minute; /* -1 without a time */
	enum medium medium;
	enum direction direction;
	int feeling;
	bool awaits_reply;
	struct exchanges exchanges;
	const char *summary, *body;
};
extern const struct sample_entry sample_entries[]; /* ended by a NULL `who` */

struct sample_followup {
	const char *who;
	enum followup_kind kind;
	const char *text;
	bool has_date;
	int due_in, made_ago;
	int done_ago; /* -1: open */
};
extern const struct sample_followup sample_followups[];

struct sample_event {
	const char *who;
	enum event_kind kind;
	int ago;
	int until_in; /* 0: open */
};
extern const struct sample_event sample_events[];

#endif
