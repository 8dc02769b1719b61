/* The files that are imported again by themselves.
 * Not here: importing them (exchange/import.h), whose handles they brought (seen.h). */
#ifndef FILO_STORE_IMPORT_SOURCES_H
#define FILO_STORE_IMPORT_SOURCES_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/date.h"
#include "filo/store/store.h"

#include <stdint.h>

/* Strings owned. */
struct import_source {
	int64_t id;          /* 0: not kept yet */
	char *path;          /* absolute; unique */
	char *format;        /* "": by content */
	char *options;       /* a line each: "me=Ada" */
	int64_t size, mtime; /* as it was, seconds since 1970; -1: not known */
	day_number last_run; /* DAY_NONE: never */
};
void import_source_fini(struct import_source *source);

/* Appends them (of struct import_source), in the order in which they came. */
enum status import_source_list(struct store *store, struct vector *sources, struct error *err);
/* Adds it, or brings up to date the one of its path. */
enum status import_source_save(
	struct store *store, const struct import_source *source, struct error *err);
/* STATUS_NOT_FOUND: there is none of this path. */
enum status import_source_delete(struct store *store, const char *path, struct error *err);

/* What came from one source, for a list. */
struct source_summary {
	char *source; /* owned */
	int64_t entries, touched, people, days;
	day_number last;
};
void source_summary_fini(struct source_summary *summary);
/* Appends them (of struct source_summary), by name: entries of the log and days of people seen. */
enum status source_summary_list(struct store *store, struct vector *summaries, struct error *err);

/* What forgetting a source did. */
struct source_forgotten {
	int64_t removed, kept; /* entries of the log */
	int64_t seen_days;     /* days of people seen, removed */
};
/* Removes what came from `source` (and only from `key` there, unless NULL) and was not touched
 * since, and the days of people seen, as one change. */
enum status source_forget(struct store *store, const char *source, const char *key,
	struct source_forgotten *forgotten, struct error *err);

#endif
