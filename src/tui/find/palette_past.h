/* What was run in the palette, the latest first.
 * Not here: what is offered before anything is typed (palette.c). */
#ifndef FILO_TUI_FIND_PALETTE_PAST_H
#define FILO_TUI_FIND_PALETTE_PAST_H

#include <stddef.h>

struct command;

#define PALETTE_PAST_MAX 5 /* commands that are known again */

/* Each command, and each line, is known once. */
void palette_past_note(const struct command *command, const char *argument);
/* Which of the latest it is, from 0; PALETTE_PAST_MAX: none of them. */
int palette_past_place(const struct command *command);
/* The line that was run `back` lines ago, from 1, with what stood behind its name; NULL: there is
 * none. Borrowed until the next is noted. */
const char *palette_past_line(size_t back);

#endif
