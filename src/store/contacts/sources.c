/* Marks of imports, and walks over all contacts and channels.
 * Not here: what marks mean (exchange/import/import_update.c). */
#include "filo/store/sources.h"
#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/conversation.h"

#include "store/db/change.h"
#include "store/db/database.h"

char *source_marks(struct store *store, contact_id contact, const char *source)
{
	static const char sql[] =
		"SELECT marks FROM import_mark WHERE contact = ?1 AND source = ?2";
	sqlite3_stmt *stmt = database_statement(store, sql, NULL);

	if (!stmt)
		return NULL;
	bind_id(stmt, 1, contact);
	bind_text(stmt, 2, source);
	return database_text(store, stmt);
}

char *source_with_marks(
	struct store *store, contact_id contact, const char *source, const char *marks)
{
	static const char sql[] =
		"SELECT source FROM import_mark WHERE contact = ?1"
		" AND (source = ?2 OR substr(source, 1, length(?2) + 1) = ?2 || '#')"
		" AND marks = ?3 ORDER BY source LIMIT 1";
	sqlite3_stmt *stmt = database_statement(store, sql, NULL);

	if (!stmt)
		return NULL;
	bind_id(stmt, 1, contact);
	bind_text(stmt, 2, source);
	bind_text(stmt, 3, marks);
	return database_text(store, stmt);
}

enum status source_marks_save(struct store *store, contact_id contact, bool is_new,
	const char *source, const char *marks, struct error *err)
{
	static const char sql[] =
		"INSERT INTO import_mark(contact, source, marks) VALUES (?1, ?2, ?3)"
		" ON CONFLICT (contact, source) DO UPDATE SET marks = excluded.marks";
	bool is_own;
	enum status status = change_join(store, &is_own, err, "import");

	if (status != STATUS_OK)
		return status;
	sqlite3_stmt *stmt = database_statement(store, sql, err);
	if (!stmt)
		return change_end(store, is_own, STATUS_DATABASE, err);
	bind_id(stmt, 1, contact);
	bind_text(stmt, 2, source);
	bind_text(stmt, 3, marks);
	change_row_is_new(store, is_new);
	status = database_run(store, stmt, err);
	change_row_is_new(store, false);
	return change_end(store, is_own, status, err);
}

/* The walks differ in their columns only. */
struct walk {
	enum status (*contact)(
		void *context, contact_id id, const char *uid, const char *name, struct error *err);
	enum status (*channel)(void *context, contact_id contact, enum channel_kind kind,
		const char *value, struct error *err);
	enum status (*related)(void *context, contact_id id, struct error *err);
	enum status (*source)(void *context, contact_id id, const char *source, const char *marks,
		struct error *err);
	void *context;
};

static const char *column_borrow(sqlite3_stmt *stmt, int column)
{
	return (const char *)sqlite3_column_text(stmt, column);
}

static enum status call(const struct walk *walk, sqlite3_stmt *stmt, struct error *err)
{
	contact_id id = column_id(stmt, 0);

	if (walk->contact)
		return walk->contact(
			walk->context, id, column_borrow(stmt, 1), column_borrow(stmt, 2), err);
	if (walk->channel)
		return walk->channel(walk->context, id,
			(enum channel_kind)sqlite3_column_int(stmt, 1), column_borrow(stmt, 2),
			err);
	if (walk->related)
		return walk->related(walk->context, id, err);
	return walk->source(walk->context, id, column_borrow(stmt, 1), column_borrow(stmt, 2), err);
}

static enum status walk_rows(
	struct store *store, sqlite3_stmt *stmt, const struct walk *walk, struct error *err)
{
	enum status status;
	bool has_row;

	while ((status = database_step(store, stmt, &has_row, err)) == STATUS_OK && has_row) {
		status = call(walk, stmt, err);
		if (status != STATUS_OK)
			break;
	}
	sqlite3_reset(stmt);
	return status;
}

enum status contact_walk(struct store *store,
	enum status (*each)(
		void *context, contact_id id, const char *uid, const char *name, struct error *err),
	void *context, struct error *err)
{
	static const char sql[] = "SELECT id, uid, name FROM contact ORDER BY id";
	sqlite3_stmt *stmt = database_statement(store, sql, err);
	struct walk walk = { .contact = each, .context = context };

	return stmt ? walk_rows(store, stmt, &walk, err) : STATUS_DATABASE;
}

enum status channel_walk(struct store *store,
	enum status (*each)(void *context, contact_id contact, enum channel_kind kind,
		const char *value, struct error *err),
	void *context, struct error *err)
{
	static const char sql[] = "SELECT contact, kind, value FROM channel ORDER BY contact, id";
	sqlite3_stmt *stmt = database_statement(store, sql, err);
	struct walk walk = { .channel = each, .context = context };

	return stmt ? walk_rows(store, stmt, &walk, err) : STATUS_DATABASE;
}

enum status related_walk(struct store *store,
	enum status (*each)(void *context, contact_id id, struct error *err), void *context,
	struct error *err)
{
	static const char sql[] = "SELECT DISTINCT contact FROM relation"
				  " WHERE other IS NULL AND name LIKE 'urn:uid:%' ORDER BY contact";
	sqlite3_stmt *stmt = database_statement(store, sql, err);
	struct walk walk = { .related = each, .context = context };

	return stmt ? walk_rows(store, stmt, &walk, err) : STATUS_DATABASE;
}

enum status source_walk(struct store *store, contact_id contact,
	enum status (*each)(void *context, contact_id id, const char *source, const char *marks,
		struct error *err),
	void *context, struct error *err)
{
	static const char all[] = "SELECT contact, source, marks FROM import_mark"
				  " ORDER BY contact, source",
			  of_one[] = "SELECT contact, source, marks FROM import_mark"
				     " WHERE contact = ?1 ORDER BY source";
	sqlite3_stmt *stmt = database_statement(store, contact ? of_one : all, err);
	struct walk walk = { .source = each, .context = context };

	if (!stmt)
		return STATUS_DATABASE;
	if (contact)
		bind_id(stmt, 1, contact);
	return walk_rows(store, stmt, &walk, err);
}

bool source_has_same_entry(struct store *store, const struct conversation *conversation)
{
	static const char sql[] =
		"SELECT 1 FROM participant p JOIN conversation c ON c.id = p.conversation"
		" WHERE p.contact = ?1 AND p.day = ?2 AND c.precision = ?3 AND c.minute = ?4"
		" AND c.medium = ?5 AND c.direction = ?6 AND c.summary = ?7 AND c.body IS ?8";
	sqlite3_stmt *stmt = database_statement(store, sql, NULL);
	const struct participant *first;

	if (!stmt || !conversation->participants.count)
		return false;
	first = vector_at(&conversation->participants, 0);
	bind_id(stmt, 1, first->id);
	bind_day(stmt, 2, conversation->day);
	sqlite3_bind_int(stmt, 3, (int)conversation->precision);
	sqlite3_bind_int(stmt, 4, conversation->minute);
	sqlite3_bind_int(stmt, 5, (int)conversation->medium);
	sqlite3_bind_int(stmt, 6, (int)conversation->direction);
	bind_text(stmt, 7, conversation->summary ? conversation->summary : "");
	bind_text(stmt, 8, conversation->body);
	return database_number(store, stmt, 0) != 0;
}
