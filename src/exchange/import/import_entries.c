/* An entry of a log from a file: whose it is, and whether it is there already.
 * Not here: people from files (import_people.c). */
#include "exchange/import/import_entries.h"

#include "exchange/hash.h"
#include "exchange/import/import_present.h"
#include "exchange/named_address.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/sameness.h"
#include "filo/store/contact_resolve.h"
#include "filo/store/contacts.h"
#include "filo/store/conversations.h"
#include "filo/store/conversations_bulk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What is put in order before it is written; a few tens of megabytes. */
#define ENTRIES_AT_ONCE 32768

/* "Ana Reed <ana@example.org>", or one of both: then, of an address, it is the name, too. Two such
 * are no one's. */
struct called {
	char *text;         /* as it stands there */
	char *name, *email; /* email: NULL: none was said */
	bool has_both;
};

static struct called called_parse(const char *typed)
{
	struct called called = { .text = text_trim(typed) };
	char *text = text_trim(typed), *address = named_address_cut(text, &called.name);
	const char *other = called.name ? strchr(called.name, '<') : NULL;
	bool is_address = *address != '@' && strchr(address, '@') && !strpbrk(address, " \t") &&
			  !(other && strchr(other, '@'));

	free(text);
	called.has_both = is_address && called.name;
	if (is_address)
		called.email = memory_copy_string(address);
	if (!is_address || !called.name || !*called.name)
		memory_replace_string(&called.name, is_address ? address : called.text);
	free(address);
	return called;
}

static void called_fini(struct called *called)
{
	free(called->text);
	free(called->name);
	free(called->email);
}

/* Nobody by this name: they become a contact, so that no entry is lost. */
static enum status import_entries_add_person(
	struct importing *importing, const char *name, contact_id *id, struct error *err)
{
	struct called called = called_parse(name);
	struct contact contact;
	enum status status;

	contact_init(&contact);
	contact.name = memory_copy_string(called.name);
	if (called.email)
		contact_add_channel(&contact, CHANNEL_EMAIL, called.email, NULL, false);
	called_fini(&called);
	status = contact_add(importing->store, &contact, err);
	if (status == STATUS_OK) {
		*id = contact.id;
		person_index_add(&importing->people, &contact);
		importing->plan->added++;
	}
	contact_fini(&contact);
	return status;
}

/* Several people of that name, or with that address: there is no telling who is meant. */
static enum status refuse_several(const char *name, bool by_email, struct error *err)
{
	return error_set(err, STATUS_INVALID,
		by_email ? _("Several people have the address %s; write one that is nobody else's")
			 : _("There are several people called %s; write whose e-mail address it is "
			     "instead"),
		name);
}

static size_t find_called(const struct importing *importing, enum person_index_key names,
	enum person_index_key channels, const struct called *called, bool *by_email,
	contact_id *ids)
{
	struct strbuf key = STRBUF_INIT;

	name_key(&key, called->text);
	size_t count = person_index_find(&importing->people, names, key.data, ids, 2);
	*by_email = !count;
	if (!count && called->email)
		count = person_index_find_channel(
			&importing->people, channels, CHANNEL_EMAIL, called->email, ids, 2);
	strbuf_fini(&key);
	return count;
}

void importing_forget_names(struct importing *importing)
{
	for (size_t i = 0; importing->known && i < IMPORTING_KNOWN; i++)
		free(importing->known[i].name);
	free(importing->known);
	importing->known = NULL;
	memory_replace_string(&importing->parted, NULL);
	importing->is_parted_told = false;
}

static struct known_name *import_entries_place_of(struct importing *importing, const char *name)
{
	uint64_t hash = exchange_hash(EXCHANGE_HASH_START, name);

	if (!importing->known)
		importing->known = memory_new(IMPORTING_KNOWN * sizeof *importing->known);
	return &importing->known[(hash ^ hash >> 32) % IMPORTING_KNOWN];
}

/* The name beside the address of one who is called `theirs` may be another's, who shares it. One
 * word is what somebody is called, unless another here is called so. */
static bool names_another(
	const struct importing *importing, const struct called *called, const char *theirs)
{
	struct strbuf key = STRBUF_INIT;
	contact_id others[1];

	name_key(&key, called->name);
	bool is_another = called->has_both && names_agree(theirs, called->name) == NAMES_DIFFER &&
			  (strchr(key.data, ' ') || person_index_find(&importing->people, BY_NAME,
							    key.data, others, 1)) &&
			  !strchr(called->name, '@');
	strbuf_fini(&key);
	return is_another;
}

