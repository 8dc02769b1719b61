/* What a talk leaves open and what it closes, as it is typed.
 * Not here: keeping it (store/followups.h), dates by themselves (when.c). */
#include "filo/people/words/thread_words.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/followup.h"
#include "filo/people/words/when.h"
#include "people/words/when_spans.h"
#include "people/words/when_tokens.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define BLANKS " \t\n"

/* In the order of enum followup_kind. */
static const char marks[FOLLOWUP_KINDS + 1] = "?!<";

struct threads_reading {
	day_number today;
	const char *language;
	bool day_first;
};

/* A semicolon ends one where another begins, or nothing more comes; else it belongs to the text. */
static size_t length_of_first(const char *text)
{
	size_t len = 0;

	for (; text[len]; len++) {
		if (text[len] != ';')
			continue;
		const char *next = text + len + 1 + strspn(text + len + 1, BLANKS ";");
		if (!*next || strchr(marks, *next))
			break;
	}
	return len;
}

/* "second", "primo" are of what was told, too. */
static bool thread_is_ordinal(const char *word)
{
	struct strbuf folded = STRBUF_INIT;
	int value;

	text_fold(&folded, word);
	bool is_ordinal = when_word(folded.data, true, &value) == WORD_ORDINAL;
	strbuf_fini(&folded);
	return is_ordinal;
}

/* A word that is a day, but alone may be a first name or another thing: "in may", "the 2nd" are
 * dates. */
static bool thread_is_name(const char *text)
{
	static const char *const names[] = { "April", "april", "August", "august", "Autumn", "June",
		"june", "May", "may", "Summer", "Winter", "Dom", "Domenica", "Gio", "Giu", "Jan",
		"Mar", "Sab", NULL };
	char *word = text_trim(text);
	bool is_one = thread_is_ordinal(word);

	for (size_t i = 0; names[i] && !is_one; i++)
		is_one = !strcmp(names[i], word);
	free(word);
	return is_one;
}

/* "for now", "per un'ora", "for the next 2 weeks" say how long, and no day. */
static bool thread_is_how_long(const char *text, const char *language)
{
	struct when_reading r = { .sense = WHEN_FUTURE,
		.with_italian = when_has_italian(language) };
	struct strbuf folded = STRBUF_INIT;

	bool is_cut = when_cut(&r, text, &folded) == STATUS_OK;
	const struct token *token = &r.tokens[when_skip(&r, 0, IS(WORD_FOR) | IS(WORD_WHICH))];
	token += token->kind == TOKEN_NUMBER;
	bool is_long = when_is_one_of(token, IS(WORD_UNIT) | IS(WORD_NOW));
	strbuf_fini(&folded);
	return is_cut && is_long && token[1].kind == TOKEN_END;
}

/* "2 dec for a week" */
static bool thread_has_length(const char *text, const char *language)
{
	struct when_reading r = { .sense = WHEN_FUTURE,
		.with_italian = when_has_italian(language) };
	struct strbuf folded = STRBUF_INIT;
	bool has_length = when_cut(&r, text, &folded) == STATUS_OK && when_find_length(&r);

	strbuf_fini(&folded);
	return has_length;
}

/* What looks like a day behind the last comma, and is of the text: a name, and behind "for" one, or
 * how long; "a week" is when. */
static bool thread_ends_in_text(const char *text, const char *language)
{
	static const char *const leads[] = { "for", "from", "of", "per", "con", "da", "di", "a",
		NULL };
	char *words = text_trim(text);
	size_t len = strcspn(words, BLANKS), i = 0;

	while (leads[i] && (strlen(leads[i]) != len || strncasecmp(words, leads[i], len) != 0))
		i++;
	bool is_led = leads[i] != NULL;
	bool is_text = thread_is_name(is_led ? words + len : words) ||
		       (is_led && len > 1 && thread_is_how_long(words, language));
	free(words);
	return is_text;
}

/* What is no date at all belongs to the text. */
enum status threads_take_date(char *text, day_number today, const char *language, bool day_first,
	struct followup *followup, struct error *err)
{
	size_t len = strcspn(text, "\n");
	char *line = memory_copy_bytes(text, len), *comma = strrchr(line, ',');
	enum status status = STATUS_NOT_FOUND;
	struct when when = { .day = DAY_NONE };

	if (comma && !text_is_blank(comma + 1) && !thread_ends_in_text(comma + 1, language))
		status = when_parse(comma + 1, WHEN_FUTURE, today, language, day_first, &when, err);
	if (status == STATUS_OK)
		status = followup_set_due(followup, when.day, today, err);
	/* A follow-up has no time, and no length: one that was said stays where it was. */
	if (status == STATUS_OK && when.precision != PRECISION_TIME &&
		!thread_has_length(comma + 1, language))
		memmove(text + (comma - line), text + len, strlen(text + len) + 1);
	free(line);
	return status == STATUS_NOT_FOUND ? STATUS_OK : status;
}

