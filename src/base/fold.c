/* Folding text for matching and sorting, and cutting it into words.
 * Not here: repairing and measuring text (text.c). */
#include "filo/base/fold.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* Letters that Unicode does not decompose, though people type them without the stroke or the hook,
 * or as the letter they sound or look like (small capitals); what is written for an apostrophe; and
 * the variant forms of one letter in Arabic and Hebrew. By code point, after case folding. */
static const struct plain_letter {
	utf8proc_int32_t code;
	char plain[4];
} plain_letters[] = {
	/* clang-format off */
	{ 0x00E6, "ae" }, { 0x00F0, "d" }, { 0x00F8, "o" }, { 0x00FE, "th" }, { 0x0111, "d" },
	{ 0x0127, "h" }, { 0x0131, "i" }, { 0x0138, "k" }, { 0x0142, "l" }, { 0x014B, "n" },
	{ 0x0153, "oe" }, { 0x0167, "t" }, { 0x0180, "b" }, { 0x0183, "b" }, { 0x0188, "c" },
	{ 0x018C, "d" }, { 0x0192, "f" }, { 0x0195, "hv" }, { 0x0199, "k" }, { 0x019A, "l" },
	{ 0x019E, "n" }, { 0x01A3, "g" }, { 0x01A5, "p" }, { 0x01AB, "t" }, { 0x01AD, "t" },
	{ 0x01B4, "y" }, { 0x01B6, "z" }, { 0x01B9, "z" }, { 0x01BA, "z" }, { 0x01BF, "w" },
	{ 0x01DD, "e" }, { 0x01E5, "g" }, { 0x021D, "g" }, { 0x0221, "d" }, { 0x0223, "ou" },
	{ 0x0225, "z" }, { 0x0234, "l" }, { 0x0235, "n" }, { 0x0236, "t" }, { 0x0237, "j" },
	{ 0x023C, "c" }, { 0x023F, "s" }, { 0x0240, "z" }, { 0x0242, "'" }, { 0x0247, "e" },
	{ 0x0249, "j" }, { 0x024B, "q" }, { 0x024D, "r" }, { 0x024F, "y" }, { 0x0250, "a" },
	{ 0x0251, "a" }, { 0x0253, "b" }, { 0x0254, "o" }, { 0x0255, "c" }, { 0x0256, "d" },
	{ 0x0257, "d" }, { 0x0258, "e" }, { 0x0259, "e" }, { 0x025A, "e" }, { 0x025B, "e" },
	{ 0x025C, "e" }, { 0x025D, "e" }, { 0x025F, "j" }, { 0x0260, "g" }, { 0x0261, "g" },
	{ 0x0262, "g" }, { 0x0263, "g" }, { 0x0266, "h" }, { 0x0268, "i" }, { 0x0269, "i" },
	{ 0x026A, "i" }, { 0x026B, "l" }, { 0x026C, "l" }, { 0x026D, "l" }, { 0x0271, "m" },
	{ 0x0272, "n" }, { 0x0273, "n" }, { 0x0274, "n" }, { 0x0275, "o" }, { 0x0276, "oe" },
	{ 0x0277, "o" }, { 0x027C, "r" }, { 0x027D, "r" }, { 0x027E, "r" }, { 0x0280, "r" },
	{ 0x0282, "s" }, { 0x0283, "s" }, { 0x0284, "j" }, { 0x0286, "s" }, { 0x0288, "t" },
	{ 0x0289, "u" }, { 0x028A, "u" }, { 0x028B, "v" }, { 0x028F, "y" }, { 0x0290, "z" },
	{ 0x0291, "z" }, { 0x0292, "z" }, { 0x0293, "z" }, { 0x0294, "'" }, { 0x0299, "b" },
	{ 0x029B, "g" }, { 0x029C, "h" }, { 0x029D, "j" }, { 0x029F, "l" }, { 0x02A0, "q" },
	{ 0x02A3, "dz" }, { 0x02A5, "dz" }, { 0x02B9, "'" }, { 0x02BA, "'" }, { 0x02BB, "'" }, { 0x02BC, "'" },
	{ 0x02BD, "'" }, { 0x02BE, "'" }, { 0x02BF, "'" }, { 0x02C8, "'" }, { 0x047D, "ѡ" }, { 0x048F, "р" },
	{ 0x0491, "г" }, { 0x0493, "г" }, { 0x0495, "г" }, { 0x0497, "ж" }, { 0x0499, "з" },
	{ 0x049B, "к" }, { 0x049D, "к" }, { 0x049F, "к" }, { 0x04A3, "н" }, { 0x04A7, "п" },
	{ 0x04AB, "с" }, { 0x04AD, "т" }, { 0x04AF, "у" }, { 0x04B1, "у" }, { 0x04B3, "х" },
	{ 0x04B7, "ч" }, { 0x04B9, "ч" }, { 0x04BB, "х" }, { 0x04C4, "к" }, { 0x04C6, "л" },
	{ 0x04C8, "н" }, { 0x04CA, "н" }, { 0x04CE, "м" }, { 0x04D9, "а" }, { 0x04E9, "о" },
	{ 0x04F7, "г" }, { 0x04FB, "г" }, { 0x04FD, "х" }, { 0x04FF, "х" }, { 0x0513, "л" },
	{ 0x0521, "л" }, { 0x0523, "н" }, { 0x0525, "п" }, { 0x0527, "х" }, { 0x0529, "н" },
	{ 0x052F, "л" }, { 0x055A, "'" }, { 0x05DA, "כ" }, { 0x05DD, "מ" }, { 0x05DF, "נ" },
	{ 0x05E3, "פ" }, { 0x05E5, "צ" }, { 0x0629, "ه" }, { 0x0640, "" }, { 0x0649, "ي" },
	{ 0x0671, "ا" }, { 0x06A9, "ك" }, { 0x06C1, "ه" }, { 0x06CC, "ي" }, { 0x1D00, "a" },
	{ 0x1D01, "ae" }, { 0x1D04, "c" }, { 0x1D05, "d" }, { 0x1D07, "e" }, { 0x1D0A, "j" },
	{ 0x1D0B, "k" }, { 0x1D0C, "l" }, { 0x1D0D, "m" }, { 0x1D0F, "o" }, { 0x1D18, "p" },
	{ 0x1D1B, "t" }, { 0x1D1C, "u" }, { 0x1D20, "v" }, { 0x1D21, "w" }, { 0x1D22, "z" },
	{ 0x1E9C, "s" }, { 0x1E9D, "s" }, { 0x1EFF, "y" }, { 0x2018, "'" }, { 0x2019, "'" },
	{ 0x201B, "'" }, { 0x2032, "'" }, { 0x2C61, "l" }, { 0x2C65, "a" }, { 0x2C66, "t" },
	{ 0x2C68, "h" }, { 0x2C6A, "k" }, { 0x2C6C, "z" }, { 0x2C71, "v" }, { 0x2C73, "w" },
	{ 0x2C74, "v" }, { 0x2C78, "e" }, { 0x2C7A, "o" }, { 0xA723, "'" }, { 0xA725, "'" },
	{ 0xA730, "f" }, { 0xA731, "s" }, { 0xA783, "r" }, { 0xA785, "s" }, { 0xA787, "t" },
	{ 0xA78C, "'" }, { 0xA78E, "l" }, { 0xA791, "n" }, { 0xA793, "c" }, { 0xA794, "c" },
	{ 0xA795, "h" }, { 0xA797, "b" }, { 0xA799, "f" }, { 0xA7A1, "g" }, { 0xA7A3, "k" },
	{ 0xA7A5, "n" }, { 0xA7A7, "r" }, { 0xA7A9, "s" }, { 0xA7AF, "q" }, { 0xA7B9, "u" },
	{ 0xA7C8, "d" }, { 0xA7CA, "s" },
	/* clang-format on */
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

/* Control and bidi characters separate words, as they do when shown. A lone accent is an apostrophe
 * to who types it between letters: else it would be a blank. */
static utf8proc_int32_t space_for_control(utf8proc_int32_t code, void *context)
{
	bool is_bidi = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);

	(void)context;
	if (code == 0xB4)
		return '\'';
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

bool text_folds_alike(const char *a, const char *b)
{
	struct strbuf folded_a = STRBUF_INIT, folded_b = STRBUF_INIT;

	text_fold(&folded_a, a);
	text_fold(&folded_b, b);
	bool is_alike = !strcmp(folded_a.data, folded_b.data);
	strbuf_fini(&folded_a);
	strbuf_fini(&folded_b);
	return is_alike;
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

#define HYPHEN "\u2010" /* the one of U+2011, too, which does not break */
#define MAQAF  "\u05BE"

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

size_t text_joint(const char *s, bool with_hyphens)
{
	if (*s == '\'' || *s == '`' || (with_hyphens && *s == '-'))
		return 1;
	return with_hyphens && !strncmp(s, HYPHEN, strlen(HYPHEN)) ? strlen(HYPHEN) : 0;
}

bool text_is_freely_parted(const char *folded)
{
	utf8proc_int32_t code;

	code_at(folded, &code);
	return (code >= 0x05D0 && code <= 0x05EA) || (code >= 0x0620 && code <= 0x064A) ||
	       (code >= 0x066E && code <= 0x06D3) || (code >= 0xAC00 && code <= 0xD7A3);
}

size_t text_gap(const char *folded, size_t at)
{
	size_t len = folded[at] == ' ' ? 1 : strlen(MAQAF), before = at;

	if (folded[at] != ' ' && strncmp(folded + at, MAQAF, len) != 0)
		return 0;
	while (before && (folded[--before] & 0xC0) == 0x80)
		;
	return text_is_freely_parted(folded + before) &&
			       (!folded[at + len] || text_is_freely_parted(folded + at + len))
		       ? len
		       : 0;
}

/* Words that joints part are one of so many at most: whoever writes "a'a'a'a..." gives each of
 * them two entries in an index, not all that follow. */
enum { JOINED_WORDS_MAX = 3, JOINED_BYTES_MAX = 64 };

struct joined_words {
	size_t count, bytes;
	bool with_hyphens, with_gaps;
};

/* The bytes of the word that only a joint or a gap parts from the one at *at, and goes there. 0:
 * there is none, or it would be too much. */
static size_t joined_next(const char *text, size_t *at, size_t len, struct joined_words *joined)
{
	size_t end = *at + len, behind = end + text_joint(text + end, joined->with_hyphens);

	if (behind == end && joined->with_gaps)
		behind += text_gap(text, end);
	size_t start = behind;

	if (joined->count >= JOINED_WORDS_MAX || behind == end)
		return 0;
	size_t next = text_next_word(text, &start);
	if (start != behind || joined->bytes + next > JOINED_BYTES_MAX)
		return 0;
	joined->count++;
	joined->bytes += next;
	*at = start;
	return next;
}

bool text_join_words(
	const char *folded, size_t at, size_t len, bool with_hyphens, struct strbuf *out)
{
	struct joined_words joined = { 1, len, with_hyphens, false };
	size_t first = at, next = joined_next(folded, &at, len, &joined);

	if (!next)
		return false;
	strbuf_add_bytes(out, folded + first, len);
	for (; next; next = joined_next(folded, &at, next, &joined))
		strbuf_add_bytes(out, folded + at, next);
	return true;
}

size_t text_given_name(const char *word, size_t len)
{
	const size_t bytes = strlen("가"); /* of any syllable */
	utf8proc_int32_t code;

	if (len != 3 * bytes && len != 4 * bytes)
		return 0;
	for (size_t at = 0; at < len; at += bytes)
		if (code_at(word + at, &code) != bytes || code < 0xAC00 || code > 0xD7A3)
			return 0;
	return len - 2 * bytes;
}

/* Over joints: "oneill" begins "o'neill". */
static bool word_has_prefix(
	const char *text, size_t at, size_t len, const char *prefix, size_t prefix_len)
{
	struct joined_words joined = { 1, len, true, true };
	size_t given = text_given_name(text + at, len);

	if (given && len - given >= prefix_len && !memcmp(text + at + given, prefix, prefix_len))
		return true;
	while (len && prefix_len > len && !memcmp(text + at, prefix, len)) {
		prefix += len;
		prefix_len -= len;
		len = joined_next(text, &at, len, &joined);
	}
	return len >= prefix_len && !memcmp(text + at, prefix, prefix_len);
}

static bool has_word_with_prefix(const char *text, const char *prefix, size_t prefix_len)
{
	size_t at = 0, len;

	while ((len = text_next_word(text, &at)) > 0) {
		if (word_has_prefix(text, at, len, prefix, prefix_len))
			return true;
		at += len;
	}
	return false;
}

bool text_matches_words(const char *folded_text, const char *folded_query)
{
	size_t at = 0, len;
	bool has_word = false;

	while ((len = text_next_word(folded_query, &at)) > 0) {
		if (!has_word_with_prefix(folded_text, folded_query + at, len))
			return false;
		at += len;
		has_word = true;
	}
	return has_word || strstr(folded_text, folded_query);
}

bool text_has_words(const char *text, const char *folded_query)
{
	struct strbuf folded = STRBUF_INIT;

	text_fold(&folded, text);
	bool has = text_matches_words(folded.data, folded_query);
	strbuf_fini(&folded);
	return has;
}
