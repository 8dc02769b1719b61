/* What SQL can ask of filo's own ways with words, dates and kept lines.
 * Not here: folding, which the index shares (tokenizer.c). */
#include "store/db/functions.h"

#include "filo/base/fold.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/people/date.h"
#include "filo/people/kept_line.h"
#include "filo/people/phone.h"
#include "filo/people/sameness.h"

#include <stdlib.h>
#include <string.h>

static void has_words_in_sql(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *text = (const char *)sqlite3_value_text(values[0]);
	const char *words = (const char *)sqlite3_value_text(values[1]);

	(void)count;
	sqlite3_result_int(context, text && words && text_has_words(text, words));
}

static void other_country_in_sql(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *number = (const char *)sqlite3_value_text(values[0]);
	const char *typed = (const char *)sqlite3_value_text(values[1]);

	(void)count;
	sqlite3_result_int(context, number && typed && phone_is_of_another_country(number, typed));
}

/* NULL of what is a text. */
static void mended_in_sql(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *text = (const char *)sqlite3_value_text(values[0]);
	size_t len = text ? (size_t)sqlite3_value_bytes(values[0]) : 0;

	(void)count;
	if (text_is_valid(text, len))
		return;
	char *mended = text_repair(text, len);
	sqlite3_result_text(context, mended, -1, SQLITE_TRANSIENT);
	free(mended);
}

static void next_yearly_in_sql(sqlite3_context *context, int count, sqlite3_value **values)
{
	const struct civil_date date = { .month = sqlite3_value_int(values[0]),
		.day = sqlite3_value_int(values[1]) };

	(void)count;
	if (!date.month || !date.day || !date_is_possible(date))
		return; /* NULL */
	day_number day = date_next_yearly(date, sqlite3_value_int(values[2]));
	if (day != DAY_NONE)
		sqlite3_result_int(context, day);
}

/* What is searched of a kept line: under what it stands, and what. NULL: nothing to read. */
static void kept_text_in_sql(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *line = (const char *)sqlite3_value_text(values[0]);
	struct strbuf text = STRBUF_INIT, searched = STRBUF_INIT;
	char *label = NULL;

	(void)count;
	if (line && kept_line_read(line, &label, &text)) {
		strbuf_add_format(&searched, "%s %s", label, text.data);
		sqlite3_result_text64(
			context, searched.data, searched.len, SQLITE_TRANSIENT, SQLITE_UTF8);
	}
	free(label);
	strbuf_fini(&searched);
	strbuf_fini(&text);
}

static void key_again_in_sql(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *key = (const char *)sqlite3_value_text(values[0]);
	struct strbuf again = STRBUF_INIT;

	(void)count;
	if (!key)
		return;
	handle_key_again(&again, key);
	sqlite3_result_text64(context, again.data, again.len, SQLITE_TRANSIENT, SQLITE_UTF8);
	strbuf_fini(&again);
}

static bool begins_with_a_day(const char *s)
{
	day_number day;
	char iso[] = "2026-11-23";

	if (strlen(s) < sizeof iso - 1 || (s[sizeof iso - 1] && s[sizeof iso - 1] != '/'))
		return false;
	memcpy(iso, s, sizeof iso - 1);
	return date_parse_iso(iso, &day);
}

/* "key" of "key/2026-11-23" and "key/2026-11-23/call", as days of histories are known; NULL of
 * anything else. */
static void day_key_in_sql(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *id = (const char *)sqlite3_value_text(values[0]);
	const char *slash = id ? strchr(id, '/') : NULL;

	(void)count;
	while (slash && !begins_with_a_day(slash + 1))
		slash = strchr(slash + 1, '/');
	if (slash)
		sqlite3_result_text64(
			context, id, (sqlite3_uint64)(slash - id), SQLITE_TRANSIENT, SQLITE_UTF8);
}

int functions_register(sqlite3 *db)
{
	enum { OURS = SQLITE_DIRECTONLY, OF_TRIGGERS = SQLITE_INNOCUOUS };
	static const struct {
		const char *name;
		int count, who;
		void (*run)(sqlite3_context *context, int count, sqlite3_value **values);
	} functions[] = { { "filo_has_words", 2, OURS, has_words_in_sql },
		{ "filo_other_country", 2, OURS, other_country_in_sql },
		{ "filo_mended", 1, OURS, mended_in_sql },
		{ "filo_key_again", 1, OURS, key_again_in_sql },
		{ "filo_day_key", 1, OURS, day_key_in_sql },
		{ "filo_next_yearly", 3, OURS, next_yearly_in_sql },
		{ "filo_kept_text", 1, OF_TRIGGERS, kept_text_in_sql } };
	int code = SQLITE_OK;

	for (size_t i = 0; i < sizeof functions / sizeof *functions && code == SQLITE_OK; i++)
		code = sqlite3_create_function(db, functions[i].name, functions[i].count,
			SQLITE_UTF8 | SQLITE_DETERMINISTIC | functions[i].who, NULL,
			functions[i].run, NULL, NULL);
	return code;
}
