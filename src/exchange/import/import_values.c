/* The lists of a contact: marks, keys and words for their items.
 * Not here: what becomes of them (import_update.c). */
#include "exchange/import/import_values.h"

#include "exchange/hash.h"
#include "exchange/vcard/vcard_preserved.h"
#include "filo/base/ascii.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/kept_line.h"
#include "filo/people/sameness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

uint64_t import_mark_begin(const char *what)
{
	return exchange_hash(exchange_hash(EXCHANGE_HASH_START, what), "=");
}

struct mark import_mark_end(uint64_t hash, const char *b)
{
	struct mark mark;

	hash = exchange_hash(exchange_hash(hash, ";"), b ? b : "");
	snprintf(mark.digits, sizeof mark.digits, "%08x", (unsigned)(hash ^ hash >> 32));
	return mark;
}

struct mark import_mark_of(const char *what, const char *a, const char *b)
{
	return import_mark_end(exchange_hash(import_mark_begin(what), a), b);
}

uint64_t import_mark_hash(const char *digits)
{
	uint64_t number;

	_Static_assert(sizeof number == MARK_DIGITS, "a mark is one number");
	memcpy(&number, digits, sizeof number);
	return number_hash(0, number);
}

struct number_map import_marks_set(const char *marks)
{
	struct number_map set = { .is_set = true };

	MARKS_EACH (mark, marks)
		number_map_add(&set, import_mark_hash(mark));
	return set;
}

bool import_marks_has(const struct number_map *set, const char *digits)
{
	return set && number_map_find(set, import_mark_hash(digits), NULL);
}

void import_tell_gone(struct strbuf *gone, const char *what, const char *value)
{
	strbuf_add_item(gone, ", ", what);
	strbuf_add_format(gone, *value ? " %s" : "%s", text_brief(value).text);
}

static struct mark channel_mark(const void *item)
{
	const struct channel *channel = item;
	struct strbuf label = STRBUF_INIT;

	strbuf_add(&label, channel->label ? channel->label : "");
	strbuf_add(&label, channel->is_preferred ? "!" : "");
	struct mark mark =
		import_mark_of(channel_kind_name(channel->kind), channel->value, label.data);
	strbuf_fini(&label);
	return mark;
}

static void add_optional(struct strbuf *key, const char *text)
{
	strbuf_add_char(key, text ? '+' : '-');
	strbuf_add(key, text ? text : "");
}

static void end_key(struct strbuf *keys)
{
	strbuf_add_char(keys, '\0');
}

static void channel_keys_by(struct strbuf *keys, const struct channel *channel,
	void (*by)(struct strbuf *, enum channel_kind, const char *))
{
	struct strbuf same = STRBUF_INIT;
	const char *key;

	by(&same, channel->kind, channel->value);
	KEYS_EACH (key, &same) {
		strbuf_add_format(keys, "%d +%s", (int)channel->kind, key);
		end_key(keys);
	}
	if (!same.len) {
		strbuf_add_format(keys, "%d -%s", (int)channel->kind, channel->value);
		end_key(keys);
	}
	strbuf_fini(&same);
}

static void import_value_channel_keys(struct strbuf *keys, const void *item)
{
	channel_keys_by(keys, item, channel_kept_keys);
}

static void import_value_channel_sought(struct strbuf *keys, const void *item)
{
	channel_keys_by(keys, item, channel_sought_keys);
}

static void import_value_add_channel(struct contact *contact, const void *item)
{
	const struct channel *channel = item;

	contact_add_channel(
		contact, channel->kind, channel->value, channel->label, channel->is_preferred);
}

static void fini_channel(void *item)
{
	struct channel *channel = item;

	free(channel->value);
	free(channel->label);
}

static enum contact_field channel_field(const void *item)
{
	return contact_field_of_channel(((const struct channel *)item)->kind);
}

static void tell_channel_gone(struct strbuf *gone, const void *item)
{
	import_tell_gone(gone, contact_field_label(channel_field(item)),
		((const struct channel *)item)->value);
}

