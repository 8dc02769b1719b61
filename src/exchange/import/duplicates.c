/* Likely pairs among the people who are there: the same address, or the same name.
 * Not here: making two one (contact_merge in store/contact_merge.h). */
#include "filo/exchange/duplicates.h"

#include "exchange/hash.h"
#include "exchange/import/person_index.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/people/sameness.h"
#include "filo/store/contacts.h"
#include "filo/store/sources.h"

#include <stdlib.h>
#include <string.h>

/* A key of somebody; sorted by hash, those who share a key stand together. */
struct keyed {
	uint64_t hash;
	contact_id id;
	enum duplicate_reason reason;
};

struct finding_keys {
	struct vector keys; /* of struct keyed */
};

/* More people than this at one address share a house or an office. */
#define SHARED_BY_MAX 4

static const char *const reason_labels[] = {
	[DUPLICATE_EMAIL] = N_("same e-mail address"),
	[DUPLICATE_PHONE] = N_("same phone number"),
	[DUPLICATE_HANDLE] = N_("same handle"),
	[DUPLICATE_NAME] = N_("same name"),
};

const char *duplicate_reason_label(enum duplicate_reason reason)
{
	return _(reason_labels[reason]);
}

void duplicate_fini(struct duplicate *pair)
{
	free(pair->name_a);
	free(pair->name_b);
	free(pair->shared);
}

static void duplicates_add_key(
	struct finding_keys *finding, enum duplicate_reason reason, const char *text, contact_id id)
{
	char kind[2] = { (char)('a' + (int)reason), '\0' };
	struct keyed key = { .id = id, .reason = reason };

	key.hash = exchange_hash(exchange_hash(EXCHANGE_HASH_START, kind), text);
	vector_push(&finding->keys, &key);
}

static enum status duplicates_read_contact(
	void *context, contact_id id, const char *uid, const char *name, struct error *err)
{
	struct strbuf key = STRBUF_INIT;

	(void)uid;
	(void)err;
	name_key(&key, name);
	duplicates_add_key(context, DUPLICATE_NAME, key.data, id);
	strbuf_fini(&key);
	return STATUS_OK;
}

static const enum duplicate_reason reasons[CHANNEL_KINDS] = {
	[CHANNEL_EMAIL] = DUPLICATE_EMAIL,
	[CHANNEL_PHONE] = DUPLICATE_PHONE,
	[CHANNEL_MESSENGER] = DUPLICATE_HANDLE,
	[CHANNEL_PROFILE] = DUPLICATE_HANDLE,
};

static enum status duplicates_read_channel(void *context, contact_id contact,
	enum channel_kind kind, const char *value, struct error *err)
{
	struct strbuf keys = STRBUF_INIT;
	const char *key;

	(void)err;
	channel_kept_keys(&keys, kind, value);
	/* Of a number its digits alone, without regard to the country. */
	KEYS_EACH (key, &keys)
		if (key == keys.data || !key[1 + strspn(key + 1, "0123456789")])
			duplicates_add_key(context, reasons[kind], key, contact);
	strbuf_fini(&keys);
	return STATUS_OK;
}

static int duplicates_compare_keys(const void *a, const void *b)
{
	const struct keyed *left = a, *right = b;

	if (left->reason != right->reason)
		return left->reason < right->reason ? -1 : 1;
	if (left->hash != right->hash)
		return left->hash < right->hash ? -1 : 1;
	return left->id < right->id ? -1 : left->id > right->id;
}

static bool has_pair(const struct vector *pairs, contact_id a, contact_id b)
{
	struct duplicate *pair;

	VECTOR_EACH (pair, pairs)
		if (pair->a == a && pair->b == b)
			return true;
	return false;
}

/* The address of `a` that `b` has too. */
static const char *shared_address(const struct contact *a, const struct contact *b)
{
	const char *shared = NULL;
	struct channel *mine, *theirs;

	VECTOR_EACH (mine, &a->channels) {
		VECTOR_EACH (theirs, &b->channels) {
			if (!shared && reasons[mine->kind] == reasons[theirs->kind] &&
				channel_says(mine->kind, mine->value, theirs->value))
				shared = mine->value;
		}
	}
	return shared;
}

static enum status add_pair(struct store *store, const struct keyed *first,
	const struct keyed *second, struct vector *pairs, struct error *err)
{
	struct duplicate pair = { .a = first->id, .b = second->id, .reason = first->reason };
	struct contact a, b;
	enum status status = contact_load(store, first->id, &a, err);

	if (status != STATUS_OK)
		return status;
	status = contact_load(store, second->id, &b, err);
	if (status != STATUS_OK) {
		contact_fini(&a);
		return status;
	}
	const char *shared = pair.reason == DUPLICATE_NAME ? NULL : shared_address(&a, &b);

	/* A family's telephone is shared by people whose names do not agree; numbers of two
	 * countries may end alike. */
	if (!contacts_are_two(&a, &b) && (pair.reason == DUPLICATE_NAME || shared) &&
		(pair.reason != DUPLICATE_PHONE || names_agree(a.name, b.name))) {
		pair.name_a = memory_copy_string(a.name);
		pair.name_b = memory_copy_string(b.name);
		pair.shared = memory_copy_string(shared);
		vector_push(pairs, &pair);
	}
	contact_fini(&a);
	contact_fini(&b);
	return STATUS_OK;
}

/* Pairs within the run of equal keys that begins at `first`. */
static enum status pair_run(struct store *store, const struct keyed *first, size_t run,
	size_t count, struct vector *pairs, struct error *err)
{
	enum status status = STATUS_OK;

	if (run < 2 || run > SHARED_BY_MAX)
		return STATUS_OK;
	for (size_t i = 0; i < run; i++) {
		for (size_t j = i + 1; j < run && status == STATUS_OK; j++) {
			if (pairs->count >= count || first[i].id == first[j].id ||
				has_pair(pairs, first[i].id, first[j].id))
				continue;
			status = add_pair(store, &first[i], &first[j], pairs, err);
		}
	}
	return status;
}

enum status duplicates_find(
	struct store *store, size_t count, struct vector *pairs, struct error *err)
{
	struct finding_keys finding = { .keys = VECTOR_INIT(struct keyed) };
	const struct keyed *keys;
	enum status status = contact_walk(store, duplicates_read_contact, &finding, err);

	if (status == STATUS_OK)
		status = channel_walk(store, duplicates_read_channel, &finding, err);
	vector_sort(&finding.keys, duplicates_compare_keys);
	keys = finding.keys.items;
	for (size_t i = 0, run;
		i < finding.keys.count && status == STATUS_OK && pairs->count < count; i += run) {
		run = 1;
		while (i + run < finding.keys.count && keys[i + run].hash == keys[i].hash &&
			keys[i + run].reason == keys[i].reason)
			run++;
		status = pair_run(store, keys + i, run, count, pairs, err);
	}
	vector_fini(&finding.keys);
	return status;
}
