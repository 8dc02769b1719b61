/* Three numbers, or two and the name of a month, in any order that means something.
 * Not here: the times after them (csv_log.c). */
#include "exchange/csv/csv_dates.h"

#include "exchange/csv/csv_date_format.h"
#include "exchange/record.h"
#include "exchange/vcard/vcard_date.h"
#include "filo/base/ascii.h"
#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"

#include <stdlib.h>
#include <string.h>

#define TOKENS_MAX  3
#define MONTH_MIN   3 /* letters that tell a month */
#define WEEKDAY_MIN 2

/* Names of months, folded, in English, Italian, German, French, Spanish, Portuguese, Dutch and
 * Polish (as in a date, and alone), then, where they have others, in Czech, Danish, Norwegian,
 * Hungarian, Swedish, Turkish and Russian; a name may be cut after three letters. */
static const char *const months[12] = {
	"january gennaio januar janner janvier enero janeiro januari stycznia styczen"
	" ledna leden ocak января январь",
	"february febbraio februar feber fevrier febrero fevereiro februari lutego luty"
	" unora subat февраля февраль",
	"march marzo marz mrz maerz mars marco maart mrt marca marzec"
	" marts brezna brezen marcius mart марта март",
	"april aprile avril abril kwietnia kwiecien"
	" dubna duben aprilis nisan апреля апрель",
	"may maggio mai mayo maio mei maja maj"
	" kvetna kveten majus mayis мая маи",
	"june giugno juni juin junio junho czerwca czerwiec"
	" cervna cerven junius haziran июня июнь",
	"july luglio juli juillet julio julho lipca lipiec"
	" cervence cervenec julius temmuz июля июль",
	"august agosto aout augustus sierpnia sierpien"
	" augusti srpna srpen augusztus agustos августа август",
	"september settembre septembre septiembre setembro wrzesnia wrzesien sept"
	" zari szeptember eylul сентября сентябрь",
	"october ottobre oktober octobre octubre outubro pazdziernika pazdziernik"
	" rijna rijen ekim октября октябрь",
	"november novembre noviembre novembro listopada listopad"
	" kasim ноября ноябрь",
	"december dicembre dezember decembre diciembre dezembro grudnia grudzien"
	" prosince prosinec desember aralik декабря декабрь",
};

/* Names of the days of the week, alike. */
static const char *const weekdays[7] = {
	"monday lunedi montag lundi lunes segunda maandag poniedzialek",
	"tuesday martedi dienstag mardi martes terca dinsdag wtorek",
	"wednesday mercoledi mittwoch mercredi miercoles quarta woensdag sroda",
	"thursday giovedi donnerstag jeudi jueves quinta donderdag czwartek",
	"friday venerdi freitag vendredi viernes sexta vrijdag piatek",
	"saturday sabato samstag sonnabend samedi sabado zaterdag sobota",
	"sunday domenica sonntag dimanche domingo zondag niedziela",
};

struct csv_date_token {
	int number;
	size_t digits; /* 0: the name of a month */
};

enum called { CALLED_NOT, CALLED_CUT, CALLED_WHOLE };

/* Whether a word of `len` letters begins one of the names, or is one. */
static enum called is_called(const char *names, const char *word, size_t len)
{
	enum called called = CALLED_NOT;

	while (*names) {
		size_t name_len = strcspn(names, " ");
		if (name_len >= len && !strncmp(names, word, len))
			called = name_len == len ? CALLED_WHOLE : called ? called : CALLED_CUT;
		names += name_len;
		names += *names == ' ';
	}
	return called;
}

/* How many months a word of `len` letters may be; the last is in *month. What is a whole name is no
 * other's beginning. */
static int months_called(const char *word, size_t len, int *month)
{
	enum called best = CALLED_CUT;
	int count = 0;

	for (int i = 0; i < 12 && len >= MONTH_MIN; i++) {
		enum called called = is_called(months[i], word, len);
		if (called < best)
			continue;
		*month = i + 1;
		count = called > best ? 1 : count + 1;
		best = called;
	}
	return count;
}

