/* What one header says, in whatever language.
 * Not here: the words (csv_header_words.h), what the columns of a file say together
 * (csv_layout.h). */
#ifndef FILO_EXCHANGE_CSV_CSV_HEADER_H
#define FILO_EXCHANGE_CSV_CSV_HEADER_H

#include "exchange/csv/csv_columns.h"

/* Whether a header, as csv_header_key makes it, is known as it stands ("apellidos"). */
bool csv_header_whole(const char *key, struct csv_column *column);
/* Whether it is made of known words: what, where and which, in any order ("Ort privat", "Telefono
 * (uff.) 2"); a single unknown word is too much. */
bool csv_header_composed(const char *key, struct csv_column *column);
/* Whether it is one of the words of a list ("date|datum"). */
bool csv_header_is_one_of(const char *key, const char *list);

#endif
