/* Which card is another version of which, by the values they have in common.
 * Not here: who a card is about (import_meeting.c), cards with a UID (repeated.c). */
#include "exchange/import/import_cards.h"

#include "exchange/hash.h"
#include "exchange/import/import_values.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/store/sources.h"

#include <stdlib.h>
#include <string.h>

#define NUMBER_DIGITS 9 /* as many as text_number reads */

/* What the earlier versions of cards brought, which are not kept themselves. */
#define FOLD "#0"

/* Of the cards that say one thing so many are compared with a new one: what all of them say tells
 * none from the others, and what few say is said by few. */
#define COMPARED_MAX 64

/* That a card bears a mark; they stand by card, each with the number of the next of that mark. */
struct card_mention {
	uint32_t card, next; /* next: from 1; 0: the last */
};

static void import_card_fini(struct import_card *card)
{
	free(card->key);
	free(card->marks);
}

/* What is known of one source. */
static void cards_forget(struct import_cards *cards)
{
	free(cards->source);
	number_map_fini(&cards->before);
	number_map_fini(&cards->there);
	number_map_fini(&cards->held);
	number_map_fini(&cards->firsts);
	number_map_fini(&cards->folded);
	vector_fini(&cards->mentions);
	strbuf_fini(&cards->fold);
	*cards = (struct import_cards){ .all = cards->all,
		.before = { .is_set = true },
		.folded = { .is_set = true },
		.mentions = VECTOR_INIT(struct card_mention),
		.fold = STRBUF_INIT };
}

void import_cards_fini(struct import_cards *cards)
{
	if (cards->source)
		cards_forget(cards);
	VECTOR_FINI(struct import_card, &cards->all, import_card_fini);
	*cards = (struct import_cards){ 0 };
}

void card_marks_fini(struct card_marks *marks)
{
	free(marks->key);
	import_cards_fini(&marks->own);
	number_map_fini(&marks->of_key);
	number_map_fini(&marks->of_row);
}

static enum status gather_card(
	void *context, contact_id id, const char *source, const char *marks, struct error *err)
{
	(void)id;
	(void)err;
	vector_push(context,
		&(struct import_card){ memory_copy_string(source), memory_copy_string(marks) });
	return STATUS_OK;
}

enum status import_cards_gather(
	struct importing *importing, contact_id id, struct import_cards *cards, struct error *err)
{
	*cards = (struct import_cards){ .all = VECTOR_INIT(struct import_card) };
	return source_walk(importing->store, id, gather_card, &cards->all, err);
}

static bool has_all_marks(const char *marks, const char *of)
{
	struct number_map set = import_marks_set(marks);
	bool has_all = true;

	MARKS_EACH (mark, of)
		has_all = has_all && import_marks_has(&set, mark);
	number_map_fini(&set);
	return has_all;
}

bool import_cards_say_same(const char *marks, const char *other)
{
	return !strcmp(marks, other) ||
	       (strlen(marks) == strlen(other) && has_all_marks(marks, other) &&
		       has_all_marks(other, marks));
}

static uint64_t hash_of_marks(const char *marks)
{
	return exchange_hash(EXCHANGE_HASH_START, marks);
}

static void cards_hold(struct import_cards *cards, const char *marks, int how_often)
{
	MARKS_EACH (mark, marks) {
		uint64_t hash = import_mark_hash(mark);
		uint32_t count = 0;
		number_map_find(&cards->held, hash, &count);
		number_map_put(&cards->held, hash, count + (uint32_t)how_often);
	}
}

static void cards_fold(struct import_cards *cards, const char *marks)
{
	MARKS_EACH (mark, marks)
		if (number_map_add(&cards->folded, import_mark_hash(mark)))
			strbuf_add_bytes(&cards->fold, mark, MARK_DIGITS);
}

/* The marks of a card that an earlier import left. From the last card to the first, so that the
 * first comes first among those of a mark. */
static void cards_mention(struct import_cards *cards, size_t place, bool is_fold)
{
	const struct import_card *card = vector_at(&cards->all, place);

	MARKS_EACH (mark, card->marks) {
		struct card_mention mention = { (uint32_t)place, 0 };
		uint64_t hash = import_mark_hash(mark);
		number_map_add(&cards->before, hash);
		if (is_fold)
			continue;
		number_map_find(&cards->firsts, hash, &mention.next);
		vector_push(&cards->mentions, &mention);
		number_map_put(&cards->firsts, hash, (uint32_t)cards->mentions.count);
	}
}

static void cards_know(const struct importing *importing, contact_id id, struct import_cards *cards,
	const char *source)
{
	cards_forget(cards);
	cards->source = memory_copy_string(source);
	for (size_t place = cards->all.count; place-- > 0;) {
		const struct import_card *card = vector_at(&cards->all, place);
		const char *number = person_index_number_in(card->key, source);
		if (!number)
			continue;
		int at = *number ? text_number(number + 1, strnlen(number + 1, NUMBER_DIGITS)) : 1;
		bool is_fold = !strcmp(number, FOLD);
		cards->last = at > cards->last ? at : cards->last;
		if (is_fold) {
			cards_fold(cards, card->marks);
		} else {
			number_map_put(&cards->there, hash_of_marks(card->marks), (uint32_t)place);
			cards_hold(cards, card->marks, 1);
		}
		if (!person_index_has(&importing->people, BY_SAVED, card->key, id))
			cards_mention(cards, place, is_fold);
	}
}

enum status import_cards_write(
	struct importing *importing, contact_id id, struct import_cards *cards, struct error *err)
{
	struct strbuf key = STRBUF_INIT;
	enum status status = STATUS_OK;

