/* What is the same however it is written: ways to reach somebody, dates, relations, names.
 * Not here: finding pairs of people (exchange/import/duplicates.c). */
#include "filo/people/sameness.h"

#include "filo/base/ascii.h"
#include "filo/base/fold.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "people/fields/phone_keys.h"

#include <stdlib.h>
#include <string.h>

static void channel_keys(
	struct strbuf *out, enum channel_kind kind, const char *value, bool is_sought)
{
	size_t before = out->len;

	if (kind == CHANNEL_PHONE) {
		phone_add_keys(out, value, is_sought);
		return;
	}
	channel_key(out, kind, value);
	if (out->len > before)
		strbuf_add_char(out, '\0');
}

void channel_kept_keys(struct strbuf *out, enum channel_kind kind, const char *value)
{
	channel_keys(out, kind, value, false);
}

void channel_sought_keys(struct strbuf *out, enum channel_kind kind, const char *value)
{
	channel_keys(out, kind, value, true);
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
	return kind == CHANNEL_PHONE ? phone_says(value, other) : keys_are_same(kind, value, other);
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
		phone_add_last_digits(out, value);
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
	strbuf_add_char(out, 'p');
	phone_add_whole(out, value);
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

static void split_name(struct name_words *words, const char *name, size_t size)
{
	char *own = memory_copy_bytes(name, size);

	*words = (struct name_words){ .key = STRBUF_INIT };
	name_key(&words->key, own);
	free(own);
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

static size_t count_words(const char *from, size_t size)
{
	size_t count = 0;

	for (size_t i = 0; i < size; i++)
		count += from[i] != ' ' && (!i || from[i - 1] == ' ');
	return count;
}

/* Bytes of the name itself, without "c/o Acme" behind it. */
static size_t name_own_size(const char *name)
{
	const char *care = ascii_find(name, "c/o ");

	return care && care > name && !ascii_is_alnum(care[-1]) ? (size_t)(care - name)
								: strlen(name);
}

/* Words from `from` on, without what stands before a family name: "de Biedma" is one. */
static size_t count_name_words(const char *from, size_t size)
{
	static const char *const particles[] = { "de ", "del ", "la ", "las ", "los ", "da ",
		"das ", "do ", "dos " };
	size_t count = count_words(from, size);

	for (size_t i = 0; i < size; i++)
		for (size_t j = 0; j < sizeof particles / sizeof *particles; j++)
			count -= (!i || from[i - 1] == ' ') && i + strlen(particles[j]) < size &&
				 !strncmp(from + i, particles[j], strlen(particles[j]));
	return count;
}

/* Bytes of what joins two people at `at`, a sign or a word; 0: nothing. Short ones in small letters
 * only: "Ann E. Reed" is one. */
static size_t connective_at(const char *name, const char *at)
{
	static const char *const words[] = { "and", "und", "et" };
	static const char *const small[] = { "e", "ed", "y", "i", "en", "u", "u.", "och", "og",
		"ve" };
	size_t size = strcspn(at, " ");

	if (strchr("&+/", *at))
		return 1;
	if (at == name || !strchr(" (", at[-1]) || !at[size])
		return 0;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (size == strlen(words[i]) && ascii_begins(at, words[i]))
			return size;
	for (size_t i = 0; i < sizeof small / sizeof *small; i++)
		if (size == strlen(small[i]) && !strncmp(at, small[i], size))
			return size;
	return 0;
}

/* As "med." and "phil." are. */
static bool is_degree(const char *word, const char *end)
{
	return end > word && end[-1] == '.' && *word >= 'a' && *word <= 'z';
}

/* A connective of degrees, "Dr. med. et phil.", or within what a bracket tells besides, "(Hale &
 * Co)", joins no people; one that begins the bracket does: "Ann (& Bob) Reed". */
static bool joins_people(const char *name, const char *at, size_t size)
{
	const char *end = at, *behind = at + size + strspn(at + size, " ");

	while (end > name && end[-1] == ' ')
		end--;
	const char *before = end;
	while (before > name && before[-1] != ' ')
		before--;
	for (const char *sign = end; sign > name && sign[-1] != ')'; sign--)
		if (sign[-1] == '(' && sign < end)
			return false;
	return !is_degree(before, end) && !is_degree(behind, behind + strcspn(behind, " ,"));
}

/* Of "Costa e Silva, Ana" the given names, which stand before the family's. */
static size_t words_behind_comma(const char *at)
{
	const char *comma = at + strcspn(at, ",(");

	return *comma == ',' ? count_words(comma + 1, strcspn(comma + 1, "(")) : 0;
}

/* The last before a comma or a bracket. Caller frees. */
static char *last_word(const char *name)
{
	char *words = memory_copy_bytes(name, strcspn(name, ",("));
	char *trimmed = text_trim(words), *space = strrchr(trimmed, ' ');
	char *word = memory_copy_string(space ? space + 1 : trimmed);

	free(words);
	free(trimmed);
	return word;
}

/* Whether what stands at `at` is the family's name in another name, too, whose given name is the
 * same: "Lou Silva" is Lou Costa e Silva, "Bob Reed" not "Ann Reed e Bob". */
static bool is_family(const char *name, const char *at, const char *other)
{
	char *family = last_word(at), *others = last_word(other);
	char *given = memory_copy_bytes(name, strcspn(name, " "));
	bool is_so = text_folds_alike(family, others) && name_says(other, given);

	free(family);
	free(others);
	free(given);
	return is_so;
}

/* "Ann & Bob Reed" are two, who share what a household does. "e", "i" and "y" join family names,
 * too: "Lou Ortega y Gasset" may be one, but hardly "Pilar Gil y Pedro Ruiz" with two words behind
 * it, nor "Pilar Gil y Ana" where the other is no Pilar of the family Ana; what has but one word
 * before it, "Ann y Bob" or "Ortega y Gasset", cannot be told. */
enum people_named { ONE_PERSON, ONE_OR_TWO, SEVERAL_PEOPLE };

static enum people_named people_named(const char *name, const char *other)
{
	const char *end = name + name_own_size(name);
	enum people_named people = ONE_PERSON;

	for (const char *at = name; at < end; at++) {
		size_t size = connective_at(name, at);
		if (!size || !joins_people(name, at, size))
			continue;
		size_t given = words_behind_comma(at);
		if (size != 1 || !strchr("eiy", *at) ||
			count_name_words(name, (size_t)(at - name)) + given < 2 ||
			count_name_words(at + size, strcspn(at + size, ",(")) > 1 ||
			(!given && !is_family(name, at + size, other)))
			return SEVERAL_PEOPLE;
		people = ONE_OR_TWO;
	}
	return people;
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

static size_t words_in_common(const struct name_words *a, const struct name_words *b)
{
	return a->count <= b->count ? is_among(a, b) : is_among(b, a);
}

enum name_agreement names_agree(const char *a, const char *b)
{
	size_t size_a = name_own_size(a), size_b = name_own_size(b);
	enum people_named people_a = people_named(a, b), people_b = people_named(b, a);
	enum name_agreement agreement = NAMES_DIFFER;
	struct name_words words_a, words_b;

	split_name(&words_a, a, size_a);
	split_name(&words_b, b, size_b);
	bool may_be_one = take_generation(&words_a) == take_generation(&words_b) &&
			  people_a <= people_b + 1 && people_b <= people_a + 1;
	size_t full = words_in_common(&words_a, &words_b);
	if (!strcmp(words_a.key.data, words_b.key.data) && text_is_same(a + size_a, b + size_b))
		agreement = NAMES_EQUAL;
	else if (full > 1 && may_be_one)
		agreement = NAMES_AGREE_WIDELY;
	else if (full && may_be_one && people_a == people_b)
		agreement = NAMES_AGREE;
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
