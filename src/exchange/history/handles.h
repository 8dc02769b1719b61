/* What a source calls somebody, taken apart: an address, a number, a profile, or a name of its own.
 * Not here: who that is (people.c). */
#ifndef FILO_EXCHANGE_HISTORY_HANDLES_H
#define FILO_EXCHANGE_HISTORY_HANDLES_H

#include "filo/base/strbuf.h"
#include "filo/people/contact.h"

#include <stdbool.h>

struct handle {
	bool is_channel;        /* an address that a contact may have; else a name or an id */
	enum channel_kind kind; /* when it is */
	char *key;              /* equal ones are one person; empty: nobody */
	char *name;             /* as they are called there; may be empty */
	char *value;            /* the address as it is written; NULL for a name */
};
void handle_fini(struct handle *handle);

/* "Maria Rossi <maria@example.net>", "+39 347 000 0001", "https://...", "Ann". */
void handle_parse(struct handle *handle, const char *text);

bool handle_is_phone(const struct handle *handle);
/* Whether they are one's: by the key, or, as two may end alike, by the whole of two telephones. The
 * second of those that end alike gets its whole number as the key. */
bool handle_is_same(const struct handle *handle, const struct handle *other);
/* Whether it is this address. */
bool handle_is_address(const struct handle *handle, const char *address);
void handle_key_whole(struct handle *handle);

/* Under which kind it is kept among the people seen: of a channel, its own; else `source`. */
const char *handle_kind(const struct handle *handle, const char *source);

/* Digits of a telephone number in it. */
size_t handle_digits(const char *text);

#endif
