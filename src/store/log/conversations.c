/* Conversations as rows, with who took part and what was exchanged.
 * Not here: a person's log in pages (log_page.c), follow-ups (followups.c). */
#include "filo/store/conversations.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/vector.h"
#include "filo/people/contact_state.h"
#include "filo/people/conversation.h"
#include "filo/people/date.h"
#include "store/db/change.h"
#include "store/db/database.h"
#include "store/log/conversation_row.h"

#include <stdlib.h>

enum status conversation_check(const struct conversation *conversation, struct error *err)
{
	const struct participant *participant;
	bool has_somebody = false;

	VECTOR_EACH (participant, &conversation->participants)
		has_somebody |= !participant->is_mention;
	if (!has_somebody)
		return error_set(err, STATUS_INVALID, _("A conversation needs somebody in it"));
	if (conversation->day == DAY_NONE)
		return error_set(err, STATUS_INVALID, _("A conversation needs a day"));
	return STATUS_OK;
}

static const char *first_name(const struct conversation *conversation)
{
	const struct participant *participant;

	VECTOR_EACH (participant, &conversation->participants) {
		if (!participant->is_mention && participant->name)
			return participant->name;
	}
	return _("somebody");
}

static enum status write_row(struct store *store, const char *sql,
	const struct conversation *conversation, struct error *err)
{
	sqlite3_stmt *stmt = database_statement(store, sql, err);

	if (!stmt)
		return STATUS_DATABASE;
	conversation_bind(stmt, 1, conversation);
	return database_run(store, stmt, err);
}

static enum status add_participants(
	struct store *store, const struct conversation *conversation, struct error *err)
{
	const struct participant *participant;
	enum status status = STATUS_OK;

	VECTOR_EACH (participant, &conversation->participants) {
		sqlite3_stmt *stmt = database_statement(
			store, PARTICIPANT_INSERT " VALUES (?1, ?2, ?3, ?4, ?5)", err);
		if (!stmt || status != STATUS_OK)
			return STATUS_DATABASE;
		const struct participation row = participation_of(conversation, participant);
		rhythm_mark(store, participant->id);
		participation_bind(stmt, 1, &row);
		status = database_run(store, stmt, err);
	}
	return status;
}

static enum status wake_participants(
	struct store *store, const struct conversation *conversation, struct error *err)
{
	const struct participant *participant;
	enum status status = STATUS_OK;

	VECTOR_EACH (participant, &conversation->participants) {
		const struct participation row = participation_of(conversation, participant);
		if (status == STATUS_OK)
			status = participation_wake(store, &row, err);
	}
	return status;
}

static bool has_source(struct store *store, const char *source, const char *source_id)
{
	sqlite3_stmt *stmt = database_statement(
		store, "SELECT 1 FROM conversation WHERE source IS ?1 AND source_id = ?2", NULL);

	if (!stmt || !source_id)
		return false;
	bind_text(stmt, 1, source);
	bind_text(stmt, 2, source_id);
	return database_number(store, stmt, 0) != 0;
}

enum status conversation_add(
	struct store *store, struct conversation *conversation, struct error *err)
{
	bool is_own;
	enum status status = conversation_check(conversation, err);

	if (status != STATUS_OK)
		return status;
	if (has_source(store, conversation->source, conversation->source_id))
		return error_set(err, STATUS_CONFLICT, _("This entry is in the log already"));
	status = change_join(store, &is_own, err, _("log with %s"), first_name(conversation));
	if (status != STATUS_OK)
		return status;
	conversation->id = 0;
	change_row_is_new(store, true);
	status = write_row(store,
		CONVERSATION_INSERT
		" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
		conversation, err);
	if (status == STATUS_OK) {
		conversation->id = database_last_id(store);
		status = add_participants(store, conversation, err);
	}
	if (status == STATUS_OK)
		status = conversation_add_exchanges(store, conversation, err);
	change_row_is_new(store, false);
	if (status == STATUS_OK)
		status = wake_participants(store, conversation, err);
	return change_end(store, is_own, status, err);
}

static enum status run_for(
	struct store *store, const char *sql, conversation_id id, struct error *err)
{
	sqlite3_stmt *stmt = database_statement(store, sql, err);

	if (!stmt)
		return STATUS_DATABASE;
	bind_id(stmt, 1, id);
	return database_run(store, stmt, err);
}

static void mark_participants(struct store *store, const struct conversation *conversation)
{
	const struct participant *participant;

	VECTOR_EACH (participant, &conversation->participants)
		rhythm_mark(store, participant->id);
}