static bool is_weekday(const char *word, size_t len)
{
	bool is_it = false;

	for (int i = 0; i < 7 && len >= WEEKDAY_MIN && !is_it; i++)
		is_it = is_called(weekdays[i], word, len);
	return is_it;
}

static size_t word_length(const char *s)
{
	size_t len = 0;

	while ((s[len] >= 'a' && s[len] <= 'z') || (unsigned char)s[len] >= 0x80)
		len++;
	return len;
}

/* The letters with which `s` begins, folded into `out` (initialized); how many bytes they are. */
static size_t fold_word(struct strbuf *out, const char *s)
{
	size_t len = 0;

	while ((s[len] | 0x20) >= 'a' || (unsigned char)s[len] >= 0x80)
		len++;
	char *word = memory_copy_bytes(s, len);
	text_fold(out, word);
	free(word);
	return word_length(out->data) == out->len ? len : 0;
}

/* The name of a month as it stands in the file, accents and all. */
static size_t read_month(const char *s, struct csv_date_token *token)
{
	struct strbuf folded = STRBUF_INIT;
	size_t len = fold_word(&folded, s);
	bool is_month = len && months_called(folded.data, folded.len, &token->number) == 1;

	strbuf_fini(&folded);
	return is_month ? len : 0;
}

static size_t read_token(const char *s, struct csv_date_token *token)
{
	size_t len = strspn(s, "0123456789");

	*token = (struct csv_date_token){ .digits = len };
	if (!len)
		return read_month(s, token);
	token->number = len <= 4 ? atoi(s) : -1;
	return len;
}

/* Between two parts: one of "/.-", or blanks, a comma, "de", "of". */
static size_t skip_between(const char *s)
{
	size_t len = strspn(s, " ");

	if (s[len] && strchr("/.-,", s[len]))
		len++;
	len += strspn(s + len, " ");
	if (!strncmp(s + len, "de ", 3) || !strncmp(s + len, "of ", 3))
		len += 3;
	return len;
}

/* The second part of "31st", "1er", "3°". */
static size_t skip_ordinal(const char *s)
{
	static const char *const ordinals[] = { "st", "nd", "rd", "th", "er", "\xC2\xB0",
		"\xC2\xBA" };

	for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++) {
		size_t len = strlen(ordinals[i]);
		if (!strncmp(s, ordinals[i], len) && (!s[len] || strchr(" ,.", s[len])))
			return len;
	}
	return 0;
}

static bool ends_date(const char *s)
{
	return !*s || strchr(" ,T\t", *s) || !strncmp(s, "\u00a0", 2) || !strncmp(s, "\u202f", 3);
}

/* Splits the date at the beginning of `s` into its parts; returns how many, and *rest. A number
 * before a colon belongs to a time. */
static size_t split_date(const char *s, struct csv_date_token tokens[TOKENS_MAX], const char **rest)
{
	size_t count = 0;

	*rest = s;
	while (count < TOKENS_MAX) {
		size_t len = read_token(s, &tokens[count]);
		if (!len || s[len] == ':')
			break;
		s += len;
		if (tokens[count++].digits)
			s += skip_ordinal(s);
		*rest = s;
		if (*s == 'T')
			break;
		len = skip_between(s);
		if (!len)
			break;
		s += len;
	}
	/* "31.12." ends with a full stop. */
	if (count && **rest == '.')
		++*rest;
	return count;
}

static int find_name(const struct csv_date_token *tokens, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!tokens[i].digits)
			return (int)i;
	return -1;
}

/* "Jan 12 Feb" is no date: the name of a month is no year. */
static bool has_two_names(const struct csv_date_token *tokens, size_t count)
{
	int name = find_name(tokens, count);

	return name >= 0 && find_name(tokens + name + 1, count - (size_t)name - 1) >= 0;
}

/* A year is what cannot be a day or a month by its digits, or what is left. */
static bool is_year(const struct csv_date_token *token)
{
	return token->digits > 2;
}

