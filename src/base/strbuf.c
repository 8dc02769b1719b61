/* A growing string of bytes.
 * Not here: UTF-8. */
#include "filo/base/strbuf.h"

#include "filo/base/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char strbuf_empty[1] = "";

void strbuf_init(struct strbuf *sb)
{
	*sb = (struct strbuf)STRBUF_INIT;
}

void strbuf_fini(struct strbuf *sb)
{
	if (sb->capacity)
		free(sb->data);
	strbuf_init(sb);
}

static void strbuf_reserve(struct strbuf *sb, size_t more_bytes)
{
	size_t need = sb->len + more_bytes + 1;
	size_t capacity = sb->capacity ? sb->capacity : 32;

	if (need <= sb->capacity)
		return;
	while (capacity < need)
		capacity *= 2;
	sb->data = memory_resize(sb->capacity ? sb->data : NULL, capacity);
	sb->capacity = capacity;
	sb->data[sb->len] = '\0';
}

void strbuf_clear(struct strbuf *sb)
{
	strbuf_truncate(sb, 0);
}

void strbuf_truncate(struct strbuf *sb, size_t len_bytes)
{
	if (len_bytes >= sb->len)
		return;
	sb->len = len_bytes;
	sb->data[len_bytes] = '\0';
}

void strbuf_add_bytes(struct strbuf *sb, const char *s, size_t len_bytes)
{
	strbuf_reserve(sb, len_bytes);
	if (len_bytes)
		memcpy(sb->data + sb->len, s, len_bytes);
	sb->len += len_bytes;
	sb->data[sb->len] = '\0';
}

void strbuf_add(struct strbuf *sb, const char *s)
{
	strbuf_add_bytes(sb, s, strlen(s));
}

void strbuf_add_char(struct strbuf *sb, char c)
{
	if (sb->len + 1 >= sb->capacity)
		strbuf_reserve(sb, 1);
	sb->data[sb->len++] = c;
	sb->data[sb->len] = '\0';
}

void strbuf_add_format(struct strbuf *sb, const char *format, ...)
{
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len <= 0)
		return;
	strbuf_reserve(sb, (size_t)len);
	va_start(args, format);
	vsnprintf(sb->data + sb->len, (size_t)len + 1, format, args);
	va_end(args);
	sb->len += (size_t)len;
}

void strbuf_add_item(struct strbuf *list, const char *between, const char *item)
{
	if (list->len)
		strbuf_add(list, between);
	strbuf_add(list, item);
}

void strbuf_splice(struct strbuf *sb, size_t at, size_t count, const char *s, size_t len_bytes)
{
	strbuf_reserve(sb, len_bytes);
	memmove(sb->data + at + len_bytes, sb->data + at + count, sb->len - at - count + 1);
	if (len_bytes)
		memcpy(sb->data + at, s, len_bytes);
	sb->len = sb->len - count + len_bytes;
}

char *strbuf_take(struct strbuf *sb)
{
	char *s = sb->capacity ? sb->data : memory_copy_string("");

	strbuf_init(sb);
	return s;
}
