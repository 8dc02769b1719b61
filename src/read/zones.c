/* Zones: libical knows those of the tz database and of VTIMEZONEs; names of Windows are ours.
 * Not here: recurrence (calendar_rules.c). */
#include "read/zones.h"

#include "filo/base/ascii.h"

#include <string.h>
#include <time.h>

enum { DAY_SECONDS = 86400 };

struct windows_zone {
	const char *windows, *tz;
};

/* Unicode CLDR, windowsZones.xml, territory 001. */
static const struct windows_zone windows_zones[] = {
	{ "AUS Central Standard Time", "Australia/Darwin" },
	{ "AUS Eastern Standard Time", "Australia/Sydney" },
	{ "Afghanistan Standard Time", "Asia/Kabul" },
	{ "Alaskan Standard Time", "America/Anchorage" },
	{ "Arab Standard Time", "Asia/Riyadh" },
	{ "Arabian Standard Time", "Asia/Dubai" },
	{ "Arabic Standard Time", "Asia/Baghdad" },
	{ "Argentina Standard Time", "America/Buenos_Aires" },
	{ "Atlantic Standard Time", "America/Halifax" },
	{ "Azerbaijan Standard Time", "Asia/Baku" },
	{ "Azores Standard Time", "Atlantic/Azores" },
	{ "Bangladesh Standard Time", "Asia/Dhaka" },
	{ "Belarus Standard Time", "Europe/Minsk" },
	{ "Canada Central Standard Time", "America/Regina" },
	{ "Cape Verde Standard Time", "Atlantic/Cape_Verde" },
	{ "Caucasus Standard Time", "Asia/Yerevan" },
	{ "Cen. Australia Standard Time", "Australia/Adelaide" },
	{ "Central America Standard Time", "America/Guatemala" },
	{ "Central Asia Standard Time", "Asia/Almaty" },
	{ "Central Brazilian Standard Time", "America/Cuiaba" },
	{ "Central Europe Standard Time", "Europe/Budapest" },
	{ "Central European Standard Time", "Europe/Warsaw" },
	{ "Central Pacific Standard Time", "Pacific/Guadalcanal" },
	{ "Central Standard Time", "America/Chicago" },
	{ "Central Standard Time (Mexico)", "America/Mexico_City" },
	{ "China Standard Time", "Asia/Shanghai" },
	{ "E. Africa Standard Time", "Africa/Nairobi" },
	{ "E. Australia Standard Time", "Australia/Brisbane" },
	{ "E. Europe Standard Time", "Europe/Chisinau" },
	{ "E. South America Standard Time", "America/Sao_Paulo" },
	{ "Eastern Standard Time", "America/New_York" },
	{ "Eastern Standard Time (Mexico)", "America/Cancun" },
	{ "Egypt Standard Time", "Africa/Cairo" },
	{ "Ekaterinburg Standard Time", "Asia/Yekaterinburg" },
	{ "FLE Standard Time", "Europe/Kiev" },
	{ "Fiji Standard Time", "Pacific/Fiji" },
	{ "GMT Standard Time", "Europe/London" },
	{ "GTB Standard Time", "Europe/Bucharest" },
	{ "Georgian Standard Time", "Asia/Tbilisi" },
	{ "Greenland Standard Time", "America/Godthab" },
	{ "Greenwich Standard Time", "Atlantic/Reykjavik" },
	{ "Hawaiian Standard Time", "Pacific/Honolulu" },
	{ "India Standard Time", "Asia/Calcutta" },
	{ "Iran Standard Time", "Asia/Tehran" },
	{ "Israel Standard Time", "Asia/Jerusalem" },
	{ "Jordan Standard Time", "Asia/Amman" },
	{ "Kaliningrad Standard Time", "Europe/Kaliningrad" },
	{ "Korea Standard Time", "Asia/Seoul" },
	{ "Mauritius Standard Time", "Indian/Mauritius" },
	{ "Middle East Standard Time", "Asia/Beirut" },
	{ "Montevideo Standard Time", "America/Montevideo" },
	{ "Morocco Standard Time", "Africa/Casablanca" },
	{ "Mountain Standard Time", "America/Denver" },
	{ "Myanmar Standard Time", "Asia/Rangoon" },
	{ "N. Central Asia Standard Time", "Asia/Novosibirsk" },
	{ "Namibia Standard Time", "Africa/Windhoek" },
	{ "Nepal Standard Time", "Asia/Katmandu" },
	{ "New Zealand Standard Time", "Pacific/Auckland" },
	{ "Newfoundland Standard Time", "America/St_Johns" },
	{ "North Asia East Standard Time", "Asia/Irkutsk" },
	{ "North Asia Standard Time", "Asia/Krasnoyarsk" },
	{ "Pacific SA Standard Time", "America/Santiago" },
	{ "Pacific Standard Time", "America/Los_Angeles" },
	{ "Pacific Standard Time (Mexico)", "America/Tijuana" },
	{ "Pakistan Standard Time", "Asia/Karachi" },
	{ "Paraguay Standard Time", "America/Asuncion" },
	{ "Romance Standard Time", "Europe/Paris" },
	{ "Russian Standard Time", "Europe/Moscow" },
	{ "SA Eastern Standard Time", "America/Cayenne" },
	{ "SA Pacific Standard Time", "America/Bogota" },
	{ "SA Western Standard Time", "America/La_Paz" },
	{ "SE Asia Standard Time", "Asia/Bangkok" },
	{ "Singapore Standard Time", "Asia/Singapore" },
	{ "South Africa Standard Time", "Africa/Johannesburg" },
	{ "Sri Lanka Standard Time", "Asia/Colombo" },
	{ "Taipei Standard Time", "Asia/Taipei" },
	{ "Tasmania Standard Time", "Australia/Hobart" },
	{ "Tokyo Standard Time", "Asia/Tokyo" },
	{ "Turkey Standard Time", "Europe/Istanbul" },
	{ "US Eastern Standard Time", "America/Indianapolis" },
	{ "US Mountain Standard Time", "America/Phoenix" },
	{ "Venezuela Standard Time", "America/Caracas" },
	{ "Vladivostok Standard Time", "Asia/Vladivostok" },
	{ "W. Australia Standard Time", "Australia/Perth" },
	{ "W. Central Africa Standard Time", "Africa/Lagos" },
	{ "W. Europe Standard Time", "Europe/Berlin" },
	{ "West Asia Standard Time", "Asia/Tashkent" },
	{ "West Pacific Standard Time", "Pacific/Port_Moresby" },
	{ "Yakutsk Standard Time", "Asia/Yakutsk" },
};

