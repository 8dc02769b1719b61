/* "DD/MM/YYYY", "TT.MM.JJJJ", "gg-mm-aaaa" at the end of a header, in brackets or not.
 * Not here: what it decides (csv_dates.c). */
#include "exchange/csv/csv_date_format.h"

#include <stdbool.h>
#include <string.h>

#define BRACKETS  "()[]{}"
#define PARTS_MAX 3

struct format_part {
	char letter;
	size_t len;
};

/* Day, giorno, Tag, jour; month; year, anno, rok. A J is a day in French, else a year. */
static bool is_format_letter(char letter)
{
	return letter && strchr("dgtjmyar", letter);
}

static size_t split_format(
	const char *s, size_t len, struct format_part parts[PARTS_MAX], bool *is_parted)
{
	size_t count = 0;

	*is_parted = false;
	for (const char *end = s + len; s < end; count++) {
		struct format_part part = { .letter = (char)(*s | 0x20) };
		while (s < end && (*s | 0x20) == part.letter)
			part.len++, s++;
		if (!is_format_letter(part.letter) || part.len > 4 || count == PARTS_MAX)
			return 0;
		parts[count] = part;
		for (; s < end && strchr("/.- ", *s); s++)
			*is_parted = true;
	}
	return count;
}

static bool is_year_part(const struct format_part *part)
{
	return part->letter != 'm' && (part->len == 4 || strchr("yar", part->letter));
}

/* Whether it is one, and in *first what of day and month comes first. "Gym" is none. */
static bool is_format(const char *s, size_t len, char *first)
{
	struct format_part parts[PARTS_MAX];
	bool is_parted, has_day = false;
	size_t count = split_format(s, len, parts, &is_parted), months = 0;

	for (size_t i = 0; i < count; i++) {
		months += parts[i].letter == 'm';
		is_parted |= parts[i].letter == 'm' && parts[i].len > 1;
		has_day |= parts[i].letter != 'm' && !is_year_part(&parts[i]);
	}
	if (count < 2 || months != 1 || !is_parted)
		return false;
	*first = !has_day || is_year_part(&parts[0]) ? '\0' : parts[0].letter == 'm' ? 'm' : 'd';
	return true;
}

static size_t without_ends(const char *header, size_t len)
{
	while (len && strchr(BRACKETS " ,:*", header[len - 1]))
		len--;
	return len;
}

struct csv_date_format csv_date_format_find(const char *header)
{
	struct csv_date_format format = { .title_len = strlen(header) };
	size_t end = without_ends(header, format.title_len), at = end;
	const char *ends = strpbrk(header, BRACKETS) ? BRACKETS : " :";

	while (at && !strchr(ends, header[at - 1]))
		at--;
	size_t title_len = without_ends(header, at);
	if (!title_len || !is_format(header + at, end - at, &format.first))
		return format;
	format.at = at;
	format.len = end - at;
	format.title_len = title_len;
	return format;
}
