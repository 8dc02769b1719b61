/* What main gives the full screen.
 * Not here: running it (tui.h). */
#ifndef FILO_TUI_OPTIONS_H
#define FILO_TUI_OPTIONS_H

#include "filo/base/error.h"
#include "filo/people/date.h"

#include <stdbool.h>

struct config;
struct store;
struct strbuf;

struct tui_options {
	const char *db_path;         /* for the header and messages */
	bool is_plain_screen;        /* no borders, no decoration: for screen readers and braille */
	const struct config *config; /* the settings */
	struct strbuf *complaints; /* what is wrong in them, a line each; the screen adds its own */
	/* Fills an empty database with the invented sample, for "look around". */
	enum status (*fill_sample)(struct store *store, struct error *err);
	/* The command that the command line calls so, number `at` of those it may be; NULL behind
	 * the last. */
	const char *(*command_called)(const char *name, size_t at);
	day_number (*today)(void); /* asked again when midnight may have passed */
};

#endif
