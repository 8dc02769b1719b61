/* What is the same however it is written: ways to reach somebody, dates, relations, names.
 * Not here: finding pairs of people (exchange/import/duplicates.c). */
#include "filo/people/sameness.h"

#include "filo/base/ascii.h"
#include "filo/base/fold.h"
#include "filo/base/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Country prefixes and trunk zeros stand before the last nine digits. */
#define PHONE_DIGITS     9
#define PHONE_MIN_DIGITS 5

static void phone_add_digits(struct strbuf *out, const char *value)
{
	for (; *value && !strchr(";xX#", *value); value++) {
		if (!strncmp(value, "ext", 3))
			break;
		if (isdigit((unsigned char)*value))
			strbuf_add_char(out, *value);
	}
}

static void phone_add_last(struct strbuf *out, const char *digits)
{
	size_t len = strlen(digits);

	if (len > PHONE_DIGITS)
		digits += len - PHONE_DIGITS;
	digits += strspn(digits, "0");
	if (strlen(digits) >= PHONE_MIN_DIGITS)
		strbuf_add(out, digits);
}

static void add_phone_key(struct strbuf *out, const char *value)
{
	struct strbuf digits = STRBUF_INIT;

	phone_add_digits(&digits, value);
	phone_add_last(out, digits.data);
	strbuf_fini(&digits);
}

/* Fewer would be in too many numbers. */
#define PHONE_SOUGHT_MIN 3

/* One that is longer, without a "+", may begin with the code of a country. */
#define PHONE_OWN_DIGITS 10

bool phone_is_typed(const char *text)
{
	return !text[strspn(text, PHONE_SIGNS)] && strpbrk(text, "0123456789");
}

/* ITU-T E.164: codes of countries are one digit, one of these two, or three. */
static size_t phone_code_len(const char *digits)
{
	static const char of_two[] =
		"20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 "
		"61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98 ";
	const char code[] = { digits[0], digits[0] ? digits[1] : '\0', ' ', '\0' };

	if (*digits == '1' || *digits == '7')
		return 1;
	return strstr(of_two, code) ? 2 : 3;
}

/* `at` goes behind the zeros there. */
static const char *phone_skip(const char *digits, size_t at)
{
	size_t len = strlen(digits);

	digits += at < len ? at : len;
	return digits + strspn(digits, "0");
}

static bool phone_is_abroad(const char *text, const char *digits)
{
	return strchr(text, '+') || !strncmp(digits, "00", 2);
}

void phone_add_sought(struct strbuf *out, const char *text)
{
	struct strbuf digits = STRBUF_INIT;

	if (phone_is_typed(text))
		phone_add_digits(&digits, text);
	bool is_abroad = phone_is_abroad(text, digits.data);
	const char *all = phone_skip(digits.data, 0), *own = all;

	if (is_abroad)
		own = phone_skip(all, phone_code_len(all));
	else if (strlen(all) > PHONE_OWN_DIGITS)
		own = phone_skip(all, strlen(all) - PHONE_DIGITS);
	strbuf_add(out, strlen(own) >= PHONE_SOUGHT_MIN   ? own
			: strlen(all) >= PHONE_SOUGHT_MIN ? all
							  : digits.data);
	strbuf_fini(&digits);
}

/* A number as it is compared: the last digits of all, and of what follows the code of a country. */
struct phone {
	struct strbuf whole, own;
	struct strbuf national; /* all that follows the code, or all */
	char code[4];           /* "": it is written without */
};

static struct phone phone_read(const char *value)
{
	struct phone phone = { .whole = STRBUF_INIT, .own = STRBUF_INIT, .national = STRBUF_INIT };
	struct strbuf digits = STRBUF_INIT;

	phone_add_digits(&digits, value);
	phone_add_last(&phone.whole, digits.data);
	const char *all = phone_skip(digits.data, 0);
	size_t code_len = phone_is_abroad(value, digits.data) ? phone_code_len(all) : 0;
	if (code_len)
		phone_add_last(&phone.own, phone_skip(all, code_len));
	if (phone.own.len)
		memcpy(phone.code, all, code_len);
	else
		strbuf_add(&phone.own, phone.whole.data);
	strbuf_add(&phone.national, *phone.code ? phone_skip(all, code_len) : all);
	strbuf_fini(&digits);
	return phone;
}

static void phone_fini(struct phone *phone)
{
	strbuf_fini(&phone->whole);
	strbuf_fini(&phone->own);
	strbuf_fini(&phone->national);
}

static bool strbuf_ends(const struct strbuf *text, const struct strbuf *end)
{
	return end->len && text->len >= end->len &&
	       !strcmp(text->data + text->len - end->len, end->data);
}

