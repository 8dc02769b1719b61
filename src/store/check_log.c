/* Entries and who took part, by walks in the order of the file: looking the one up for each of the
 * other reads a page a row.
 * Not here: the sentences, and which row it is (check.c). */
#include "store/check_log.h"

#include "filo/people/date.h"
#include "store/db/database.h"
#include "store/db/query.h"

#include <stdint.h>

struct log_check {
	struct store *store;
	bool is_sound;
	uint64_t entries, people; /* sums over who took part, from either side */
};

/* Of an entry and the day of contact. */
static uint64_t log_hash(int64_t entry, day_number contact_day)
{
	uint64_t hash = (uint64_t)entry * 0x9E3779B97F4A7C15u + (uint64_t)contact_day;

	hash = (hash ^ hash >> 30) * 0xBF58476D1CE4E5B9u;
	hash = (hash ^ hash >> 27) * 0x94D049BB133111EBu;
	return hash ^ hash >> 31;
}

/* Those of `entry`, from a walk that stands at the first of them. */
static void log_check_entry(struct log_check *check, struct query *people, bool *has_person,
	int64_t entry, day_number day, day_number contact_day)
{
	bool has_somebody = false;

	for (; *has_person && column_id(people, 0) == entry; *has_person = query_next(people)) {
		has_somebody = true;
		check->is_sound = check->is_sound && column_day(people, 1) == day;
		check->entries += log_hash(entry, contact_day);
	}
	check->is_sound = check->is_sound && has_somebody;
}

static enum status log_check_entries(struct log_check *check, struct error *err)
{
	struct query entries = query_open_once(
		check->store, "SELECT id, day, contact_day FROM conversation ORDER BY id");
	struct query people = query_open_once(check->store,
		"SELECT conversation, day FROM participant"
		" INDEXED BY participant_by_conversation ORDER BY conversation");
	bool has_person = query_next(&people);

	while (check->is_sound && query_next(&entries))
		log_check_entry(check, &people, &has_person, column_id(&entries, 0),
			column_day(&entries, 1), column_day(&entries, 2));
	/* Left over: of no entry. */
	check->is_sound = check->is_sound && !has_person;
	return query_close_after(&people, query_close(&entries, err), err);
}

static day_number log_day_of_entry(struct store *store, int64_t entry)
{
	struct query query =
		query_open(store, "SELECT contact_day FROM conversation WHERE id = ?1");

	bind_id(&query, 1, entry);
	return query_day(&query);
}

static bool log_has_contact(struct store *store, int64_t contact)
{
	struct query query = query_open(store, "SELECT 1 FROM contact WHERE id = ?1");

	bind_id(&query, 1, contact);
	return query_number(&query, 0) != 0;
}

/* A mention has no day of contact of its own. */
static enum status log_check_people(struct log_check *check, struct error *err)
{
	struct query people = query_open_once(check->store,
		"SELECT contact, conversation, contact_day, is_mention FROM participant"
		" ORDER BY contact");
	int64_t contact = 0;

	while (check->is_sound && query_next(&people)) {
		int64_t entry = column_id(&people, 1);
		day_number contact_day = column_day(&people, 2);
		if (column_id(&people, 0) != contact) {
			contact = column_id(&people, 0);
			check->is_sound = log_has_contact(check->store, contact);
		}
		if (column_number(&people, 3) != 0) {
			check->is_sound = check->is_sound && contact_day == DAY_NONE;
			contact_day = log_day_of_entry(check->store, entry);
		}
		check->people += log_hash(entry, contact_day);
	}
	return query_close(&people, err);
}

/* Of one state of the data, whatever other programs write meanwhile. */
enum status check_log(struct store *store, bool *is_sound, struct error *err)
{
	struct log_check check = { .store = store, .is_sound = true };
	bool is_own = store_begin_reading(store);
	enum status status = log_check_entries(&check, err);

	if (status == STATUS_OK)
		status = log_check_people(&check, err);
	store_end_reading(store, is_own);
	*is_sound = check.is_sound && check.entries == check.people;
	return status;
}
