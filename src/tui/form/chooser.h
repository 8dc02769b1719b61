/* A list to choose from, over the whole screen.
 * Not here: what is in it (each list's own file). */
#ifndef FILO_TUI_FORM_CHOOSER_H
#define FILO_TUI_FORM_CHOOSER_H

#include "filo/base/strbuf.h"
#include "tui/app.h"

/* Rows are asked for one by one. */
struct chooser_ops {
	context_set context; /* where its commands are: IN_LIST, IN_PERSON_LIST and IN_NARROWING,
			      * where letters leave only the rows with these words, take one with
			      * Enter; the others have commands of their own */
	/* Where they differ from row to row; NULL: nowhere. */
	context_set (*context_at)(void *context, size_t index);
	const char *title; /* N_() */
	const char *empty; /* N_(): what to say when there is nothing; with empty_way it holds %s */
	const char *empty_way; /* the command of which `empty` names the key; NULL: none */
	size_t (*count)(void *context);
	/* The row's text, and a right-aligned part (may stay empty). Where they have no room beside
	 * each other they run on below. */
	void (*row)(void *context, size_t index, struct strbuf *left, struct strbuf *right);
	/* Instead, for rows that stand whole on as many of the screen's as they take, which it
	 * returns; an area of no rows only measures. */
	int (*draw_tall)(void *context, size_t index, struct rect area, enum role role);
	/* What stands over a row, or over it and those that follow; adds nothing: no heading. May
	 * be NULL. */
	void (*heading)(void *context, size_t index, struct strbuf *out);
	/* A paragraph on the selected row, below the list; paging down reads it to its end first.
	 * May be NULL: the row itself is told there, where it has no room. */
	void (*detail)(struct app *app, void *context, size_t index, struct strbuf *out);
	/* One is taken with Enter. */
	void (*open)(struct app *app, void *context, size_t index);
	contact_id (*subject)(void *context, size_t index);       /* may be NULL */
	struct log_choice (*choice)(void *context, size_t index); /* may be NULL */
	/* By which a row is known again when others have come or gone; NULL: by its place. */
	int64_t (*id)(void *context, size_t index);
	/* The row that is selected as it opens; NULL: the first. */
	size_t (*first)(void *context);
	void (*refresh)(struct app *app, void *context); /* may be NULL */
	void (*free)(void *context);                     /* may be NULL */
};
struct view *chooser_view(const struct chooser_ops *ops, void *context);

/* For the commands of a list, which is on top then: what it holds, and the selected row in it.
 * False: there is none, which is said then. */
void *chooser_context(const struct app *app);
bool chooser_selected(struct app *app, size_t *index);
/* The row with that id is selected when the list of this context, which is open, is read anew. */
void chooser_expect(struct app *app, context_set context, int64_t id);

#endif
