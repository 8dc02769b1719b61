/* Marks, and what follows from them for each field and list of a contact.
 * Not here: the rule itself; filo/exchange/import.h says it. */
#include "exchange/import/import_update.h"

#include "exchange/hash.h"
#include "exchange/vcard/vcard_property.h"
#include "filo/base/ascii.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/contact_field.h"
#include "filo/people/sameness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MARK_DIGITS 8

/* The mark of a value: 32 bits, which is enough among the few dozen values of one person. */
struct mark {
	char digits[MARK_DIGITS + 1];
};

static struct mark mark_of(const char *what, const char *a, const char *b)
{
	uint64_t hash = exchange_hash(EXCHANGE_HASH_START, what);
	struct mark mark;

	hash = exchange_hash(exchange_hash(hash, "="), a);
	hash = exchange_hash(exchange_hash(hash, ";"), b ? b : "");
	snprintf(mark.digits, sizeof mark.digits, "%08x", (unsigned)(hash ^ hash >> 32));
	return mark;
}

/* Values known by key or by mark, so that each is found however many there are. The "person" of a
 * key is which values it is one of. */
#define OF_BEFORE 1 /* marks of the import before */
#define OF_RECORD 2 /* marks of a list, as the record has it */

static void note_mark(struct person_index *known, const char *digits, contact_id of)
{
	struct mark mark = { "" };

	memcpy(mark.digits, digits, MARK_DIGITS);
	person_index_add_key(known, BY_VALUE, mark.digits, of);
}

static void note_marks(struct person_index *known, const char *marks)
{
	for (size_t len = marks ? strlen(marks) : 0; len >= MARK_DIGITS; len -= MARK_DIGITS) {
		note_mark(known, marks, OF_BEFORE);
		marks += MARK_DIGITS;
	}
}

static bool has_mark(const struct person_index *known, const struct mark *mark)
{
	return person_index_has(known, BY_VALUE, mark->digits, OF_BEFORE);
}

/* The UID is never changed by a source. */
static bool is_text(enum contact_field field)
{
	return contact_field(field)->type == TYPE_TEXT && field != CONTACT_UID;
}

/* Notes up to here are looked through for what is said; of a longer one the paragraphs are known.
 */
#define LOOKED_THROUGH_BYTES (64 << 10)

/* Whether all paragraphs of `text` are known as the note's; notes those that are not. */
static bool note_paragraphs(struct import_known *known, const char *text)
{
	bool were_known = true;

	for (size_t len; *text; text += len + strspn(text + len, "\n")) {
		const char *end = strstr(text, "\n\n");
		len = end ? (size_t)(end - text) : strlen(text);
		char *paragraph = memory_copy_bytes(text, len);
		were_known &= person_index_has(&known->values, BY_VALUE, paragraph, known->notes);
		person_index_add_key(&known->values, BY_VALUE, paragraph, known->notes);
		free(paragraph);
	}
	return were_known;
}

static bool note_says(struct import_known *known, const char *own, const char *said)
{
	if (!known->notes && strnlen(own, LOOKED_THROUGH_BYTES) < LOOKED_THROUGH_BYTES)
		return strstr(own, said);
	if (!known->notes) {
		known->notes = ++known->last;
		note_paragraphs(known, own);
	}
	return note_paragraphs(known, said);
}

/* Two notes by different hands are both kept. */
static bool append_note(char **own, struct import_known *known, const char *said)
{
	if (!*own || note_says(known, *own, said))
		return false;
	size_t len = strlen(*own), said_len = strlen(said);
	*own = memory_resize(*own, len + said_len + 3);
	memcpy(*own + len, "\n\n", 2);
	memcpy(*own + len + 2, said, said_len + 1);
	return true;
}

