/* Counting people, which reads an index from end to end: what it came to is kept with the number of
 * the change it is of, and holds until the next.
 * Not here: when it is kept (queue_snapshot.c). */
#include "store/contacts/people_counts.h"

#include "filo/base/strbuf.h"
#include "filo/people/contact.h"
#include "filo/store/settings.h"
#include "store/db/query.h"

#include <inttypes.h>
#include <stdio.h>

#define SETTING_COUNTED "people-counted" /* "change all placed" */

int64_t people_count_all(struct store *store)
{
	struct query query = query_open(store, "SELECT count(*) FROM contact");

	return query_count(&query);
}

static struct people_counts count_now(struct store *store)
{
	struct query query = query_open(store,
		"SELECT (SELECT count(*) FROM contact WHERE cadence_days > 0 OR circle IS NOT NULL)"
		" + (SELECT count(DISTINCT contact) FROM yearly_date AS y WHERE kind = ?1"
		" AND NOT EXISTS (SELECT 1 FROM contact WHERE id = y.contact AND (cadence_days > 0"
		" OR circle IS NOT NULL)))");

	bind_number(&query, 1, YEARLY_DEATH);
	return (struct people_counts){ .placed = query_count(&query),
		.all = people_count_all(store) };
}

bool people_counts_kept(struct store *store, struct people_counts *counts)
{
	struct query query = query_open(
		store, "SELECT value, change_count FROM setting, state WHERE setting.key = ?1");
	int64_t change;

	bind_text(&query, 1, SETTING_COUNTED);
	const char *kept = query_next(&query) ? column_text(&query, 0) : NULL;
	bool is_kept = kept &&
		       sscanf(kept, "%" SCNd64 " %" SCNd64 " %" SCNd64, &change, &counts->all,
			       &counts->placed) == 3 &&
		       change == column_number(&query, 1);
	return query_close(&query, NULL) == STATUS_OK && is_kept;
}

struct people_counts people_counts(struct store *store)
{
	struct people_counts counts;

	return people_counts_kept(store, &counts) ? counts : count_now(store);
}

enum status people_counts_keep(struct store *store)
{
	struct strbuf text = STRBUF_INIT;
	const struct people_counts counts = count_now(store);
	struct query query = query_open(store, "SELECT change_count FROM state");
	int64_t change = query_count(&query);
	enum status status = STATUS_OK;

	strbuf_add_format(
		&text, "%" PRId64 " %" PRId64 " %" PRId64, change, counts.all, counts.placed);
	if (change != UNKNOWN && counts.all != UNKNOWN && counts.placed != UNKNOWN)
		status = setting_set(store, SETTING_COUNTED, text.data, NULL);
	strbuf_fini(&text);
	return status;
}