/* Whether a date stands here that needs no month before it: "3 nov. 2026", not "9, 1971". */
static bool is_date_without(const char *s)
{
	struct csv_date_token tokens[TOKENS_MAX];
	const char *rest;
	size_t count = split_date(s, tokens, &rest);

	return find_name(tokens, count) >= 0 || (count == TOKENS_MAX && !is_year(&tokens[1]));
}

/* "Fri, ", "Freitag, den ", "venerd\u00ec ", "sexta-feira, "; "mar." may be a month, too. */
static size_t skip_weekday(const char *s)
{
	struct strbuf folded = STRBUF_INIT;
	size_t len = fold_word(&folded, s);
	bool is_it = len && is_weekday(folded.data, folded.len);
	int month;
	bool is_month = is_it && months_called(folded.data, folded.len, &month);

	strbuf_fini(&folded);
	if (ascii_begins(s + len, "-feira"))
		len += strlen("-feira");
	len += strspn(s + len, "., ");
	if (ascii_begins(s + len, "den "))
		len += strlen("den ");
	return is_it && (!is_month || is_date_without(s + len)) ? len : 0;
}

/* The latest year of these two digits that is not to come. */
static int csv_full_year(
	const struct csv_date_token *token, struct civil_date date, day_number today)
{
	struct civil_date now = date_from_day(today == DAY_NONE ? 0 : today);
	int year = token->number;

	if (token->digits > 2 || (token->digits == 1 && !year))
		return year == VCARD_NO_YEAR ? 0 : year;
	year += now.year - now.year % 100;
	if (year > now.year || (year == now.year && date.month > now.month) ||
		(year == now.year && date.month == now.month && date.day > now.day))
		year -= 100;
	return year;
}

static bool is_day_of_month(int day, int month)
{
	return day >= 1 && month >= 1 &&
	       date_is_possible((struct civil_date){ .month = month, .day = day });
}

/* Day and month from two numbers. */
static void set_two(struct civil_date *date, int first, int second, bool is_day_first)
{
	date->day = is_day_first ? first : second;
	date->month = is_day_first ? second : first;
}

/* Without a year dates are written by hand, now in one way and now in another: where the order of
 * the column makes no day of a month, the other may. */
static void set_yearless(struct civil_date *date, int first, int second, bool is_day_first)
{
	set_two(date, first, second, is_day_first);
	if (!is_day_of_month(date->day, date->month) && is_day_of_month(date->month, date->day))
		set_two(date, first, second, !is_day_first);
}

/* "5 March 1980", "March 5, 1980", "1980 March 5", "March 1980", "5 March". */
static void read_named(struct civil_date *date, const struct csv_date_token *tokens, size_t count,
	int name, day_number today)
{
	const struct csv_date_token *others[2] = { NULL, NULL };
	size_t other_count = 0;

	for (size_t i = 0; i < count; i++)
		if ((int)i != name)
			others[other_count++] = &tokens[i];
	date->month = tokens[name].number;
	if (other_count == 1 && !is_year(others[0])) {
		date->day = others[0]->number;
	} else if (other_count == 1) {
		date->year = csv_full_year(others[0], *date, today);
	} else if (other_count == 2) {
		bool is_first = is_year(others[0]);
		date->day = others[is_first ? 1 : 0]->number;
		date->year = csv_full_year(others[is_first ? 0 : 1], *date, today);
	}
}

/* "0-12-31" has no year; in "0/12/1980" it is the day that is not known. */
static bool is_year_zero_first(const struct csv_date_token *tokens)
{
	return !tokens[0].number && !is_year(&tokens[2]) &&
	       is_day_of_month(tokens[2].number, tokens[1].number);
}

