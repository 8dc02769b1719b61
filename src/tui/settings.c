/* What the settings file says of the screen, tested and told without it.
 * Not here: reading its lines (keymap.c), the screen (tui.c). */
#include "filo/tui/settings.h"

#include "tui/command.h"
#include "tui/keymap.h"
#include "tui/settings.h"
#include "tui/terminal/looks.h"

void settings_read(const struct config *config, struct keymap *keymap, struct look looks[ROLES],
	struct strbuf *complaints, struct strbuf *notes)
{
	keymap_read(keymap, commands, config, complaints, notes);
	looks_read(looks, config, complaints);
}

void tui_check_settings(
	const struct config *config, struct strbuf *complaints, struct strbuf *notes)
{
	struct look looks[ROLES];
	struct keymap keymap;

	settings_read(config, &keymap, looks, complaints, notes);
	keymap_fini(&keymap);
}

void tui_tell_keys(const struct config *config, key_told_fn *tell, void *context)
{
	struct strbuf complaints = STRBUF_INIT;
	struct keymap keymap;

	keymap_read(&keymap, commands, config, &complaints, NULL);
	keymap_tell(&keymap, commands, tell, context);
	keymap_fini(&keymap);
	strbuf_fini(&complaints);
}
