/* Who a record is about: by UID, card, address, name.
 * Not here: what becomes of them (import_people.c), joining the fields (import_update.c). */
#include "exchange/import/import_meeting.h"

#include "exchange/import/import_update.h"
#include "exchange/import/repeated.h"
#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/uuid.h"
#include "filo/people/sameness.h"
#include "filo/store/contacts.h"

#include <stdlib.h>
#include <string.h>

#define CANDIDATES_MAX 8
#define NAMESAKES_MAX  64
#define COMPARED_MAX   64 /* ways to be reached, each with each */

void import_meeting_init(struct meeting *meeting)
{
	*meeting = (struct meeting){ .verdict = IS_NEW,
		.candidates = VECTOR_INIT(struct meeting_candidate) };
}

static void add_source(struct strbuf *key, const struct record *record)
{
	strbuf_add(key, record->source);
	if (record->contact.uid)
		strbuf_add_format(key, ":%s", record->contact.uid);
}

char *import_meeting_source(const struct record *record)
{
	struct strbuf key = STRBUF_INIT;

	add_source(&key, record);
	return strbuf_take(&key);
}

bool import_meeting_is_met(const struct importing *importing, contact_id id)
{
	return person_index_has(&importing->people, BY_TOUCH, "", id);
}

static void import_meeting_unload(struct meeting *meeting)
{
	if (meeting->is_loaded)
		contact_fini(&meeting->contact);
	meeting->is_loaded = false;
}

void import_meeting_fini(struct meeting *meeting)
{
	import_meeting_unload(meeting);
	vector_fini(&meeting->candidates);
}

enum status import_meeting_load(
	struct importing *importing, struct meeting *meeting, contact_id id, struct error *err)
{
	const struct repeated *kept = repeated_find(importing, id);
	enum status status = STATUS_OK;

	if (meeting->is_loaded && meeting->contact.id == id)
		return STATUS_OK;
	import_meeting_unload(meeting);
	if (kept)
		meeting->contact = kept->contact;
	else
		status = contact_load(importing->store, id, &meeting->contact, err);
	meeting->is_loaded = status == STATUS_OK && !kept;
	return status;
}

