/* Search as you type, over people and over the log, by the full-text index.
 * Not here: the index itself (schema.c). */
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
#include "store/db/schema.h"
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

/* One letter matches so many that reading the names in order finds enough of them soon; more
 * letters match few, which are sorted afterwards. */
static const char people_by_match[] =
	"SELECT " PERSON_COLUMNS " FROM contact_text AS t JOIN contact AS c ON c.id = t.rowid"
	" WHERE contact_text MATCH ?1 ORDER BY c.name_key, c.id LIMIT ?2";
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

enum status search_people(struct store *store, const char *text, size_t count,
	struct vector *findings, struct error *err)
{
	struct strbuf match = STRBUF_INIT;

	if (text_is_blank(text))
		return STATUS_OK;
	bool has_word = fulltext_add_query(&match, text);
	struct query query =
		query_open(store, contact_sql(!has_word             ? people_by_sign
					      : is_one_letter(text) ? people_by_name
								    : people_by_match));
	bind_text(&query, 1, has_word ? match.data : text);
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
	enum status status = query_close(&query, err);
	strbuf_fini(&match);
	if (status == STATUS_OK && has_word && !is_one_letter(text))
		status = search_details(store, text, count, findings, err);
	return status;
}

/* Completes a finding with the entry's day, text and first participant. */
static enum status read_entry(
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
	struct strbuf match = STRBUF_INIT;
	struct vector ids = VECTOR_INIT(conversation_id);
	const conversation_id *id;
	bool has_word = fulltext_add_query(&match, text);
	struct query query = query_open(store, "SELECT rowid FROM log_text WHERE log_text MATCH ?1"
					       " ORDER BY rowid DESC LIMIT ?2");

	bind_text(&query, 1, match.data);
	bind_number(&query, 2, has_word ? (int64_t)count : 0);
	while (query_next(&query)) {
		conversation_id found = column_id(&query, 0) & ((1LL << LOG_ID_BITS) - 1);
		vector_push(&ids, &found);
	}
	enum status status = query_close(&query, err);
	VECTOR_EACH (id, &ids) {
		struct finding finding = { .conversation = *id, .where = "entry" };
		if (status == STATUS_OK)
			status = read_entry(store, &finding, text, err);
		if (status == STATUS_OK && finding.name)
			vector_push(findings, &finding);
		else
			finding_fini(&finding);
	}
	vector_fini(&ids);
	strbuf_fini(&match);
	return status;
}
