/* What stands above a list, a text or a form: a rule with its title in it, and how much there is
 * below what is shown. Not here: the titles of panes (tui/panes/title.h). */
#ifndef FILO_TUI_WIDGET_HEADING_H
#define FILO_TUI_WIDGET_HEADING_H

#include "tui/terminal/draw.h"

struct heading {
	const char *title; /* NULL: none */
	const char *right; /* such as how many there are; NULL: nothing */
	size_t most;       /* that may stand below what is shown; 0: all is in sight */
};

/* A title that has no room beside what else is said takes rows of its own below the rule; on the
 * plain screen, where there is none, it comes first and the rest follows. Returns the rows of all.
 */
int heading_rows(const struct heading *heading, int cols);
/* Draws it in the first `rows` of the area, which may be fewer: then there is no rule, or the title
 * is cut. `below`: how much there is below what is shown. */
void heading_draw(const struct heading *heading, struct rect area, int rows, size_t below);

#endif
