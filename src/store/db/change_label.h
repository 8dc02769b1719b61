/* What undo calls a change, in the language of who reads it.
 * Not here: naming a change (change.h). */
#ifndef FILO_STORE_DB_CHANGE_LABEL_H
#define FILO_STORE_DB_CHANGE_LABEL_H

#include <stddef.h>

/* A label as it was kept, where that was in English: translated; any other as it stands. Caller
 * frees. NULL for NULL. */
char *change_label_said(const char *label);

/* The nth sentence that a label may be, in English, for one and for many (else NULL); NULL: there
 * are no more. */
const char *change_label_sentence(size_t n, const char **many);

#endif
