/* Marks, and what follows from them for each field and list of a contact.
 * Not here: the rule itself; filo/exchange/import.h says it. */
#include "exchange/import/import_update.h"

#include "exchange/hash.h"
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

static bool has_mark(const char *marks, const struct mark *mark)
{
	for (; marks && *marks; marks += MARK_DIGITS)
		if (!strncmp(marks, mark->digits, MARK_DIGITS))
			return true;
	return false;
}

/* The UID is never changed by a source. */
static bool is_text(enum contact_field field)
{
	return contact_field(field)->type == TYPE_TEXT && field != CONTACT_UID;
}

/* Two notes by different hands are both kept. */
static bool append_note(char **own, const char *said)
{
	struct strbuf joined = STRBUF_INIT;

	if (!*own || strstr(*own, said))
		return false;
	strbuf_add_format(&joined, "%s\n\n%s", *own, said);
	free(*own);
	*own = strbuf_take(&joined);
	return true;
}

static bool update_field(struct contact *contact, const struct record *record,
	enum contact_field field, const char *marks)
{
	const char *said = *contact_field_text(&record->contact, field);
	const char *what = contact_field(field)->key;
	char **own = contact_field_text(contact, field);
	struct mark mark;

	if (text_is_same(said, *own))
		return false;
	if (!text_is_blank(*own)) {
		mark = mark_of(what, *own, NULL);
		if (has_mark(marks, &mark)) {
			if (!said && field == CONTACT_NAME)
				return false;
			memory_replace_string(own, said);
			return true;
		}
	}
	if (text_is_blank(said))
		return false;
	mark = mark_of(what, said, NULL);
	if (has_mark(marks, &mark))
		return false; /* brought before, and changed here since */
	if (text_is_blank(*own)) {
		memory_replace_string(own, said);
		return true;
	}
	return contact_field(field)->is_multiline ? append_note(own, said) : false;
}

