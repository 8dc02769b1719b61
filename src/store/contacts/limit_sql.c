/* A limit as a condition in SQL: a fragment for each kind of condition.
 * Not here: reading what was typed (limit.c). */
#include "store/contacts/limit_sql.h"

#include "filo/base/vector.h"
#include "store/contacts/contact_sql.h"

#include <sqlite3.h>
#include <string.h>

/* Of each condition: its value, its key, its match, its digits, its whole. */
enum { VALUE, KEY, MATCH, DIGITS, WHOLE, PARAMETERS };

/* In the fragments: ?V, ?K, ?M, ?D and ?W are the condition's own parameters. */
#define DIGITS_OF(text)                                                                            \
	"replace(replace(replace(replace(replace(replace(" text                                    \
	", ' ', ''), '-', ''), '(', ''), ')', ''), '/', ''), '.', '')"

#define IS_OF_FIRM(who)                                                                            \
	"(filo_has_words(ifnull(" who ".organization, ''), ?K) OR EXISTS (SELECT 1 FROM channel"   \
	" AS h WHERE h.contact = " who ".id AND filo_has_words(h.value, ?K)))"

static const char words_sql[] =
	"(c.id IN (SELECT rowid FROM contact_text WHERE contact_text MATCH ?M) OR EXISTS"
	" (SELECT 1 FROM channel AS h WHERE h.contact = c.id AND (filo_has_words(h.value, ?K) OR"
	" (?D IS NOT NULL AND instr(" DIGITS_OF(
		"h.value") ", ?D) > 0 AND"
			   " NOT filo_other_country(h.value, ?K)))))";
/* Text without any word ("???"), for which the index has nothing. */
static const char signs_sql[] = "instr(c.name_key, ?K) > 0";
static const char person_sql[] = "c.id IS ?V";
static const char firm_sql[] = IS_OF_FIRM("c");
static const char circle_sql[] = "c.circle IS ?V";
static const char tag_sql[] = "EXISTS (SELECT 1 FROM tag WHERE contact = c.id AND (?K IS NULL OR"
			      " filo_fold(tag) = ?K))";
static const char never_sql[] = LIMIT_LAST_DAY " IS NULL";
static const char above_sql[] = "ifnull(?1 - " LIMIT_LAST_DAY " > ?V, 0)";
static const char below_sql[] = "ifnull(?1 - " LIMIT_LAST_DAY " < ?V, 0)";
/* That of the latest entry that has one; of each person who is listed only the log down to that. */
static const char feeling_sql[] =
	"EXISTS (SELECT 1 FROM (SELECT v.feeling AS feeling FROM participant AS p CROSS JOIN"
	" conversation AS v ON v.id = p.conversation WHERE p.contact = c.id AND NOT p.is_mention"
	" AND v.feeling IS NOT NULL ORDER BY p.day DESC, p.conversation DESC LIMIT 1)"
	" WHERE ?V IS NULL OR feeling = ?V)";

/* Of somebody else who was there. */
#define IS_BESIDES(what)                                                                           \
	"EXISTS (SELECT 1 FROM participant AS q JOIN contact AS k ON k.id = q.contact"             \
	" WHERE q.conversation = c.id AND q.contact <> p.contact AND " what ")"

#define LOG_HAS(key)                                                                               \
	"(filo_has_words(c.summary || ' ' || ifnull(c.body, ''), " key                             \
	") OR " IS_BESIDES("filo_has_words(" CONTACT_CALLED("k.") ", " key ")") ")"

static const char log_words_sql[] = LOG_HAS("?K");
static const char log_whole_sql[] = "(" LOG_HAS("?K") " OR " LOG_HAS("?W") ")";
static const char log_signs_sql[] = "instr(c.summary || ' ' || ifnull(c.body, ''), ?K) > 0";
static const char log_person_sql[] = "EXISTS (SELECT 1 FROM participant AS q"
				     " WHERE q.conversation = c.id AND q.contact = ?V)";
static const char log_firm_sql[] =
	"EXISTS (SELECT 1 FROM participant AS q JOIN contact AS k ON k.id = q.contact"
	" WHERE q.conversation = c.id AND " IS_OF_FIRM("k") ")";
