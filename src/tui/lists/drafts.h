/* Drafts kept from forms that were left, or that a dropped connection took away.
 * Not here: keeping them while typing (form_draft.c). */
#ifndef FILO_TUI_LISTS_DRAFTS_H
#define FILO_TUI_LISTS_DRAFTS_H

#include "tui/app.h"

/* At the start: offers back what was being written, or says how much is kept. */
void drafts_offer(struct app *app);

#endif
