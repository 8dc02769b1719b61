/* Who is likely here already: told in the plan with whom a card may be about, and chosen there.
 * Not here: finding them (import_meeting.c), what becomes of them (import_people.c). */
#include "exchange/import/import_likely.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/people/words/contact_words.h"
#include "filo/store/contact_called.h"

#include <stdlib.h>

static void import_candidate_fini(struct import_candidate *candidate)
{
	free(candidate->name);
	free(candidate->called);
	free(candidate->facts);
	free(candidate->shared);
}

void import_likely_fini(struct import_likely *likely)
{
	struct import_candidate *candidate;

	VECTOR_EACH (candidate, &likely->candidates)
		import_candidate_fini(candidate);
	vector_fini(&likely->candidates);
	free(likely->name);
	free(likely->facts);
}

const struct import_candidate *import_likely_meant(const struct import_likely *likely)
{
	return vector_at(&likely->candidates, likely->candidate);
}

/* ---- Who came by which card ---- */

void import_likely_note_card(struct importing *importing, contact_id id)
{
	const struct imported_card one = { id, importing->card };

	vector_push(&importing->cards, &one);
}

/* Both rise together: the first with an id, or a card, that is not below; NULL: all are. */
static const struct imported_card *card_from(
	const struct importing *importing, contact_id id, int64_t card)
{
	const struct imported_card *cards = importing->cards.items;
	size_t first = 0, end = importing->cards.count;

	while (first < end) {
		size_t middle = first + (end - first) / 2;
		if (cards[middle].id < id || cards[middle].card < card)
			first = middle + 1;
		else
			end = middle;
	}
	return first < importing->cards.count ? &cards[first] : NULL;
}

/* 0: whoever is on that card is nobody new. */
static contact_id id_of_card(const struct importing *importing, int64_t card)
{
	const struct imported_card *found = card_from(importing, 0, card);

	return found && found->card == card ? found->id : 0;
}

/* -1: they did not come by one. */
static int64_t card_of_id(const struct importing *importing, contact_id id)
{
	const struct imported_card *found = card_from(importing, id, 0);

	return found && found->id == id ? found->card : -1;
}

/* ---- What was chosen ---- */

/* NULL: nothing was. */
static struct import_likely *choice_for(struct importing *importing, int64_t card)
{
	while (importing->next_choice < importing->choices.count) {
		struct import_likely *likely =
			vector_at(&importing->choices, importing->next_choice);
		if (likely->card == card)
			return likely;
		if (likely->card > card)
			break;
		importing->next_choice++;
	}
	return NULL;
}

/* Who is meant by it; 0: nobody in particular, or nobody who is there. */
static contact_id chosen_person(
	const struct importing *importing, const struct import_likely *chosen)
{
	if (!chosen || !chosen->candidates.count)
		return 0;
	const struct import_candidate *meant = import_likely_meant(chosen);
	return meant->is_in_file ? id_of_card(importing, meant->card) : meant->contact;
}

/* Where they stand among the candidates: somebody else who was chosen is the last. */
static size_t candidate_index(struct meeting *meeting, contact_id id)
{
	const struct meeting_candidate *candidates = meeting->candidates.items;

	for (size_t i = 0; i < meeting->candidates.count; i++)
		if (!id || candidates[i].id == id)
			return i;
	vector_push(&meeting->candidates, &(struct meeting_candidate){ .id = id });
	return meeting->candidates.count - 1;
}

enum status import_likely_check(const struct importing *importing, struct error *err)
{
	const struct import_likely *likely;

	if (!importing->request->is_choice_bound)
		return STATUS_OK;
	VECTOR_EACH (likely, &importing->choices)
		if (!likely->is_met)
			return error_set(err, STATUS_INVALID,
				_("Card %lld is not likely to be somebody who is here"),
				(long long)likely->card + 1);
	return STATUS_OK;
}

/* ---- What is told of it ---- */

static char *likely_facts(const struct contact *contact)
{
	struct strbuf facts = STRBUF_INIT;

	contact_tell_briefly(&facts, contact);
	return strbuf_take(&facts);
}

static enum status likely_tell_candidate(struct importing *importing,
	const struct meeting_candidate *found, struct import_likely *likely, struct error *err)
{
	struct meeting one;

	import_meeting_init(&one);
	enum status status = import_meeting_load(importing, &one, found->id, err);
	if (status == STATUS_OK) {
		const struct import_candidate candidate = { .contact = found->id,
			.is_in_file = found->id > importing->people.newest,
			.card = card_of_id(importing, found->id),
			.name = memory_copy_string(one.contact.name),
			.called = contact_called(importing->store, found->id, one.contact.name),
			.facts = likely_facts(&one.contact),
			.shared = memory_copy_string(found->shared) };
		vector_push(&likely->candidates, &candidate);
	}
	import_meeting_fini(&one);
	return status;
}

static enum status likely_tell(struct importing *importing, const struct record *record,
	const struct meeting *meeting, struct import_likely *likely, struct error *err)
{
	const struct meeting_candidate *found;
	enum status status = STATUS_OK;

	likely->name = memory_copy_string(record->contact.name);
	likely->facts = likely_facts(&record->contact);
	vector_init(&likely->candidates, sizeof(struct import_candidate));
	VECTOR_EACH (found, &meeting->candidates)
		if (status == STATUS_OK)
			status = likely_tell_candidate(importing, found, likely, err);
	if (status == STATUS_OK)
		vector_push(&importing->plan->likely, likely);
	else
		import_likely_fini(likely);
	return status;
}

enum status import_likely_note(struct importing *importing, const struct record *record,
	struct meeting *meeting, enum import_choice *choice, struct error *err)
{
	struct import_likely *chosen = choice_for(importing, importing->card);
	struct import_likely likely = { .card = importing->card,
		.choice = chosen ? chosen->choice : importing->request->likely };
	enum status status = STATUS_OK;

	likely.candidate = candidate_index(meeting, chosen_person(importing, chosen));
	const struct meeting_candidate *meant = vector_at(&meeting->candidates, likely.candidate);
	*choice = likely.choice;
	if (chosen)
		chosen->is_met = true;
	if (meant->id != meeting->contact.id)
		status = import_meeting_load(importing, meeting, meant->id, err);
	importing->plan->likely_count++;
	if (status == STATUS_OK && importing->plan->likely.count < IMPORT_LIST_MAX)
		status = likely_tell(importing, record, meeting, &likely, err);
	return status;
}
