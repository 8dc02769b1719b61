/* A hash table from keys to contacts.
 * Not here: how keys are made comparable (people/fields/sameness.c). */
#include "exchange/import/person_index.h"

#include "exchange/import/import_keys.h"

#include "exchange/hash.h"
#include "filo/base/ascii.h"
#include "filo/base/memory.h"
#include "filo/base/uuid.h"
#include "filo/people/sameness.h"
#include "filo/store/sources.h"
#include "filo/store/trash_walk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t uid_hash(uint64_t hash, const char *uid)
{
	char small[UUID_LEN + 1];
	size_t len = uuid_read(uid, small);

	if (len)
		return exchange_hash(exchange_hash(hash, small), uid + len);
	return exchange_hash(hash, ascii_begins(uid, UUID_URN) ? uid + strlen(UUID_URN) : uid);
}

const char *person_index_number_in(const char *key, const char *source)
{
	size_t len = strlen(source), kind_len = strcspn(source, ":");
	char small[UUID_LEN + 1], other[UUID_LEN + 1];

	if (source[kind_len] && !strncmp(key, source, ++kind_len) &&
		uuid_read(source + kind_len, small)) {
		size_t uuid_len = uuid_read(key + kind_len, other);
		return uuid_len && !strcmp(small, other) ? key + kind_len + uuid_len : NULL;
	}
	if (strncmp(key, source, len) != 0 || (key[len] && key[len] != '#'))
		return NULL;
	return key + len;
}

uint64_t person_index_source_hash(uint64_t hash, const char *source)
{
	size_t kind_len = strcspn(source, ":");

	if (!source[kind_len])
		return exchange_hash(hash, source);
	char *kind = memory_copy_bytes(source, kind_len);
	hash = exchange_hash(hash, kind);
	free(kind);
	return uid_hash(hash, source + kind_len + 1);
}

/* Mixes the bits, so that those that choose the place depend on all others. */
static uint64_t key_hash(enum person_index_key key, const char *text, contact_id id)
{
	char kind[2] = { (char)('A' + (int)key), '\0' };
	uint64_t hash = exchange_hash(EXCHANGE_HASH_START, kind);

	if (key == BY_UID || key == BY_TRASHED_UID)
		hash = uid_hash(hash, text);
	else if (key == BY_SOURCE || key == BY_TRASHED_SOURCE || key == BY_ORIGIN ||
		 key == BY_TOUCH)
		hash = person_index_source_hash(hash, text);
	else
		hash = exchange_hash(hash, text);

	/* Looked up for one contact at a time: mixing in the id keeps them from all colliding. */
	if (key >= BY_ORIGIN)
		hash ^= (uint64_t)id * 0xC2B2AE3D27D4EB4Fu;
	hash ^= hash >> 32;
	return hash * 0x9E3779B97F4A7C15u;
}

static size_t person_index_place_of(const struct person_index *index, uint64_t hash)
{
	return (size_t)(hash >> 20) & (index->capacity - 1);
}

/* Nobody asks for more of those who share a key than this: so many are kept, and adding one more
 * takes no longer than the others did. */
#define SAME_KEY_MAX 64

static void person_index_insert(struct person_index *index, uint64_t hash, contact_id id)
{
	size_t place = person_index_place_of(index, hash);
	int others = 0;

	while (index->entries[place].id) {
		struct person_index_entry *entry = &index->entries[place];
		others += entry->hash == hash;
		if (entry->hash == hash && (entry->id == id || others == SAME_KEY_MAX))
			return;
		place = (place + 1) & (index->capacity - 1);
	}
	index->entries[place] = (struct person_index_entry){ .hash = hash, .id = id };
	index->count++;
}

static void person_index_grow(struct person_index *index)
{
	struct person_index_entry *old = index->entries;
	size_t old_capacity = index->capacity;

	index->capacity = old_capacity ? old_capacity * 2 : 1024;
	index->entries = memory_new(index->capacity * sizeof *old);
	index->count = 0;
	for (size_t i = 0; i < old_capacity; i++)
		if (old[i].id)
			person_index_insert(index, old[i].hash, old[i].id);
	free(old);
}

void person_index_add_key(
	struct person_index *index, enum person_index_key key, const char *text, contact_id id)
{
	if (index->count * 3 >= index->capacity * 2)
		person_index_grow(index);
	person_index_insert(index, key_hash(key, text, id), id);
}

