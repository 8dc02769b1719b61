/* Which card is another version of which, by the values they have in common.
 * Not here: who a card is about (import_meeting.c), cards with a UID (repeated.c). */
#include "exchange/import/import_cards.h"

#include "exchange/import/import_values.h"
#include "filo/base/memory.h"
#include "filo/base/number_map.h"
#include "filo/base/strbuf.h"
#include "filo/store/sources.h"

#include <stdlib.h>
#include <string.h>

/* What the earlier versions of cards brought, which are not kept themselves. */
#define FOLD "#0"

void import_card_fini(struct import_card *card)
{
	free(card->key);
	free(card->marks);
}

void card_marks_fini(struct card_marks *marks)
{
	free(marks->key);
	free(marks->before);
	free(marks->of_row);
	free(marks->folded);
	free(marks->fold);
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
	struct importing *importing, contact_id id, struct vector *cards, struct error *err)
{
	vector_init(cards, sizeof(struct import_card));
	return source_walk(importing->store, id, gather_card, cards, err);
}

void import_cards_note(struct vector *cards, const char *key, const char *marks)
{
	struct import_card *card;

	VECTOR_EACH (card, cards)
		if (!strcmp(card->key, key)) {
			memory_replace_string(&card->marks, marks);
			return;
		}
	gather_card(cards, 0, key, marks, NULL);
}

/* What follows the source in a key: "", or "#2"; NULL: it is of another source. */
static const char *number_in(const char *key, const char *source)
{
	size_t len = strlen(source);

	if (strncmp(key, source, len) != 0 || (key[len] && key[len] != '#'))
		return NULL;
	return key + len;
}

static uint64_t hash_of_mark(const char *mark)
{
	uint64_t digits;

	_Static_assert(sizeof digits == MARK_DIGITS, "a mark is one number");
	memcpy(&digits, mark, sizeof digits);
	return number_hash(0, digits);
}

static struct number_map set_of_marks(const char *marks)
{
	struct number_map set = { .is_set = true };

	MARKS_EACH (mark, marks)
		number_map_add(&set, hash_of_mark(mark));
	return set;
}

static bool has_all_marks(const char *marks, const char *of)
{
	struct number_map set = set_of_marks(marks);
	bool has_all = true;

	MARKS_EACH (mark, of)
		has_all = has_all && number_map_find(&set, hash_of_mark(mark), NULL);
	number_map_fini(&set);
	return has_all;
}

bool import_cards_say_same(const char *marks, const char *other)
{
	return !strcmp(marks, other) ||
	       (strlen(marks) == strlen(other) && has_all_marks(marks, other) &&
		       has_all_marks(other, marks));
}

/* The marks of a new card, and how many of them some card had already. */
struct said_marks {
	struct number_map marks; /* 1: a card had it */
	size_t brought, len;
};

static struct said_marks say_marks(const char *marks)
{
	struct said_marks said = { .len = strlen(marks) };

	MARKS_EACH (mark, marks)
		number_map_put(&said.marks, hash_of_mark(mark), 0);
	return said;
}

/* How many of `marks` are said now, too; they were brought. */
static size_t count_said(struct said_marks *said, const char *marks)
{
	size_t count = 0;

	MARKS_EACH (mark, marks) {
		uint64_t hash = hash_of_mark(mark);
		uint32_t was_brought;
		if (!number_map_find(&said->marks, hash, &was_brought))
			continue;
		count++;
		said->brought += !was_brought;
		number_map_put(&said->marks, hash, 1);
	}
	return count;
}

/* How much a card with so many marks in common is like the new one; 0: they are less than half of
 * the one that says more. */
static size_t likeness(const struct said_marks *said, const char *marks, size_t count)
{
	size_t len = strlen(marks), longer = len > said->len ? len : said->len;

	return 2 * count * MARK_DIGITS >= longer ? count : 0;
}

/* What the row brought and no other of the source does; and what is kept of it besides. */
static void import_cards_replace(const struct vector *cards, const char *source,
	const struct import_card *row, struct card_marks *marks)
{
	struct strbuf folded = STRBUF_INIT, others = STRBUF_INIT, of_row = STRBUF_INIT;
	const struct import_card *card;

	VECTOR_EACH (card, cards) {
		const char *number = number_in(card->key, source);
		if (number && card != row)
			strbuf_add(strcmp(number, FOLD) ? &others : &folded, card->marks);
	}
	struct number_map in_fold = set_of_marks(folded.data),
			  in_others = set_of_marks(others.data);
	MARKS_EACH (mark, row->marks) {
		if (number_map_add(&in_fold, hash_of_mark(mark)))
			strbuf_add_bytes(&folded, mark, MARK_DIGITS);
		if (!number_map_find(&in_others, hash_of_mark(mark), NULL))
			strbuf_add_bytes(&of_row, mark, MARK_DIGITS);
	}
	number_map_fini(&in_fold);
	number_map_fini(&in_others);
	strbuf_fini(&others);
	marks->folded = strbuf_take(&folded);
	marks->of_row = strbuf_take(&of_row);
}

static char *new_key(const char *source, int last)
{
	struct strbuf key = STRBUF_INIT;

	strbuf_add(&key, source);
	if (last)
		strbuf_add_format(&key, "#%d", last + 1);
	return strbuf_take(&key);
}

void import_cards_choose(const struct importing *importing, const struct vector *cards,
	contact_id id, const char *source, const char *new_marks, struct card_marks *marks)
{
	const struct import_card *card, *row = NULL;
	struct strbuf before = STRBUF_INIT, fold = STRBUF_INIT;
	struct said_marks said = say_marks(new_marks);
	size_t most = 0;
	int last = 0;

	VECTOR_EACH (card, cards) {
		const char *number = number_in(card->key, source);
		if (!number)
			continue;
		bool is_fold = !strcmp(number, FOLD);
		marks->is_there |= !is_fold && !strcmp(card->marks, new_marks);
		if (marks->is_there) {
			row = card;
			break;
		}
		int at = *number ? atoi(number + 1) : 1;
		last = at > last ? at : last;
		if (person_index_has(&importing->people, BY_SAVED, card->key, id))
			continue;
		strbuf_add(&before, card->marks);
		size_t common = count_said(&said, card->marks);
		common = is_fold || person_index_has(&importing->people, BY_TOUCH, card->key, id)
				 ? 0
				 : likeness(&said, card->marks, common);
		row = common > most ? card : row;
		most = common > most ? common : most;
	}
	marks->key = row ? memory_copy_string(row->key) : new_key(source, last);
	if (row && !marks->is_there)
		import_cards_replace(cards, source, row, marks);
	strbuf_add_format(&fold, "%s" FOLD, source);
	marks->fold = strbuf_take(&fold);
	marks->is_brought = before.len && said.brought == said.marks.count;
	if (marks->is_there)
		marks->before = memory_copy_string(new_marks);
	else
		marks->before = before.len ? strbuf_take(&before) : NULL;
	strbuf_fini(&before);
	number_map_fini(&said.marks);
}
