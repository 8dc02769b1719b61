/* Folding text for matching and sorting, and cutting it into words.
 * Not here: repairing and measuring text (text.c). */
#include "filo/base/fold.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* Letters that Unicode does not decompose, though people type them without the stroke, and the
 * variant forms of one letter in Arabic and Hebrew. By code point, after case folding. */
static const struct plain_letter {
	utf8proc_int32_t code;
	char plain[4];
} plain_letters[] = {
	{ 0x00E6, "ae" },
	{ 0x00F0, "d" },
	{ 0x00F8, "o" },
	{ 0x00FE, "th" },
	{ 0x0111, "d" },
	{ 0x0127, "h" },
	{ 0x0131, "i" },
	{ 0x0138, "k" },
	{ 0x0142, "l" },
	{ 0x014B, "n" },
	{ 0x0153, "oe" },
	{ 0x0167, "t" },
	{ 0x0180, "b" },
	{ 0x0188, "c" },
	{ 0x0192, "f" },
	{ 0x019A, "l" },
	{ 0x01E5, "g" },
	{ 0x0268, "i" },
	{ 0x0289, "u" },
	{ 0x0491, "г" },
	{ 0x05DA, "כ" },
	{ 0x05DD, "מ" },
	{ 0x05DF, "נ" },
	{ 0x05E3, "פ" },
	{ 0x05E5, "צ" },
	{ 0x0629, "ه" },
	{ 0x0640, "" },
	{ 0x0649, "ي" },
	{ 0x0671, "ا" },
	{ 0x06A9, "ك" },
	{ 0x06C1, "ه" },
	{ 0x06CC, "ي" },
};

static int compare_letters(const void *code, const void *letter)
{
	utf8proc_int32_t a = *(const utf8proc_int32_t *)code;
	utf8proc_int32_t b = ((const struct plain_letter *)letter)->code;

	return (a > b) - (a < b);
}

static const char *plain_letter(utf8proc_int32_t code)
{
	const struct plain_letter *found =
		bsearch(&code, plain_letters, sizeof plain_letters / sizeof *plain_letters,
			sizeof *plain_letters, compare_letters);

	return found ? found->plain : NULL;
}

/* The code point at `s` and its bytes; a broken byte is U+FFFD of one byte. */
static size_t code_at(const char *s, utf8proc_int32_t *code)
{
	utf8proc_ssize_t used;

	*code = (unsigned char)*s;
	if (!(*s & 0x80))
		return 1;
	used = utf8proc_iterate((const utf8proc_uint8_t *)s, -1, code);
	if (used > 0)
		return (size_t)used;
	*code = 0xFFFD;
	return 1;
}

static bool fold_is_space(utf8proc_int32_t code)
{
	if (code < 0x80)
		return code == ' ' || (code >= '\t' && code <= '\r');
	utf8proc_category_t category = utf8proc_category(code);
	return code == 0x85 || category == UTF8PROC_CATEGORY_ZS ||
	       category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

static void add_folded(struct strbuf *out, const char *s, size_t used, utf8proc_int32_t code)
{
	const char *plain;

	if (code >= 'A' && code <= 'Z')
		strbuf_add_char(out, (char)(code + 'a' - 'A'));
	else if (code >= 0x80 && (plain = plain_letter(code)) != NULL)
		strbuf_add(out, plain);
	else
		strbuf_add_bytes(out, s, used);
}

/* Control and bidi characters separate words, as they do when shown. */
static utf8proc_int32_t space_for_control(utf8proc_int32_t code, void *context)
{
	bool is_bidi = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);

	(void)context;
	return code < 0x20 || (code >= 0x7F && code < 0xA0) || is_bidi ? ' ' : code;
}

static char *fold_map(const char *s)
{
	utf8proc_uint8_t *folded = NULL;
	utf8proc_ssize_t len = utf8proc_map_custom((const utf8proc_uint8_t *)s, 0, &folded,
		UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE |
			UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE | UTF8PROC_STRIPCC,
		space_for_control, NULL);

	return len >= 0 ? (char *)folded : NULL;
}

