/* A person from a file meets the address book: who they are, and what becomes of it.
 * Not here: joining the fields (import_update.c), whom they belong with (import_ties.c), reading
 * files. */
#include "exchange/import/import_people.h"

#include "exchange/import/import_present.h"
#include "exchange/import/import_ties.h"
#include "exchange/import/import_update.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/sameness.h"
#include "filo/store/contacts.h"
#include "filo/store/sources.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Ways to reach somebody that are told of each. */
#define LIKELY_CHANNELS 3
#define CANDIDATES_MAX  8

enum verdict { IS_NEW, IS_SAME, IS_LIKELY, IS_NOTHING_NEW };

/* Who a record may be. */
struct meeting {
	enum verdict verdict;
	struct contact contact; /* as it is here; only unless IS_NEW */
	bool is_loaded;
	const char *shared; /* the address both have; borrowed from the record */
};

/* "vcard:UID", or just "google" where the file knows no UIDs. Caller frees. */
static char *source_key(const struct record *record)
{
	struct strbuf key = STRBUF_INIT;

	strbuf_add(&key, record->source);
	if (record->contact.uid)
		strbuf_add_format(&key, ":%s", record->contact.uid);
	return strbuf_take(&key);
}

/* The key under which marks are kept: that of this very card when it came before; a second card in
 * one import that turns out to be the same person has marks of its own, or the two would take
 * turns. Caller frees. */
static char *marks_key(const struct importing *importing, const struct record *record,
	const char *marks, contact_id id)
{
	char *first = source_key(record);
	char *before = source_with_marks(importing->store, id, first, marks);
	struct strbuf key = STRBUF_INIT;

	if (before && !person_index_has(&importing->people, BY_TOUCH, before, id)) {
		free(first);
		return before;
	}
	free(before);
	strbuf_add(&key, first);
	for (int n = 2; person_index_has(&importing->people, BY_TOUCH, key.data, id); n++) {
		strbuf_clear(&key);
		strbuf_add_format(&key, "%s#%d", first, n);
	}
	free(first);
	return strbuf_take(&key);
}

/* Each further card of one UID makes what is known of one person longer, which is read and written
 * again for the next. */
#define SAME_UID_MAX 1000

static bool is_met_too_often(
	const struct importing *importing, const struct record *record, contact_id id)
{
	char *first = source_key(record);
	struct strbuf last = STRBUF_INIT;

	strbuf_add_format(&last, "%s#%d", first, SAME_UID_MAX);
	bool is_there = person_index_has(&importing->people, BY_TOUCH, last.data, id);
	strbuf_fini(&last);
	free(first);
	return is_there;
}

static bool is_met(const struct importing *importing, contact_id id)
{
	return person_index_has(&importing->people, BY_TOUCH, "", id);
}

static enum status import_people_load(
	struct importing *importing, struct meeting *meeting, contact_id id, struct error *err)
{
	if (meeting->is_loaded)
		contact_fini(&meeting->contact);
	meeting->is_loaded = false;
	enum status status = contact_load(importing->store, id, &meeting->contact, err);
	meeting->is_loaded = status == STATUS_OK;
	return status;
}

/* With what stands after it, where the name itself does not say so. */
static void add_full_name(struct strbuf *out, const struct contact *contact)
{
	strbuf_add(out, contact->name);
	if (contact->suffix && !strstr(contact->name, contact->suffix))
		strbuf_add_format(out, " %s", contact->suffix);
}

static enum name_agreement contacts_agree(const struct contact *a, const struct contact *b)
{
	struct strbuf name_a = STRBUF_INIT, name_b = STRBUF_INIT;

	add_full_name(&name_a, a);
	add_full_name(&name_b, b);
	enum name_agreement agreement = names_agree(name_a.data, name_b.data);
	if (agreement != NAMES_DIFFER && names_agree(a->name, b->name) == NAMES_EQUAL)
		agreement = NAMES_EQUAL;
	strbuf_fini(&name_a);
	strbuf_fini(&name_b);
	return agreement;
}

/* A UID that another card of this import bore under another name: they are two. */
static enum status tell_borrowed_uid(struct importing *importing, const struct record *record,
	struct meeting *meeting, struct error *err)
{
	struct strbuf reason = STRBUF_INIT;

