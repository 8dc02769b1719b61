/* A growing string of bytes, always ended by a NUL.
 * Not here: what the bytes mean (text.h). */
#ifndef FILO_BASE_STRBUF_H
#define FILO_BASE_STRBUF_H

#include <stddef.h>

/* `STRBUF_INIT` is a valid empty string that owns nothing. `data` is never NULL. */
struct strbuf {
	char *data;
	size_t len;      /* bytes, without the NUL */
	size_t capacity; /* 0 while nothing is owned */
};

extern char strbuf_empty[1];
#define STRBUF_INIT                                                                                \
	{                                                                                          \
		.data = strbuf_empty, .len = 0, .capacity = 0                                      \
	}

void strbuf_init(struct strbuf *sb);
void strbuf_fini(struct strbuf *sb);  /* frees; leaves it empty and usable */
void strbuf_clear(struct strbuf *sb); /* empties, keeps the memory */
void strbuf_add(struct strbuf *sb, const char *s);
void strbuf_add_bytes(struct strbuf *sb, const char *s, size_t len_bytes);
void strbuf_add_char(struct strbuf *sb, char c);
void strbuf_add_format(struct strbuf *sb, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* A list in a buffer of its own: `between` and `item`, or the item alone when it is the first. */
void strbuf_add_item(struct strbuf *list, const char *between, const char *item);
/* Removes `count` bytes at `at` and puts `len_bytes` of `s` there. */
void strbuf_splice(struct strbuf *sb, size_t at, size_t count, const char *s, size_t len_bytes);
void strbuf_truncate(struct strbuf *sb, size_t len_bytes);
/* Hands over the string, leaving `sb` empty. Caller frees with free(). */
char *strbuf_take(struct strbuf *sb);

#endif
