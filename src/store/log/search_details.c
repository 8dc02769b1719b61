/* Searching what is known of people beyond names and notes: what has tables of its own.
 * Not here: names and notes, the log (search.c). */
#include "store/log/search_details.h"

#include "filo/base/error.h"
#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/number_map.h"
#include "filo/base/strbuf.h"
#include "filo/people/contact_field.h"
#include "filo/people/kept_line.h"
#include "filo/people/phone.h"
#include "store/db/fulltext.h"
#include "store/db/query.h"
#include "store/db/schema.h"
#include "store/log/excerpt.h"

#include <stdlib.h>
#include <string.h>

/* Rows that begin alike and are looked at, before the index gathers all that fit. */
#define FIRST_ROWS(with_letters) ((with_letters) ? 300 : 100)
/* Of these, before it is said that what nobody of them has is rare, and gathered soon. */
#define RARE_ROWS 40
/* Rows with words of a number that are looked at, whether they have its end. */
#define NUMBER_ROWS(count) (1000 + 2 * (int64_t)(count))

struct detail_search {
	struct store *store;
	const char *text;
	struct fulltext_words *words; /* of it */
	size_t count;
	struct vector *findings; /* of struct finding */
	size_t named;            /* of these by their name, at the beginning */
	struct number_map told;  /* who is in findings; 1: by their name */
	bool is_sure;            /* what is found has the words, wherever it has them */
};

static bool is_full(const struct detail_search *search)
{
	return search->findings->count >= search->count;
}

/* Each person once, by what comes first; but all their follow-ups. From now on they are there:
 * `is_named`, by their name. */
static bool have_told(struct detail_search *search, const struct finding *finding, bool is_named)
{
	uint32_t was_named = is_named;

	return number_map_have(
		       &search->told, number_hash(0, (uint64_t)finding->contact), &was_named) &&
	       (was_named || strcmp(finding->where, "followup") != 0);
}

static void note_told(struct detail_search *search)
{
	for (size_t i = 0; i < search->findings->count; i++)
		have_told(search, vector_at(search->findings, i), i < search->named);
}

/* Takes what the finding owns. `words`: what stands there, with the match or without it;
 * `searched`: what is looked for there. */
static void add_finding_of(struct detail_search *search, struct finding *finding, const char *words,
	const char *searched)
{
	bool has_match = finding_set_excerpt(finding, words, search->text, true);

	finding->day = DAY_NONE;
	if (!has_match)
		finding->excerpt =
			memory_copy_bytes(words ? words : "", words ? strcspn(words, "\n") : 0);
	bool fits = search->is_sure ||
		    (searched && fulltext_has_detail(searched, search->text, search->words));
	if (fits && !is_full(search) && finding->name && !have_told(search, finding, false))
		vector_push(search->findings, finding);
	else
		finding_fini(finding);
}

static void add_finding(struct detail_search *search, struct finding *finding, const char *words)
{
	add_finding_of(search, finding, words, words);
}

/* ---- Rows of the index of details ---- */

static void tell_channel(struct detail_search *search, struct query *query, struct finding *finding)
{
	enum channel_kind kind = (enum channel_kind)column_kind(query, 3, CHANNEL_KINDS);
	enum contact_field field = contact_field_of_channel(kind);
	const char *value = column_text(query, 2);

	if (kind == CHANNEL_PHONE && value && phone_is_of_another_country(value, search->text)) {
		finding_fini(finding);
		return;
	}
	finding->where = contact_field(field)->key;
	finding->label = memory_copy_string(contact_field_label(field));
	add_finding(search, finding, value);
}

static void tell_relation(
	struct detail_search *search, struct query *query, struct finding *finding)
{
	enum relation_kind kind = (enum relation_kind)column_kind(query, 3, RELATION_KINDS);
	bool is_turned = column_int(query, 4);
	const struct relation relation = { .name = column_copy(query, 2) };

	finding->where = "relation";
	finding->label = memory_copy_string(
		is_turned ? relation_kind_title_turned(kind) : relation_kind_title(kind));
	add_finding(search, finding, relation_person(&relation));
	free(relation.name);
}

