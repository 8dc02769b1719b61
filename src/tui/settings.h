/* What the settings file says of the screen, read.
 * Not here: the file (filo/base/config.h), testing it without the screen (filo/tui/settings.h). */
#ifndef FILO_TUI_SETTINGS_READ_H
#define FILO_TUI_SETTINGS_READ_H

#include "filo/base/config.h"
#include "filo/base/strbuf.h"
#include "tui/keymap.h"
#include "tui/terminal/looks.h"

/* Adds what is wrong to `complaints`, a translated line each, and what it changes that one may not
 * have meant to `notes` (NULL: nobody asks). keymap_fini frees the keymap. */
void settings_read(const struct config *config, struct keymap *keymap, struct look looks[ROLES],
	struct strbuf *complaints, struct strbuf *notes);

#endif
