/* What the person's settings bind to keys, over the keys of the command tables.
 * Not here: those tables (command.h), the file (filo/base/config.h). */
#ifndef FILO_TUI_KEYMAP_H
#define FILO_TUI_KEYMAP_H

#include "filo/base/config.h"
#include "filo/base/vector.h"
#include "tui/app.h"

struct command;

struct binding {
	context_set contexts;
	int key;
	const struct command *command; /* NULL: nothing, unbind */
	char *argument;                /* what it is run with; NULL: nothing */
	int line;                      /* of the settings */
};

/* Reads the settings' lines. What is wrong with one is told in `complaints`, a translated line
 * each, and the rest holds; in `notes` (NULL: nowhere), which key of the tables gets another
 * meaning. */
void keymap_read(struct keymap *keymap, const struct command *const *tables,
	const struct config *config, struct strbuf *complaints, struct strbuf *notes);
void keymap_fini(struct keymap *keymap);

/* What the settings say of a key in one context; NULL: nothing. */
const struct binding *keymap_find(const struct keymap *keymap, int key, context_set context);
/* Appends the keys that run the command, without an argument, in any of `contexts`, with blanks
 * between: the person's own first. */
void keymap_add_keys(struct strbuf *out, const struct keymap *keymap, const struct command *command,
	context_set contexts);
/* The first of such keys; on the plain screen, where it is heard, the first that is no sign, if one
 * is. *len: its bytes. */
const char *keymap_first_key(const char *keys, size_t *len);
/* Appends how to run the command of that name there, for a sentence: its first key, or ":name". */
void keymap_add_way(struct strbuf *out, const struct keymap *keymap,
	const struct command *const *tables, const char *name, context_set contexts);
/* Whether the binding holds in any of these, no later one being in its way. */
bool keymap_holds(const struct keymap *keymap, const struct binding *binding, context_set contexts);

/* Tells the keys of all contexts. */
void keymap_tell(const struct keymap *keymap, const struct command *const *tables,
	key_told_fn *tell, void *context);

#endif
