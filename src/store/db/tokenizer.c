/* How the full-text index cuts text into words: folded and cut as filo/base/fold.h says.
 * The tokenizer takes the name of FTS5's own "unicode61", which does nearly the same, so that other
 * programs can still read and write the file: what they write is merely found by fewer spellings.
 * Not here: the queries (fulltext.c). */
#include "store/db/tokenizer.h"

#include "filo/base/ascii.h"
#include "filo/base/fold.h"
#include "filo/people/phone.h"
#include "store/db/fulltext.h"

#include <stdbool.h>
#include <string.h>

/* A telephone number has so many digits, with the code of its country. */
#define NUMBER_DIGITS_MIN 5
#define NUMBER_DIGITS_MAX 20
#define LOWER_MAX         64 /* bytes of a word that is not folded with the text around it */

/* What kinds of letters make words is given only to the index of details, what parts them only to
 * that of people, and there only to tell them apart: it is what unicode61 does by itself. */
static struct cutter {
	const char *option; /* NULL: none is given */
	int (*cut)(const char *text, int len, void *context, token_taker take);
} cutters[] = { { "categories", tokenizer_cut_detail }, { "separators", tokenizer_cut_person },
	{ NULL, tokenizer_cut_text } };

static bool tokenizer_has(const char **args, int count, const char *option)
{
	while (count > 0 && strcmp(args[count - 1], option) != 0)
		count--;
	return count > 0;
}

static int tokenizer_create(void *context, const char **args, int count, Fts5Tokenizer **out)
{
	struct cutter *cutter = cutters;

	(void)context;
	while (cutter->option && !tokenizer_has(args, count, cutter->option))
		cutter++;
	*out = (Fts5Tokenizer *)cutter;
	return SQLITE_OK;
}

static void tokenizer_delete(Fts5Tokenizer *tokenizer)
{
	(void)tokenizer;
}

/* A piece of text without a sign of ASCII in it but joints, in which a word might end. */
static int tokenizer_cut_piece(const char *piece, size_t len, bool is_person, struct strbuf *folded,
	void *context, token_taker take)
{
	struct strbuf bytes = STRBUF_INIT;
	size_t at = 0, word_len, given;
	int code = SQLITE_OK;

	strbuf_add_bytes(&bytes, piece, len);
	strbuf_clear(folded);
	text_fold(folded, bytes.data);
	while (code == SQLITE_OK && (word_len = text_next_word(folded->data, &at)) > 0) {
		code = take(context, 0, folded->data + at, (int)word_len, 0, 0);
		strbuf_clear(&bytes);
		if (code == SQLITE_OK &&
			text_join_words(folded->data, at, word_len, is_person, &bytes))
			code = take(context, 0, bytes.data, (int)bytes.len, 0, 0);
		given = is_person ? text_given_name(folded->data + at, word_len) : 0;
		if (code == SQLITE_OK && given)
			code = take(context, 0, folded->data + at + given, (int)(word_len - given),
				0, 0);
		at += word_len;
	}
	strbuf_fini(&bytes);
	return code;
}

/* The bytes up to the next sign of ASCII but a joint, copied in lower case as far as `lower` has
 * room; *is_word: they are one word as they are there. */
static size_t tokenizer_piece(
	const char *text, size_t len, bool is_person, char lower[LOWER_MAX], bool *is_word)
{
	size_t used = 0;

	*is_word = true;
	for (; used < len && ((text[used] & 0x80) || ascii_is_alnum(text[used]) ||
				     text_joint(text + used, is_person));
		used++) {
		*is_word = *is_word && ascii_is_alnum(text[used]);
		if (used < LOWER_MAX)
			lower[used] = ascii_lower(text[used]);
	}
	return used;
}

/* The digits of a telephone number at `text`, however they are written; none are added where it is
 * too short or too long for one. Returns the bytes looked at, at least one. */
