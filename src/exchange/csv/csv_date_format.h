/* What a header says of how the dates below it are written: "Born (DD/MM/YYYY)".
 * Not here: dates (csv_dates.h). */
#ifndef FILO_EXCHANGE_CSV_CSV_DATE_FORMAT_H
#define FILO_EXCHANGE_CSV_CSV_DATE_FORMAT_H

#include <stddef.h>

struct csv_date_format {
	size_t at, len;   /* of the header; len 0: it says none */
	size_t title_len; /* of what stands before it, without blanks and brackets */
	char first;       /* 'd' or 'm': of day and month; 0: the year is, or there is no day */
};

/* In the letters of English, Italian, German, French, Spanish, Portuguese, Dutch and Polish. */
struct csv_date_format csv_date_format_find(const char *header);

#endif
