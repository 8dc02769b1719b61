/* A text in a private file: what an editor has, and what could be kept nowhere else.
 * Not here: running the editor (editor.h), drafts (form_draft.h). */
#ifndef FILO_TUI_FORM_TEXT_FILE_H
#define FILO_TUI_FORM_TEXT_FILE_H

/* Writes a new file that only the user can open, "filo-8Ku2Xd.txt": in `folder` (NULL: in none), or
 * in the first of those for such files that takes it. Its path, caller frees; NULL, with errno:
 * none does. */
char *text_file_write(const char *folder, const char *text);

/* What is in it, as text_repair leaves it, without line ends at its end. *told (may be NULL): what
 * that did, as text_repair_told says it of `what`, else NULL. Caller frees both. NULL, with errno:
 * it is gone (ENOENT), cannot be read whole, or is no plain file of 16 MB at most. */
char *text_file_read(const char *path, const char *what, char **told);

/* Where the user has a file of such a name, which may come from anybody. Caller frees; NULL:
 * nowhere. */
char *text_file_find(const char *name);

#endif