static struct mark tag_mark(const void *item)
{
	return import_mark_of("tag", *(char *const *)item, NULL);
}

static void tag_key(struct strbuf *keys, const void *item)
{
	strbuf_add(keys, *(char *const *)item);
	end_key(keys);
}

static void add_tag(struct contact *contact, const void *item)
{
	contact_add_tag(contact, *(char *const *)item);
}

static void fini_tag(void *item)
{
	free(*(char **)item);
}

static enum contact_field tag_field(const void *item)
{
	(void)item;
	return CONTACT_TAGS;
}

static void tell_tag_gone(struct strbuf *gone, const void *item)
{
	import_tell_gone(gone, contact_field_label(CONTACT_TAGS), *(char *const *)item);
}

static struct mark date_mark(const void *item)
{
	const struct yearly_date *date = item;
	char numbers[64];

	snprintf(numbers, sizeof numbers, "%d %d-%d-%d", (int)date->kind, date->date.year,
		date->date.month, date->date.day);
	return import_mark_of("date", numbers, date->label);
}

/* A person has one birthday, and one day of death: the one that is here stays. */
static bool is_single(enum yearly_kind kind)
{
	return kind == YEARLY_BIRTHDAY || kind == YEARLY_DEATH;
}

static void date_key(struct strbuf *keys, const void *item)
{
	const struct yearly_date *date = item;

	strbuf_add_format(keys, "%d ", (int)date->kind);
	if (!is_single(date->kind)) {
		strbuf_add_format(
			keys, "%d-%d-%d", date->date.year, date->date.month, date->date.day);
		add_optional(keys, date->label);
	}
	end_key(keys);
}

static void add_date(struct contact *contact, const void *item)
{
	const struct yearly_date *date = item;

	contact_add_date(contact, date->kind, date->date, date->label)->is_remembered =
		date->is_remembered;
}

static void fini_date(void *item)
{
	free(((struct yearly_date *)item)->label);
}

static enum contact_field date_field(const void *item)
{
	return contact_field_of_yearly(((const struct yearly_date *)item)->kind);
}

static void tell_date_gone(struct strbuf *gone, const void *item)
{
	char written[64];

	import_tell_gone(gone, contact_field_label(date_field(item)),
		date_format_partial(
			((const struct yearly_date *)item)->date, written, sizeof written));
}

static bool is_less(struct civil_date date, struct civil_date than)
{
	return (than.year && !date.year) || (than.month && !date.month) || (than.day && !date.day);
}

static const struct yearly_date *first_date(const struct contact *contact, enum yearly_kind kind)
{
	const struct yearly_date *date;

	VECTOR_EACH (date, &contact->dates)
		if (date->kind == kind)
			return date;
	return NULL;
}

static bool are_two(int part, int other)
{
	return part && other && part != other;
}

bool import_contradicts(const struct contact *contact, const struct contact *said)
{
	const struct yearly_date *date;

	VECTOR_EACH (date, &said->dates) {
		const struct yearly_date *own =
			is_single(date->kind) ? first_date(contact, date->kind) : NULL;
		if (own && (are_two(own->date.year, date->date.year) ||
				   are_two(own->date.month, date->date.month) ||
				   are_two(own->date.day, date->date.day)))
			return true;
	}
	return false;
}

static bool follow_date(struct strbuf *gone, void *item, const struct contact *said)
{
	struct yearly_date *date = item;
	const struct yearly_date *other = first_date(said, date->kind);

	if (!is_single(date->kind) || !other || is_less(other->date, date->date))
		return false;
	tell_date_gone(gone, item);
	date->date = other->date;
	memory_replace_string(&date->label, other->label);
	return true;
}

/* Where the bytes of a picture begin in a kept line; NULL: it holds none. */
static const char *bytes_in(const char *line)
{
	const char *colon = strchr(line, ':'), *uri;

	if (!colon)
		return NULL;
	if (memmem(line, (size_t)(colon - line), ";ENCODING=", 10))
		return colon + 1;
	uri = ascii_begins(colon + 1, "data:") ? strstr(colon, ";base64,") : NULL;
	return uri ? uri + 8 : NULL;
}

