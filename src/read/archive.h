/* Members of a zip, each read like a file. Nothing is unpacked to disk, and no archive in one.
 * Not here: what the members mean. */
#ifndef FILO_READ_ARCHIVE_H
#define FILO_READ_ARCHIVE_H

#include "read/formats.h"

bool archive_recognises(struct stream *stream);
void archive_read(struct reading *reading, struct stream *stream);

#endif
