/* How each kind of thing looks: the program's own, changed by the settings and themes.
 * Not here: telling the terminal (draw.c). */
#ifndef FILO_TUI_TERMINAL_LOOKS_H
#define FILO_TUI_TERMINAL_LOOKS_H

#include "filo/base/config.h"
#include "tui/terminal/draw.h"

#include <stdint.h>

enum look_attribute {
	LOOK_BOLD = 1 << 0,
	LOOK_UNDERLINE = 1 << 1,
	LOOK_REVERSE = 1 << 2,
	LOOK_ITALIC = 1 << 3,
	LOOK_DIM = 1 << 4,
};

#define LOOK_DEFAULT (-1) /* as text; of text itself, as the terminal has it */

struct look {
	int front, back; /* a colour of xterm's 256, or LOOK_DEFAULT */
	unsigned attributes;
};

/* As filo looks by itself. Attributes alone must tell things apart. */
extern const struct look looks_own[ROLES];
/* The same with the lines of the settings; what is wrong with one is told, and the rest holds. */
void looks_read(struct look looks[ROLES], const struct config *config, struct strbuf *complaints);

/* 0xRRGGBB of a colour as xterm has it. */
uint32_t looks_rgb(int color);
/* What stands for a colour where there are only so many: 8, 16, or it itself. */
int looks_nearest(int color, int colors);
/* The two colours of a role in a terminal of so many: never the same one twice. */
void looks_pair(const struct look looks[ROLES], enum role role, int colors, int *front, int *back);

#endif