	strbuf_add_format(&reason,
		_("%s bears the UID of %s; the names are of two people, and so they are two here"),
		record->contact.name, meeting->contact.name);
	enum status status = importing_problem(importing, record->line, false, reason.data, err);
	strbuf_fini(&reason);
	meeting->verdict = IS_NEW;
	return status;
}

static enum status meet_by_uid(struct importing *importing, const struct record *record,
	struct meeting *meeting, struct error *err)
{
	const char *uid = record->contact.uid;
	contact_id id;
	size_t count;

	if (!uid)
		return STATUS_OK;
	count = person_index_find(&importing->people, BY_UID, uid, &id, 1);
	if (!count) {
		char *key = source_key(record);
		count = person_index_find(&importing->people, BY_SOURCE, key, &id, 1);
		free(key);
	}
	if (!count)
		return STATUS_OK;
	if (is_met_too_often(importing, record, id))
		return error_set(err, STATUS_INVALID,
			_("More than %d cards bear this UID: this one is left out"), SAME_UID_MAX);
	enum status status = import_people_load(importing, meeting, id, err);
	if (status != STATUS_OK)
		return status;
	meeting->verdict = IS_SAME;
	if (!is_met(importing, id) ||
		contacts_agree(&meeting->contact, &record->contact) != NAMES_DIFFER)
		return STATUS_OK;
	return tell_borrowed_uid(importing, record, meeting, err);
}

/* A card without a UID that says what it said before is whose it was before, also when they have
 * been made one with somebody else since. */
static enum status meet_by_card(struct importing *importing, const struct record *record,
	const char *marks, struct meeting *meeting, struct error *err)
{
	struct strbuf key = STRBUF_INIT;
	contact_id id;

	if (record->contact.uid || !record->leaves_marks)
		return STATUS_OK;
	person_index_card_key(&key, record->source, marks);
	bool is_found = person_index_find(&importing->people, BY_SOURCE, key.data, &id, 1) > 0;
	strbuf_fini(&key);
	if (!is_found)
		return STATUS_OK;
	meeting->verdict = IS_SAME;
	return import_people_load(importing, meeting, id, err);
}

/* A whole family answers one telephone: there the names have to agree in more than one word. */
static bool agrees_enough(enum name_agreement agreement, enum channel_kind kind)
{
	return agreement >= (kind == CHANNEL_PHONE ? NAMES_AGREE_WIDELY : NAMES_AGREE);
}

static bool is_same_person(
	const struct contact *here, const struct contact *said, enum channel_kind kind)
{
	return agrees_enough(contacts_agree(here, said), kind);
}

/* How well a candidate who shares an address fits: a likely one is remembered, the same one ends
 * the search. Two people of one file who share a telephone are two, unless of one name. */
static enum status try_candidate(struct importing *importing, const struct record *record,
	contact_id id, const struct channel *shared, struct meeting *best, struct error *err)
{
	struct meeting meeting = { .verdict = IS_LIKELY, .shared = shared->value };
	enum status status = import_people_load(importing, &meeting, id, err);
	bool is_equal, can_be_same;

	if (status != STATUS_OK)
		return status;
	is_equal = contacts_agree(&meeting.contact, &record->contact) == NAMES_EQUAL;
	can_be_same = is_equal ||
		      (!is_met(importing, id) &&
			      is_same_person(&meeting.contact, &record->contact, shared->kind));
	if (can_be_same)
		meeting.verdict = IS_SAME;
	bool is_better = best->verdict == IS_NEW ||
			 (meeting.verdict == IS_SAME && (best->verdict == IS_LIKELY || is_equal));
	if (is_better && (can_be_same || !is_met(importing, id))) {
		if (best->is_loaded)
			contact_fini(&best->contact);
		*best = meeting;
	} else {
		contact_fini(&meeting.contact);
	}
	return STATUS_OK;
}

static enum status meet_by_channel(struct importing *importing, const struct record *record,
	struct meeting *meeting, struct error *err)
{
	contact_id ids[CANDIDATES_MAX];
	struct strbuf key = STRBUF_INIT;
	enum status status = STATUS_OK;
	struct channel *channel;

