/* Searching words that do not stand in one place: some in a name, the others elsewhere of the
 * person or in an entry with them. Not here: words that stand together (search.c,
 * search_details.c). */
#include "filo/store/search.h"

#include "filo/base/fold.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "store/contacts/contact_sql.h"
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

#define HAS_WORDS_OF " AND filo_has_words(" CONTACT_CALLED("k.") ", ?2))"

static const char person_sql[] =
	"SELECT EXISTS (SELECT 1 FROM contact AS k WHERE k.id = ?1" HAS_WORDS_OF;
/* Any name of those it is with or about. */
static const char entry_sql[] =
	"SELECT EXISTS (SELECT 1 FROM participant AS p JOIN contact AS k ON k.id = p.contact"
	" WHERE p.conversation = ?1" HAS_WORDS_OF;

static bool spread_has_name(struct store *store, const struct finding *finding, const char *folded)
{
	struct query query = query_open(store, finding->conversation ? entry_sql : person_sql);

	bind_id(&query, 1, finding->conversation ? finding->conversation : finding->contact);
	bind_text(&query, 2, folded);
	return query_number(&query, 0) != 0;
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

/* "Introduced by" Ana: the name is of the other. */
static bool spread_is_to(const struct finding *finding, const char *folded)
{
	return finding->where && strcmp(finding->where, "relation") == 0 &&
	       text_has_words(finding->excerpt, folded);
}

/* Keeps of what has `rest` what is of somebody whose name has `folded`, or related to them. */
static void spread_keep(struct spread_search *search, struct vector *found, const char *folded)
{
	struct finding *finding;

	VECTOR_EACH (finding, found) {
		if ((spread_has_name(search->store, finding, folded) ||
			    spread_is_to(finding, folded)) &&
			search->findings->count < search->count &&
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

	spread_keep(search, &found, name);
	if (status == STATUS_OK)
		status = search_log(search->store, rest, LOOKED_AT_MAX, &found, err);
	spread_keep(search, &found, name);
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