/* The name of who in the trash is called so; NULL: nobody there. */
static const char *name_in_trash(const struct importing *importing, const char *name)
{
	struct called called = called_parse(name);
	contact_id ids[2];
	bool by_email;
	size_t count = find_called(
		importing, BY_TRASHED_NAME, BY_TRASHED_CHANNEL, &called, &by_email, ids);
	const char *theirs = NULL;

	for (size_t i = 0; i < count && !theirs; i++) {
		theirs = person_index_trashed_name(&importing->people, ids[i]);
		if (theirs && by_email && names_another(importing, &called, theirs))
			theirs = NULL;
	}
	called_fini(&called);
	return theirs;
}

/* "Ana #12" is who is told from namesakes so, where there is one. "#12" alone would be anybody: the
 * numbers of a file may be others. */
static enum status find_by_number(
	struct importing *importing, const char *name, contact_id *id, struct error *err)
{
	const char *mark = strrchr(name, '#');

	if (!mark || !mark[1] || mark[1 + strspn(mark + 1, "0123456789")])
		return STATUS_OK;
	if (mark == name)
		return error_set(err, STATUS_INVALID,
			_("%s is a number and no name; write the name, or whose e-mail address it "
			  "is"),
			text_brief(name).text);
	if (mark[-1] == ' ' && contact_resolve(importing->store, name, id, NULL) != STATUS_OK)
		*id = 0;
	return STATUS_OK;
}

static enum status check_name(const struct importing *importing, const struct called *called,
	contact_id id, struct error *err)
{
	struct contact contact;
	enum status status = contact_load_row(importing->store, id, &contact, err);

	if (status != STATUS_OK)
		return status;
	if (names_another(importing, called, contact.name) &&
		!(contact.nickname && name_says(called->name, contact.nickname)))
		status = error_set(err, STATUS_INVALID,
			_("%s is the address of %s here, and not of %s; write the one or the "
			  "other"),
			called->email, contact.name, called->name);
	contact_fini(&contact);
	return status;
}

/* *id 0: nobody; IMPORTING_IN_TRASH: nobody but in the trash. */
static enum status look_for_person(
	struct importing *importing, const char *name, contact_id *id, struct error *err)
{
	struct called called = called_parse(name);
	enum status status = STATUS_OK;
	contact_id ids[2] = { 0 };
	bool by_email;
	size_t count = find_called(importing, BY_NAME, BY_CHANNEL, &called, &by_email, ids);

	if (count > 1)
		status = refuse_several(by_email ? called.email : name, by_email, err);
	else if (count && by_email)
		status = check_name(importing, &called, ids[0], err);
	else if (!count && name_in_trash(importing, name))
		ids[0] = IMPORTING_IN_TRASH;
	else if (!count)
		status = find_by_number(importing, name, ids, err);
	*id = ids[0];
	called_fini(&called);
	return status;
}

static enum status find_person(
	struct importing *importing, const char *name, contact_id *id, struct error *err)
{
	struct known_name *known = import_entries_place_of(importing, name);

	if (known->name && !strcmp(known->name, name)) {
		*id = known->id;
		return STATUS_OK;
	}
	enum status status = look_for_person(importing, name, id, err);
	if (status == STATUS_OK && *id) {
		memory_replace_string(&known->name, name);
		known->id = *id;
	}
	return status;
}

/* By person, then in their order. */
static int compare_participants(const void *a, const void *b)
{
	const struct participant *one = *(struct participant *const *)a,
				 *other = *(struct participant *const *)b;

	if (one->id != other->id)
		return one->id < other->id ? -1 : 1;
	return (one > other) - (one < other);
}

/* Somebody named twice takes part once, where they came first. */
static void remove_repeated(struct vector *participants)
{
	struct vector sorted = VECTOR_INIT(struct participant *);
	struct participant *participant, *first = NULL;
	size_t left = 0;

	VECTOR_EACH (participant, participants)
		vector_push(&sorted, &participant);
	vector_sort(&sorted, compare_participants);
	for (size_t i = 0; i < sorted.count; i++) {
		participant = *(struct participant **)vector_at(&sorted, i);
		if (!first || first->id != participant->id) {
			first = participant;
			continue;
		}
		first->is_mention &= participant->is_mention;
		free(participant->name);
		participant->name = NULL;
	}
	VECTOR_EACH (participant, participants)
		if (participant->name)
			*(struct participant *)vector_at(participants, left++) = *participant;
	participants->count = left;
	vector_fini(&sorted);
}