/* A number is kept by its own last digits, by all of them with the code of its country behind, or a
 * "+" alone where it has none, and by the last of all, as somebody may write it who leaves out the
 * "+". */
static bool phone_kept_key(struct strbuf *out, const struct phone *phone, int way)
{
	switch (way) {
	case 0:
		strbuf_add_format(out, "p%s", phone->own.data);
		return true;
	case 1:
		strbuf_add_format(out, "p%s+%s",
			*phone->code ? phone->national.data : phone->own.data, phone->code);
		return true;
	default:
		if (way > 2 || !strcmp(phone->own.data, phone->whole.data))
			return false;
		strbuf_add_format(out, "p%s", phone->whole.data);
		return true;
	}
}

/* One with a code is looked for with it, and among those that have none. */
static bool phone_sought_key(struct strbuf *out, const struct phone *phone, int way)
{
	if (way > (*phone->code ? 2 : 0))
		return false;
	if (!*phone->code)
		strbuf_add_format(out, "p%s", phone->own.data);
	else if (!way)
		strbuf_add_format(out, "p%s+%s", phone->national.data, phone->code);
	else
		strbuf_add_format(out, "p%s+", way == 1 ? phone->own.data : phone->whole.data);
	return true;
}

static bool phone_key(struct strbuf *out, const char *value, int way, bool is_sought)
{
	struct phone phone = phone_read(value);
	bool is_one = phone.whole.len && (is_sought ? phone_sought_key(out, &phone, way)
						    : phone_kept_key(out, &phone, way));

	phone_fini(&phone);
	return is_one;
}

/* Where only one has a code, the other may be its own digits, or all of it without the "+"; where
 * none has, two that are long are two unless one is the end of the other. */
static bool phones_are_same(const struct phone *one, const struct phone *other)
{
	bool has_code = *one->code, has_other = *other->code;

	if (!one->whole.len || !other->whole.len)
		return false;
	if (has_code && has_other)
		return !strcmp(one->code, other->code) &&
		       !strcmp(one->national.data, other->national.data);
	if (has_code || has_other) {
		const struct phone *with = has_code ? one : other,
				   *without = has_code ? other : one;
		return !strcmp(without->own.data, with->own.data) ||
		       !strcmp(without->own.data, with->whole.data);
	}
	return !strcmp(one->own.data, other->own.data) &&
	       (one->national.len <= PHONE_DIGITS || other->national.len <= PHONE_DIGITS ||
		       strbuf_ends(&one->national, &other->national) ||
		       strbuf_ends(&other->national, &one->national));
}

static bool channel_key_so(
	struct strbuf *out, enum channel_kind kind, const char *value, int way, bool is_sought)
{
	size_t before = out->len;

	if (kind == CHANNEL_PHONE)
		return phone_key(out, value, way, is_sought);
	if (!way)
		channel_key(out, kind, value);
	return out->len > before;
}

bool channel_kept_key(struct strbuf *out, enum channel_kind kind, const char *value, int way)
{
	return channel_key_so(out, kind, value, way, false);
}

bool channel_sought_key(struct strbuf *out, enum channel_kind kind, const char *value, int way)
{
	return channel_key_so(out, kind, value, way, true);
}

static bool keys_are_same(enum channel_kind kind, const char *value, const char *other)
{
	struct strbuf key = STRBUF_INIT, other_key = STRBUF_INIT;

	channel_key(&key, kind, value);
	channel_key(&other_key, kind, other);
	bool are_same = key.len && !strcmp(key.data, other_key.data);
	strbuf_fini(&key);
	strbuf_fini(&other_key);
	return are_same;
}

bool channel_says(enum channel_kind kind, const char *value, const char *other)
{
	if (kind != CHANNEL_PHONE)
		return keys_are_same(kind, value, other);
	struct phone one = phone_read(value), two = phone_read(other);
	bool says = phones_are_same(&one, &two);

	phone_fini(&one);
	phone_fini(&two);
	return says;
}

bool phone_is_of_another_country(const char *value, const char *typed)
{
	struct phone one = phone_read(value), other = phone_read(typed);
	bool is_so = *one.code && *other.code && strcmp(one.code, other.code) != 0;

	phone_fini(&one);
	phone_fini(&other);
	return is_so;
}