static bool update_field(struct contact *contact, struct import_known *known,
	const struct record *record, enum contact_field field, const struct person_index *before)
{
	const char *said = *contact_field_text(&record->contact, field);
	const char *what = contact_field(field)->key;
	char **own = contact_field_text(contact, field);
	struct mark mark;

	if (text_is_same(said, *own))
		return false;
	if (before->count && !text_is_blank(*own)) {
		mark = mark_of(what, *own, NULL);
		if (has_mark(before, &mark)) {
			if (!said && field == CONTACT_NAME)
				return false;
			memory_replace_string(own, said);
			known->notes = 0;
			return true;
		}
	}
	if (text_is_blank(said))
		return false;
	mark = mark_of(what, said, NULL);
	if (has_mark(before, &mark))
		return false; /* brought before, and changed here since */
	if (text_is_blank(*own)) {
		memory_replace_string(own, said);
		return true;
	}
	return contact_field(field)->is_multiline ? append_note(own, known, said) : false;
}

/* The lists, each as functions over its items, so that one procedure joins them all. */
struct value_list {
	size_t offset; /* of the vector in struct contact */
	struct mark (*mark)(const void *item);
	/* The same for items that mean the same; of a second way to be so, too. False: no such way.
	 */
	bool (*key)(struct strbuf *key, const void *item, int way);
	void (*add)(struct contact *contact, const void *item);
	void (*fini)(void *item);
	bool (*can_go)(const void *item); /* the source may take it back; NULL: none */
};

static struct mark channel_mark(const void *item)
{
	const struct channel *channel = item;
	struct strbuf label = STRBUF_INIT;

	strbuf_add(&label, channel->label ? channel->label : "");
	strbuf_add(&label, channel->is_preferred ? "!" : "");
	struct mark mark = mark_of(channel_kind_name(channel->kind), channel->value, label.data);
	strbuf_fini(&label);
	return mark;
}

static void add_optional(struct strbuf *key, const char *text)
{
	strbuf_add_char(key, text ? '+' : '-');
	strbuf_add(key, text ? text : "");
}

static bool import_update_channel_key(struct strbuf *key, const void *item, int way)
{
	const struct channel *channel = item;
	struct strbuf same = STRBUF_INIT;

	channel_key(&same, channel->kind, channel->value);
	strbuf_add_format(key, "%d ", (int)channel->kind);
	add_optional(key, same.len ? same.data : NULL);
	if (!same.len)
		strbuf_add(key, channel->value);
	strbuf_fini(&same);
	return !way;
}

static void import_update_add_channel(struct contact *contact, const void *item)
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

static struct mark tag_mark(const void *item)
{
	return mark_of("tag", *(char *const *)item, NULL);
}

static bool tag_key(struct strbuf *key, const void *item, int way)
{
	strbuf_add(key, *(char *const *)item);
	return !way;
}

static void add_tag(struct contact *contact, const void *item)
{
	contact_add_tag(contact, *(char *const *)item);
}

static void fini_tag(void *item)
{
	free(*(char **)item);
}

static struct mark date_mark(const void *item)
{
	const struct yearly_date *date = item;
	char numbers[64];

	snprintf(numbers, sizeof numbers, "%d %d-%d-%d", (int)date->kind, date->date.year,
		date->date.month, date->date.day);
	return mark_of("date", numbers, date->label);
}

static bool date_key(struct strbuf *key, const void *item, int way)
{
	const struct yearly_date *date = item;

	strbuf_add_format(key, "%d ", (int)date->kind);
	/* A person has one birthday, and one day of death: the one that is here stays. */
	if (date->kind == YEARLY_BIRTHDAY || date->kind == YEARLY_DEATH)
		return !way;
	strbuf_add_format(key, "%d-%d-%d", date->date.year, date->date.month, date->date.day);
	add_optional(key, date->label);
	return !way;
}

static void update_add_date(struct contact *contact, const void *item)
{
	const struct yearly_date *date = item;

	contact_add_date(contact, date->kind, date->date, date->label)->is_remembered =
		date->is_remembered;
}

static void fini_date(void *item)
{
	free(((struct yearly_date *)item)->label);
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
	struct mark mark = mark_of(bytes ? "bytes" : "kept", bytes ? bytes : meaning.data, NULL);

	strbuf_fini(&meaning);
	return mark;
}

