/* Dates as spreadsheets and address books write them; in one column, one order of day and month.
 * Not here: dates as people type them (people/words/when.h), of vCards (vcard/vcard_date.h). */
#ifndef FILO_EXCHANGE_CSV_CSV_DATES_H
#define FILO_EXCHANGE_CSV_CSV_DATES_H

#include "filo/base/strbuf.h"
#include "filo/people/date.h"

/* How a column writes its dates: what its values say, taken together. */
struct csv_date_order {
	bool is_day_first;
	bool is_headed; /* the header says which: values do not */
	/* A value that can be read so only, or both ways: parted by dots, or not. */
	char *day_first, *month_first, *dotted, *either;
};

/* Takes what the header says ("Born (DD/MM/YYYY)"), before any value. */
void csv_date_order_head(struct csv_date_order *order, const char *header);
/* Looks at one more value. */
void csv_date_order_look(struct csv_date_order *order, const char *text);
/* Whether the next value may still tell something. */
bool csv_date_order_is_open(const struct csv_date_order *order);
/* A column that says nothing itself is written as another one that does: `because` of that. */
void csv_date_order_follow(
	struct csv_date_order *order, const struct csv_date_order *sure, const char *because);
/* Decides, for all values whatever parts them: by the header, by a value with a day over 12, by
 * dots, else by `is_day_first`. */
void csv_date_order_settle(struct csv_date_order *order, bool is_day_first);
/* Adds a sentence on how the column is read; nothing when there was no choice, or no wonder. */
void csv_date_order_tell(
	struct strbuf *out, const struct csv_date_order *order, const char *column);
void csv_date_order_fini(struct csv_date_order *order);

enum csv_date_found {
	CSV_DATE_NONE, /* "0/0/00": it says that there is no date */
	CSV_DATE_GOOD,
	CSV_DATE_BAD, /* not understood */
};
/* Reads a date, whole or with what is known of it (0: not). A year of two digits lies in the past
 * of `today`. What follows the date is left to *rest (not NULL), which is empty or begins with
 * white space, a comma, or the T of ISO 8601. */
enum csv_date_found csv_date_parse(const char *text, bool is_day_first, day_number today,
	struct civil_date *date, const char **rest);

#endif