enum status conversation_update(
	struct store *store, const struct conversation *conversation, struct error *err)
{
	struct conversation before;
	bool is_own;
	enum status status = conversation_check(conversation, err);

	if (status == STATUS_OK)
		status = conversation_load(store, conversation->id, &before, err);
	if (status != STATUS_OK)
		return status;
	status = change_join(store, &is_own, err, _("edit the entry with %s"), first_name(&before));
	if (status == STATUS_OK) {
		mark_participants(store, &before);
		status = write_row(store,
			"UPDATE conversation SET day = ?1, precision = ?2, minute = ?3,"
			" contact_day = ?4, medium = ?5, direction = ?6, feeling = ?7,"
			" awaits_reply = ?8, summary = ?9, body = ?10, source = ?11,"
			" source_id = ?12, version = version + 1 WHERE id = ?13",
			conversation, err);
		if (status == STATUS_OK)
			status = run_for(store, "DELETE FROM participant WHERE conversation = ?1",
				conversation->id, err);
		if (status == STATUS_OK)
			status = add_participants(store, conversation, err);
		if (status == STATUS_OK)
			status = run_for(store, "DELETE FROM exchange WHERE conversation = ?1",
				conversation->id, err);
		if (status == STATUS_OK)
			status = conversation_add_exchanges(store, conversation, err);
		status = change_end(store, is_own, status, err);
	}
	conversation_fini(&before);
	return status;
}

enum status conversation_delete(struct store *store, conversation_id id, struct error *err)
{
	struct conversation before;
	bool is_own;
	enum status status = conversation_load(store, id, &before, err);

	if (status != STATUS_OK)
		return status;
	status = change_join(
		store, &is_own, err, _("delete the entry with %s"), first_name(&before));
	if (status == STATUS_OK) {
		change_mark_deletion(store);
		mark_participants(store, &before);
		status = run_for(store, "DELETE FROM conversation WHERE id = ?1", id, err);
		status = change_end(store, is_own, status, err);
	}
	conversation_fini(&before);
	return status;
}

enum status conversation_load(
	struct store *store, conversation_id id, struct conversation *out, struct error *err)
{
	bool has_row;
	sqlite3_stmt *stmt = database_statement(store,
		"SELECT " CONVERSATION_COLUMNS " FROM conversation AS c WHERE c.id = ?1", err);

	*out = (struct conversation){ .participants = VECTOR_INIT(struct participant) };
	if (!stmt)
		return STATUS_DATABASE;
	bind_id(stmt, 1, id);
	enum status status = database_step(store, stmt, &has_row, err);
	if (status != STATUS_OK)
		return status;
	if (!has_row)
		return error_set(err, STATUS_NOT_FOUND, _("This entry is no longer there"));
	conversation_read(stmt, out);
	sqlite3_reset(stmt);
	status = conversation_complete(store, out, err);
	if (status != STATUS_OK)
		conversation_fini(out);
	return status;
}

int64_t conversation_version(struct store *store, conversation_id id)
{
	sqlite3_stmt *stmt =
		database_statement(store, "SELECT version FROM conversation WHERE id = ?1", NULL);

	if (!stmt)
		return 0;
	bind_id(stmt, 1, id);
	return database_number(store, stmt, 0);
}

static enum status walk(struct store *store,
	enum status (*each)(
		void *context, const struct conversation *conversation, struct error *err),
	void *context, struct error *err)
{
	sqlite3_stmt *stmt =
		database_statement(store, "SELECT id FROM conversation ORDER BY day, id", err);
	enum status status = STATUS_DATABASE;
	bool has_row;

	while (stmt && (status = database_step(store, stmt, &has_row, err)) == STATUS_OK &&
		has_row) {
		struct conversation conversation;
		status = conversation_load(store, column_id(stmt, 0), &conversation, err);
		if (status != STATUS_OK)
			break;
		status = each(context, &conversation, err);
		conversation_fini(&conversation);
		if (status != STATUS_OK)
			break;
	}
	if (stmt)
		sqlite3_reset(stmt);
	return status;
}

/* A long log is too much to be sorted in memory: only days and ids are, in a file. */
enum status conversation_walk(struct store *store,
	enum status (*each)(
		void *context, const struct conversation *conversation, struct error *err),
	void *context, struct error *err)
{
	enum status status = database_script(store, "PRAGMA temp_store = FILE", err);

	if (status == STATUS_OK)
		status = walk(store, each, context, err);
	database_script(store, "PRAGMA temp_store = MEMORY", NULL);
	return status;
}
