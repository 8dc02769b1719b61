/* What was typed, cut into tokens, with the time of day and all that says nothing taken out.
 * Not here: the words (when_words.h), what the tokens mean together (when.c). */
#ifndef FILO_PEOPLE_WORDS_WHEN_TOKENS_H
#define FILO_PEOPLE_WORDS_WHEN_TOKENS_H

#include "filo/people/date.h"
#include "filo/people/words/when.h"
#include "people/words/when_words.h"

#include <stddef.h>

#define TOKENS_MAX 10

/* A word with its meaning, or a number; TOKEN_END closes the list. */
struct token {
	enum { TOKEN_WORD, TOKEN_NUMBER, TOKEN_OTHER, TOKEN_END } kind;
	enum word_kind word;
	int value;
	int digits; /* of a number: 1998 is a year, 98 is not */
	const char *text;
};

struct when_reading {
	struct token tokens[TOKENS_MAX + 1];
	size_t count;
	enum when_sense sense;
	int sign; /* "+3d" is ahead, "-3d" lies back, whatever the sense; 0: not said */
	day_number today;
	bool day_first;
	bool with_italian;
	int minute;        /* -1: none said */
	bool has_article;  /* "the 3rd", "il 3": a number alone is a day of the month */
	const char *typed; /* as it was, for a refusal */
	struct error *err;
};

bool when_is_word(const struct token *token, enum word_kind kind);
void when_drop_tokens(struct when_reading *r, size_t at, size_t count);
/* Fills the tokens, which point into `folded`, and the minute. False: a time that is none. */
bool when_cut(struct when_reading *r, char *folded);

#endif
