/* Reading dates as machines write them.
 * Not here: times and zones (clock.c). */
#include "people/words/when_stamp.h"

#include "filo/base/text.h"
#include "filo/people/words/clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Seconds since 1970 of the year 9999. */
#define STAMP_MAX 253402300799LL
#define ISO_LEN   10 /* "2026-11-26" */

static bool stamp_of_seconds(const char *text, struct when *out)
{
	char *end;
	long long seconds = strtoll(text, &end, 10);

	if (strspn(text, "0123456789") == 0 || !text_is_blank(end) || seconds > STAMP_MAX)
		return false;
	out->precision = PRECISION_TIME;
	out->day = date_of_moment((time_t)seconds, &out->minute);
	return true;
}

/* A day, "T" or a blank, a time and its zone. */
static bool stamp_of_zone(const char *text, struct when *out)
{
	char iso[DATE_ISO_SIZE];
	day_number day;
	int minute;

	if (strlen(text) <= ISO_LEN || !strchr("Tt ", text[ISO_LEN]))
		return false;
	snprintf(iso, sizeof iso, "%.*s", ISO_LEN, text);
	char *clock = text_trim(text + ISO_LEN + 1);
	const char *zone = clock + strspn(clock, "0123456789:.,");

	zone += strspn(zone, " ");
	bool is_stamp = zone > clock && *zone && strchr("Zz+-", *zone) &&
			date_parse_iso(iso, &day) && clock_parse(clock, &day, &minute);
	free(clock);
	if (is_stamp)
		*out = (struct when){ day, PRECISION_TIME, minute };
	return is_stamp;
}

bool when_read_stamp(const char *text, struct when *out)
{
	text += strspn(text, " ");
	return *text == '@' ? stamp_of_seconds(text + 1, out) : stamp_of_zone(text, out);
}
