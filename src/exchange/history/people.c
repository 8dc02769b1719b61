/* Finding the contact of a handle: what was decided before, an address, a name that is surely one
 * person's. Anybody else is left to be asked, with the likeliest.
 * Not here: which one is me (people_me.c). */
#include "exchange/history/people.h"

#include "exchange/hash.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/sameness.h"
#include "filo/store/contact_resolve.h"
#include "filo/store/contacts.h"
#include "filo/store/seen.h"
#include "filo/store/sources.h"

#include <stdlib.h>
#include <string.h>

/* How a name is known: in full, as a nickname, by its first or last word. */
enum name_use { USE_FULL = 1, USE_NICKNAME, USE_FIRST, USE_LAST };

struct known_as {
	uint64_t hash; /* of the use and the folded text */
	contact_id contact;
};

struct finding_people {
	const struct history_job *job;
	struct vector names; /* of struct known_as, sorted */
};

static uint64_t people_hash_of(enum name_use use, const char *text, size_t len)
{
	char *word = memory_copy_bytes(text, len);
	uint64_t hash = number_hash(exchange_hash(EXCHANGE_HASH_START, word), use);

	free(word);
	return hash;
}

static void know_as(struct finding_people *finding, enum name_use use, const char *text, size_t len,
	contact_id contact)
{
	struct known_as known = { people_hash_of(use, text, len), contact };

	if (len)
		vector_push(&finding->names, &known);
}

static enum status know_name(
	void *context, contact_id id, const char *uid, const char *name, struct error *err)
{
	struct strbuf key = STRBUF_INIT;

	(void)uid, (void)err;
	name_key(&key, name);
	const char *space = strchr(key.data, ' '), *last = strrchr(key.data, ' ');
	know_as(context, USE_FULL, key.data, key.len, id);
	know_as(context, USE_FIRST, key.data, space ? (size_t)(space - key.data) : key.len, id);
	if (last)
		know_as(context, USE_LAST, last + 1, strlen(last + 1), id);
	strbuf_fini(&key);
	return STATUS_OK;
}

static enum status know_nickname(
	void *context, contact_id id, const char *nickname, struct error *err)
{
	struct strbuf key = STRBUF_INIT;

	(void)err;
	name_key(&key, nickname);
	know_as(context, USE_NICKNAME, key.data, key.len, id);
	strbuf_fini(&key);
	return STATUS_OK;
}

static int compare_known(const void *a, const void *b)
{
	const struct known_as *one = a, *other = b;

	if (one->hash != other->hash)
		return one->hash < other->hash ? -1 : 1;
	return (one->contact > other->contact) - (one->contact < other->contact);
}

/* The only contact that is known so; 0: none, or several. */
static contact_id people_only_one(
	const struct finding_people *finding, enum name_use use, const char *text, size_t len)
{
	uint64_t hash = people_hash_of(use, text, len);
	const struct known_as *names = finding->names.items;
	size_t low = 0, high = finding->names.count;
	contact_id found = 0;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (names[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < finding->names.count && names[low].hash == hash; low++) {
		if (found && names[low].contact != found)
			return 0;
		found = names[low].contact;
	}
	return found;
}

/* How many have this address; *id: the first of them. */
static size_t by_channel(const struct history_job *job, enum person_index_key channels,
	enum channel_kind kind, const char *value, contact_id *id)
{
	contact_id ids[2] = { 0 };
	size_t count =
		value ? person_index_find_channel(job->people, channels, kind, value, ids, 2) : 0;

	*id = ids[0];
	return count;
}

/* By the first address that `most` at the most have. */
static contact_id by_address(const struct history_job *job, enum person_index_key channels,
	const struct gathered_person *person, size_t most)
{
	const struct handle *handle = &person->handle;
	const struct {
		enum channel_kind kind;
		const char *value;
	} ways[] = { { handle->kind, handle->is_channel ? handle->value : NULL },
		{ CHANNEL_PHONE, person->phone }, { CHANNEL_EMAIL, person->email } };
	contact_id id;

	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		size_t count = by_channel(job, channels, ways[i].kind, ways[i].value, &id);
		if (count && count <= most)
			return id;
	}
	return 0;
}

