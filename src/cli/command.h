/* What a command of the command line is made of.
 * Not here: which there are (cli.c), what each does (a file a command). */
#ifndef FILO_CLI_COMMAND_H
#define FILO_CLI_COMMAND_H

#include "filo/base/config.h"
#include "filo/base/spoken.h"
#include "filo/base/strbuf.h"
#include "filo/store/contact_called.h"
#include "filo/store/store.h"

#include <stdbool.h>

/* How often an option may be given. The same value again is always taken. */
enum cli_times {
	CLI_ONCE,      /* with one value */
	CLI_ONCE_EACH, /* KEY=VALUE: once a key */
	CLI_SEVERAL,   /* its values add up */
};

/* An option; an array of them ends with one of all zeros. */
struct cli_option {
	int value;            /* a letter, typed after one dash, or a number from CLI_LONG on */
	const char *name;     /* after two dashes; NULL: it has its letter only */
	const char *argument; /* N_(): what it takes, in capitals; NULL: nothing */
	const char *help;     /* N_(): lower case, no full stop */
	const char *(*listed)(size_t at); /* the words it takes, NULL behind the last; NULL: any */
	bool takes_several;               /* of them, with commas between */
	bool takes_file;                  /* whose name is not empty */
	enum cli_times times;
};
#define CLI_LONG 256
/* --json, which cli_option takes by itself: a command asks cli_is_json (outcome.h). Every command
 * has it, but for those whose output has a form of its own. */
#define CLI_JSON 0x10000

/* What is not given together, or not alone: options as they are typed, ", " between them. Only one
 * of `options` is given, unless the rule says what they need or go without. An array ends with one
 * of all zeros. */
struct cli_rule {
	const char *options;
	const char *needs;          /* each of them needs one of these */
	const char *without;        /* none of them goes with one of these */
	const char *alone_but;      /* none of them goes with anything but these */
	const struct spoken *value; /* this holds where they have it; NULL: whatever they have */
};

struct cli;
struct cli_outcome;

/* What the screen knows of the settings, handed in by main: filo/tui/settings.h. */
struct cli_screen {
	void (*check_settings)(
		const struct config *config, struct strbuf *complaints, struct strbuf *notes);
	void (*tell_keys)(const struct config *config, key_told_fn *tell, void *context);
};

/* What the screen calls a command, or what it does with some options: these then stand before what
 * is typed. An array ends with one of all zeros. */
struct cli_alias {
	const char *name;
	const char *with[2]; /* NULL: nothing */
};

/* A command gets its own name as argv[0] and returns the exit status of the program. */
struct cli_command {
	const char *name;
	const struct cli_alias *also; /* NULL: none */
	const char *usage;            /* N_(): its arguments, as the manual writes them */
	const char *help;             /* N_(): one line, lower case, no full stop */
	const char *example;          /* N_(): lines as they may be typed; NULL: it takes nothing */
	const struct cli_option *options;                   /* NULL: none */
	const struct cli_rule *rules;                       /* NULL: none */
	int (*run)(struct cli *cli, int argc, char **argv); /* NULL: the screen over a sample */
	bool is_without_store; /* it runs where the database cannot be opened, too */
	bool tells_settings;   /* what is wrong with them is told by itself, not before it */
	const char *settings; /* those it goes by, with blanks around each: what is wrong with these
			       * is told before it wherever it runs; NULL: none */
};

/* The run of a command. */
struct cli {
	struct store *store; /* NULL: it runs without */
	const char *db_path; /* the database it is about */
	day_number today;
	const struct cli_command *command;
	struct config config;
	const struct cli_screen *screen;
	struct contact_names *names; /* what people are called where there are namesakes */
	struct cli_outcome *outcome; /* what it has done; NULL: it is no command */
	struct strbuf config_faults; /* what was refused of the settings, a line each */
};

#endif
