/* Histories in an import: records in, days of contact out.
 * Not here: people and entries as address books and logs have them (exchange/import/). */
#ifndef FILO_EXCHANGE_IMPORT_IMPORT_HISTORY_H
#define FILO_EXCHANGE_IMPORT_IMPORT_HISTORY_H

#include "exchange/import/importing.h"

/* A file of records: NDJSON, a JSON array, or CSV. */
bool history_recognises(const char *bytes, size_t len);
enum status history_read(struct importing *importing, struct error *err);

/* Leaves the file to a reader, which is run on all of them together, at the end. */
enum status history_leave_to_reader(
	struct importing *importing, const char *path, struct error *err);
/* Runs it, if any file was left. The change is begun only where there is more in it than history.
 */
enum status history_read_rest(struct importing *importing, struct error *err);
/* Reads what the reader did not know of the files that a list named, as if it had been named
 * itself.
 */
typedef enum status history_read_fn(
	struct importing *importing, const char *path, struct error *err);
enum status history_read_strange(
	struct importing *importing, history_read_fn *read, struct error *err);
/* In the change: makes entries of all that was read. */
enum status history_finish(struct importing *importing, struct error *err);
/* How many would be due, of a change that is then taken back; how many are, after a commit. */
void history_look_ahead(struct importing *importing);
void history_count_due(struct importing *importing);
void history_free(struct importing *importing);

#endif
