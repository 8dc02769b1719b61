/* The invented address book of `filo demo`, and for looking around at the first run.
 * Not here: its people and what they said (sample_*.c). */
#ifndef FILO_SAMPLE_SAMPLE_H
#define FILO_SAMPLE_SAMPLE_H

#include "filo/store/store.h"

/* Fills an empty store, as one change, with thirty people and two years of conversations that end
 * on store_today(store). The same day gives the same book. */
enum status demo_fill(struct store *store, struct error *err);

#endif
