/* The line of a text around what a search found in it.
 * Not here: searching (search.c). */
#ifndef FILO_STORE_LOG_EXCERPT_H
#define FILO_STORE_LOG_EXCERPT_H

#include "filo/store/search.h"

#include <stdbool.h>

/* Makes one line of `text` (NULL: none) around the match the excerpt of the finding; false, with
 * nothing changed: there is no match. `has_numbers`: the index has `text` by any of its digits. */
bool finding_set_excerpt(
	struct finding *finding, const char *text, const char *query, bool has_numbers);

#endif
