/* A person from a file meets the address book: who they are, and what becomes of it.
 * Not here: joining the fields (import_update.c), whom they belong with (import_ties.c), reading
 * files. */
#include "exchange/import/import_people.h"

#include "exchange/import/import_cards.h"
#include "exchange/import/import_likely.h"
#include "exchange/import/import_present.h"
#include "exchange/import/import_ties.h"
#include "exchange/import/import_update.h"
#include "exchange/import/repeated.h"
#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/people/sameness.h"
#include "filo/store/circles.h"
#include "filo/store/contacts.h"
#include "filo/store/sources.h"

#include <stdlib.h>
#include <string.h>

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

/* What the file has of who is left out stays out too. */
static void stay_out(struct importing *importing, const struct record *record)
{
	importing->plan->left_out++;
	if (record->contact.uid)
		person_index_add_key(&importing->people, BY_TRASHED_UID, record->contact.uid,
			IMPORTING_IN_TRASH);
}

/* Notes somebody new for choice. */
static bool note_newcomer(struct importing *importing, const struct record *record)
{
	struct import_newcomer newcomer = { .card = importing->card,
		.is_left_out = is_unwanted(importing, importing->card) };

	if (importing->plan->newcomers.count < IMPORT_LIST_MAX) {
		newcomer.name = memory_copy_string(record->contact.name);
		vector_push(&importing->plan->newcomers, &newcomer);
	}
	return newcomer.is_left_out;
}

/* Of the first card of theirs in this import: the key of the one that said the same before, or of
 * the first of its source. */
static char *first_marks_key(const struct vector *cards, const char *source, const char *marks)
{
	const struct import_card *card;
	const char *key = NULL;

	VECTOR_EACH (card, cards) {
		const char *number = person_index_number_in(card->key, source);
		if (number && !strcmp(card->marks, marks))
			return memory_copy_string(card->key);
		if (number && !*number && (!key || !strcmp(card->key, source)))
			key = card->key;
	}
	return memory_copy_string(key ? key : source);
}

/* That of this very card when it came before. */
static enum status find_marks(struct importing *importing, const struct record *record,
	struct repeated *kept, const char *new_marks, contact_id id, struct card_marks *marks,
	struct error *err)
{
	char *source = import_meeting_source(record);
	bool is_unnamed = !record->contact.uid && record->leaves_marks;
	enum status status = STATUS_OK;

	if (!kept)
		status = import_cards_gather(importing, id, &marks->own, err);
	if (is_unnamed) {
		marks->cards = kept ? &kept->cards : &marks->own;
		if (status == STATUS_OK)
			status = import_cards_choose(importing, id, source, new_marks, marks, err);
		free(source);
		return status;
	}
	if (kept)
		marks->key = repeated_marks_key(importing, kept, source, new_marks);
	else
		marks->key = first_marks_key(&marks->own.all, source, new_marks);
	char *before = source_marks(importing->store, id, marks->key);
	if (before) {
		marks->of_key = import_marks_set(before);
		marks->before = &marks->of_key;
		marks->is_same = !strcmp(before, new_marks);
		marks->is_there = import_cards_say_same(before, new_marks);
	}
	free(before);
	free(source);
	return status;
}

static void note_met(struct importing *importing, const char *key, contact_id id)
{
	person_index_add_key(&importing->people, BY_TOUCH, "", id);
	person_index_add_key(&importing->people, BY_TOUCH, key, id);
}

static enum status save_marks(struct importing *importing, const char *key, const char *marks,
	contact_id id, bool is_new, struct error *err)
{
	importing->has_marked = true;
	person_index_add_key(&importing->people, BY_SAVED, key, id);
	if (strchr(key, ':'))
		person_index_add_source(&importing->people, key, marks, id);
	return source_marks_save(importing->store, id, is_new, key, marks, err);
}

/* A circle comes with the first who is put into it; who is refused leaves none behind. */
static enum status bring_circle(
	struct importing *importing, struct record *record, struct error *err)
{
	struct circle circle = { .name = record->circle };

	if (!record->circle || record->contact.circle)
		return STATUS_OK;
	if (text_folds_alike(record->circle, "")) /* an accent alone */
		return importing_problem(
			importing, record->line, false, _("A circle needs a name"), err);
	enum status status = contact_check_values(&record->contact, err);
	if (status == STATUS_OK)
		status = import_present_save_circle(importing, &circle, err);
	record->contact.circle = circle.id;
	return status;
}

static enum status import_people_add(
	struct importing *importing, struct record *record, const char *marks, struct error *err)
{
	struct contact *contact = &record->contact;
	/* As the file has it: the store makes a UID for who comes without. */
	char *key = import_meeting_source(record);

