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
	VECTOR_FINI(struct import_candidate, &likely->candidates, import_candidate_fini);
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

void import_likely_note_met(struct importing *importing, contact_id id)
{
	vector_push(&importing->met, &id);
}

/* 0: nobody who is here, or the card has not come. */
static contact_id id_of_card(const struct importing *importing, int64_t card)
{
	const contact_id *met = importing->met.items;

	return (size_t)card < importing->met.count ? met[card] : 0;
}

/* The numbers of who is new rise from card to card. -1: they did not come by one. */
static int64_t card_of_id(const struct importing *importing, contact_id id)
{
	const struct imported_card *cards = importing->cards.items;
	size_t first = 0, end = importing->cards.count;

	while (first < end) {
		size_t middle = first + (end - first) / 2;
		if (cards[middle].id < id)
			first = middle + 1;
		else
			end = middle;
	}
	return first < importing->cards.count && cards[first].id == id ? cards[first].card : -1;
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

enum import_choice import_likely_of_trash(struct importing *importing)
{
	struct import_likely *chosen = choice_for(importing, importing->card);

	if (!chosen || chosen->candidates.count)
		return importing->request->likely;
	chosen->is_met = true;
	return chosen->choice;
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

/* Where they stand among the candidates: somebody else who was chosen is the last. Whose choice
 * means nobody fails the whole in the end. */
static size_t candidate_index(struct meeting *meeting, contact_id id)
{
	const struct meeting_candidate *candidates = meeting->candidates.items;

	for (size_t i = 0; i < meeting->candidates.count; i++)
		if (!id || candidates[i].id == id)
			return i;
	vector_push(&meeting->candidates, &(struct meeting_candidate){ .id = id });
	return meeting->candidates.count - 1;
}

static enum status import_likely_refuse(int64_t card, int64_t other, struct error *err)
{
	return error_set(err, STATUS_INVALID,
		_("Card %lld cannot be the person of card %lld, which brings nobody"),
		(long long)card + 1, (long long)other + 1);
}

/* Whom the card became is whom it was said to be; a card that was refused is told as that. */
static enum status check_choice(
	const struct importing *importing, const struct import_likely *chosen, struct error *err)
{
	bool is_of_one = chosen->choice == IMPORT_AS_SAME && chosen->candidates.count;
	contact_id wanted = chosen_person(importing, chosen);
	contact_id met = id_of_card(importing, chosen->card);

	if (is_of_one && !wanted && import_likely_meant(chosen)->is_in_file)
		return import_likely_refuse(chosen->card, import_likely_meant(chosen)->card, err);
	if (!chosen->is_met && importing->request->is_choice_bound)
		return error_set(err, STATUS_INVALID,
			_("Card %lld is not likely to be somebody who is here"),
			(long long)chosen->card + 1);
	if (is_of_one && met && met != wanted)
		return error_set(err, STATUS_INVALID,
			_("Card %lld turned out to be somebody else than was chosen"),
			(long long)chosen->card + 1);
	return STATUS_OK;
}

enum status import_likely_check(const struct importing *importing, struct error *err)
{
	const struct import_likely *likely;
	enum status status = STATUS_OK;

	VECTOR_EACH (likely, &importing->choices)
		if (status == STATUS_OK)
			status = check_choice(importing, likely, err);
	return status;
}

/* ---- Before it is done ---- */

static bool is_card_left_out(const struct import_plan *plan, int64_t card)
{
	const struct import_newcomer *newcomer;
	const struct import_likely *likely;

	VECTOR_EACH (newcomer, &plan->newcomers)
		if (newcomer->card == card)
			return newcomer->is_left_out;
	VECTOR_EACH (likely, &plan->likely)
		if (likely->card == card)
			return likely->choice == IMPORT_LEAVE_OUT;
	return false;
}

enum status import_plan_check(const struct import_plan *plan, struct error *err)
{
	const struct import_likely *likely;

	VECTOR_EACH (likely, &plan->likely) {
		const struct import_candidate *meant = import_likely_meant(likely);
		if (likely->choice == IMPORT_AS_SAME && meant->is_in_file &&
			is_card_left_out(plan, meant->card))
			return import_likely_refuse(likely->card, meant->card, err);
	}
	return STATUS_OK;
}

/* ---- What is told of it ---- */

static char *likely_facts(const struct contact *contact)
{
	struct strbuf facts = STRBUF_INIT;

	contact_tell_briefly(&facts, contact);
	return strbuf_take(&facts);
}

/* Who comes by a card has no number yet. */
static char *likely_called(struct store *store, const struct import_candidate *candidate)
{
	struct strbuf called = STRBUF_INIT;

	if (!candidate->is_in_file)
		return contact_called(store, candidate->contact, candidate->name);
	strbuf_add_format(
		/* Translators: a name in a file, and the number of the card with it. */
		&called, _("%s (card %lld)"), candidate->name, (long long)candidate->card + 1);
	return strbuf_take(&called);
}

static enum status likely_tell_candidate(struct importing *importing,
	const struct meeting_candidate *found, struct import_likely *likely, struct error *err)
{
	struct meeting one;

	import_meeting_init(&one);
	enum status status = import_meeting_load(importing, &one, found->id, err);
	if (status == STATUS_OK) {
		struct import_candidate candidate = { .contact = found->id,
			.is_in_file = found->id > importing->people.newest,
			.card = card_of_id(importing, found->id),
			.name = memory_copy_string(one.contact.name),
			.facts = likely_facts(&one.contact),
			.shared = memory_copy_string(found->shared) };
		candidate.called = likely_called(importing->store, &candidate);
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

/* Whether all whom it may be are others of this import who are reached so: two people, unless that
 * is said of this very card. */
static bool is_only_beside(const struct importing *importing, const struct meeting *meeting)
{
	const struct meeting_candidate *one;

	VECTOR_EACH (one, &meeting->candidates)
		if (!one->shared || !import_meeting_is_met(importing, one->id))
			return false;
	return true;
}

enum status import_likely_note(struct importing *importing, const struct record *record,
	struct meeting *meeting, enum import_choice *choice, struct error *err)
{
	struct import_likely *chosen = choice_for(importing, importing->card);
	struct import_likely likely = { .card = importing->card,
		.choice = chosen                               ? chosen->choice
			  : is_only_beside(importing, meeting) ? IMPORT_AS_NEW
							       : importing->request->likely };
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
