/* A list to choose from, over the whole screen.
 * Not here: what is in it (each list's own file). */
#ifndef FILO_TUI_FORM_CHOOSER_H
#define FILO_TUI_FORM_CHOOSER_H

#include "filo/base/strbuf.h"
#include "tui/app.h"

/* A list to choose from. `rows` are asked for one by one; keys not taken by the list go to
 * `key`. */
struct chooser_ops {
	const char *title; /* N_() */
	const char *empty; /* N_(): what to say when there is nothing */
	size_t (*count)(void *context);
	/* The row's text, and a right-aligned part (may stay empty). */
	void (*row)(void *context, size_t index, struct strbuf *left, struct strbuf *right);
	/* A paragraph on the selected row, below the list. May be NULL. */
	void (*detail)(struct app *app, void *context, size_t index, struct strbuf *out);
	void (*open)(struct app *app, void *context, size_t index);         /* Enter */
	bool (*key)(struct app *app, void *context, size_t index, int key); /* may be NULL */
	contact_id (*subject)(void *context, size_t index);                 /* may be NULL */
	void (*refresh)(struct app *app, void *context);                    /* may be NULL */
	void (*free)(void *context);                                        /* may be NULL */
	const char *keys_hint; /* N_(): for the key line, such as "Enter open  r rest"; NULL */
};
struct view *chooser_view(const struct chooser_ops *ops, void *context);

#endif
