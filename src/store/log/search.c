/* Search as you type, over people, by the full-text index.
 * Not here: over the log (search_log.c), the index itself (schema.c). */
#include "filo/store/search.h"

#include "filo/base/error.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/base/vector.h"
#include "filo/people/contact_field.h"
#include "filo/people/date.h"
#include "store/contacts/contact_sql.h"
#include "store/db/fulltext.h"
#include "store/db/query.h"
#include "store/log/excerpt.h"
#include "store/log/search_details.h"

#include <stdlib.h>
#include <string.h>

void finding_fini(struct finding *finding)
{
	free(finding->name);
	free(finding->apart);
	free(finding->excerpt);
	free(finding->label);
}

#define PERSON_COLUMNS "c.id, {c.searched}"
#define MANY_PEOPLE    500

/* One letter may match so many that reading the names in order finds enough of them soon; what
 * matches few is sorted afterwards, by no more than the name, and read then. */
static const char people_by_match[] =
	"SELECT " PERSON_COLUMNS " FROM (SELECT o.id AS id, o.name_key AS name_key"
	" FROM contact_text AS t JOIN contact AS o ON o.id = t.rowid WHERE contact_text MATCH ?1"
	" ORDER BY o.name_key, o.id LIMIT ?2) AS found CROSS JOIN contact AS c ON c.id = found.id"
	" ORDER BY found.name_key, found.id";
static const char people_by_name[] =
	"SELECT " PERSON_COLUMNS " FROM contact AS c INDEXED BY contact_by_name WHERE +c.id IN"
	" (SELECT rowid FROM contact_text WHERE contact_text MATCH ?1)"
	" ORDER BY c.name_key, c.id LIMIT ?2";
/* Text without any word ("???") is looked for in the names only. */
static const char people_by_sign[] =
	"SELECT " PERSON_COLUMNS " FROM contact AS c WHERE instr(c.name, ?1) > 0"
	" ORDER BY c.name_key, c.id LIMIT ?2";

/* In which of the fields, and the text there; a name says so by itself. */
static void tell_field(struct finding *finding, struct query *query, const char *text)
{
	int column = 0;

	CONTACT_FIELD_EACH (field) {
		const struct contact_field_row *row = contact_field(field);
		if (!row->column || !row->is_searched)
			continue;
		if (!finding_set_excerpt(finding, column_text(query, ++column), text, false))
			continue;
		finding->where = row->key;
		if (field != CONTACT_NAME)
			finding->label = memory_copy_string(contact_field_label(field));
		return;
	}
}

static bool is_one_letter(const char *text)
{
	return *text && !text[text_next(text, 0)];
}

static bool matches_many(struct store *store, const char *match)
{
	struct query query = query_open(store, "SELECT 1 FROM contact_text WHERE contact_text MATCH"
					       " ?1 LIMIT 1 OFFSET ?2");

	bind_text(&query, 1, match);
	bind_number(&query, 2, MANY_PEOPLE - 1);
	return query_count(&query) > 0;
}

static const char *people_statement(struct store *store, const char *text, const char *match)
{
	if (!match)
		return people_by_sign;
	return is_one_letter(text) && matches_many(store, match) ? people_by_name : people_by_match;
}

/* ?1 of the statement is `match`, or the text itself where that is NULL. */
static enum status search_matching(struct store *store, const char *text, const char *match,
	size_t count, struct vector *findings, struct error *err)
{
	struct query query = query_open(store, contact_sql(people_statement(store, text, match)));

	bind_text(&query, 1, match ? match : text);
	bind_number(&query, 2, (int64_t)count);
	while (query_next(&query)) {
		struct finding finding = { .contact = column_id(&query, 0),
			.name = column_copy(&query, 1),
			.where = "name",
			.day = DAY_NONE };
		finding.excerpt = memory_copy_string("");
		tell_field(&finding, &query, text);
		vector_push(findings, &finding);
	}
	return query_close(&query, err);
}

/* Those first who have the words without the parts of the name that it does not say. */
static enum status search_words(struct store *store, const char *text, const char *words,
	size_t count, struct vector *findings, struct error *err)
{
	static const char without_parts[] = "- {" FULLTEXT_NAME_PARTS "} : (%s)";
	struct strbuf match = STRBUF_INIT;
	size_t first = findings->count;

	strbuf_add_format(&match, without_parts, words);
	enum status status = search_matching(store, text, match.data, count, findings, err);
	size_t found = findings->count - first;
	if (status == STATUS_OK && found < count) {
		char *others = strbuf_take(&match);
		strbuf_add_format(&match, "(%s) NOT (%s)", words, others);
		status = search_matching(store, text, match.data, count - found, findings, err);
		free(others);
	}
	strbuf_fini(&match);
	return status;
}

enum status search_people(struct store *store, const char *text, size_t count,
	struct vector *findings, struct error *err)
{
	struct strbuf words = STRBUF_INIT;

	if (text_is_blank(text))
		return STATUS_OK;
	bool has_word = fulltext_add_query(&words, text);
	enum status status = has_word ? search_words(store, text, words.data, count, findings, err)
				      : search_matching(store, text, NULL, count, findings, err);
	strbuf_fini(&words);
	if (status == STATUS_OK && has_word && !is_one_letter(text))
		status = search_details(store, text, count, findings, err);
	return status;
}
