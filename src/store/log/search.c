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
/* No character comes after U+10FFFF. */
#define NAMES_BEGUN "?3 AND ?3 || char(1114111)"
/* A bit for each is no more than 1 MB. */
#define PEOPLE_MAX (1 << 23)
/* As few are sorted at once. */
#define FEW_PEOPLE 200
/* Of all: names that are gone through before who is found is sorted; and as many are found that to
 * go through all names takes less. */
#define NAMES_FIRST(people) (500 + (people) / 20)
/* Names that are read, and looked at whether they have the words, before all are found. */
#define NAMES_READ(people) (100 + (people) / 500)

/* Who is called so from the first letter on is read in order, which takes no longer where half the
 * address book is. */
static const char people_begun[] =
	"SELECT " PERSON_COLUMNS " FROM contact AS c WHERE c.name_key BETWEEN " NAMES_BEGUN
	" ORDER BY c.name_key, c.id LIMIT ?2";
/* What matches few is sorted afterwards, by no more than the name, and read then. */
static const char people_by_match[] =
	"SELECT " PERSON_COLUMNS " FROM (SELECT o.id AS id, o.name_key AS name_key"
	" FROM contact_text AS t JOIN contact AS o ON o.id = t.rowid WHERE contact_text MATCH ?1"
	" AND o.name_key NOT BETWEEN " NAMES_BEGUN
	" ORDER BY o.name_key, o.id LIMIT ?2) AS found CROSS JOIN contact AS c ON c.id = found.id"
	" ORDER BY found.name_key, found.id";
static const char people_by_name[] =
	"SELECT " PERSON_COLUMNS " FROM contact AS c INDEXED BY contact_by_name"
	" WHERE c.name_key NOT BETWEEN " NAMES_BEGUN " ORDER BY c.name_key, c.id LIMIT ?2";
static const char person_by_id[] = "SELECT " PERSON_COLUMNS " FROM contact AS c WHERE c.id = ?1";
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
	int64_t people;          /* their last id, so no fewer than there are */
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

static void add_person(struct people_search *search, struct query *query)
{
	struct finding finding = { .contact = column_id(query, 0),
		.name = column_copy_filled(query, 1),
		.where = "name",
		.day = DAY_NONE };

	finding.excerpt = memory_copy_string("");
	tell_field(&finding, query, search->text);
	vector_push(search->findings, &finding);
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
	while (query_next(&query))
		add_person(search, &query);
	return query_close(&query, err);
}

static bool has_enough(const struct people_search *search)
{
	return search->findings->count >= search->count;
}

/* ---- What many people have ---- */

static void drop_from(struct people_search *search, size_t first)
{
	for (size_t i = search->findings->count; i > first; i--) {
		finding_fini(vector_at(search->findings, i - 1));
		vector_remove(search->findings, i - 1);
	}
}

/* Outside the parts of the name. */
static bool person_has_words(struct query *query, struct fulltext_words *words)
{
	const char *texts[CONTACT_FIELDS + 1];
	size_t count = 0;
	int column = 0;

	CONTACT_FIELD_EACH (field) {
		const struct contact_field_row *row = contact_field(field);
		if (!row->column || !row->is_searched)
			continue;
		const char *text = column_text(query, ++column);
		if (text && (field < CONTACT_FAMILY || field > CONTACT_SUFFIX))
			texts[count++] = text;
	}
	texts[count] = NULL;
	return fulltext_has_words(words, texts, tokenizer_cut_person);
}

/* Where a good part of the people has a word, enough of them are among the first names; what is
 * found there comes first, however many there are. */
static enum status add_first_names(struct people_search *search, struct error *err)
{
	struct query query = query_open(search->store, contact_sql(people_by_name));
	struct fulltext_words *words = fulltext_words_new(search->text);

	bind_number(&query, 2, NAMES_READ(search->people));
	bind_text(&query, 3, search->begin.data);
	while (!has_enough(search) && query_next(&query))
		if (person_has_words(&query, words))
			add_person(search, &query);
	fulltext_words_free(words);
	return query_close(&query, err);
}

/* A bit for each id from 1 up to the last. */
struct id_set {
	unsigned char *bits;
	contact_id last;
	size_t count;
};

static bool id_set_has(const struct id_set *set, contact_id id)
{
	return id > 0 && id <= set->last && set->bits[id / 8] >> id % 8 & 1;
}

static void id_set_flip(struct id_set *set, contact_id id)
{
	set->bits[id / 8] ^= (unsigned char)(1 << id % 8);
}

/* Those that `match` finds, at most so many, without who is found already, as all are whose name
 * begins so. The bits are the caller's to free. */
