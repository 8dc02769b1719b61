/* Entries of a log from files.
 * Not here: people from files (import_people.h). */
#ifndef FILO_EXCHANGE_IMPORT_IMPORT_ENTRIES_H
#define FILO_EXCHANGE_IMPORT_IMPORT_ENTRIES_H

#include "exchange/import/importing.h"

/* A reader's sink (record.h); `context` is the struct importing. */
enum status importing_entry(void *context, struct entry_record *entry, struct error *err);
/* Writes the entries that were read: many at once are quicker by far. */
enum status importing_write_entries(struct importing *importing, struct error *err);
/* Forgets whose names are whose: people may have come since. */
void importing_forget_names(struct importing *importing);

#endif
