/* Searching words that do not stand in one place: some in a name, the others elsewhere of the
 * person or in an entry with them. Not here: words that stand together (search.c,
 * search_details.c). */
#include "filo/store/search.h"

#include "filo/base/fold.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "store/db/query.h"

#include <stdlib.h>
#include <string.h>

/* What fits one part is looked at so far whether the name has the other. */
#define LOOKED_AT_MAX 2000
#define WORDS_MAX     8

struct spread_search {
	struct store *store;
	size_t count;
	struct vector *findings; /* of struct finding */
};

static bool name_has(const char *name, const char *folded)
{
	struct strbuf key = STRBUF_INIT;

	text_fold(&key, name);
	bool has = text_matches_words(key.data, folded);
	strbuf_fini(&key);
	return has;
}

/* Of an entry, any name of those it is with or about. */
static bool entry_has(
	struct store *store, conversation_id id, const char *folded, struct error *err)
{
	struct query query =
		query_open(store, "SELECT EXISTS (SELECT 1 FROM participant AS p JOIN contact AS k"
				  " ON k.id = p.contact WHERE p.conversation = ?1"
				  " AND filo_has_words(k.name, ?2))");

	bind_id(&query, 1, id);
	bind_text(&query, 2, folded);
	bool has = query_next(&query) && column_int(&query, 0);
	return query_close(&query, err) == STATUS_OK && has;
}

static bool is_found_already(const struct spread_search *search, const struct finding *finding)
{
	const struct finding *other;

	VECTOR_EACH (other, search->findings)
		if (other->contact == finding->contact &&
			other->conversation == finding->conversation)
			return true;
	return false;
}

/* Keeps of what has `rest` what is of somebody whose name has `folded`. */
static void spread_keep(
	struct spread_search *search, struct vector *found, const char *folded, struct error *err)
{
	struct finding *finding;

	VECTOR_EACH (finding, found) {
		bool is_of_them =
			finding->conversation
				? entry_has(search->store, finding->conversation, folded, err)
				: name_has(finding->name, folded);
		if (is_of_them && search->findings->count < search->count &&
			!is_found_already(search, finding))
			vector_push(search->findings, finding);
		else
			finding_fini(finding);
	}
	vector_clear(found);
}

static enum status spread_parts(
	struct spread_search *search, const char *name, const char *rest, struct error *err)
{
	struct vector found = VECTOR_INIT(struct finding);
	enum status status = search_people(search->store, rest, LOOKED_AT_MAX, &found, err);

	spread_keep(search, &found, name, err);
	if (status == STATUS_OK)
		status = search_log(search->store, rest, LOOKED_AT_MAX, &found, err);
	spread_keep(search, &found, name, err);
	vector_fini(&found);
	return status;
}

/* The name first, or last. */
static enum status spread_at(
	struct spread_search *search, const char *folded, size_t place, struct error *err)
{
	char *front = memory_copy_bytes(folded, place), *back = memory_copy_string(folded + place);
	enum status status = spread_parts(search, front, back, err);

	if (status == STATUS_OK)
		status = spread_parts(search, back, front, err);
	free(front);
	free(back);
	return status;
}

enum status search_spread(struct store *store, const char *text, size_t count,
	struct vector *findings, struct error *err)
{
	struct spread_search search = { .store = store, .count = count, .findings = findings };
	struct strbuf folded = STRBUF_INIT;
	enum status status = STATUS_OK;
	size_t at = 0, len;
	bool is_first = true;

	text_fold(&folded, text);
	for (size_t words = 0; words < WORDS_MAX && status == STATUS_OK && findings->count < count;
		words++, at += len) {
		len = text_next_word(folded.data, &at);
		if (!len)
			break;
		if (!is_first)
			status = spread_at(&search, folded.data, at, err);
		is_first = false;
	}
	strbuf_fini(&folded);
	return status;
}