void zones_prepare(void)
{
	icalerror_set_errors_are_fatal(false);
	set_zone_directory("/usr/share/zoneinfo");
	icaltimezone_set_tzid_prefix("/filo/");
	(void)icaltimezone_get_builtin_timezones();
}

static icaltimezone *zones_own(const char *tzid, const struct vector *own)
{
	icaltimezone *const *zone;

	VECTOR_EACH (zone, own) {
		const char *name = icaltimezone_get_tzid(*zone);
		if (name && strcmp(name, tzid) == 0)
			return *zone;
	}
	return NULL;
}

/* Of the tz database, also with a prefix such as "/mozilla.org/20050126_1/". */
static icaltimezone *zones_builtin(const char *tzid)
{
	while (tzid) {
		icaltimezone *zone = icaltimezone_get_builtin_timezone(tzid);
		if (zone && icaltimezone_get_component(zone))
			return zone;
		const char *slash = strchr(tzid, '/');
		tzid = slash ? slash + 1 : NULL;
	}
	return NULL;
}

bool zones_find(const char *tzid, const struct vector *own, struct zone *zone)
{
	*zone = (struct zone){ .kind = ZONE_UTC };
	if (ascii_equal(tzid, "UTC") || ascii_equal(tzid, "Etc/UTC") || ascii_equal(tzid, "GMT") ||
		ascii_equal(tzid, "Z"))
		return true;
	zone->kind = ZONE_ICAL;
	if ((zone->ical = zones_builtin(tzid)))
		return true;
	for (size_t i = 0; i < sizeof windows_zones / sizeof *windows_zones; i++)
		if (ascii_equal(windows_zones[i].windows, tzid) &&
			(zone->ical = zones_builtin(windows_zones[i].tz)))
			return true;
	if ((zone->ical = zones_own(tzid, own)))
		return true;
	zone->kind = ZONE_LOCAL;
	return false;
}

/* Seconds that clocks there are ahead of UTC at a moment. */
static int64_t zones_ahead(const struct zone *zone, int64_t moment)
{
	time_t seconds = (time_t)moment;
	struct tm local;
	int is_daylight;

	if (zone->kind == ZONE_UTC)
		return 0;
	if (zone->kind == ZONE_LOCAL)
		return localtime_r(&seconds, &local) ? local.tm_gmtoff : 0;
	struct icaltimetype utc = zones_icaltime(moment);
	utc.zone = icaltimezone_get_utc_timezone();
	return icaltimezone_get_utc_offset_of_utc_time(zone->ical, &utc, &is_daylight);
}

int64_t zones_local(const struct zone *zone, int64_t moment)
{
	return moment + zones_ahead(zone, moment);
}

int64_t zones_moment(const struct zone *zone, int64_t local)
{
	int64_t before = zones_ahead(zone, local - DAY_SECONDS);
	int64_t after = zones_ahead(zone, local + DAY_SECONDS);

	if (before == after || zones_local(zone, local - before) == local)
		return local - before;
	if (zones_local(zone, local - after) == local)
		return local - after;
	return local - before;
}

int64_t zones_seconds(struct icaltimetype time)
{
	struct tm utc = { .tm_year = time.year - 1900,
		.tm_mon = time.month - 1,
		.tm_mday = time.day,
		.tm_hour = time.is_date ? 0 : time.hour,
		.tm_min = time.is_date ? 0 : time.minute,
		.tm_sec = time.is_date ? 0 : time.second };

	return (int64_t)timegm(&utc);
}

struct icaltimetype zones_icaltime(int64_t seconds)
{
	struct icaltimetype time = icaltime_null_time();
	time_t moment = (time_t)seconds;
	struct tm utc;

	if (!gmtime_r(&moment, &utc))
		return time;
	time.year = utc.tm_year + 1900;
	time.month = utc.tm_mon + 1;
	time.day = utc.tm_mday;
	time.hour = utc.tm_hour;
	time.minute = utc.tm_min;
	time.second = utc.tm_sec;
	return time;
}
