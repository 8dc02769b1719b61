/* Telephone numbers as they are compared: the codes of countries, trunk zeros, last digits.
 * Not here: other ways to reach somebody (sameness.c). */
#include "filo/people/phone.h"

#include "people/fields/phone_keys.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Country prefixes and trunk zeros stand before the last nine digits. */
#define PHONE_DIGITS     9
#define PHONE_MIN_DIGITS 5

static void phone_add_digits(struct strbuf *out, const char *value)
{
	for (; *value && !strchr(";xX#", *value); value++) {
		if (!strncmp(value, "ext", 3))
			break;
		if (isdigit((unsigned char)*value))
			strbuf_add_char(out, *value);
	}
}

static void phone_add_last(struct strbuf *out, const char *digits)
{
	size_t len = strlen(digits);

	if (len > PHONE_DIGITS)
		digits += len - PHONE_DIGITS;
	digits += strspn(digits, "0");
	if (strlen(digits) >= PHONE_MIN_DIGITS)
		strbuf_add(out, digits);
}

void phone_add_last_digits(struct strbuf *out, const char *value)
{
	struct strbuf digits = STRBUF_INIT;

	phone_add_digits(&digits, value);
	phone_add_last(out, digits.data);
	strbuf_fini(&digits);
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

static bool phone_is_abroad(const char *text, const char *digits)
{
	return strchr(text, '+') || !strncmp(digits, "00", 2);
}

void phone_add_sought(struct strbuf *out, const char *text)
{
	struct strbuf digits = STRBUF_INIT;

	if (phone_is_typed(text))
		phone_add_digits(&digits, text);
	bool is_abroad = phone_is_abroad(text, digits.data);
	const char *all = phone_skip(digits.data, 0), *own = all;

	if (is_abroad)
		own = phone_skip(all, phone_code_len(all));
	else if (strlen(all) > PHONE_OWN_DIGITS)
		own = phone_skip(all, strlen(all) - PHONE_DIGITS);
	strbuf_add(out, strlen(own) >= PHONE_SOUGHT_MIN   ? own
			: strlen(all) >= PHONE_SOUGHT_MIN ? all
							  : digits.data);
	strbuf_fini(&digits);
}

/* A number as it is compared: the last digits of all, and of what follows the code of a country. */
struct phone {
	struct strbuf whole, own;
	struct strbuf national; /* all that follows the code, or all */
	char code[4];           /* "": it is written without */
};

static struct phone phone_read(const char *value)
{
	struct phone phone = { .whole = STRBUF_INIT, .own = STRBUF_INIT, .national = STRBUF_INIT };
	struct strbuf digits = STRBUF_INIT;

	phone_add_digits(&digits, value);
	phone_add_last(&phone.whole, digits.data);
	const char *all = phone_skip(digits.data, 0);
	size_t code_len = phone_is_abroad(value, digits.data) ? phone_code_len(all) : 0;
	if (code_len)
		phone_add_last(&phone.own, phone_skip(all, code_len));
	if (phone.own.len)
		memcpy(phone.code, all, code_len);
	else
		strbuf_add(&phone.own, phone.whole.data);
	strbuf_add(&phone.national, *phone.code ? phone_skip(all, code_len) : all);
	strbuf_fini(&digits);
	return phone;
}

static void phone_fini(struct phone *phone)
{
	strbuf_fini(&phone->whole);
	strbuf_fini(&phone->own);
	strbuf_fini(&phone->national);
}

static bool strbuf_ends(const struct strbuf *text, const struct strbuf *end)
{
	return end->len && text->len >= end->len &&
	       !strcmp(text->data + text->len - end->len, end->data);
}

/* A number is kept by its own last digits, by all of them with the code of its country behind, or a
 * "+" alone where it has none, and by the last of all, as somebody may write it who leaves out the
 * "+". */
static bool phone_kept_key(struct strbuf *out, const struct phone *phone, int way)
{
	switch (way) {
	case 0:
		strbuf_add_format(out, "p%s", phone->own.data);
		return true;
	case 1:
		strbuf_add_format(out, "p%s+%s",
			*phone->code ? phone->national.data : phone->own.data, phone->code);
		return true;
	default:
		if (way > 2 || !strcmp(phone->own.data, phone->whole.data))
			return false;
		strbuf_add_format(out, "p%s", phone->whole.data);
		return true;
	}
}

/* One with a code is looked for with it, and among those that have none. */
static bool phone_sought_key(struct strbuf *out, const struct phone *phone, int way)
{
	if (way > (*phone->code ? 2 : 0))
		return false;
	if (!*phone->code)
		strbuf_add_format(out, "p%s", phone->own.data);
	else if (!way)
		strbuf_add_format(out, "p%s+%s", phone->national.data, phone->code);
	else
		strbuf_add_format(out, "p%s+", way == 1 ? phone->own.data : phone->whole.data);
	return true;
}

void phone_add_whole(struct strbuf *out, const char *value)
{
	struct phone phone = phone_read(value);

	strbuf_add_format(out, "%s+%s", phone.national.data, phone.code);
	phone_fini(&phone);
}

bool phone_add_key(struct strbuf *out, const char *value, int way, bool is_sought)
{
	struct phone phone = phone_read(value);
	bool is_one = phone.whole.len && (is_sought ? phone_sought_key(out, &phone, way)
						    : phone_kept_key(out, &phone, way));

	phone_fini(&phone);
	return is_one;
}

/* Where only one has a code, the other may be its own digits, or all of it without the "+"; where
 * none has, two that are long are two unless one is the end of the other. */
static bool phones_are_same(const struct phone *one, const struct phone *other)
{
	bool has_code = *one->code, has_other = *other->code;

	if (!one->whole.len || !other->whole.len)
		return false;
	if (has_code && has_other)
		return !strcmp(one->code, other->code) &&
		       !strcmp(one->national.data, other->national.data);
	if (has_code || has_other) {
		const struct phone *with = has_code ? one : other,
				   *without = has_code ? other : one;
		return !strcmp(without->own.data, with->own.data) ||
		       !strcmp(without->own.data, with->whole.data);
	}
	return !strcmp(one->own.data, other->own.data) &&
	       (one->national.len <= PHONE_DIGITS || other->national.len <= PHONE_DIGITS ||
		       strbuf_ends(&one->national, &other->national) ||
		       strbuf_ends(&other->national, &one->national));
}

bool phone_says(const char *value, const char *other)
{
	struct phone one = phone_read(value), two = phone_read(other);
	bool says = phones_are_same(&one, &two);

	phone_fini(&one);
	phone_fini(&two);
	return says;
}

bool phone_is_of_another_country(const char *value, const char *typed)
{
	struct phone one = phone_read(value), other = phone_read(typed);
	bool is_so = *one.code && *other.code && strcmp(one.code, other.code) != 0;

	phone_fini(&one);
	phone_fini(&other);
	return is_so;
}

bool phone_is_meant(const char *value, const char *typed)
{
	struct phone one = phone_read(value), other = phone_read(typed);
	bool is_meant = strbuf_ends(&one.own, &other.own);

	if (*one.code && *other.code)
		is_meant = strbuf_ends(&one.national, &other.national) &&
			   !strcmp(one.code, other.code);
	else
		is_meant = is_meant || strbuf_ends(&one.whole, &other.whole);
	phone_fini(&one);
	phone_fini(&other);
	return is_meant;
}