	contact_id bearer = 0;
	enum status status = STATUS_OK;

	/* A UID that somebody else here bears would be refused: they were chosen to be two. */
	if (contact->uid)
		status = contact_by_uid(importing->store, contact->uid, &bearer, err);
	if (bearer)
		memory_replace_string(&contact->uid, NULL);
	if (status == STATUS_OK)
		status = bring_circle(importing, record, err);
	if (status == STATUS_OK)
		status = contact_add(importing->store, contact, err);
	if (status == STATUS_OK) {
		person_index_add(&importing->people, contact);
		importing->plan->added++;
		importing->has_changed = true;
		import_likely_note_card(importing, contact->id);
		note_met(importing, key, contact->id);
	}
	if (status == STATUS_OK && record->leaves_marks)
		status = save_marks(importing, key, marks, contact->id, true, err);
	free(key);
	return status;
}

static enum status tell_taken(struct importing *importing, const struct record *record,
	const struct strbuf *told, struct error *err)
{
	importing->plan->taken++;
	return importing_problem(importing, record->line, false, told->data, err);
}

/* A name never goes without a word. */
static enum status tell_renamed(struct importing *importing, const struct record *record,
	const char *before, const char *name, struct error *err)
{
	struct strbuf told = STRBUF_INIT;
	enum status status = STATUS_OK;

	if (names_agree(before, name) != NAMES_EQUAL) {
		strbuf_add_format(
			&told, _("%s is called %s now, as in this card of theirs"), before, name);
		status = tell_taken(importing, record, &told, err);
	}
	strbuf_fini(&told);
	return status;
}

/* Nor does anything else. */
static enum status tell_gone(struct importing *importing, const struct record *record,
	const char *name, const char *gone, struct error *err)
{
	struct strbuf told = STRBUF_INIT;

	strbuf_add_format(
		&told, _("Gone from %s, as this card does not say it any more: %s"), name, gone);
	enum status status = tell_taken(importing, record, &told, err);
	strbuf_fini(&told);
	return status;
}

static void note_updated(struct importing *importing, const struct record *record, const char *key,
	contact_id id, bool is_changed)
{
	note_met(importing, key, id);
	importing->has_changed |= is_changed;
	if (is_changed) {
		importing->plan->updated++;
		person_index_add_brought(&importing->people, &record->contact, id);
	} else {
		importing->plan->unchanged++;
	}
}

static enum status save_card(struct importing *importing, const char *new_marks,
	struct card_marks *marks, contact_id id, struct error *err)
{
	enum status status = save_marks(importing, marks->key, new_marks, id, false, err);

	if (marks->cards)
		import_cards_note(marks, new_marks);
	/* Of who is kept for the next card that is done in the end. */
	return status == STATUS_OK ? import_cards_write(importing, id, &marks->own, err) : status;
}

/* Somebody met for the first time in this import is written at once. */
static enum status update_person(struct importing *importing, const struct record *record,
	const char *new_marks, struct card_marks *marks, struct contact *contact,
	struct repeated *kept, struct error *err)
{
	struct import_known fresh = { 0 }, *known = kept ? &kept->known : &fresh;
	char *name = memory_copy_string(contact->name);
	const struct import_marks all = { marks->before, &marks->of_row, marks->is_same };
	bool is_changed = import_update_record(contact, known, record, &all);
	enum status status = STATUS_OK;

	if (kept)
		kept->is_changed |= is_changed;
	else if (is_changed)
		status = contact_update(importing->store, contact, err);
	if (status == STATUS_OK && record->leaves_marks && !marks->is_there &&
		(is_changed || !marks->is_brought))
		status = save_card(importing, new_marks, marks, contact->id, err);
	if (status == STATUS_OK)
		note_updated(importing, record, marks->key, contact->id, is_changed);
	if (status == STATUS_OK && is_changed)
		status = tell_renamed(importing, record, name, contact->name, err);
	if (status == STATUS_OK && is_changed && known->gone.len)
		status = tell_gone(importing, record, contact->name, known->gone.data, err);
	free(name);
	import_known_fini(&fresh);
	return status;
}

