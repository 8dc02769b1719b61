/* Reading all that is told of a person.
 * Not here: telling it (show.c, show_json.c). */
#include "cli/person.h"
#include "cli/values.h"
#include "filo/people/contact_state.h"
#include "filo/people/followup.h"
#include "filo/store/circles.h"
#include "filo/store/contacts.h"
#include "filo/store/events.h"
#include "filo/store/followups.h"
#include "filo/store/log_page.h"
#include "filo/store/person_summary.h"
#include "filo/store/store.h"

#include <stdlib.h>

/* Events are no talks: where many lie above, it reads on. */
static enum status person_load_log(struct store *store, contact_id id, bool is_folded, size_t talks,
	struct vector *rows, struct error *err)
{
	const struct log_view view = { .is_folded = is_folded };
	struct log_place from;
	size_t read = talks, found = 0;
	enum status status = STATUS_OK;

	while (status == STATUS_OK && read == talks && found < talks) {
		size_t before = rows->count;
		if (before)
			from = log_place_of(vector_at(rows, before - 1));
		status = log_page_viewed(
			store, id, &view, before ? &from : NULL, true, talks, rows, err);
		read = rows->count - before;
		for (size_t i = before; i < rows->count; i++)
			found += !((struct log_row *)vector_at(rows, i))->is_event;
	}
	return status;
}

enum status person_load(struct store *store, contact_id id, bool is_folded, size_t talks,
	struct person *person, struct error *err)
{
	*person = (struct person){ .followups = VECTOR_INIT(struct followup),
		.rows = VECTOR_INIT(struct log_row) };
	enum status status = contact_load(store, id, &person->contact, err);

	if (status != STATUS_OK)
		return status;
	status = person_summary_load(store, id, store_today(store), &person->summary, err);
	if (status != STATUS_OK) {
		contact_fini(&person->contact);
		return status;
	}
	status = person_summary_count_openings(store, &person->summary, err);
	person->state = contact_state_today(store, id, &person->until);
	if (status == STATUS_OK)
		status = followup_list(store, id, true, &person->followups, err);
	if (status == STATUS_OK)
		status = person_load_log(store, id, is_folded, talks, &person->rows, err);
	if (status == STATUS_OK)
		status = circle_load(store, person->contact.circle, &person->circle, err);
	if (status != STATUS_OK)
		person_fini(person);
	return status;
}

void person_tell_apart(const struct cli *cli, struct person *person)
{
	struct relation *relation;
	struct log_row *row;
	struct participant *participant;

	cli_call_in_place(cli, person->contact.id, &person->contact.name);
	VECTOR_EACH (relation, &person->contact.relations)
		cli_call_in_place(cli, relation->other, &relation->name);
	VECTOR_EACH (row, &person->rows) {
		if (row->is_fold || row->is_event)
			continue;
		VECTOR_EACH (participant, &row->conversation.participants)
			cli_call_in_place(cli, participant->id, &participant->name);
	}
}

void person_fini(struct person *person)
{
	followups_clear(&person->followups);
	log_rows_clear(&person->rows);
	vector_fini(&person->followups);
	vector_fini(&person->rows);
	contact_fini(&person->contact);
	person_summary_fini(&person->summary);
	circle_fini(&person->circle);
}