static size_t tokenizer_number(const char *text, size_t len, char digits[NUMBER_DIGITS_MAX + 1])
{
	size_t used = 0, count = 0;

	for (; used < len && text[used] && strchr(PHONE_SIGNS, text[used]); used++)
		if (text[used] >= '0' && text[used] <= '9' && count++ < NUMBER_DIGITS_MAX)
			digits[count - 1] = text[used];
	digits[count >= NUMBER_DIGITS_MIN && count <= NUMBER_DIGITS_MAX ? count : 0] = '\0';
	return used ? used : 1;
}

/* Each number from any of its digits on: with the code of the country and without it, or only its
 * end. */
static int tokenizer_cut_numbers(const char *text, size_t len, void *context, token_taker take)
{
	char digits[NUMBER_DIGITS_MAX + 1];
	int code = SQLITE_OK;

	for (size_t at = 0; at < len && code == SQLITE_OK;) {
		at += tokenizer_number(text + at, len - at, digits);
		for (const char *end = digits;
			strlen(end) >= FULLTEXT_NUMBER_MIN && code == SQLITE_OK; end++)
			code = take(context, 0, end, (int)strlen(end), 0, 0);
	}
	return code;
}

static int tokenizer_cut_words(
	const char *text, int len, bool is_person, void *context, token_taker take)
{
	struct strbuf folded = STRBUF_INIT;
	char lower[LOWER_MAX];
	bool is_word;
	int code = SQLITE_OK;

	for (size_t at = 0, end = text ? (size_t)len : 0, used; at < end && code == SQLITE_OK;
		at += used + 1) {
		used = tokenizer_piece(text + at, end - at, is_person, lower, &is_word);
		if (used && is_word && used <= LOWER_MAX)
			code = take(context, 0, lower, (int)used, 0, 0);
		else if (used)
			code = tokenizer_cut_piece(
				text + at, used, is_person, &folded, context, take);
	}
	strbuf_fini(&folded);
	return code;
}

int tokenizer_cut_text(const char *text, int len, void *context, token_taker take)
{
	return tokenizer_cut_words(text, len, false, context, take);
}

int tokenizer_cut_person(const char *text, int len, void *context, token_taker take)
{
	return tokenizer_cut_words(text, len, true, context, take);
}

int tokenizer_cut_detail(const char *text, int len, void *context, token_taker take)
{
	int code = tokenizer_cut_text(text, len, context, take);

	return code == SQLITE_OK && text ? tokenizer_cut_numbers(text, (size_t)len, context, take)
					 : code;
}

/* A query comes word by word, folded and cut already (fulltext_add_query). */
static int tokenizer_cut(Fts5Tokenizer *tokenizer, void *context, int flags, const char *text,
	int len, token_taker take)
{
	if (flags & FTS5_TOKENIZE_QUERY)
		return len ? take(context, 0, text, len, 0, len) : SQLITE_OK;
	return ((struct cutter *)tokenizer)->cut(text, len, context, take);
}

static void fold_in_sql(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *text = (const char *)sqlite3_value_text(values[0]);
	struct strbuf folded = STRBUF_INIT;

	(void)count;
	if (!text)
		return;
	text_fold(&folded, text);
	sqlite3_result_text(context, folded.data, (int)folded.len, SQLITE_TRANSIENT);
	strbuf_fini(&folded);
}

/* FTS5 hands its functions out through a statement (www.sqlite.org/fts5.html, 7). */
static fts5_api *fts5_functions(sqlite3 *db)
{
	fts5_api *api = NULL;
	sqlite3_stmt *stmt;

	if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &stmt, NULL) != SQLITE_OK)
		return NULL;
	sqlite3_bind_pointer(stmt, 1, (void *)&api, "fts5_api_ptr", NULL);
	sqlite3_step(stmt);
	sqlite3_finalize(stmt);
	return api;
}

int tokenizer_register(sqlite3 *db)
{
	fts5_tokenizer functions = { tokenizer_create, tokenizer_delete, tokenizer_cut };
	fts5_api *api = fts5_functions(db);

	if (!api)
		return SQLITE_ERROR;
	int code = api->xCreateTokenizer(api, "unicode61", NULL, &functions, NULL);
	if (code != SQLITE_OK)
		return code;
	return sqlite3_create_function(db, "filo_fold", 1,
		SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL, fold_in_sql, NULL,
		NULL);
}
