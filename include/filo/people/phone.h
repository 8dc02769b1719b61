/* Telephone numbers however they are written.
 * Not here: other ways to reach somebody, and by which keys all are found (sameness.h). */
#ifndef FILO_PEOPLE_PHONE_H
#define FILO_PEOPLE_PHONE_H

#include "filo/base/strbuf.h"

#include <stdbool.h>

/* Whether both have the code of a country, and not of the same. */
bool phone_is_of_another_country(const char *value, const char *typed);
/* Whether what somebody typed is this phone number, compared so, or its last digits. */
bool phone_is_meant(const char *value, const char *typed);
/* What phone numbers are written with. */
#define PHONE_SIGNS "+0123456789 ()./-"
/* Whether this is a phone number as people type one, or a part of it. */
bool phone_is_typed(const char *text);
/* Adds the digits by which to look for it, wherever they stand in a number: without the code of the
 * country ("+39", "0039"), trunk zeros and signs; nothing where it is no phone_is_typed. */
void phone_add_sought(struct strbuf *out, const char *text);

#endif