	if (cards->has_folded) {
		strbuf_add_format(&key, "%s" FOLD, cards->source);
		status = source_marks_save(
			importing->store, id, false, key.data, cards->fold.data, err);
	}
	cards->has_folded = false;
	strbuf_fini(&key);
	return status;
}

/* How much a card is like the new one, by what both say; 0: that is less than half of the one that
 * says more. */
static size_t likeness(const struct number_map *said, const char *new_marks, const char *marks)
{
	size_t len = strlen(marks), new_len = strlen(new_marks), count = 0;

	MARKS_EACH (mark, marks)
		count += import_marks_has(said, mark);
	return 2 * count * MARK_DIGITS >= (len > new_len ? len : new_len) ? count : 0;
}

/* Whose place another card of this import has taken. */
static bool is_card_taken(const struct importing *importing, contact_id id, const char *key)
{
	return person_index_has(&importing->people, BY_SAVED, key, id) ||
	       person_index_has(&importing->people, BY_TOUCH, key, id);
}

/* The likest of those that bear one mark, or `row`; of several the first. Those that are taken are
 * passed over this once, and no more. */
static size_t likest_of_mark(const struct importing *importing, contact_id id,
	struct import_cards *cards, const char *mark, const char *new_marks,
	const struct number_map *said, size_t row, size_t *most)
{
	uint64_t hash = import_mark_hash(mark);
	uint32_t first = 0, *to = &first;
	struct card_mention *mention;

	if (!number_map_find(&cards->firsts, hash, &first))
		return row;
	for (int compared = 0; *to && compared < COMPARED_MAX;) {
		mention = vector_at(&cards->mentions, *to - 1);
		const struct import_card *card = vector_at(&cards->all, mention->card);
		if (is_card_taken(importing, id, card->key)) {
			*to = mention->next;
			continue;
		}
		size_t common = likeness(said, new_marks, card->marks);
		if (common > *most || (common && common == *most && mention->card < row)) {
			row = mention->card;
			*most = common;
		}
		compared++;
		to = &mention->next;
	}
	number_map_put(&cards->firsts, hash, first);
	return row;
}

/* What the row brought and no other of the source does. */
static struct number_map marks_of_row(struct import_cards *cards, const struct import_card *row)
{
	struct number_map of_row = { .is_set = true };
	uint32_t others;

	cards_hold(cards, row->marks, -1);
	MARKS_EACH (mark, row->marks) {
		uint64_t hash = import_mark_hash(mark);
		if (number_map_find(&cards->held, hash, &others) && !others)
			number_map_add(&of_row, hash);
	}
	cards_hold(cards, row->marks, 1);
	return of_row;
}

static char *new_key(const struct import_cards *cards)
{
	struct strbuf key = STRBUF_INIT;

	strbuf_add(&key, cards->source);
	if (cards->last)
		strbuf_add_format(&key, "#%d", cards->last + 1);
	return strbuf_take(&key);
}

/* The place of the card that says just this. */
static size_t find_there(const struct import_cards *cards, const char *new_marks)
{
	uint32_t place;

	if (!number_map_find(&cards->there, hash_of_marks(new_marks), &place))
		return SIZE_MAX;
	const struct import_card *card = vector_at(&cards->all, place);
	return strcmp(card->marks, new_marks) ? SIZE_MAX : place;
}

static void choose_row(const struct importing *importing, contact_id id, const char *new_marks,
	struct card_marks *marks)
{
	struct import_cards *cards = marks->cards;
	struct number_map said = import_marks_set(new_marks);
	size_t most = 0;

	marks->is_brought = cards->before.count;
	MARKS_EACH (mark, new_marks) {
		marks->is_brought &= import_marks_has(&cards->before, mark);
		marks->row = likest_of_mark(
			importing, id, cards, mark, new_marks, &said, marks->row, &most);
	}
	if (marks->row != SIZE_MAX)
		marks->of_row = marks_of_row(cards, vector_at(&cards->all, marks->row));
	number_map_fini(&said);
}

enum status import_cards_choose(struct importing *importing, contact_id id, const char *source,
	const char *new_marks, struct card_marks *marks, struct error *err)
{
	struct import_cards *cards = marks->cards;

	if (!text_is_same(cards->source, source)) {
		enum status status = import_cards_write(importing, id, cards, err);
		if (status != STATUS_OK)
			return status;
		cards_know(importing, id, cards, source);
	}
	marks->row = find_there(cards, new_marks);
	marks->is_there = marks->is_same = marks->row != SIZE_MAX;
	if (!marks->is_there)
		choose_row(importing, id, new_marks, marks);
	const struct import_card *row =
		marks->row == SIZE_MAX ? NULL : vector_at(&cards->all, marks->row);
	marks->key = row ? memory_copy_string(row->key) : new_key(cards);
	marks->before = cards->before.count ? &cards->before : NULL;
	return STATUS_OK;
}

void import_cards_note(const struct card_marks *marks, const char *new_marks)
{
	struct import_cards *cards = marks->cards;
	size_t place = marks->row;

	if (place == SIZE_MAX) {
		place = cards->all.count;
		gather_card(&cards->all, 0, marks->key, new_marks, NULL);
		cards->last++;
	} else {
		struct import_card *row = vector_at(&cards->all, place);
		cards_hold(cards, row->marks, -1);
		cards_fold(cards, row->marks);
		cards->has_folded = true;
		memory_replace_string(&row->marks, new_marks);
	}
	cards_hold(cards, new_marks, 1);
	number_map_put(&cards->there, hash_of_marks(new_marks), (uint32_t)place);
}
