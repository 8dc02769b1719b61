/* Any bytes as records of a history, as JSON and as CSV, gathered into days.
 * Not here: whose days they are (tests/unit/exchange/test_history.c). */
#include "exchange/history/days.h"
#include "exchange/history/gather.h"
#include "exchange/history/records.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static enum status take(void *context, const struct history_record *record, struct error *err)
{
	(void)err;
	if (record->line < 1)
		abort();
	if (record->kind != RECORD_BROKEN && record->kind != RECORD_OWN)
		gathering_take(context, record);
	return STATUS_OK;
}

static void gather(const unsigned char *data, size_t size,
	enum status (*read)(
		struct source *, history_record_fn *each, void *context, struct error *err))
{
	const struct history_options options = { .groups = HISTORY_GROUPS_SMALL };
	struct source *source = malloc(sizeof *source);
	struct gathering gathering;
	struct moments moments;
	struct history_days days;

	gathering_init(&gathering);
	history_days_init(&days);
	moments_begin(&moments, "Europe/Rome");
	gathering.moments = &moments;
	gathering.today = 20000;
	/* So few that most go to the file of the sorter. */
	gathering.days.items_max = days.made.items_max = 1 + size % 7;
	if (source && source_open_bytes(source, (const char *)data, size, NULL) == STATUS_OK) {
		read(source, take, &gathering, NULL);
		source_close(source);
	}
	if (history_days_make(&days, &gathering, &options, NULL) == STATUS_OK)
		while (history_days_next(&days))
			continue;
	history_days_fini(&days);
	moments_end(&moments);
	gathering_fini(&gathering);
	free(source);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	gather(data, size, history_records_json);
	gather(data, size, history_records_csv);
	return 0;
}
