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

/* Entries that are looked at, before the index gathers all that fit; not where more are wanted than
 * a screen goes through. */
#define NEWEST_ENTRIES(count) (100 + 2 * (count))
#define WANTED_MAX            1000

/* At most `most`. */
static enum status log_read_ids(
	struct store *store, const char *match, size_t most, struct vector *ids, struct error *err)
{
	struct query query = query_open(store, "SELECT rowid FROM log_text WHERE log_text MATCH ?1"
					       " ORDER BY rowid DESC LIMIT ?2");

	bind_text(&query, 1, match);
	bind_number(&query, 2, (int64_t)most);
	while (query_next(&query)) {
		conversation_id found = column_id(&query, 0) & ((1LL << LOG_ID_BITS) - 1);
		vector_push(ids, &found);
	}
	return query_close(&query, err);
}

static enum status log_entry_has(
	struct store *store, conversation_id id, const char *text, bool *has, struct error *err)
{
	struct query query =
		query_open(store, "SELECT ifnull(summary, ''), ifnull(body, '') FROM conversation"
				  " WHERE id = ?1");

	bind_id(&query, 1, id);
	*has = false;
	if (query_next(&query)) {
		const char *texts[] = { column_text(&query, 0), column_text(&query, 1), NULL };
		*has = fulltext_has_words(texts, text);
	}
	return query_close(&query, err);
}

/* The index gathers all entries with the beginning of a long word before it gives the first: too
 * slow where much of the log has it. So the words are looked for in the newest entries with their
 * first letters; *is_enough: that is all, or as many as are wanted. */
static enum status log_read_newest(struct store *store, const char *text, size_t count,
	struct vector *ids, bool *is_enough, struct error *err)
{
	struct strbuf match = STRBUF_INIT;
	struct vector begun = VECTOR_INIT(conversation_id);
	const conversation_id *id;
	enum status status = STATUS_OK;
	bool has;

	*is_enough = false;
	if (count <= WANTED_MAX && fulltext_add_beginnings(&match, text)) {
		status = log_read_ids(store, match.data, NEWEST_ENTRIES(count), &begun, err);
		*is_enough = begun.count < NEWEST_ENTRIES(count);
	}
	VECTOR_EACH (id, &begun) {
		if (status != STATUS_OK || ids->count == count)
			break;
		status = log_entry_has(store, *id, text, &has, err);
		if (has)
			vector_push(ids, id);
	}
	*is_enough = *is_enough || ids->count == count;
	vector_fini(&begun);
	strbuf_fini(&match);
	return status;
}

static enum status log_find_ids(
	struct store *store, const char *text, size_t count, struct vector *ids, struct error *err)
{
	struct strbuf match = STRBUF_INIT;
	bool has_word = fulltext_add_query(&match, text), is_enough = !has_word || !count;
	enum status status = STATUS_OK;

	if (!is_enough)
		status = log_read_newest(store, text, count, ids, &is_enough, err);
	if (status == STATUS_OK && !is_enough) {
		vector_clear(ids);
		status = log_read_ids(store, match.data, count, ids, err);
	}
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
	finding->name = column_copy(&query, 4);
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
