/* Headers taken apart into words: "Postleitzahl privat" is a code, of home.
 * Not here: the words (csv_header_words.c). */
#include "exchange/csv/csv_header.h"

#include "exchange/csv/csv_header_words.h"
#include "filo/base/ascii.h"
#include "filo/base/strbuf.h"

#include <ctype.h>
#include <string.h>

/* Columns of one address belong together by where it is. */
static const struct {
	const char *label;
	int group;
} places[] = { { "home", CSV_GROUP_HOME }, { "work", CSV_GROUP_WORK },
	{ "other", CSV_GROUP_ELSEWHERE }, { "postal", CSV_GROUP_POST },
	{ "billing", CSV_GROUP_BILLS }, { "shipping", CSV_GROUP_PARCELS } };
#define PLACES (sizeof places / sizeof *places)

/* The bytes of a dash or a curled quote, U+2000 to U+203F, or of the ring in "n°"; else 0. */
static size_t sign_length(const char *s)
{
	if ((unsigned char)s[0] == 0xE2 && (unsigned char)s[1] == 0x80 && s[2])
		return 3;
	return strncmp(s, "\u00b0", 2) ? 0 : 2;
}

/* Only letters and digits, with one space between; "e mail" is "email". */
static void add_words(struct strbuf *out, const char *key)
{
	char *hyphen;

	for (size_t sign_len; *key; key += sign_len ? sign_len : 1) {
		sign_len = sign_length(key);
		if (ascii_is_alnum(*key) || ((unsigned char)*key >= 0x80 && !sign_len))
			strbuf_add_char(out, *key);
		else if (out->len && out->data[out->len - 1] != ' ')
			strbuf_add_char(out, ' ');
	}
	if (out->len && out->data[out->len - 1] == ' ')
		strbuf_truncate(out, out->len - 1);
	while ((hyphen = strstr(out->data, "e mail")) && (hyphen == out->data || hyphen[-1] == ' '))
		strbuf_splice(out, (size_t)(hyphen - out->data) + 1, 1, "", 0);
}

/* The length of the longest of the phrases in `list` with which `words` begin, whole; 0: none. */
static size_t longest_of(const char *list, const char *words)
{
	size_t longest = 0;

	while (*list) {
		size_t len = strcspn(list, "|");
		if (len > longest && !strncmp(words, list, len) &&
			(words[len] == ' ' || !words[len]))
			longest = len;
		list += len;
		list += *list == '|';
	}
	return longest;
}

bool csv_header_is_one_of(const char *key, const char *list)
{
	return longest_of(list, key) == strlen(key);
}

/* "Ufficio 2" is one more of what may be several. */
static bool may_be_numbered(const struct csv_header_word *row)
{
	return row->target == CSV_PARTICULAR ||
	       (row->target == CSV_FIELD && contact_field(row->field)->type == TYPE_CHANNEL);
}

static size_t without_number(const struct strbuf *words)
{
	size_t len = words->len;

	while (len && isdigit((unsigned char)words->data[len - 1]))
		len--;
	return len < words->len && len && words->data[len - 1] == ' ' ? len - 1 : words->len;
}

bool csv_header_whole(const char *key, struct csv_column *column)
{
	struct strbuf words = STRBUF_INIT;
	bool is_known = false;

	add_words(&words, key);
	size_t short_len = without_number(&words);
	for (const struct csv_header_word *row = csv_whole_headers; row->words && !is_known;
		row++) {
		size_t len = longest_of(row->words, words.data);
		is_known = len && (len == words.len || (len == short_len && may_be_numbered(row)));
		if (is_known)
			*column = (struct csv_column){
				.target = row->target, .field = row->field, .label = row->label
			};
	}
	strbuf_fini(&words);
	return is_known;
}

/* What has been read of a header. */
struct csv_heading {
	enum csv_target target;
	enum contact_field field;
	const char *place, *sort; /* home, work, other; cell, fax, ... */
};

static bool is_address(const struct csv_heading *heading)
{
	return heading->target == CSV_FIELD && heading->field == CONTACT_ADDRESS;
}

static void set_label(struct csv_heading *heading, const char *label)
{
	for (size_t i = 0; i < PLACES; i++) {
		if (strcmp(places[i].label, label) != 0)
			continue;
		if (!heading->place)
			heading->place = places[i].label;
		return;
	}
	heading->sort = label;
}

/* False when the word says something else than what was said before. */
static bool heading_add_word(struct csv_heading *heading, const struct csv_header_word *word)
{
	struct csv_heading said = { .target = word->target, .field = word->field };

	if (word->label)
		set_label(heading, word->label);
	if (said.target == CSV_OTHER)
		return true;
	/* "Address" says nothing beside the part of one, or beside "e-mail". */
	if (is_address(&said) && heading->target != CSV_OTHER)
		return csv_is_address_part(heading->target) || heading->field == CONTACT_EMAIL ||
		       is_address(heading);
	if (heading->target == CSV_OTHER || is_address(heading)) {
		bool is_part = heading->target == CSV_OTHER || csv_is_address_part(said.target) ||
			       said.field == CONTACT_EMAIL;
		heading->target = said.target;
		heading->field = said.field;
		return is_part;
	}
	return heading->target == said.target && heading->field == said.field;
}

static const struct csv_header_word *find_word(const char *words, size_t *len)
{
	const struct csv_header_word *best = NULL;

	*len = 0;
	for (const struct csv_header_word *row = csv_header_words; row->words; row++) {
		size_t found = longest_of(row->words, words);
		if (found > *len) {
			*len = found;
			best = row;
		}
	}
	return best;
}

/* Of "2", and of "2º" once it is folded, as one word; 0: what is longer counts no columns. */
static size_t number_length(const char *words)
{
	size_t len = strspn(words, "0123456789");

	if (!len || len > 2)
		return 0;
	len += words[len] == 'o' || words[len] == 'a';
	return words[len] && words[len] != ' ' ? 0 : len;
}

static bool read_heading(const char *words, struct csv_heading *heading)
{
	while (*words) {
		size_t len = number_length(words);
		const struct csv_header_word *word = NULL;
		if (!len) {
			word = find_word(words, &len);
			if (!word || !heading_add_word(heading, word))
				return false;
		}
		words += len;
		words += *words == ' ';
	}
	return heading->target != CSV_OTHER;
}

/* "home", "cell"; a fax has a place of its own. */
static const char *heading_label(const struct csv_heading *heading)
{
	static const char *const faxes[] = { "home fax", "work fax", "fax" };

	if (!heading->sort)
		return heading->place;
	for (size_t i = 0; i < sizeof faxes / sizeof *faxes; i++)
		if (heading->place == places[i].label && !strcmp(heading->sort, "fax"))
			return faxes[i];
	return heading->sort;
}

static int group_of_place(const char *place)
{
	for (size_t i = 0; i < PLACES; i++)
		if (place == places[i].label)
			return places[i].group;
	return CSV_GROUP_NOWHERE;
}

bool csv_header_composed(const char *key, struct csv_column *column)
{
	struct csv_heading heading = { .target = CSV_OTHER, .field = CONTACT_FIELDS };
	struct strbuf words = STRBUF_INIT;
	bool is_known;

	add_words(&words, key);
	is_known = words.len && read_heading(words.data, &heading);
	strbuf_fini(&words);
	if (!is_known)
		return false;
	*column = (struct csv_column){
		.target = heading.target, .field = heading.field, .label = heading_label(&heading)
	};
	if (csv_is_address_part(heading.target) || is_address(&heading))
		column->group = group_of_place(heading.place);
	return true;
}
