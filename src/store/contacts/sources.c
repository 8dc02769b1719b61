/* Marks of imports, and walks over all contacts and channels.
 * Not here: what marks mean (exchange/import/import_update.c). */
#include "filo/store/sources.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/conversation.h"
#include "store/db/change.h"
#include "store/db/query.h"

char *source_marks(struct store *store, contact_id contact, const char *source)
{
	static const char sql[] =
		"SELECT marks FROM import_mark WHERE contact = ?1 AND source = ?2";
	struct query query = query_open(store, sql);

	bind_id(&query, 1, contact);
	bind_text(&query, 2, source);
	return query_text(&query);
}

enum status source_marks_save(struct store *store, contact_id contact, bool is_new,
	const char *source, const char *marks, struct error *err)
{
	static const char sql[] =
		"INSERT INTO import_mark(contact, source, marks) VALUES (?1, ?2, ?3)"
		" ON CONFLICT (contact, source) DO UPDATE SET marks = excluded.marks";
	enum status status = change_join(store, err, N_("import"));

	if (status != STATUS_OK)
		return status;
	struct query query = query_open(store, sql);
	bind_id(&query, 1, contact);
	bind_text(&query, 2, source);
	bind_text(&query, 3, marks);
	change_row_is_new(store, is_new);
	status = query_run(&query, err);
	change_row_is_new(store, false);
	return change_end(store, status, err);
}

enum status contact_walk(struct store *store,
	enum status (*each)(
		void *context, contact_id id, const char *uid, const char *name, struct error *err),
	void *context, struct error *err)
{
	static const char sql[] = "SELECT id, uid, name FROM contact ORDER BY id";
	struct query query = query_open(store, sql);
	enum status status = STATUS_OK;

	while (status == STATUS_OK && query_next(&query))
		status = each(context, column_id(&query, 0), column_filled(&query, 1),
			column_filled(&query, 2), err);
	return query_close_after(&query, status, err);
}

enum status nickname_walk(struct store *store,
	enum status (*each)(void *context, contact_id id, const char *nickname, struct error *err),
	void *context, struct error *err)
{
	static const char sql[] = "SELECT id, nickname FROM contact WHERE nickname IS NOT NULL";
	struct query query = query_open(store, sql);
	enum status status = STATUS_OK;

	while (status == STATUS_OK && query_next(&query))
		status = each(context, column_id(&query, 0), column_text(&query, 1), err);
	return query_close_after(&query, status, err);
}

enum status channel_walk(struct store *store,
	enum status (*each)(void *context, contact_id contact, enum channel_kind kind,
		const char *value, struct error *err),
	void *context, struct error *err)
{
	static const char sql[] = "SELECT contact, kind, value FROM channel ORDER BY contact, id";
	struct query query = query_open(store, sql);
	enum status status = STATUS_OK;

	while (status == STATUS_OK && query_next(&query))
		status = each(context, column_id(&query, 0),
			(enum channel_kind)column_kind(&query, 1, CHANNEL_KINDS),
			column_filled(&query, 2), err);
	return query_close_after(&query, status, err);
}

enum status related_walk(struct store *store,
	enum status (*each)(void *context, contact_id id, struct error *err), void *context,
	struct error *err)
{
	static const char sql[] = "SELECT DISTINCT contact FROM relation"
				  " WHERE other IS NULL AND name LIKE 'urn:uid:%' ORDER BY contact";
	struct query query = query_open(store, sql);
	enum status status = STATUS_OK;

	while (status == STATUS_OK && query_next(&query))
		status = each(context, column_id(&query, 0), err);
	return query_close_after(&query, status, err);
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
	struct query query = query_open(store, contact ? of_one : all);
	enum status status = STATUS_OK;

	if (contact)
		bind_id(&query, 1, contact);
	while (status == STATUS_OK && query_next(&query))
		status = each(context, column_id(&query, 0), column_filled(&query, 1),
			column_filled(&query, 2), err);
	return query_close_after(&query, status, err);
}

enum status entry_walk(struct store *store, contact_id contact, day_number day,
	enum status (*each)(void *context, contact_id contact, const struct conversation *entry,
		struct error *err),
	void *context, struct error *err)
{
	static const char sql[] =
		"SELECT c.precision, c.minute, c.medium, c.direction, c.summary, c.body"
		" FROM participant p JOIN conversation c ON c.id = p.conversation"
		" WHERE p.contact = ?1 AND p.day = ?2";
	struct query query = query_open(store, sql);
	enum status status = STATUS_OK;

	bind_id(&query, 1, contact);
	bind_day(&query, 2, day);
	while (status == STATUS_OK && query_next(&query)) {
		/* Borrowed for the call. */
		struct conversation entry = { .day = day,
			.precision = (enum precision)column_kind(&query, 0, PRECISION_YEAR + 1),
			.minute = column_int(&query, 1),
			.medium = column_medium(&query, 2),
			.direction = (enum direction)column_kind(&query, 3, DIRECTIONS),
			.summary = (char *)column_filled(&query, 4),
			.body = (char *)column_text(&query, 5) };
		status = each(context, contact, &entry, err);
	}
	return query_close_after(&query, status, err);
}
