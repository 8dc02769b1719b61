/* Conditions that name a circle, a tag or a person, read as they were kept.
 * Not here: what else limits (limit.c). */
#ifndef FILO_STORE_CONTACTS_LIMIT_NAMED_H
#define FILO_STORE_CONTACTS_LIMIT_NAMED_H

#include "filo/store/limit.h"

/* Gives the condition what the next line of *named says (limit_write_named), and goes behind that.
 * False: it is of a kind that names nothing, or there is no line any more. */
bool limit_read_named(struct limit_condition *condition, const char **named);

#endif
