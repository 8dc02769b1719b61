/* A hash table from keys to contacts.
 * Not here: how keys are made comparable (match.c). */
#include "exchange/import/person_index.h"

#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/exchange/match.h"
#include "filo/store/sources.h"

#include <stdlib.h>
#include <string.h>

uint64_t directory_hash(uint64_t hash, const char *text)
{
	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * 0x100000001B3u;
	return hash;
}

/* Scrambles, so that the low bits that choose the place depend on all. */
static uint64_t key_hash(enum directory_key key, const char *text, contact_id id)
{
	char kind[2] = { (char)('A' + (int)key), '\0' };
	uint64_t hash = directory_hash(directory_hash(DIRECTORY_HASH_START, kind), text);

	/* Asked for one contact at a time: spread, or all of them would stand in one row. */
	if (key == BY_TOUCH)
		hash ^= (uint64_t)id * 0xC2B2AE3D27D4EB4Fu;
	hash ^= hash >> 32;
	return hash * 0x9E3779B97F4A7C15u;
}

static size_t place_of(const struct directory *directory, uint64_t hash)
{
	return (size_t)(hash >> 20) & (directory->capacity - 1);
}

static void insert(struct directory *directory, uint64_t hash, contact_id id)
{
	size_t place = place_of(directory, hash);

	while (directory->entries[place].id) {
		struct directory_entry *entry = &directory->entries[place];
		if (entry->hash == hash && entry->id == id)
			return;
		place = (place + 1) & (directory->capacity - 1);
	}
	directory->entries[place] = (struct directory_entry){ .hash = hash, .id = id };
	directory->count++;
}

static void grow(struct directory *directory)
{
	struct directory_entry *old = directory->entries;
	size_t old_capacity = directory->capacity;

	directory->capacity = old_capacity ? old_capacity * 2 : 1024;
	directory->entries = memory_new(directory->capacity * sizeof *old);
	directory->count = 0;
	for (size_t i = 0; i < old_capacity; i++)
		if (old[i].id)
			insert(directory, old[i].hash, old[i].id);
	free(old);
}

void directory_add_key(
	struct directory *directory, enum directory_key key, const char *text, contact_id id)
{
	if (directory->count * 3 >= directory->capacity * 2)
		grow(directory);
	insert(directory, key_hash(key, text, id), id);
}

size_t directory_find(const struct directory *directory, enum directory_key key, const char *text,
	contact_id *ids, size_t max)
{
	uint64_t hash = key_hash(key, text, 0);
	size_t count = 0;

	if (!directory->capacity)
		return 0;
	for (size_t place = place_of(directory, hash); directory->entries[place].id && count < max;
		place = (place + 1) & (directory->capacity - 1))
		if (directory->entries[place].hash == hash)
			ids[count++] = directory->entries[place].id;
	return count;
}

bool directory_has(
	const struct directory *directory, enum directory_key key, const char *text, contact_id id)
{
	uint64_t hash = key_hash(key, text, id);

	if (!directory->capacity)
		return false;
	for (size_t place = place_of(directory, hash); directory->entries[place].id;
		place = (place + 1) & (directory->capacity - 1))
		if (directory->entries[place].hash == hash && directory->entries[place].id == id)
			return true;
	return false;
}

void directory_channel_key(struct strbuf *out, enum channel_kind kind, const char *value)
{
	static const char letters[CHANNEL_KINDS] = { 'e', 'p', 'h', 'h', 'w', 'a' };

	strbuf_add_char(out, letters[kind]);
	match_channel_key(out, kind, value);
	if (out->len == 1)
		strbuf_clear(out);
}

void directory_card_key(struct strbuf *out, const char *source, const char *marks)
{
	strbuf_add_bytes(out, source, strcspn(source, "#"));
	strbuf_add_format(out, "=%s", marks);
}

static void add_name(struct directory *directory, const char *name, contact_id id)
{
	struct strbuf folded = STRBUF_INIT;

	text_fold(&folded, name);
	directory_add_key(directory, BY_NAME, folded.data, id);
	strbuf_fini(&folded);
}

static void add_channel(
	struct directory *directory, enum channel_kind kind, const char *value, contact_id id)
{
	struct strbuf key = STRBUF_INIT;

	directory_channel_key(&key, kind, value);
	if (key.len)
		directory_add_key(directory, BY_CHANNEL, key.data, id);
	strbuf_fini(&key);
}

void directory_add(struct directory *directory, const struct contact *contact)
{
	struct channel *channel;

	if (contact->uid)
		directory_add_key(directory, BY_UID, contact->uid, contact->id);
	add_name(directory, contact->name, contact->id);
	VECTOR_EACH (channel, &contact->channels)
		add_channel(directory, channel->kind, channel->value, contact->id);
}

static enum status load_contact(
	void *context, contact_id id, const char *uid, const char *name, struct error *err)
{
	struct directory *directory = context;

	(void)err;
	directory_add_key(directory, BY_UID, uid, id);
	add_name(directory, name, id);
	directory->newest = id;
	return STATUS_OK;
}

static enum status load_channel(void *context, contact_id contact, enum channel_kind kind,
	const char *value, struct error *err)
{
	(void)err;
	add_channel(context, kind, value, contact);
	return STATUS_OK;
}

static enum status load_source(
	void *context, contact_id id, const char *source, const char *marks, struct error *err)
{
	(void)err;
	if (strchr(source, ':')) {
		directory_add_key(context, BY_SOURCE, source, id);
	} else {
		struct strbuf key = STRBUF_INIT;
		directory_card_key(&key, source, marks);
		directory_add_key(context, BY_SOURCE, key.data, id);
		strbuf_fini(&key);
	}
	return STATUS_OK;
}

enum status directory_load(struct directory *directory, struct store *store, struct error *err)
{
	enum status status;

	*directory = (struct directory){ 0 };
	status = contact_walk(store, load_contact, directory, err);
	if (status == STATUS_OK)
		status = channel_walk(store, load_channel, directory, err);
	if (status == STATUS_OK)
		status = source_walk(store, 0, load_source, directory, err);
	return status;
}

void directory_fini(struct directory *directory)
{
	free(directory->entries);
	*directory = (struct directory){ 0 };
}
