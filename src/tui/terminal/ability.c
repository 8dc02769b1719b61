/* What a terminal takes beyond its terminfo entry, known by its name: asking it would cost a round
 * trip before the first paint. Not here: doing it. */
#include "tui/terminal/ability.h"

#include <string.h>

#define ALL (ABILITY_PASTE | ABILITY_CLIPBOARD | ABILITY_SYNC)

/* Whether `name` is `family` or `family-something`. */
static bool is_of_family(const char *name, const char *family)
{
	size_t len = strlen(family);

	return !strncmp(name, family, len) && (name[len] == '\0' || name[len] == '-');
}

unsigned terminal_abilities_of(const char *name, bool is_in_tmux)
{
	/* The longer name of a family first. */
	static const struct {
		const char *family;
		unsigned abilities;
	} known[] = {
		{ "xterm-kitty", ALL },
		{ "xterm-ghostty", ALL },
		{ "xterm", ABILITY_PASTE | ABILITY_CLIPBOARD },
		{ "tmux", ABILITY_PASTE | ABILITY_CLIPBOARD },
		{ "screen", ABILITY_PASTE | ABILITY_CLIPBOARD },
		{ "kitty", ALL },
		{ "foot", ALL },
		{ "alacritty", ALL },
		{ "wezterm", ALL },
		{ "contour", ALL },
		{ "mintty", ALL },
		{ "rxvt-unicode", ABILITY_PASTE },
		{ "st", ABILITY_PASTE | ABILITY_CLIPBOARD },
		{ "konsole", ABILITY_PASTE },
		{ "gnome", ABILITY_PASTE },
		{ "vte", ABILITY_PASTE },
	};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		if (is_of_family(name, known[i].family)) {
			/* tmux has its own frames. */
			return is_in_tmux ? known[i].abilities & ~(unsigned)ABILITY_SYNC
					  : known[i].abilities;
		}
	}
	return 0;
}