size_t person_index_find(const struct person_index *index, enum person_index_key key,
	const char *text, contact_id *ids, size_t max)
{
	uint64_t hash = key_hash(key, text, 0);
	size_t count = 0;

	if (!index->capacity)
		return 0;
	for (size_t place = person_index_place_of(index, hash);
		index->entries[place].id && count < max;
		place = (place + 1) & (index->capacity - 1))
		if (index->entries[place].hash == hash)
			ids[count++] = index->entries[place].id;
	return count;
}

bool person_index_has(const struct person_index *index, enum person_index_key key, const char *text,
	contact_id id)
{
	uint64_t hash = key_hash(key, text, id);

	if (!index->capacity)
		return false;
	for (size_t place = person_index_place_of(index, hash); index->entries[place].id;
		place = (place + 1) & (index->capacity - 1))
		if (index->entries[place].hash == hash && index->entries[place].id == id)
			return true;
	return false;
}

void person_index_card_key(struct strbuf *out, const char *source, const char *marks)
{
	strbuf_add_bytes(out, source, strcspn(source, "#"));
	strbuf_add_format(out, "=%s", marks);
}

static void add_name(struct person_index *index, const char *name, contact_id id)
{
	struct strbuf key = STRBUF_INIT;

	name_key(&key, name);
	person_index_add_key(index, BY_NAME, key.data, id);
	strbuf_fini(&key);
}

/* Whether there is any way to be kept under. */
static bool person_index_add_ways(struct person_index *index, enum person_index_key channels,
	enum channel_kind kind, const char *value, contact_id id)
{
	struct strbuf keys = STRBUF_INIT;
	const char *key;

	channel_kept_keys(&keys, kind, value);
	KEYS_EACH (key, &keys)
		person_index_add_key(index, channels, key, id);
	bool has_any = keys.len > 0;
	strbuf_fini(&keys);
	return has_any;
}

static bool is_among_ids(const contact_id *ids, size_t count, contact_id id)
{
	for (size_t i = 0; i < count; i++)
		if (ids[i] == id)
			return true;
	return false;
}

static void person_index_add_channel(
	struct person_index *index, enum channel_kind kind, const char *value, contact_id id)
{
	person_index_add_ways(index, BY_CHANNEL, kind, value, id);
}

size_t person_index_find_channel(const struct person_index *index, enum person_index_key channels,
	enum channel_kind kind, const char *value, contact_id *ids, size_t max)
{
	struct strbuf keys = STRBUF_INIT;
	const char *key;
	contact_id found[SAME_KEY_MAX];
	size_t count = 0;

	channel_sought_keys(&keys, kind, value);
	KEYS_EACH (key, &keys) {
		size_t more = person_index_find(index, channels, key, found, SAME_KEY_MAX);
		for (size_t i = 0; i < more && count < max; i++)
			if (!is_among_ids(ids, count, found[i]))
				ids[count++] = found[i];
	}
	strbuf_fini(&keys);
	return count;
}

void person_index_add_brought(
	struct person_index *index, const struct contact *brought, contact_id id)
{
	struct channel *channel;

	add_name(index, brought->name, id);
	VECTOR_EACH (channel, &brought->channels)
		person_index_add_channel(index, channel->kind, channel->value, id);
}

void person_index_add(struct person_index *index, const struct contact *contact)
{
	index->latest = contact->id;
	if (contact->uid)
		person_index_add_key(index, BY_UID, contact->uid, contact->id);
	person_index_add_brought(index, contact, contact->id);
}

/* False: a card without a UID, which may come from anybody. */
static bool add_source_key(struct strbuf *key, const char *source, const char *marks)
{
	bool has_uid = strchr(source, ':') != NULL;

	if (has_uid)
		strbuf_add(key, source);
	else
		person_index_card_key(key, source, marks);
	return has_uid;
}

void person_index_add_source(
	struct person_index *index, const char *source, const char *marks, contact_id id)
{
	struct strbuf key = STRBUF_INIT;

	if (add_source_key(&key, source, marks))
		person_index_add_key(index, BY_ORIGIN, key.data, id);
	person_index_add_key(index, BY_SOURCE, key.data, id);
	strbuf_fini(&key);
}

static enum status load_contact(
	void *context, contact_id id, const char *uid, const char *name, struct error *err)
{
	struct person_index *index = context;

	(void)err;
	person_index_add_key(index, BY_UID, uid, id);
	add_name(index, name, id);
	index->newest = index->latest = id;
	return STATUS_OK;
}

static enum status person_index_load_channel(void *context, contact_id contact,
	enum channel_kind kind, const char *value, struct error *err)
{
	(void)err;
	person_index_add_channel(context, kind, value, contact);
	return STATUS_OK;
}

