/* Walking through JSON, with yajl.
 * Not here: writing it (records.c). */
#include "read/json.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "read/words.h"

#include <stdlib.h>
#include <string.h>
#include <yajl/yajl_parse.h>

enum {
	DEPTH_MAX = 256,
	BLOCK_BYTES = 64 * 1024,
	/* A tree that is larger is no message: what is beyond is dropped. */
	TREE_BYTES_MAX = 160 * 1024 * 1024,
};

/* Memory of trees: all of it is given back at once. */
struct block {
	struct block *before;
	size_t used;
	char bytes[BLOCK_BYTES];
};

struct walk {
	const struct json_walker *walker;
	void *context;
	struct strbuf path;
	size_t ends[DEPTH_MAX]; /* of the path, before each level */
	bool is_list[DEPTH_MAX];
	size_t depth;
	size_t skip_depth; /* levels inside what is skipped */
	struct json *open[DEPTH_MAX], **link[DEPTH_MAX];
	size_t open_count; /* lists and maps open in the tree that is being taken */
	const char *key;   /* in that tree, waiting for its value */
	struct block *blocks;
	size_t bytes;
};

/* Where the walk that goes on is: asked only when something is wrong there. */
static struct {
	yajl_handle parser;
	const char *chunk; /* the bytes at hand */
	const char *piece; /* what of them the parser was given last */
	size_t counted;    /* bytes of the chunk whose lines were counted */
	int64_t line;
} here;

static void *walk_memory(struct walk *walk, size_t size)
{
	size = (size + 7) & ~(size_t)7;
	if (!walk->blocks || walk->blocks->used + size > BLOCK_BYTES) {
		struct block *block = malloc(sizeof *block);
		if (!block)
			abort();
		*block = (struct block){ .before = walk->blocks };
		walk->blocks = block;
	}
	void *memory = walk->blocks->bytes + walk->blocks->used;
	walk->blocks->used += size;
	walk->bytes += size;
	return memory;
}

/* Keeps one block for what comes next. */
static void walk_forget_tree(struct walk *walk)
{
	while (walk->blocks && walk->blocks->before) {
		struct block *block = walk->blocks;
		walk->blocks = block->before;
		free(block);
	}
	if (walk->blocks)
		walk->blocks->used = 0;
	walk->bytes = 0;
	walk->open_count = 0;
	walk->key = NULL;
}

static void walk_fini(struct walk *walk)
{
	walk_forget_tree(walk);
	free(walk->blocks);
	walk->blocks = NULL;
	strbuf_fini(&walk->path);
}

