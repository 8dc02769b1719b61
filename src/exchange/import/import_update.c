/* What follows from the marks of earlier imports, for each field and list of a contact.
 * Not here: the rule itself (filo/exchange/import.h), items of lists (import_values.c). */
#include "exchange/import/import_update.h"

#include "exchange/hash.h"
#include "exchange/import/import_values.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/contact_field.h"
#include "filo/people/kept_groups.h"
#include "filo/people/sameness.h"

#include <stdlib.h>
#include <string.h>

/* Values known by key or by mark, so that each is found however many there are. The "person" of a
 * key is which values it is one of. */
#define OF_RECORD 1 /* marks of a list, as the record has it */
#define OF_SAID   2 /* keys of it */

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
	/* So much of it was seen already. */
	size_t len = known->hashed_bytes, said_len = strlen(said);
	len += strlen(*own + len);
	*own = memory_resize(*own, len + said_len + 3);
	memcpy(*own + len, "\n\n", 2);
	memcpy(*own + len + 2, said, said_len + 1);
	return true;
}

/* Whether an earlier name is this one with more to it. */
static bool name_says_more(const char *own, const char *said)
{
	struct strbuf more = STRBUF_INIT, less = STRBUF_INIT;

	name_key(&more, own);
	name_key(&less, said);
	bool says_more = more.len > less.len && names_agree(own, said) != NAMES_DIFFER;
	strbuf_fini(&more);
	strbuf_fini(&less);
	return says_more;
}

/* Whether what a source brought gives way to what it says now. Without a UID that may be another
 * file of its kind, which knows less; a note gives way to that of the same row. */
static bool gives_way(const struct record *record, enum contact_field field, const char *own,
	const char *said, bool is_of_row)
{
	const struct contact_field_row *row = contact_field(field);

	if (record_takes_back(record, field))
		return said || field != CONTACT_NAME;
	if (!said || row->is_multiline)
		return said && (is_of_row || strstr(said, own));
	return !(field == CONTACT_NAME || row->name_part) || !name_says_more(own, said);
}

/* A name is told for itself, by who imports. */
static void tell_field_gone(
	struct import_known *known, enum contact_field field, const char *own, const char *said)
{
	const struct contact_field_row *row = contact_field(field);

	if (row->label && !row->name_part && field != CONTACT_NAME && !(said && strstr(said, own)))
		import_tell_gone(&known->gone, contact_field_label(field), own);
}

/* Of a note to which every card adds what it adds is hashed, and no more. */
static struct mark mark_of_own(
	struct import_known *known, enum contact_field field, const char *own)
{
	const char *what = contact_field(field)->key;

	if (field != CONTACT_NOTE)
		return import_mark_of(what, own, NULL);
	if (!known->hashed_bytes)
		known->note_hash = import_mark_begin(what);
	const char *rest = own + known->hashed_bytes;
	known->note_hash = exchange_hash(known->note_hash, rest);
	known->hashed_bytes += strlen(rest);
	return import_mark_end(known->note_hash, NULL);
}

static bool update_field(struct contact *contact, struct import_known *known,
	const struct record *record, enum contact_field field, const struct import_marks *marks)
{
	const char *said = *contact_field_text(&record->contact, field);
	char **own = contact_field_text(contact, field);
	struct mark mark;

	if (text_is_same(said, *own))
		return false;
	if (marks->before && !text_is_blank(*own)) {
		mark = mark_of_own(known, field, *own);
		bool is_of_row = import_marks_has(marks->of_row, mark.digits);
		if (import_marks_has(marks->before, mark.digits) &&
			gives_way(record, field, *own, said, is_of_row)) {
			tell_field_gone(known, field, *own, said);
			memory_replace_string(own, said);
			if (field == CONTACT_NOTE)
				known->notes = known->hashed_bytes = 0;
			return true;
		}
	}
	if (text_is_blank(said))
		return false;
	mark = import_mark_of(contact_field(field)->key, said, NULL);
	if (import_marks_has(marks->before, mark.digits))
		return false; /* brought before, and changed here since */
	if (text_is_blank(*own)) {
		memory_replace_string(own, said);
		return true;
	}
	return contact_field(field)->is_multiline ? append_note(own, known, said) : false;
}

void import_known_fini(struct import_known *known)
{
	person_index_fini(&known->values);
	strbuf_fini(&known->gone);
	*known = (struct import_known){ 0 };
}

static struct vector *items_of(const struct contact *contact, const struct value_list *list)
{
	return (struct vector *)((char *)contact + list->offset);
}

static void note_keys(
	struct person_index *values, const struct value_list *list, const void *item, contact_id of)
{
	struct strbuf keys = STRBUF_INIT;
	const char *key;

	list->keys(&keys, item);
	KEYS_EACH (key, &keys)
		person_index_add_key(values, BY_VALUE, key, of);
	strbuf_fini(&keys);
}

static void note_item(struct import_known *known, const struct value_list *list, const void *item)
{
	note_keys(&known->values, list, item, known->lists[list - import_lists]);
}

static void note_items(
	struct import_known *known, const struct value_list *list, const struct contact *contact)
{
	const struct vector *items = items_of(contact, list);

	if (known->lists[list - import_lists])
		return;
	known->lists[list - import_lists] = ++known->last;
	for (size_t i = 0; i < items->count; i++)
		note_item(known, list, vector_at(items, i));
}

