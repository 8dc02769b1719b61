/* Deleting the days of a fold at once.
 * Not here: what is folded (people/log_fold.c), reading a log with folds (log_page.c). */
#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/vector.h"
#include "filo/people/date.h"
#include "filo/people/log_fold.h"
#include "filo/store/conversations.h"
#include "filo/store/log_page.h"
#include "filo/store/store.h"
#include "store/db/change.h"

#define PAGE_ROWS 100

/* Who took part in an entry of the fold; 0: it is none of the contact's in it. */
static size_t fold_people(
	const struct log_fold *fold, const struct conversation *entry, contact_id contact)
{
	const struct log_fold own = log_fold_of(entry);
	const struct participant *participant;
	size_t people = 0;
	bool is_contacts = false;

	if (!log_fold_takes(entry) || !log_fold_is_same(&own, fold))
		return 0;
	VECTOR_EACH (participant, &entry->participants) {
		people += !participant->is_mention;
		is_contacts =
			is_contacts || (participant->id == contact && !participant->is_mention);
	}
	return is_contacts ? people : 0;
}

/* Adds the ids of the fold's entries on a page to `ids`, and to *shared how many are others', too;
 * false: the next page has none. */
static bool fold_collect(const struct log_fold *fold, contact_id contact, struct vector *rows,
	struct log_place *from, struct vector *ids, size_t *shared)
{
	bool has_more = rows->count == PAGE_ROWS;
	struct log_row *row;

	VECTOR_EACH (row, rows) {
		*from = log_place_of(row);
		size_t people = row->is_event ? 0 : fold_people(fold, &row->conversation, contact);
		if (people)
			vector_push(ids, &row->conversation.id);
		*shared += people > 1;
		log_row_fini(row);
	}
	vector_clear(rows);
	return has_more && from->day >= fold->month;
}

static enum status fold_ids(struct store *store, contact_id contact, const struct log_fold *fold,
	struct vector *ids, size_t *shared, struct error *err)
{
	struct log_place from = { .day = date_add_months(fold->month, 1), .minute = -1 };
	struct vector rows = VECTOR_INIT(struct log_row);
	enum status status;

	do {
		status = log_page(store, contact, &from, true, PAGE_ROWS, &rows, err);
	} while (fold_collect(fold, contact, &rows, &from, ids, shared) && status == STATUS_OK);
	vector_fini(&rows);
	return status;
}

enum status log_fold_delete(struct store *store, contact_id contact, const struct log_fold *fold,
	const char *name, struct log_fold_deleted *deleted, struct error *err)
{
	struct vector ids = VECTOR_INIT(conversation_id);
	const conversation_id *id;
	bool is_own;

	*deleted = (struct log_fold_deleted){ 0 };
	enum status status = fold_ids(store, contact, fold, &ids, &deleted->shared, err);
	deleted->entries = ids.count;
	if (status == STATUS_OK && !ids.count)
		status = error_set(err, STATUS_NOT_FOUND, _("These entries are no longer there"));
	if (status == STATUS_OK) {
		status = change_join(store, &is_own, err,
			NP_("delete %zu entry with %s", "delete %zu entries with %s", ids.count),
			ids.count, name);
		VECTOR_EACH (id, &ids)
			if (status == STATUS_OK)
				status = conversation_delete(store, *id, err);
		status = change_end(store, is_own, status, err);
	}
	vector_fini(&ids);
	return status;
}
