/* What can go wrong, as values: a status for the program and a sentence for the person.
 * Not here: recovering from it, which is the caller's affair. */
#ifndef FILO_BASE_ERROR_H
#define FILO_BASE_ERROR_H

enum status {
	STATUS_OK = 0,
	STATUS_INVALID,   /* what was given makes no sense; nothing was changed */
	STATUS_NOT_FOUND, /* no such person, entry, file */
	STATUS_AMBIGUOUS, /* several match; the message lists them */
	STATUS_CONFLICT,  /* somebody else has changed it since */
	STATUS_IO,        /* a file could not be read or written */
	STATUS_DATABASE,  /* the database refused */
	STATUS_CANCELLED, /* the user stopped it */
	STATUS_USAGE,     /* the command line is wrong: exit status 2 */
};

/* Filled by a function that fails; `message` is one translated line, without a final newline,
 * that names the thing and the remedy. It may hold text from files: show it through text_show. */
struct error {
	enum status status;
	char message[640];
};

/* Sets `err` (may be NULL) and returns `status`, so that a caller can write
 * `return error_set(err, STATUS_INVALID, _("A person needs a name"));` */
enum status error_set(struct error *err, enum status status, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

#endif