static enum status read_matched(const struct people_search *search, const char *match, int64_t most,
	struct id_set *set, struct error *err)
{
	struct query query = query_open(search->store,
		"SELECT rowid FROM contact_text WHERE contact_text MATCH ?1"
		" AND rowid BETWEEN 1 AND ?3 ORDER BY rowid LIMIT ?2");
	struct vector ids = VECTOR_INIT(contact_id);
	const struct finding *finding;
	const contact_id *id;

	bind_text(&query, 1, match);
	bind_number(&query, 2, most);
	bind_number(&query, 3, search->people);
	enum status status = query_ids(&query, &ids, err);
	set->count = ids.count;
	set->last = ids.count ? *(contact_id *)vector_at(&ids, ids.count - 1) : 0;
	set->bits = memory_new((size_t)set->last / 8 + 1);
	VECTOR_EACH (id, &ids)
		id_set_flip(set, *id);
	VECTOR_EACH (finding, search->findings)
		if (id_set_has(set, finding->contact))
			id_set_flip(set, finding->contact);
	vector_fini(&ids);
	return status;
}

static enum status add_by_id(struct people_search *search, contact_id id, struct error *err)
{
	struct query query = query_open(search->store, contact_sql(person_by_id));

	bind_id(&query, 1, id);
	if (query_next(&query))
		add_person(search, &query);
	return query_close(&query, err);
}

/* Of the first names in order, at most so many, those in the set. */
static enum status add_by_name(
	struct people_search *search, const struct id_set *set, int64_t names, struct error *err)
{
	struct query query = query_open(search->store,
		"SELECT id FROM contact INDEXED BY contact_by_name ORDER BY name_key, id LIMIT ?1");
	enum status status = STATUS_OK;

	bind_number(&query, 1, names);
	while (status == STATUS_OK && !has_enough(search) && query_next(&query)) {
		contact_id id = column_id(&query, 0);
		if (id_set_has(set, id))
			status = add_by_id(search, id, err);
	}
	return query_close_after(&query, status, err);
}

/* A good part of the people has the words: mostly some of the first names, too. Where the first
 * have nothing of it, going through all takes less than to sort who has it. */
static enum status add_many(
	struct people_search *search, const char *match, bool has_parts, struct error *err)
{
	struct id_set set;
	enum status status = STATUS_OK;

	if (!has_parts && fulltext_is_cut_so(search->text))
		status = add_first_names(search, err);
	if (status != STATUS_OK || has_enough(search))
		return status;
	status = read_matched(search, match, -1, &set, err);
	if (status == STATUS_OK)
		status = add_by_name(search, &set, -1, err);
	free(set.bits);
	return status;
}

/* How many have the words decides which way is short: to go through the names in order until
 * enough are found, or to sort who is found. */
static enum status add_matched(
	struct people_search *search, const char *match, bool has_parts, struct error *err)
{
	const int64_t names = NAMES_FIRST(search->people);
	size_t before = search->findings->count;
	struct id_set set;

	if (search->people > PEOPLE_MAX)
		return add_found(search, people_by_match, match, err);
	enum status status = read_matched(search, match, names, &set, err);
	bool is_few = set.count < FEW_PEOPLE, is_many = set.count == (size_t)names;
	if (status == STATUS_OK && !is_few && !is_many)
		status = add_by_name(search, &set, names, err);
	free(set.bits);
	if (status != STATUS_OK || has_enough(search))
		return status;
	drop_from(search, before);
	return is_many ? add_many(search, match, has_parts, err)
		       : add_found(search, people_by_match, match, err);
}

/* After those whose name begins so: who has the words without the parts of the name that it does
 * not say, then who has them with these. */
static enum status search_words(struct people_search *search, const char *words, struct error *err)
{
	static const char without_parts[] = "- {" FULLTEXT_NAME_PARTS "} : (%s)";
	struct strbuf match = STRBUF_INIT, others = STRBUF_INIT;
	enum status status = add_found(search, people_begun, NULL, err);

	if (status != STATUS_OK || has_enough(search))
		return status;
	struct query people = query_open(search->store, "SELECT max(id) FROM contact");
	search->people = query_number(&people, 0);
	strbuf_add_format(&match, without_parts, words);
	strbuf_add_format(&others, "(%s) NOT (%s)", words, match.data);
	status = add_matched(search, match.data, false, err);
	if (status == STATUS_OK && !has_enough(search))
		status = add_matched(search, others.data, true, err);
	strbuf_fini(&match);
	strbuf_fini(&others);
	return status;
}

enum status search_people(struct store *store, const char *text, size_t count,
	struct vector *findings, struct error *err)
{
	struct people_search search = { store, text, STRBUF_INIT, count, findings, 0 };
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
