/* The full screen: what main offers and gets back.
 * Not here: how it draws (src/tui). */
#ifndef FILO_TUI_H
#define FILO_TUI_H

#include "filo/base/error.h"
#include "filo/store/store.h"

struct tui_options {
	const char *db_path;  /* for the header and messages */
	bool is_demo;         /* an in-memory sample: said in the header */
	bool is_plain_screen; /* no borders, no decoration: for screen readers and braille */
	/* Fills an empty database with the invented sample, for "look around". */
	enum status (*fill_sample)(struct store *store, struct error *err);
	day_number (*today)(void); /* asked again when midnight may have passed */
};

/* Why there can be no full screen here (TERM=dumb, no terminal), or NULL. One translated line that
 * names the plain commands. Touches nothing. */
const char *tui_refusal(void);

/* Runs until the user quits or a signal ends it; restores the terminal. Returns the exit
 * status of the program. */
int tui_run(struct store *store, const struct tui_options *options);

#endif
