/* Queries for the full-text index, and finding again in a text what they found.
 * Not here: how the index cuts (tokenizer.c), the searches (search.c). */
#include "store/db/fulltext.h"

#include "filo/base/ascii.h"
#include "filo/base/fold.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/phone.h"

#include <sqlite3.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Words that are looked for at most: who pastes a page into a field waits for no search of it. */
#define WORDS_MAX 32

/* Characters of the longest prefixes that the indexes have entries for (schema.c). */
#define FULLTEXT_PREFIX_MAX 3

/* Bytes of the first characters of a word. */
static size_t fulltext_beginning(const char *word, size_t len, size_t chars_max)
{
	size_t end = 0;

	for (size_t chars = 0; end < len && chars < chars_max; chars++)
		end = text_next(word, end);
	return end < len ? end : len;
}

/* The words of a query, folded. */
struct fulltext_words {
	struct strbuf folded;
	size_t at[WORDS_MAX], len[WORDS_MAX];
	int count;
	uint32_t met;   /* a bit for each */
	bool is_number; /* the query, as a detail is looked for */
};

static void fulltext_words_init(struct fulltext_words *words, const char *query)
{
	size_t at = 0, len;

	*words = (struct fulltext_words){ .folded = STRBUF_INIT };
	text_fold(&words->folded, query);
	for (; words->count < WORDS_MAX && (len = text_next_word(words->folded.data, &at)) > 0;
		at += len) {
		words->at[words->count] = at;
		words->len[words->count++] = len;
	}
}

/* Up to so many characters of each word; *is_longer: some have more. Returns how many words. */
static int fulltext_add_words(
	struct strbuf *out, const char *text, size_t chars_max, bool *is_longer)
{
	struct fulltext_words words;

	*is_longer = false;
	fulltext_words_init(&words, text);
	for (int i = 0; i < words.count; i++) {
		const char *word = words.folded.data + words.at[i];
		size_t used = fulltext_beginning(word, words.len[i], chars_max);
		strbuf_add_format(out, "%s\"%.*s\"*", i ? " " : "", (int)used, word);
		*is_longer = *is_longer || used < words.len[i];
	}
	strbuf_fini(&words.folded);
	return words.count;
}

bool fulltext_add_query(struct strbuf *out, const char *text)
{
	bool is_longer;

	if (fulltext_add_words(out, text, SIZE_MAX, &is_longer))
		return true;
	strbuf_add(out, "\"\"");
	return false;
}

/* ---- Names that are written in one word or in several ---- */

/* Words before one that may be one with it, first letters where it may be parted, words in which
 * they are looked for: so that a page of them is no search without end. */
enum { ONE_WITH_MAX = 2, PARTS_MAX = 6, PARTED_WORDS_MAX = 4 };

/* All from `from` as one word. */
static void fulltext_add_joined(struct strbuf *out, const char *folded, size_t from, size_t end)
{
	strbuf_add(out, " OR \"");
	for (size_t gap; from < end; from += gap ? gap : 1) {
		gap = text_gap(folded, from);
		if (!gap)
			strbuf_add_char(out, folded[from]);
	}
	strbuf_add(out, "\"*");
}

/* The word as two, the first in full, wherever it may be parted. */
static void fulltext_add_parted(
	struct strbuf *out, const char *word, size_t len, const char *columns)
{
	size_t at = text_next(word, 0);

	for (int parts = 0; at < len && parts < PARTS_MAX; parts++, at = text_next(word, at))
		strbuf_add_format(out, " OR %s(\"%.*s\" AND \"%.*s\"*)", columns, (int)at, word,
			(int)(len - at), word + at);
}

/* As fulltext_add_query; `columns`: a filter of those where a word may stand as two. */
static bool fulltext_add_names(struct strbuf *out, const char *text, const char *columns)
{
	struct fulltext_words words;
	int first = 0;

	fulltext_words_init(&words, text);
	for (int i = 0; i < words.count; i++) {
		size_t end = i ? words.at[i - 1] + words.len[i - 1] : 0;
		size_t gap = i ? text_gap(words.folded.data, end) : 0;
		const char *word = words.folded.data + words.at[i];
		bool is_parted = text_is_freely_parted(word);
		strbuf_add_format(out, "%s%s\"%.*s\"*", i ? " AND " : "", is_parted ? "(" : "",
			(int)words.len[i], word);
		first = gap && words.at[i] == end + gap ? first : i;
		for (int from = i - 1; from >= first && from >= i - ONE_WITH_MAX; from--)
			fulltext_add_joined(
				out, words.folded.data, words.at[from], words.at[i] + words.len[i]);
		if (is_parted && i < PARTED_WORDS_MAX)
			fulltext_add_parted(out, word, words.len[i], columns);
		strbuf_add(out, is_parted ? ")" : "");
	}
	strbuf_fini(&words.folded);
	strbuf_add(out, words.count ? "" : "\"\"");
	return words.count;
}

