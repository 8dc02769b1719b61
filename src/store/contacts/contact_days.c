/* The days on which a person took part in a conversation.
 * Not here: what is learned from them (due/rhythm.c). */
#include "filo/store/contact_days.h"
#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/date.h"

#include "store/db/database.h"

enum status contact_days(struct store *store, contact_id contact, day_number up_to,
	struct vector *days, struct error *err)
{
	sqlite3_stmt *stmt = database_statement(store,
		"SELECT DISTINCT contact_day FROM participant WHERE contact = ?1"
		" AND contact_day <= ?2 ORDER BY contact_day",
		err);
	enum status status = STATUS_DATABASE;
	bool has_row;

	if (!stmt)
		return status;
	bind_id(stmt, 1, contact);
	bind_day(stmt, 2, up_to);
	while ((status = database_step(store, stmt, &has_row, err)) == STATUS_OK && has_row) {
		day_number day = column_day(stmt, 0);
		vector_push(days, &day);
	}
	return status;
}

day_number contact_last_day(struct store *store, contact_id id, day_number up_to)
{
	sqlite3_stmt *stmt = database_statement(store,
		"SELECT max(contact_day) FROM participant WHERE contact = ?1 AND contact_day <= ?2"
		" AND day >= (SELECT day FROM participant WHERE contact = ?1 AND contact_day <= ?2"
		" ORDER BY day DESC LIMIT 1)",
		NULL);

	if (!stmt)
		return DAY_NONE;
	bind_id(stmt, 1, id);
	bind_day(stmt, 2, up_to);
	return database_day(store, stmt);
}