	VECTOR_EACH (channel, &record->contact.channels) {
		strbuf_clear(&key);
		channel_key(&key, channel->kind, channel->value);
		size_t count = key.len ? person_index_find(&importing->people, BY_CHANNEL, key.data,
						 ids, CANDIDATES_MAX)
				       : 0;
		for (size_t i = 0; i < count && status == STATUS_OK; i++)
			status = try_candidate(importing, record, ids[i], channel, meeting, err);
		if (status != STATUS_OK)
			break;
	}
	strbuf_fini(&key);
	return status;
}

/* Namesakes: nothing is asked when one of them has all that the record says already. Two of one
 * file with UIDs of their own are two. */
static enum status meet_by_name(struct importing *importing, const struct record *record,
	struct meeting *meeting, struct error *err)
{
	contact_id ids[CANDIDATES_MAX];
	struct strbuf key = STRBUF_INIT;
	enum status status = STATUS_OK;
	size_t count;

	name_key(&key, record->contact.name);
	count = person_index_find(&importing->people, BY_NAME, key.data, ids, CANDIDATES_MAX);
	strbuf_fini(&key);
	for (size_t i = 0; i < count && status == STATUS_OK; i++) {
		bool is_another = record->contact.uid && is_met(importing, ids[i]);
		if (is_another && meeting->verdict != IS_NEW)
			continue;
		status = import_people_load(importing, meeting, ids[i], err);
		if (status != STATUS_OK)
			break;
		meeting->verdict = IS_LIKELY;
		meeting->shared = NULL;
		if (!is_another && import_update_adds_nothing(&meeting->contact, record)) {
			meeting->verdict = IS_NOTHING_NEW;
			break;
		}
	}
	return status;
}

static enum status import_people_meet(struct importing *importing, const struct record *record,
	const char *marks, struct meeting *meeting, struct error *err)
{
	enum status status = meet_by_uid(importing, record, meeting, err);

	if (status == STATUS_OK && meeting->verdict == IS_NEW)
		status = meet_by_card(importing, record, marks, meeting, err);
	if (status == STATUS_OK && meeting->verdict == IS_NEW)
		status = meet_by_channel(importing, record, meeting, err);
	if (status == STATUS_OK && meeting->verdict != IS_SAME)
		status = meet_by_name(importing, record, meeting, err);
	return status;
}

static bool is_trashed_by(
	const struct importing *importing, enum person_index_key key, const char *text)
{
	contact_id id;

	return text && *text && person_index_find(&importing->people, key, text, &id, 1) > 0;
}

/* Somebody who was reached so, and may be called so: as among those who are here. */
static bool is_trashed_by_channel(const struct importing *importing, const struct record *record)
{
	struct strbuf name = STRBUF_INIT, key = STRBUF_INIT;
	const struct channel *channel;
	contact_id ids[CANDIDATES_MAX];
	bool is_found = false;

	add_full_name(&name, &record->contact);
	VECTOR_EACH (channel, &record->contact.channels) {
		strbuf_clear(&key);
		channel_key(&key, channel->kind, channel->value);
		size_t count = key.len ? person_index_find(&importing->people, BY_TRASHED_CHANNEL,
						 key.data, ids, CANDIDATES_MAX)
				       : 0;
		for (size_t i = 0; i < count; i++) {
			const char *trashed = person_index_trashed_name(&importing->people, ids[i]);
			is_found |= trashed &&
				    agrees_enough(names_agree(trashed, name.data), channel->kind);
		}
	}
	strbuf_fini(&name);
	strbuf_fini(&key);
	return is_found;
}

/* Deleted stays deleted: who is nobody here may be in the trash. */
static bool record_is_in_trash(
	const struct importing *importing, const struct record *record, const char *marks)
{
	char *source = source_key(record);
	struct strbuf card = STRBUF_INIT;
	bool is_there;

	person_index_card_key(&card, record->source, marks);
	is_there = is_trashed_by(importing, BY_TRASHED_UID, record->contact.uid) ||
		   (record->contact.uid && is_trashed_by(importing, BY_TRASHED_SOURCE, source)) ||
		   (!record->contact.uid && record->leaves_marks &&
			   is_trashed_by(importing, BY_TRASHED_SOURCE, card.data)) ||
		   is_trashed_by_channel(importing, record);
	strbuf_fini(&card);
	free(source);
	return is_there;
}

