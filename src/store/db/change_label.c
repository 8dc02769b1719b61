/* What undo calls a change: kept in English, told in the language of who reads it.
 * Not here: naming a change (change.c). */
#include "filo/store/change_label.h"

#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Names can be long. */
#define LABEL_COLS 120

static size_t label_fit(const char *text)
{
	int cols;

	return text_fit(text, LABEL_COLS, &cols);
}

/* A label in this one, or a name, which is one line without tabs. */
static void label_keep(struct strbuf *kept, const char *held)
{
	strbuf_add_char(kept, '\t');
	if (*held == '\t')
		strbuf_add(kept, held);
	else
		for (size_t len = label_fit(held); len--; held++)
			strbuf_add_char(kept, *held == '\t' ? ' ' : *held);
}

char *change_label_args(const char *one, const char *many, va_list args)
{
	struct strbuf label = STRBUF_INIT, kept = STRBUF_INIT;

	strbuf_add_format(&label, "\t%s", one);
	for (const char *hole = one; (hole = strchr(hole, '%')); hole++)
		if (hole[1] == 'z')
			strbuf_add_format(&label, "\t%s\t%zu", many, va_arg(args, size_t));
		else
			label_keep(&kept, va_arg(args, const char *));
	strbuf_add(&label, kept.data);
	strbuf_fini(&kept);
	return strbuf_take(&label);
}

char *change_label(const struct plural *words, ...)
{
	va_list args;

	va_start(args, words);
	char *label = change_label_args(words->one, words->many, args);
	va_end(args);
	return label;
}

void change_label_add_word(struct strbuf *list, const char *word)
{
	static const char both[] = "\t%s, %s\t";

	if (list->len)
		strbuf_splice(list, 0, 0, both, sizeof both - 1);
	strbuf_add_format(list, list->len ? "\t\t%s" : "\t%s", word);
}

/* What stands up to the next tab; *label goes behind that, NULL: there is none. Caller frees. */
static char *label_take(const char **label)
{
	const char *start = *label ? *label : "";
	size_t len = strcspn(start, "\t");

	*label = start[len] ? start + len + 1 : NULL;
	return memory_copy_bytes(start, len);
}

/* A sentence, translated, with its count. Caller frees. */
static char *label_take_sentence(const char **label)
{
	char *one = label_take(label);
	struct strbuf said = STRBUF_INIT;

	if (*label && strstr(one, "%zu")) {
		char *many = label_take(label), *count = label_take(label);
		strbuf_add(&said, NP_(one, many, atoll(count)));
		const char *hole = strstr(said.data, "%zu");
		if (hole)
			strbuf_splice(&said, (size_t)(hole - said.data), 3, count, strlen(count));
		free(many);
		free(count);
	} else if (*one) {
		strbuf_add(&said, i18n_in_context(one));
	}
	free(one);
	return strbuf_take(&said);
}

char *change_label_said(const char *label)
{
	struct strbuf said = STRBUF_INIT;
	const char *hole;
	size_t at = 0;

	strbuf_add(&said, label ? "%s" : "");
	while (label && (hole = strstr(said.data + at, "%s"))) {
		bool is_sentence = *label == '\t';
		label += is_sentence;
		char *held = is_sentence ? label_take_sentence(&label) : label_take(&label);
		at = (size_t)(hole - said.data);
		strbuf_splice(&said, at, 2, held, strlen(held));
		at += is_sentence ? 0 : strlen(held); /* the holes of a sentence come next */
		free(held);
	}
	strbuf_truncate(&said, label_fit(said.data));
	return strbuf_take(&said);
}
