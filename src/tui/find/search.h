/* What was searched for, and where in the findings we stand.
 * Not here: the search itself (filo/store/search.h). */
#ifndef FILO_TUI_FIND_SEARCH_H
#define FILO_TUI_FIND_SEARCH_H

#include "tui/app.h"

/* app->search; freed with the app. NULL is fine. */
void search_free(struct search *search);
bool search_clear(struct app *app); /* true: there was a search to forget */

#endif
