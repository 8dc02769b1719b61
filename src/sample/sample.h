/* The invented address book of `filo demo`, and for looking around at the first run.
 * Not here: its people and what they said (sample_*.c). */
#ifndef FILO_SAMPLE_SAMPLE_H
#define FILO_SAMPLE_SAMPLE_H

#include "filo/store/store.h"

/* Fills an empty store with thirty people and two years of conversations that end on
 * store_today(store), in the language of the program. The same day gives the same book. It is what
 * the store begins with: undo does not take it back. */
enum status demo_fill(struct store *store, struct error *err);

#endif
