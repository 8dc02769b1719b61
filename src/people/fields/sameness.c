/* What is the same however it is written: ways to reach somebody, dates, relations, names.
 * Not here: finding pairs of people (exchange/import/duplicates.c). */
#include "filo/people/sameness.h"

#include "filo/base/fold.h"
#include "filo/base/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Country prefixes and trunk zeros stand before the last nine digits. */
#define PHONE_DIGITS     9
#define PHONE_MIN_DIGITS 5

static void add_phone_key(struct strbuf *out, const char *value)
{
	struct strbuf digits = STRBUF_INIT;
	const char *from;

	for (; *value && !strchr(";xX#", *value); value++) {
		if (!strncmp(value, "ext", 3))
			break;
		if (isdigit((unsigned char)*value))
			strbuf_add_char(&digits, *value);
	}
	from = digits.data;
	if (digits.len > PHONE_DIGITS)
		from += digits.len - PHONE_DIGITS;
	from += strspn(from, "0");
	if (strlen(from) >= PHONE_MIN_DIGITS)
		strbuf_add(out, from);
	strbuf_fini(&digits);
}

static void add_handle_key(struct strbuf *out, const char *value)
{
	static const char *const prefixes[] = { "https://", "http://", "www.", "@" };
	struct strbuf folded = STRBUF_INIT;
	const char *from;

	text_fold(&folded, value);
	from = folded.data;
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
		if (!strncmp(from, prefixes[i], strlen(prefixes[i])))
			from += strlen(prefixes[i]);
	strbuf_add(out, from);
	while (out->len && out->data[out->len - 1] == '/')
		strbuf_truncate(out, out->len - 1);
	strbuf_fini(&folded);
}

void channel_key(struct strbuf *out, enum channel_kind kind, const char *value)
{
	size_t before = out->len;

	switch (kind) {
	case CHANNEL_EMAIL:
		strbuf_add_char(out, 'e');
		text_fold(out, value);
		break;
	case CHANNEL_PHONE:
		strbuf_add_char(out, 'p');
		add_phone_key(out, value);
		break;
	case CHANNEL_MESSENGER:
	case CHANNEL_PROFILE:
		strbuf_add_char(out, 'h');
		add_handle_key(out, value);
		break;
	case CHANNEL_WEBSITE:
	case CHANNEL_ADDRESS:
	case CHANNEL_KINDS:
		break;
	}
	if (out->len == before + 1)
		strbuf_truncate(out, before);
}

bool channel_is_same(const struct channel *a, const struct channel *b)
{
	struct strbuf key_a = STRBUF_INIT, key_b = STRBUF_INIT;

	channel_key(&key_a, a->kind, a->value);
	channel_key(&key_b, b->kind, b->value);
	bool is_same = a->kind == b->kind &&
		       (key_a.len ? !strcmp(key_a.data, key_b.data) : !strcmp(a->value, b->value));
	strbuf_fini(&key_a);
	strbuf_fini(&key_b);
	return is_same;
}

bool yearly_date_is_same(const struct yearly_date *a, const struct yearly_date *b)
{
	return a->kind == b->kind && a->date.year == b->date.year &&
	       a->date.month == b->date.month && a->date.day == b->date.day &&
	       text_is_same(a->label, b->label);
}

bool relation_is_same(const struct relation *a, const struct relation *b)
{
	return a->kind == b->kind && a->other == b->other &&
	       (a->other || text_is_same(a->name, b->name));
}

/* The words of a folded name, at most so many. */
#define NAME_WORDS 12
struct name_words {
	struct strbuf folded;
	const char *word[NAME_WORDS];
	size_t len[NAME_WORDS];
	size_t count;
};

static void split_name(struct name_words *words, const char *name)
{
	static const char between[] = " ,;.-'()\"/";

	*words = (struct name_words){ .folded = STRBUF_INIT };
	text_fold(&words->folded, name);
	for (const char *s = words->folded.data; words->count < NAME_WORDS;) {
		s += strspn(s, between);
		if (!*s)
			break;
		words->word[words->count] = s;
		words->len[words->count++] = strcspn(s, between);
		s += strcspn(s, between);
	}
}

/* Equal, or one is the initial of the other. */
static bool words_agree(const char *a, size_t a_len, const char *b, size_t b_len)
{
	size_t len = a_len < b_len ? a_len : b_len;

	return (a_len == b_len || len == 1) && !strncmp(a, b, len);
}

/* Every word of `few` has one of its own among `many`, and one of them in full. */
static bool is_among(const struct name_words *few, const struct name_words *many)
{
	bool is_taken[NAME_WORDS] = { false }, is_full = false;

	for (size_t i = 0; i < few->count; i++) {
		size_t j = 0;
		while (j < many->count && (is_taken[j] || !words_agree(few->word[i], few->len[i],
								  many->word[j], many->len[j])))
			j++;
		if (j == many->count)
			return false;
		is_taken[j] = true;
		is_full |= few->len[i] == many->len[j];
	}
	return is_full;
}

bool names_agree(const char *a, const char *b)
{
	struct name_words words_a, words_b;
	bool agree;

	split_name(&words_a, a);
	split_name(&words_b, b);
	agree = !strcmp(words_a.folded.data, words_b.folded.data) ||
		(words_a.count <= words_b.count ? is_among(&words_a, &words_b)
						: is_among(&words_b, &words_a));
	strbuf_fini(&words_a.folded);
	strbuf_fini(&words_b.folded);
	return agree;
}
