/* What people of a file have to do with each other: relations, and groups, which become tags. Both
 * may name somebody who comes later in the file, in a later import, or never.
 * Not here: the people (import_people.c). */
#include "exchange/import/import_ties.h"

#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/contact_field.h"
#include "filo/people/kept_line.h"
#include "filo/people/sameness.h"
#include "filo/store/contacts.h"
#include "filo/store/sources.h"

#include <stdlib.h>
#include <string.h>

static bool find_by_uid(const struct importing *importing, const char *uid, contact_id *id)
{
	struct strbuf card = STRBUF_INIT;

	/* Of a card whose person had another UID here. */
	strbuf_add_format(&card, "vcard:%s", uid);
	bool is_found = person_index_find(&importing->people, BY_UID, uid, id, 1) ||
			person_index_find(&importing->people, BY_SOURCE, card.data, id, 1);
	strbuf_fini(&card);
	return is_found;
}

/* The one person who is reached so; nobody when there are two. */
static bool find_by_channel(const struct importing *importing, enum channel_kind kind,
	const char *value, contact_id *id)
{
	contact_id ids[2];
	bool is_found =
		person_index_find_channel(&importing->people, BY_CHANNEL, kind, value, ids, 2) == 1;

	if (is_found)
		*id = ids[0];
	return is_found;
}

/* By UID; or by a URI of a way to reach them. */
static bool find_by_uri(const struct importing *importing, const char *uri, contact_id *id)
{
	if (find_by_uid(importing, uri, id))
		return true;
	if (ascii_begins(uri, "mailto:"))
		return find_by_channel(importing, CHANNEL_EMAIL, uri + 7, id);
	if (ascii_begins(uri, "tel:"))
		return find_by_channel(importing, CHANNEL_PHONE, uri + 4, id);
	return strchr(uri, ':') && find_by_channel(importing, CHANNEL_MESSENGER, uri, id);
}

void importing_relate(struct importing *importing, struct contact *contact)
{
	struct relation *relation;

	VECTOR_EACH (relation, &contact->relations) {
		contact_id other;
		const char *uid = relation_uid(relation->name);
		if (uid && !relation->other && find_by_uri(importing, uid, &other))
			relation->other = other;
	}
}

/* What a group's card says besides its members, by name; a tag has no place for it. */
static void list_group_left_out(struct strbuf *out, const struct contact *contact)
{
	const struct kept_property *kept;

	CONTACT_FIELD_EACH (field)
		if (contact_field_says(contact, field) && field != CONTACT_NAME &&
			field != CONTACT_UID && !contact_field(field)->name_part)
			strbuf_add_item(out, ", ", contact_field_label(field));
	VECTOR_EACH (kept, &contact->kept) {
		struct strbuf text = STRBUF_INIT;
		char *name = NULL;
		if (kept_line_read(kept->line, &name, &text))
			strbuf_add_item(out, ", ", name);
		free(name);
		strbuf_fini(&text);
	}
}

static void tell_group_left_out(struct importing *importing, const struct record *record)
{
	struct strbuf what = STRBUF_INIT, told = STRBUF_INIT;

	list_group_left_out(&what, &record->contact);
	strbuf_add_format(&told,
		_("The group \"%s\" becomes a tag; what else its card says was left out: %s"),
		record->contact.name, what.data);
	if (what.len)
		importing_problem_in(
			importing, importing->source->name, record->line, false, told.data);
	strbuf_fini(&what);
	strbuf_fini(&told);
}

enum status importing_group(struct importing *importing, struct record *record, struct error *err)
{
	if (!record->members.count)
		return importing_problem(importing, record->line, true,
			_("This is a group without members; there is nothing to take from it"),
			err);
	if (text_is_blank(record->contact.name))
		return importing_problem(importing, record->line, true,
			_("This is a group without a name; its members cannot be tagged with it"),
			err);
	tell_group_left_out(importing, record);
	struct pending_group group = { .tag = memory_copy_string(record->contact.name),
		.members = record->members,
		.file = memory_copy_string(importing->source->name),
		.line = record->line };
	vector_init(&record->members, sizeof(char *));
	vector_push(&importing->groups, &group);
	return STATUS_OK;
}