/* What a kept line says: of a picture its bytes, however they are wrapped, in 3.0's way or as 4.0's
 * "data:" address. */
static const char *meaning_of(const struct kept_property *kept, struct strbuf *meaning)
{
	const char *bytes = bytes_in(kept->line);

	if (!bytes)
		vcard_property_meaning(meaning, kept->line);
	return bytes;
}

static struct mark kept_mark(const void *item)
{
	struct strbuf meaning = STRBUF_INIT;
	const char *bytes = meaning_of(item, &meaning);
	struct mark mark =
		import_mark_of(bytes ? "bytes" : "kept", bytes ? bytes : meaning.data, NULL);

	strbuf_fini(&meaning);
	return mark;
}

static void kept_key(struct strbuf *keys, const void *item)
{
	struct strbuf meaning = STRBUF_INIT;
	const char *bytes = meaning_of(item, &meaning);

	strbuf_add_char(keys, bytes ? '=' : ' ');
	strbuf_add(keys, bytes ? bytes : meaning.data);
	end_key(keys);
	strbuf_fini(&meaning);
}

static void fini_kept(void *item)
{
	free(((struct kept_property *)item)->line);
}

static enum contact_field kept_field(const void *item)
{
	(void)item;
	return CONTACT_FIELDS;
}

/* What programs tell each other goes without a word, a picture does not. */
static void tell_kept_gone(struct strbuf *gone, const void *item)
{
	const char *line = ((const struct kept_property *)item)->line;
	struct strbuf text = STRBUF_INIT;
	char *label = NULL;

	if (!kept_line_read(line, &label, &text) && bytes_in(line))
		label = memory_copy_bytes(line, strcspn(line, ";:"));
	if (label)
		import_tell_gone(gone, label, text.data);
	free(label);
	strbuf_fini(&text);
}

static struct mark relation_mark(const void *item)
{
	const struct relation *relation = item;

	return import_mark_of(
		relation_kind_name(relation->kind), relation->name ? relation->name : "", NULL);
}

/* By name, or by who it is. */
static void relation_keys(struct strbuf *keys, const void *item)
{
	const struct relation *relation = item;

	strbuf_add_format(keys, "%d ", (int)relation->kind);
	add_optional(keys, relation->name);
	end_key(keys);
	if (relation->other) {
		strbuf_add_format(keys, "%d %lld", (int)relation->kind, (long long)relation->other);
		end_key(keys);
	}
}

static void import_value_add_relation(struct contact *contact, const void *item)
{
	struct relation *added = vector_push(&contact->relations, item);

	added->name = added->other ? NULL : memory_copy_string(added->name);
}

static bool goes(const void *item)
{
	(void)item;
	return true;
}

static bool kept_goes(const void *item)
{
	return !vcard_may_stay_out(((const struct kept_property *)item)->line);
}

const struct value_list import_lists[] = {
	{ offsetof(struct contact, channels), channel_mark, import_value_channel_keys,
		import_value_add_channel, fini_channel, goes, channel_field, tell_channel_gone,
		NULL, import_value_channel_sought },
	{ offsetof(struct contact, tags), tag_mark, tag_key, add_tag, fini_tag, goes, tag_field,
		tell_tag_gone, NULL, NULL },
	{ offsetof(struct contact, dates), date_mark, date_key, add_date, fini_date, goes,
		date_field, tell_date_gone, follow_date, NULL },
	{ offsetof(struct contact, kept), kept_mark, kept_key, NULL, fini_kept, kept_goes,
		kept_field, tell_kept_gone, NULL, NULL },
	/* Who somebody is to somebody else is never taken back by an address book. */
	{ offsetof(struct contact, relations), relation_mark, relation_keys,
		import_value_add_relation, NULL, NULL, NULL, NULL, NULL, NULL },
};
_Static_assert(
	sizeof import_lists / sizeof *import_lists == IMPORT_LISTS, "each list has its number");
