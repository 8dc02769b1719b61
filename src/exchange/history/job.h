/* What the steps of an import of histories share.
 * Not here: the import they are part of (exchange/import/import_history.c). */
#ifndef FILO_EXCHANGE_HISTORY_JOB_H
#define FILO_EXCHANGE_HISTORY_JOB_H

#include "exchange/history/gather.h"
#include "exchange/import/person_index.h"
#include "filo/exchange/history.h"

struct history_job {
	struct store *store;
	const struct person_index *people; /* who is in the address book */
	const struct history_options *options;
	struct gathering *gathering;
	struct history_report *report;
	bool takes_likely; /* who is likely somebody is them */
	bool has_changed;
	/* Asked now and then; any status but OK ends it. */
	enum status (*go_on)(void *context, struct error *err);
	void *context;
};

#endif
