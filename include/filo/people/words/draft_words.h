/* What a draft says, of a form that was not saved.
 * Not here: keeping it (store/draft.h), laying it back into its form (tui/form/). */
#ifndef FILO_PEOPLE_WORDS_DRAFT_WORDS_H
#define FILO_PEOPLE_WORDS_DRAFT_WORDS_H

#include "filo/base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Of which form it is, by what the form is called, "log:with:17", and by its fields: an older filo
 * called two forms alike. */
enum draft_kind {
	DRAFT_LOG_WITH,
	DRAFT_LOG_SEVERAL,
	DRAFT_LOG,
	DRAFT_FOLLOWUP_WITH,
	DRAFT_FOLLOWUP,
	DRAFT_CONTACT_NEW,
	DRAFT_CONTACT,
	DRAFT_CIRCLE,
	DRAFT_CIRCLE_OF,
	DRAFT_TAGS,
	DRAFT_ABSENCE,
	DRAFT_ABSENCE_NEW,
	DRAFT_KINDS /* one this program does not know */
};
/* *id: of the person or the row it is about, 0 for none; may be NULL. */
enum draft_kind draft_kind_of(const char *form, const char *text, int64_t *id);

/* The next field of a draft's text that holds words, not a choice among several: its name, which
 * caller frees, and its words. False: there is none. *rest begins with the text. */
bool draft_next_field(const char **rest, char **name, struct strbuf *words);
/* Adds the words of a field as they were typed: a draft keeps each in one line. */
void draft_unescape(struct strbuf *out, const char *text, size_t len);
/* Adds the words of one of them; "" where it has none. */
void draft_add_field(struct strbuf *out, const char *text, const char *field);

/* "A conversation with Ana: the article on bridges", on one line; of the words at most `cols`
 * columns, and then `ellipsis`. */
void draft_describe(
	struct strbuf *out, const char *form, const char *text, int cols, const char *ellipsis);
/* Adds its words as a line and, below it, what was written at more length. */
void draft_add_words(struct strbuf *out, const char *form, const char *text);

#endif
