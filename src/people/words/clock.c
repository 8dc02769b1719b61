/* A clock, and the zone it stands in.
 * Not here: dates beside it (when_stamp.c, exchange/csv/csv_dates.c), times as people say them
 * (when_clock.c). */
#include "filo/people/words/clock.h"

#include "filo/base/ascii.h"

#include <string.h>
#include <time.h>

/* Blanks, those too at which no line breaks: many write one before "PM". */
static const char *clock_skip_blanks(const char *s)
{
	static const char *const blanks[] = { " ", "\u00a0", "\u202f" };

	for (size_t i = 0; i < 3; i++) {
		size_t len = strlen(blanks[i]);
		if (!strncmp(s, blanks[i], len))
			return clock_skip_blanks(s + len);
	}
	return s;
}

/* One of the words that may stand here, or none. */
static const char *clock_skip_word(const char *s, const char *const *words)
{
	const char *at = clock_skip_blanks(s);

	for (; *words; words++) {
		size_t len = strlen(*words);
		if (ascii_begins(at, *words) && !ascii_is_alnum(at[len]))
			return at + len;
	}
	return s;
}

/* Two digits, or one before a colon. */
static const char *read_two_digits(const char *s, int *number)
{
	size_t len = strspn(s, "0123456789");

	if (!len)
		return NULL;
	len = len > 2 ? 2 : len;
	*number = s[0] - '0';
	if (len == 2)
		*number = *number * 10 + (s[1] - '0');
	return s + len;
}

/* Seconds, and parts of them. */
static const char *skip_seconds(const char *s)
{
	size_t len = *s == ':' ? 1 : 0;
	size_t digits = strspn(s + len, "0123456789");

	if (digits != 2)
		return s;
	s += len + digits;
	if (*s == '.' || *s == ',')
		s += 1 + strspn(s + 1, "0123456789");
	return s;
}

/* "PM", "a.m."; false when it contradicts the hour. */
static bool read_half(const char **s, int *hours)
{
	static const char *const halves[] = { "am", "a.m.", "a. m.", "a.\u00a0m.", "pm", "p.m.",
		"p. m.", "p.\u00a0m." };

	for (size_t i = 0; i < 8; i++) {
		const char *at = clock_skip_blanks(*s);
		size_t len = strlen(halves[i]);
		if (!ascii_begins(at, halves[i]) || ascii_is_alnum(at[len]))
			continue;
		if (*hours < 1 || *hours > 12)
			return false;
		*hours = *hours % 12 + (i > 3 ? 12 : 0);
		*s = at + len;
		return true;
	}
	return true;
}

/* Java adds where the zone is: "+02:00[Europe/Rome]". */
static bool ends_zone(const char *s)
{
	return !*s || *s == '[';
}

/* "Z", "UTC", "+02:00", "-0800", "GMT+1"; false when it is something else. */
static bool read_zone(const char *s, bool *has_zone, int *offset)
{
	int hours = 0, minutes = 0;

	s = clock_skip_blanks(s);
	*offset = 0;
	*has_zone = *s != '\0';
	if (ascii_begins(s, "UTC") || ascii_begins(s, "GMT"))
		s += 3;
	else if (ascii_lower(*s) == 'z' && ends_zone(s + 1))
		s += 1;
	if (ends_zone(s))
		return true;
	bool is_west = *s == '-';
	if (!is_west && *s != '+')
		return false;
	s = read_two_digits(s + 1, &hours);
	if (s && *s == ':')
		s++;
	if (s && *s)
		s = read_two_digits(s, &minutes);
	*offset = (hours * 60 + minutes) * (is_west ? -1 : 1);
	return s && ends_zone(s) && hours <= 14 && minutes < 60;
}

static const char *const behind[] = { "Uhr", "uur", "h", NULL };

/* ":30", ".30", "h30", "h 30", "Uhr 30", "30" after the hour; "9 pm", "9h" and "9 Uhr" have none.
 */
static const char *read_minutes(const char *s, int *hours, int *minutes)
{
	const char *half = s, *word_end = clock_skip_word(s, behind);
	const char *at = clock_skip_blanks(word_end);

	*minutes = 0;
	if (word_end != s)
		return strspn(at, "0123456789") == 2 ? read_two_digits(at, minutes) : word_end;
	if (read_half(&half, hours) && half != s)
		return half;
	if (*s == ':' || ascii_lower(*s) == 'h' || (*s == '.' && strspn(s + 1, "0123456789") == 2))
		s++;
	return strspn(s, "0123456789") < 2 ? NULL : skip_seconds(read_two_digits(s, minutes));
}

bool clock_parse(const char *text, day_number *day, int *minute)
{
	static const char *const before[] = { "at", "um", "alle ore", "alle", "ore", "\u00e0",
		"\u00e0s", "a las", "om", "o godz.", "godz.", "o", "kl.", NULL };
	int hours = 0, minutes = 0, offset;
	bool has_zone;
	const char *s = clock_skip_word(text + strspn(text, " ,T"), before);

	s = read_two_digits(clock_skip_blanks(s), &hours);
	if (!s)
		return false;
	s = read_minutes(s, &hours, &minutes);
	s = s ? clock_skip_word(s, behind) : NULL;
	if (!s || !read_half(&s, &hours) || hours > 23 || minutes > 59 ||
		!read_zone(s, &has_zone, &offset))
		return false;
	*minute = hours * 60 + minutes;
	if (has_zone && *day != DAY_NONE)
		*day = date_of_moment(((time_t)*day * DAY_MINUTES + *minute - offset) * 60, minute);
	return true;
}
