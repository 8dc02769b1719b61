/* Folders that give programs no locks.
 * Not here: what is said of them (database.c). */
#ifndef FILO_STORE_DB_LOCKS_H
#define FILO_STORE_DB_LOCKS_H

/* From now on SQLite answers SQLITE_IOERR_LOCK in them, at once, instead of SQLITE_BUSY. */
void locks_tell_lack(void);

#endif
