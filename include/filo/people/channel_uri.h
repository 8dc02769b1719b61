/* A way to reach somebody as what programs open or take from the clipboard.
 * Not here: starting them, copying (tui). */
#ifndef FILO_PEOPLE_CHANNEL_URI_H
#define FILO_PEOPLE_CHANNEL_URI_H

#include "filo/base/error.h"
#include "filo/people/contact.h"

/* The URI that opens a channel, with nothing in it but what may stand in one: a value may come from
 * anybody's card. Of a "mailto:" only whom it is to, its subject and its body are left: no files,
 * nobody in copy. Only schemes that reach people are known. NULL: nothing opens it. Caller frees.
 */
char *channel_uri(const struct channel *channel);
/* Refuses what can be none: an e-mail address has something before an "@" and behind it, a phone
 * number a digit. For what people type; what is read from files is kept whatever it is. */
enum status channel_check(enum channel_kind kind, const char *value, struct error *err);
/* The value on one line, as pasting it should run nothing. Caller frees. */
char *channel_line(const struct channel *channel);

#endif
