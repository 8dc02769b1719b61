/* Absences: kept so that no two of the same person overlap.
 * Not here: what they do to a silence (people/rhythm.c). */
#include "filo/store/absences.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/people/absence.h"
#include "filo/people/contact.h"
#include "filo/people/date.h"
#include "filo/people/rhythm.h"
#include "filo/store/change.h"
#include "filo/store/contact_called.h"
#include "store/contacts/absences.h"
#include "store/db/change.h"
#include "store/db/database.h"
#include "store/db/query.h"

#include <stdlib.h>

static enum status delete_absence(struct store *store, int64_t id, struct error *err)
{
	return query_run_id(store, "DELETE FROM absence WHERE id = ?1", id, err);
}

static enum status absence_check(const struct absence *absence, struct error *err)
{
	if (absence->from == DAY_NONE || absence->to == DAY_NONE || absence->to < absence->from)
		return error_set(err, STATUS_INVALID,
			_("An absence needs a last day on or after its first, such as 11-15 dec or "
			  "20 dec to 6 jan"));
	return STATUS_OK;
}

static enum status write_absence(struct store *store, struct absence *absence, struct error *err)
{
	struct query query = query_open(
		store, "INSERT INTO absence(contact, from_day, to_day) VALUES (?1, ?2, ?3)");

	bind_id(&query, 1, absence->contact);
	bind_day(&query, 2, absence->from);
	bind_day(&query, 3, absence->to);
	enum status status = query_run(&query, err);
	absence->id = database_last_id(store);
	return status;
}

/* By person, then by day. */
static int compare_absences(const void *a, const void *b)
{
	const struct absence *one = *(struct absence *const *)a,
			     *other = *(struct absence *const *)b;

	if (one->contact != other->contact)
		return one->contact < other->contact ? -1 : 1;
	return (one->from > other->from) - (one->from < other->from);
}

/* Those that overlap or touch, of which those with an id are here: one instead of them, when any is
 * new. */
static enum status join_absences(struct store *store, struct absence **absences, size_t count,
	day_number to, struct error *err)
{
	struct absence joined = **absences;
	enum status status = STATUS_OK;
	size_t known = 0;

	for (size_t i = 0; i < count; i++)
		known += absences[i]->id != 0;
	if (known == count)
		return STATUS_OK;
	for (size_t i = 0; i < count && status == STATUS_OK; i++)
		if (absences[i]->id)
			status = delete_absence(store, absences[i]->id, err);
	joined.to = to;
	change_touch(store, joined.contact);
	if (status == STATUS_OK)
		status = write_absence(store, &joined, err);
	for (size_t i = 0; i < count; i++) {
		absences[i]->id = joined.id;
		absences[i]->from = joined.from;
		absences[i]->to = joined.to;
	}
	return status;
}

/* `all`: vector of struct absence *, sorted here. */
static enum status join_all(struct store *store, struct vector *all, struct error *err)
{
	struct absence **absences = all->items;
	enum status status = STATUS_OK;
	size_t first = 0, next;

	vector_sort(all, compare_absences);
	for (; first < all->count && status == STATUS_OK; first = next) {
		day_number to = absences[first]->to;
		for (next = first + 1;
			next < all->count && absences[next]->contact == absences[first]->contact &&
			absences[next]->from <= to + 1;
			next++)
			to = absences[next]->to > to ? absences[next]->to : to;
		status = join_absences(store, &absences[first], next - first, to, err);
	}
	return status;
}

void absence_say_more(struct store *store, const struct absence *absence)
{
	char from[DATE_ISO_SIZE], to[DATE_ISO_SIZE];
	char *called = absence->contact ? contact_called(store, absence->contact, NULL) : NULL;
	struct strbuf words = STRBUF_INIT;

	strbuf_add_format(&words, "%s  %s", date_format_iso(absence->from, from),
		date_format_iso(absence->to, to));
	if (called)
		strbuf_add_format(&words, "  %s", called);
	change_say_more(store, words.data);
	strbuf_fini(&words);
	free(called);
}

enum status absences_add(
	struct store *store, struct absence *absences, size_t count, struct error *err)
{
	struct vector present = VECTOR_INIT(struct absence), all = VECTOR_INIT(struct absence *);
	enum status status = STATUS_OK;
	struct absence *absence;

