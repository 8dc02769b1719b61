/* Deleting the days of a fold at once.
 * Not here: what is folded (people/log_fold.c), reading a log with folds (log_page.c). */
#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/vector.h"
#include "filo/people/date.h"
#include "filo/people/log_fold.h"
#include "filo/store/change_label.h"
#include "filo/store/conversations.h"
#include "filo/store/log_page.h"
#include "store/db/change.h"
#include "store/db/query.h"
#include "store/log/conversation_row.h"

#include <stdlib.h>

/* Who took part in an entry of the fold; 0: it is not in it. */
static size_t fold_people(const struct log_fold *fold, const struct conversation *entry)
{
	const struct log_fold own = log_fold_of(entry);
	const struct participant *participant;
	size_t people = 0;

	if (!log_fold_takes(entry) || !log_fold_is_same(&own, fold))
		return 0;
	VECTOR_EACH (participant, &entry->participants)
		people += !participant->is_mention;
	return people;
}

/* Adds the fold's entries to `ids`, and to *shared how many are others', too. */
static enum status fold_ids(struct store *store, contact_id contact, const struct log_fold *fold,
	struct vector *ids, size_t *shared, struct error *err)
{
	struct query query = query_open(store,
		"SELECT " CONVERSATION_COLUMNS
		" FROM participant AS p JOIN conversation AS c ON c.id = p.conversation"
		" WHERE p.contact = ?1 AND NOT p.is_mention AND p.day BETWEEN ?2 AND ?3");
	enum status status = STATUS_OK;

	bind_id(&query, 1, contact);
	bind_day(&query, 2, fold->month);
	bind_day(&query, 3, date_month_last(fold->month));
	while (status == STATUS_OK && query_next(&query)) {
		struct conversation entry;
		conversation_read(&query, &entry);
		status = conversation_complete(store, &entry, err);
		size_t people = status == STATUS_OK ? fold_people(fold, &entry) : 0;
		if (people)
			vector_push(ids, &entry.id);
		*shared += people > 1;
		conversation_fini(&entry);
	}
	return query_close_after(&query, status, err);
}

enum status log_fold_delete(struct store *store, contact_id contact, const struct log_fold *fold,
	const char *name, struct log_fold_deleted *deleted, struct error *err)
{
	struct vector ids = VECTOR_INIT(conversation_id);
	const conversation_id *id;

	*deleted = (struct log_fold_deleted){ 0 };
	enum status status = fold_ids(store, contact, fold, &ids, &deleted->shared, err);
	deleted->entries = ids.count;
	if (status == STATUS_OK && !ids.count)
		status = error_set(err, STATUS_NOT_FOUND, _("These entries are no longer there"));
	if (status == STATUS_OK) {
		char *label = change_label(&(struct plural)NN_("delete %zu entry with %s",
						   "delete %zu entries with %s"),
			ids.count, name);
		status = change_join(store, err, "%s", label);
		free(label);
	}
	if (status == STATUS_OK) {
		VECTOR_EACH (id, &ids)
			if (status == STATUS_OK)
				status = conversation_delete(store, *id, err);
		status = change_end(store, status, err);
	}
	vector_fini(&ids);
	return status;
}
