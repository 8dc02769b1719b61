/* The days on which a person took part in a conversation.
 * Not here: what is learned from them (due/rhythm.c). */
#include "filo/store/contact_days.h"

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/date.h"
#include "store/db/query.h"

/* What is read comes by calendar day; a talk of the small hours counts for the day before, so that
 * one may still belong some places back. Each once. */
static void add_in_order(struct vector *days, size_t first, day_number day)
{
	const day_number *all = days->items;
	size_t at = days->count;

	while (at > first && all[at - 1] > day)
		at--;
	if (at == first || all[at - 1] != day)
		vector_insert(days, at, &day);
}

#define CONTACT_DAYS "SELECT contact_day FROM participant WHERE contact = ?1 AND contact_day <= ?2"

enum status contact_days(struct store *store, contact_id contact, day_number up_to,
	struct vector *days, struct error *err)
{
	size_t first = days->count;
	struct query query = query_open(store, CONTACT_DAYS " ORDER BY day");

	bind_id(&query, 1, contact);
	bind_day(&query, 2, up_to);
	while (query_next(&query))
		add_in_order(days, first, column_day(&query, 0));
	return query_close(&query, err);
}

enum status contact_days_latest(struct store *store, contact_id contact, day_number up_to,
	size_t count, struct vector *days, struct error *err)
{
	struct vector back = VECTOR_INIT(day_number); /* negative, so that they ascend */
	struct query query = query_open(store, CONTACT_DAYS " ORDER BY day DESC");

	bind_id(&query, 1, contact);
	bind_day(&query, 2, up_to);
	/* One more than asked: a day still to be read may belong before the last one. */
	while (back.count <= count && query_next(&query))
		add_in_order(&back, 0, -column_day(&query, 0));
	for (size_t i = back.count < count ? back.count : count; i > 0; i--) {
		day_number day = -*(day_number *)vector_at(&back, i - 1);
		vector_push(days, &day);
	}
	vector_fini(&back);
	return query_close(&query, err);
}

day_number contact_last_day(struct store *store, contact_id id, day_number up_to)
{
	struct query query = query_open(store,
		"SELECT max(contact_day) FROM participant WHERE contact = ?1 AND contact_day <= ?2"
		" AND day >= (SELECT day FROM participant WHERE contact = ?1 AND contact_day <= ?2"
		" ORDER BY day DESC LIMIT 1)");

	bind_id(&query, 1, id);
	bind_day(&query, 2, up_to);
	return query_day(&query);
}
