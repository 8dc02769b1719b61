/* Whether a chat's dates have the day or the month first.
 * Not here: reading the numbers (whatsapp_header.h). */
#ifndef FILO_READ_WHATSAPP_ORDER_H
#define FILO_READ_WHATSAPP_ORDER_H

#include "read/whatsapp_header.h"

#include <stdint.h>

enum order { ORDER_OPEN, ORDER_DAY_FIRST, ORDER_MONTH_FIRST };

/* What has been seen so far. All zero at the beginning. */
struct whatsapp_order {
	unsigned long headers;
	unsigned long steps_back[3]; /* by enum order */
	int64_t before[3], latest[3];
	unsigned long plain_am_pm;
	bool has_padding;     /* 01/02: not how the United States write it */
	bool is_day_language; /* a system line in a language that has the day first */
};

/* Takes a header whose year does not come first. DAY_FIRST or MONTH_FIRST as soon as that is
 * proven: nothing seen later changes it. */
enum order whatsapp_order_see(
	struct whatsapp_order *order, const struct whatsapp_header *header, bool has_padding);
/* The best guess at the end of the file, which was written at `mtime` (seconds, 0: not known).
 * `*is_sure` false: it could be the other. */
enum order whatsapp_order_guess(const struct whatsapp_order *order, int64_t mtime, bool *is_sure);

/* The day of a header, as numbers; false when there is no such day. */
bool whatsapp_order_day(
	const struct whatsapp_header *header, enum order order, int *year, int *month, int *day);

#endif