/* One of them, trimmed and not empty. */
static enum status thread_read(const struct threads_reading *reading, char *text,
	struct followup *thread, struct error *err)
{
	const char *mark = strchr(marks, *text);

	thread->kind = mark ? (enum followup_kind)(mark - marks) : FOLLOWUP_ASK;
	enum status status = threads_take_date(
		text, reading->today, reading->language, reading->day_first, thread, err);
	if (status != STATUS_OK)
		return status;
	thread->text = text_trim(text + (mark != NULL));
	return *thread->text ? STATUS_OK
			     : error_set(err, STATUS_INVALID, _("A follow-up needs a few words"));
}

static enum status add_one(const struct threads_reading *reading, char *text,
	struct vector *threads, size_t number, struct error *err)
{
	struct followup thread = {
		.due = DAY_NONE, .made_on = reading->today, .done_on = DAY_NONE
	};
	struct error why;
	enum status status = thread_read(reading, text, &thread, &why);

	if (status == STATUS_OK) {
		vector_push(threads, &thread);
		return STATUS_OK;
	}
	followup_fini(&thread);
	/* Translators: the first number counts what is left open; %s is a whole sentence. */
	return error_set(err, status, _("Left open, number %zu: %s"), number, why.message);
}

enum status threads_read(const char *text, day_number today, const char *language, bool day_first,
	struct vector *threads, struct error *err)
{
	const struct threads_reading reading = { today, language, day_first };
	enum status status = STATUS_OK;
	size_t number = 0;

	while (*text && status == STATUS_OK) {
		size_t len = length_of_first(text);
		char *raw = memory_copy_bytes(text, len);
		char *one = text_trim(raw);
		if (*one)
			status = add_one(&reading, one, threads, ++number, err);
		free(raw);
		free(one);
		text += len;
		text += strspn(text, BLANKS ";");
	}
	return status;
}

void threads_pin(struct strbuf *out, const char *text, day_number today, const char *language,
	bool day_first)
{
	struct error err;

	while (*text) {
		size_t len = length_of_first(text), between;
		char *one = memory_copy_bytes(text, len), day[DATE_ISO_SIZE];
		struct followup thread = { .due = DAY_NONE };
		enum status status =
			threads_take_date(one, today, language, day_first, &thread, &err);
		strbuf_add(out, one);
		/* With a time it stays where it was. */
		if (status == STATUS_OK && thread.due != DAY_NONE && strlen(one) < len)
			strbuf_add_format(out, ", %s", date_format_iso(thread.due, day));
		free(one);
		text += len;
		between = strspn(text, BLANKS ";");
		strbuf_add_bytes(out, text, between);
		text += between;
	}
}

void threads_describe(struct strbuf *out, const struct vector *threads, day_number today)
{
	const struct followup *thread;

	VECTOR_EACH (thread, threads) {
		char *sentence = followup_sentence(thread), day[64];
		strbuf_add_item(out, "  ", sentence);
		if (thread->due != DAY_NONE) {
			date_format_short(thread->due, PRECISION_DAY, today, day, sizeof day);
			strbuf_add_format(out, " (%s)", day);
		}
		free(sentence);
	}
}

void threads_number(struct strbuf *out, const struct vector *threads, size_t most)
{
	const struct followup *thread;
	size_t number = 0;

	VECTOR_EACH (thread, threads) {
		if (number++ == most) {
			size_t more = threads->count - most;
			strbuf_add(out, "  ");
			strbuf_add_format(out, NP_("%zu more", "%zu more", more), more);
			break;
		}
		strbuf_add_format(out, number > 1 ? "  %zu %s" : "%zu %s", number,
			text_brief(thread->text).text);
	}
}

enum status threads_read_numbers(
	const char *text, size_t count, struct vector *indexes, struct error *err)
{
	static const char between[] = BLANKS ",;";

	for (text += strspn(text, between); *text; text += strspn(text, between)) {
		size_t len = strcspn(text, between);
		int number = len <= 9 ? text_number(text, len) : -1;
		if (number < 1 || (size_t)number > count)
			return error_set(err, STATUS_INVALID,
				_("There is no number %.*s: they go from 1 to %zu"), (int)len, text,
				count);
		size_t index = (size_t)number - 1;
		if (!vector_has(indexes, &index))
			vector_push(indexes, &index);
		text += len;
	}
	return STATUS_OK;
}
