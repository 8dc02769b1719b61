/* Conversations out of and into statements, with who took part and what was exchanged.
 * Not here: changing them (conversations.c). */
#include "store/log/conversation_row.h"

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/contact_state.h"
#include "filo/people/conversation.h"
#include "filo/people/date.h"
#include "filo/store/events.h"
#include "store/db/database.h"
#include "store/db/query.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

void tally_bind(struct query *query, int first, const struct tally *tally)
{
	bool is_counted = tally->from_me > 0 || tally->from_them > 0;
	const int numbers[] = { tally->from_me, tally->from_them, tally->seconds };

	for (int i = 0; i < 3; i++)
		if (i < 2 ? is_counted : numbers[i] > 0)
			bind_number(query, first + i, numbers[i]);
		else
			bind_null(query, first + i);
}

struct tally tally_read(struct query *query, int first)
{
	return (struct tally){ column_between(query, first, 0, INT_MAX),
		column_between(query, first + 1, 0, INT_MAX),
		column_between(query, first + 2, 0, INT_MAX) };
}

void conversation_bind(struct query *query, int first, const struct conversation *conversation)
{
	bind_day(query, first, conversation->day);
	bind_number(query, first + 1, conversation->precision);
	bind_number(query, first + 2, conversation->minute);
	bind_day(query, first + 3,
		conversation_contact_day(
			conversation->day, conversation->precision, conversation->minute));
	bind_number(query, first + 4, conversation->medium);
	bind_number(query, first + 5, conversation->direction);
	if (conversation->feeling == FEELING_NONE)
		bind_null(query, first + 6);
	else
		bind_number(query, first + 6, conversation->feeling);
	bind_number(query, first + 7, conversation->awaits_reply);
	bind_text(query, first + 8, conversation->summary ? conversation->summary : "");
	bind_text(query, first + 9, conversation->body);
	bind_text(query, first + 10, conversation->source);
	bind_text(query, first + 11, conversation->source_id);
	bind_id(query, first + 12, conversation->id);
	tally_bind(query, first + 13, &conversation->tally);
	bind_number(query, first + 16, conversation->is_touched);
}

struct participation participation_of(
	const struct conversation *conversation, const struct participant *participant)
{
	return (struct participation){ .contact = participant->id,
		.conversation = conversation->id,
		.day = conversation->day,
		.contact_day = participant->is_mention
				       ? DAY_NONE
				       : conversation_contact_day(conversation->day,
						 conversation->precision, conversation->minute),
		.is_mention = participant->is_mention };
}

void participation_bind(struct query *query, int first, const struct participation *participation)
{
	bind_id(query, first, participation->contact);
	bind_day(query, first + 1, participation->day);
	bind_id(query, first + 2, participation->conversation);
	bind_day(query, first + 3, participation->contact_day);
	bind_number(query, first + 4, participation->is_mention);
}

enum status conversation_add_exchanges(
	struct store *store, const struct conversation *conversation, struct error *err)
{
	const unsigned sets[] = { conversation->exchanges.received, conversation->exchanges.given };
	enum status status = STATUS_OK;

	for (int is_given = 0; is_given < 2; is_given++) {
		for (int kind = 0; kind < EXCHANGE_KINDS && status == STATUS_OK; kind++) {
			if (!(sets[is_given] & (1U << kind)))
				continue;
			struct query query =
				query_open(store, "INSERT INTO exchange VALUES (?1, ?2, ?3)");
			bind_id(&query, 1, conversation->id);
			bind_number(&query, 2, kind);
			bind_number(&query, 3, is_given);
			status = query_run(&query, err);
		}
	}
	return status;
}

enum status participation_wake(
	struct store *store, const struct participation *participation, struct error *err)
{
	struct event wake = { .contact = participation->contact,
		.kind = EVENT_WAKE,
		.day = participation->day,
		.until = DAY_NONE };
	struct vector events = VECTOR_INIT(struct event);