bool fulltext_is_cut_so(const char *text)
{
	struct fulltext_words words;
	bool is_so = true;

	fulltext_words_init(&words, text);
	for (int i = 0; i < words.count; i++)
		is_so = is_so && !text_is_freely_parted(words.folded.data + words.at[i]);
	strbuf_fini(&words.folded);
	return is_so;
}

bool fulltext_add_people_query(struct strbuf *out, const char *text)
{
	return fulltext_add_names(out, text, "{name nickname " FULLTEXT_NAME_PARTS "} : ");
}

bool fulltext_add_beginnings(struct strbuf *out, const char *text)
{
	bool is_longer;

	fulltext_add_words(out, text, FULLTEXT_PREFIX_MAX, &is_longer);
	return is_longer;
}

static bool fulltext_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The digits, when `text` is a number, however it is written. */
static bool fulltext_add_number(struct strbuf *out, const char *text)
{
	phone_add_sought(out, text);
	return out->len >= FULLTEXT_NUMBER_MIN;
}

bool fulltext_add_detail_query(struct strbuf *out, const char *text)
{
	struct strbuf digits = STRBUF_INIT;
	bool is_number = fulltext_add_number(&digits, text);

	if (is_number)
		strbuf_add_format(out, "\"%s\"*", digits.data);
	strbuf_fini(&digits);
	return is_number || fulltext_add_names(out, text, "");
}

/* The index would gather half of what it has for one digit at the end. */
bool fulltext_add_number_words(struct strbuf *out, const char *text)
{
	struct strbuf digits = STRBUF_INIT;
	bool is_more = fulltext_add_number(&digits, text);
	size_t at = 0, len = text_next_word(text, &at), next, next_len;

	for (; is_more && len; at = next, len = next_len) {
		next = at + len;
		next_len = text_next_word(text, &next);
		if (next_len || len > 1)
			strbuf_add_format(
				out, "\"%.*s\"%s", (int)len, text + at, next_len ? " " : "*");
		is_more = len != digits.len || memcmp(text + at, digits.data, len) != 0;
	}
	strbuf_fini(&digits);
	return is_more;
}

bool fulltext_add_detail_beginnings(struct strbuf *out, const char *text, bool with_letters)
{
	struct strbuf digits = STRBUF_INIT;
	struct fulltext_words words;
	bool is_number = fulltext_add_number(&digits, text), is_cut = false, has_letters = false;

	fulltext_words_init(&words, is_number ? digits.data : text);
	for (int i = 0; i < words.count; i++) {
		const char *word = words.folded.data + words.at[i];
		size_t used = fulltext_beginning(word, words.len[i], FULLTEXT_PREFIX_MAX);
		bool is_letter = used == text_next(word, 0);
		if (!is_letter || with_letters)
			strbuf_add_format(out, "%s\"%.*s\"*", out->len ? " " : "", (int)used, word);
		is_cut = is_cut || used < words.len[i];
		has_letters = has_letters || is_letter;
	}
	strbuf_fini(&words.folded);
	strbuf_fini(&digits);
	return out->len && (with_letters ? is_cut && has_letters : is_cut || has_letters);
}

/* ---- Whether texts have the words of a query ---- */

static int fulltext_meet(void *context, int flags, const char *word, int len, int from, int to)
{
	struct fulltext_words *sought = context;

	(void)flags, (void)from, (void)to;
	for (int i = 0; i < sought->count; i++)
		if ((size_t)len >= sought->len[i] &&
			!memcmp(word, sought->folded.data + sought->at[i], sought->len[i]))
			sought->met |= UINT32_C(1) << i;
	return SQLITE_OK;
}

static bool fulltext_is_number(const char *text)
{
	struct strbuf digits = STRBUF_INIT;
	bool is_number = fulltext_add_number(&digits, text);

	strbuf_fini(&digits);
	return is_number;
}

struct fulltext_words *fulltext_words_new(const char *query)
{
	struct fulltext_words *words = memory_new(sizeof *words);

	fulltext_words_init(words, query);
	words->is_number = fulltext_is_number(query);
	return words;
}

void fulltext_words_free(struct fulltext_words *words)
{
	if (words)
		strbuf_fini(&words->folded);
	free(words);
}

bool fulltext_has_words(struct fulltext_words *sought, const char *const *texts, token_cutter cut)
{
	sought->met = 0;
	for (; *texts; texts++)
		cut(*texts, (int)strlen(*texts), sought, fulltext_meet);
	bool has = true;
	for (int i = 0; i < sought->count; i++)
		has = has && sought->met >> i & 1;
	return has;
}

/* ---- Where the words are ---- */

/* In place: what it is without joints and gaps. False: two of them part words, however many follow.
 */
