/* Whether there can be a full screen here.
 * Not here: taking the terminal over (terminal/terminal.c). */
#include "filo/tui/refusal.h"

#include "filo/base/i18n.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *tui_refusal(void)
{
	const char *name = getenv("TERM");

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return _("The screen needs a terminal; without one, try: filo due, filo list, filo "
			 "--help");
	if (name && !strcmp(name, "dumb"))
		return _(
			"This terminal (TERM=dumb) cannot show a screen; try: filo due, filo list, "
			"filo --help");
	return NULL;
}
