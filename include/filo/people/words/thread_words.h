/* What a talk leaves open and what it closes, as it is typed: "? how did it go, in 2w; ! the book".
 * Not here: a follow-up in a sentence (people/followup.h). */
#ifndef FILO_PEOPLE_WORDS_THREAD_WORDS_H
#define FILO_PEOPLE_WORDS_THREAD_WORDS_H

#include "filo/base/error.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/people/date.h"

#include <stdbool.h>

struct followup;

/* Reads what is left open: each is begun by ? (to ask), ! (I promised) or < (promised to me), and
 * several are separated by semicolons in front of such a mark; without a mark the first is to ask.
 * What stands behind the last comma is the date when it reads as one, and is no word that alone
 * may be a first name or something else ("May", "Gio", "second"). `language` and `day_first`
 * are those of when_parse. Adds to `threads` (of struct followup, of nobody yet); when one makes no
 * sense the error says which, and what was added is still the caller's to free. */
enum status threads_read(const char *text, day_number today, const char *language, bool day_first,
	struct vector *threads, struct error *err);
/* Cuts the date off the first line of `text`, the words of one follow-up, when what stands behind
 * its last comma reads as one, and sets its day; else nothing changes. With a time or a length in
 * it the date stays in the text, too. `language` and `day_first` as above. */
enum status threads_take_date(char *text, day_number today, const char *language, bool day_first,
	struct followup *followup, struct error *err);
/* Adds `text` with the days at the ends of its parts, as they were on `today`, written as dates:
 * another day reads them as the same. */
void threads_pin(struct strbuf *out, const char *text, day_number today, const char *language,
	bool day_first);
/* "Ask: how did it go (7 Dec)  You promised: the book". Translated. */
void threads_describe(struct strbuf *out, const struct vector *threads, day_number today);

/* "1 the exam  2 the article  3 more": the first open ones (of struct followup), to be answered by
 * number, long ones cut; how many there are besides. Translated. */
void threads_number(struct strbuf *out, const struct vector *threads, size_t most);
/* The numbers typed, each from 1 to `count`. Adds each once, as an index from 0 (size_t). */
enum status threads_read_numbers(
	const char *text, size_t count, struct vector *indexes, struct error *err);

#endif
