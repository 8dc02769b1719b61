/* Remembering which files are to be imported again.
 * Not here: importing them again (cli/import_again.c). */
#ifndef FILO_EXCHANGE_IMPORT_IMPORT_REMEMBER_H
#define FILO_EXCHANGE_IMPORT_IMPORT_REMEMBER_H

#include "exchange/import/importing.h"

/* Looks at the files of the request, before they are read: what comes while they are is new. */
void import_remember_look(struct importing *importing);
/* Keeps them, with its options, as they were then. */
enum status import_remember(struct importing *importing, struct error *err);

#endif
