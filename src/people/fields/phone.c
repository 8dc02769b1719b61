/* Telephone numbers as they are compared: the codes of countries, trunk zeros, last digits.
 * Not here: other ways to reach somebody (sameness.c). */
#include "filo/people/phone.h"

#include "people/fields/phone_keys.h"

#include <stdlib.h>
#include <string.h>

/* Country prefixes and trunk zeros stand before the last nine digits. */
#define PHONE_DIGITS     9
#define PHONE_MIN_DIGITS 5

/* More is no telephone: the last of them are compared. */
#define DIGITS_MAX 40

static void phone_read_digits(char digits[DIGITS_MAX + 1], const char *value)
{
	size_t len = 0;

	for (; *value; value++) {
		bool is_digit = *value >= '0' && *value <= '9';
		if (!is_digit && (strchr(";xX#", *value) || !strncmp(value, "ext", 3)))
			break;
		if (is_digit && len == DIGITS_MAX)
			memmove(digits, digits + 1, --len);
		if (is_digit)
			digits[len++] = *value;
	}
	digits[len] = '\0';
}

/* "" where too few are left. */
static const char *phone_last(const char *digits)
{
	size_t len = strlen(digits);

	if (len > PHONE_DIGITS)
		digits += len - PHONE_DIGITS;
	digits += strspn(digits, "0");
	return strlen(digits) >= PHONE_MIN_DIGITS ? digits : "";
}

void phone_add_last_digits(struct strbuf *out, const char *value)
{
	char digits[DIGITS_MAX + 1];

	phone_read_digits(digits, value);
	strbuf_add(out, phone_last(digits));
}

/* Fewer would be in too many numbers. */
#define PHONE_SOUGHT_MIN 3

/* One that is longer, without a "+", may begin with the code of a country. */
#define PHONE_OWN_DIGITS 10

bool phone_is_typed(const char *text)
{
	return !text[strspn(text, PHONE_SIGNS)] && strpbrk(text, "0123456789");
}

/* ITU-T E.164: codes of countries are one digit, one of these two, or three. */
static size_t phone_code_len(const char *digits)
{
	static const char of_two[] =
		"20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 "
		"61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98 ";
	const char code[] = { digits[0], digits[0] ? digits[1] : '\0', ' ', '\0' };

	if (*digits == '1' || *digits == '7')
		return 1;
	return strstr(of_two, code) ? 2 : 3;
}

/* `at` goes behind the zeros there. */
static const char *phone_skip(const char *digits, size_t at)
{
	size_t len = strlen(digits);

	digits += at < len ? at : len;
	return digits + strspn(digits, "0");
}

#define FROM_AMERICA 13 /* digits at least of one abroad that is dialled from there, by "011" */

/* Where the code of a country stands; NULL: there is none. */
static const char *phone_code_in(const char *text, const char *digits)
{
	/* "011 15 1234-5678" is in Buenos Aires. */
	if (strlen(digits) >= FROM_AMERICA && !strncmp(digits, "011", 3) &&
		(strlen(digits) > FROM_AMERICA || digits[3] != '1'))
		return digits + 3;
	return strchr(text, '+') || !strncmp(digits, "00", 2) ? phone_skip(digits, 0) : NULL;
}

void phone_add_sought(struct strbuf *out, const char *text)
{
	char digits[DIGITS_MAX + 1];

	phone_read_digits(digits, phone_is_typed(text) ? text : "");
	const char *code = phone_code_in(text, digits), *all = code ? code : phone_skip(digits, 0),
		   *own = all;

	if (code)
		own = phone_skip(all, phone_code_len(all));
	else if (strlen(all) > PHONE_OWN_DIGITS)
		own = phone_skip(all, strlen(all) - PHONE_DIGITS);
	strbuf_add(out, strlen(own) >= PHONE_SOUGHT_MIN   ? own
			: strlen(all) >= PHONE_SOUGHT_MIN ? all
							  : digits);
}

/* A number as it is compared. Its parts are in its two arrays, so it is never copied. */
struct phone {
	char digits[DIGITS_MAX + 1]; /* as they are written */
	char all[DIGITS_MAX + 1];    /* without trunk zeros, the code of the country first */
	char other[DIGITS_MAX + 1];  /* the same of a long one that may have a code without "+" */
	char code[4];                /* "": it is written without */
	const char *national;        /* all that follows the code, or all */
	const char *own;             /* the last of these */
	const char *whole;           /* the last as they are written */
};

