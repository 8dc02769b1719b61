/* Search as you type, over the log, newest entries first, by the full-text index.
 * Not here: people (search.c), the index itself (schema.c). */
#include "filo/base/error.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/store/search.h"
#include "store/db/fulltext.h"
#include "store/db/query.h"
#include "store/db/schema.h"
#include "store/log/excerpt.h"

/* Entries that are looked at, before the index gathers all that fit: the more, the more of them
 * have the words, few while none has, which is gathered soon then, but not many where more are
 * wanted than a screen shows. */
#define NEWEST_ENTRIES(found)                                                                      \
	((found) ? 100 + ((found) < 20 ? 30 * (found) : 560 + 2 * (found)) : (size_t)50)
#define WANTED_MAX 1000

/* At most `most`. */
static enum status log_read_ids(
	struct store *store, const char *match, size_t most, struct vector *ids, struct error *err)
{
	struct query query = query_open(store,
		"SELECT rowid & " LOG_TEXT_ID " FROM log_text WHERE log_text MATCH ?1"
		" ORDER BY rowid DESC LIMIT ?2");

	bind_text(&query, 1, match);
	bind_number(&query, 2, (int64_t)most);
	return query_ids(&query, ids, err);
}

/* The index gathers all entries with the beginning of a long word before it gives the first: too
 * slow where much of the log has it. So the words are looked for in the newest entries with their
 * first letters, `begun`; *is_enough: that is all, or as many as are wanted. */
static enum status log_read_newest(struct store *store, const char *begun, const char *text,
	size_t count, struct vector *ids, bool *is_enough, struct error *err)
{
	struct query query = query_open(store,
		"SELECT c.id, ifnull(c.summary, ''), ifnull(c.body, '') FROM log_text AS t"
		" CROSS JOIN conversation AS c ON c.id = t.rowid & " LOG_TEXT_ID
		" WHERE log_text MATCH ?1 ORDER BY t.rowid DESC");
	struct fulltext_words *words = fulltext_words_new(text);
	size_t looked_at = 0;
	bool has_more = true;

	bind_text(&query, 1, begun);
	while (ids->count < count && looked_at++ < NEWEST_ENTRIES(ids->count) &&
		(has_more = query_next(&query))) {
		const char *texts[] = { column_text(&query, 1), column_text(&query, 2), NULL };
		if (fulltext_has_words(words, texts, tokenizer_cut_text))
			vector_push(ids, &(conversation_id){ column_id(&query, 0) });
	}
	fulltext_words_free(words);
	*is_enough = !has_more || ids->count == count;
	return query_close(&query, err);
}

static enum status log_find_ids(
	struct store *store, const char *text, size_t count, struct vector *ids, struct error *err)
{
	struct strbuf match = STRBUF_INIT, begun = STRBUF_INIT;
	bool has_word = fulltext_add_query(&match, text), is_enough = !has_word || !count;
	enum status status = STATUS_OK;

	if (!is_enough && count <= WANTED_MAX && fulltext_add_beginnings(&begun, text))
		status = log_read_newest(store, begun.data, text, count, ids, &is_enough, err);
	if (status == STATUS_OK && !is_enough) {
		vector_clear(ids);
		status = log_read_ids(store, match.data, count, ids, err);
	}
	strbuf_fini(&begun);
	strbuf_fini(&match);
	return status;
}

/* Completes a finding with the entry's day, text and first participant. */
static enum status log_read_entry(
	struct store *store, struct finding *finding, const char *words, struct error *err)
{
	struct query query = query_open(store,
		"SELECT c.day, c.summary, c.body, p.contact, k.name FROM conversation AS c"
		" JOIN participant AS p ON p.conversation = c.id"
		" JOIN contact AS k ON k.id = p.contact WHERE c.id = ?1"
		" ORDER BY p.is_mention, k.name_key LIMIT 1");

	bind_id(&query, 1, finding->conversation);
	if (!query_next(&query))
		return query_close(&query, err);
	finding->day = column_day(&query, 0);
	finding->contact = column_id(&query, 3);
	finding->name = column_copy_filled(&query, 4);
	const char *summary = column_text(&query, 1);
	if (!finding_set_excerpt(finding, summary, words, false) &&
		!finding_set_excerpt(finding, column_text(&query, 2), words, false))
		finding->excerpt = memory_copy_string(summary ? summary : "");
	return query_close(&query, err);
}

enum status search_log(struct store *store, const char *text, size_t count, struct vector *findings,
	struct error *err)
{
	struct vector ids = VECTOR_INIT(conversation_id);
	const conversation_id *id;
	enum status status = log_find_ids(store, text, count, &ids, err);

	VECTOR_EACH (id, &ids) {
		struct finding finding = { .conversation = *id, .where = "entry" };
		if (status == STATUS_OK)
			status = log_read_entry(store, &finding, text, err);
		if (status == STATUS_OK && finding.name)
			vector_push(findings, &finding);
		else
			finding_fini(&finding);
	}
	vector_fini(&ids);
	return status;
}
