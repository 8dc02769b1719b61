/* Days of contacts into the log; days of others aside, as people seen.
 * Not here: an entry of a log (day_writer.c), whose the days are (people.c). */
#ifndef FILO_EXCHANGE_HISTORY_WRITING_H
#define FILO_EXCHANGE_HISTORY_WRITING_H

#include "exchange/history/days.h"
#include "exchange/history/job.h"

/* Writes all, and counts it in the report. */
enum status history_write(struct history_job *job, struct history_days *days, struct error *err);

#endif