/* Who it is in the trash; 0: nobody. */
static contact_id in_trash(const struct history_job *job, const struct gathered_person *person)
{
	struct strbuf key = STRBUF_INIT;
	contact_id id = by_address(job, BY_TRASHED_CHANNEL, person, 2);

	if (!person->handle.is_channel)
		name_key(&key, person->handle.name);
	if (!id && key.len)
		person_index_find(job->people, BY_TRASHED_NAME, key.data, &id, 1);
	strbuf_fini(&key);
	return id;
}

/* A full name of two words or more, or a nickname, that is one contact's; of a single word, or
 * where the names are only near, it is who is likely meant. */
static void by_name(const struct finding_people *finding, struct gathered_person *person)
{
	struct strbuf key = STRBUF_INIT;

	name_key(&key, person->handle.name);
	const char *last = strrchr(key.data, ' ');
	if (key.len) {
		person->contact = people_only_one(finding, USE_NICKNAME, key.data, key.len);
		if (!person->contact && last)
			person->contact = people_only_one(finding, USE_FULL, key.data, key.len);
		else if (!person->contact)
			person->likely = people_only_one(finding, USE_FIRST, key.data, key.len);
		if (last && !person->contact)
			person->likely =
				people_only_one(finding, USE_LAST, last + 1, strlen(last + 1));
	}
	strbuf_fini(&key);
}

/* Who shares a last word may be somebody else of the family. */
static enum status drop_unlike(
	const struct finding_people *finding, struct gathered_person *person, struct error *err)
{
	struct contact contact;

	if (!person->likely || !strchr(person->handle.name, ' '))
		return STATUS_OK;
	enum status status = contact_load(finding->job->store, person->likely, &contact, err);
	if (status != STATUS_OK)
		return status;
	if (names_agree(contact.name, person->handle.name) < NAMES_AGREE_WIDELY)
		person->likely = 0;
	contact_fini(&contact);
	return STATUS_OK;
}

static enum status find_contact(
	const struct finding_people *finding, struct gathered_person *person, struct error *err)
{
	enum status status = STATUS_OK;

	/* Several contacts that share an address are left to be asked. */
	person->contact = by_address(finding->job, BY_CHANNEL, person, 1);
	person->is_exact = person->contact != 0;
	if (!person->contact)
		by_name(finding, person);
	if (!person->contact)
		status = drop_unlike(finding, person, err);
	if (!person->contact && person->likely && finding->job->takes_likely)
		person->contact = person->likely;
	if (!person->contact)
		person->trashed = in_trash(finding->job, person);
	return status;
}

/* Who was read of the one that was seen; NULL: nobody. Who only has the same last digits is
 * another: the key stays with whose it was first. */
static struct gathered_person *people_find_seen(
	struct gathering *gathering, const struct seen *seen)
{
	struct gathered_person *person = gathering_find_person(gathering, seen->kind, seen->key);
	struct handle handle;

	if (!seen->address || strcmp(seen->kind, channel_kind_name(CHANNEL_PHONE)) != 0)
		return person;
	handle_parse(&handle, seen->address);
	if (person && !handle_is_same(&person->handle, &handle)) {
		handle_key_whole(&person->handle);
		gathering_know_person(gathering, person);
		person = NULL;
	}
	if (!person)
		person = gathering_find_phone(gathering, &handle);
	handle_fini(&handle);
	if (person && strcmp(person->handle.key, seen->key) != 0) {
		memory_replace_string(&person->handle.key, seen->key);
		gathering_know_person(gathering, person);
	}
	return person;
}

/* What was decided before. */
static enum status take_decision(void *context, const struct seen *seen, struct error *err)
{
	struct gathered_person *person = people_find_seen(context, seen);

	(void)err;
	if (!person)
		return STATUS_OK;
	person->seen = seen->id;
	person->contact = seen->contact;
	person->is_exact = seen->contact != 0;
	person->is_ignored = seen->is_ignored;
	person->is_me |= seen->is_me;
	return STATUS_OK;
}

