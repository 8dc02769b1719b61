/* The formats that an import reads, a row each.
 * Not here: reading them (a room a format), the import (import.h). */
#ifndef FILO_EXCHANGE_IMPORT_FORMATS_H
#define FILO_EXCHANGE_IMPORT_FORMATS_H

#include "filo/base/error.h"
#include "filo/base/strbuf.h"

#include <stdbool.h>

struct importing; /* an import under way (exchange/import/importing.h) */

struct import_format {
	const char *name;  /* after --format: "vcard", "log", "csv" (contacts), "json" */
	const char *label; /* as people call it: "vCard" */
	/* Whether a file that begins so is in this format; the first row that says yes reads it. */
	bool (*recognises)(const char *bytes, size_t len);
	enum status (*read)(struct importing *importing, struct error *err);
	bool takes_json;  /* else nothing that begins like JSON is asked about */
	bool is_gathered; /* reading writes nothing: that is done at the end of all files */
};

const char *import_format_name(size_t at); /* by number; NULL behind the last */
/* NULL: there is none. */
const struct import_format *import_format_named(const char *word);
const struct import_format *import_format_of(const char *bytes, size_t len);

/* STATUS_USAGE: there is no format of this name. */
enum status import_format_refuse(const char *word, struct error *err);
/* Adds all names, translated to a list: "vcard, log, csv and json". */
void import_format_names(struct strbuf *out);
/* Adds all labels, each once: "vCard, CSV or JSON". */
void import_format_labels(struct strbuf *out);

#endif
