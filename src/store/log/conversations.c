/* Conversations as rows, with who took part and what was exchanged.
 * Not here: a person's log in pages (log_page.c), follow-ups (followups.c). */
#include "filo/store/conversations.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/base/vector.h"
#include "filo/people/conversation.h"
#include "filo/people/date.h"
#include "filo/store/change.h"
#include "filo/store/contact_called.h"
#include "store/db/change.h"
#include "store/db/database.h"
#include "store/db/query.h"
#include "store/log/conversation_row.h"

#include <stdlib.h>

/* A note that another program kept about somebody is no talk with them: without a medium, it may
 * only mention people. */
enum status conversation_check(const struct conversation *conversation, struct error *err)
{
	const struct participant *participant;
	bool is_note = conversation->source && conversation->medium == MEDIUM_NONE;
	bool has_somebody = false;

	VECTOR_EACH (participant, &conversation->participants)
		has_somebody |= !participant->is_mention || is_note;
	if (!has_somebody)
		return error_set(err, STATUS_INVALID, _("A conversation needs somebody in it"));
	if (conversation->day == DAY_NONE)
		return error_set(err, STATUS_INVALID, _("A conversation needs a day"));
	return STATUS_OK;
}

char *conversation_names(struct store *store, const struct conversation *conversation)
{
	const struct participant *participant;
	struct strbuf took_part = STRBUF_INIT, mentioned = STRBUF_INIT;

	VECTOR_EACH (participant, &conversation->participants) {
		char *called = contact_called(store, participant->id, participant->name);
		if (called)
			strbuf_add_item(
				participant->is_mention ? &mentioned : &took_part, ", ", called);
		free(called);
	}
	if (!took_part.len)
		strbuf_add(&took_part, mentioned.len ? mentioned.data : _("somebody"));
	strbuf_fini(&mentioned);
	return strbuf_take(&took_part);
}

void conversation_tell_apart(
	struct store *store, struct conversation *conversation, contact_id person)
{
	struct participant *participant;

	VECTOR_EACH (participant, &conversation->participants)
		if (participant->id != person)
			contact_call_in_place(store, participant->id, &participant->name);
}

/* Joins the change at hand, or begins one of that label, of all who took part. */
static enum status conversation_change(struct store *store, const struct conversation *conversation,
	const char *label, struct error *err)
{
	/* What joins another change is called nothing: an import asks nothing a row. */
	char *names = store->label ? NULL : conversation_names(store, conversation);
	enum status status = change_join(store, err, label, names ? names : "");

	free(names);
	return status;
}

static enum status conversation_write(struct store *store, const char *sql,
	const struct conversation *conversation, struct error *err)
{
	struct query query = query_open(store, sql);

	conversation_bind(&query, 1, conversation);
	return query_run(&query, err);
}

static enum status conversation_add_participants(
	struct store *store, const struct conversation *conversation, struct error *err)
{
	const struct participant *participant;
	enum status status = STATUS_OK;