/* The lists, each as functions over its items, so that one procedure joins them all. */
struct list {
	size_t offset; /* of the vector in struct contact */
	struct mark (*mark)(const void *item);
	bool (*is_there)(const struct contact *contact, const void *item); /* or means the same */
	void (*add)(struct contact *contact, const void *item);
	void (*fini)(void *item);
	bool is_removable; /* the source may take it back */
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

static bool import_update_has_channel(const struct contact *contact, const void *item)
{
	const struct channel *own;

	VECTOR_EACH (own, &contact->channels)
		if (channel_is_same(own, item))
			return true;
	return false;
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

static bool has_tag(const struct contact *contact, const void *item)
{
	char **tag;

	VECTOR_EACH (tag, &contact->tags)
		if (!strcmp(*tag, *(char *const *)item))
			return true;
	return false;
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

static bool import_update_has_date(const struct contact *contact, const void *item)
{
	const struct yearly_date *date = item;
	struct yearly_date *own;

	VECTOR_EACH (own, &contact->dates) {
		/* A person has one birthday, and one day of death: the one that is here stays. */
		if (own->kind == date->kind &&
			(date->kind == YEARLY_BIRTHDAY || date->kind == YEARLY_DEATH))
			return true;
		if (yearly_date_is_same(own, date))
			return true;
	}
	return false;
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

/* A picture is the same however it is wrapped: in 3.0's way, or as 4.0's "data:" address. */
static struct mark kept_mark(const void *item)
{
	const char *line = ((const struct kept_property *)item)->line, *bytes = bytes_in(line);

	return bytes ? mark_of("bytes", bytes, NULL) : mark_of("kept", line, NULL);
}

static bool import_update_has_kept(const struct contact *contact, const void *item)
{
	const char *line = ((const struct kept_property *)item)->line, *bytes = bytes_in(line);
	struct kept_property *own;

	VECTOR_EACH (own, &contact->kept) {
		const char *own_bytes = bytes ? bytes_in(own->line) : NULL;
		if (own_bytes ? !strcmp(own_bytes, bytes) : !strcmp(own->line, line))
			return true;
	}
	return false;
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

static bool import_update_has_relation(const struct contact *contact, const void *item)
{
	const struct relation *relation = item;
	struct relation *own;

	VECTOR_EACH (own, &contact->relations)
		if (relation_is_same(own, relation) ||
			(own->kind == relation->kind && text_is_same(own->name, relation->name)))
			return true;
	return false;
}

static void import_update_add_relation(struct contact *contact, const void *item)
{
	struct relation *added = vector_push(&contact->relations, item);

	added->name = added->other ? NULL : memory_copy_string(added->name);
}

static const struct list lists[] = {
	{ offsetof(struct contact, channels), channel_mark, import_update_has_channel,
		import_update_add_channel, fini_channel, true },
	{ offsetof(struct contact, tags), tag_mark, has_tag, add_tag, fini_tag, true },
	{ offsetof(struct contact, dates), date_mark, import_update_has_date, add_date, fini_date,
		true },
	{ offsetof(struct contact, kept), kept_mark, import_update_has_kept, add_kept, fini_kept,
		true },
	/* Who somebody is to somebody else is never taken back by an address book. */
	{ offsetof(struct contact, relations), relation_mark, import_update_has_relation,
		import_update_add_relation, NULL, false },
};
#define LISTS (sizeof lists / sizeof *lists)

static struct vector *items_of(const struct contact *contact, const struct list *list)
{
	return (struct vector *)((char *)contact + list->offset);
}

static bool import_update_says(
	const struct record *record, const struct list *list, const struct mark *mark)
{
	const struct vector *said = items_of(&record->contact, list);

	for (size_t i = 0; i < said->count; i++) {
		struct mark other = list->mark(vector_at(said, i));
		if (!strcmp(other.digits, mark->digits))
			return true;
	}
	return false;
}

static bool import_update_list(struct contact *contact, const struct record *record,
	const struct list *list, const char *marks)
{
	struct vector *own = items_of(contact, list);
	const struct vector *said = items_of(&record->contact, list);
	bool has_changed = false;

	for (size_t i = own->count; list->is_removable && marks && i-- > 0;) {
		struct mark mark = list->mark(vector_at(own, i));
		if (!has_mark(marks, &mark) || import_update_says(record, list, &mark))
			continue;
		list->fini(vector_at(own, i));
		vector_remove(own, i);
		has_changed = true;
	}
	for (size_t i = 0; i < said->count; i++) {
		const void *item = vector_at(said, i);
		struct mark mark = list->mark(item);
		if (has_mark(marks, &mark) || list->is_there(contact, item))
			continue;
		list->add(contact, item);
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

bool import_update_record(struct contact *contact, const struct record *record, const char *marks)
{
	/* Circle and wish are the user's once the person is known here. */
	bool has_changed = marks ? false : import_update_own(contact, &record->contact);

	CONTACT_FIELD_EACH (field)
		has_changed |= is_text(field) && update_field(contact, record, field, marks);
	for (size_t i = 0; i < LISTS; i++)
		has_changed |= import_update_list(contact, record, &lists[i], marks);
	return has_changed;
}

bool import_update_adds_nothing(const struct contact *contact, const struct record *record)
{
	CONTACT_FIELD_EACH (field)
		if (is_text(field) && contact_field_says(&record->contact, field) &&
			!contact_field_is_same(contact, &record->contact, field))
			return false;
	for (size_t i = 0; i < LISTS; i++) {
		const struct vector *said = items_of(&record->contact, &lists[i]);
		for (size_t j = 0; j < said->count; j++)
			if (!lists[i].is_there(contact, vector_at(said, j)))
				return false;
	}
	return true;
}

char *import_update_marks(const struct record *record)
{
	struct strbuf marks = STRBUF_INIT;

	CONTACT_FIELD_EACH (field) {
		char **said = contact_field_text(&record->contact, field);
		if (is_text(field) && !text_is_blank(*said))
			strbuf_add(&marks, mark_of(contact_field(field)->key, *said, NULL).digits);
	}
	for (size_t i = 0; i < LISTS; i++) {
		const struct vector *said = items_of(&record->contact, &lists[i]);
		for (size_t j = 0; j < said->count; j++)
			strbuf_add(&marks, lists[i].mark(vector_at(said, j)).digits);
	}
	return strbuf_take(&marks);
}
