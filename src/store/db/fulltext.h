/* Queries for the full-text index.
 * Not here: what is done with the findings (search.c, contact_list.c). */
#ifndef FILO_STORE_DB_FULLTEXT_H
#define FILO_STORE_DB_FULLTEXT_H

#include "filo/base/strbuf.h"
#include "store/db/tokenizer.h"

#include <stdbool.h>
#include <stddef.h>

/* Columns of contact_text: the parts of a name. */
#define FULLTEXT_NAME_PARTS "family given additional prefix suffix"

/* Adds `text` as an FTS5 query: every word, of many the first 32, a quoted prefix, so that nothing
 * in it is syntax; cut where the index cuts. False, and a query that finds nothing added, when
 * there is no word in it.
 */
bool fulltext_add_query(struct strbuf *out, const char *text);

/* The same for contact_text, and fulltext_add_detail_query: where names are written in one word or
 * in several as it comes (text_is_freely_parted), either finds the other. */
bool fulltext_add_people_query(struct strbuf *out, const char *text);
/* Whether these find no more than its words (fulltext_has_words). */
bool fulltext_is_cut_so(const char *text);

/* As fulltext_add_query, with only as much of each word as the index has an entry for: it goes
 * through that row by row, but gathers all rows of a longer one before it gives the first. False:
 * no word is longer.
 */
bool fulltext_add_beginnings(struct strbuf *out, const char *text);

/* The words of a query, folded once for many texts. */
struct fulltext_words *fulltext_words_new(const char *query);
void fulltext_words_free(struct fulltext_words *words);
/* Whether texts, NULL behind the last, have all of them, as the index that cuts so would say. */
bool fulltext_has_words(struct fulltext_words *words, const char *const *texts, token_cutter cut);

/* For the index of details; a number that is typed is looked for by its digits, from that many on.
 */
#define FULLTEXT_NUMBER_MIN 3
bool fulltext_add_detail_query(struct strbuf *out, const char *text);
/* The same number as the words that it is, "12-14" in an address: all but the last in full, and of
 * that nothing where it is one digit. False: it is no number, or one of them is all of it. */
bool fulltext_add_number_words(struct strbuf *out, const char *text);
/* Only as much of each word, or the number, as the index has an entry for, which is none for one
 * letter: these are left out, or added as they are. False: that is as above, or as without, or
 * nothing. */
bool fulltext_add_detail_beginnings(struct strbuf *out, const char *text, bool with_letters);
/* Whether a detail has what was typed, `query` as a number or its words. */
bool fulltext_has_detail(const char *text, const char *query, struct fulltext_words *words);
/* Whether the index finds no more for a query than what has it so. */
bool fulltext_is_detail_of_words(const char *query);

/* The bytes of `text` (as people wrote it) where the first of the query's words is met at the start
 * of a word, accents and case ignored; false: nowhere. */
bool fulltext_find(const char *text, const char *query, size_t *at, size_t *len_bytes);
/* The same for digits, whatever stands between them in either. */
bool fulltext_find_number(const char *text, const char *query, size_t *at, size_t *len_bytes);

#endif
