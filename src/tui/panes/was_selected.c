/* Who was selected when a change made them leave the list, so that undo selects them again.
 * Not here: the list itself (pane.h), undo. */
#include "tui/panes/was_selected.h"

#include "filo/store/change.h"
#include "filo/store/undo.h"

struct selected_at {
	int64_t record;
	contact_id before, after;
};

void was_selected_init(struct was_selected *was)
{
	*was = (struct was_selected){ .changes = VECTOR_INIT(struct selected_at) };
}

void was_selected_fini(struct was_selected *was)
{
	vector_fini(&was->changes);
}

/* A change of many people is looked at after each of them, before it has a record. */
bool was_selected_note(struct was_selected *was, struct store *store, contact_id now)
{
	if (!was->is_open)
		was->before = now;
	was->is_open = change_is_open(store);
	if (was->is_open)
		return false;
	int64_t record = undo_latest(store);
	bool is_new = record > was->latest;
	if (is_new) {
		vector_push(&was->changes, &(struct selected_at){ record, was->before, 0 });
		was->latest = record;
	}
	return is_new;
}

void was_selected_follow(struct was_selected *was, contact_id now)
{
	struct selected_at *latest = vector_at(&was->changes, was->changes.count - 1);

	latest->after = now;
}

void was_selected_settle(struct was_selected *was, contact_id now)
{
	if (now == was->before)
		vector_remove(&was->changes, was->changes.count - 1);
	else
		was_selected_follow(was, now);
}

contact_id was_selected_at(const struct was_selected *was, int64_t record, bool is_after)
{
	const struct selected_at *change;

	VECTOR_EACH (change, &was->changes)
		if (change->record == record)
			return is_after ? change->after : change->before;
	return 0;
}
