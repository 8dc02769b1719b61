/* Moments of sources as local time.
 * Not here: which zone is meant (import_history.c). */
#include "exchange/history/moments.h"

#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/conversation.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define DAY_SECONDS      86400
#define MILLISECONDS_MIN 100000000000 /* beyond are no seconds */
#define SECONDS_MAX      253402300799 /* the end of 9999 */
#define QUARTER          900

void moments_begin(struct moments *moments, const char *zone)
{
	*moments = (struct moments){ .zone_before = memory_copy_string(getenv("TZ")),
		.quarter = INT64_MIN };
	if (zone)
		setenv("TZ", zone, 1);
	tzset();
}

void moments_end(struct moments *moments)
{
	if (moments->zone_before)
		setenv("TZ", moments->zone_before, 1);
	else
		unsetenv("TZ");
	tzset();
	free(moments->zone_before);
}

static int64_t floor_div(int64_t number, int64_t by)
{
	return number / by - (number % by < 0);
}

static int64_t to_local(struct moments *moments, int64_t seconds)
{
	int64_t quarter = floor_div(seconds, QUARTER);
	time_t when = (time_t)seconds;
	struct tm tm;

	if (quarter != moments->quarter) {
		moments->offset = localtime_r(&when, &tm) ? tm.tm_gmtoff : 0;
		moments->quarter = quarter;
	}
	return seconds + moments->offset;
}

bool moments_of_number(struct moments *moments, int64_t number, struct moment *moment)
{
	int64_t seconds = number > MILLISECONDS_MIN ? number / 1000 : number;

	if (seconds > SECONDS_MAX || seconds < 0)
		return false;
	*moment = (struct moment){ to_local(moments, seconds), true };
	return true;
}

/* Two digits at `s`, at most `most`; -1: none such. */
static int two_digits(const char *s, int most)
{
	int number = s[0] && s[1] ? text_number(s, 2) : -1;

	return number <= most ? number : -1;
}

/* "Z", "+01:00", "-0330": seconds east. */
static bool parse_zone(const char *s, int *east)
{
	if ((*s == 'Z' || *s == 'z') && !s[1]) {
		*east = 0;
		return true;
	}
	if (*s != '+' && *s != '-')
		return false;
	int hours = two_digits(s + 1, 23);
	if (hours < 0)
		return false;
	const char *rest = s + 3 + (s[3] == ':');
	int minutes = *rest ? two_digits(rest, 59) : 0;
	if (minutes < 0 || (*rest && rest[2]))
		return false;
	*east = (*s == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
	return true;
}

/* "HH:MM[:SS[.fraction]]" and a zone, perhaps: seconds of the day, and where the rest begins. */
static const char *parse_clock(const char *s, int *seconds)
{
	int hour = two_digits(s, 23), minute = -1, second = 0;

	if (hour >= 0 && s[2] == ':')
		minute = two_digits(s + 3, 59);
	if (minute < 0)
		return NULL;
	s += 5;
	if (*s == ':') {
		second = two_digits(s + 1, 60);
		if (second < 0)
			return NULL;
		s += 3;
		if (*s == '.' || *s == ',')
			s += 1 + strspn(s + 1, "0123456789");
	}
	*seconds = hour * 3600 + minute * 60 + second;
	return s + strspn(s, " ");
}

bool moments_of_text(struct moments *moments, const char *text, struct moment *moment)
{
	size_t len = strlen(text);
	char date[11] = "";
	day_number day;
	int seconds, east;

	if (len && strspn(text, "0123456789") == len && len < 16)
		return moments_of_number(moments, strtoll(text, NULL, 10), moment);
	if (len < 10)
		return false;
	memcpy(date, text, 10);
	if (!date_parse_iso(date, &day))
		return false;
	*moment = (struct moment){ (int64_t)day * DAY_SECONDS, false };
	if (len == 10)
		return true;
	if (!strchr("Tt ", text[10]))
		return false;
	const char *rest = parse_clock(text + 11, &seconds);
	if (!rest)
		return false;
	*moment = (struct moment){ moment->local + seconds, true };
	if (!*rest)
		return true;
	if (!parse_zone(rest, &east))
		return false;
	moment->local = to_local(moments, moment->local - east);
	return true;
}

day_number moment_day(const struct moment *moment)
{
	return (day_number)floor_div(moment->local, DAY_SECONDS);
}

int moment_minute(const struct moment *moment)
{
	if (!moment->has_time)
		return -1;
	return (int)(moment->local - floor_div(moment->local, DAY_SECONDS) * DAY_SECONDS) / 60;
}

day_number moment_contact_day(const struct moment *moment)
{
	return conversation_contact_day(moment_day(moment),
		moment->has_time ? PRECISION_TIME : PRECISION_DAY, moment_minute(moment));
}

char *moments_zone(void)
{
	static const char within[] = "/zoneinfo/";
	const char *zone = getenv("TZ");
	char path[PATH_MAX];

	if (zone && *zone)
		return memory_copy_string(zone[0] == ':' ? zone + 1 : zone);
	ssize_t len = readlink("/etc/localtime", path, sizeof path - 1);
	if (len <= 0)
		return NULL;
	path[len] = '\0';
	const char *name = strstr(path, within);
	return name ? memory_copy_string(name + sizeof within - 1) : NULL;
}