/* Deleted stays deleted: what others shared with them is theirs. */
static void remove_trashed(struct importing *importing, struct vector *participants, int64_t line)
{
	for (size_t i = participants->count; i-- > 0;) {
		struct participant *participant = vector_at(participants, i);
		if (participant->id != IMPORTING_IN_TRASH)
			continue;
		const char *trashed = name_in_trash(importing, participant->name);
		/* Or left out as was chosen. */
		if (trashed)
			importing_leave_of_entry(importing, line, participant->name, trashed);
		free(participant->name);
		vector_remove(participants, i);
	}
}

/* "Doe, John" is John Doe, where there is one: with the family first, as address books sort. */
static enum status find_family_first(
	struct importing *importing, struct participant *participant, struct error *err)
{
	const char *comma = strchr(participant->name, ',');
	struct strbuf name = STRBUF_INIT;
	enum status status = STATUS_OK;

	if (comma && !strchr(comma + 1, ',') && !text_is_blank(comma + 1)) {
		strbuf_add_format(&name, "%s %.*s", comma + 1 + strspn(comma + 1, " \t"),
			(int)(comma - participant->name), participant->name);
		status = find_person(importing, name.data, &participant->id, err);
		if (participant->id == IMPORTING_IN_TRASH)
			memory_replace_string(&participant->name, name.data);
	}
	strbuf_fini(&name);
	return status;
}

/* Two words with a comma between may as well be one person's, of whom nothing is known. */
static void import_entries_note_parted(struct importing *importing, const char *name)
{
	const char *comma = strchr(name, ',');
	char *family = memory_copy_bytes(name, (size_t)(comma - name)), *of = text_trim(family),
	     *given = text_trim(comma + 1);

	if (!importing->parted && !strpbrk(of, " \t") && !strpbrk(given, " \t,"))
		importing->parted = memory_copy_string(name);
	free(family);
	free(of);
	free(given);
}

/* Said of the first in a file; the others are read alike. */
static enum status import_entries_tell_parted(
	struct importing *importing, int64_t line, struct error *err)
{
	struct strbuf told = STRBUF_INIT;
	enum status status = STATUS_OK;

	if (!importing->parted || importing->is_parted_told)
		return STATUS_OK;
	strbuf_add_format(&told,
		_("\"%s\" was read as two people, as nobody has that name; so were others like it"),
		text_brief(importing->parted).text);
	importing->is_parted_told = true;
	status = importing_problem(importing, line, false, told.data, err);
	strbuf_fini(&told);
	return status;
}

static bool import_entries_has_address(const char *name)
{
	struct called called = called_parse(name);
	bool has_both = called.has_both;

	called_fini(&called);
	return has_both;
}

/* "Ann, Bo" is nobody, but Ann and Bo are here, or in the trash: both are meant. A name may have a
 * comma in it, so all of them must be known, or have an address behind. */
static void find_several(struct importing *importing, struct vector *participants, size_t at)
{
	struct participant whole = *(struct participant *)vector_at(participants, at);
	struct vector found = VECTOR_INIT(struct participant);
	struct participant *one;
	bool are_known = strchr(whole.name, ',');

	for (const char *part = whole.name; *part && are_known;) {
		size_t len = strcspn(part, ",");
		char *copy = memory_copy_bytes(part, len);
		struct participant added = { .is_mention = whole.is_mention,
			.name = text_trim(copy) };
		free(copy);
		are_known = find_person(importing, added.name, &added.id, NULL) == STATUS_OK &&
			    (added.id || import_entries_has_address(added.name));
		vector_push(&found, &added);
		part += len;
		part += *part == ',';
	}
	if (are_known) {
		import_entries_note_parted(importing, whole.name);
		vector_remove(participants, at);
		free(whole.name);
	}
	VECTOR_EACH (one, &found)
		if (are_known)
			vector_insert(participants, at++, one);
		else
			free(one->name);
	vector_fini(&found);
}

