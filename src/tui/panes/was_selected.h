/* Who was selected when a change made them leave the list, so that undo selects them again; or what
 * was, by a number.
 * Not here: the list itself (pane.h), undo. */
#ifndef FILO_TUI_PANES_WAS_SELECTED_H
#define FILO_TUI_PANES_WAS_SELECTED_H

#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/store/store.h"

#include <stdbool.h>
#include <stdint.h>

struct was_selected {
	struct vector changes; /* by the id of their record of undo, ascending */
	int64_t latest;        /* id of the latest that was looked at */
	contact_id before;     /* selected when the change that is_open began */
	bool is_open;
};

void was_selected_init(struct was_selected *was);
void was_selected_fini(struct was_selected *was);
/* Before the list follows what was changed: notes who is selected there `now`. True: there was a
 * change since. */
bool was_selected_note(struct was_selected *was, struct store *store, contact_id now);
/* After that: who is selected instead. */
void was_selected_follow(struct was_selected *was, contact_id now);
/* The same, but where nobody else is, nothing is to be known of the change. */
void was_selected_settle(struct was_selected *was, contact_id now);
/* Who was selected before that change, or (is_after) when it was made; 0: it is not known. */
contact_id was_selected_at(const struct was_selected *was, int64_t record, bool is_after);

#endif