static enum status load_source(
	void *context, contact_id id, const char *source, const char *marks, struct error *err)
{
	(void)err;
	person_index_add_source(context, source, marks, id);
	return STATUS_OK;
}

static void add_trashed_person(void *context, contact_id id, const char *uid, const char *name)
{
	struct person_index *index = context;
	struct trashed_person person = { id, memory_copy_string(name) };
	struct strbuf key = STRBUF_INIT;

	vector_push(&index->trashed, &person);
	person_index_add_key(context, BY_TRASHED_UID, uid, id);
	name_key(&key, name);
	person_index_add_key(context, BY_TRASHED_NAME, key.data, id);
	strbuf_fini(&key);
}

static void add_trashed_channel(
	void *context, contact_id id, enum channel_kind kind, const char *value)
{
	if (person_index_add_ways(context, BY_TRASHED_CHANNEL, kind, value, id))
		person_index_add_key(context, BY_TRASHED_REACH, "", id);
}

static void add_trashed_source(void *context, contact_id id, const char *source, const char *marks)
{
	struct strbuf key = STRBUF_INIT;

	add_source_key(&key, source, marks);
	person_index_add_key(context, BY_TRASHED_SOURCE, key.data, id);
	strbuf_clear(&key);
	strbuf_add_bytes(&key, source, strcspn(source, ":#"));
	person_index_add_key(context, BY_ORIGIN, key.data, id);
	strbuf_fini(&key);
}

static void add_trashed_entry(void *context, const struct conversation *entry)
{
	struct strbuf key = STRBUF_INIT;

	((struct person_index *)context)->has_trashed_entries = true;
	import_keys_entry(&key, entry);
	person_index_add_key(context, BY_TRASHED_ENTRY, key.data, entry->id);
	strbuf_fini(&key);
}

static void person_index_add_number(
	struct person_index *index, enum person_index_key kind, int64_t number, contact_id id)
{
	char key[32];

	snprintf(key, sizeof key, "%lld", (long long)number);
	person_index_add_key(index, kind, key, id);
}

static void add_trashed_part(void *context, conversation_id entry, contact_id id)
{
	person_index_add_number(context, BY_TRASHED_PART, entry, id);
}

static void add_trashed_seen(void *context, contact_id id, int64_t seen)
{
	person_index_add_number(context, BY_TRASHED_SEEN, seen, id);
}

static void add_trashed_followup(void *context, const struct followup *followup)
{
	struct strbuf key = STRBUF_INIT;

	import_keys_followup(&key, followup);
	person_index_add_key(context, BY_TRASHED_FOLLOWUP, key.data, followup->contact);
	strbuf_fini(&key);
}

static int person_index_compare_trashed(const void *a, const void *b)
{
	const struct trashed_person *one = a, *other = b;

	return (one->id > other->id) - (one->id < other->id);
}

enum status person_index_load(struct person_index *index, struct store *store, struct error *err)
{
	enum status status;

	*index = (struct person_index){ .trashed = VECTOR_INIT(struct trashed_person) };
	status = contact_walk(store, load_contact, index, err);
	if (status == STATUS_OK)
		status = channel_walk(store, person_index_load_channel, index, err);
	if (status == STATUS_OK)
		status = source_walk(store, 0, load_source, index, err);
	if (status == STATUS_OK)
		status = trash_walk(store,
			&(const struct trash_visitor){ index, add_trashed_person,
				add_trashed_channel, add_trashed_source, add_trashed_entry,
				add_trashed_part, add_trashed_followup, add_trashed_seen },
			err);
	vector_sort(&index->trashed, person_index_compare_trashed);
	return status;
}

const char *person_index_trashed_name(const struct person_index *index, contact_id id)
{
	const struct trashed_person wanted = { .id = id };
	const struct trashed_person *found = NULL;

	if (index->trashed.count)
		found = bsearch(&wanted, index->trashed.items, index->trashed.count, sizeof wanted,
			person_index_compare_trashed);
	return found ? found->name : NULL;
}

contact_id person_index_trashed_seen(const struct person_index *index, int64_t seen)
{
	contact_id id = 0;
	char key[32];

	snprintf(key, sizeof key, "%lld", (long long)seen);
	person_index_find(index, BY_TRASHED_SEEN, key, &id, 1);
	return person_index_trashed_name(index, id) ? id : 0;
}

void person_index_fini(struct person_index *index)
{
	struct trashed_person *person;

	VECTOR_EACH (person, &index->trashed)
		free(person->name);
	vector_fini(&index->trashed);
	free(index->entries);
	*index = (struct person_index){ 0 };
}