static void tell_kept(struct detail_search *search, struct query *query, struct finding *finding)
{
	const char *line = column_text(query, 2);
	struct strbuf text = STRBUF_INIT, searched = STRBUF_INIT;

	finding->where = line && kept_line_is_cell(line) ? "column" : "property";
	if (line && kept_line_read(line, &finding->label, &text)) {
		strbuf_add_format(&searched, "%s %s", finding->label, text.data);
		add_finding_of(search, finding, text.data, searched.data);
	} else {
		finding_fini(finding);
	}
	strbuf_fini(&searched);
	strbuf_fini(&text);
}

static void tell_followup(
	struct detail_search *search, struct query *query, struct finding *finding)
{
	finding->where = "followup";
	finding->label =
		memory_copy_string(column_int(query, 3) ? _("Follow-up, done") : _("Follow-up"));
	add_finding(search, finding, column_text(query, 2));
}

#define PERSON_AND(columns, table)                                                                 \
	"SELECT c.id, c.name, " columns " FROM " table                                             \
	" AS d JOIN contact AS c ON c.id = d.contact WHERE d.id = ?1"

static const struct {
	const char *select;
	void (*tell)(struct detail_search *search, struct query *query, struct finding *finding);
} kinds[] = {
	[DETAIL_CHANNEL] = { PERSON_AND("d.value, d.kind", "channel"), tell_channel },
	[DETAIL_RELATION] = { PERSON_AND("d.name, d.kind, 0", "relation"), tell_relation },
	[DETAIL_KEPT] = { PERSON_AND("d.line", "kept_property"), tell_kept },
	[DETAIL_FOLLOWUP] = { PERSON_AND("d.text, d.done_on IS NOT NULL", "followup"),
		tell_followup },
};

/* Whoever a statement finds for `id`: ?1. Some are of one person, or there already. */
static enum status tell_each(struct detail_search *search, const char *select, int64_t id,
	void (*tell)(struct detail_search *search, struct query *query, struct finding *finding),
	struct error *err)
{
	struct query query = query_open(search->store, select);

	bind_number(&query, 1, id);
	while (!is_full(search) && query_next(&query)) {
		struct finding finding = { .contact = column_id(&query, 0),
			.name = column_copy_filled(&query, 1) };
		tell(search, &query, &finding);
	}
	return query_close(&query, err);
}

#define ROWS_OF(condition)                                                                         \
	"SELECT rowid FROM detail_text WHERE detail_text MATCH ?1" condition                       \
	" ORDER BY rowid LIMIT ?2"
static const char rows_sql[] = ROWS_OF("");
/* Phones are found by all digits of a number, one behind the other. */
static const char no_phones_sql[] = ROWS_OF(
	" AND NOT EXISTS (SELECT 1 FROM channel WHERE id = detail_text.rowid AND kind = 1)");
_Static_assert(CHANNEL_PHONE == 1, "as it is kept");

/* What the index has for `match`: rowids, at most `most`. */
static enum status read_rows(struct detail_search *search, const char *sql, const char *match,
	int64_t most, struct vector *rows, struct error *err)
{
	struct query query = query_open(search->store, sql);

	bind_text(&query, 1, match);
	bind_number(&query, 2, most);
	while (query_next(&query)) {
		int64_t found = column_id(&query, 0);
		vector_push(rows, &found);
	}
	return query_close(&query, err);
}

/* `are_sure`: the index has said that they have what is looked for, else it is looked at. */
static enum status tell_rows(struct detail_search *search, const struct vector *rows, size_t from,
	size_t to, bool are_sure, struct error *err)
{
	enum status status = STATUS_OK;

	search->is_sure = are_sure;
	for (size_t i = from; i < to && i < rows->count; i++) {
		const int64_t *row = vector_at(rows, i);
		size_t kind = (size_t)(*row >> DETAIL_ID_BITS);
		if (status != STATUS_OK || is_full(search) || kind >= sizeof kinds / sizeof *kinds)
			break;
		status = tell_each(search, kinds[kind].select, *row & ((1LL << DETAIL_ID_BITS) - 1),
			kinds[kind].tell, err);
	}
	search->is_sure = true;
	return status;
}