/* Mobile numbers of Mexico and Argentina are written with a digit behind the code, and without; in
 * Mexico they were dialled behind 044 or 045. */
static void phone_drop_mobile(char *digits)
{
	char *all = digits + strspn(digits, "0");

	if (strlen(all) == 13 && (!strncmp(all, "521", 3) || !strncmp(all, "549", 3)))
		memmove(all + 2, all + 3, strlen(all + 3) + 1);
	else if (strlen(digits) == 13 && (!strncmp(digits, "044", 3) || !strncmp(digits, "045", 3)))
		memmove(digits, digits + 3, strlen(digits + 3) + 1);
}

static void phone_join(char out[DIGITS_MAX + 1], const char *all, size_t code_len)
{
	memcpy(out, all, code_len);
	strcpy(out + code_len, phone_skip(all, code_len));
}

static void phone_read(struct phone *phone, const char *value)
{
	*phone = (struct phone){ .code = "" };
	phone_read_digits(phone->digits, value);
	phone_drop_mobile(phone->digits);
	const char *code = phone_code_in(value, phone->digits),
		   *all = code ? code : phone_skip(phone->digits, 0);
	size_t code_len = code ? phone_code_len(all) : 0;
	if (!*phone_last(phone_skip(all, code_len)))
		code_len = 0;
	memcpy(phone->code, all, code_len);
	phone_join(phone->all, all, code_len);
	/* No country's code begins with 89; a number with a trunk zero has none. */
	bool may_have_code = !code_len && strlen(all) > PHONE_OWN_DIGITS && all == phone->digits &&
			     strncmp(all, "89", 2) != 0;
	if (may_have_code && all[phone_code_len(all)] == '0')
		phone_join(phone->other, all, phone_code_len(all));
	phone->national = phone->all + code_len;
	phone->own = phone_last(phone->national);
	phone->whole = phone_last(phone->digits);
}

/* Whether `end`, which is not empty, is the end of `text`. */
static bool phone_ends(const char *text, const char *end)
{
	size_t len = strlen(text), end_len = strlen(end);

	return end_len && len >= end_len && !strcmp(text + len - end_len, end);
}

/* Digits, and what tells which of them they are; the code of their country, or "". */
struct phone_key {
	const char *digits, *sign, *code;
};
#define PHONE_KEYS_MAX 12
#define WITH_CODE      "+" /* all behind the code, which follows */
#define FOR_CODED      "+" /* of a number without a code, to be found by one that has it */
#define OF_CODED       "#" /* of one that has it, to be found by one without */
#define SHORT          "-" /* all of one that is no longer than what is compared of others */
#define LONG           "="
#define END_OF_LONG    "~" /* without its first digits: "4915112345678" is "015112345678" */

/* Without as many of the first digits as may be a code of a country that has no "+", or what leads
 * out of a town, such as "8"; of at least so many. */
static size_t phone_add_ends(
	struct phone_key *keys, const char *digits, const char *sign, int most, size_t least)
{
	size_t count = 0;

	for (int cut = 1; cut <= most; cut++) {
		const char *end = phone_skip(digits, (size_t)cut);
		if (strlen(end) >= least)
			keys[count++] = (struct phone_key){ end, sign, "" };
	}
	return count;
}

/* All of it, and as it is where a code of a country stands first. */
static size_t phone_add_whole_ones(
	struct phone_key *keys, const struct phone *phone, const char *sign)
{
	keys[0] = (struct phone_key){ phone->all, sign, "" };
	keys[1] = (struct phone_key){ phone->other, sign, "" };
	return *phone->other ? 2 : 1;
}

/* By what it is found. Last digits tell where there are no more; two that are longer are compared
 * whole, or one with the end of the other. */
static size_t phone_kept_keys(const struct phone *phone, struct phone_key *keys)
{
	const char *own = phone->own, *national = phone->national, *all = phone->all;
	size_t count = 0;

	keys[count++] = (struct phone_key){ own, "", "" };
	if (strcmp(own, phone->whole) != 0)
		keys[count++] = (struct phone_key){ phone->whole, "", "" };
	if (*phone->code) {
		keys[count++] = (struct phone_key){ national, WITH_CODE, phone->code };
		if (strlen(national) >= PHONE_DIGITS)
			keys[count++] = (struct phone_key){ national, OF_CODED, "" };
		if (strlen(all) >= PHONE_DIGITS)
			keys[count++] = (struct phone_key){ all, OF_CODED, "" };
	} else if (strlen(all) > PHONE_DIGITS) {
		count += phone_add_whole_ones(keys + count, phone, FOR_CODED);
		count += phone_add_whole_ones(keys + count, phone, LONG);
		count += phone_add_ends(keys + count, all, FOR_CODED, 1, PHONE_DIGITS);
		count += phone_add_ends(keys + count, all, END_OF_LONG, 3, PHONE_DIGITS + 1);
	} else {
		keys[count++] = (struct phone_key){ own, SHORT, "" };
	}
	return count;
}