bool phone_is_meant(const char *value, const char *typed)
{
	struct phone one = phone_read(value), other = phone_read(typed);
	bool is_meant = strbuf_ends(&one.own, &other.own);

	if (*one.code && *other.code)
		is_meant = strbuf_ends(&one.national, &other.national) &&
			   !strcmp(one.code, other.code);
	else
		is_meant = is_meant || strbuf_ends(&one.whole, &other.whole);
	phone_fini(&one);
	phone_fini(&other);
	return is_meant;
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

void channel_whole_key(struct strbuf *out, enum channel_kind kind, const char *value)
{
	if (kind != CHANNEL_PHONE) {
		channel_key(out, kind, value);
		return;
	}
	struct phone phone = phone_read(value);
	strbuf_add_format(out, "p%s+%s", phone.national.data, phone.code);
	phone_fini(&phone);
}

bool channel_is_same(const struct channel *a, const struct channel *b)
{
	return a->kind == b->kind &&
	       (!strcmp(a->value, b->value) || channel_says(a->kind, a->value, b->value));
}

struct channel *contact_find_channel(const struct contact *contact, const struct channel *wanted)
{
	struct channel *own;

	VECTOR_EACH (own, &contact->channels)
		if (channel_is_same(own, wanted))
			return own;
	return NULL;
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

bool contact_has_relation(const struct contact *contact, const struct relation *relation)
{
	const struct relation *own;

	VECTOR_EACH (own, &contact->relations)
		if (relation_is_same(own, relation))
			return true;
	return false;
}

void name_key(struct strbuf *out, const char *name)
{
	struct strbuf folded = STRBUF_INIT;
	size_t start = out->len, at = 0, len;

	text_fold(&folded, name);
	while ((len = text_next_word(folded.data, &at))) {
		if (out->len > start)
			strbuf_add_char(out, ' ');
		strbuf_add_bytes(out, folded.data + at, len);
		at += len;
	}
	/* A name of signs only is what it is. */
	if (out->len == start)
		strbuf_add(out, folded.data);
	strbuf_fini(&folded);
}

bool name_says(const char *whole, const char *part)
{
	struct strbuf in = STRBUF_INIT, what = STRBUF_INIT;

	strbuf_add_char(&in, ' ');
	name_key(&in, whole);
	strbuf_add_char(&in, ' ');
	strbuf_add_char(&what, ' ');
	name_key(&what, part);
	strbuf_add_char(&what, ' ');
	bool says = strstr(in.data, what.data);
	strbuf_fini(&in);
	strbuf_fini(&what);
	return says;
}

/* A name has only words in it, an address signs, too. */
void handle_key_again(struct strbuf *out, const char *key)
{
	const char *sign = key;
	size_t before = out->len;

	while (*sign == ' ' || (*sign & 0x80) || ascii_is_alnum(*sign))
		sign++;
	if (*sign)
		text_fold(out, key);
	else
		name_key(out, key);
	if (out->len == before)
		strbuf_add(out, key);
}

/* The words of a name, at most so many. */
#define NAME_WORDS 12
struct name_words {
	struct strbuf key;
	const char *word[NAME_WORDS];
	size_t len[NAME_WORDS];
	size_t count;
};

static void split_name(struct name_words *words, const char *name)
{
	*words = (struct name_words){ .key = STRBUF_INIT };
	name_key(&words->key, name);
	for (const char *s = words->key.data; *s && words->count < NAME_WORDS;) {
		size_t len = strcspn(s, " ");
		words->word[words->count] = s;
		words->len[words->count++] = len;
		s += len + (s[len] == ' ');
	}
}

/* What tells a son from his father, folded. Where it may be somebody's name, too, as "de Jonge" and
 * "St. John" are, it stands last, behind two words at least. */
static const struct {
	const char *words;
	char generation;
	bool is_ambiguous;
} generations[] = { { "jr", 'j' }, { "jnr", 'j' }, { "jun", 'j' }, { "junr", 'j' },
	{ "junior", 'j' }, { "sr", 's' }, { "snr", 's' }, { "sen", 's' }, { "senr", 's' },
	{ "senior", 's' }, { "ii", '2' }, { "2nd", '2' }, { "iii", '3' }, { "3rd", '3' },
	{ "iv", '4' }, { "4th", '4' }, { "the younger", 'j' }, { "the elder", 's' },
	{ "the first", '1' }, { "the second", '2' }, { "the third", '3' }, { "the fourth", '4' },
	{ "the fifth", '5' }, { "figlio", 'j' }, { "il giovane", 'j' }, { "padre", 's' },
	{ "il vecchio", 's' }, { "der jungere", 'j' }, { "der juengere", 'j' },
	{ "die jungere", 'j' }, { "die juengere", 'j' }, { "der altere", 's' },
	{ "der aeltere", 's' }, { "die altere", 's' }, { "die aeltere", 's' }, { "d j", 'j', true },
	{ "d a", 's', true }, { "fils", 'j' }, { "le jeune", 'j', true }, { "pere", 's' },
	{ "l aine", 's' }, { "laine", 's', true }, { "aine", 's', true }, { "le vieux", 's', true },
	{ "l ancien", 's' }, { "lancien", 's', true }, { "hijo", 'j' }, { "el joven", 'j' },
	{ "el mozo", 'j' }, { "el viejo", 's' }, { "filho", 'j' }, { "o novo", 'j' },
	{ "o moco", 'j' }, { "o velho", 's' }, { "neto", 'n' }, { "de jongere", 'j' },
	{ "de jonge", 'j', true }, { "zn", 'j', true }, { "de oudere", 's' },
	{ "de oude", 's', true }, { "ml", 'j', true }, { "mlodszy", 'j' }, { "mlodsza", 'j' },
	{ "st", 's', true }, { "starszy", 's' }, { "starsza", 's' } };

/* How many words at `from` tell the generation; 0: none do. */
static size_t words_of_generation(
	const struct name_words *words, size_t from, size_t row, char *generation)
{
	const char *wanted = generations[row].words, *at = words->word[from];
	size_t len = strlen(wanted), count = 1;

	if (strncmp(at, wanted, len) != 0 || (at[len] && at[len] != ' '))
		return 0;
	for (const char *c = wanted; *c; c++)
		count += *c == ' ';
	bool is_last = from + count == words->count, is_of_two = from >= 2;
	if (from + count > words->count ||
		(generations[row].is_ambiguous && !(is_last && is_of_two)))
		return 0;
	*generation = generations[row].generation;
	return count;
}

/* Takes the words that tell the generation out of the others; 0: nothing tells. */
static char take_generation(struct name_words *words)
{
	char generation = 0;

	for (size_t i = 1; i < words->count; i++) {
		size_t taken = 0, row = 0;
		while (!taken && row < sizeof generations / sizeof *generations)
			taken = words_of_generation(words, i, row++, &generation);
		if (!taken)
			continue;
		words->count -= taken;
		for (; i < words->count; i++) {
			words->word[i] = words->word[i + taken];
			words->len[i] = words->len[i + taken];
		}
		return generation;
	}
	return 0;
}

/* Equal, or one is the initial of the other. */
static bool words_agree(const char *a, size_t a_len, const char *b, size_t b_len)
{
	size_t len = a_len < b_len ? a_len : b_len;

	return (a_len == b_len || len == 1) && !strncmp(a, b, len);
}

/* Every word of `few` has one of its own among `many`; how many of them in full, 0: not. */
static size_t is_among(const struct name_words *few, const struct name_words *many)
{
	bool is_taken[NAME_WORDS] = { false };
	size_t full = 0;

	for (size_t i = 0; i < few->count; i++) {
		size_t j = 0;
		while (j < many->count && (is_taken[j] || !words_agree(few->word[i], few->len[i],
								  many->word[j], many->len[j])))
			j++;
		if (j == many->count)
			return 0;
		is_taken[j] = true;
		full += few->len[i] == many->len[j];
	}
	return full;
}

enum name_agreement names_agree(const char *a, const char *b)
{
	enum name_agreement agreement = NAMES_DIFFER;
	struct name_words words_a, words_b;
	size_t full;

	split_name(&words_a, a);
	split_name(&words_b, b);
	bool is_one_generation = take_generation(&words_a) == take_generation(&words_b);
	full = words_a.count <= words_b.count ? is_among(&words_a, &words_b)
					      : is_among(&words_b, &words_a);
	if (!strcmp(words_a.key.data, words_b.key.data))
		agreement = NAMES_EQUAL;
	else if (full && is_one_generation)
		agreement = full > 1 ? NAMES_AGREE_WIDELY : NAMES_AGREE;
	strbuf_fini(&words_a.key);
	strbuf_fini(&words_b.key);
	return agreement;
}

#define TWO_PEOPLE "X-FILO-TWO-PEOPLE:"

static bool says_two(const struct contact *contact, const struct contact *other)
{
	const struct kept_property *kept;

	VECTOR_EACH (kept, &contact->kept)
		if (!strncmp(kept->line, TWO_PEOPLE, sizeof TWO_PEOPLE - 1) &&
			text_is_same(kept->line + sizeof TWO_PEOPLE - 1, other->uid))
			return true;
	return false;
}

bool contacts_are_two(const struct contact *a, const struct contact *b)
{
	return says_two(a, b) || says_two(b, a);
}

void contact_set_two(struct contact *contact, const struct contact *other)
{
	struct strbuf line = STRBUF_INIT;

	strbuf_add_format(&line, "%s%s", TWO_PEOPLE, other->uid);
	contact_add_kept(contact, line.data);
	strbuf_fini(&line);
}
