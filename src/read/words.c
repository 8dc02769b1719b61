/* Small questions about text.
 * Not here: JSON, XML, mail. */
#include "read/words.h"

#include "filo/base/ascii.h"
#include "filo/base/fold.h"
#include "filo/base/memory.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { PHONE_KEY_DIGITS = 9, PHONE_LEAST_DIGITS = 7 };

bool words_end_with(const char *text, const char *end)
{
	size_t len = strlen(text), end_len = strlen(end);

	return len >= end_len && ascii_equal(text + len - end_len, end);
}

static bool words_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool words_are_phone(const char *text)
{
	int digits = 0;

	for (; *text; text++) {
		if (ascii_lower(*text) >= 'a' && ascii_lower(*text) <= 'z')
			return false;
		digits += words_is_digit(*text);
	}
	return digits >= PHONE_LEAST_DIGITS;
}

/* The last nine digits, or as many as there are. */
static void words_phone_key(const char *text, char key[PHONE_KEY_DIGITS + 1])
{
	int count = PHONE_KEY_DIGITS;

	for (size_t i = strlen(text); i > 0 && count > 0; i--)
		if (words_is_digit(text[i - 1]))
			key[--count] = text[i - 1];
	memmove(key, key + count, (size_t)(PHONE_KEY_DIGITS - count));
	key[PHONE_KEY_DIGITS - count] = '\0';
}

bool words_name_one(const char *a, const char *b)
{
	char key_a[PHONE_KEY_DIGITS + 1], key_b[PHONE_KEY_DIGITS + 1];

	if (strcmp(a, b) == 0)
		return true;
	if (words_are_phone(a) && words_are_phone(b)) {
		words_phone_key(a, key_a);
		words_phone_key(b, key_b);
		return strcmp(key_a, key_b) == 0;
	}
	return text_folds_alike(a, b);
}

const char *words_find(const char *text, size_t len, const char *needle)
{
	return memmem(text, len, needle, strlen(needle));
}

uint64_t words_hash(uint64_t seed, const char *text)
{
	uint64_t hash = seed ? seed : 0xcbf29ce484222325u;

	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * 0x100000001b3u;
	return (hash ^ 0xff) * 0x100000001b3u;
}

static bool words_have(
	const struct vector *texts, const char *text, bool (*is_one)(const char *a, const char *b))
{
	char *const *other;

	VECTOR_EACH (other, texts)
		if (is_one ? is_one(*other, text) : strcmp(*other, text) == 0)
			return true;
	return false;
}

bool words_add_once(struct vector *set, const char *text)
{
	if (words_have(set, text, NULL))
		return false;
	char *copy = memory_copy_string(text);
	vector_push(set, &copy);
	return true;
}

void words_keep_common(struct vector *set, const struct vector *texts, bool is_first,
	bool (*is_one)(const char *a, const char *b))
{
	char *const *text;

	if (is_first) {
		VECTOR_EACH (text, texts)
			words_add_once(set, *text);
		return;
	}
	for (size_t i = set->count; i > 0; i--) {
		char *kept = *(char **)vector_at(set, i - 1);
		if (words_have(texts, kept, is_one))
			continue;
		free(kept);
		vector_remove(set, i - 1);
	}
}

bool words_number(const char *text, int64_t *number)
{
	char *end;

	if (!text)
		return false;
	errno = 0;
	long long value = strtoll(text, &end, 10);
	if (errno || end == text)
		return false;
	while (ascii_is_space(*end))
		end++;
	*number = value;
	return !*end;
}
