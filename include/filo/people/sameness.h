/* What is the same however it is written: ways to reach somebody, dates, relations, names. Import,
 * duplicates, merging and `filo query` all go by this.
 * Not here: what follows from it (exchange/import.h, exchange/duplicates.h). */
#ifndef FILO_PEOPLE_SAMENESS_H
#define FILO_PEOPLE_SAMENESS_H

#include "filo/base/strbuf.h"
#include "filo/people/contact.h"

#include <stdbool.h>
#include <string.h>

/* Adds the key of a way to reach somebody: equal keys are the same way. A letter for the kind (one
 * for messengers and profiles, where programs put the same handles); then the e-mail address
 * folded; the last nine digits of a phone number, without its trunk zeros; a handle or profile
 * address without scheme, "www." and a final slash. Adds nothing for an address or a website, or
 * when too little is left to tell people apart. People seen are stored under it; of numbers
 * channel_says knows more. */
void channel_key(struct strbuf *out, enum channel_kind kind, const char *value);
/* The same, but of a phone number all digits and the code of its country: for two whose other keys
 * are equal, though they are not the same. */
void channel_whole_key(struct strbuf *out, enum channel_kind kind, const char *value);
/* Keys one behind the other, each with its NUL. */
#define KEYS_EACH(key, keys)                                                                       \
	for ((key) = (keys)->data; (key) < (keys)->data + (keys)->len; (key) += strlen(key) + 1)
/* To find one among many: adds the keys to keep it under, or those to look for. Phone numbers with
 * the code of a country, "+39 (0)2 55 66 77" or "0039 2 556677", are one with each other and with
 * "02 556677", but not with those of another country. */
void channel_kept_keys(struct strbuf *out, enum channel_kind kind, const char *value);
void channel_sought_keys(struct strbuf *out, enum channel_kind kind, const char *value);
/* Whether two are the same way, compared so. */
bool channel_says(enum channel_kind kind, const char *value, const char *other);
/* Of one kind, and with one key; without a key, written alike. */
bool channel_is_same(const struct channel *a, const struct channel *b);
/* Theirs that is the same as `wanted`, or NULL. */
struct channel *contact_find_channel(const struct contact *contact, const struct channel *wanted);

bool yearly_date_is_same(const struct yearly_date *a, const struct yearly_date *b);
bool relation_is_same(const struct relation *a, const struct relation *b);
bool contact_has_relation(const struct contact *contact, const struct relation *relation);

/* Adds a name's words, folded, with a space between: apostrophes, hyphens and accents of any make
 * make no difference. */
void name_key(struct strbuf *out, const char *name);
/* Whether the words of `part` stand side by side in `whole`, compared so. */
bool name_says(const char *whole, const char *part);
/* Adds what a key of an earlier fold, of a name or an address, is today. */
void handle_key_again(struct strbuf *out, const char *key);

/* Whether two names may be one person's: the words (or initials) of one are among the other's, in
 * any order, and nothing tells two generations apart ("Jr.", "III") or several people from one
 * ("Ann & Bob"). What stands behind "c/o" is no part of them. Where it cannot be told whether
 * a name is one person's they differ: two are not made one unasked. */
enum name_agreement {
	NAMES_DIFFER,
	NAMES_AGREE,        /* by one word in full, as a whole family's do */
	NAMES_AGREE_WIDELY, /* by two or more */
	NAMES_EQUAL,
};
enum name_agreement names_agree(const char *a, const char *b);

/* Whether it was said of two that they are two people, whatever they have in common. */
bool contacts_are_two(const struct contact *a, const struct contact *b);
/* Says so, as a line that is kept with `contact` wherever it goes. */
void contact_set_two(struct contact *contact, const struct contact *other);

#endif