/* With what stands after it, where the name itself does not say so. */
static void add_full_name(struct strbuf *out, const struct contact *contact)
{
	const char *name = contact->name ? contact->name : "";

	strbuf_add(out, name);
	if (contact->suffix && !name_says(name, contact->suffix))
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

static bool share_word(const char *name, const char *other)
{
	struct strbuf words = STRBUF_INIT, in = STRBUF_INIT;
	bool is_shared = false;

	name_key(&words, name);
	strbuf_add_char(&in, ' ');
	name_key(&in, other);
	strbuf_add_char(&in, ' ');
	for (size_t at = 0, len; at < words.len && !is_shared; at += len + 1) {
		len = strcspn(words.data + at, " ");
		struct strbuf word = STRBUF_INIT;
		strbuf_add_format(&word, " %.*s ", (int)len, words.data + at);
		is_shared = strstr(in.data, word.data);
		strbuf_fini(&word);
	}
	strbuf_fini(&words);
	strbuf_fini(&in);
	return is_shared;
}

/* Whether two have ways to be reached, each their own. */
static bool are_reached_apart(const struct contact *a, const struct contact *b)
{
	const struct channel *one, *other;

	if (a->channels.count > COMPARED_MAX || b->channels.count > COMPARED_MAX)
		return false;
	VECTOR_EACH (one, &a->channels)
		VECTOR_EACH (other, &b->channels)
			if (channel_is_same(one, other))
				return false;
	return a->channels.count && b->channels.count;
}

/* Programs that count 1, 2, 3 give one UID to two people: with neither a word of the name nor a way
 * to be reached in common it is not the same one under a new name. A UUID is nobody else's, of
 * whatever program: who bears it may be called and reached otherwise by now. */
static bool is_uid_of_two(const struct contact *contact, const struct contact *said)
{
	return !uuid_is(said->uid) && are_reached_apart(contact, said) &&
	       !share_word(contact->name, said->name);
}

/* A UID that another card bore under another name: they are two. */
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

/* Of several who came with one UID, who has the name of this card, too; 0: none of them. */
static contact_id find_by_uid_name(
	const struct importing *importing, const struct record *record, const char *source)
{
	contact_id ids[NAMESAKES_MAX], found = 0;
	struct strbuf key = STRBUF_INIT;

	name_key(&key, record->contact.name);
	size_t count = person_index_find(&importing->people, BY_NAME, key.data, ids, NAMESAKES_MAX);
	strbuf_fini(&key);
	for (size_t i = 0; i < count && !found; i++)
		if (person_index_has(&importing->people, BY_ORIGIN, source, ids[i]))
			found = ids[i];
	return found;
}

/* Whether an earlier import left this card with them, and none of this one has brought it: they may
 * have been made one with whose it was. */
static bool is_card_of_theirs(const struct importing *importing, const char *source, contact_id id)
{
	return person_index_has(&importing->people, BY_ORIGIN, source, id) &&
	       !person_index_has(&importing->people, BY_TOUCH, source, id);
}

static enum status meet_by_uid(struct importing *importing, const struct record *record,
	struct meeting *meeting, struct error *err)
{
	const char *uid = record->contact.uid;
	enum status status = STATUS_OK;
	contact_id id, other;

	if (!uid)
		return STATUS_OK;
	char *source = import_meeting_source(record);
	if (person_index_find(&importing->people, BY_UID, uid, &id, 1) ||
		person_index_find(&importing->people, BY_SOURCE, source, &id, 1)) {
		status = import_meeting_load(importing, meeting, id, err);
		meeting->verdict = IS_SAME;
		if (status == STATUS_OK &&
			contacts_agree(&meeting->contact, &record->contact) == NAMES_DIFFER) {
			other = find_by_uid_name(importing, record, source);
			if (other)
				status = import_meeting_load(importing, meeting, other, err);
			else if ((import_meeting_is_met(importing, id) &&
					 !is_card_of_theirs(importing, source, id)) ||
				 is_uid_of_two(&meeting->contact, &record->contact))
				status = tell_borrowed_uid(importing, record, meeting, err);
		}
	}
	free(source);
	return status;
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
	return import_meeting_load(importing, meeting, id, err);
}

/* A whole family answers one telephone: there the names have to agree in more than one word. */
static bool agrees_enough(enum name_agreement agreement, enum channel_kind kind)
{
	return agreement >= (kind == CHANNEL_PHONE ? NAMES_AGREE_WIDELY : NAMES_AGREE);
}

/* Where it stands among the candidates: namesakes first, of them those of the same firm. */
static size_t candidate_place(const struct meeting *meeting, const struct meeting_candidate *one)
{
	const struct meeting_candidate *other;
	size_t place = 0;

	VECTOR_EACH (other, &meeting->candidates) {
		bool is_before = !other->shared != !one->shared
					 ? one->shared != NULL
					 : other->is_of_firm >= one->is_of_firm;
		if (!is_before)
			break;
		place++;
	}
	return place;
}

static bool is_same_firm(const char *one, const char *other)
{
	return one && other && !text_folds_alike(one, "") && text_folds_alike(one, other);
}

static void import_meeting_propose(struct meeting *meeting, const struct record *record,
	const struct contact *contact, const char *shared)
{
	const struct meeting_candidate one = { contact->id, shared,
		is_same_firm(record->contact.organization, contact->organization) };
	const struct meeting_candidate *other;

	VECTOR_EACH (other, &meeting->candidates)
		if (other->id == one.id)
			return;
	vector_insert(&meeting->candidates, candidate_place(meeting, &one), &one);
}

/* Somebody who is reached as the record says. */
struct reached {
	contact_id id;
	enum name_agreement agreement;
	bool is_met, is_same;
	uint64_t by; /* a bit for each of the first ways of the record */
};

static enum status import_meeting_reach(struct importing *importing, const struct record *record,
	contact_id id, const char *shared, struct meeting *meeting, struct vector *reached,
	struct error *err)
{
	enum status status = import_meeting_load(importing, meeting, id, err);

	if (status != STATUS_OK)
		return status;
	enum name_agreement agreement = contacts_agree(&meeting->contact, &record->contact);
	bool is_met = import_meeting_is_met(importing, id), is_equal = agreement == NAMES_EQUAL;
	/* Of a file with a firm's number at everybody only those of like names. */
	if (is_equal || !is_met || share_word(meeting->contact.name, record->contact.name))
		import_meeting_propose(
			meeting, record, &meeting->contact, is_equal ? NULL : shared);
	vector_push(reached, &(struct reached){ id, agreement, is_met, is_equal, 0 });
	return STATUS_OK;
}

/* Two people of one file who share a telephone are two, unless of one name. */
static enum status try_candidate(struct importing *importing, const struct record *record,
	contact_id id, size_t way, struct meeting *meeting, struct vector *reached,
	struct error *err)
{
	const struct channel *shared = vector_at(&record->contact.channels, way);
	enum status status = STATUS_OK;
	struct reached *one;
	size_t at = 0;

	VECTOR_EACH (one, reached) {
		if (one->id == id)
			break;
		at++;
	}
	if (at == reached->count)
		status = import_meeting_reach(
			importing, record, id, shared->value, meeting, reached, err);
	if (status != STATUS_OK)
		return status;
	one = vector_at(reached, at);
	one->by |= way < COMPARED_MAX ? UINT64_C(1) << way : 0;
	one->is_same |= !one->is_met && agrees_enough(one->agreement, shared->kind);
	return STATUS_OK;
}

/* Of those who may be the same, namesakes before others, the one who is reached in all the ways
 * that any of them is; 0: nobody, or several, between whom somebody has to choose. */
static contact_id find_reached(struct vector *reached)
{
	contact_id found = 0;
	bool has_equal = false;
	struct reached *one;
	uint64_t by = 0;

	VECTOR_EACH (one, reached)
		has_equal |= one->agreement == NAMES_EQUAL;
	VECTOR_EACH (one, reached) {
		one->is_same &= !has_equal || one->agreement == NAMES_EQUAL;
		by |= one->is_same ? one->by : 0;
	}
	VECTOR_EACH (one, reached) {
		if (!one->is_same || one->by != by)
			continue;
		if (found)
			return 0;
		found = one->id;
	}
	return found;
}

static enum status meet_by_channel(struct importing *importing, const struct record *record,
	struct meeting *meeting, struct error *err)
{
	struct vector reached = VECTOR_INIT(struct reached);
	contact_id ids[CANDIDATES_MAX];
	enum status status = STATUS_OK;

	for (size_t way = 0; way < record->contact.channels.count; way++) {
		const struct channel *channel = vector_at(&record->contact.channels, way);
		size_t count = person_index_find_channel(&importing->people, BY_CHANNEL,
			channel->kind, channel->value, ids, CANDIDATES_MAX);
		for (size_t i = 0; i < count && status == STATUS_OK; i++)
			status = try_candidate(
				importing, record, ids[i], way, meeting, &reached, err);
	}
	contact_id found = find_reached(&reached);
	if (status == STATUS_OK && found) {
		status = import_meeting_load(importing, meeting, found, err);
		meeting->verdict = IS_SAME;
	}
	vector_fini(&reached);
	return status;
}

/* "Carl Ash" beside "Carl Ash" with "Jr." after it: perhaps his father. */
static bool are_of_two_generations(const struct contact *a, const struct contact *b)
{
	return contacts_agree(a, b) == NAMES_DIFFER;
}

/* Namesakes: nothing is asked when one of them has all that the record says already. Two of one
 * file with UIDs of their own are two; of those in the file the first few are enough. */
static enum status meet_by_name(struct importing *importing, const struct record *record,
	struct meeting *meeting, struct error *err)
{
	contact_id ids[NAMESAKES_MAX];
	struct strbuf key = STRBUF_INIT;
	enum status status = STATUS_OK;
	size_t count;

	name_key(&key, record->contact.name);
	count = person_index_find(&importing->people, BY_NAME, key.data, ids, NAMESAKES_MAX);
	strbuf_fini(&key);
	for (size_t i = 0; i < count && status == STATUS_OK; i++) {
		bool is_another = record->contact.uid && import_meeting_is_met(importing, ids[i]);
		bool is_in_file = ids[i] > importing->people.newest;
		if ((is_another && meeting->candidates.count) ||
			(is_in_file && meeting->candidates.count >= CANDIDATES_MAX))
			continue;
		status = import_meeting_load(importing, meeting, ids[i], err);
		if (status != STATUS_OK)
			break;
		if (!is_another && !are_of_two_generations(&meeting->contact, &record->contact) &&
			import_update_adds_nothing(&meeting->contact, record)) {
			meeting->verdict = IS_NOTHING_NEW;
			break;
		}
		import_meeting_propose(meeting, record, &meeting->contact, NULL);
	}
	return status;
}

/* Nobody for certain: the likeliest, where there is any. */
static enum status meet_likeliest(
	struct importing *importing, struct meeting *meeting, struct error *err)
{
	const struct meeting_candidate *first = meeting->candidates.items;

	if (meeting->verdict != IS_NEW || !meeting->candidates.count)
		return STATUS_OK;
	meeting->verdict = IS_LIKELY;
	return import_meeting_load(importing, meeting, first->id, err);
}

enum status import_meeting_find(struct importing *importing, const struct record *record,
	const char *marks, struct meeting *meeting, struct error *err)
{
	enum status status = meet_by_uid(importing, record, meeting, err);

	if (status == STATUS_OK && meeting->verdict == IS_NEW)
		status = meet_by_card(importing, record, marks, meeting, err);
	if (status == STATUS_OK && meeting->verdict == IS_NEW)
		status = meet_by_channel(importing, record, meeting, err);
	if (status == STATUS_OK && meeting->verdict != IS_SAME)
		status = meet_by_name(importing, record, meeting, err);
	return status == STATUS_OK ? meet_likeliest(importing, meeting, err) : status;
}

/* The name of who is in the trash under a key; NULL: nobody. */
static const char *trashed_by(const struct importing *importing, enum person_index_key key,
	const char *text, const char *said)
{
	contact_id id;

	if (!text || !*text || !person_index_find(&importing->people, key, text, &id, 1))
		return NULL;
	const char *name = person_index_trashed_name(&importing->people, id);
	return name ? name : said; /* left out a moment ago, by another card */
}

/* Somebody who was reached so: who may be called so, as among those who are here, or anybody. */
static const char *trashed_by_channel(
	const struct importing *importing, const struct record *record, bool is_any_name)
{
	struct strbuf name = STRBUF_INIT;
	const struct channel *channel;
	contact_id ids[CANDIDATES_MAX];
	const char *found = NULL;

	add_full_name(&name, &record->contact);
	VECTOR_EACH (channel, &record->contact.channels) {
		size_t count = person_index_find_channel(&importing->people, BY_TRASHED_CHANNEL,
			channel->kind, channel->value, ids, CANDIDATES_MAX);
		for (size_t i = 0; i < count && !found; i++) {
			const char *trashed = person_index_trashed_name(&importing->people, ids[i]);
			if (trashed &&
				(is_any_name || agrees_enough(names_agree(trashed, name.data),
							channel->kind)))
				found = trashed;
		}
	}
	strbuf_fini(&name);
	return found;
}

static const char *trashed_surely(
	const struct importing *importing, const struct record *record, const char *marks)
{
	const struct contact *said = &record->contact;
	struct strbuf key = STRBUF_INIT;
	const char *found = trashed_by(importing, BY_TRASHED_UID, said->uid, said->name);

	if (!found && said->uid)
		add_source(&key, record);
	else if (!found && record->leaves_marks)
		person_index_card_key(&key, record->source, marks);
	if (key.len)
		found = trashed_by(importing, BY_TRASHED_SOURCE, key.data, said->name);
	if (!found)
		found = trashed_by_channel(importing, record, false);
	strbuf_fini(&key);
	return found;
}

static bool is_reached(const struct contact *contact)
{
	struct strbuf key = STRBUF_INIT;
	const struct channel *channel;

	VECTOR_EACH (channel, &contact->channels)
		channel_key(&key, channel->kind, channel->value);
	bool is_any = key.len > 0;
	strbuf_fini(&key);
	return is_any;
}

/* By the name alone it is them, of the same kind of file, unless both have a way to be reached and
 * no common one; else a namesake, or who has an address of theirs under another name, may be them.
 */
static const char *trashed_likely(
	const struct importing *importing, const struct record *record, bool *is_sure)
{
	contact_id ids[NAMESAKES_MAX];
	struct strbuf key = STRBUF_INIT;
	const char *found = NULL;

	*is_sure = false;
	name_key(&key, record->contact.name);
	size_t count = person_index_find(
		&importing->people, BY_TRASHED_NAME, key.data, ids, NAMESAKES_MAX);
	for (size_t i = 0; i < count && !*is_sure; i++) {
		bool is_apart = is_reached(&record->contact) &&
				person_index_has(&importing->people, BY_TRASHED_REACH, "", ids[i]);
		*is_sure = !record->contact.uid && !is_apart &&
			   person_index_has(&importing->people, BY_ORIGIN, record->source, ids[i]);
		found = person_index_trashed_name(&importing->people, ids[i]);
	}
	strbuf_fini(&key);
	return found ? found : trashed_by_channel(importing, record, true);
}

const char *import_meeting_trashed(const struct importing *importing, const struct record *record,
	const char *marks, const struct meeting *meeting, bool *is_sure)
{
	*is_sure = false;
	if (meeting->verdict != IS_NEW && meeting->verdict != IS_LIKELY)
		return NULL;
	const char *found = trashed_surely(importing, record, marks);
	if (found) {
		*is_sure = true;
		return found;
	}
	found = trashed_likely(importing, record, is_sure);
	*is_sure &= meeting->verdict == IS_NEW;
	return found;
}