/* A broken byte is a sign like another: what stands around it folds as ever. */
static char *fold_map_broken(const char *s)
{
	struct strbuf whole = STRBUF_INIT;
	utf8proc_int32_t code;

	for (size_t used; *s; s += used) {
		used = code_at(s, &code);
		if (code == 0xFFFD)
			strbuf_add(&whole, "\uFFFD");
		else
			strbuf_add_bytes(&whole, s, used);
	}
	char *folded = fold_map(whole.data);
	strbuf_fini(&whole);
	return folded;
}

/* NULL where `s` is ASCII. Caller frees. */
static char *fold_decompose(const char *s)
{
	size_t ascii = 0;

	while (s[ascii] && !(s[ascii] & 0x80))
		ascii++;
	if (!s[ascii])
		return NULL;
	char *folded = fold_map(s);
	return folded ? folded : fold_map_broken(s);
}

void text_fold(struct strbuf *out, const char *s)
{
	char *decomposed = fold_decompose(s);
	size_t start = out->len;
	bool is_gap = true; /* no space at the start */

	if (decomposed)
		s = decomposed;
	while (*s) {
		utf8proc_int32_t code;
		size_t used = code_at(s, &code);
		bool was_gap = is_gap;
		is_gap = fold_is_space(code);
		if (!is_gap)
			add_folded(out, s, used, code);
		else if (!was_gap)
			strbuf_add_char(out, ' ');
		s += used;
	}
	if (is_gap && out->len > start)
		strbuf_truncate(out, out->len - 1);
	free(decomposed);
}

bool text_begins(const char *word, const char *typed)
{
	struct strbuf whole = STRBUF_INIT, begin = STRBUF_INIT;

	text_fold(&whole, word);
	text_fold(&begin, typed);
	bool begins = !strncmp(whole.data, begin.data, begin.len);
	strbuf_fini(&whole);
	strbuf_fini(&begin);
	return begins;
}

enum word_part {
	PART_NONE,  /* between words */
	PART_RUN,   /* a letter or digit: goes on */
	PART_ALONE, /* a word by itself */
};

/* Scripts that put no space between words: an ideograph or a kana each. */
static bool is_unspaced(utf8proc_int32_t code)
{
	return (code >= 0x2E80 && code <= 0x2FDF) || (code >= 0x3005 && code <= 0x3007) ||
	       (code >= 0x3041 && code <= 0x30FF) || (code >= 0x31F0 && code <= 0x31FF) ||
	       (code >= 0x3400 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) ||
	       (code >= 0x20000 && code <= 0x3FFFF);
}

static enum word_part part_of(utf8proc_int32_t code)
{
	if (code < 0x80)
		return (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9') ||
				       (code >= 'A' && code <= 'Z')
			       ? PART_RUN
			       : PART_NONE;
	utf8proc_category_t category = utf8proc_category(code);
	if (category == UTF8PROC_CATEGORY_SO)
		return PART_ALONE;
	if ((category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO) ||
		category == UTF8PROC_CATEGORY_CO)
		return is_unspaced(code) ? PART_ALONE : PART_RUN;
	return PART_NONE;
}

size_t text_next_word(const char *folded, size_t *at)
{
	utf8proc_int32_t code;
	size_t start = *at, used;
	enum word_part part = PART_NONE;

	for (; folded[start]; start += used) {
		used = code_at(folded + start, &code);
		part = part_of(code);
		if (part != PART_NONE)
			break;
	}
	*at = start;
	if (part == PART_NONE)
		return 0;
	size_t end = start + code_at(folded + start, &code);
	while (part == PART_RUN && folded[end]) {
		used = code_at(folded + end, &code);
		if (part_of(code) != PART_RUN)
			break;
		end += used;
	}
	return end - start;
}

static bool has_word_with_prefix(const char *text, const char *prefix, size_t prefix_len)
{
	size_t at = 0, len;

	while ((len = text_next_word(text, &at)) > 0) {
		if (len >= prefix_len && !memcmp(text + at, prefix, prefix_len))
			return true;
		at += len;
	}
	return false;
}

bool text_matches_words(const char *folded_text, const char *folded_query)
{
	size_t at = 0, len;

	while ((len = text_next_word(folded_query, &at)) > 0) {
		if (!has_word_with_prefix(folded_text, folded_query + at, len))
			return false;
		at += len;
	}
	return true;
}
