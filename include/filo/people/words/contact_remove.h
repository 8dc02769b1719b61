/* Taking away what somebody has by naming it.
 * Not here: a field that is emptied (typed_fields.h). */
#ifndef FILO_PEOPLE_WORDS_CONTACT_REMOVE_H
#define FILO_PEOPLE_WORDS_CONTACT_REMOVE_H

#include "filo/base/strbuf.h"
#include "filo/people/contact.h"

#include <stddef.h>

/* Takes away the channel, the tag, the date or what relates them to somebody that is called so: an
 * address as it is written, a date by its name or as in "1984-05-12"; where none is just so, the
 * one that is the same in another spelling. Returns how many it may be, whose names are added to
 * `names`: only one is taken away. */
size_t contact_remove_called(struct contact *contact, const char *typed, struct strbuf *names);

#endif
