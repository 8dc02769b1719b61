/* How well a command answers what is typed for it.
 * Not here: which of them are shown (palette.c). */
#ifndef FILO_TUI_FIND_PALETTE_RANK_H
#define FILO_TUI_FIND_PALETTE_RANK_H

#include <limits.h>

struct command;

#define RANK_NONE INT_MIN

/* How well a name answers folded `typed`: 0 it begins so, then words of it, letters of it in order;
 * RANK_NONE not at all. */
int palette_rank_name(const char *name, const char *typed);
/* The same of a command, by its name here, its English name, and words of what it does: 2. */
int palette_rank(const struct command *command, const char *typed);

#endif
