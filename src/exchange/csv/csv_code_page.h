/* Bytes that are no UTF-8: which code page they are of, and that it is said.
 * Not here: UTF-16 and byte order marks (exchange/source.h). */
#ifndef FILO_EXCHANGE_CSV_CSV_CODE_PAGE_H
#define FILO_EXCHANGE_CSV_CSV_CODE_PAGE_H

#include "exchange/csv/csv_rows.h"
#include "exchange/record.h"

#define CODE_PAGE_WEST    "Windows-1252"
#define CODE_PAGE_CENTRAL "Windows-1250" /* from Poland to Romania */
#define CODE_PAGE_MAC     "MacRoman"     /* of Excel for Mac */

/* Looks at the block of the source at hand, once however often the source is read. */
void csv_code_page_look(struct source *source, const char *bytes, size_t len);
/* One of these; for the second, more must speak than a single sign. */
const char *csv_code_page_of(const struct code_page_signs *signs);
/* A text that is no valid UTF-8, as UTF-8. Caller frees. */
char *csv_code_page_decode(const char *bytes, size_t len, const struct code_page_signs *signs);
/* Says, once, how the rows up to this one were read when they were in no UTF-8. */
enum status csv_code_page_tell(const struct csv_row *row, bool *is_told,
	const struct record_sink *sink, struct error *err);

#endif
