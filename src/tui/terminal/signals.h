/* Signals as things to read between two keys. Not here: what the screen does about them. */
#ifndef FILO_TUI_TERMINAL_SIGNALS_H
#define FILO_TUI_TERMINAL_SIGNALS_H

#include <stdbool.h>

/* Blocks the signals a full screen cares about and lets them be read from a descriptor instead;
 * one that was ignored (nohup) stays so. A crash calls `restore` (async-signal-safe), then goes
 * its way. Returns false when the system refuses. */
bool signals_start(void (*restore)(void));
/* `is_hung_up`: the end of input told of a hang-up; its signal may be still on its way, and the
 * program is to end in its own manner. */
void signals_stop(bool is_hung_up);

int signals_fd(void); /* for poll(2); -1 before signals_start */
/* The next signal that has come, or 0. */
int signals_next(void);
/* Whether one that ends the program waits, without taking it: a blocked write gives up. */
bool signals_is_ending(void);

/* Stops the program (and its process group, for a ^Z typed here) until it is continued. */
void signals_suspend(bool with_group);
/* In a child, before exec: signals as filo found them. */
void signals_restore_in_child(void);

#endif
