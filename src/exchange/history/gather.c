/* Records into people, conversations and days.
 * Not here: reading records (records.c), judging what was gathered (people.c, days.c). */
#include "exchange/history/gather_parts.h"

#include "exchange/hash.h"
#include "filo/base/memory.h"
#include "filo/people/sameness.h"

#include <stdlib.h>
#include <string.h>

#define WORDS_IN_MEMORY 16384

/* 48 bytes each, and half as much for finding them. */
#define DAYS_IN_MEMORY 32768

/* By conversation, file, medium and day: what belongs together lies together. */
static int compare_days(const void *a, const void *b)
{
	const struct gathered_day *one = a, *other = b;

	if (one->thread != other->thread)
		return one->thread < other->thread ? -1 : 1;
	if (one->file != other->file)
		return one->file < other->file ? -1 : 1;
	if (one->medium != other->medium)
		return one->medium < other->medium ? -1 : 1;
	if (one->contact_day != other->contact_day)
		return one->contact_day < other->contact_day ? -1 : 1;
	if (one->author != other->author)
		return one->author < other->author ? -1 : 1;
	return (one->bulk > other->bulk) - (one->bulk < other->bulk);
}

static int compare_said(const void *a, const void *b)
{
	const struct gathered_words *one = a, *other = b;

	return (one->order > other->order) - (one->order < other->order);
}

void gathering_init(struct gathering *gathering)
{
	*gathering = (struct gathering){ .since = DAY_NONE,
		.until = DAY_NONE,
		.people = VECTOR_INIT(struct gathered_person),
		.sources = VECTOR_INIT(struct gathered_source),
		.files = VECTOR_INIT(struct gathered_file),
		.threads = VECTOR_INIT(struct gathered_thread),
		.meetings = VECTOR_INIT(struct gathered_meeting),
		.has_id = { .is_set = true },
		.left_out = VECTOR_INIT(struct gathered_count),
		.said_me = VECTOR_INIT(struct gathered_me) };
	sorter_init(
		&gathering->words, sizeof(struct gathered_words), WORDS_IN_MEMORY, compare_said);
	sorter_init(&gathering->days, sizeof(struct gathered_day), DAYS_IN_MEMORY, compare_days);
	for (int i = 0; i < AUTHORS; i++)
		vector_push(&gathering->people, NULL);
}

static void gathering_fini_people(struct gathering *gathering)
{
	struct gathered_person *person;
	struct gathered_me *me;

	VECTOR_EACH (person, &gathering->people) {
		handle_fini(&person->handle);
		free(person->source);
		free(person->phone);
		free(person->email);
	}
	VECTOR_EACH (me, &gathering->said_me)
		free(me->why);
	vector_fini(&gathering->people);
	vector_fini(&gathering->said_me);
}

static void gathering_fini_places(struct gathering *gathering)
{
	struct gathered_source *source;
	struct gathered_file *file;
	struct gathered_count *count;

	VECTOR_EACH (source, &gathering->sources)
		free(source->name);
	VECTOR_EACH (file, &gathering->files) {
		free(file->name);
		free(file->path);
		free(file->dates);
	}
	VECTOR_EACH (count, &gathering->left_out)
		free(count->what);
	vector_fini(&gathering->sources);
	vector_fini(&gathering->files);
	vector_fini(&gathering->left_out);
	free(gathering->path);
}

void gathering_fini(struct gathering *gathering)
{
	struct gathered_thread *thread;
	struct gathered_meeting *meeting;

	gathering_fini_people(gathering);
	gathering_fini_places(gathering);
	VECTOR_EACH (thread, &gathering->threads)
		vector_fini(&thread->members);
	VECTOR_EACH (meeting, &gathering->meetings) {
		free(meeting->id);
		free(meeting->text);
	}
	sorter_fini(&gathering->words);
	texts_fini(&gathering->texts);
	vector_fini(&gathering->threads);
	vector_fini(&gathering->meetings);
	sorter_fini(&gathering->days);
	number_map_fini(&gathering->person_of);
	number_map_fini(&gathering->thread_of);
	number_map_fini(&gathering->day_of);
	number_map_fini(&gathering->has_id);
	number_map_fini(&gathering->left_out_of);
}

void gathering_close(struct gathering *gathering)
{
	number_map_fini(&gathering->day_of);
	number_map_fini(&gathering->has_id);
	number_map_fini(&gathering->thread_of);
}

bool gathering_is_timed(enum medium medium)
{
	return medium == MEDIUM_CALL || medium == MEDIUM_VIDEO || medium == MEDIUM_IN_PERSON ||
	       medium == MEDIUM_LIVE;
}