static bool people_is_called(const struct gathered_person *person, const struct handle *handle)
{
	struct strbuf name = STRBUF_INIT;

	if (handle_is_same(&person->handle, handle))
		return true;
	name_key(&name, person->handle.name);
	bool is_same = !handle->is_channel && name.len && !strcmp(name.data, handle->key);
	strbuf_fini(&name);
	return is_same;
}

/* Whom a map names, or what is wrong, and where that stands. */
static enum status map_resolve(const struct history_job *job, const struct history_map *map,
	const char *name, contact_id *contact, struct error *err)
{
	struct error why;
	enum status status = contact_resolve(job->store, name, contact, &why);

	if (status == STATUS_OK)
		return status;
	return map->file ? error_set(err, status, "%s:%lld: %s", map->file, (long long)map->line,
				   why.message)
			 : error_set(err, status, "%s", why.message);
}

/* "Mamma = Anna Rossi", "4848 = -", "Marco = @me" */
static enum status take_map(
	const struct history_job *job, const struct history_map *map, struct error *err)
{
	const char *equals = strrchr(map->text, '=');
	struct gathered_person *person;
	struct handle handle;
	contact_id contact = 0;
	enum status status = STATUS_OK;

	char *left = memory_copy_bytes(map->text, (size_t)(equals - map->text));
	char *right = text_trim(equals + 1);
	bool is_me = !strcmp(right, "@me"), is_ignored = !strcmp(right, "-");
	handle_parse(&handle, left);
	if (!is_me && !is_ignored)
		status = map_resolve(job, map, right, &contact, err);
	VECTOR_EACH (person, &job->gathering->people) {
		if (status != STATUS_OK || !person->handle.key ||
			!people_is_called(person, &handle))
			continue;
		person->contact = contact;
		person->is_exact = contact != 0;
		person->is_me = is_me;
		person->is_ignored = is_ignored;
		person->is_mapped = true;
	}
	handle_fini(&handle);
	free(left);
	free(right);
	return status;
}

static void take_answer(const struct gathering *gathering, const struct history_answer *answer)
{
	struct gathered_person *person =
		gathering_find_person(gathering, answer->kind, answer->key);

	if (!person)
		return;
	person->contact = answer->contact;
	person->is_exact = answer->contact != 0;
	person->is_wanted = answer->is_new;
	person->is_ignored = answer->is_ignored;
	person->is_mapped = true;
}

enum status people_take_decisions(struct history_job *job, struct error *err)
{
	const struct history_options *options = job->options;
	enum status status = seen_walk(job->store, take_decision, job->gathering, err);

	for (size_t i = 0; i < options->answer_count && status == STATUS_OK; i++)
		take_answer(job->gathering, &options->answers[i]);
	for (size_t i = 0; i < options->map_count && status == STATUS_OK; i++)
		status = take_map(job, &options->maps[i], err);
	return status;
}

static enum status know_contacts(struct finding_people *finding, struct error *err)
{
	struct store *store = finding->job->store;
	enum status status = contact_walk(store, know_name, finding, err);

	if (status == STATUS_OK)
		status = nickname_walk(store, know_nickname, finding, err);
	vector_sort(&finding->names, compare_known);
	return status;
}

enum status people_find_contacts(struct history_job *job, struct error *err)
{
	struct finding_people finding = { .job = job, .names = VECTOR_INIT(struct known_as) };
	struct gathered_person *person;
	enum status status = know_contacts(&finding, err);

	VECTOR_EACH (person, &job->gathering->people) {
		/* Deleted with somebody, who may be here anew. */
		contact_id trashed = person->is_ignored && !person->is_mapped
					     ? person_index_trashed_seen(job->people, person->seen)
					     : 0;
		person->is_ignored = person->is_ignored && !trashed;
		if (status != STATUS_OK || !person->handle.key || person->is_me ||
			person->is_ignored || person->contact || person->is_wanted ||
			person->is_service)
			continue;
		status = find_contact(&finding, person, err);
		if (trashed && !person->contact)
			person->trashed = trashed;
	}
	vector_fini(&finding.names);
	return status;
}