static void read_numbers(struct civil_date *date, const struct csv_date_token *tokens, size_t count,
	bool is_day_first, day_number today)
{
	if (count == 3 && (is_year(&tokens[0]) || is_year_zero_first(tokens))) {
		set_two(date, tokens[1].number, tokens[2].number, false);
		date->year = tokens[0].number ? csv_full_year(&tokens[0], *date, today) : 0;
	} else if (count == 3) {
		set_two(date, tokens[0].number, tokens[1].number, is_day_first);
		date->year = csv_full_year(&tokens[2], *date, today);
	} else if (count == 2 && is_year(&tokens[0])) {
		date->month = tokens[1].number;
		date->year = csv_full_year(&tokens[0], *date, today);
	} else if (count == 2 && is_year(&tokens[1])) {
		date->month = tokens[0].number;
		date->year = csv_full_year(&tokens[1], *date, today);
	} else if (count == 2) {
		set_yearless(date, tokens[0].number, tokens[1].number, is_day_first);
	} else if (count == 1 && is_year(&tokens[0])) {
		date->year = tokens[0].number;
	}
}

#define NO_YEAR "?xX*_-" /* what people write where a year should be */
#define FRONT   " \t\"'="

/* The end of "12/31/", "31.12.????", "12 May xxxx" and "1980-??-??", from behind what is known. */
static size_t skip_missing(const char *s)
{
	size_t len = strspn(s, " /.-" NO_YEAR);

	return s[len] || (s[-1] != '.' && !strchr(" /.-", *s)) ? 0 : len;
}

/* Only zeros, "??.??.????", "null", a dash. */
static bool says_none(const char *s)
{
	static const char *const words[] = { "null", "none", "nil", "n/a", "na", "-", "--", "?",
		"keine", "keiner", "nessuna", "aucune", "ninguno", "geen", "brak", "nessuno",
		"aucun", "ninguna", "nenhum", "nenhuma", "nulo", "(null)", "(none)", "undefined",
		"nan", "nat", "#n/a", "\u2013", "\u2014", "12:00:00 am", "12:00 am", NULL };
	struct strbuf folded = STRBUF_INIT;

	s += strspn(s, FRONT);
	text_fold(&folded, s);
	bool is_none = !s[strspn(s, "0/.-: \t,?")] || ascii_is_among(folded.data, words);
	strbuf_fini(&folded);
	return is_none;
}

/* Day 0 of a spreadsheet, which begins in 1900: "1/0/00", "00-Jan-00". */
static bool is_day_zero(const struct csv_date_token *tokens, size_t count)
{
	return count == 3 && tokens[2].digits == 2 && !tokens[2].number &&
	       tokens[0].number + tokens[1].number == 1;
}

/* A star by itself says "born". */
static const char *skip_front(const char *s)
{
	s += strspn(s, FRONT);
	if (*s == '*' && strspn(s, NO_YEAR) == 1)
		s += 1 + strspn(s + 1, " ");
	return s + skip_weekday(s);
}

enum csv_date_found csv_date_parse(const char *text, bool is_day_first, day_number today,
	struct civil_date *date, const char **rest)
{
	struct csv_date_token tokens[TOKENS_MAX];
	const char *s = skip_front(text);

	*date = (struct civil_date){ 0 };
	*rest = s + strlen(s);
	if (says_none(text))
		return CSV_DATE_NONE;
	/* "--12-31" and "XXXX-12-31" have no year, as does "?31/12", which has the column's order.
	 */
	size_t front_len = strspn(s, NO_YEAR);
	bool is_yearless = front_len;
	size_t count = split_date(s + front_len, tokens, rest);
	int name = find_name(tokens, count);
	if (count && count < TOKENS_MAX)
		*rest += skip_missing(*rest);
	if (!count || !ends_date(*rest) || (is_yearless && count == TOKENS_MAX) ||
		has_two_names(tokens, count))
		return CSV_DATE_BAD;
	if (name >= 0)
		read_named(date, tokens, count, name, today);
	else if (count == 1 && tokens[0].digits == 4 && is_yearless)
		set_two(date, tokens[0].number / 100, tokens[0].number % 100, false);
	else
		read_numbers(date, tokens, count,
			is_day_first && !(is_yearless && s[front_len - 1] == '-'), today);
	bool is_known = date->year || date->month || date->day;
	if (record_is_no_date(*date, true) || is_day_zero(tokens, count))
		return CSV_DATE_NONE;
	if (!is_known || !date_is_possible(*date) || (date->year && date->day && !date->month))
		return CSV_DATE_BAD;
	return CSV_DATE_GOOD;
}

