/* The command tables: the only truth about keys. Key line, help, palette, manual and tests read
 * them. Not here: what the commands do, nor their order (commands.c). */
#ifndef FILO_TUI_COMMAND_H
#define FILO_TUI_COMMAND_H

#include "filo/base/error.h"
#include "tui/app.h"
#include "tui/field_kind.h"
#include "tui/widget/keyline.h"

struct vector;

/* What stands behind the name of a command, typed in the palette, bound, or asked for. */
struct command_argument {
	enum field_kind kind; /* how it is typed, and what completes it */
	bool is_single;       /* one word, or name */
	bool goes_on;         /* more may follow a completion that is taken: a blank does */
	/* FIELD_WORDS: those that begin so. Appends (char *) to `out`. */
	void (*complete)(struct app *app, const char *typed, struct vector *out);
	/* What stands beside each of those words. Appends a text for each (char *) to `told`. NULL:
	 * nothing does. */
	void (*tell)(struct app *app, const struct vector *words, struct vector *told);
	/* Whether it can be made so of anybody, asked once before. NULL: it can. */
	enum status (*check)(struct app *app, const char *argument, struct error *err);
	/* Makes it so of one person, who has been found, and says so. */
	enum status (*set)(struct app *app, contact_id id, const char *argument, struct error *err);
	/* Where it is about nobody. NULL, as `set` is: it answers what the command asks. */
	void (*run)(struct app *app, const char *argument);
};
/* Answers of these kinds. */
extern const struct command_argument takes_text, takes_person, takes_path;

struct command {
	const char *name; /* "log-conversation": typed in the palette */
	const char *keys; /* space separated, as help shows them: "l", "Ctrl-r", "PgDn"; "" none */
	context_set contexts;
	const char *help; /* N_(): one line, lower case, no full stop */
	const char *hint; /* N_(): a word for the key line; NULL: not shown there */
	void (*run)(struct app *app);
	context_set hinted; /* the contexts whose key line says so; 0: all of them */
	bool (*is_offered)(const struct app *app); /* first in the palette, while so; NULL: never */
	const struct command_argument *takes;      /* behind its name; NULL: nothing */
	enum hint_need need; /* of its hint; HINT_BY_KEYS: as the keys it has of itself tell */
	const char *brief;   /* NC_(): in place of its hint where not all have room; NULL: none */
};

/* Tables in the order of help, ended by NULL; each ends with a command without name. */
extern const struct command *const commands[];

/* Goes through tables: begin with { tables }. NULL behind the last command. */
struct command_walk {
	const struct command *const *table;
	const struct command *next;
};
const struct command *command_next(struct command_walk *walk);

/* The command a key runs in a context, or NULL. */
const struct command *command_for_key(
	const struct command *const *tables, int key, context_set context);
/* Its name in the person's language, as the palette shows it. Borrowed. */
const char *command_title(const struct command *command);
/* The command of that name, in English or in the person's language; NULL: none. */
const struct command *command_titled(
	const struct command *const *tables, const char *name, size_t len_bytes);
/* The same of the words that `typed` begins with, as many as make a name: "follow up Ada" names
 * follow-up. *len_bytes: of these. */
const struct command *command_spoken(
	const struct command *const *tables, const char *typed, size_t *len_bytes);
/* Whether it does something in that place, with something behind its name or nothing. NULL does
 * not. */
bool command_serves(const struct command *command, context_set place, bool has_argument);
/* Whether all of what is typed, in words, begins such a name of that place. */
bool command_is_begun(const struct command *const *tables, const char *typed, context_set place);
const struct command *command_by_name(const struct command *const *tables, const char *name);
/* Whether it can be set of anybody: what is refused of each is refused before any is changed. */
enum status command_check(
	struct app *app, const struct command *command, const char *text, struct error *err);
/* Sets it of one person: what a command's argument says, or an answer to what it asks. False: it
 * was refused, and said why. */
bool command_set(struct app *app, const struct command *command, contact_id id, const char *text);
/* `argument`: what is typed or bound behind its name, which it must take; NULL or "": nothing. */
void command_start(struct app *app, const struct command *command, const char *argument);
/* Runs the command of that name, whatever the context. */
void command_run(struct app *app, const char *name);
/* What the key line says in a context, with the keys that hold there now. Appends (struct hint) to
 * `hints`. */
void command_hints(const struct command *const *tables, const struct keymap *keymap,
	context_set context, struct vector *hints);

#endif
