/* Drawing weeks and pauses with characters.
 * Not here: where on the screen (card.c). */
#include "tui/person/rhythm_strip.h"
#include "filo/people/score.h"

#include <math.h>

#define DAYS_A_WEEK 7
#define WEEKS_A_COL 2
#define DOTS_HIGH   4
#define ROOM_BEYOND 1.2 /* of the scale, behind its last mark */

/* How many of `days` lie in each week; the last one ends today. */
static void count_weeks(
	const day_number *days, size_t count, day_number today, int *weeks, int week_count)
{
	for (size_t i = 0; i < count; i++) {
		int ago = today - days[i];
		if (ago >= 0 && ago < week_count * DAYS_A_WEEK)
			weeks[week_count - 1 - ago / DAYS_A_WEEK]++;
	}
}

/* One cell of braille (U+2800 and a bit for each dot): columns of dots from the bottom up. */
static void add_braille(struct strbuf *out, int left, int right)
{
	static const unsigned dots[2][DOTS_HIGH] = { { 0x40, 0x04, 0x02, 0x01 },
		{ 0x80, 0x20, 0x10, 0x08 } };
	const int heights[2] = { left, right };
	unsigned bits = 0;

	for (int side = 0; side < 2; side++) {
		for (int dot = 0; dot < DOTS_HIGH && dot < heights[side]; dot++)
			bits |= dots[side][dot];
	}
	strbuf_add_char(out, (char)0xE2);
	strbuf_add_char(out, (char)(0xA0 | bits >> 6));
	strbuf_add_char(out, (char)(0x80 | (bits & 0x3F)));
}

static void add_digit(struct strbuf *out, int days)
{
	strbuf_add_char(out, (char)(days == 0 ? '.' : days < 10 ? '0' + days : '9'));
}

void strip_add_weeks(struct strbuf *out, const day_number *days, size_t count, day_number today,
	int cols, bool is_utf8)
{
	int weeks[WEEKS_A_COL * STRIP_COLS] = { 0 };

	count_weeks(days, count, today, weeks, WEEKS_A_COL * cols);
	for (int i = 0; i < WEEKS_A_COL * cols; i += WEEKS_A_COL) {
		if (is_utf8)
			add_braille(out, weeks[i], weeks[i + 1]);
		else
			add_digit(out, weeks[i] + weeks[i + 1]);
	}
}

/* The column of a number of days on a scale that ends with `most`. */
static int column_of(double days, double most, int cols)
{
	double share = log1p(days) / log1p(most);
	int col = (int)(share * (cols - 1) + 0.5);

	return col < 0 ? 0 : col < cols ? col : cols - 1;
}

void strip_add_scale(
	struct strbuf *out, const struct score *score, int silence_days, int cols, bool is_utf8)
{
	const double usual = score->own, most_of = score_quantile(score, 0.8),
		     nearly_all = score_quantile(score, 0.95);
	double end = ROOM_BEYOND * fmax(nearly_all, silence_days);
	char marks[STRIP_COLS] = { 0 };

	marks[column_of(nearly_all, end, cols)] = 'n';
	marks[column_of(most_of, end, cols)] = 'm';
	marks[column_of(usual, end, cols)] = 'u';
	marks[column_of(silence_days, end, cols)] = '*';
	for (int i = 0; i < cols; i++) {
		if (marks[i])
			strbuf_add_char(out, marks[i]);
		else
			strbuf_add(out, is_utf8 ? "─" : "-");
	}
}
