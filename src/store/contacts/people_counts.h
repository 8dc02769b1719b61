/* How many people there are, and of them how many have a place.
 * Not here: how many a list has (contact_list.c). */
#ifndef FILO_STORE_CONTACTS_PEOPLE_COUNTS_H
#define FILO_STORE_CONTACTS_PEOPLE_COUNTS_H

#include "filo/store/store.h"

#include <stdbool.h>
#include <stdint.h>

/* UNKNOWN each, after a failure. */
struct people_counts {
	int64_t all;
	int64_t placed; /* in a circle, with a wish, or dead */
};

/* As they were kept; false: they were not, or something has changed since. */
bool people_counts_kept(struct store *store, struct people_counts *counts);
/* So, or else counted. */
struct people_counts people_counts(struct store *store);
int64_t people_count_all(struct store *store);
/* Counts them and keeps that beside the data, in the open transaction. */
enum status people_counts_keep(struct store *store);

#endif
