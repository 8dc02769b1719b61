/* The command table: the only truth about keys. Key line, help, palette, manual and tests read it.
 * Not here: what the commands do. */
#ifndef FILO_TUI_COMMAND_H
#define FILO_TUI_COMMAND_H

#include "tui/app.h"

struct command {
	const char *name;  /* "log-conversation": typed in the palette */
	const char *keys;  /* space separated, as help shows them: "l", "Ctrl-r", "PgDn"; "" none */
	unsigned contexts; /* of enum context */
	const char *help;  /* N_(): one line, lower case, no full stop */
	const char *hint;  /* N_(): one word for the key line; NULL: not shown there */
	void (*run)(struct app *app);
};

extern const struct command commands[]; /* ended by a NULL name; in the order of help */

/* The command a key runs in a context, or NULL. */
const struct command *command_for_key(int key, unsigned context);
const struct command *command_by_name(const char *name);
/* "Ctrl-r", "PgDn", "l" for a key and back (0: no such key). */
int key_from_name(const char *name, size_t len_bytes);
const char *key_name(int key, char out[16]);

/* The bottom line for a context, as many hints as fit. */
void keyline_draw(struct rect area, unsigned context);
/* The same from "key word" pairs with two blanks between them: "Enter open  r rest". */
void keyline_draw_hints(struct rect area, const char *hints);

/* Views over the table. */
struct view *help_view(unsigned context);
struct view *palette_view(void);

#endif