static const char *walk_copy(struct walk *walk, const char *text, size_t len)
{
	if (len > JSON_TEXT_MAX) {
		len = JSON_TEXT_MAX;
		while (len && ((unsigned char)text[len] & 0xc0) == 0x80)
			len--;
	}
	char *copy = walk_memory(walk, len + 1);
	memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

static struct json *walk_add(struct walk *walk, enum json_kind kind)
{
	struct json *value = walk_memory(walk, sizeof *value);

	*value = (struct json){ .kind = kind, .key = walk->key };
	walk->key = NULL;
	if (walk->open_count) {
		*walk->link[walk->open_count - 1] = value;
		walk->link[walk->open_count - 1] = (struct json **)&value->next;
	}
	return value;
}

/* In what is entered, an element of a list begins: its path has "[]". */
static void walk_enter_element(struct walk *walk)
{
	if (walk->depth && walk->is_list[walk->depth - 1]) {
		strbuf_truncate(&walk->path, walk->ends[walk->depth - 1]);
		strbuf_add(&walk->path, "[]");
	}
}

static int walk_scalar(struct walk *walk, enum json_kind kind, const char *text, size_t len)
{
	if (walk->skip_depth || walk->bytes > TREE_BYTES_MAX)
		return 1;
	if (!walk->open_count)
		walk_enter_element(walk);
	struct json *value = walk_add(walk, kind);
	value->text = text ? walk_copy(walk, text, len) : NULL;
	if (!walk->open_count) {
		walk->walker->take(walk->context, walk->path.data, value);
		walk_forget_tree(walk);
	}
	return 1;
}

static int walk_null(void *context)
{
	return walk_scalar(context, JSON_NULL, NULL, 0);
}

static int walk_boolean(void *context, int value)
{
	return walk_scalar(context, value ? JSON_TRUE : JSON_FALSE, NULL, 0);
}

static int walk_number(void *context, const char *text, size_t len)
{
	return walk_scalar(context, JSON_NUMBER, text, len);
}

static int walk_text(void *context, const unsigned char *text, size_t len)
{
	return walk_scalar(context, JSON_TEXT, (const char *)text, len);
}

static int walk_key(void *context, const unsigned char *key, size_t len)
{
	struct walk *walk = context;

	if (walk->skip_depth || walk->bytes > TREE_BYTES_MAX)
		return 1;
	if (walk->open_count) {
		walk->key = walk_copy(walk, (const char *)key, len);
		return 1;
	}
	strbuf_truncate(&walk->path, walk->ends[walk->depth - 1]);
	strbuf_add_char(&walk->path, '.');
	strbuf_add_bytes(&walk->path, (const char *)key, len < 200 ? len : 200);
	return 1;
}

/* Opens a list or map of the tree that is being taken. */
static int walk_open_in_tree(struct walk *walk, bool is_list)
{
	if (walk->open_count == DEPTH_MAX)
		return 0;
	struct json *value = walk_add(walk, is_list ? JSON_LIST : JSON_MAP);
	walk->open[walk->open_count] = value;
	walk->link[walk->open_count] = (struct json **)&value->child;
	walk->open_count++;
	return 1;
}

static int walk_open(struct walk *walk, bool is_list)
{
	if (walk->skip_depth || walk->bytes > TREE_BYTES_MAX) {
		walk->skip_depth++;
		return 1;
	}
	if (walk->open_count)
		return walk_open_in_tree(walk, is_list);
	walk_enter_element(walk);
	switch (walk->walker->enter(walk->context, walk->path.data)) {
	case JSON_TAKE:
		return walk_open_in_tree(walk, is_list);
	case JSON_SKIP:
		walk->skip_depth = 1;
		return 1;
	case JSON_ENTER:
		break;
	}
	if (walk->depth == DEPTH_MAX)
		return 0;
	walk->is_list[walk->depth] = is_list;
	walk->ends[walk->depth++] = walk->path.len;
	return 1;
}

static int walk_close(void *context)
{
	struct walk *walk = context;

	if (walk->skip_depth) {
		walk->skip_depth--;
	} else if (walk->open_count) {
		walk->open_count--;
		if (!walk->open_count) {
			walk->walker->take(walk->context, walk->path.data, walk->open[0]);
			walk_forget_tree(walk);
		}
	} else if (walk->depth) {
		walk->depth--;
		strbuf_truncate(&walk->path, walk->ends[walk->depth]);
		if (walk->walker->leave)
			walk->walker->leave(walk->context, walk->path.data);
	}
	return 1;
}

static int walk_open_map(void *context)
{
	return walk_open(context, false);
}

static int walk_open_list(void *context)
{
	return walk_open(context, true);
}

static const yajl_callbacks walk_callbacks = { .yajl_null = walk_null,
	.yajl_boolean = walk_boolean,
	.yajl_number = walk_number,
	.yajl_string = walk_text,
	.yajl_start_map = walk_open_map,
	.yajl_map_key = walk_key,
	.yajl_end_map = walk_close,
	.yajl_start_array = walk_open_list,
	.yajl_end_array = walk_close };

static yajl_handle walk_parser(struct walk *walk)
{
	yajl_handle parser = yajl_alloc(&walk_callbacks, NULL, walk);

	yajl_config(parser, yajl_dont_validate_strings, 1);
	yajl_config(parser, yajl_allow_trailing_garbage, 1);
	return parser;
}

static int64_t walk_count_lines(const char *bytes, size_t len)
{
	int64_t lines = 0;

	for (const char *at = bytes; (at = memchr(at, '\n', len - (size_t)(at - bytes))); at++)
		lines++;
	return lines;
}

/* Counts the lines of the chunk at hand up to `len` bytes of it. */
static void walk_count_to(size_t len)
{
	if (len > here.counted) {
		here.line += walk_count_lines(here.chunk + here.counted, len - here.counted);
		here.counted = len;
	}
}

int64_t json_walk_line(void)
{
	if (!here.parser)
		return 0;
	walk_count_to((size_t)(here.piece - here.chunk) + yajl_get_bytes_consumed(here.parser));
	return here.line;
}

static yajl_status walk_parse(yajl_handle parser, const unsigned char *bytes, size_t len)
{
	here.piece = (const char *)bytes;
	return yajl_parse(parser, bytes, len);
}

/* Hands bytes on with "\xNN" as "\u00NN". `*is_escaped`: the last byte was a backslash that begins
 * an escape. */
static yajl_status walk_feed_mended(
	yajl_handle parser, const unsigned char *bytes, size_t len, bool *is_escaped)
{
	yajl_status status = yajl_status_ok;
	size_t from = 0, at = 0;

	while (at < len && status == yajl_status_ok) {
		if (!*is_escaped) {
			const unsigned char *slash = memchr(bytes + at, '\\', len - at);
			at = slash ? (size_t)(slash - bytes) + 1 : len;
			*is_escaped = slash != NULL;
			continue;
		}
		*is_escaped = false;
		if (bytes[at] == 'x') {
			status = walk_parse(parser, bytes + from, at - from);
			if (status == yajl_status_ok)
				status = yajl_parse(parser, (const unsigned char *)"u00", 3);
			from = at + 1;
		}
		at++;
	}
	return status == yajl_status_ok ? walk_parse(parser, bytes + from, len - from) : status;
}

/* False when it is broken; `*line` is where. */
static bool walk_stream(struct walk *walk, struct stream *stream, bool mends_x, int64_t *line)
{
	yajl_handle parser = walk_parser(walk);
	yajl_status status = yajl_status_ok;
	bool is_escaped = false;
	const char *bytes;
	size_t len;

	here.line = 1;
	here.parser = parser;
	while (status == yajl_status_ok && (len = stream_chunk(stream, &bytes))) {
		const unsigned char *chunk = (const unsigned char *)bytes;
		here.chunk = here.piece = bytes;
		here.counted = 0;
		status = mends_x ? walk_feed_mended(parser, chunk, len, &is_escaped)
				 : walk_parse(parser, chunk, len);
		walk_count_to(status == yajl_status_ok ? len : 0);
	}
	*line = status == yajl_status_ok ? here.line : json_walk_line();
	if (status == yajl_status_ok)
		status = yajl_complete_parse(parser);
	here.parser = NULL;
	yajl_free(parser);
	return status == yajl_status_ok;
}

void json_walk(struct reading *reading, struct stream *stream, const struct json_walker *walker,
	void *context)
{
	struct walk walk = { .walker = walker, .context = context, .path = STRBUF_INIT };
	int64_t line;

	if (!walk_stream(&walk, stream, walker->mends_x, &line))
		records_problem(reading->records,
			N_("broken or cut JSON: what stands before it was read"), line);
	walk_fini(&walk);
}

/* What is taken whole. */
static struct walk whole;
static const struct json *whole_value;

static enum json_choice whole_enter(void *context, const char *path)
{
	(void)context;
	(void)path;
	return JSON_TAKE;
}

/* The tree outlives the callback: its blocks are taken away from the walk. */
static struct block *whole_blocks;

static void whole_take(void *context, const char *path, const struct json *value)
{
	(void)context;
	(void)path;
	whole_value = value;
	whole_blocks = whole.blocks;
	whole.blocks = NULL;
}

static const struct json_walker whole_walker = { .enter = whole_enter, .take = whole_take };

void json_forget(void)
{
	struct walk old = { .blocks = whole_blocks, .path = STRBUF_INIT };

	walk_fini(&old);
	whole_blocks = NULL;
	whole_value = NULL;
}

static void whole_begin(void)
{
	json_forget();
	whole = (struct walk){ .walker = &whole_walker, .path = STRBUF_INIT };
}

const struct json *json_parse(const char *bytes, size_t len)
{
	whole_begin();
	yajl_handle parser = walk_parser(&whole);
	bool is_good = yajl_parse(parser, (const unsigned char *)bytes, len) == yajl_status_ok &&
		       yajl_complete_parse(parser) == yajl_status_ok;
	yajl_free(parser);
	walk_fini(&whole);
	return is_good ? whole_value : NULL;
}

const struct json *json_parse_stream(struct reading *reading, struct stream *stream)
{
	int64_t line;

	whole_begin();
	bool is_good = walk_stream(&whole, stream, false, &line);
	walk_fini(&whole);
	if (!is_good)
		records_problem(
			reading->records, N_("broken or cut JSON: nothing of it was read"), line);
	return is_good ? whole_value : NULL;
}

const struct json *json_get(const struct json *value, const char *key)
{
	if (!value || value->kind != JSON_MAP)
		return NULL;
	for (const struct json *child = value->child; child; child = child->next)
		if (child->key && strcmp(child->key, key) == 0)
			return child;
	return NULL;
}

const char *json_text_at(const struct json *value, const char *key)
{
	const struct json *found = json_get(value, key);

	return found ? found->text : NULL;
}

bool json_says(const struct json *value, const char *key, const char *text)
{
	const char *own = json_text_at(value, key);

	return own && text && strcmp(own, text) == 0;
}

const struct json *json_first(const struct json *value, const char *key)
{
	const struct json *found = json_get(value, key);

	return found ? found->child : NULL;
}

bool json_number_at(const struct json *value, const char *key, int64_t *number)
{
	char whole_part[32];
	const char *text = json_text_at(value, key);

	if (!text)
		return false;
	size_t len = strcspn(text, ".");
	if (len >= sizeof whole_part)
		return false;
	memcpy(whole_part, text, len);
	whole_part[len] = '\0';
	return words_number(whole_part, number);
}

bool json_is_true(const struct json *value, const char *key)
{
	const struct json *found = json_get(value, key);

	return found && found->kind == JSON_TRUE;
}

char json_head_begins(struct stream *stream)
{
	size_t len;
	const char *head = stream_head(stream, &len);

	while (*head == ' ' || *head == '\t' || *head == '\r' || *head == '\n')
		head++;
	return *head == '{' || *head == '[' ? *head : '\0';
}

bool json_head_has(struct stream *stream, const char *key)
{
	struct strbuf quoted = STRBUF_INIT;
	size_t len;
	const char *head = stream_head(stream, &len);

	strbuf_add_format(&quoted, "\"%s\"", key);
	const char *at = head;
	bool is_key = false;
	while (!is_key && (at = words_find(at, len - (size_t)(at - head), quoted.data))) {
		at += quoted.len;
		const char *after = at;
		while (*after == ' ' || *after == '\t' || *after == '\r' || *after == '\n')
			after++;
		is_key = *after == ':';
	}
	strbuf_fini(&quoted);
	return is_key;
}

/* Behind the text that begins at `at`, a quotation mark; at the end: the end. */
static const char *json_skip_text(const char *at, const char *end)
{
	for (at++; at < end && *at != '"'; at++)
		if (*at == '\\')
			at++;
	return at < end ? at + 1 : end;
}

static const char *json_skip_blanks(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || *at == '\t' || *at == '\r' || *at == '\n'))
		at++;
	return at;
}

static bool json_is_text(const char *at, const char *end, const char *text)
{
	size_t len = strlen(text);

	return (size_t)(end - at) > len + 1 && *at == '"' && !memcmp(at + 1, text, len) &&
	       at[len + 1] == '"';
}

bool json_head_says(struct stream *stream, const char *key, const char *text)
{
	size_t len;
	const char *at = stream_head(stream, &len), *end = at + len;
	int depth = 0;

	while (at < end) {
		depth += (*at == '{' || *at == '[') - (*at == '}' || *at == ']');
		if (*at != '"') {
			at++;
			continue;
		}
		bool is_it = depth == 1 && json_is_text(at, end, key);
		at = json_skip_blanks(json_skip_text(at, end), end);
		if (is_it && at < end && *at == ':')
			return json_is_text(json_skip_blanks(at + 1, end), end, text);
	}
	return false;
}
