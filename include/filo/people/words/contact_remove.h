/* Taking away what somebody has by naming it.
 * Not here: a field that is emptied (typed_fields.h). */
#ifndef FILO_PEOPLE_WORDS_CONTACT_REMOVE_H
#define FILO_PEOPLE_WORDS_CONTACT_REMOVE_H

#include "filo/base/error.h"
#include "filo/base/strbuf.h"
#include "filo/people/contact.h"

#include <stddef.h>

/* Takes away the channel, the tag, the date or what relates them to somebody that is called so: an
 * address as it is written, a date by its name or as in "1984-05-12", a relation by who it is or as
 * in "partner=Ben"; where none is just so, the one that is the same in another spelling, then the
 * person whose name begins so. Returns how many it may be, whose names are added to
 * `names`: only one is taken away. */
size_t contact_remove_called(struct contact *contact, const char *typed, struct strbuf *names);

/* The same of tags alone. STATUS_NOT_FOUND, without a sentence: there is none; STATUS_AMBIGUOUS:
 * several spellings, none of them just so. */
enum status contact_remove_tag_called(
	struct contact *contact, const char *typed, struct error *err);

#endif
