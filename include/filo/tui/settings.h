/* What the settings file says of the screen, without the screen: to test it and to tell it.
 * Not here: the file (filo/base/config.h). */
#ifndef FILO_TUI_SETTINGS_H
#define FILO_TUI_SETTINGS_H

#include "filo/base/config.h"
#include "filo/base/strbuf.h"

/* What is wrong with its lines of keys and looks, a translated line each; `notes`: what they
 * change that one may not have meant. */
void tui_check_settings(
	const struct config *config, struct strbuf *complaints, struct strbuf *notes);
/* Tells which keys do what. */
void tui_tell_keys(const struct config *config, key_told_fn *tell, void *context);

#endif