/* By what others are found. */
static size_t phone_sought_keys(const struct phone *phone, struct phone_key *keys)
{
	const char *own = phone->own, *national = phone->national, *all = phone->all;
	size_t count = 0;

	if (*phone->code) {
		keys[count++] = (struct phone_key){ national, WITH_CODE, phone->code };
		keys[count++] = (struct phone_key){ own, SHORT, "" };
		if (strcmp(own, phone->whole) != 0)
			keys[count++] = (struct phone_key){ phone->whole, SHORT, "" };
		if (strlen(national) >= PHONE_DIGITS)
			keys[count++] = (struct phone_key){ national, FOR_CODED, "" };
		if (strlen(all) >= PHONE_DIGITS)
			keys[count++] = (struct phone_key){ all, FOR_CODED, "" };
	} else if (strlen(all) > PHONE_DIGITS) {
		count += phone_add_whole_ones(keys + count, phone, OF_CODED);
		count += phone_add_whole_ones(keys + count, phone, LONG);
		keys[count++] = (struct phone_key){ all, END_OF_LONG, "" };
		keys[count++] = (struct phone_key){ own, SHORT, "" };
		count += phone_add_ends(keys + count, all, OF_CODED, 1, PHONE_DIGITS);
		count += phone_add_ends(keys + count, all, LONG, 3, PHONE_DIGITS + 1);
	} else {
		keys[count++] = (struct phone_key){ own, "", "" };
	}
	return count;
}

void phone_add_whole(struct strbuf *out, const char *value)
{
	struct phone phone;

	phone_read(&phone, value);
	strbuf_add_format(out, "%s+%s", phone.national, phone.code);
}

void phone_add_keys(struct strbuf *out, const char *value, bool is_sought)
{
	struct phone_key keys[PHONE_KEYS_MAX];
	struct phone phone;

	phone_read(&phone, value);
	size_t count = is_sought ? phone_sought_keys(&phone, keys) : phone_kept_keys(&phone, keys);
	for (size_t i = 0; i < count && *phone.whole; i++) {
		strbuf_add_char(out, 'p');
		strbuf_add(out, keys[i].digits);
		strbuf_add(out, keys[i].sign);
		strbuf_add(out, keys[i].code);
		strbuf_add_char(out, '\0');
	}
}

static bool phone_keys_are_equal(const struct phone_key *one, const struct phone_key *other)
{
	return !strcmp(one->digits, other->digits) && !strcmp(one->sign, other->sign) &&
	       !strcmp(one->code, other->code);
}

static bool phone_finds(const struct phone *one, const struct phone *other)
{
	struct phone_key sought[PHONE_KEYS_MAX], kept[PHONE_KEYS_MAX];
	size_t sought_count = phone_sought_keys(one, sought);
	size_t kept_count = phone_kept_keys(other, kept);

	if (!*one->whole || !*other->whole)
		return false;
	for (size_t i = 0; i < sought_count; i++)
		for (size_t j = 0; j < kept_count; j++)
			if (phone_keys_are_equal(&sought[i], &kept[j]))
				return true;
	return false;
}

bool phone_says(const char *value, const char *other)
{
	struct phone one, two;

	phone_read(&one, value);
	phone_read(&two, other);
	return phone_finds(&one, &two);
}

bool phone_is_of_another_country(const char *value, const char *typed)
{
	struct phone one, other;

	phone_read(&one, value);
	phone_read(&other, typed);
	return *one.code && *other.code && strcmp(one.code, other.code) != 0;
}

bool phone_is_meant(const char *value, const char *typed)
{
	struct phone one, other;

	phone_read(&one, value);
	phone_read(&other, typed);
	if (*one.code && *other.code)
		return !strcmp(one.code, other.code) && phone_ends(one.national, other.national);
	if (strlen(other.all) <= PHONE_DIGITS)
		return phone_ends(one.own, other.own) || phone_ends(one.whole, other.own);
	return phone_finds(&other, &one);
}
