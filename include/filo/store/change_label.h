/* What undo calls a change: kept in English, told in the language of who reads it. As it is kept,
 * a label is a tab and an N_(), behind each further tab what stands in its next %s: a name, or a
 * label (so there are two tabs). One with a count (%zu) goes on with its other form and the count:
 *	\tlog with %s\tAna
 *	\tdelete %zu entry with %s\tdelete %zu entries with %s\t3\tAna
 *	\tedit %s: %s\tAna\t\t%s, %s\t\tPhone\t\tTags
 * What does not begin with a tab is told as it stands.
 * Not here: making a change (change.h). */
#ifndef FILO_STORE_CHANGE_LABEL_H
#define FILO_STORE_CHANGE_LABEL_H

#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"

#include <stdarg.h>

/* The label of these words, many NULL: there is one form; then a const char * for each %s, in this
 * order in any language, and a size_t for a %zu. Caller frees. */
char *change_label(const struct plural *words, ...);
char *change_label_args(const char *one, const char *many, va_list args);
/* Adds an N_() to what is then told as "Phone, Tags", within a label. */
void change_label_add_word(struct strbuf *list, const char *word);

/* Translated. Caller frees. "" for NULL. */
char *change_label_said(const char *label);

#endif
