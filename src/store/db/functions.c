/* What SQL can ask of filo's own ways with words and dates.
 * Not here: folding, which the index shares (tokenizer.c). */
#include "store/db/functions.h"

#include "filo/base/fold.h"
#include "filo/base/strbuf.h"
#include "filo/people/date.h"

static void has_words_in_sql(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *text = (const char *)sqlite3_value_text(values[0]);
	const char *words = (const char *)sqlite3_value_text(values[1]);
	struct strbuf folded = STRBUF_INIT;

	(void)count;
	if (text)
		text_fold(&folded, text);
	sqlite3_result_int(context, text && words && text_matches_words(folded.data, words));
	strbuf_fini(&folded);
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

int functions_register(sqlite3 *db)
{
	const int how = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
	int code = sqlite3_create_function(
		db, "filo_has_words", 2, how, NULL, has_words_in_sql, NULL, NULL);

	if (code != SQLITE_OK)
		return code;
	return sqlite3_create_function(
		db, "filo_next_yearly", 3, how, NULL, next_yearly_in_sql, NULL, NULL);
}