static enum import_choice choice_for(struct importing *importing, int64_t card)
{
	while (importing->next_choice < importing->choices.count) {
		struct import_likely *likely =
			vector_at(&importing->choices, importing->next_choice);
		if (likely->card == card)
			return likely->choice;
		if (likely->card > card)
			break;
		importing->next_choice++;
	}
	return importing->request->likely;
}

/* What may tell two of one name apart: the firm, and the first few ways to reach them. */
static char *likely_facts(const struct contact *contact)
{
	struct strbuf facts = STRBUF_INIT;
	const struct channel *channel;
	int count = 0;

	if (!text_is_blank(contact->organization))
		strbuf_add(&facts, contact->organization);
	VECTOR_EACH (channel, &contact->channels)
		if (count++ < LIKELY_CHANNELS)
			strbuf_add_item(&facts, ", ", channel->value);
	return strbuf_take(&facts);
}

static enum import_choice note_likely(
	struct importing *importing, const struct record *record, const struct meeting *meeting)
{
	enum import_choice choice = choice_for(importing, importing->card);
	struct import_likely likely = { .card = importing->card,
		.contact = meeting->contact.id,
		.is_in_file = meeting->contact.id > importing->people.newest };

	importing->plan->likely_count++;
	if (importing->plan->likely.count >= IMPORT_LIST_MAX)
		return choice;
	likely.name = memory_copy_string(record->contact.name);
	likely.contact_name = memory_copy_string(meeting->contact.name);
	likely.facts = likely_facts(&record->contact);
	likely.contact_facts = likely_facts(&meeting->contact);
	likely.shared = memory_copy_string(meeting->shared);
	likely.choice = choice;
	vector_push(&importing->plan->likely, &likely);
	return choice;
}

/* Whether somebody new is left out, as was chosen beforehand. */
static bool is_unwanted(struct importing *importing, int64_t card)
{
	const struct import_newcomer *chosen = importing->newcomers.items;
	size_t *next = &importing->next_newcomer;

	while (*next < importing->newcomers.count && chosen[*next].card < card)
		++*next;
	return *next < importing->newcomers.count && chosen[*next].card == card &&
	       chosen[*next].is_left_out;
}

/* Notes somebody new for choice. What the file has of who is left out stays out too. */
static bool note_newcomer(struct importing *importing, const struct record *record)
{
	struct import_newcomer newcomer = { .card = importing->card,
		.is_left_out = is_unwanted(importing, importing->card) };

	if (newcomer.is_left_out && record->contact.uid)
		person_index_add_key(&importing->people, BY_TRASHED_UID, record->contact.uid,
			IMPORTING_IN_TRASH);
	if (importing->plan->newcomers.count < IMPORT_LIST_MAX) {
		newcomer.name = memory_copy_string(record->contact.name);
		vector_push(&importing->plan->newcomers, &newcomer);
	}
	return newcomer.is_left_out;
}

static void note_met(struct importing *importing, const char *key, contact_id id)
{
	person_index_add_key(&importing->people, BY_TOUCH, "", id);
	person_index_add_key(&importing->people, BY_TOUCH, key, id);
}

static enum status save_marks(struct importing *importing, const char *key, const char *marks,
	contact_id id, bool is_new, struct error *err)
{
	importing->has_changed = true;
	if (strchr(key, ':'))
		person_index_add_key(&importing->people, BY_SOURCE, key, id);
	return source_marks_save(importing->store, id, is_new, key, marks, err);
}

static enum status import_people_add(
	struct importing *importing, struct record *record, const char *marks, struct error *err)
{
	struct contact *contact = &record->contact;
	/* As the file has it: the store makes a UID for who comes without. */
	char *key = source_key(record);

	contact_id bearer = 0;
	enum status status = STATUS_OK;

	/* A UID that somebody else here bears would be refused: they were chosen to be two. */
	if (contact->uid)
		status = contact_by_uid(importing->store, contact->uid, &bearer, err);
	if (bearer)
		memory_replace_string(&contact->uid, NULL);
	if (status == STATUS_OK)
		status = contact_add(importing->store, contact, err);
	if (status == STATUS_OK) {
		person_index_add(&importing->people, contact);
		importing->plan->added++;
		importing->has_changed = true;
		note_met(importing, key, contact->id);
	}
	if (status == STATUS_OK && record->leaves_marks)
		status = save_marks(importing, key, marks, contact->id, true, err);
	free(key);
	return status;
}