void importing_forget_groups(struct importing *importing)
{
	struct pending_group *group;

	VECTOR_EACH (group, &importing->groups) {
		vector_fini_strings(&group->members);
		free(group->tag);
		free(group->file);
	}
	vector_fini(&importing->groups);
}

static void tell_missing(
	struct importing *importing, const struct pending_group *group, size_t missing)
{
	struct strbuf reason = STRBUF_INIT;
	size_t count = group->members.count;

	if (missing == count)
		strbuf_add_format(&reason,
			_("None of those in the group \"%s\" is in the address book"), group->tag);
	else
		strbuf_add_format(&reason,
			NP_("%zu of those in the group \"%s\" is not in the address book",
				"%zu of those in the group \"%s\" are not in the address book",
				missing),
			missing, group->tag);
	importing_problem_in(importing, group->file, group->line, missing == count, reason.data);
	strbuf_fini(&reason);
}

/* Whom a group tags. */
struct tagging {
	contact_id contact;
	size_t group;
};

static int compare_taggings(const void *a, const void *b)
{
	const struct tagging *one = a, *other = b;

	if (one->contact != other->contact)
		return one->contact < other->contact ? -1 : 1;
	return (one->group > other->group) - (one->group < other->group);
}

static void find_members(struct importing *importing, size_t number, struct vector *taggings)
{
	const struct pending_group *group = vector_at(&importing->groups, number);
	size_t missing = 0;
	char **member;

	VECTOR_EACH (member, &group->members) {
		struct tagging tagging = { .group = number };
		if (find_by_uri(importing, *member, &tagging.contact))
			vector_push(taggings, &tagging);
		else
			missing++;
	}
	if (missing)
		tell_missing(importing, group, missing);
}

/* Somebody in many groups is written once. */
static enum status tag_person(struct importing *importing, const struct tagging *taggings,
	size_t count, struct error *err)
{
	struct contact contact;
	enum status status = contact_load(importing->store, taggings->contact, &contact, err);

	if (status != STATUS_OK)
		return status;
	size_t before = contact.tags.count;
	for (size_t i = 0; i < count; i++) {
		const struct pending_group *group =
			vector_at(&importing->groups, taggings[i].group);
		contact_add_tag(&contact, group->tag);
	}
	if (contact.tags.count != before) {
		importing->has_changed = true;
		status = contact_update(importing->store, &contact, err);
	}
	contact_fini(&contact);
	return status;
}

static enum status tag_members(struct importing *importing, struct error *err)
{
	struct vector taggings = VECTOR_INIT(struct tagging);
	enum status status = STATUS_OK;
	size_t first = 0, next;

	for (size_t i = 0; i < importing->groups.count; i++)
		find_members(importing, i, &taggings);
	vector_sort(&taggings, compare_taggings);
	for (; first < taggings.count && status == STATUS_OK; first = next) {
		const struct tagging *tagging = vector_at(&taggings, first);
		for (next = first; next < taggings.count &&
				   ((struct tagging *)vector_at(&taggings, next))->contact ==
					   tagging->contact;)
			next++;
		status = tag_person(importing, tagging, next - first, err);
	}
	vector_fini(&taggings);
	return status;
}

static enum status import_ties_collect(void *context, contact_id id, struct error *err)
{
	(void)err;
	vector_push(context, &id);
	return STATUS_OK;
}

/* Whoever was related to somebody not here: they may have come. */
static enum status link_relations(struct importing *importing, contact_id id, struct error *err)
{
	struct contact contact;
	bool is_found = false;
	struct relation *relation;
	enum status status = contact_load(importing->store, id, &contact, err);

	if (status != STATUS_OK)
		return status;
	importing_relate(importing, &contact);
	VECTOR_EACH (relation, &contact.relations)
		is_found |= relation->other && relation_uid(relation->name);
	if (is_found) {
		importing->has_changed = true;
		status = contact_update(importing->store, &contact, err);
	}
	contact_fini(&contact);
	return status;
}

enum status importing_finish_ties(struct importing *importing, struct error *err)
{
	struct vector related = VECTOR_INIT(contact_id);
	enum status status = related_walk(importing->store, import_ties_collect, &related, err);

	for (size_t i = 0; i < related.count && status == STATUS_OK; i++)
		status = link_relations(importing, *(contact_id *)vector_at(&related, i), err);
	vector_fini(&related);
	return status == STATUS_OK ? tag_members(importing, err) : status;
}
