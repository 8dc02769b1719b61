/* Any text searched for in any text: up to the first newline what is typed, then what was written.
 * Never an error, and every word that the index has cut is found again.
 * Not here: whom it finds first (tests/unit/store/test_search.c). */
#include "filo/base/fold.h"
#include "filo/base/text.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/conversation.h"
#include "filo/store/change.h"
#include "filo/store/contact_list.h"
#include "filo/store/contacts.h"
#include "filo/store/conversations.h"
#include "filo/store/limit.h"
#include "filo/store/search.h"
#include "store/db/database.h"
#include "store/db/query.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_BYTES 2048

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static _Noreturn void stop(const char *why, const char *what)
{
	fprintf(stderr, "%s: %s\n", why, what);
	abort();
}

/* The store of all runs, and in it the tables of what the index has cut. */
static struct store *store_for_all(void)
{
	static struct store *store;
	struct error err;

	if (store)
		return store;
	if (store_open(&store, ":memory:", 20000, &err) != STATUS_OK ||
		database_script(store,
			"CREATE VIRTUAL TABLE temp.log_words USING fts5vocab(main, log_text, row);"
			"CREATE VIRTUAL TABLE temp.people_words USING fts5vocab(main, "
			"contact_text, row)",
			&err) != STATUS_OK)
		stop("open", err.message);
	return store;
}

static void findings_check(struct vector *findings, bool is_wanted, const char *what)
{
	struct finding *finding;
	size_t count = findings->count;

	VECTOR_EACH (finding, findings) {
		if (!finding->name ||
			finding->match_at + finding->match_len > strlen(finding->excerpt))
			stop("an excerpt", what);
		finding_fini(finding);
	}
	vector_fini(findings);
	if (is_wanted && !count)
		stop("not found", what);
}

typedef enum status search_fn(struct store *store, const char *text, size_t count,
	struct vector *findings, struct error *err);

static void search_for(search_fn *search, const char *text, bool is_wanted, const char *what)
{
	struct vector findings = VECTOR_INIT(struct finding);
	struct error err;

	if (search(store_for_all(), text, 10, &findings, &err) != STATUS_OK)
		stop("search", err.message);
	findings_check(&findings, is_wanted, what);
}

/* The beginnings of names, and the limits of lists, go the same way through the index. */
static void match_and_limit(const char *text)
{
	struct vector rows = VECTOR_INIT(struct contact_row);
	struct contact_row *row;
	struct error err;
	struct limit limit = { 0 };

	if (contact_match(store_for_all(), text, 10, &rows, &err) != STATUS_OK)
		stop("match", err.message);
	VECTOR_EACH (row, &rows)
		contact_row_fini(row);
	vector_fini(&rows);
	if (limit_parse(store_for_all(), text, &limit, &err) == STATUS_OK) {
		struct vector ids = VECTOR_INIT(contact_id);
		if (contact_ids(store_for_all(), &limit, store_today(store_for_all()), &ids,
			    &err) != STATUS_OK)
			stop("limit", err.message);
		vector_fini(&ids);
	}
	limit_fini(&limit);
}

static void every_word_is_found(const char *words_sql, search_fn *search)
{
	struct query query = query_open_once(store_for_all(), words_sql);
	struct error err;

	while (query_next(&query))
		search_for(search, column_text(&query, 0), true, column_text(&query, 0));
	if (query_close(&query, &err) != STATUS_OK)
		stop("words", err.message);
}

static void write_down(const char *text)
{
	struct contact contact;
	struct conversation entry;
	struct error err;

	contact_init(&contact);
	conversation_init(&entry);
	contact.name = strdup("x");
	contact.note = strdup(text);
	if (contact_add(store_for_all(), &contact, &err) != STATUS_OK)
		stop("add", err.message);
	entry.day = 19000;
	free(entry.summary);
	entry.summary = strdup(text);
	conversation_add_participant(&entry, contact.id, NULL, false);
	if (conversation_add(store_for_all(), &entry, &err) != STATUS_OK)
		stop("log", err.message);
	contact_fini(&contact);
	conversation_fini(&entry);
}

/* What was written, typed as it stands, finds it: where a word is in it at all. */
static void the_text_finds_itself(const char *text)
{
	struct strbuf folded = STRBUF_INIT;
	size_t at = 0;

	text_fold(&folded, text);
	bool has_word = text_next_word(folded.data, &at) > 0;
	search_for(search_log, text, has_word, "the text itself");
	search_for(search_people, text, has_word, "the text itself, of a person");
	strbuf_fini(&folded);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	struct error err;
	char typed[MOST_BYTES + 1];

	if (size > MOST_BYTES || memchr(data, 0, size))
		return 0;
	memcpy(typed, data, size);
	typed[size] = '\0';
	char *text = strchr(typed, '\n');
	if (text)
		*text++ = '\0';
	if (change_begin(store_for_all(), "fuzz", &err) != STATUS_OK)
		stop("begin", err.message);
	write_down(text ? text : typed);
	search_for(search_people, typed, false, "");
	search_for(search_log, typed, false, "");
	match_and_limit(typed);
	the_text_finds_itself(text ? text : typed);
	every_word_is_found("SELECT term FROM temp.log_words", search_log);
	every_word_is_found("SELECT term FROM temp.people_words", search_people);
	change_rollback(store_for_all());
	return 0;
}
