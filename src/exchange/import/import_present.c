/* Keys of what is here, in tables like those of the people.
 * Not here: the tables (person_index.c). */
#include "exchange/import/import_present.h"

#include "exchange/import/import_keys.h"

#include "filo/base/fold.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/base/vector.h"
#include "filo/store/circles.h"
#include "filo/store/events.h"
#include "filo/store/followups.h"
#include "filo/store/sources.h"

/* Keys of the log held at once, to begin with; one day of one person is held whole, however long.
 */
#define ENTRY_KEYS_MAX 16384
/* Where more were read for each entry, days take turns, and all of them are to be held: else each
 * is read again for every entry. */
#define KEYS_READ_MAX 4

/* True for the first time of a key. */
static bool is_first(
	struct person_index *index, enum person_index_key kind, const char *key, contact_id id)
{
	if (person_index_has(index, kind, key, id))
		return false;
	person_index_add_key(index, kind, key, id);
	return true;
}

static enum status add_entry(
	void *context, contact_id contact, const struct conversation *entry, struct error *err)
{
	struct strbuf key = STRBUF_INIT;

	(void)err;
	import_keys_entry(&key, entry);
	person_index_add_key(context, BY_ENTRY, key.data, contact);
	strbuf_fini(&key);
	return STATUS_OK;
}

static void import_present_make_room(struct importing *importing)
{
	size_t count = importing->present.count;

	if (count < (size_t)ENTRY_KEYS_MAX << importing->present_doublings)
		return;
	if (count / KEYS_READ_MAX > importing->present_asked)
		importing->present_doublings++;
	else
		import_present_forget_entries(importing);
}

bool import_present_entry(
	struct importing *importing, const struct conversation *conversation, struct error *err)
{
	struct person_index *entries = &importing->present;
	const struct participant *first = vector_at(&conversation->participants, 0);
	struct strbuf key = STRBUF_INIT;

	strbuf_add_format(&key, "%d", (int)conversation->day);
	if (!person_index_has(entries, BY_ENTRY, key.data, first->id)) {
		import_present_make_room(importing);
		person_index_add_key(entries, BY_ENTRY, key.data, first->id);
		entry_walk(importing->store, first->id, conversation->day, add_entry, entries, err);
	}
	importing->present_asked++;
	import_keys_entry(&key, conversation);
	bool is_present = person_index_has(entries, BY_ENTRY, key.data, first->id);
	strbuf_fini(&key);
	return is_present;
}

/* Entries that say the same, of several people, told apart. */
#define ALIKE_MAX 64

bool import_present_entry_in_trash(
	const struct importing *importing, const struct conversation *conversation)
{
	const struct participant *first = vector_at(&conversation->participants, 0);
	struct strbuf key = STRBUF_INIT;
	conversation_id ids[ALIKE_MAX];
	bool is_there = false;

	if (!importing->people.has_trashed_entries)
		return false;
	import_keys_entry(&key, conversation);
	size_t count =
		person_index_find(&importing->people, BY_TRASHED_ENTRY, key.data, ids, ALIKE_MAX);
	for (size_t i = 0; i < count && !is_there; i++) {
		strbuf_clear(&key);
		strbuf_add_format(&key, "%lld", (long long)ids[i]);
		is_there =
			person_index_has(&importing->people, BY_TRASHED_PART, key.data, first->id);
	}
	strbuf_fini(&key);
	return is_there;
}

void import_present_forget_entries(struct importing *importing)
{
	person_index_fini(&importing->present);
	importing->present_asked = 0;
}

bool import_present_followup_in_trash(
	const struct importing *importing, const struct followup *followup)
{
	struct strbuf key = STRBUF_INIT;

	import_keys_followup(&key, followup);
	bool is_there = person_index_has(
		&importing->people, BY_TRASHED_FOLLOWUP, key.data, followup->contact);
	strbuf_fini(&key);
	return is_there;
}

static bool is_first_followup(struct importing *importing, const struct followup *followup)
{
	struct strbuf key = STRBUF_INIT;

	import_keys_followup(&key, followup);
	bool is_new = is_first(&importing->people, BY_FOLLOWUP, key.data, followup->contact);
	strbuf_fini(&key);
	return is_new;
}

bool import_present_followup(
	struct importing *importing, const struct followup *followup, struct error *err)
{
	struct vector others = VECTOR_INIT(struct followup);
	struct followup *other;

	if (is_first(&importing->people, BY_FOLLOWUP, "", followup->contact))
		followup_list(importing->store, followup->contact, true, &others, err);
	VECTOR_EACH (other, &others) {
		is_first_followup(importing, other);
		followup_fini(other);
	}
	vector_fini(&others);
	/* Without a day it was written with that of its import. */
	return followup->made_on != DAY_NONE && !is_first_followup(importing, followup);
}

static uint64_t event_hash(const struct event *event)
{
	uint64_t hash = number_hash((uint64_t)event->kind + 1, (uint64_t)event->contact);

	return number_hash(number_hash(hash, (uint64_t)event->day), (uint64_t)event->until);
}

static void note_events(struct importing *importing, contact_id contact, struct error *err)
{
	struct vector events = VECTOR_INIT(struct event);
	struct event *event;

	event_list(importing->store, contact, &events, err);
	VECTOR_EACH (event, &events) {
		uint32_t count = 0;
		number_map_find(&importing->events, event_hash(event), &count);
		number_map_put(&importing->events, event_hash(event), count + 1);
	}
	vector_fini(&events);
}

bool import_present_event(struct importing *importing, const struct event *event, struct error *err)
{
	uint32_t count = 0;

	if (!number_map_have(&importing->events, number_hash(0, (uint64_t)event->contact), &count))
		note_events(importing, event->contact, err);
	count = 0;
	number_map_find(&importing->events, event_hash(event), &count);
	if (count)
		number_map_put(&importing->events, event_hash(event), count - 1);
	return count > 0;
}

/* As the store keeps it: one line. */
static void circle_key(struct strbuf *out, const char *name)
{
	text_fold(out, name);
	text_join_lines(out->data);
}

static void import_present_note_circle(struct importing *importing, const struct circle *circle)
{
	struct strbuf key = STRBUF_INIT;

	circle_key(&key, circle->name);
	person_index_add_key(&importing->people, BY_CIRCLE, key.data, circle->id);
	strbuf_fini(&key);
}

circle_id import_present_circle(struct importing *importing, const char *name, struct error *err)
{
	struct vector circles = VECTOR_INIT(struct circle);
	struct strbuf key = STRBUF_INIT;
	struct circle *circle;
	circle_id id = 0;

	/* Read once; that they were read is a key without a name. */
	if (is_first(&importing->people, BY_CIRCLE, "", 1))
		circle_list(importing->store, &circles, err);
	VECTOR_EACH (circle, &circles) {
		import_present_note_circle(importing, circle);
		circle_fini(circle);
	}
	vector_fini(&circles);
	circle_key(&key, name);
	if (key.len)
		person_index_find(&importing->people, BY_CIRCLE, key.data, &id, 1);
	strbuf_fini(&key);
	return id;
}

enum status import_present_save_circle(
	struct importing *importing, struct circle *circle, struct error *err)
{
	bool is_new = !circle->id;
	enum status status = circle_save_known(importing->store, circle, err);

	if (status != STATUS_OK)
		return status;
	importing->has_changed = true;
	if (is_new) {
		importing->plan->circles_added++;
		import_present_note_circle(importing, circle);
	}
	return STATUS_OK;
}