static bool kept_key(struct strbuf *key, const void *item, int way)
{
	struct strbuf meaning = STRBUF_INIT;
	const char *bytes = meaning_of(item, &meaning);

	strbuf_add_char(key, bytes ? '=' : ' ');
	strbuf_add(key, bytes ? bytes : meaning.data);
	strbuf_fini(&meaning);
	return !way;
}

static void add_kept(struct contact *contact, const void *item)
{
	contact_add_kept(contact, ((const struct kept_property *)item)->line);
}

static void fini_kept(void *item)
{
	free(((struct kept_property *)item)->line);
}

static struct mark relation_mark(const void *item)
{
	const struct relation *relation = item;

	return mark_of(
		relation_kind_name(relation->kind), relation->name ? relation->name : "", NULL);
}

/* By name, or by who it is. */
static bool import_update_relation_key(struct strbuf *key, const void *item, int way)
{
	const struct relation *relation = item;

	strbuf_add_format(key, "%d ", (int)relation->kind);
	if (!way)
		add_optional(key, relation->name);
	else
		strbuf_add_format(key, "%lld", (long long)relation->other);
	return !way || (way == 1 && relation->other);
}

static void import_update_add_relation(struct contact *contact, const void *item)
{
	struct relation *added = vector_push(&contact->relations, item);

	added->name = added->other ? NULL : memory_copy_string(added->name);
}

static bool goes(const void *item)
{
	(void)item;
	return true;
}

/* What is named as no server takes it is missing in 3.0, and nobody took it back. */
static bool goes_by_name(const void *item)
{
	const char *line = ((const struct kept_property *)item)->line;

	return line[strcspn(line, "/;:")] != '/';
}

static const struct value_list lists[] = {
	{ offsetof(struct contact, channels), channel_mark, import_update_channel_key,
		import_update_add_channel, fini_channel, goes },
	{ offsetof(struct contact, tags), tag_mark, tag_key, add_tag, fini_tag, goes },
	{ offsetof(struct contact, dates), date_mark, date_key, update_add_date, fini_date, goes },
	{ offsetof(struct contact, kept), kept_mark, kept_key, add_kept, fini_kept, goes_by_name },
	/* Who somebody is to somebody else is never taken back by an address book. */
	{ offsetof(struct contact, relations), relation_mark, import_update_relation_key,
		import_update_add_relation, NULL, NULL },
};
_Static_assert(sizeof lists / sizeof *lists == IMPORT_LISTS, "each list has its number");

void import_known_fini(struct import_known *known)
{
	person_index_fini(&known->values);
	*known = (struct import_known){ 0 };
}

static struct vector *items_of(const struct contact *contact, const struct value_list *list)
{
	return (struct vector *)((char *)contact + list->offset);
}

static void note_item(struct import_known *known, const struct value_list *list, const void *item)
{
	struct strbuf key = STRBUF_INIT;

	for (int way = 0; list->key(&key, item, way); way++) {
		person_index_add_key(
			&known->values, BY_VALUE, key.data, known->lists[list - lists]);
		strbuf_clear(&key);
	}
	strbuf_fini(&key);
}

static void note_items(
	struct import_known *known, const struct value_list *list, const struct contact *contact)
{
	const struct vector *items = items_of(contact, list);

	if (known->lists[list - lists])
		return;
	known->lists[list - lists] = ++known->last;
	for (size_t i = 0; i < items->count; i++)
		note_item(known, list, vector_at(items, i));
}

static bool has_item(
	const struct import_known *known, const struct value_list *list, const void *item)
{
	struct strbuf key = STRBUF_INIT;
	bool is_there = false;

	for (int way = 0; !is_there && list->key(&key, item, way); way++) {
		is_there = person_index_has(
			&known->values, BY_VALUE, key.data, known->lists[list - lists]);
		strbuf_clear(&key);
	}
	strbuf_fini(&key);
	return is_there;
}

