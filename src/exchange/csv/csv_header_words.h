/* The words of which programs make the headers of their address books, in the languages they come
 * in.
 * Not here: how they make a column (csv_header.h). */
#ifndef FILO_EXCHANGE_CSV_CSV_HEADER_WORDS_H
#define FILO_EXCHANGE_CSV_CSV_HEADER_WORDS_H

#include "exchange/csv/csv_columns.h"

/* Words and phrases that mean the same, in small letters, with bars between. */
struct csv_header_word {
	const char *words;
	enum csv_target target; /* CSV_OTHER: says nothing of what it is */
	enum contact_field field;
	const char *label; /* where, or which kind; NULL: says nothing of it */
};

/* Headers that mean what they mean only when they stand alone; ended by NULL. */
extern const struct csv_header_word csv_whole_headers[];
/* Words that join to headers; ended by NULL. */
extern const struct csv_header_word csv_header_words[];

#endif
