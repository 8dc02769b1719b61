/* Text made comparable: folding, and the words in it, as names, sorting and the search see them.
 * Not here: widths and graphemes (text.h). */
#ifndef FILO_BASE_FOLD_H
#define FILO_BASE_FOLD_H

#include "filo/base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>

/* Adds `s` folded for matching and sorting: compatibility decomposed, case folded, marks stripped,
 * letters that only look decorated as their plain ones (ø as o, ə as e, ß as ss), whatever stands
 * for an apostrophe as one, white space runs as one space. "Pérez" and "PEREZ" fold alike, the same
 * in every locale. Folding twice changes nothing more. */
void text_fold(struct strbuf *out, const char *s);

/* Whether they are the same once they are folded; either may be so already. */
bool text_folds_alike(const char *a, const char *b);

/* Whether `word` begins with what is typed, both folded. */
bool text_begins(const char *word, const char *typed);

/* The next word of folded text at or after `*at`: sets *at to its first byte and returns its length
 * in bytes; 0 when there is none. A word is a run of letters and digits; signs that stand for
 * something by themselves (an emoji, an ideograph or a kana, which nothing parts from the next) are
 * words of their own. */
size_t text_next_word(const char *folded, size_t *at);

/* The bytes of what text_fold leaves of an apostrophe or (`with_hyphens`) a hyphen at `s`, which
 * may part a word from the next; 0: neither. */
size_t text_joint(const char *s, bool with_hyphens);

/* Where only such a joint parts the word at `at` from the next, adds them to `out` as one, with one
 * more that follows so, in 64 bytes: "o'neill" is "oneill", too. False: it stands by itself. */
bool text_join_words(
	const char *folded, size_t at, size_t len, bool with_hyphens, struct strbuf *out);

/* Whether the letter at `folded` is of a script in which a name is written in one word or in
 * several, as it comes: Hangul, Hebrew, Arabic. */
bool text_is_freely_parted(const char *folded);
/* The bytes at `at` of what parts a letter of these from one that may follow, a blank or a maqaf;
 * 0: nothing does. */
size_t text_gap(const char *folded, size_t at);

/* Where the given name begins in a name of Hangul, which is one word: its last two syllables, of
 * three or four. 0: `word` is none. */
size_t text_given_name(const char *word, size_t len);

/* True when every word of folded `query` is the prefix of some word of folded `text`, of some that
 * text_join_words makes one or a text_gap parts, or of a given name. */
bool text_matches_words(const char *folded_text, const char *folded_query);
/* The same for text as it is written. */
bool text_has_words(const char *text, const char *folded_query);

#endif
