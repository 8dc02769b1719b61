/* What was typed, cut into tokens, with the time of day and all that says nothing taken out.
 * Not here: the words (when_words.h), what the tokens mean together (when_shapes.h). */
#ifndef FILO_PEOPLE_WORDS_WHEN_TOKENS_H
#define FILO_PEOPLE_WORDS_WHEN_TOKENS_H

#include "filo/people/date.h"
#include "filo/people/words/when.h"
#include "people/words/when_words.h"

#include <stddef.h>
#include <stdint.h>

#define TOKENS_MAX 16
#define AHEAD_MAX  4 /* so many tokens ahead are looked at */

/* A word with its meaning, or a number; TOKEN_END closes the list. */
struct token {
	enum { TOKEN_END, TOKEN_WORD, TOKEN_NUMBER, TOKEN_OTHER } kind;
	enum word_kind word;
	int value;
	int which;   /* of a WORD_PERIOD: last -1, this 0, next 1 */
	int digits;  /* of a number: 1998 is a year, 98 is not */
	bool is_day; /* "the 3rd", "il 3": a number that is a day of the month */
	const char *text;
};

/* Of the day. An hour from one to six that does not say which is the afternoon's; "2026-11-20 3:30"
 * is as clocks write it. */
enum half { HALF_SAID, HALF_OPEN, HALF_OPEN_IN_FIGURES };

struct when_reading {
	struct token tokens[TOKENS_MAX + AHEAD_MAX];
	size_t count;
	enum when_sense sense;
	int sign; /* "+3d" is ahead, "-3d" lies back, whatever the sense; 0: not said */
	day_number today;
	bool day_first;
	bool with_italian;
	bool is_often;      /* how often is read, not when */
	bool is_ahead;      /* "by friday": refused in the past; a weekend that has not begun */
	bool is_after;      /* "after november": in november, of this one */
	bool is_open;       /* "from friday": no last day was said */
	bool takes_days;    /* all of them: "a week from 2 nov" is that week */
	bool takes_past;    /* ahead, too: an absence may have begun "last week" */
	int minute;         /* -1: none said; beyond 24 hours in the night after the day */
	bool is_exact_hour; /* 9pm, 21: no word of the day part moves it by 12 hours */
	enum half half;
	enum part part;    /* that the day was said with, or PART_NONE */
	bool is_any_night; /* "stanotte": the one before as well as the one to come */
	bool is_about;     /* "circa": days around it, too */
	int low;           /* "2 or 3 days": the first of both, or 0 */
	bool is_few;       /* "some days": the number was not said */
	day_number first;  /* of a day not well known: the days it is one of, else DAY_NONE */
	day_number last;
	const char *typed; /* as it was, for a refusal */
	struct error *err;
};

bool when_is_word(const struct token *token, enum word_kind kind);
/* Of one of these kinds: IS(WORD_MONTH) | IS(WORD_SEASON). */
#define IS(kind) (UINT64_C(1) << (kind))
bool when_is_one_of(const struct token *token, uint64_t kinds);
/* The first token from `at` on that is of none of these kinds. */
size_t when_skip(const struct when_reading *r, size_t at, uint64_t kinds);
/* What is a day or some by itself. */
#define IS_DAYS                                                                                    \
	(IS(WORD_WEEKDAY) | IS(WORD_MONTH) | IS(WORD_SEASON) | IS(WORD_FEAST) | IS(WORD_UNIT))
/* A number in words, or so many about. */
#define IS_AMOUNT (IS(WORD_NUMBER) | IS(WORD_SCORE) | IS(WORD_FEW))
/* "ieri 9-11": behind a day, numbers are hours that are a date by themselves. */
bool when_is_behind_day(const struct when_reading *r, size_t at);
bool when_is_unit(const struct token *token, enum unit unit);
/* "giorni", "weeks": more than one. */
bool when_is_plural(const struct token *unit);
/* Figures, or a number in words. */
bool when_is_number(const struct token *token);
/* Four figures, but for "1000 days". */
bool when_is_year(const struct token *token);
/* Half of an hour, or of any other unit. */
bool when_is_half(const struct token *token);
void when_set_word(struct token *token, enum word_kind kind, int value);
void when_set_number(struct token *token, int value);
/* Of two digits, 70 and more are of the last century. */
int when_full_year(int year, int digits);
void when_drop_tokens(struct when_reading *r, size_t at, size_t count);
/* Fills the tokens, which point into `folded` from then on, and the time. Refused: a time that is
 * none, or that is not in its part of the day. */
enum status when_cut(struct when_reading *r, const char *typed, struct strbuf *folded);

#endif
