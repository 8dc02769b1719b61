/* Remembering which files are to be imported again.
 * Not here: importing them again (cli/import_again.c). */
#ifndef FILO_EXCHANGE_IMPORT_IMPORT_REMEMBER_H
#define FILO_EXCHANGE_IMPORT_IMPORT_REMEMBER_H

#include "exchange/import/importing.h"

/* Keeps the files of the request, with its options, as they are now. */
enum status import_remember(struct importing *importing, struct error *err);

#endif
