/* Opening an address of somebody's in the program for it.
 * Not here: choosing the address (channel_actions.c). */
#ifndef FILO_TUI_PERSON_OPENER_H
#define FILO_TUI_PERSON_OPENER_H

#include "filo/people/contact.h"
#include "tui/app.h"

/* Tries the settings' opener for its kind, then for any address of the web that and $BROWSER, then
 * the desktop's; says which opened it, or what was tried. */
void opener_open(struct app *app, const struct channel *channel);

#endif
