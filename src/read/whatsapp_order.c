/* The order of day and month, from the dates themselves.
 * Not here: what the user said of it (whatsapp.c). */
#include "read/whatsapp_order.h"

#include "filo/base/i18n.h"

enum { BUDDHIST_FROM = 2400, BUDDHIST_AHEAD = 543, DAY_SECONDS = 86400 };

static const int month_days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

bool whatsapp_order_day(
	const struct whatsapp_header *header, enum order order, int *year, int *month, int *day)
{
	*year = header->is_year_first ? header->first : header->third;
	*month = header->second;
	*day = header->is_year_first ? header->third : header->first;
	if (!header->is_year_first && order == ORDER_MONTH_FIRST) {
		*month = header->first;
		*day = header->second;
	}
	if (*year < 100)
		*year += 2000;
	if (*year > BUDDHIST_FROM)
		*year -= BUDDHIST_AHEAD;
	return *year >= 2009 && *year < 2200 && *month >= 1 && *month <= 12 && *day >= 1 &&
	       *day <= month_days[*month - 1];
}

/* A number that grows with time: days of 31-day months, in seconds. */
static int64_t order_rank(const struct whatsapp_header *header, enum order order)
{
	int year, month, day;

	whatsapp_order_day(header, order, &year, &month, &day);
	return (((int64_t)year * 12 + month) * 31 + day) * DAY_SECONDS +
	       (int64_t)header->hour * 3600 + (int64_t)header->minute * 60;
}

/* Seconds since 1970, give or take a day. */
static int64_t order_moment(const struct whatsapp_header *header, enum order order)
{
	int year, month, day;

	if (!whatsapp_order_day(header, order, &year, &month, &day))
		return 0;
	return ((int64_t)(year - 1970) * 36525 / 100 + (month - 1) * 3044 / 100 + day) *
	       DAY_SECONDS;
}

enum order whatsapp_order_see(
	struct whatsapp_order *order, const struct whatsapp_header *header, bool has_padding)
{
	if (header->first > 12 && header->second <= 12)
		return ORDER_DAY_FIRST;
	if (header->second > 12 && header->first <= 12)
		return ORDER_MONTH_FIRST;
	for (enum order o = ORDER_DAY_FIRST; o <= ORDER_MONTH_FIRST; o++) {
		int64_t rank = order_rank(header, o), moment = order_moment(header, o);
		if (order->headers && rank < order->before[o])
			order->steps_back[o]++;
		order->before[o] = rank;
		if (moment > order->latest[o])
			order->latest[o] = moment;
	}
	order->headers++;
	order->plain_am_pm += header->is_plain_am_pm;
	order->has_padding |= has_padding;
	return ORDER_OPEN;
}

static bool order_is_to_come(const struct whatsapp_order *order, enum order which, int64_t mtime)
{
	return mtime > 0 && order->latest[which] > mtime + 4 * (int64_t)DAY_SECONDS;
}

enum order whatsapp_order_guess(const struct whatsapp_order *order, int64_t mtime, bool *is_sure)
{
	bool day_to_come = order_is_to_come(order, ORDER_DAY_FIRST, mtime);
	bool month_to_come = order_is_to_come(order, ORDER_MONTH_FIRST, mtime);

	*is_sure = true;
	if (day_to_come != month_to_come)
		return day_to_come ? ORDER_MONTH_FIRST : ORDER_DAY_FIRST;
	if (order->steps_back[ORDER_DAY_FIRST] != order->steps_back[ORDER_MONTH_FIRST])
		return order->steps_back[ORDER_DAY_FIRST] < order->steps_back[ORDER_MONTH_FIRST]
			       ? ORDER_DAY_FIRST
			       : ORDER_MONTH_FIRST;
	*is_sure = false;
	if (order->is_day_language)
		return ORDER_DAY_FIRST;
	if (order->plain_am_pm == order->headers && !order->has_padding)
		return ORDER_MONTH_FIRST;
	return i18n_is_day_first() ? ORDER_DAY_FIRST : ORDER_MONTH_FIRST;
}