struct gathered_person *gathering_person_at(const struct gathering *gathering, uint32_t number)
{
	return vector_at(&gathering->people, number);
}

struct gathered_file *gathering_file(struct gathering *gathering)
{
	return vector_at(&gathering->files, gathering->file);
}

struct gathered_source *gathering_source(struct gathering *gathering)
{
	return vector_at(&gathering->sources, gathering_file(gathering)->source);
}

void gathering_leave_out(struct gathering *gathering, const char *what, int64_t count)
{
	uint32_t at = (uint32_t)gathering->left_out.count;
	uint64_t hash = exchange_hash(EXCHANGE_HASH_START, what);

	if (count <= 0)
		return;
	if (!number_map_have(&gathering->left_out_of, hash, &at)) {
		struct gathered_count added = { memory_copy_string(what), 0 };
		vector_push(&gathering->left_out, &added);
	}
	((struct gathered_count *)vector_at(&gathering->left_out, at))->count += count;
}

static uint32_t source_named(struct gathering *gathering, const char *name)
{
	for (size_t i = 0; i < gathering->sources.count; i++) {
		const struct gathered_source *source = vector_at(&gathering->sources, i);
		if (!strcmp(source->name, name))
			return (uint32_t)i;
	}
	struct gathered_source *added = vector_push(&gathering->sources, NULL);
	added->name = memory_copy_string(name);
	return (uint32_t)gathering->sources.count - 1;
}

/* The name of a file, whose records then say themselves what they are from. */
static void drop_unsaid_file(struct gathering *gathering)
{
	size_t count = gathering->files.count;
	struct gathered_file *last = count ? vector_at(&gathering->files, count - 1) : NULL;

	if (!last || last->is_said || last->messages)
		return;
	free(last->name);
	free(last->path);
	free(last->dates);
	vector_remove(&gathering->files, count - 1);
}

static void begin_file(struct gathering *gathering, const char *source, const char *name)
{
	struct strbuf full = STRBUF_INIT;
	struct gathered_file file = { .name = memory_copy_string(name ? name : ""),
		.path = memory_copy_string(gathering->path ? gathering->path
					   : name          ? name
							   : ""),
		.first = DAY_NONE,
		.last = DAY_NONE,
		.is_said = source != NULL };

	strbuf_add(&full, source && *source ? source : "messages");
	if (gathering->name && !strcmp(full.data, "messages"))
		strbuf_add_format(&full, ":%s", gathering->name);
	file.source = source_named(gathering, full.data);
	strbuf_fini(&full);
	drop_unsaid_file(gathering);
	vector_push(&gathering->files, &file);
	gathering->file = (uint32_t)gathering->files.count - 1;
}

/* In SMS and calls, who is no number is no person. */
static bool is_service(const struct handle *handle, const char *source)
{
	bool is_telephone = !strcmp(source, "sms") || !strcmp(source, "calls");

	if (!*handle->key)
		return true;
	return is_telephone && (!handle->is_channel || handle_digits(handle->key) < 7);
}

static uint64_t hash_of_person(const char *kind, const char *key)
{
	uint64_t hash = exchange_hash(EXCHANGE_HASH_START, kind);

	return exchange_hash(exchange_hash(hash, "\n"), key);
}

struct gathered_person *gathering_find_person(
	const struct gathering *gathering, const char *kind, const char *key)
{
	uint32_t number;

	return number_map_find(&gathering->person_of, hash_of_person(kind, key), &number)
		       ? gathering_person_at(gathering, number)
		       : NULL;
}

void gathering_know_person(struct gathering *gathering, const struct gathered_person *person)
{
	const struct gathered_person *first = gathering->people.items;
	const char *kind = handle_kind(&person->handle, person->source);

	number_map_put(&gathering->person_of, hash_of_person(kind, person->handle.key),
		(uint32_t)(person - first));
}

static uint64_t hash_of_phone(const char *key)
{
	return hash_of_person("a number like", key);
}

/* Under each key by which a number may be found. */
static void know_phone(struct gathering *gathering, const struct handle *phone, uint32_t number)
{
	struct strbuf keys = STRBUF_INIT;
	const char *key;

	channel_kept_keys(&keys, phone->kind, phone->value);
	KEYS_EACH (key, &keys) {
		uint32_t first = number;
		number_map_have(&gathering->person_of, hash_of_phone(key), &first);
	}
	strbuf_fini(&keys);
}