static bool has_keys(const struct person_index *values, const struct value_list *list,
	const void *item, contact_id of)
{
	struct strbuf keys = STRBUF_INIT;
	const char *key;
	bool is_there = false;

	(list->sought ? list->sought : list->keys)(&keys, item);
	KEYS_EACH (key, &keys)
		is_there = is_there || person_index_has(values, BY_VALUE, key, of);
	strbuf_fini(&keys);
	return is_there;
}

static bool has_item(
	const struct import_known *known, const struct value_list *list, const void *item)
{
	return has_keys(&known->values, list, item, known->lists[list - import_lists]);
}

static void note_said(
	struct person_index *said, const struct value_list *list, const struct vector *items)
{
	for (size_t i = 0; i < items->count; i++) {
		struct mark mark = list->mark(vector_at(items, i));
		person_index_add_key(said, BY_VALUE, mark.digits, OF_RECORD);
		note_keys(said, list, vector_at(items, i), OF_SAID);
	}
}

/* What is said again, written otherwise, is not gone. */
static void forget_item(struct import_known *known, const struct value_list *list, void *item,
	const struct person_index *said)
{
	if (list->follow || !has_keys(said, list, item, OF_SAID))
		list->tell_gone(&known->gone, item);
	list->fini(item);
}

/* What the source brought before, and says no more. */
static bool take_back(struct contact *contact, struct import_known *known,
	const struct record *record, const struct value_list *list, const struct number_map *before)
{
	struct vector *own = items_of(contact, list);
	struct person_index said = { 0 };
	size_t count = own->count, left = 0;
	bool has_followed = false;

	note_said(&said, list, items_of(&record->contact, list));
	for (size_t i = 0; i < count; i++) {
		void *item = vector_at(own, i);
		struct mark mark = list->mark(item);
		bool is_missing = import_marks_has(before, mark.digits) && list->can_go(item) &&
				  !person_index_has(&said, BY_VALUE, mark.digits, OF_RECORD);
		if (is_missing && record_takes_back(record, list->field(item))) {
			forget_item(known, list, item, &said);
			continue;
		}
		has_followed |= is_missing && list->follow &&
				list->follow(&known->gone, item, &record->contact);
		memmove(vector_at(own, left++), item, own->item_bytes);
	}
	own->count = left;
	person_index_fini(&said);
	return left != count || has_followed;
}

static void add_kept(struct contact *contact, const struct contact *from,
	const struct value_list *list, const bool *is_new)
{
	struct person_index said = { 0 };
	bool *is_other = memory_new(contact->kept.count);

	note_said(&said, list, &from->kept);
	for (size_t i = 0; i < contact->kept.count; i++) {
		struct mark mark = list->mark(vector_at(&contact->kept, i));
		is_other[i] = !person_index_has(&said, BY_VALUE, mark.digits, OF_RECORD);
	}
	kept_groups_join(contact, from, is_new, is_other);
	person_index_fini(&said);
	free(is_other);
}

static bool import_update_list(struct contact *contact, struct import_known *known,
	const struct record *record, const struct value_list *list, const struct number_map *before)
{
	const struct vector *said = items_of(&record->contact, list);
	bool *is_new = memory_new(said->count), has_new = false;
	bool has_changed =
		list->can_go && before && take_back(contact, known, record, list, before);

	if (has_changed)
		known->lists[list - import_lists] = 0;
	if (said->count)
		note_items(known, list, contact);
	for (size_t i = 0; i < said->count; i++) {
		const void *item = vector_at(said, i);
		struct mark mark = list->mark(item);
		is_new[i] = !import_marks_has(before, mark.digits) && !has_item(known, list, item);
		has_new |= is_new[i];
		if (!is_new[i])
			continue;
		note_item(known, list, item);
		if (list->add)
			list->add(contact, item);
	}
	if (has_new && !list->add)
		add_kept(contact, &record->contact, list, is_new);
	free(is_new);
	return has_changed || has_new;
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
	const struct record *record, const struct import_marks *marks)
{
	/* All of it was brought before, and nothing that was is missing. */
	if (marks->is_same)
		return false;
	/* Circle and wish are the user's once the person is known here. */
	bool has_changed = marks->before ? false : import_update_own(contact, &record->contact);

	strbuf_clear(&known->gone);
	CONTACT_FIELD_EACH (field)
		has_changed |= is_text(field) && update_field(contact, known, record, field, marks);
	for (size_t i = 0; i < IMPORT_LISTS; i++)
		has_changed |=
			import_update_list(contact, known, record, &import_lists[i], marks->before);
	if (known->gone.len)
		text_join_lines(known->gone.data);
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
	bool has_new = (record->circle && !contact->circle) ||
		       (record->contact.cadence_days && !contact->cadence_days);
	bool holds = !has_new && !import_contradicts(contact, &record->contact);
	for (size_t i = 0; i < IMPORT_LISTS && holds; i++)
		holds = holds_all(contact, &known, &import_lists[i],
			items_of(&record->contact, &import_lists[i]));
	import_known_fini(&known);
	return holds;
}

char *import_update_marks(const struct record *record)
{
	struct strbuf marks = STRBUF_INIT;

	CONTACT_FIELD_EACH (field) {
		char **said = contact_field_text(&record->contact, field);
		if (is_text(field) && !text_is_blank(*said))
			strbuf_add(&marks,
				import_mark_of(contact_field(field)->key, *said, NULL).digits);
	}
	for (size_t i = 0; i < IMPORT_LISTS; i++) {
		const struct vector *said = items_of(&record->contact, &import_lists[i]);
		for (size_t j = 0; j < said->count; j++)
			strbuf_add(&marks, import_lists[i].mark(vector_at(said, j)).digits);
	}
	return strbuf_take(&marks);
}
