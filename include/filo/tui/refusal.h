/* Whether there can be a full screen here.
 * Not here: taking the terminal over (tui.h). */
#ifndef FILO_TUI_REFUSAL_H
#define FILO_TUI_REFUSAL_H

/* Why there can be no full screen here (TERM=dumb, no terminal), or NULL. One translated line that
 * names the plain commands. Touches nothing. */
const char *tui_refusal(void);

#endif
