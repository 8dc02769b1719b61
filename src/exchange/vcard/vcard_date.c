/* Dates of birth and the like as vCards write them, whole or in part (RFC 6350 4.3.1).
 * Not here: dates as people type them (people/words/when.h). */
#include "exchange/vcard/vcard_date.h"

#include <ctype.h>
#include <string.h>

/* Shapes of a date: Y M D stand for a digit each. The first that fits the text up to a T wins. */
static const char *const shapes[] = { "YYYY-MM-DD", "YYYYMMDD", "YYYY-MM", "YYYY", "--MMDD",
	"--MM-DD", "--MM", "---DD", "YYYY/MM/DD", "YYYY.MM.DD", "YYYY-M-D", "YYYY-MM-D",
	"YYYY-M-DD" };

static bool vcard_date_fits(
	const char *text, size_t len, const char *shape, struct civil_date *date)
{
	*date = (struct civil_date){ 0 };
	if (strlen(shape) != len)
		return false;
	for (size_t i = 0; i < len; i++) {
		int *field = shape[i] == 'Y'   ? &date->year
			     : shape[i] == 'M' ? &date->month
			     : shape[i] == 'D' ? &date->day
					       : NULL;
		if (field && isdigit((unsigned char)text[i]))
			*field = *field * 10 + (text[i] - '0');
		else if (field || text[i] != shape[i])
			return false;
	}
	return true;
}

/* What the shape has must be said, and exist: no month 0 or 13, no 31 February. Some programs write
 * the year 0000 for none. */
static bool vcard_date_exists(struct civil_date date, const char *shape)
{
	bool is_said = (date.year || !strchr(shape, 'Y') || date.day) &&
		       (date.month || !strchr(shape, 'M')) && (date.day || !strchr(shape, 'D'));

	return is_said && date_is_possible(date);
}

bool vcard_date_parse(const char *text, struct civil_date *date, bool *is_whole)
{
	size_t len = strcspn(text, "Tt ");

	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
		if (!vcard_date_fits(text, len, shapes[i], date) ||
			!vcard_date_exists(*date, shapes[i]))
			continue;
		*is_whole = !text[len];
		if (date->year == VCARD_NO_YEAR) {
			date->year = 0;
			*is_whole = false;
		}
		return true;
	}
	return false;
}

void vcard_date_print(struct strbuf *out, struct civil_date date, bool is_version_3)
{
	const char *dash = is_version_3 ? "-" : "";

	if (is_version_3 && !date.year && date.month)
		date.year = VCARD_NO_YEAR;
	if (date.year && date.month && date.day)
		strbuf_add_format(
			out, "%04d%s%02d%s%02d", date.year, dash, date.month, dash, date.day);
	else if (date.year && date.month)
		strbuf_add_format(out, "%04d-%02d", date.year, date.month);
	else if (date.year)
		strbuf_add_format(out, "%04d", date.year);
	else if (date.month && date.day)
		strbuf_add_format(out, "--%02d%02d", date.month, date.day);
	else if (date.month)
		strbuf_add_format(out, "--%02d", date.month);
	else
		strbuf_add_format(out, "---%02d", date.day);
}