static const char log_circle_sql[] = IS_BESIDES("k.circle IS ?V");
static const char log_tag_sql[] =
	IS_BESIDES("EXISTS (SELECT 1 FROM tag WHERE contact = k.id AND filo_fold(tag) = ?K)");
static const char log_tagless_sql[] =
	IS_BESIDES("NOT EXISTS (SELECT 1 FROM tag WHERE contact = k.id)");
static const char log_above_sql[] = "?1 - c.day > ?V";
static const char log_below_sql[] = "?1 - c.day < ?V";
static const char log_feeling_sql[] = "c.feeling IS ?V";

static const char *contact_fragment(const struct limit_condition *condition)
{
	switch (condition->kind) {
	case LIMIT_WORDS:
		return condition->match ? words_sql : signs_sql;
	case LIMIT_CIRCLE:
		return circle_sql;
	case LIMIT_TAG:
		return tag_sql;
	case LIMIT_SILENCE:
		return condition->is_none ? never_sql : condition->is_below ? below_sql : above_sql;
	case LIMIT_PERSON:
		return person_sql;
	case LIMIT_FIRM:
		return firm_sql;
	case LIMIT_FEELING:
		break;
	}
	return feeling_sql;
}

static const char *log_fragment(const struct limit_condition *condition)
{
	switch (condition->kind) {
	case LIMIT_WORDS:
		return condition->whole   ? log_whole_sql
		       : condition->match ? log_words_sql
					  : log_signs_sql;
	case LIMIT_CIRCLE:
		return log_circle_sql;
	case LIMIT_TAG:
		return condition->is_none ? log_tagless_sql : log_tag_sql;
	case LIMIT_SILENCE:
		return condition->is_below ? log_below_sql : log_above_sql;
	case LIMIT_PERSON:
		return log_person_sql;
	case LIMIT_FIRM:
		return log_firm_sql;
	case LIMIT_FEELING:
		break;
	}
	return log_feeling_sql;
}

/* Writes the condition's own numbers in place of ?V, ?K and the like. */
static void add_fragment(struct strbuf *sql, const char *fragment, int first)
{
	static const char letters[] = "VKMDW";

	for (const char *c = fragment; *c; c++) {
		const char *letter = c[0] == '?' && c[1] ? strchr(letters, c[1]) : NULL;
		if (!letter) {
			strbuf_add_char(sql, *c);
			continue;
		}
		strbuf_add_format(sql, "?%d", first + (int)(letter - letters));
		c++;
	}
}

/* Asked the other way round: `~t -` and `~f -` are "without any", `!` turns each. */
static bool is_turned(const struct limit_condition *condition, bool is_log)
{
	bool is_without = condition->is_none && !is_log &&
			  (condition->kind == LIMIT_TAG || condition->kind == LIMIT_FEELING);

	return condition->is_not != is_without;
}

void limit_add_sql(struct strbuf *sql, const struct limit *limit, bool is_log, int first)
{
	const struct limit_condition *condition;

	if (!limit_is_set(limit))
		return;
	VECTOR_EACH (condition, &limit->conditions) {
		strbuf_add(sql, is_turned(condition, is_log) ? " AND NOT (" : " AND (");
		add_fragment(
			sql, is_log ? log_fragment(condition) : contact_fragment(condition), first);
		strbuf_add_char(sql, ')');
		first += PARAMETERS;
	}
}

/* Only what the fragment asks for has a place in the statement. */
static void limit_bind_text(struct query *query, int index, const char *text)
{
	if (query->stmt && index <= sqlite3_bind_parameter_count(query->stmt))
		bind_text(query, index, text);
}

void limit_bind(struct query *query, const struct limit *limit, int first)
{
	const struct limit_condition *condition;

	if (!limit_is_set(limit))
		return;
	VECTOR_EACH (condition, &limit->conditions) {
		limit_bind_text(query, first + KEY, condition->is_none ? NULL : condition->key);
		limit_bind_text(query, first + MATCH, condition->match);
		limit_bind_text(query, first + DIGITS, condition->digits);
		limit_bind_text(query, first + WHOLE, condition->whole);
		if (query->stmt && first <= sqlite3_bind_parameter_count(query->stmt)) {
			if (condition->is_none)
				bind_null(query, first + VALUE);
			else
				bind_number(query, first + VALUE, condition->value);
		}
		first += PARAMETERS;
	}
}
