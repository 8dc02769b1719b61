/* What becomes of two records when they are made one: a choice for what there is one of, and
 * everything of what there may be several of.
 * Not here: asking (merge_view.c), moving logs and follow-ups (store/contacts/contact_merge.c). */
#ifndef FILO_TUI_PERSON_CONTACT_JOIN_H
#define FILO_TUI_PERSON_CONTACT_JOIN_H

#include "filo/people/contact.h"

enum contact_join_field {
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

/* MERGE_BOTH: one text after the other, where contact_join_joins_texts. */
enum contact_join_side { MERGE_FIRST, MERGE_SECOND, MERGE_BOTH };

/* NULL: none, or a field that is no text. Borrowed. */
const char *contact_join_text(const struct contact *contact, enum contact_join_field field);
bool contact_join_joins_texts(enum contact_join_field field);
/* Where only one says something that one is taken; where both do the first, but all of two notes,
 * and of one birthday the one with its year. */
enum contact_join_side contact_join_proposed(
	enum contact_join_field field, const struct contact *first, const struct contact *second);
/* `joined` (uninitialised) keeps the identity of `first`. */
void contact_join(struct contact *joined, const struct contact *first, const struct contact *second,
	const enum contact_join_side sides[MERGE_FIELDS]);

#endif
