/* Files and folders as they are given: which are read, in which order.
 * Not here: what is in the files; Maildirs (maildir.h). */
#ifndef FILO_READ_FOLDER_H
#define FILO_READ_FOLDER_H

#include "read/formats.h"

/* A file, a folder with all below it, or "-" for standard input. What cannot be opened or is not
 * known is said. */
void folder_read_path(struct reading *reading, const char *path);
/* Adds to `paths` (of char *) the lines of a file, or of standard input for "-". False when it
 * cannot be opened. */
bool folder_list(const char *list, struct vector *paths, struct error *err);

#endif
