/* Maildirs: a mail a file, in cur/ and new/, its flags in its name.
 * Not here: what a mail says (mail.h), walking folders (folder.h). */
#ifndef FILO_READ_MAILDIR_H
#define FILO_READ_MAILDIR_H

#include "read/formats.h"

/* Reads cur/ and new/ of a folder that has both; false when it has not. */
bool maildir_read(struct reading *reading, int folder_fd, const char *path);
/* Whether what is so called in a folder is no file to read or folder to go into. */
bool maildir_leaves_out(const char *name, bool is_in_maildir);
/* Whether a path leads to a mail in a Maildir. */
bool maildir_has_file(const char *path);
/* Whether its name says that it is a draft or in the trash. */
bool maildir_is_flagged_out(const char *name);
/* Reads one of them. False when it cannot be opened. */
bool maildir_read_file(struct reading *reading, int folder_fd, const char *name, bool is_sent);

#endif
