/* Names of files, in the order in which people number them: message_2 before message_10.
 * Not here: opening them (folder.h, archive.h). */
#ifndef FILO_READ_NAMES_H
#define FILO_READ_NAMES_H

#include "filo/base/vector.h"

#include <stdbool.h>
#include <stdint.h>

struct name {
	char *text;
	uint64_t index; /* whatever the caller wants to know again */
};
void names_add(struct vector *names, const char *text, uint64_t index);
void names_sort(struct vector *names);
void names_free(struct vector *names);

/* Pictures, sounds and the like, by the end of the name: never opened. */
bool names_are_media(const char *name);
/* vCards, which filo reads itself, of files that it is given. */
bool names_are_cards(const char *name);

#endif
