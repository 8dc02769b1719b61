/* Dates and exchanges as they stand in the forms of the log: written out and read back.
 * Not here: the forms (log_form.c, followup_form.c), reading dates (people/words/when.h). */
#include "tui/log/log_words.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/conversation.h"

#include <stdlib.h>
#include <string.h>

#define YEAR_AND_MORE 400 /* seen from so many days away, the year is written */

void when_write(struct strbuf *out, const struct when *when)
{
	char words[64];

	if (when->day == DAY_NONE)
		return;
	if (when->precision > PRECISION_DAY) {
		date_format_short(
			when->day, when->precision, when->day + YEAR_AND_MORE, words, sizeof words);
		strbuf_add(out, words);
		return;
	}
	strbuf_add(out, date_format_iso(when->day, words));
	if (when->precision == PRECISION_TIME)
		strbuf_add_format(out, " %02d:%02d", when->minute / 60, when->minute % 60);
}

void exchanges_write(struct strbuf *out, unsigned kinds)
{
	const char *between = "";

	for (int kind = 0; kind < EXCHANGE_KINDS; kind++) {
		if (!(kinds & 1U << kind))
			continue;
		strbuf_add(out, between);
		strbuf_add(out, exchange_label((enum exchange_kind)kind));
		between = ", ";
	}
}

static bool begins_folded(const char *word, const char *folded)
{
	struct strbuf key = STRBUF_INIT;

	text_fold(&key, word);
	bool begins = !strncmp(key.data, folded, strlen(folded));
	strbuf_fini(&key);
	return begins;
}

/* The kind whose word begins with what was typed; -1: none. */
static int exchange_of(const char *typed)
{
	struct strbuf folded = STRBUF_INIT;
	int found = -1;

	text_fold(&folded, typed);
	for (int kind = 0; kind < EXCHANGE_KINDS && found < 0; kind++)
		if (begins_folded(exchange_label((enum exchange_kind)kind), folded.data) ||
			begins_folded(exchange_name((enum exchange_kind)kind), folded.data))
			found = kind;
	strbuf_fini(&folded);
	return found;
}

static enum status say_exchanges(const char *word, struct error *err)
{
	struct strbuf all = STRBUF_INIT;

	exchanges_write(&all, (1U << EXCHANGE_KINDS) - 1);
	error_set(err, STATUS_INVALID, _("\"%s\" is none of: %s"), word, all.data);
	strbuf_fini(&all);
	return STATUS_INVALID;
}

enum status exchanges_read(const char *text, unsigned *kinds, struct error *err)
{
	enum status status = STATUS_OK;

	*kinds = 0;
	while (*text && status == STATUS_OK) {
		size_t len = strcspn(text, ",;");
		char *raw = memory_copy_bytes(text, len);
		char *word = text_trim(raw);
		int kind = *word ? exchange_of(word) : -1;
		if (kind >= 0)
			*kinds |= 1U << kind;
		else if (*word)
			status = say_exchanges(word, err);
		free(raw);
		free(word);
		text += len;
		text += strspn(text, ",;");
	}
	return status;
}

void exchanges_complete(const char *typed, struct vector *out)
{
	struct strbuf folded = STRBUF_INIT;

	text_fold(&folded, typed);
	for (int kind = 0; kind < EXCHANGE_KINDS; kind++) {
		const char *label = exchange_label((enum exchange_kind)kind);
		if (!begins_folded(label, folded.data))
			continue;
		char *word = memory_copy_string(label);
		vector_push(out, &word);
	}
	strbuf_fini(&folded);
}