static bool fulltext_drop_joints(struct strbuf *text)
{
	bool is_behind = false;

	for (size_t i = 0, joint; i < text->len; i += !joint, is_behind = joint) {
		joint = text_joint(text->data + i, true);
		joint = joint ? joint : text_gap(text->data, i);
		if (joint && is_behind)
			return false;
		if (joint) {
			memmove(text->data + i, text->data + i + joint, text->len - i - joint);
			strbuf_truncate(text, text->len - joint);
		}
	}
	return true;
}

/* Whether the folded start of `text` begins with `folded`, over single joints; *len_bytes: of
 * `text`. A blank, or a joint, which fold to nothing here, begin no word. */
static bool fulltext_begins_with(
	const char *text, const char *folded, size_t folded_len, size_t *len_bytes)
{
	struct strbuf so_far = STRBUF_INIT;
	size_t len = 0;

	while (text[len] && so_far.len < folded_len) {
		len = text_next(text, len);
		char *part = memory_copy_bytes(text, len);
		strbuf_clear(&so_far);
		text_fold(&so_far, part);
		free(part);
		if (!fulltext_drop_joints(&so_far))
			break;
		size_t common = so_far.len < folded_len ? so_far.len : folded_len;
		if (!common || memcmp(so_far.data, folded, common) != 0)
			break;
	}
	bool begins = so_far.len >= folded_len && !memcmp(so_far.data, folded, folded_len);
	strbuf_fini(&so_far);
	*len_bytes = len;
	return begins;
}

/* Whether a word can begin at `at`, between the grapheme that begins at `before` and the one up to
 * `next`: no word goes across. */
static bool is_word_start(const char *text, size_t before, size_t at, size_t next)
{
	struct strbuf folded = STRBUF_INIT;
	size_t word = 0, len;
	bool goes_across = false;

	if (!(text[before] & 0x80) && !(text[at] & 0x80))
		return !ascii_is_alnum(text[before]);
	char *left = memory_copy_bytes(text + before, at - before);
	char *right = memory_copy_bytes(text + at, next - at);
	text_fold(&folded, left);
	size_t seam = folded.len;
	text_fold(&folded, right);
	while ((len = text_next_word(folded.data, &word)) > 0) {
		goes_across = goes_across || (word < seam && word + len > seam);
		word += len;
	}
	free(left);
	free(right);
	strbuf_fini(&folded);
	return !goes_across;
}

/* As fulltext_begins_with, of the word that begins at *at or the given name in it; goes there. */
static bool fulltext_word_begins_with(
	const char *text, size_t *at, const char *folded, size_t folded_len, size_t *len_bytes)
{
	size_t word = *at, len, given;

	if (fulltext_begins_with(text + *at, folded, folded_len, len_bytes))
		return true;
	len = text_next_word(text, &word);
	given = word == *at ? text_given_name(text + word, len) : 0;
	*at += given;
	return given && fulltext_begins_with(text + *at, folded, folded_len, len_bytes);
}

bool fulltext_find(const char *text, const char *query, size_t *at, size_t *len_bytes)
{
	struct strbuf folded = STRBUF_INIT;
	size_t word = 0, before = 0, next;
	bool is_found = false;

	text_fold(&folded, query);
	size_t word_len = text_next_word(folded.data, &word);
	for (size_t i = 0; text[i] && word_len && !is_found; before = i, i = next) {
		next = text_next(text, i);
		*at = i;
		is_found = (i == 0 || is_word_start(text, before, i, next)) &&
			   fulltext_word_begins_with(
				   text, at, folded.data + word, word_len, len_bytes);
	}
	strbuf_fini(&folded);
	return is_found;
}

/* The bytes at the beginning of `text` with all these digits; 0: it does not begin with them. */
static size_t fulltext_number_at(const char *text, const char *digits)
{
	size_t len = 0;

	while (*digits && text[len] && strchr(PHONE_SIGNS, text[len])) {
		if (fulltext_is_digit(text[len]) && text[len] != *digits++)
			return 0;
		len++;
	}
	return *digits ? 0 : len;
}

bool fulltext_find_number(const char *text, const char *query, size_t *at, size_t *len_bytes)
{
	struct strbuf digits = STRBUF_INIT;

	*len_bytes = 0;
	if (fulltext_add_number(&digits, query))
		for (*at = 0; text[*at]; ++*at)
			if (fulltext_is_digit(text[*at]) &&
				(*len_bytes = fulltext_number_at(text + *at, digits.data)) > 0)
				break;
	strbuf_fini(&digits);
	return *len_bytes > 0;
}

bool fulltext_is_detail_of_words(const char *query)
{
	return !fulltext_is_number(query) && fulltext_is_cut_so(query);
}

/* What is no number may end with one, which is found from any digit on. */
bool fulltext_has_detail(const char *text, const char *query, struct fulltext_words *words)
{
	const char *const texts[] = { text, NULL };
	size_t at, len;

	if (!words->is_number)
		return fulltext_has_words(words, texts, tokenizer_cut_detail);
	return fulltext_find_number(text, query, &at, &len) ||
	       fulltext_has_words(words, texts, tokenizer_cut_text);
}
