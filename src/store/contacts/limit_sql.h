/* A limit as a condition in SQL.
 * Not here: reading what was typed (limit.c). */
#ifndef FILO_STORE_CONTACTS_LIMIT_SQL_H
#define FILO_STORE_CONTACTS_LIMIT_SQL_H

#include "filo/base/strbuf.h"
#include "filo/store/limit.h"
#include "store/db/query.h"

#include <stdbool.h>

/* The last day of contact of the contact `c`, up to today, which is ?1. */
#define LIMIT_LAST_DAY                                                                             \
	"(SELECT CASE WHEN r.last_day <= ?1 THEN r.last_day ELSE (SELECT max(contact_day)"         \
	" FROM participant WHERE contact = r.contact AND contact_day <= ?1) END"                   \
	" FROM rhythm AS r WHERE r.contact = c.id)"

/* Adds " AND ..." about the contact `c`, or about the conversation `c` of a log. Today is ?1, the
 * parameters of the limit begin with ?`first`. */
void limit_add_sql(struct strbuf *sql, const struct limit *limit, bool is_log, int first);
/* Of the limit only: ?1 is bound by the caller. */
void limit_bind(struct query *query, const struct limit *limit, int first);

#endif
