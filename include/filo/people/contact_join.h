/* What becomes of two records when they are made one: a choice for what there is one of, and
 * everything of what there may be several of.
 * Not here: asking (merge_view.c), moving logs and follow-ups (store/contacts/contact_merge.c). */
#ifndef FILO_PEOPLE_CONTACT_JOIN_H
#define FILO_PEOPLE_CONTACT_JOIN_H

#include "filo/people/contact_field.h"

/* MERGE_BOTH: one text after the other, where the field is JOIN_BOTH. */
enum contact_join_side { MERGE_FIRST, MERGE_SECOND, MERGE_BOTH };

/* Where only one says something that one is taken; where both do the first, but all of two long
 * texts, and of one birthday, or day of death, the one with its year. */
enum contact_join_side contact_join_proposed(
	enum contact_field field, const struct contact *first, const struct contact *second);
/* `joined` (uninitialised) keeps the identity of `first`. The parts of a name go with it; what is
 * JOIN_UNASKED needs no side. A date marked in either is marked. */
void contact_join(struct contact *joined, const struct contact *first, const struct contact *second,
	const enum contact_join_side sides[CONTACT_FIELDS]);
/* Makes `left` (uninitialised) what `second` said where `joined` says something else, of what there
 * is one of. */
void contact_join_left(
	struct contact *left, const struct contact *second, const struct contact *joined);

#endif
