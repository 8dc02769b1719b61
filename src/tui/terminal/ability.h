/* What a terminal can do beyond its terminfo entry, known by its name.
 * Not here: using it. */
#ifndef FILO_TUI_TERMINAL_ABILITY_H
#define FILO_TUI_TERMINAL_ABILITY_H

#include <stdbool.h>

enum terminal_ability {
	ABILITY_PASTE = 1 << 0,     /* bracketed paste, ?2004 */
	ABILITY_CLIPBOARD = 1 << 1, /* OSC 52 */
	ABILITY_SYNC = 1 << 2,      /* synchronised output, ?2026 */
};
unsigned terminal_abilities_of(const char *name, bool is_in_tmux);

#endif