struct gathered_person *gathering_find_phone(
	const struct gathering *gathering, const struct handle *phone)
{
	struct gathered_person *found = NULL;
	struct strbuf keys = STRBUF_INIT;
	const char *key;
	uint32_t number;

	channel_sought_keys(&keys, phone->kind, phone->value);
	KEYS_EACH (key, &keys) {
		if (found || !number_map_find(&gathering->person_of, hash_of_phone(key), &number))
			continue;
		found = gathering_person_at(gathering, number);
		if (found->seen || !handle_is_same(&found->handle, phone))
			found = NULL;
	}
	strbuf_fini(&keys);
	return found;
}

/* Whose telephone it is however written, or apart from who only has the same last digits. */
static void key_phone(const struct gathering *gathering, struct handle *handle,
	const struct gathered_person *known)
{
	const struct gathered_person *same = known && handle_is_same(&known->handle, handle)
						     ? known
						     : gathering_find_phone(gathering, handle);

	if (same)
		memory_replace_string(&handle->key, same->handle.key);
	else if (known)
		handle_key_whole(handle);
}

/* The one of this handle; what is longer known of their name stays. Takes the handle. */
static uint32_t person_of_handle(
	struct gathering *gathering, const char *source, struct handle *handle)
{
	const char *kind = handle_kind(handle, source);
	uint32_t number = (uint32_t)gathering->people.count;
	struct gathered_person *known = gathering_find_person(gathering, kind, handle->key);

	if (handle_is_phone(handle) && *handle->key)
		key_phone(gathering, handle, known);
	if (number_map_have(&gathering->person_of, hash_of_person(kind, handle->key), &number)) {
		known = gathering_person_at(gathering, number);
		if (!*known->handle.name)
			memory_replace_string(&known->handle.name, handle->name);
		handle_fini(handle);
		return number;
	}
	struct gathered_person person = { .handle = *handle,
		.source = handle->is_channel ? NULL : memory_copy_string(source),
		.file = gathering->file,
		.is_service = is_service(handle, source) };
	vector_push(&gathering->people, &person);
	if (handle_is_phone(&person.handle))
		know_phone(gathering, &person.handle, number);
	return number;
}

uint32_t gathering_person(struct gathering *gathering, const char *source, const char *text)
{
	uint64_t hash = exchange_hash(exchange_hash(EXCHANGE_HASH_START, source), text);
	struct handle handle;
	uint32_t number;

	hash = number_hash(hash, 1);
	if (number_map_find(&gathering->person_of, hash, &number))
		return number;
	handle_parse(&handle, text);
	number = person_of_handle(gathering, source, &handle);
	number_map_put(&gathering->person_of, hash, number);
	return number;
}

/* {"person":{...}}: what a key stands for, from here on. */
static const char *take_person(struct gathering *gathering, const struct history_record *record)
{
	const char *source = gathering_source(gathering)->name, *key = record->text[TEXT_KEY];
	const char *name = record->text[TEXT_NAME];
	const char *own = strchr(key, ':') ? strchr(key, ':') + 1 : key;
	struct handle handle = { .key = memory_copy_string(own),
		.name = memory_copy_string(name ? name : "") };
	uint64_t hash = exchange_hash(exchange_hash(EXCHANGE_HASH_START, source), key);
	struct handle written;

	handle_parse(&written, key);
	/* An address is a key by itself. */
	if (written.is_channel) {
		handle_fini(&handle);
		if (name && *name)
			memory_replace_string(&written.name, name);
		handle = written;
	} else {
		handle_fini(&written);
	}
	uint32_t number = person_of_handle(gathering, source, &handle);
	struct gathered_person *person = gathering_person_at(gathering, number);
	if (name && *name)
		memory_replace_string(&person->handle.name, name);
	if (record->text[TEXT_PHONE])
		memory_replace_string(&person->phone, record->text[TEXT_PHONE]);
	if (record->text[TEXT_EMAIL])
		memory_replace_string(&person->email, record->text[TEXT_EMAIL]);
	number_map_put(&gathering->person_of, number_hash(hash, 1), number);
	return NULL;
}

struct gathered_thread *gathering_thread(struct gathering *gathering, uint32_t number)
{
	return vector_at(&gathering->threads, number);
}

void gathering_add_member(struct gathered_thread *thread, uint32_t person)
{
	const uint32_t *member;

	VECTOR_EACH (member, &thread->members)
		if (*member == person)
			return;
	vector_push(&thread->members, &person);
}

static uint32_t thread_of_hash(
	struct gathering *gathering, uint64_t hash, enum thread_kind kind, bool *is_new)
{
	uint32_t number = (uint32_t)gathering->threads.count;
	struct gathered_thread thread = { .kind = kind,
		.source = gathering_file(gathering)->source,
		.hash = hash,
		.members = VECTOR_INIT(uint32_t) };
	uint64_t key = number_hash(number_hash(hash, thread.source), kind);

