/* Columns in SQL, put in from the table of fields.
 * Not here: the schema, which stays as each version wrote it (schema.c). */
#include "store/contacts/contact_sql.h"

#include "filo/base/strbuf.h"
#include "filo/people/contact_field.h"

#include <assert.h>
#include <pthread.h>
#include <string.h>

#define PATTERNS_MAX 16

static struct {
	const char *pattern;
	char *sql;
} made[PATTERNS_MAX];
static pthread_mutex_t making = PTHREAD_MUTEX_INITIALIZER;

static void add_columns(struct strbuf *sql, const char *table, bool only_searched)
{
	const char *between = "";

	CONTACT_FIELD_EACH (field) {
		const struct contact_field_row *row = contact_field(field);
		if (!row->column || (only_searched && !row->is_searched))
			continue;
		strbuf_add_format(sql, "%s%s%s", between, table, row->column);
		between = ", ";
	}
}

static void add_values(struct strbuf *sql, bool are_assignments)
{
	int parameter = CONTACT_SQL_FIRST;

	CONTACT_FIELD_EACH (field) {
		const char *column = contact_field(field)->column;
		if (!column)
			continue;
		strbuf_add(sql, parameter > CONTACT_SQL_FIRST ? ", " : "");
		if (are_assignments)
			strbuf_add_format(sql, "%s = ", column);
		strbuf_add_format(sql,
			are_assignments && field == CONTACT_UID ? "ifnull(?%d, uid)" : "?%d",
			parameter++);
	}
}

static void contact_sql_add_list(struct strbuf *sql, const char *name, size_t len)
{
	if (!strncmp(name, "columns", len))
		add_columns(sql, "", false);
	else if (!strncmp(name, "c.searched", len))
		add_columns(sql, "c.", true);
	else
		add_values(sql, !strncmp(name, "assignments", len));
}

static char *contact_sql_make(const char *pattern)
{
	struct strbuf sql = STRBUF_INIT;

	while (*pattern) {
		size_t len = strcspn(pattern, "{"), name_len;
		strbuf_add_bytes(&sql, pattern, len);
		pattern += len;
		if (!*pattern)
			break;
		name_len = strcspn(pattern, "}");
		contact_sql_add_list(&sql, pattern + 1, name_len - 1);
		pattern += name_len + 1;
	}
	return strbuf_take(&sql);
}

const char *contact_sql(const char *pattern)
{
	size_t i = 0;

	pthread_mutex_lock(&making);
	while (i < PATTERNS_MAX && made[i].pattern && made[i].pattern != pattern)
		i++;
	assert(i < PATTERNS_MAX);
	if (!made[i].pattern) {
		made[i].pattern = pattern;
		made[i].sql = contact_sql_make(pattern);
	}
	const char *sql = made[i].sql;
	pthread_mutex_unlock(&making);
	return sql;
}
