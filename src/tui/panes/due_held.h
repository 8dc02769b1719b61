/* Words for who was due, has been acted on, and is due no more.
 * Not here: the pane that keeps them in their row (due_pane.h). */
#ifndef FILO_TUI_PANES_DUE_HELD_H
#define FILO_TUI_PANES_DUE_HELD_H

#include "tui/app.h"

/* Adds what became of them, translated: "done yesterday"; in a narrow column "done 1d ago". Never
 * nothing. */
void due_held_words(struct app *app, contact_id id, bool in_words, struct strbuf *out);

#endif