/* Those who are here; an id of 0 is left for who is not. */
static enum status find_participants(struct importing *importing, struct conversation *conversation,
	int64_t line, struct error *err)
{
	struct vector *participants = &conversation->participants;
	enum status status = conversation_check(conversation, err);

	for (size_t i = participants->count; i-- > 0 && status == STATUS_OK;) {
		struct participant *participant = vector_at(participants, i);
		/* A file of filo's own knows people by UID: then the id is known. */
		if (participant->id)
			continue;
		status = find_person(importing, participant->name, &participant->id, err);
		if (status == STATUS_OK && !participant->id)
			status = find_family_first(importing, participant, err);
		if (status == STATUS_OK && !participant->id)
			find_several(importing, participants, i);
	}
	remove_trashed(importing, participants, line);
	return status;
}

/* Only when the entry is really imported. */
static enum status entry_add_participants(
	struct importing *importing, struct conversation *conversation, struct error *err)
{
	struct participant *participant;
	enum status status = STATUS_OK;

	VECTOR_EACH (participant, &conversation->participants) {
		if (status != STATUS_OK || participant->id)
			continue;
		/* Named twice in this entry, they are known by now. */
		status = find_person(importing, participant->name, &participant->id, err);
		if (status == STATUS_OK && !participant->id)
			status = import_entries_add_person(
				importing, participant->name, &participant->id, err);
	}
	remove_repeated(&conversation->participants);
	return status;
}

/* Typed here, or exported from here, before: only people who were here before the file can have it.
 */
static bool is_here(
	struct importing *importing, const struct conversation *conversation, struct error *err)
{
	const struct participant *first = vector_at(&conversation->participants, 0);
	const struct participant *participant;

	if (first->id && first->id <= importing->here &&
		import_present_entry(importing, conversation, err))
		return true;
	/* The log would refuse it, after somebody had been added for it. */
	VECTOR_EACH (participant, &conversation->participants)
		if (!participant->id)
			return conversation_has_source(
				importing->store, conversation->source, conversation->source_id);
	return false;
}

/* What becomes of an entry: whether it is to be written. */
static enum status settle_entry(struct importing *importing, struct conversation *conversation,
	int64_t line, bool *is_new, struct error *err)
{
	enum status status = find_participants(importing, conversation, line, err);

	*is_new = false;
	if (status != STATUS_OK)
		return status;
	/* Nobody is left of those who took part, though somebody may be mentioned. */
	if (conversation_check(conversation, NULL) != STATUS_OK) {
		importing->plan->entries_left_out++;
	} else if (is_here(importing, conversation, err)) {
		importing->plan->entries_unchanged++;
	} else if (import_present_entry_in_trash(importing, conversation)) {
		importing->plan->entries_in_trash++;
	} else {
		status = entry_add_participants(importing, conversation, err);
		*is_new = status == STATUS_OK;
	}
	return status;
}

static enum status write_block(struct importing *importing, struct error *err)
{
	struct vector *entries = &importing->entries;
	struct conversation *entry;

	if (!entries->count)
		return STATUS_OK;
	enum status status =
		conversations_bulk_add(importing->store, entries->items, entries->count, err);

	VECTOR_EACH (entry, entries) {
		importing->plan->entries_added += entry->id != 0;
		importing->plan->entries_unchanged += !entry->id;
		importing->has_changed |= entry->id != 0;
		conversation_fini(entry);
	}
	vector_clear(entries);
	import_present_forget_entries(importing);
	return status;
}

enum status importing_write_entries(struct importing *importing, struct error *err)
{
	enum status status = write_block(importing, err);

	return status == STATUS_OK ? conversations_bulk_settle(importing->store, err) : status;
}

enum status importing_entry(void *context, struct entry_record *entry, struct error *err)
{
	struct importing *importing = context;
	struct conversation *conversation = &entry->conversation;
	bool is_new = false;
	enum status status = importing_progress(importing, err);

	if (status == STATUS_OK)
		status = settle_entry(importing, conversation, entry->line, &is_new, err);
	if (is_new)
		status = import_entries_tell_parted(importing, entry->line, err);
	if (is_new) {
		vector_push(&importing->entries, conversation);
		return importing->entries.count < ENTRIES_AT_ONCE ? STATUS_OK
								  : write_block(importing, err);
	}
	conversation_fini(conversation);
	if (status != STATUS_INVALID)
		return status;
	return importing_problem(importing, entry->line, true, err ? err->message : "", err);
}
