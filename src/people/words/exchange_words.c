/* What was exchanged in a conversation: as it is typed, and as it is said.
 * Not here: what went to and fro over a whole log (reciprocity.c). */
#include "filo/people/words/exchange_words.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"

#include <stdlib.h>
#include <string.h>

void exchanges_write(struct strbuf *out, unsigned kinds)
{
	for (int kind = 0; kind < EXCHANGE_KINDS; kind++)
		if (kinds & 1U << kind)
			strbuf_add_item(out, ", ", exchange_label((enum exchange_kind)kind));
}

/* The kind whose word begins with what was typed; -1: none. */
static int exchange_of(const char *typed)
{
	int found = -1;

	for (int kind = 0; kind < EXCHANGE_KINDS && found < 0; kind++)
		if (text_begins(exchange_label((enum exchange_kind)kind), typed) ||
			text_begins(exchange_name((enum exchange_kind)kind), typed))
			found = kind;
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
	for (int kind = 0; kind < EXCHANGE_KINDS; kind++) {
		const char *label = exchange_label((enum exchange_kind)kind);
		if (!text_begins(label, typed))
			continue;
		char *word = memory_copy_string(label);
		vector_push(out, &word);
	}
}

void exchanges_describe(struct strbuf *out, const struct exchanges *exchanges)
{
	const struct {
		unsigned kinds;
		const char *format;
	} sides[] = { { exchanges->given, _("you gave: %s") },
		{ exchanges->received, _("you received: %s") } };
	const char *between = "";

	for (size_t side = 0; side < 2; side++) {
		struct strbuf words = STRBUF_INIT;
		exchanges_write(&words, sides[side].kinds);
		if (words.len) {
			strbuf_add(out, between);
			strbuf_add_format(out, sides[side].format, words.data);
			between = "; ";
		}
		strbuf_fini(&words);
	}
}
