/* What the settings file says of the screen, tested and told without it.
 * Not here: reading its lines (keymap.c), the screen (tui.c). */
#include "filo/tui/settings.h"

#include "tui/command.h"
#include "tui/keymap.h"

void tui_check_settings(const struct config *config, const char *path, struct strbuf *complaints,
	struct strbuf *notes)
{
	struct keymap keymap;

	keymap_read(&keymap, commands, config, path, complaints, notes);
	keymap_fini(&keymap);
}

void tui_print_keys(const struct config *config, struct strbuf *out)
{
	struct strbuf complaints = STRBUF_INIT;
	struct keymap keymap;

	keymap_read(&keymap, commands, config, "", &complaints, NULL);
	keymap_print(out, &keymap, commands);
	keymap_fini(&keymap);
	strbuf_fini(&complaints);
}
