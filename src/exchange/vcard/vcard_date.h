/* Dates of vCards.
 * Not here: dates as people type them (people/words/when.h). */
#ifndef FILO_EXCHANGE_VCARD_VCARD_DATE_H
#define FILO_EXCHANGE_VCARD_VCARD_DATE_H

#include "filo/base/strbuf.h"
#include "filo/people/date.h"

/* "1985-04-12", "19850412", "1985-04", "1985", "--0412", "--04-12", "--04", "---12", any with a
 * time after T. False for what is no date. *is_whole: nothing was left out (a time is). */
bool vcard_date_parse(const char *text, struct civil_date *date, bool *is_whole);
/* As vCard 4.0 writes it ("19850412", "--0412", "1985-04", ...), or 3.0 ("1985-04-12"), which has
 * no dates without a year: the customary year 1604 stands for it, as Apple's programs do. */
void vcard_date_print(struct strbuf *out, struct civil_date date, bool is_version_3);
#define VCARD_NO_YEAR 1604
/* The parameter of a date that is marked to be told (yearly_date.is_remembered). */
#define VCARD_REMEMBER "X-FILO-REMEMBER"

#endif
