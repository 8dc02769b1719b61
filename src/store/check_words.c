/* The full-text indexes beside the texts. They keep none to compare with, so the texts are cut
 * again, and of both sides one number is made: the sum, over all rows and the words in each, of a
 * hash of the word. In a sum neither order nor place matters, so nothing has to be kept or sorted.
 * Not here: how words are cut (db/tokenizer.c). */
#include "store/check_words.h"

#include "filo/base/memory.h"
#include "store/db/database.h"
#include "store/db/query.h"
#include "store/db/schema.h"
#include "store/db/tokenizer.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define DETAIL_TEXTS(table, number, column, text) " UNION ALL SELECT " text("") " FROM " table

static const struct word_index {
	const char *structure;
	const char *texts;
	const char *open, *words; /* what the index holds, through a table of its own */
	int (*cut)(const char *text, int len, void *context, token_taker take);
} indexes[] = {
	{ "INSERT INTO contact_text(contact_text) VALUES ('integrity-check')",
		"SELECT " CONTACT_TEXT_OF("") " FROM contact",
		"CREATE VIRTUAL TABLE temp.contact_words USING fts5vocab(main, contact_text, row)",
		"SELECT term, doc FROM temp.contact_words", tokenizer_cut_person },
	{ "INSERT INTO log_text(log_text) VALUES ('integrity-check')",
		"SELECT summary, body FROM conversation",
		"CREATE VIRTUAL TABLE temp.log_words USING fts5vocab(main, log_text, row)",
		"SELECT term, doc FROM temp.log_words", tokenizer_cut_text },
	{ "INSERT INTO detail_text(detail_text) VALUES ('integrity-check')",
		"SELECT NULL WHERE 0" DETAIL_EACH(DETAIL_TEXTS),
		"CREATE VIRTUAL TABLE temp.detail_words USING fts5vocab(main, detail_text, row)",
		"SELECT term, doc FROM temp.detail_words", tokenizer_cut_detail },
};

/* The words of a row that were met: a table of hashes, of which those of another row count as
 * empty. */
struct words {
	uint64_t sum;
	uint64_t row;
	struct word {
		uint64_t hash, row;
	} * met;
	size_t count, room; /* of this row; a power of two */
};

/* FNV-1a, and its bits mixed: sums of it are compared. FTS5 cuts what is longer. */
static uint64_t words_sign(const char *word, int len)
{
	enum { LONGEST = 32768 };
	uint64_t hash = 14695981039346656037u;

	for (int i = 0; i < len && i < LONGEST; i++)
		hash = (hash ^ (unsigned char)word[i]) * 1099511628211u;
	hash = (hash ^ hash >> 33) * 0xFF51AFD7ED558CCDu;
	hash = (hash ^ hash >> 33) * 0xC4CEB9FE1A85EC53u;
	return hash ^ hash >> 33;
}

/* Where `hash` is, or would be. */
static struct word *words_place(const struct words *words, uint64_t hash)
{
	size_t at = hash & (words->room - 1);

	while (words->met[at].row == words->row && words->met[at].hash != hash)
		at = (at + 1) & (words->room - 1);
	return &words->met[at];
}

static void words_grow(struct words *words)
{
	struct words wider = { .row = words->row, .room = words->room * 2 };

	wider.met = memory_new(wider.room * sizeof *wider.met);
	for (size_t i = 0; i < words->room; i++)
		if (words->met[i].row == words->row)
			*words_place(&wider, words->met[i].hash) = words->met[i];
	free(words->met);
	words->met = wider.met;
	words->room = wider.room;
}

static int words_take(void *context, int flags, const char *word, int len, int from, int to)
{
	struct words *words = context;
	uint64_t hash = words_sign(word, len);
	struct word *place = words_place(words, hash);

	(void)flags, (void)from, (void)to;
	if (place->row == words->row)
		return SQLITE_OK;
	*place = (struct word){ .hash = hash, .row = words->row };
	words->sum += hash;
	if (++words->count * 2 > words->room)
		words_grow(words);
	return SQLITE_OK;
}

static enum status sum_texts(
	struct store *store, const struct word_index *index, uint64_t *sum, struct error *err)
{
	struct query query = query_open_once(store, index->texts);
	struct words words = { .room = 64 };

	words.met = memory_new(words.room * sizeof *words.met);
	while (query_next(&query)) {
		words.row++;
		words.count = 0;
		for (int i = 0; i < sqlite3_column_count(query.stmt); i++) {
			int len;
			const char *text = column_bytes(&query, i, &len);
			index->cut(text, len, &words, words_take);
		}
	}
	free(words.met);
	*sum = words.sum;
	return query_close(&query, err);
}

static enum status sum_index(struct store *store, const char *sql, uint64_t *sum, struct error *err)
{
	struct query query = query_open_once(store, sql);

	*sum = 0;
	while (query_next(&query)) {
		int len;
		const char *word = column_bytes(&query, 0, &len);
		if (word)
			*sum += words_sign(word, len) * (uint64_t)column_number(&query, 1);
	}
	return query_close(&query, err);
}

/* To look at it, SQLite needs the right to write: another program may have it for long. */
static enum status check_structure(
	struct store *store, const char *sql, bool *is_sound, struct error *err)
{
	int code = sqlite3_exec(store->db, sql, NULL, NULL, NULL);

	*is_sound = code == SQLITE_OK;
	if (code == SQLITE_OK || (code & 0xFF) == SQLITE_CORRUPT)
		return STATUS_OK;
	return database_tell(store, database_fail(store, code), err);
}

/* Of one state of the data, whatever other programs write meanwhile. */
static enum status compare_words(
	struct store *store, const struct word_index *index, bool *is_same, struct error *err)
{
	uint64_t in_texts = 0, in_index = 0;
	bool is_own = store_begin_reading(store);
	enum status status = sum_texts(store, index, &in_texts, err);

	if (status == STATUS_OK)
		status = database_script(store, index->open, err);
	if (status == STATUS_OK)
		status = sum_index(store, index->words, &in_index, err);
	store_end_reading(store, is_own);
	*is_same = in_texts == in_index;
	return status;
}

enum status check_words(struct store *store, bool looks_inside, bool *is_same, struct error *err)
{
	enum status status = database_script(store, "PRAGMA temp_store = FILE", err);

	*is_same = true;
	for (size_t i = 0; i < sizeof indexes / sizeof *indexes && *is_same && status == STATUS_OK;
		i++) {
		if (looks_inside)
			status = check_structure(store, indexes[i].structure, is_same, err);
		if (status == STATUS_OK && *is_same)
			status = compare_words(store, &indexes[i], is_same, err);
	}
	/* Changing it drops every temporary table. */
	database_use_usual(store);
	return status;
}
