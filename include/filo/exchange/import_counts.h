/* What an import tells of itself in numbers: for people, and for programs.
 * Not here: counting (import.h). */
#ifndef FILO_EXCHANGE_IMPORT_COUNTS_H
#define FILO_EXCHANGE_IMPORT_COUNTS_H

#include "filo/base/i18n.h"
#include "filo/exchange/import.h"

#include <stddef.h>

struct import_count {
	const char *key;     /* in JSON; NULL ends the table */
	struct plural words; /* "%lld new person": of a long long */
	size_t offset;       /* of the int64_t in struct import_plan */
	bool is_chosen;      /* changes with what is chosen for those who are likely here already */
};

/* In the order they are told; new people come first. */
extern const struct import_count import_counts[];

/* Each under its key, and "likely_count". */
struct json_writer;
void import_counts_put(struct json_writer *json, const struct import_plan *plan);
int64_t import_count_of(const struct import_plan *plan, const struct import_count *count);
/* Whether nothing else came than what was refused. */
bool import_is_empty(const struct import_plan *plan);

#endif
