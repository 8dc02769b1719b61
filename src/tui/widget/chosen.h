/* What is typed to choose from a list, and what is marked there: on the plain screen, where the row
 * of the cursor is what is heard, that row says both.
 * Not here: the list (list.h), the field (field.h). */
#ifndef FILO_TUI_WIDGET_CHOSEN_H
#define FILO_TUI_WIDGET_CHOSEN_H

#include "tui/terminal/draw.h"

struct field;
struct list;

struct chosen {
	const struct list *list;
	const char *text; /* of its marked row */
	bool is_part;     /* there may be more than the list has */
	bool is_word;     /* no name: it is told whole, or not */
};

/* On the plain screen, behind the text of a field, which was drawn before: what is marked, and
 * which of how many that is. Who has gone to it finds the cursor there instead. It stands no
 * further right than that: a reader speaks only the columns that differ, and so all of it does. */
void chosen_tell(const struct chosen *chosen, const struct field *typed, struct rect row);
/* There too: words on what was found, where they have room. */
void chosen_say(const char *words, const struct field *typed, struct rect row);
void chosen_say_none(const struct field *typed, struct rect row);
/* The same of names, as many as have room. */
void chosen_say_names(const char *names, const struct field *typed, struct rect row);

#endif
