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

#include <stdlib.h>

void conversation_bind(sqlite3_stmt *stmt, int first, const struct conversation *conversation)
{
	bind_day(stmt, first, conversation->day);
	sqlite3_bind_int(stmt, first + 1, conversation->precision);
	sqlite3_bind_int(stmt, first + 2, conversation->minute);
	bind_day(stmt, first + 3,
		conversation_contact_day(
			conversation->day, conversation->precision, conversation->minute));
	sqlite3_bind_int(stmt, first + 4, conversation->medium);
	sqlite3_bind_int(stmt, first + 5, conversation->direction);
	if (conversation->feeling != FEELING_NONE)
		sqlite3_bind_int(stmt, first + 6, conversation->feeling);
	sqlite3_bind_int(stmt, first + 7, conversation->awaits_reply);
	bind_text(stmt, first + 8, conversation->summary ? conversation->summary : "");
	bind_text(stmt, first + 9, conversation->body);
	bind_text(stmt, first + 10, conversation->source);
	bind_text(stmt, first + 11, conversation->source_id);
	bind_id(stmt, first + 12, conversation->id);
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

void participation_bind(sqlite3_stmt *stmt, int first, const struct participation *participation)
{
	bind_id(stmt, first, participation->contact);
	bind_day(stmt, first + 1, participation->day);
	bind_id(stmt, first + 2, participation->conversation);
	bind_day(stmt, first + 3, participation->contact_day);
	sqlite3_bind_int(stmt, first + 4, participation->is_mention);
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
			sqlite3_stmt *stmt = database_statement(
				store, "INSERT INTO exchange VALUES (?1, ?2, ?3)", err);
			if (!stmt)
				return STATUS_DATABASE;
			bind_id(stmt, 1, conversation->id);
			sqlite3_bind_int(stmt, 2, kind);
			sqlite3_bind_int(stmt, 3, is_given);
			status = database_run(store, stmt, err);
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

void conversation_read(sqlite3_stmt *stmt, struct conversation *out)
{
	conversation_init(out);
	free(out->summary);
	out->id = column_id(stmt, 0);
	out->day = column_day(stmt, 1);
	out->precision = (enum precision)sqlite3_column_int(stmt, 2);
	out->minute = sqlite3_column_int(stmt, 3);
	out->medium = (enum medium)sqlite3_column_int(stmt, 4);
	out->direction = (enum direction)sqlite3_column_int(stmt, 5);
	out->feeling = sqlite3_column_type(stmt, 6) == SQLITE_NULL ? FEELING_NONE
								   : sqlite3_column_int(stmt, 6);
	out->awaits_reply = sqlite3_column_int(stmt, 7);
	out->summary = column_copy(stmt, 8);
	out->body = column_copy(stmt, 9);
	out->source = column_copy(stmt, 10);
	out->source_id = column_copy(stmt, 11);
}

static enum status load_participants(
	struct store *store, struct conversation *out, struct error *err)
{
	sqlite3_stmt *stmt = database_statement(store,
		"SELECT p.contact, c.name, p.is_mention FROM participant AS p"
		" JOIN contact AS c ON c.id = p.contact WHERE p.conversation = ?1"
		" ORDER BY p.is_mention, c.name_key, c.id",
		err);
	enum status status = STATUS_DATABASE;
	bool has_row;

	if (stmt)
		bind_id(stmt, 1, out->id);
	while (stmt && (status = database_step(store, stmt, &has_row, err)) == STATUS_OK && has_row)
		conversation_add_participant(out, column_id(stmt, 0),
			(const char *)sqlite3_column_text(stmt, 1), sqlite3_column_int(stmt, 2));
	return status;
}

enum status conversation_complete(struct store *store, struct conversation *out, struct error *err)
{
	bool has_row;
	enum status status = load_participants(store, out, err);
	sqlite3_stmt *stmt = database_statement(
		store, "SELECT kind, is_given FROM exchange WHERE conversation = ?1", err);

	if (status != STATUS_OK || !stmt)
		return STATUS_DATABASE;
	bind_id(stmt, 1, out->id);
	while ((status = database_step(store, stmt, &has_row, err)) == STATUS_OK && has_row) {
		unsigned bit = 1U << sqlite3_column_int(stmt, 0);
		if (sqlite3_column_int(stmt, 1))
			out->exchanges.given |= bit;
		else
			out->exchanges.received |= bit;
	}
	return status;
}
