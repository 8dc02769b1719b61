/* A command of the settings as words, which no shell sees.
 * Not here: starting it (launch.c). */
#include "filo/base/command_line.h"

#include "filo/base/memory.h"
#include "filo/base/strbuf.h"

#include <stdlib.h>
#include <string.h>

#define PLACE "%s"

/* Adds the word that begins at `at`, without its quotes; returns where it ends, NULL: nowhere. */
static const char *command_line_word(const char *at, struct strbuf *word)
{
	char quote = 0;

	for (; *at && (quote || !strchr(" \t", *at)); at++) {
		if (quote ? *at == quote : *at == '"' || *at == '\'')
			quote = quote ? 0 : *at;
		else if (*at == '\\' && quote != '\'' && at[1])
			strbuf_add_char(word, *++at);
		else
			strbuf_add_char(word, *at);
	}
	return quote ? NULL : at;
}

bool command_line_split(const char *line, struct vector *words)
{
	const char *at = line + strspn(line, " \t");

	while (*at) {
		struct strbuf word = STRBUF_INIT;
		at = command_line_word(at, &word);
		char *taken = strbuf_take(&word);
		vector_push(words, &taken);
		if (!at)
			return false;
		at += strspn(at, " \t");
	}
	return words->count > 0;
}

void command_line_put(struct vector *words, const char *value)
{
	bool is_put = false;
	char **word;

	VECTOR_EACH (word, words) {
		struct strbuf text = STRBUF_INIT;
		const char *at = *word, *place;
		while ((place = strstr(at, PLACE)) != NULL) {
			strbuf_add_bytes(&text, at, (size_t)(place - at));
			strbuf_add(&text, value);
			at = place + strlen(PLACE);
			is_put = true;
		}
		strbuf_add(&text, at);
		free(*word);
		*word = strbuf_take(&text);
	}
	char *last = memory_copy_string(value);
	if (is_put)
		free(last);
	else
		vector_push(words, &last);
}

char *const *command_line_argv(struct vector *words)
{
	vector_push(words, NULL);
	words->count--; /* it is no word, and stays behind them */
	return words->items;
}
