/* Search as you type, over people and over the log, by the full-text index.
 * Not here: the index itself (schema.c). */
#include "filo/store/search.h"

#include "filo/base/error.h"
#include "filo/base/fold.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/base/vector.h"
#include "filo/people/conversation.h"
#include "filo/people/date.h"
#include "store/contacts/contact_sql.h"
#include "store/db/fulltext.h"
#include "store/db/query.h"
#include "store/db/schema.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* How much of an entry is shown around a match, in bytes before it. */
#define EXCERPT_BEFORE 24

void finding_fini(struct finding *finding)
{
	free(finding->name);
	free(finding->excerpt);
}

static bool is_separator(char c)
{
	return (unsigned char)c < 0x80 && !isalnum((unsigned char)c);
}

/* A little before the match, at the beginning of a word. */
static size_t excerpt_start(const char *text, size_t at)
{
	size_t start = at > EXCERPT_BEFORE ? at - EXCERPT_BEFORE : 0;

	while (start > 0 && start < at && !is_separator(text[start - 1]))
		start++;
	while (start > 0 && start < at && is_separator(text[start]))
		start++;
	return start;
}

/* One line of `text` around the match, if there is one. */
static bool set_excerpt(struct finding *finding, const char *text, const char *query)
{
	size_t at = 0, len = 0, start;

	if (!text || !fulltext_find(text, query, &at, &len))
		return false;
	struct strbuf line = STRBUF_INIT;
	start = excerpt_start(text, at);
	if (start > 0)
		strbuf_add(&line, "… ");
	finding->match_at = line.len + at - start;
	strbuf_add_bytes(&line, text + start, strcspn(text + at, "\n") + at - start);
	for (char *c = line.data; *c; c++)
		if (*c == '\n' || *c == '\r')
			*c = ' ';
	free(finding->excerpt);
	finding->excerpt = strbuf_take(&line);
	finding->match_len = len;
	return true;
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
			.day = DAY_NONE };
		finding.excerpt = memory_copy_string("");
		for (int column = 1; column < sqlite3_column_count(query.stmt); column++)
			if (set_excerpt(&finding, column_text(&query, column), text))
				break;
		vector_push(findings, &finding);
	}
	enum status status = query_close(&query, err);
	strbuf_fini(&match);
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
	if (!set_excerpt(finding, summary, words) &&
		!set_excerpt(finding, column_text(&query, 2), words))
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
		struct finding finding = { .conversation = *id };
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
