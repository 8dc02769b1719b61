/* Dates of a record that were not understood, until it is said.
 * Not here: reading dates (vcard/, csv/). */
#ifndef FILO_EXCHANGE_DOUBTS_H
#define FILO_EXCHANGE_DOUBTS_H

#include "exchange/record.h"
#include "filo/base/vector.h"

/* On `line`, under the header or property `label` (NULL: `value` names them). */
void doubts_add(struct vector *doubts, int64_t line, const char *label, const char *value);
/* Says each as a problem, and forgets them. */
enum status doubts_tell(struct vector *doubts, const struct record_sink *sink, struct error *err);
void doubts_clear(struct vector *doubts);

struct doubt {
	int64_t line;
	char *text;
};
#define DOUBTS_INIT VECTOR_INIT(struct doubt)

#endif