/* Whoever the index has for `match`. */
static enum status search_match(struct detail_search *search, const char *sql, const char *match,
	int64_t most, bool are_sure, struct error *err)
{
	struct vector rows = VECTOR_INIT(int64_t);
	enum status status = read_rows(search, sql, match, most, &rows, err);

	if (status == STATUS_OK)
		status = tell_rows(search, &rows, 0, rows.count, are_sure, err);
	vector_fini(&rows);
	return status;
}

/* The index goes through a short prefix row by row, but gathers all rows of a longer one before it
 * gives the first, and of one letter: too slow where half the address book has its mail in one
 * place. So the words are looked for among the first rows with their beginnings; where they are
 * enough, or all, that is all. */
static enum status search_first_rows(
	struct detail_search *search, bool with_letters, bool *is_done, struct error *err)
{
	struct strbuf match = STRBUF_INIT;
	struct vector rows = VECTOR_INIT(int64_t);
	size_t before = search->findings->count;
	enum status status = STATUS_OK;

	if (fulltext_add_detail_beginnings(&match, search->text, with_letters)) {
		status = read_rows(
			search, rows_sql, match.data, FIRST_ROWS(with_letters), &rows, err);
		bool are_all = rows.count < FIRST_ROWS(with_letters);
		if (status == STATUS_OK)
			status = tell_rows(search, &rows, 0, RARE_ROWS, false, err);
		are_all = are_all && (with_letters || rows.count <= RARE_ROWS ||
					     search->findings->count > before);
		if (status == STATUS_OK && (are_all || search->findings->count > before))
			status = tell_rows(search, &rows, RARE_ROWS, rows.count, false, err);
		*is_done =
			is_full(search) || (are_all && fulltext_is_detail_of_words(search->text));
	}
	if (!*is_done) {
		while (search->findings->count > before) {
			finding_fini(vector_at(search->findings, search->findings->count - 1));
			vector_remove(search->findings, search->findings->count - 1);
		}
		number_map_fini(&search->told);
		note_told(search);
	}
	vector_fini(&rows);
	strbuf_fini(&match);
	return status;
}

static enum status search_rows(struct detail_search *search, struct error *err)
{
	struct strbuf match = STRBUF_INIT, words = STRBUF_INIT;
	bool is_done = false;
	enum status status = search_first_rows(search, false, &is_done, err);

	if (status == STATUS_OK && !is_done)
		status = search_first_rows(search, true, &is_done, err);
	if (status == STATUS_OK && !is_done) {
		fulltext_add_detail_query(&match, search->text);
		/* Some are of one person. */
		status = search_match(
			search, rows_sql, match.data, 2 * (int64_t)search->count, true, err);
	}
	if (status == STATUS_OK && !is_full(search) &&
		fulltext_add_number_words(&words, search->text))
		status = search_match(
			search, no_phones_sql, words.data, NUMBER_ROWS(search->count), false, err);
	strbuf_fini(&match);
	strbuf_fini(&words);
	return status;
}

/* ---- Circles, tags, people in relations ---- */

/* Who is in a group whose name has the words; ?1 the words, folded, ?2 how many. */
static enum status search_groups(
	struct detail_search *search, const char *sql, enum contact_field field, struct error *err)
{
	struct strbuf folded = STRBUF_INIT;
	struct query query = query_open(search->store, sql);

	text_fold(&folded, search->text);
	bind_text(&query, 1, folded.data);
	bind_number(&query, 2, 2 * (int64_t)search->count);
	while (!is_full(search) && query_next(&query)) {
		struct finding finding = { .contact = column_id(&query, 0),
			.name = column_copy_filled(&query, 1),
			.where = contact_field(field)->key,
			.label = memory_copy_string(contact_field_label(field)) };
		add_finding(search, &finding, column_text(&query, 2));
	}
	strbuf_fini(&folded);
	return query_close(&query, err);
}

