/* Search as you type, over people, by the full-text index.
 * Not here: over the log (search_log.c), the index itself (schema.c). */
#include "filo/store/search.h"

#include "filo/base/error.h"
#include "filo/base/fold.h"
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
/* No character comes after U+10FFFF. */
#define NAMES_BEGUN "?3 AND ?3 || char(1114111)"

/* Who is called so from the first letter on is read in order, which takes no longer where half the
 * address book is. */
static const char people_begun[] =
	"SELECT " PERSON_COLUMNS " FROM contact AS c WHERE c.name_key BETWEEN " NAMES_BEGUN
	" ORDER BY c.name_key, c.id LIMIT ?2";
/* One word may match so many that reading the names in order finds enough of them soon; what
 * matches few is sorted afterwards, by no more than the name, and read then. */
static const char people_by_match[] =
	"SELECT " PERSON_COLUMNS " FROM (SELECT o.id AS id, o.name_key AS name_key"
	" FROM contact_text AS t JOIN contact AS o ON o.id = t.rowid WHERE contact_text MATCH ?1"
	" AND o.name_key NOT BETWEEN " NAMES_BEGUN
	" ORDER BY o.name_key, o.id LIMIT ?2) AS found CROSS JOIN contact AS c ON c.id = found.id"
	" ORDER BY found.name_key, found.id";
static const char people_by_name[] =
	"SELECT " PERSON_COLUMNS " FROM contact AS c INDEXED BY contact_by_name WHERE +c.id IN"
	" (SELECT rowid FROM contact_text WHERE contact_text MATCH ?1)"
	" AND c.name_key NOT BETWEEN " NAMES_BEGUN " ORDER BY c.name_key, c.id LIMIT ?2";
/* Text without any word ("???") is looked for in the names only. */
static const char people_by_sign[] =
	"SELECT " PERSON_COLUMNS " FROM contact AS c WHERE instr(c.name, ?1) > 0"
	" ORDER BY c.name_key, c.id LIMIT ?2";

struct people_search {
	struct store *store;
	const char *text;
	struct strbuf begin; /* of a name, folded */
	size_t count;
	struct vector *findings; /* of struct finding */
};

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

static bool is_one_word(const char *text)
{
	size_t at = 0, len = text_next_word(text, &at), behind = at + len;

	return len && !text_next_word(text, &behind);
}

static bool matches_many(struct store *store, const char *match)
{
	struct query query = query_open(store, "SELECT 1 FROM contact_text WHERE contact_text MATCH"
					       " ?1 LIMIT 1 OFFSET ?2");

	bind_text(&query, 1, match);
	bind_number(&query, 2, MANY_PEOPLE - 1);
	return query_count(&query) > 0;
}

static const char *statement_of(const struct people_search *search, const char *match)
{
	return is_one_word(search->begin.data) && matches_many(search->store, match)
		       ? people_by_name
		       : people_by_match;
}

/* Adds whom a statement finds, of `match` where it asks for one. */
static enum status add_found(
	struct people_search *search, const char *sql, const char *match, struct error *err)
{
	struct query query = query_open(search->store, contact_sql(sql));

	if (match)
		bind_text(&query, 1, match);
	bind_number(&query, 2, (int64_t)(search->count - search->findings->count));
	if (sql != people_by_sign)
		bind_text(&query, 3, search->begin.data);
	while (query_next(&query)) {
		struct finding finding = { .contact = column_id(&query, 0),
			.name = column_copy(&query, 1),
			.where = "name",
			.day = DAY_NONE };
		finding.excerpt = memory_copy_string("");
		tell_field(&finding, &query, search->text);
		vector_push(search->findings, &finding);
	}
	return query_close(&query, err);
}

/* After those whose name begins so: who has the words without the parts of the name that it does
 * not say, then who has them with these. */
static enum status search_words(struct people_search *search, const char *words, struct error *err)
{
	static const char without_parts[] = "- {" FULLTEXT_NAME_PARTS "} : (%s)";
	struct strbuf match = STRBUF_INIT, others = STRBUF_INIT;
	enum status status = add_found(search, people_begun, NULL, err);

	strbuf_add_format(&match, without_parts, words);
	strbuf_add_format(&others, "(%s) NOT (%s)", words, match.data);
	if (status == STATUS_OK && search->findings->count < search->count)
		status = add_found(search, statement_of(search, match.data), match.data, err);
	if (status == STATUS_OK && search->findings->count < search->count)
		status = add_found(search, statement_of(search, others.data), others.data, err);
	strbuf_fini(&match);
	strbuf_fini(&others);
	return status;
}

enum status search_people(struct store *store, const char *text, size_t count,
	struct vector *findings, struct error *err)
{
	struct people_search search = { store, text, STRBUF_INIT, count, findings };
	struct strbuf words = STRBUF_INIT;

	if (text_is_blank(text))
		return STATUS_OK;
	char *trimmed = text_trim(text);
	text_fold(&search.begin, trimmed);
	free(trimmed);
	bool has_word = fulltext_add_people_query(&words, text);
	enum status status = has_word ? search_words(&search, words.data, err)
				      : add_found(&search, people_by_sign, text, err);
	strbuf_fini(&search.begin);
	strbuf_fini(&words);
	if (status == STATUS_OK && has_word && !is_one_letter(text))
		status = search_details(store, text, count, findings, err);
	return status;
}
