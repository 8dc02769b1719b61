/* FILO_LOG: what the program does, for whoever looks for a fault in it. Kinds, names of ours and
 * figures only: never what somebody typed, and nothing of anybody's data.
 * Not here: what is said to the user (tui/app.h), what can be undone (store/store.h). */
#ifndef FILO_BASE_LOG_H
#define FILO_BASE_LOG_H

#include "filo/base/error.h"

#include <stdbool.h>

/* Appends to the file that $FILO_LOG names, which only its owner may read; without that variable
 * there is no log, and what follows does nothing. STATUS_IO when it cannot be written. */
enum status log_open(struct error *err);
bool log_is_open(void);
void log_close(void);
int log_descriptor(void); /* -1: there is no log */

/* One line: the time in UTC, the subject (one word of ours, "key"), and what there is to say of it.
 * Written at once and in one piece, so that two programs may share a file, and a crash loses
 * nothing. */
void log_line(const char *subject, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
