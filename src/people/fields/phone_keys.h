/* By what telephone numbers are found.
 * Not here: keys of other ways to reach somebody (sameness.c). */
#ifndef FILO_PEOPLE_FIELDS_PHONE_KEYS_H
#define FILO_PEOPLE_FIELDS_PHONE_KEYS_H

#include "filo/base/strbuf.h"

#include <stdbool.h>

/* The last nine digits, without trunk zeros; nothing where too few are left to tell people apart.
 */
void phone_add_last_digits(struct strbuf *out, const char *value);
/* All digits that follow the code of a country, "+", and the code. */
void phone_add_whole(struct strbuf *out, const char *value);
/* The keys to keep it under, or those to look for, each with its NUL. */
void phone_add_keys(struct strbuf *out, const char *value, bool is_sought);
/* Whether one is found by the other. */
bool phone_says(const char *value, const char *other);

#endif
