/* The person's settings: $XDG_CONFIG_HOME/filo/config, lines `key = value`, `#` comments.
 * Not here: settings that belong to the data (store.h). */
#ifndef FILO_BASE_CONFIG_H
#define FILO_BASE_CONFIG_H

#include "filo/base/strbuf.h"
#include "filo/base/vector.h"

#include <stdbool.h>
#include <stddef.h>

/* A time carved out for people: slot = thu 18:00, 20 min, 3 people. */
struct config_slot {
	int weekday;    /* 0 Monday .. 6 Sunday */
	int minute;     /* of that day, when it begins */
	int length_min; /* 1..600 */
	int people;     /* 1..50 */
};
#define CONFIG_SLOTS_MAX 14
struct config_slots {
	size_t count;
	struct config_slot all[CONFIG_SLOTS_MAX]; /* by weekday and minute, each time once */
};

/* A line of several words, such as "bind due 2 snooze 2w", whose meaning is known elsewhere. */
struct config_line {
	char *path; /* of the file it stands in */
	int number; /* there, from 1 */
	char *words;
};

struct config {
	int daily;                 /* people a day in the due pane, 1..50 (5) */
	bool is_plain_screen;      /* off */
	bool has_mouse;            /* off */
	bool has_bell;             /* on */
	bool has_color;            /* color = auto (on) or never */
	struct config_slots slots; /* none */
	bool has_no_log;           /* journal = log (off) or delete: store_set_without_log */
	int day_order;             /* day-order: 0 from the locale, 1 day-month, 2 month-day */
	char me[1000];          /* by what you are known in messages, with commas; "": not said */
	char mail_query[1000];  /* a command that prints the files of new mail; "": none */
	struct vector bindings; /* of struct config_line: bind and unbind, in their order */
	struct vector colors;   /* of struct config_line: those of the theme, then the file's own */
	struct vector openers;  /* of struct config_line: "email PROGRAM ..." of open.email = ... */
	struct vector programs; /* of struct config_line: "after-log PROGRAM ...", each setting that
				 * is a command */
	char after_log[1000];   /* commands that are told of a new entry ... */
	char after_import[1000]; /* ... and of an import; "": none */
	char theme[100];         /* "": none */
	int theme_line;          /* where it is said */
};

/* Reads `path`; a missing file gives the defaults. What cannot be understood is left at its
 * default and told in `complaints`, a translated line each: "/x/config:3: ...". A day-order goes
 * for i18n_is_day_first from here on. */
void config_load(struct config *config, const char *path, struct strbuf *complaints);
/* "dmy" or "mdy"; NULL: as the locale has it. */
const char *config_day_order(const struct config *config);
void config_fini(struct config *config);

/* Tells what is wrong with a line, as config_load does; the format is translated. Always false. */
bool config_refuse(struct strbuf *complaints, const struct config_line *line, const char *format,
	...) __attribute__((format(printf, 3, 4)));
/* Such complaints, in the order of the lines of the settings; what is about none of them, behind.
 */
void config_sort_complaints(struct strbuf *lines);
/* Cuts the next word off, in place; NULL: there is none. What is left begins with no blank. */
char *config_cut_word(char **rest);

/* What a key does in a place, in the words of a line of the settings: "bind due l
 * log-conversation". Borrowed for the call. */
struct key_told {
	const char *place;
	const char *key;      /* NULL: the command has none there */
	const char *command;  /* NULL: the key runs none */
	const char *argument; /* NULL: the command is run without */
	bool is_fixed;        /* no line may give the key to another command */
};
typedef void key_told_fn(void *context, const struct key_told *told);

#endif