/* What the source brought before, and says no more. */
static bool take_back(struct contact *contact, const struct record *record,
	const struct value_list *list, const struct person_index *before)
{
	struct vector *own = items_of(contact, list);
	const struct vector *said = items_of(&record->contact, list);
	struct person_index known = { 0 };
	size_t count = own->count, left = 0;

	for (size_t i = 0; i < said->count; i++)
		note_mark(&known, list->mark(vector_at(said, i)).digits, OF_RECORD);
	for (size_t i = 0; i < count; i++) {
		void *item = vector_at(own, i);
		struct mark mark = list->mark(item);
		if (has_mark(before, &mark) && list->can_go(item) &&
			!person_index_has(&known, BY_VALUE, mark.digits, OF_RECORD))
			list->fini(item);
		else
			memmove(vector_at(own, left++), item, own->item_bytes);
	}
	own->count = left;
	person_index_fini(&known);
	return left != count;
}

static bool import_update_list(struct contact *contact, struct import_known *known,
	const struct record *record, const struct value_list *list,
	const struct person_index *before)
{
	const struct vector *said = items_of(&record->contact, list);
	bool has_changed =
		list->can_go && before->count && take_back(contact, record, list, before);

	if (has_changed)
		known->lists[list - lists] = 0;
	if (said->count)
		note_items(known, list, contact);
	for (size_t i = 0; i < said->count; i++) {
		const void *item = vector_at(said, i);
		struct mark mark = list->mark(item);
		if (has_mark(before, &mark) || has_item(known, list, item))
			continue;
		list->add(contact, item);
		note_item(known, list, item);
		has_changed = true;
	}
	return has_changed;
}

/* What only the user decides is taken from a file where there is nothing yet. */
static bool import_update_own(struct contact *contact, const struct contact *said)
{
	bool has_changed = false;

	CONTACT_FIELD_EACH (field) {
		if (is_text(field) || !contact_field(field)->column ||
			contact_field_says(contact, field) || !contact_field_says(said, field))
			continue;
		contact_field_set(contact, said, field);
		has_changed = true;
	}
	return has_changed;
}

bool import_update_record(struct contact *contact, struct import_known *known,
	const struct record *record, const char *marks, const char *new_marks)
{
	struct person_index before = { 0 };

	/* All of it was brought before, and nothing that was is missing. */
	if (marks && !strcmp(marks, new_marks))
		return false;
	/* Circle and wish are the user's once the person is known here. */
	bool has_changed = marks ? false : import_update_own(contact, &record->contact);

	note_marks(&before, marks);
	CONTACT_FIELD_EACH (field)
		has_changed |=
			is_text(field) && update_field(contact, known, record, field, &before);
	for (size_t i = 0; i < IMPORT_LISTS; i++)
		has_changed |= import_update_list(contact, known, record, &lists[i], &before);
	person_index_fini(&before);
	return has_changed;
}

static bool holds_all(const struct contact *contact, struct import_known *known,
	const struct value_list *list, const struct vector *said)
{
	bool holds = true;

	if (said->count)
		note_items(known, list, contact);
	for (size_t i = 0; i < said->count && holds; i++)
		holds = has_item(known, list, vector_at(said, i));
	return holds;
}

bool import_update_adds_nothing(const struct contact *contact, const struct record *record)
{
	CONTACT_FIELD_EACH (field)
		if (is_text(field) && contact_field_says(&record->contact, field) &&
			!contact_field_is_same(contact, &record->contact, field))
			return false;
	struct import_known known = { 0 };
	bool holds = true;
	for (size_t i = 0; i < IMPORT_LISTS && holds; i++)
		holds = holds_all(
			contact, &known, &lists[i], items_of(&record->contact, &lists[i]));
	import_known_fini(&known);
	return holds;
}

char *import_update_marks(const struct record *record)
{
	struct strbuf marks = STRBUF_INIT;

	CONTACT_FIELD_EACH (field) {
		char **said = contact_field_text(&record->contact, field);
		if (is_text(field) && !text_is_blank(*said))
			strbuf_add(&marks, mark_of(contact_field(field)->key, *said, NULL).digits);
	}
	for (size_t i = 0; i < IMPORT_LISTS; i++) {
		const struct vector *said = items_of(&record->contact, &lists[i]);
		for (size_t j = 0; j < said->count; j++)
			strbuf_add(&marks, lists[i].mark(vector_at(said, j)).digits);
	}
	return strbuf_take(&marks);
}
