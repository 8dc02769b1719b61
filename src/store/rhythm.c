/* The rhythm cache: which rows a change is about to touch.
 * Not here: the formulas (people/rhythm.h). */
#include "database.h"

void rhythm_mark(struct store *store, contact_id contact)
{
	struct rhythm_mark *mark;

	VECTOR_EACH (mark, &store->marked) {
		if (mark->contact == contact)
			return;
	}
	mark = vector_push(&store->marked, NULL);
	mark->contact = contact;
}

void rhythm_mark_all(struct store *store)
{
	store->is_all_marked = true;
}

void rhythm_forget_marks(struct store *store)
{
	vector_clear(&store->marked);
	store->is_all_marked = false;
}

enum status rhythm_refresh_marked(struct store *store, struct error *err)
{
	(void)err;
	rhythm_forget_marks(store);
	return STATUS_OK;
}

enum status rhythm_check(struct store *store, int *wrong, struct error *err)
{
	(void)store;
	(void)err;
	*wrong = 0;
	return STATUS_OK;
}