	if (participation->contact_day == DAY_NONE || wake.day > store->today ||
		contact_state_today(store, wake.contact, NULL) != STATE_RESTING)
		return STATUS_OK;
	enum status status = event_list(store, wake.contact, &events, err);
	const struct event *last = events.count ? vector_at(&events, events.count - 1) : NULL;
	if (status == STATUS_OK && last && last->day <= wake.day)
		status = event_add(store, &wake, err);
	vector_fini(&events);
	return status;
}

/* One that is none was not said. */
static int column_feeling(struct query *query, int column)
{
	int feeling = column_is_null(query, column) ? FEELING_NONE : column_int(query, column);

	return feeling >= -2 && feeling <= 2 ? feeling : FEELING_NONE;
}

void conversation_read(struct query *query, struct conversation *out)
{
	conversation_init(out);
	free(out->summary);
	out->id = column_id(query, 0);
	out->day = column_day(query, 1);
	out->precision = (enum precision)column_kind(query, 2, PRECISION_YEAR + 1);
	out->minute = column_between(query, 3, -1, 1439);
	out->medium = column_medium(query, 4);
	out->direction = (enum direction)column_kind(query, 5, DIRECTIONS);
	out->feeling = column_feeling(query, 6);
	out->awaits_reply = column_int(query, 7);
	out->summary = column_copy_filled(query, 8);
	out->body = column_copy(query, 9);
	out->source = column_copy(query, 10);
	out->source_id = column_copy(query, 11);
	out->tally = tally_read(query, 12);
	out->is_touched = column_int(query, 15);
}

/* Somebody who took part, with the name as it sorts. */
struct sorted_participant {
	struct participant participant;
	char *key;
};

/* Contacts before mentions, by name. */
static int compare_who_took_part(const void *a, const void *b)
{
	const struct sorted_participant *one = a, *other = b;
	int order = one->participant.is_mention - other->participant.is_mention;

	if (!order)
		order = strcmp(one->key, other->key);
	return order ? order
		     : (one->participant.id > other->participant.id) -
			       (one->participant.id < other->participant.id);
}

/* Sorted here: mostly one takes part, and SQLite makes a table of its own for each sorting. */
static enum status load_participants(
	struct store *store, struct conversation *out, struct error *err)
{
	struct vector rows = VECTOR_INIT(struct sorted_participant);
	struct sorted_participant *row;
	struct query query = query_open(store,
		"SELECT p.contact, p.is_mention, c.grammatical_gender, c.name, c.name_key"
		" FROM participant AS p JOIN contact AS c ON c.id = p.contact"
		" WHERE p.conversation = ?1");

	bind_id(&query, 1, out->id);
	while (query_next(&query)) {
		row = vector_push(&rows, NULL);
		row->participant.id = column_id(&query, 0);
		row->participant.is_mention = column_int(&query, 1);
		row->participant.agreement = agreement_of(column_text(&query, 2));
		row->participant.name = column_copy_filled(&query, 3);
		row->key = column_copy_filled(&query, 4);
	}
	vector_sort(&rows, compare_who_took_part);
	VECTOR_EACH (row, &rows) {
		vector_push(&out->participants, &row->participant);
		free(row->key);
	}
	vector_fini(&rows);
	return query_close(&query, err);
}

enum status conversation_complete(struct store *store, struct conversation *out, struct error *err)
{
	enum status status = load_participants(store, out, err);

	if (status != STATUS_OK)
		return status;
	struct query query =
		query_open(store, "SELECT kind, is_given FROM exchange WHERE conversation = ?1");
	bind_id(&query, 1, out->id);
	while (query_next(&query)) {
		unsigned bit = 1U << column_kind(&query, 0, EXCHANGE_KINDS);
		if (column_int(&query, 1))
			out->exchanges.given |= bit;
		else
			out->exchanges.received |= bit;
	}
	return query_close(&query, err);
}
