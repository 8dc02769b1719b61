/* Yearly dates, follow-ups and coming wishes as a calendar.
 * Not here: reading calendars. */
#ifndef FILO_EXCHANGE_EXPORT_ICS_WRITE_H
#define FILO_EXCHANGE_EXPORT_ICS_WRITE_H

#include "exchange/exporting.h"
#include "filo/base/error.h"

enum status ics_export(struct exporting *exporting, struct error *err);

#endif
