/* The places of repeated people, by the end of their ids.
 * Not here: who a card is about (import_meeting.c), joining its fields (import_update.c). */
#include "exchange/import/repeated.h"

#include "exchange/hash.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/store/contacts.h"

#include <stdlib.h>
#include <string.h>

/* As many as take turns in a file, and few enough to stay in memory. */
#define PLACES 64
/* Cards of one person that say the same; beyond them their keys are given out in order. */
#define SAME_MARKS_MAX 64

static void repeated_fini(struct repeated *repeated)
{
	contact_fini(&repeated->contact);
	import_known_fini(&repeated->known);
	person_index_fini(&repeated->marks);
	import_cards_fini(&repeated->cards);
	number_map_fini(&repeated->next);
	*repeated = (struct repeated){ 0 };
}

static enum status write_one(
	struct importing *importing, struct repeated *repeated, struct error *err)
{
	enum status status = STATUS_OK;

	if (repeated->is_changed)
		status = contact_update(importing->store, &repeated->contact, err);
	if (status == STATUS_OK)
		status = import_cards_write(importing, repeated->contact.id, &repeated->cards, err);
	repeated_fini(repeated);
	/* Not a mistake of the card at hand: that would leave out all these cards unsaid. */
	return status == STATUS_INVALID ? STATUS_DATABASE : status;
}

static struct repeated *repeated_place(const struct importing *importing, contact_id id)
{
	return importing->repeated ? &importing->repeated[(uint64_t)id % PLACES] : NULL;
}

struct repeated *repeated_find(const struct importing *importing, contact_id id)
{
	struct repeated *repeated = repeated_place(importing, id);

	return repeated && repeated->contact.id == id ? repeated : NULL;
}

enum status repeated_keep(struct importing *importing, const struct contact *contact,
	struct repeated **kept, struct error *err)
{
	if (!importing->repeated)
		importing->repeated = memory_new(PLACES * sizeof *importing->repeated);
	struct repeated *repeated = repeated_place(importing, contact->id);
	enum status status = repeated->contact.id ? write_one(importing, repeated, err) : STATUS_OK;

	repeated->contact = *contact;
	*kept = repeated;
	if (status == STATUS_OK)
		status = import_cards_gather(importing, contact->id, &repeated->cards, err);
	for (size_t i = 0; i < repeated->cards.all.count; i++) {
		const struct import_card *card = vector_at(&repeated->cards.all, i);
		person_index_add_key(&repeated->marks, BY_NAME, card->marks, (contact_id)(i + 1));
		person_index_add_key(&repeated->marks, BY_SOURCE, card->key, (contact_id)(i + 1));
	}
	return status;
}

static bool is_key_taken(
	const struct importing *importing, const struct repeated *repeated, const char *key)
{
	return person_index_has(&importing->people, BY_TOUCH, key, repeated->contact.id);
}

/* The key of the card that said the same before; NULL: none did. Borrowed. */
static const char *find_key(const struct importing *importing, const struct repeated *repeated,
	const char *source, const char *marks)
{
	contact_id places[SAME_MARKS_MAX];
	size_t count = person_index_find(&repeated->marks, BY_NAME, marks, places, SAME_MARKS_MAX);

	for (size_t i = 0; i < count; i++) {
		const struct import_card *card =
			vector_at(&repeated->cards.all, (size_t)places[i] - 1);
		if (person_index_number_in(card->key, source) &&
			!is_key_taken(importing, repeated, card->key))
			return card->key;
	}
	return NULL;
}

/* The next of a source that no card of this import has, as it is written where it is kept. */
static char *next_marks_key(
	const struct importing *importing, struct repeated *repeated, const char *source)
{
	uint64_t hash = person_index_source_hash(EXCHANGE_HASH_START, source);
	struct strbuf key = STRBUF_INIT;
	contact_id place;
	uint32_t next = 1;

	number_map_find(&repeated->next, hash, &next);
	strbuf_add(&key, source);
	while (is_key_taken(importing, repeated, key.data)) {
		strbuf_clear(&key);
		strbuf_add_format(&key, "%s#%u", source, (unsigned)++next);
	}
	number_map_put(&repeated->next, hash, next);
	if (person_index_find(&repeated->marks, BY_SOURCE, key.data, &place, 1)) {
		const struct import_card *card = vector_at(&repeated->cards.all, (size_t)place - 1);
		strbuf_clear(&key);
		strbuf_add(&key, card->key);
	}
	return strbuf_take(&key);
}

char *repeated_marks_key(const struct importing *importing, struct repeated *repeated,
	const char *source, const char *marks)
{
	const char *before = find_key(importing, repeated, source, marks);

	return before ? memory_copy_string(before) : next_marks_key(importing, repeated, source);
}

enum status repeated_release(struct importing *importing, contact_id id, struct error *err)
{
	struct repeated *repeated = repeated_find(importing, id);

	return repeated ? write_one(importing, repeated, err) : STATUS_OK;
}

enum status repeated_write(struct importing *importing, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; importing->repeated && i < PLACES && status == STATUS_OK; i++)
		if (importing->repeated[i].contact.id)
			status = write_one(importing, &importing->repeated[i], err);
	return status;
}

void repeated_forget(struct importing *importing)
{
	for (size_t i = 0; importing->repeated && i < PLACES; i++)
		repeated_fini(&importing->repeated[i]);
	free(importing->repeated);
	importing->repeated = NULL;
}