	VECTOR_EACH (participant, &conversation->participants) {
		struct query query =
			query_open(store, PARTICIPANT_INSERT " VALUES (?1, ?2, ?3, ?4, ?5)");
		if (status != STATUS_OK)
			return status;
		const struct participation row = participation_of(conversation, participant);
		change_touch(store, participant->id);
		participation_bind(&query, 1, &row);
		status = query_run(&query, err);
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

conversation_id conversation_of_source(
	struct store *store, const char *source, const char *source_id)
{
	struct query query = query_open(
		store, "SELECT id FROM conversation WHERE source IS ?1 AND source_id = ?2");

	bind_text(&query, 1, source);
	bind_text(&query, 2, source_id);
	return query_number(&query, 0);
}

bool conversation_has_source(struct store *store, const char *source, const char *source_id)
{
	return source_id && conversation_of_source(store, source, source_id);
}

enum status conversation_add(
	struct store *store, struct conversation *conversation, struct error *err)
{
	enum status status = conversation_check(conversation, err);

	if (status != STATUS_OK)
		return status;
	if (conversation_has_source(store, conversation->source, conversation->source_id))
		return error_set(err, STATUS_CONFLICT, _("This entry is in the log already"));
	status = conversation_change(store, conversation, N_("log with %s"), err);
	if (status != STATUS_OK)
		return status;
	conversation->id = 0;
	change_row_is_new(store, true);
	status = conversation_write(store,
		CONVERSATION_INSERT
		" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,"
		" ?17)",
		conversation, err);
	if (status == STATUS_OK) {
		conversation->id = database_last_id(store);
		status = conversation_add_participants(store, conversation, err);
	}
	if (status == STATUS_OK)
		status = conversation_add_exchanges(store, conversation, err);
	change_row_is_new(store, false);
	if (status == STATUS_OK)
		status = wake_participants(store, conversation, err);
	return change_end(store, status, err);
}

static void mark_participants(struct store *store, const struct conversation *conversation)
{
	const struct participant *participant;

	VECTOR_EACH (participant, &conversation->participants)
		change_touch(store, participant->id);
}

enum status conversation_update(
	struct store *store, const struct conversation *conversation, struct error *err)
{
	struct conversation before;
	enum status status = conversation_check(conversation, err);

	if (status == STATUS_OK)
		status = conversation_load(store, conversation->id, &before, err);
	if (status != STATUS_OK)
		return status;
	status = conversation_change(store, &before, N_("edit the entry with %s"), err);
	if (status == STATUS_OK) {
		mark_participants(store, &before);
		status = conversation_write(store,
			"UPDATE conversation SET day = ?1, precision = ?2, minute = ?3,"
			" contact_day = ?4, medium = ?5, direction = ?6, feeling = ?7,"
			" awaits_reply = ?8, summary = ?9, body = ?10, source = ?11,"
			" source_id = ?12, version = version + 1, count_me = ?14,"
			" count_them = ?15, seconds = ?16, is_touched = ?11 IS NOT NULL OR ?17 "
			"WHERE id = ?13",
			conversation, err);
		if (status == STATUS_OK)
			status = query_run_id(store,
				"DELETE FROM participant WHERE conversation = ?1", conversation->id,
				err);
		if (status == STATUS_OK)
			status = conversation_add_participants(store, conversation, err);
		if (status == STATUS_OK)
			status = query_run_id(store, "DELETE FROM exchange WHERE conversation = ?1",
				conversation->id, err);
		if (status == STATUS_OK)
			status = conversation_add_exchanges(store, conversation, err);
		status = change_end(store, status, err);
	}
	conversation_fini(&before);
	return status;
}

/* To the day that it has now; only another contact day changes a rhythm. */
static enum status conversation_move(
	struct store *store, const struct conversation *conversation, struct error *err)
{
	static const char *const moves[] = {
		"UPDATE conversation SET day = ?2, contact_day = ?3 WHERE id = ?1"
		" AND (day != ?2 OR contact_day IS NOT ?3)",
		"UPDATE participant SET day = ?2, contact_day = iif(is_mention, NULL, ?3)"
		" WHERE conversation = ?1 AND (day != ?2 OR NOT is_mention AND contact_day IS NOT "
		"?3)",
	};
	const day_number contact_day = conversation_contact_day(
		conversation->day, conversation->precision, conversation->minute);
	struct query query = query_open(store, "SELECT p.contact FROM participant AS p"
					       " WHERE p.conversation = ?1 AND NOT p.is_mention"
					       " AND p.contact_day IS NOT ?2");
	enum status status;

	bind_id(&query, 1, conversation->id);
	bind_day(&query, 2, contact_day);
	while (query_next(&query))
		change_touch(store, column_id(&query, 0));
	status = query_close(&query, err);
	for (size_t i = 0; i < 2 && status == STATUS_OK; i++) {
		query = query_open(store, moves[i]);
		bind_id(&query, 1, conversation->id);
		bind_day(&query, 2, conversation->day);
		bind_day(&query, 3, contact_day);
		status = query_run(&query, err);
	}
	return status;
}

enum status conversation_grow(
	struct store *store, const struct conversation *conversation, struct error *err)
{
	enum status status = change_join(store, err, N_("import"));

	if (status != STATUS_OK)
		return status;
	struct query query = query_open(store,
		"UPDATE conversation SET precision = ?2, minute = ?3, direction = ?4,"
		" count_me = ?5, count_them = ?6, seconds = ?7 WHERE id = ?1");
	bind_id(&query, 1, conversation->id);
	bind_number(&query, 2, conversation->precision);
	bind_number(&query, 3, conversation->minute);
	bind_number(&query, 4, conversation->direction);
	tally_bind(&query, 5, &conversation->tally);
	status = query_run(&query, err);
	if (status == STATUS_OK)
		status = conversation_move(store, conversation, err);
	return change_end(store, status, err);
}

enum status conversation_join(
	struct store *store, conversation_id id, contact_id contact, struct error *err)
{
	enum status status = change_join(store, err, N_("import"));

	if (status != STATUS_OK)
		return status;
	change_touch(store, contact);
	struct query query = query_open(store,
		PARTICIPANT_INSERT " SELECT ?2, day, id, contact_day, 0 FROM conversation"
				   " WHERE id = ?1 ON CONFLICT DO NOTHING");
	bind_id(&query, 1, id);
	bind_id(&query, 2, contact);
	return change_end(store, query_run(&query, err), err);
}

/* "2026-11-20 A walk by the river" */
static void conversation_say_deleted(struct store *store, const struct conversation *conversation)
{
	struct strbuf words = STRBUF_INIT;
	char day[DATE_ISO_SIZE];

	strbuf_add(&words, date_format_iso(conversation->day, day));
	if (!text_is_blank(conversation->summary))
		strbuf_add_format(&words, " %s", conversation->summary);
	change_say_more(store, words.data);
	strbuf_fini(&words);
}

enum status conversation_delete(struct store *store, conversation_id id, struct error *err)
{
	struct conversation before;
	enum status status = conversation_load(store, id, &before, err);

	if (status != STATUS_OK)
		return status;
	status = conversation_change(store, &before, N_("delete the entry with %s"), err);
	if (status == STATUS_OK) {
		conversation_say_deleted(store, &before);
		change_mark_deletion(store);
		mark_participants(store, &before);
		/* What was imported does not come back by itself. */
		status = query_run_id(store,
			"INSERT OR IGNORE INTO forgotten SELECT source, source_id FROM conversation"
			" WHERE id = ?1 AND source IS NOT NULL AND source_id IS NOT NULL",
			id, err);
		if (status == STATUS_OK)
			status = query_run_id(
				store, "DELETE FROM conversation WHERE id = ?1", id, err);
		status = change_end(store, status, err);
	}
	conversation_fini(&before);
	return status;
}

enum status conversation_load(
	struct store *store, conversation_id id, struct conversation *out, struct error *err)
{
	struct query query = query_open(
		store, "SELECT " CONVERSATION_COLUMNS " FROM conversation AS c WHERE c.id = ?1");

	*out = (struct conversation){ .participants = VECTOR_INIT(struct participant) };
	bind_id(&query, 1, id);
	bool has_row = query_next(&query);
	if (has_row)
		conversation_read(&query, out);
	enum status status = query_close(&query, err);
	if (status == STATUS_OK && !has_row)
		status = error_set(
			err, STATUS_NOT_FOUND, _("There is no entry %lld"), (long long)id);
	if (status == STATUS_OK)
		status = conversation_complete(store, out, err);
	if (status != STATUS_OK)
		conversation_fini(out);
	return status;
}

enum status conversation_list_latest(
	struct store *store, size_t count, struct vector *ids, struct error *err)
{
	struct query query =
		query_open(store, "SELECT id FROM conversation WHERE contact_day IS NOT NULL"
				  " ORDER BY contact_day DESC, id DESC LIMIT ?1");

	bind_number(&query, 1, (int64_t)count);
	return query_ids(&query, ids, err);
}

int64_t conversation_version(struct store *store, conversation_id id)
{
	struct query query = query_open(store, "SELECT version FROM conversation WHERE id = ?1");

	bind_id(&query, 1, id);
	return query_count(&query);
}

enum status conversation_forget(
	struct store *store, const char *source, const char *source_id, struct error *err)
{
	enum status status = change_join(store, err, N_("import"));

	if (status != STATUS_OK)
		return status;
	struct query query = query_open(store, "INSERT OR IGNORE INTO forgotten VALUES (?1, ?2)");
	bind_text(&query, 1, source);
	bind_text(&query, 2, source_id);
	return change_end(store, query_run(&query, err), err);
}

enum status conversation_walk_forgotten(struct store *store,
	enum status (*each)(
		void *context, const char *source, const char *source_id, struct error *err),
	void *context, struct error *err)
{
	struct query query = query_open(store, "SELECT source, source_id FROM forgotten"
					       " ORDER BY source, source_id");
	enum status status = STATUS_OK;

	while (status == STATUS_OK && query_next(&query))
		status = each(context, column_filled(&query, 0), column_filled(&query, 1), err);
	return query_close_after(&query, status, err);
}

/* Only ids are sorted; the LIMIT keeps SQLite from sorting the rows instead. */
static enum status conversation_walk_rows(struct store *store,
	enum status (*each)(
		void *context, const struct conversation *conversation, struct error *err),
	void *context, struct error *err)
{
	struct query query = query_open(store,
		"SELECT " CONVERSATION_COLUMNS
		" FROM (SELECT id FROM conversation ORDER BY day, id LIMIT -1) AS o"
		" CROSS JOIN conversation AS c ON c.id = o.id");
	enum status status = STATUS_OK;

	while (status == STATUS_OK && query_next(&query)) {
		struct conversation conversation;
		conversation_read(&query, &conversation);
		status = conversation_complete(store, &conversation, err);
		if (status == STATUS_OK)
			status = each(context, &conversation, err);
		conversation_fini(&conversation);
	}
	return query_close_after(&query, status, err);
}

enum status conversation_walk_person(struct store *store, contact_id contact,
	enum status (*each)(void *context, const struct conversation *entry, struct error *err),
	void *context, struct error *err)
{
	struct query query = query_open(store,
		"SELECT c.id, c.day, c.precision, c.minute, c.medium, c.direction, c.source,"
		" c.source_id, c.is_touched, c.count_me, c.count_them, c.seconds"
		" FROM participant AS p JOIN conversation AS c ON c.id = p.conversation"
		" WHERE p.contact = ?1 AND NOT p.is_mention ORDER BY p.day, c.id");
	enum status status = STATUS_OK;

	bind_id(&query, 1, contact);
	while (status == STATUS_OK && query_next(&query)) {
		/* Borrowed for the call. */
		const struct conversation entry = { .id = column_id(&query, 0),
			.day = column_day(&query, 1),
			.precision = (enum precision)column_kind(&query, 2, PRECISION_YEAR + 1),
			.minute = column_between(&query, 3, -1, 1439),
			.medium = column_medium(&query, 4),
			.direction = (enum direction)column_kind(&query, 5, DIRECTIONS),
			.source = (char *)column_text(&query, 6),
			.source_id = (char *)column_text(&query, 7),
			.is_touched = column_int(&query, 8),
			.tally = tally_read(&query, 9) };
		status = each(context, &entry, err);
	}
	return query_close_after(&query, status, err);
}

/* A long log is too much to be sorted in memory: only days and ids are, in a file. Who took part is
 * read in another order than they stand in the file: more pages are kept for that. */
enum status conversation_walk(struct store *store,
	enum status (*each)(
		void *context, const struct conversation *conversation, struct error *err),
	void *context, struct error *err)
{
	enum status status =
		database_script(store, "PRAGMA temp_store = FILE; PRAGMA cache_size = -24576", err);

	if (status == STATUS_OK)
		status = conversation_walk_rows(store, each, context, err);
	database_use_usual(store);
	return status;
}
