/* JSON as it comes: a walk through what is too large to hold, which takes the small things whole.
 * Not here: what the keys mean (a format a file). */
#ifndef FILO_READ_JSON_H
#define FILO_READ_JSON_H

#include "read/formats.h"

enum json_kind { JSON_NULL, JSON_FALSE, JSON_TRUE, JSON_NUMBER, JSON_TEXT, JSON_LIST, JSON_MAP };

/* A value that was taken. Texts are cut at JSON_TEXT_MAX bytes. */
enum { JSON_TEXT_MAX = RECORDS_TEXT_MAX };
struct json {
	const struct json *child, *next; /* of a list or map; the next in the same */
	const char *key;                 /* in a map, else NULL */
	const char *text;                /* of a text, or a number as it is written, else NULL */
	enum json_kind kind;
};

/* NULL when `value` is NULL or has no such key. */
const struct json *json_get(const struct json *value, const char *key);
/* The text or number under a key, as text; NULL when there is none. Borrowed. */
const char *json_text_at(const struct json *value, const char *key);
/* A whole number, also when it is written as a text; the part after a point is dropped. */
bool json_number_at(const struct json *value, const char *key, int64_t *number);
bool json_is_true(const struct json *value, const char *key);
/* Whether the text or number under a key is `text`; not where either is NULL. */
bool json_says(const struct json *value, const char *key, const char *text);
/* The first of the list or map under a key; NULL when there is none. */
const struct json *json_first(const struct json *value, const char *key);

enum json_choice { JSON_SKIP, JSON_ENTER, JSON_TAKE };
/* A path is of keys after a '.' and of "[]" for what is in a list: ".chats.list[].messages[]". */
struct json_walker {
	/* What to do with a list or map. */
	enum json_choice (*enter)(void *context, const char *path);
	/* A value that was to be taken, or a text or number in what was entered. Borrowed. */
	void (*take)(void *context, const char *path, const struct json *value);
	/* A list or map that was entered is over. May be NULL. */
	void (*leave)(void *context, const char *path);
	bool mends_x; /* reads "\\x1f", which is no JSON, as that character */
};
/* Walks through a stream. What is broken is a problem with its line; what came before it counts. */
void json_walk(struct reading *reading, struct stream *stream, const struct json_walker *walker,
	void *context);

/* The line of a stream that is being walked; 0: there is none. */
int64_t json_walk_line(void);

/* A value in `len` bytes, taken whole; NULL when they are broken. Valid until the next call. */
const struct json *json_parse(const char *bytes, size_t len);
/* A stream, taken whole; NULL, after a problem, when it is broken. json_forget frees it. */
const struct json *json_parse_stream(struct reading *reading, struct stream *stream);
void json_forget(void);

/* Whether the head of a stream is JSON that has this key. */
bool json_head_has(struct stream *stream, const char *key);
/* Whether the head is an object that has this text, of letters, digits and signs alone, under this
 * key of its own, not of what stands in it. */
bool json_head_says(struct stream *stream, const char *key, const char *text);
/* '{', '[', or 0 when it begins otherwise. */
char json_head_begins(struct stream *stream);

#endif
