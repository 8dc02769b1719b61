/* Searching what is known of people beyond names and notes.
 * Not here: those (search.c). */
#ifndef FILO_STORE_LOG_SEARCH_DETAILS_H
#define FILO_STORE_LOG_SEARCH_DETAILS_H

#include "filo/store/search.h"

/* Adds whom `text` finds by channels, tags, circle, relations, follow-ups or kept lines, up to
 * `count` findings in all. Who stands there by their name is not added again. */
enum status search_details(struct store *store, const char *text, size_t count,
	struct vector *findings, struct error *err);

#endif
