/* A person from a file meets the address book.
 * Not here: reading files, joining fields (import_update.h). */
#ifndef FILO_EXCHANGE_IMPORT_IMPORT_PEOPLE_H
#define FILO_EXCHANGE_IMPORT_IMPORT_PEOPLE_H

#include "exchange/import/importing.h"

/* A reader's sink (record.h); `context` is the struct importing. */
enum status importing_person(void *context, struct record *record, struct error *err);
/* The same, and says who it was in *id (0: refused or left out). */
enum status importing_meet(
	struct importing *importing, struct record *record, contact_id *id, struct error *err);

#endif