static enum status import_people_update(struct importing *importing, struct record *record,
	const char *new_marks, struct meeting *meeting, struct error *err)
{
	contact_id id = meeting->contact.id;
	struct repeated *kept = repeated_find(importing, id);
	bool is_met = import_meeting_is_met(importing, id);
	/* With what the other cards brought, all of them would be refused. */
	enum status status = is_met ? contact_check_values(&record->contact, err) : STATUS_OK;

	if (status != STATUS_OK)
		return status;
	struct card_marks marks = { 0 };
	if (!kept && is_met) {
		meeting->is_loaded = false;
		status = repeated_keep(importing, &meeting->contact, &kept, err);
	}
	if (status == STATUS_OK)
		status = find_marks(importing, record, kept, new_marks, id, &marks, err);
	const struct contact *known = kept ? &kept->contact : &meeting->contact;
	if (status == STATUS_OK && !known->circle && !marks.before && !marks.is_same)
		status = bring_circle(importing, record, err);
	if (status == STATUS_OK)
		status = update_person(importing, record, new_marks, &marks,
			kept ? &kept->contact : &meeting->contact, kept, err);
	card_marks_fini(&marks);
	return status;
}

static enum status leave_in_trash(
	struct importing *importing, const struct record *record, const char *trashed)
{
	stay_out(importing, record);
	importing_leave_in_trash(
		importing, importing->source->name, record->line, record->contact.name, trashed, 0);
	return STATUS_OK;
}

/* Only likely in the trash: told whatever becomes of them. */
static void tell_likely_in_trash(struct importing *importing, const struct record *record,
	const char *trashed, bool is_added)
{
	struct strbuf told = STRBUF_INIT;

	strbuf_add_format(&told,
		is_added
			/* Translators: a name in a file, the number of its card, a name here. */
			? _("%s (card %lld) may be %s, who is in the trash; added as somebody new")
			: _("%s (card %lld) may be %s, who is in the trash; left out"),
		record->contact.name, (long long)importing->card + 1, trashed);
	importing_problem_in(importing, importing->source->name, record->line, false, told.data);
	strbuf_fini(&told);
}

/* What becomes of somebody who is likely here, or likely in the trash, or new. */
static enum status import_people_choose(struct importing *importing, const struct record *record,
	struct meeting *meeting, const char *trashed, enum import_choice *choice, struct error *err)
{
	*choice = IMPORT_AS_NEW;
	if (meeting->verdict == IS_LIKELY)
		return import_likely_note(importing, record, meeting, choice, err);
	if (meeting->verdict != IS_NEW)
		return STATUS_OK;
	if (trashed)
		*choice = import_likely_of_trash(importing);
	if (*choice == IMPORT_AS_NEW && note_newcomer(importing, record))
		*choice = IMPORT_LEAVE_OUT;
	return STATUS_OK;
}

static enum status import_people_act(struct importing *importing, struct record *record,
	const char *marks, struct meeting *meeting, contact_id *id, struct error *err)
{
	enum import_choice choice;
	bool is_sure;
	const char *trashed = import_meeting_trashed(importing, record, marks, meeting, &is_sure);

	if (is_sure)
		return leave_in_trash(importing, record, trashed);
	enum status status =
		import_people_choose(importing, record, meeting, trashed, &choice, err);
	if (status != STATUS_OK)
		return status;
	if (meeting->verdict == IS_NOTHING_NEW) {
		importing->plan->unchanged++;
		*id = meeting->contact.id;
		return STATUS_OK;
	}
	if (meeting->verdict == IS_NEW && choice == IMPORT_AS_SAME)
		return leave_in_trash(importing, record, trashed);
	if (trashed && choice != IMPORT_AS_SAME)
		tell_likely_in_trash(importing, record, trashed, choice == IMPORT_AS_NEW);
	if (choice == IMPORT_LEAVE_OUT) {
		if (meeting->verdict == IS_NEW)
			stay_out(importing, record);
		else
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
	if (record->circle && circle_is_none(record->circle))
		memory_replace_string(&record->circle, NULL);
	if (record->circle)
		record->contact.circle = import_present_circle(importing, record->circle, err);
}

enum status importing_meet(
	struct importing *importing, struct record *record, contact_id *id, struct error *err)
{
	struct meeting meeting;
	enum status status = importing_progress(importing, err);

	import_meeting_init(&meeting);
	*id = 0;
	if (status == STATUS_OK && record->is_group) {
		status = importing_group(importing, record, err);
	} else if (status == STATUS_OK) {
		importing_relate(importing, &record->contact);
		resolve_circle(importing, record, err);
		char *marks = import_update_marks(record);
		status = import_meeting_find(importing, record, marks, &meeting, err);
		if (status == STATUS_OK)
			status = import_people_act(importing, record, marks, &meeting, id, err);
		free(marks);
		import_likely_note_met(importing, status == STATUS_OK ? *id : 0);
		importing->card++;
	}
	import_meeting_fini(&meeting);
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