static const char circles_sql[] = "SELECT c.id, c.name, k.name FROM circle AS k CROSS JOIN "
				  "contact AS c ON c.circle = k.id"
				  " WHERE filo_has_words(k.name, ?1) LIMIT ?2";
/* Each tag is looked at once, whoever has it. */
static const char tags_sql[] =
	"WITH RECURSIVE t(tag) AS (SELECT min(tag) FROM tag UNION ALL"
	" SELECT (SELECT min(tag) FROM tag WHERE tag > t.tag) FROM t WHERE t.tag IS NOT NULL)"
	" SELECT c.id, c.name, t.tag FROM t CROSS JOIN tag AS h ON h.tag = t.tag"
	" JOIN contact AS c ON c.id = h.contact"
	" WHERE t.tag IS NOT NULL AND filo_has_words(t.tag, ?1) LIMIT ?2";

/* Who is related to somebody found by their name. */
static enum status search_related(struct detail_search *search, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < search->named && status == STATUS_OK && !is_full(search); i++) {
		const struct finding *named = vector_at(search->findings, i);
		if (strcmp(named->where, "name") != 0)
			continue;
		contact_id id = named->contact;
		status = tell_each(search,
			"SELECT c.id, c.name, o.name, r.kind, 0 FROM relation AS r"
			" JOIN contact AS c ON c.id = r.contact JOIN contact AS o ON o.id = r.other"
			" WHERE r.other = ?1",
			id, tell_relation, err);
	}
	return status;
}

#define OF_KIND(found, other, is_turned)                                                           \
	"SELECT c.id, c.name, ifnull(o.name, r.name), r.kind, " is_turned " FROM relation AS r"    \
	" JOIN contact AS c ON c.id = r." found " LEFT JOIN contact AS o ON o.id = r." other       \
	" WHERE r.kind = ?1 AND ifnull(o.name, r.name) IS NOT NULL"

/* Whoever it is to: whose card says it so, or turned. */
static const char *const kind_sql[] = {
	OF_KIND("contact", "other", "0"),
	OF_KIND("other", "contact", "1"),
};

/* By the words for it on that card, or its English name, which is of the first. */
static bool is_relation_called(enum relation_kind kind, bool is_turned, const char *words)
{
	const char *title = relation_kind_title(kind), *turned = relation_kind_title_turned(kind);
	bool has_name = !is_turned || strcmp(title, turned) == 0;

	return text_has_words(is_turned ? turned : title, words) ||
	       (has_name && text_has_words(relation_kind_name(kind), words));
}

static enum status search_kinds_of_relations(struct detail_search *search, struct error *err)
{
	struct strbuf words = STRBUF_INIT;
	enum status status = STATUS_OK;

	text_fold(&words, search->text);
	for (int kind = 0; kind < RELATION_KINDS && status == STATUS_OK; kind++)
		for (int turned = 0; turned < 2 && status == STATUS_OK; turned++)
			if (is_relation_called((enum relation_kind)kind, turned, words.data))
				status = tell_each(
					search, kind_sql[turned], kind, tell_relation, err);
	strbuf_fini(&words);
	return status;
}

enum status search_details(struct store *store, const char *text, size_t count,
	struct vector *findings, struct error *err)
{
	struct detail_search search = { .store = store,
		.text = text,
		.count = count,
		.findings = findings,
		.named = findings->count,
		.is_sure = true };
	enum status status = STATUS_OK;

	if (is_full(&search))
		return STATUS_OK;
	search.words = fulltext_words_new(text);
	note_told(&search);
	status = search_rows(&search, err);
	if (status == STATUS_OK && !is_full(&search))
		status = search_groups(&search, tags_sql, CONTACT_TAGS, err);
	if (status == STATUS_OK && !is_full(&search))
		status = search_groups(&search, circles_sql, CONTACT_CIRCLE, err);
	if (status == STATUS_OK)
		status = search_related(&search, err);
	if (status == STATUS_OK)
		status = search_kinds_of_relations(&search, err);
	number_map_fini(&search.told);
	fulltext_words_free(search.words);
	return status;
}
