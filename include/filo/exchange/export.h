/* Taking everything out again, in formats that other programs read.
 * Not here: JSON as such (json_write.h), bringing things in (import.h). */
#ifndef FILO_EXCHANGE_EXPORT_H
#define FILO_EXCHANGE_EXPORT_H

#include "filo/base/strbuf.h"
#include "filo/store/store.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum export_format {
	EXPORT_VCARD,        /* 4.0 */
	EXPORT_VCARD3,       /* 3.0, for older programs */
	EXPORT_JSON,         /* everything; `filo import` reads it back whole */
	EXPORT_LOG_CSV,      /* date,contact,direction,channel,summary,body */
	EXPORT_CONTACTS_CSV, /* one row a person */
	EXPORT_ICS, /* birthdays and yearly dates, follow-ups as to-dos, next wishes as events */
	EXPORT_FORMATS
};
/* "vcard", "vcard3", "json", "csv" (the log), "contacts-csv", "ics", by the number of the format;
 * NULL behind the last. */
const char *export_format_name(size_t at);
bool export_format_parse(const char *word, enum export_format *format);

/* Writes to `out`, a row at a time, and flushes. STATUS_IO when it could not be written whole.
 * `lossy` (may be NULL): of how many people something is lost, as export_describe_loss says. */
enum status export_stream(struct store *store, enum export_format format, FILE *out, int64_t *lossy,
	struct error *err);

/* Says what is lost of so many people, and what to take instead: in a table what it has no column
 * for, in vCard 3.0 a second name or birthday; of 4.0 what a server that takes it for 3.0
 * (vobject's, as Radicale) would cut at a comma: a picture or key whole, of a web address its end,
 * of two nicknames the second. Adds nothing where nothing is lost. */
void export_describe_loss(struct strbuf *out, enum export_format format, int64_t lossy);

/* The same in passing, for a row of a screen; NULL: the format loses nothing worth it. */
const char *export_loss_in_brief(enum export_format format);

/* Writes beside `path` and renames, so that a file there before is replaced whole or not at all.
 * The file is private (0600). */
enum status export_file(struct store *store, enum export_format format, const char *path,
	int64_t *lossy, struct error *err);

#endif
