/* Comparing the rhythm cache with the log, and bringing it up to the present day.
 * Not here: keeping it with every change (rhythm.c). */
#include "store/due/rhythm_check.h"

#include "filo/base/error.h"
#include "filo/people/date.h"
#include "filo/people/rhythm.h"
#include "store/db/database.h"
#include "store/db/query.h"
#include "store/due/rhythm.h"

static bool rhythm_is_same(const struct learned *a, const struct learned *b)
{
#define DIFFERS(name, member, kind) || a->member != b->member
	return !(false RHYTHM_EACH(DIFFERS));
#undef DIFFERS
}

/* What is kept against what the log says. */
static enum status rhythm_compare(struct store *store, int *wrong, struct error *err)
{
	struct tempo sum = { 0, 0 }, kept;
	day_number as_of;
	enum status status = tempo_read(store, &kept, &as_of, err);
	struct query query = query_open(store,
		"SELECT c.id" RHYTHM_COLUMNS " FROM contact AS c LEFT JOIN rhythm AS r"
		" ON r.contact = c.id ORDER BY c.id");

	*wrong = 0;
	if (status != STATUS_OK)
		return status;
	while (query_next(&query)) {
		struct learned cached, rebuilt;
		rhythm_read(&query, &cached);
		/* Up to that day, also where the clock was put back since. */
		status = rhythm_from_log(store, column_id(&query, 0), as_of, &rebuilt, err);
		if (status != STATUS_OK)
			break;
		*wrong += !rhythm_is_same(&cached, &rebuilt);
		tempo_add(&sum, &rebuilt.rhythm);
	}
	status = query_close_after(&query, status, err);
	if (status == STATUS_OK && !*wrong && (sum.e_w != kept.e_w || sum.e_s != kept.e_s))
		*wrong = 1;
	return status;
}

enum status rhythm_check(struct store *store, bool mends, int *wrong, struct error *err)
{
	bool is_own = store_begin_reading(store);
	enum status status = rhythm_compare(store, wrong, err);

	store_end_reading(store, is_own);
	if (status != STATUS_OK || !*wrong || !mends)
		return status;
	status = database_begin(store, err);
	return status == STATUS_OK ? database_end_asked(store, rhythm_rebuild_all(store, err), err)
				   : status;
}

bool has_come_to_pass(struct store *store, day_number from, day_number to)
{
	struct query query = query_open(store,
		"SELECT 1 FROM conversation WHERE contact_day > ?1 AND contact_day <= ?2 LIMIT 1");

	bind_day(&query, 1, from);
	bind_day(&query, 2, to);
	bool has_row = query_next(&query);
	/* Not to know is to look. */
	return query_close(&query, NULL) != STATUS_OK || has_row;
}

enum status rhythm_catch_up(struct store *store, struct error *err)
{
	struct tempo tempo;
	day_number as_of;
	enum status status = tempo_read(store, &tempo, &as_of, err);

	if (status != STATUS_OK || as_of >= store->today || store->is_read_only || store->label)
		return status;
	bool is_stale = has_come_to_pass(store, as_of, store->today);
	status = database_begin_at_once(store);
	if (status != STATUS_OK)
		return status;
	if (is_stale) {
		status = rhythm_rebuild_all(store, err);
	} else {
		struct query query = query_open(store, "UPDATE tempo SET as_of = ?1");
		bind_day(&query, 1, store->today);
		status = query_run(&query, err);
	}
	return database_end(store, status, err);
}
