/* Case of A to Z, and nothing else.
 * Not here: folding what people write (text.c). */
#include "filo/base/ascii.h"

#include <string.h>

char ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

char ascii_upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c & ~0x20) : c;
}

bool ascii_is_alnum(char c)
{
	return (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z') || (c >= '0' && c <= '9');
}

bool ascii_is_space(char c)
{
	return c && strchr(" \t\r\n\v\f", c);
}

bool ascii_equal_bytes(const char *a, const char *b, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (ascii_lower(a[i]) != ascii_lower(b[i]))
			return false;
	return true;
}

bool ascii_equal(const char *a, const char *b)
{
	size_t len = strlen(a);

	return len == strlen(b) && ascii_equal_bytes(a, b, len);
}

bool ascii_is_among(const char *text, const char *const *words)
{
	while (*words && !ascii_equal(text, *words))
		words++;
	return *words;
}

bool ascii_begins(const char *text, const char *prefix)
{
	while (*prefix && ascii_lower(*text) == ascii_lower(*prefix)) {
		text++;
		prefix++;
	}
	return !*prefix;
}

bool ascii_is_near(const char *a, const char *b)
{
	while (*a && ascii_lower(*a) == ascii_lower(*b)) {
		a++;
		b++;
	}
	size_t a_len = strlen(a), b_len = strlen(b);
	while (a_len && b_len && ascii_equal_bytes(a + a_len - 1, b + b_len - 1, 1)) {
		a_len--;
		b_len--;
	}
	return (a_len <= 1 && b_len <= 1) ||
	       (a_len == 2 && b_len == 2 && ascii_equal_bytes(a, b + 1, 1) &&
		       ascii_equal_bytes(a + 1, b, 1));
}

const char *ascii_find(const char *text, const char *word)
{
	for (; *text; text++)
		if (ascii_begins(text, word))
			return text;
	return NULL;
}
