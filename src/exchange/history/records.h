/* Records of histories, as filo(5) tells them, one after the other: from a reader's pipe, from a
 * file of JSON or CSV.
 * Not here: what they mean for the log (days.c), running readers (reader.c). */
#ifndef FILO_EXCHANGE_HISTORY_RECORDS_H
#define FILO_EXCHANGE_HISTORY_RECORDS_H

#include "exchange/source.h"
#include "filo/base/vector.h"

#include <stdbool.h>
#include <stdint.h>

enum history_record_kind {
	RECORD_MESSAGE,
	RECORD_FILE, /* {"filo":"messages 1"}: another file begins */
	RECORD_ME,
	RECORD_PERSON,
	RECORD_THREAD,
	RECORD_LEFT_OUT,
	RECORD_PROBLEM,
	RECORD_MENDED,
	RECORD_NOTE,
	RECORD_READ,
	RECORD_END,
	RECORD_OWN,    /* a piece of filo's own JSON: a contact, an entry, a follow-up */
	RECORD_BROKEN, /* no record at all */
};

/* Texts and numbers that a record may have. */
enum history_text {
	TEXT_WHEN,
	TEXT_WHO,
	TEXT_BY,
	TEXT_FROM,
	TEXT_THREAD,
	TEXT_MEDIUM,
	TEXT_ID,
	TEXT_TEXT,
	TEXT_BULK,
	TEXT_FILO,
	TEXT_SOURCE,
	TEXT_NAME,
	TEXT_ME,
	TEXT_WHY,
	TEXT_KEY,
	TEXT_PHONE,
	TEXT_EMAIL,
	TEXT_KIND,
	TEXT_LEFT_OUT,
	TEXT_PROBLEM,
	TEXT_MENDED,
	TEXT_FILE,
	TEXT_NOTE,
	TEXT_DATES,
	HISTORY_TEXTS
};
enum history_number {
	NUMBER_WHEN,
	NUMBER_SECONDS,
	NUMBER_COUNT,
	NUMBER_LINE,
	NUMBER_OFFSET,
	NUMBER_READ,
	NUMBER_OF,
	HISTORY_NUMBERS
};
#define NUMBER_NONE INT64_MIN
enum history_list { LIST_TO, LIST_MEMBERS, LIST_DELIVERED, HISTORY_LISTS };

/* Borrowed for the call; texts that are missing are NULL. */
struct history_record {
	enum history_record_kind kind;
	int64_t line;
	const char *text[HISTORY_TEXTS];
	int64_t number[HISTORY_NUMBERS];
	const char *const *list[HISTORY_LISTS];
	size_t list_count[HISTORY_LISTS];
	bool is_sure;    /* of TEXT_DATES */
	bool is_kept;    /* of TEXT_PROBLEM: what it is about came in as it stands */
	bool is_unknown; /* the same: the file is in no format of the reader */
	bool is_mended;  /* a text was no UTF-8, and is read as Windows-1252 */
	const char *own; /* of RECORD_OWN: "contacts", ...; the object itself is in `json` */
	const char *json;
};

typedef enum status history_record_fn(
	void *context, const struct history_record *record, struct error *err);

/* Reads to the end, whatever is broken on the way. Stops with what `each` returns when that is not
 * STATUS_OK. */
enum status history_records_json(
	struct source *source, history_record_fn *each, void *context, struct error *err);
enum status history_records_csv(
	struct source *source, history_record_fn *each, void *context, struct error *err);

bool history_records_is_json(const char *bytes, size_t len);
bool history_records_is_csv(const char *bytes, size_t len);

/* Which text a key or a header is; HISTORY_TEXTS: none. */
enum history_text history_text_named(const char *key);

#endif
