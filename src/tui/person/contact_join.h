/* What becomes of two records when they are made one: a choice for what there is one of, and
 * everything of what there may be several of.
 * Not here: asking (merge_view.c), moving logs and follow-ups (store/contacts/contact_merge.c). */
#ifndef FILO_TUI_PERSON_CONTACT_JOIN_H
#define FILO_TUI_PERSON_CONTACT_JOIN_H

#include "filo/people/contact.h"

enum merge_field {
	MERGE_NAME, /* with its parts */
	MERGE_NICKNAME,
	MERGE_BIRTHDAY,
	MERGE_ORGANIZATION,
	MERGE_TITLE,
	MERGE_MET,
	MERGE_MET_ON,
	MERGE_NOTE,
	MERGE_CIRCLE,
	MERGE_WISH,
	MERGE_FIELDS
};

/* MERGE_BOTH: one text after the other, where merge_joins_texts. */
enum merge_side { MERGE_FIRST, MERGE_SECOND, MERGE_BOTH };

/* NULL: none, or a field that is no text. Borrowed. */
const char *merge_text(const struct contact *contact, enum merge_field field);
bool merge_joins_texts(enum merge_field field);
/* Where only one says something that one is taken; where both do the first, but all of two notes,
 * and of one birthday the one with its year. */
enum merge_side merge_proposed(
	enum merge_field field, const struct contact *first, const struct contact *second);
/* `joined` (uninitialised) keeps the identity of `first`. */
void merge_join(struct contact *joined, const struct contact *first, const struct contact *second,
	const enum merge_side sides[MERGE_FIELDS]);

#endif
