/* The places of the screen by the names that settings give them.
 * Not here: the places themselves (app.h). */
#ifndef FILO_TUI_CONTEXTS_H
#define FILO_TUI_CONTEXTS_H

#include "tui/app.h"

struct context_name {
	const char *name; /* "due": one word, the same in every language; NULL: behind the last */
	context_set contexts;
	bool is_group; /* of others that have names, too */
};
extern const struct context_name context_names[];

/* The places of that name; 0: there is no such name. */
context_set contexts_named(const char *name);
/* Appends the names of the single places among them, with commas between; with groups, those
 * behind. */
void contexts_list(struct strbuf *out, context_set contexts, bool with_groups);

#endif