/* ---- The order of a column ---- */

static void keep_first(char **kept, const char *text)
{
	if (!*kept)
		*kept = memory_copy_string(text);
}

void csv_date_order_head(struct csv_date_order *order, const char *header)
{
	struct csv_date_format format = csv_date_format_find(header);

	order->is_headed = format.first;
	if (format.first)
		*(format.first == 'd' ? &order->day_first : &order->month_first) =
			memory_copy_bytes(header + format.at, format.len);
}

void csv_date_order_look(struct csv_date_order *order, const char *text)
{
	struct csv_date_token tokens[TOKENS_MAX];
	const char *s = skip_front(text), *rest;
	size_t count = strspn(s, NO_YEAR) ? 0 : split_date(s, tokens, &rest);

	if (count == 2)
		rest += skip_missing(rest);
	if (count < 2 || find_name(tokens, count) >= 0 || is_year(&tokens[0]) ||
		is_year(&tokens[1]) || !ends_date(rest))
		return;
	int first = tokens[0].number, second = tokens[1].number;
	bool is_dotted = s[tokens[0].digits] == '.';
	if (first > 12 && is_day_of_month(first, second) && !order->is_headed)
		keep_first(&order->day_first, s);
	else if (second > 12 && is_day_of_month(second, first) && !order->is_headed)
		keep_first(&order->month_first, s);
	else if (first >= 1 && first <= 12 && second >= 1 && second <= 12 && first != second)
		keep_first(is_dotted ? &order->dotted : &order->either, s);
}

bool csv_date_order_is_open(const struct csv_date_order *order)
{
	return !order->day_first && !order->month_first;
}

void csv_date_order_follow(
	struct csv_date_order *order, const struct csv_date_order *sure, const char *because)
{
	if (order->day_first || order->month_first)
		return;
	/* Who writes dots here and none there does not write all dates in one way. */
	if (order->dotted && !sure->day_first && !strchr(sure->month_first, '.'))
		return;
	keep_first(sure->day_first ? &order->day_first : &order->month_first, because);
}

/* Between dots the day comes first wherever that is written, unless the column says otherwise. */
void csv_date_order_settle(struct csv_date_order *order, bool is_day_first)
{
	order->is_day_first = is_day_first || order->dotted;
	if (order->day_first && !order->month_first)
		order->is_day_first = true;
	else if (order->month_first && !order->day_first)
		order->is_day_first = false;
}

/* A value that somebody may have meant otherwise than it is read, or NULL. */
static const char *doubtful_date(const struct csv_date_order *order)
{
	return order->either || order->is_day_first ? order->either : order->dotted;
}

void csv_date_order_tell(struct strbuf *out, const struct csv_date_order *order, const char *column)
{
	const char *sure = order->is_day_first ? order->day_first : order->month_first;
	const char *other = order->is_day_first ? order->month_first : order->day_first;
	const char *doubtful = doubtful_date(order);

	if (order->is_day_first && !sure)
		sure = order->dotted;
	if (sure && other)
		strbuf_add_format(out,
			order->is_day_first
				? _("\"%s\" is read with the day first, as in %s, though %s "
				    "has the month first")
				: _("\"%s\" is read with the month first, as in %s, though %s has "
				    "the day first"),
			column, sure, other);
	else if (doubtful && sure)
		strbuf_add_format(out,
			order->is_day_first
				? _("\"%s\" is read with the day first, because of %s")
				: _("\"%s\" is read with the month first, because of %s"),
			column, sure);
	else if (doubtful)
		strbuf_add_format(out,
			order->is_day_first
				? _("\"%s\" is read with the day first, as nothing in it says "
				    "otherwise: %s")
				: _("\"%s\" is read with the month first, as nothing in it says "
				    "otherwise: %s"),
			column, doubtful);
}

void csv_date_order_fini(struct csv_date_order *order)
{
	free(order->day_first);
	free(order->month_first);
	free(order->either);
	free(order->dotted);
}