static enum status import_people_update(struct importing *importing, struct record *record,
	const char *new_marks, struct meeting *meeting, struct error *err)
{
	contact_id id = meeting->contact.id;
	char *key = marks_key(importing, record, new_marks, id);
	char *marks = source_marks(importing->store, id, key);
	bool is_changed = import_update_record(&meeting->contact, record, marks);
	bool is_marked = !record->leaves_marks || (marks && !strcmp(marks, new_marks));
	enum status status = STATUS_OK;

	if (is_changed)
		status = contact_update(importing->store, &meeting->contact, err);
	if (status == STATUS_OK && !is_marked)
		status = save_marks(importing, key, new_marks, id, false, err);
	note_met(importing, key, id);
	importing->has_changed |= is_changed;
	if (is_changed) {
		importing->plan->updated++;
		person_index_add(&importing->people, &meeting->contact);
	} else {
		importing->plan->unchanged++;
	}
	free(marks);
	free(key);
	return status;
}

static enum status leave_in_trash(
	struct importing *importing, const struct record *record, struct error *err)
{
	struct strbuf reason = STRBUF_INIT;

	importing->plan->left_out++;
	/* What the file has of them stays out too. */
	if (record->contact.uid)
		person_index_add_key(&importing->people, BY_TRASHED_UID, record->contact.uid,
			IMPORTING_IN_TRASH);
	strbuf_add_format(&reason,
		_("%s is in the trash and was left there; they can be restored from it"),
		record->contact.name);
	enum status status = importing_problem(importing, record->line, false, reason.data, err);
	strbuf_fini(&reason);
	return status;
}

static enum status import_people_act(struct importing *importing, struct record *record,
	const char *marks, struct meeting *meeting, contact_id *id, struct error *err)
{
	enum import_choice choice = IMPORT_AS_NEW;
	enum status status;

	if ((meeting->verdict == IS_NEW || meeting->verdict == IS_LIKELY) &&
		record_is_in_trash(importing, record, marks))
		return leave_in_trash(importing, record, err);
	if (meeting->verdict == IS_LIKELY)
		choice = note_likely(importing, record, meeting);
	if (meeting->verdict == IS_NOTHING_NEW) {
		importing->plan->unchanged++;
		*id = meeting->contact.id;
		return STATUS_OK;
	}
	if (meeting->verdict == IS_NEW && note_newcomer(importing, record))
		choice = IMPORT_LEAVE_OUT;
	if (choice == IMPORT_LEAVE_OUT) {
		importing->plan->left_out++;
		return STATUS_OK;
	}
	if (meeting->verdict == IS_SAME || choice == IMPORT_AS_SAME) {
		status = import_people_update(importing, record, marks, meeting, err);
		*id = meeting->contact.id;
	} else {
		status = import_people_add(importing, record, marks, err);
		*id = record->contact.id;
	}
	return status;
}

static void resolve_circle(struct importing *importing, struct record *record, struct error *err)
{
	if (record->circle)
		record->contact.circle = import_present_circle(importing, record->circle, err);
}

enum status importing_meet(
	struct importing *importing, struct record *record, contact_id *id, struct error *err)
{
	struct meeting meeting = { .verdict = IS_NEW };
	enum status status = importing_progress(importing, err);

	*id = 0;
	if (status == STATUS_OK && record->is_group) {
		status = importing_group(importing, record, err);
	} else if (status == STATUS_OK) {
		importing_relate(importing, &record->contact);
		resolve_circle(importing, record, err);
		char *marks = import_update_marks(record);
		status = import_people_meet(importing, record, marks, &meeting, err);
		if (status == STATUS_OK)
			status = import_people_act(importing, record, marks, &meeting, id, err);
		free(marks);
		importing->card++;
	}
	if (meeting.is_loaded)
		contact_fini(&meeting.contact);
	/* A mistake in one card does not end the import. */
	if (status == STATUS_INVALID)
		status = importing_problem(
			importing, record->line, true, err ? err->message : "", err);
	record_fini(record);
	return status;
}

enum status importing_person(void *context, struct record *record, struct error *err)
{
	contact_id id;

	return importing_meet(context, record, &id, err);
}
