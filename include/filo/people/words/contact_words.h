/* What is known of a contact, a piece at a time, as it is said everywhere; typed tags.
 * Not here: the words for kinds (contact.h), which pieces are shown and where. */
#ifndef FILO_PEOPLE_WORDS_CONTACT_WORDS_H
#define FILO_PEOPLE_WORDS_CONTACT_WORDS_H

#include "filo/base/error.h"
#include "filo/base/strbuf.h"
#include "filo/people/contact.h"

/* "ann@example.org (home)". Adds to `out`. */
void channel_describe(struct strbuf *out, const struct channel *channel);
/* "12 May 1984, turns 43 in 5 months". Adds to `out`. */
void yearly_describe(
	struct strbuf *out, const struct yearly_date *date, bool is_dead, day_number today);
/* Where, how and when: "at the choir, 3 Oct 2019". Adds to an empty `out`; nothing: not known. */
void met_describe(struct strbuf *out, const struct contact *contact, day_number today);

/* Firm, e-mail addresses, telephone numbers, the first few: what may tell two of one name apart, or
 * show that they are one. Adds to an empty `out`; nothing: nothing is known. */
void contact_tell_briefly(struct strbuf *out, const struct contact *contact);

/* As it is typed among others: with a comma in it between quotes, in which a quote is two. Adds to
 * `out`. */
void tag_write(struct strbuf *out, const char *tag);
/* "sailing, choir", each as above. Adds to an empty `out`. */
void tags_write(struct strbuf *out, const struct contact *contact);
/* In place of those it has; STATUS_INVALID, and nothing is changed, for a new one that is refused.
 */
enum status tags_read(struct contact *contact, const char *text, struct error *err);
/* With those it has: "boats, -choir" gives the one and takes the other away, case and accents
 * ignored. *is_changed: not where it had the one and lacked the other. STATUS_INVALID as above;
 * STATUS_AMBIGUOUS: several spellings of it, none of them just so. */
enum status tags_change(
	struct contact *contact, const char *text, bool *is_changed, struct error *err);
/* The next of several with commas between, trimmed and without quotes; NULL: there is none. Caller
 * frees. */
char *tags_next(const char **text);
/* Whether a tag may be typed; "-choir" takes one away. */
enum status tag_check(const char *tag, struct error *err);

#endif