	*is_new = !number_map_have(&gathering->thread_of, key, &number);
	if (*is_new)
		vector_push(&gathering->threads, &thread);
	return number;
}

uint32_t gathering_thread_named(struct gathering *gathering, const char *name)
{
	bool is_new;

	return thread_of_hash(
		gathering, exchange_hash(EXCHANGE_HASH_START, name), THREAD_CHAT, &is_new);
}

static int gather_compare_numbers(const void *a, const void *b)
{
	uint32_t one = *(const uint32_t *)a, other = *(const uint32_t *)b;

	return (one > other) - (one < other);
}

/* The same in every import. */
static uint64_t hash_of_member(const struct gathering *gathering, uint32_t number)
{
	const struct gathered_person *person = gathering_person_at(gathering, number);

	return hash_of_person(handle_kind(&person->handle, person->source), person->handle.key);
}

/* The conversation of just these people. */
uint32_t gathering_thread_among(
	struct gathering *gathering, struct vector *members, enum thread_kind kind)
{
	uint64_t hash = 0;
	bool is_new;
	const uint32_t *member;

	vector_sort(members, gather_compare_numbers);
	VECTOR_EACH (member, members)
		hash += number_hash(hash_of_member(gathering, *member), 0);
	uint32_t number = thread_of_hash(gathering, hash, kind, &is_new);
	VECTOR_EACH (member, members)
		if (is_new)
			gathering_add_member(gathering_thread(gathering, number), *member);
	return number;
}

static const char *take_thread(struct gathering *gathering, const struct history_record *record)
{
	static const char *const claims[] = { "", "direct", "group", "channel" };
	uint32_t number = gathering_thread_named(gathering, record->text[TEXT_THREAD]);
	const char *source = gathering_source(gathering)->name, *kind = record->text[TEXT_KIND];

	for (int i = CLAIM_DIRECT; i <= CLAIM_CHANNEL && kind; i++)
		if (!strcmp(kind, claims[i]))
			gathering_thread(gathering, number)->claim = (enum thread_claim)i;
	for (size_t i = 0; i < record->list_count[LIST_MEMBERS]; i++) {
		uint32_t person =
			gathering_person(gathering, source, record->list[LIST_MEMBERS][i]);
		gathering_add_member(gathering_thread(gathering, number), person);
	}
	return NULL;
}

static const char *take_me(struct gathering *gathering, const struct history_record *record)
{
	struct gathered_me me = { .person = gathering_person(gathering,
					  gathering_source(gathering)->name, record->text[TEXT_ME]),
		.why = memory_copy_string(record->text[TEXT_WHY]) };

	if (record->text[TEXT_THREAD])
		gathering_thread(
			gathering, gathering_thread_named(gathering, record->text[TEXT_THREAD]))
			->me = me.person;
	vector_push(&gathering->said_me, &me);
	gathering_source(gathering)->says_me = true;
	return NULL;
}

static const char *take_note(struct gathering *gathering, const struct history_record *record)
{
	struct gathered_file *file = gathering_file(gathering);

	if (record->text[TEXT_DATES]) {
		memory_replace_string(&file->dates, record->text[TEXT_DATES]);
		file->is_sure = record->is_sure;
	}
	return NULL;
}

void gathering_note_own(struct gathering *gathering)
{
	if (gathering->files.count)
		gathering_file(gathering)->has_own = true;
}

const char *gathering_take(struct gathering *gathering, const struct history_record *record)
{
	gathering->records++;
	if (record->kind == RECORD_FILE) {
		begin_file(gathering, record->text[TEXT_SOURCE], record->text[TEXT_NAME]);
		return NULL;
	}
	if (!gathering->files.count)
		begin_file(gathering, NULL, NULL);
	switch (record->kind) {
	case RECORD_MESSAGE:
		return gathering_take_message(gathering, record);
	case RECORD_ME:
		return take_me(gathering, record);
	case RECORD_PERSON:
		return take_person(gathering, record);
	case RECORD_THREAD:
		return take_thread(gathering, record);
	case RECORD_NOTE:
		return take_note(gathering, record);
	case RECORD_LEFT_OUT:
		gathering_leave_out(gathering, record->text[TEXT_LEFT_OUT],
			record->number[NUMBER_COUNT] == NUMBER_NONE ? 1
								    : record->number[NUMBER_COUNT]);
		return NULL;
	default:
		return NULL;
	}
}