	for (size_t i = 0; i < count && status == STATUS_OK; i++)
		status = absence_check(&absences[i], err);
	if (status == STATUS_OK)
		status = change_join(store, err, N_("absence"));
	if (status != STATUS_OK)
		return status;
	if (count == 1)
		absence_say_more(store, absences);
	status = absence_list(store, &present, err);
	VECTOR_EACH (absence, &present)
		vector_push(&all, &absence);
	for (absence = absences; absence < absences + count; absence++) {
		absence->id = 0;
		vector_push(&all, &absence);
	}
	if (status == STATUS_OK)
		status = join_all(store, &all, err);
	VECTOR_FINI(struct absence, &present, absence_fini);
	vector_fini(&all);
	return change_end(store, status, err);
}

enum status absence_add(struct store *store, struct absence *absence, struct error *err)
{
	return absences_add(store, absence, 1, err);
}

enum status absence_load(
	struct store *store, int64_t id, struct absence *absence, struct error *err)
{
	struct vector present = VECTOR_INIT(struct absence);
	struct absence *found;
	enum status status = absence_list(store, &present, err);

	*absence = (struct absence){ 0 };
	VECTOR_EACH (found, &present) {
		if (found->id == id)
			*absence = *found;
		else
			absence_fini(found);
	}
	vector_fini(&present);
	return status == STATUS_OK && !absence->id
		       ? error_set(err, STATUS_NOT_FOUND, _("There is no absence %lld"),
				 (long long)id)
		       : status;
}

enum status absence_remove(struct store *store, int64_t id, struct error *err)
{
	struct absence absence;
	enum status status = absence_load(store, id, &absence, err);

	if (status == STATUS_OK)
		status = change_join(store, err, N_("remove an absence"));
	if (status == STATUS_OK) {
		absence_say_more(store, &absence);
		change_touch(store, absence.contact);
		status = change_end(store, delete_absence(store, id, err), err);
	}
	absence_fini(&absence);
	return status;
}

static enum status absence_number(
	struct store *store, struct absence *absence, int64_t id, struct error *err)
{
	struct query query = query_open(store, "UPDATE absence SET id = ?2 WHERE id = ?1");

	bind_id(&query, 1, absence->id);
	bind_id(&query, 2, id);
	absence->id = id;
	return query_run(&query, err);
}

enum status absence_update(struct store *store, struct absence *absence, struct error *err)
{
	/* It keeps its number, also where others are joined to it. */
	const int64_t id = absence->id;
	enum status status = absence_check(absence, err);

	if (status == STATUS_OK)
		status = change_join(store, err, N_("edit an absence"));
	if (status != STATUS_OK)
		return status;
	absence_say_more(store, absence);
	status = absence_remove(store, id, err);
	if (status == STATUS_OK)
		status = absence_add(store, absence, err);
	if (status == STATUS_OK)
		status = absence_number(store, absence, id, err);
	return change_end(store, status, err);
}

enum status absence_list(struct store *store, struct vector *absences, struct error *err)
{
	struct query query = query_open(store,
		"SELECT a.id, a.contact, c.name, a.from_day, a.to_day FROM absence AS a"
		" LEFT JOIN contact AS c ON c.id = a.contact ORDER BY a.from_day, a.id");

	while (query_next(&query)) {
		struct absence *absence = vector_push(absences, NULL);
		absence->id = column_id(&query, 0);
		absence->contact = column_id(&query, 1);
		absence->name = column_copy(&query, 2);
		absence->from = column_day(&query, 3);
		absence->to = column_day(&query, 4);
	}
	return query_close(&query, err);
}

static int compare_spans(const void *a, const void *b)
{
	const struct span *one = a, *other = b;

	return (one->from > other->from) - (one->from < other->from);
}

enum status absence_spans(
	struct store *store, contact_id contact, struct vector *spans, struct error *err)
{
	struct vector all = VECTOR_INIT(struct absence);
	struct absence *absence;
	enum status status = absence_list(store, &all, err);

	VECTOR_EACH (absence, &all) {
		struct span span = { absence->from, absence->to };
		if (!absence->contact || absence->contact == contact)
			vector_push(spans, &span);
		absence_fini(absence);
	}
	vector_fini(&all);
	vector_sort(spans, compare_spans);
	/* The user's and the contact's own may overlap: count no day twice. */
	for (size_t i = 1; i < spans->count;) {
		struct span *before = vector_at(spans, i - 1), *span = vector_at(spans, i);
		if (span->from > before->to) {
			i++;
			continue;
		}
		before->to = span->to > before->to ? span->to : before->to;
		vector_remove(spans, i);
	}
	return status;
}
