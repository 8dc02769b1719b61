/* JSON from a stream through yajl: small trees, one element at a time.
 * Not here: writing (json_write.c). */
#include "exchange/json/json_read.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"

#include <stdlib.h>
#include <string.h>
#include <yajl/yajl_parse.h>

#define DEPTH_MAX 16

struct tree {
	struct json_value root; /* of the element being built */
	struct json_value *open[DEPTH_MAX];
	size_t depth;         /* how many are open */
	int outer;            /* 0: before the object, 1: in it, 2: in an array that is a section */
	char *section;        /* its name */
	char *key;            /* for the next value */
	int64_t line, begins; /* that of the element being built */
	size_t pending_bytes; /* read since the latest key or value ended: of the one under way */
	enum status (*each)(void *context, const char *section, const struct json_value *element,
		int64_t line, struct error *err);
	void *context;
	enum status status;
	struct error *err;
};

static void value_fini(struct json_value *value)
{
	VECTOR_FINI(struct json_value, &value->children, value_fini);
	free(value->key);
	free(value->text);
}

static int json_read_hand_on(struct tree *tree)
{
	tree->status =
		tree->each(tree->context, tree->section, &tree->root, tree->begins, tree->err);
	value_fini(&tree->root);
	tree->root = (struct json_value){ 0 };
	return tree->status == STATUS_OK;
}

static int json_read_refuse(struct tree *tree)
{
	tree->status = error_set(tree->err, STATUS_INVALID,
		_("Line %lld: this is not how filo writes JSON"), (long long)tree->line);
	return 0;
}

static int refuse_long(struct tree *tree)
{
	tree->status = error_set(tree->err, STATUS_INVALID,
		_("Line %lld: this property is longer than 16 MB"), (long long)tree->line);
	return 0;
}

/* Puts a value where it belongs; containers stay open. */
static int json_read_put(struct tree *tree, struct json_value value)
{
	bool is_container = value.type == JSON_ARRAY || value.type == JSON_OBJECT;
	struct json_value *place = &tree->root;

	tree->pending_bytes = 0;
	value.key = tree->key;
	tree->key = NULL;
	vector_init(&value.children, sizeof value);
	if (!tree->outer || tree->depth == DEPTH_MAX) {
		value_fini(&value);
		return json_read_refuse(tree);
	}
	if (tree->depth) {
		place = vector_push(&tree->open[tree->depth - 1]->children, &value);
	} else {
		*place = value;
		tree->begins = tree->line;
	}
	if (is_container)
		tree->open[tree->depth++] = place;
	else if (!tree->depth)
		return json_read_hand_on(tree);
	return 1;
}

static int on_null(void *context)
{
	return json_read_put(context, (struct json_value){ .type = JSON_NULL });
}

static int on_bool(void *context, int value)
{
	return json_read_put(context, (struct json_value){ .type = JSON_BOOL, .number = value });
}

static int on_integer(void *context, long long value)
{
	return json_read_put(context, (struct json_value){ .type = JSON_NUMBER, .number = value });
}

/* filo writes whole numbers only. */
static int on_double(void *context, double value)
{
	int64_t whole = value > -1e15 && value < 1e15 ? (int64_t)value : 0;

	return json_read_put(context, (struct json_value){ .type = JSON_NUMBER, .number = whole });
}

static int on_string(void *context, const unsigned char *text, size_t len)
{
	struct tree *tree = context;

	if (len > SOURCE_LINE_MAX)
		return refuse_long(tree);
	/* A NUL inside (\u0000) ends the text. */
	return json_read_put(context, (struct json_value){ .type = JSON_STRING,
					      .text = memory_copy_bytes((const char *)text, len) });
}

static int on_key(void *context, const unsigned char *key, size_t len)
{
	struct tree *tree = context;

	tree->pending_bytes = 0;
	if (len > SOURCE_LINE_MAX)
		return refuse_long(tree);
	free(tree->key);
	tree->key = memory_copy_bytes((const char *)key, len);
	if (tree->outer == 1 && !tree->depth)
		memory_replace_string(&tree->section, tree->key);
	return 1;
}

static int on_object_open(void *context)
{
	struct tree *tree = context;

	if (tree->outer) {
		return json_read_put(tree, (struct json_value){ .type = JSON_OBJECT });
	}
	tree->outer = 1;
	return 1;
}

static int on_array_open(void *context)
{
	struct tree *tree = context;

	if (tree->outer == 1 && !tree->depth) {
		free(tree->key);
		tree->key = NULL;
		tree->outer = 2;
		return 1;
	}
	return json_read_put(tree, (struct json_value){ .type = JSON_ARRAY });
}

static int close_container(void *context)
{
	struct tree *tree = context;

	tree->pending_bytes = 0;
	if (tree->depth)
		return --tree->depth ? 1 : json_read_hand_on(tree);
	if (tree->outer)
		tree->outer--;
	return 1;
}

static const yajl_callbacks callbacks = {
	.yajl_null = on_null,
	.yajl_boolean = on_bool,
	.yajl_integer = on_integer,
	.yajl_double = on_double,
	.yajl_string = on_string,
	.yajl_start_map = on_object_open,
	.yajl_map_key = on_key,
	.yajl_end_map = close_container,
	.yajl_start_array = on_array_open,
	.yajl_end_array = close_container,
};

static void json_read_parse_block(
	struct tree *tree, yajl_handle parser, const char *bytes, size_t len)
{
	while (len && tree->status == STATUS_OK) {
		const char *lf = memchr(bytes, '\n', len);
		size_t part = lf ? (size_t)(lf - bytes) + 1 : len;
		tree->pending_bytes += part;
		yajl_status parsed = yajl_parse(parser, (const unsigned char *)bytes, part);
		if (parsed != yajl_status_ok && tree->status == STATUS_OK)
			json_read_refuse(tree);
		/* The parser keeps all of a text that has not ended. */
		else if (tree->pending_bytes > SOURCE_LINE_MAX && tree->status == STATUS_OK)
			refuse_long(tree);
		tree->line += lf != NULL;
		bytes += part;
		len -= part;
	}
}

enum status json_read(struct source *source,
	enum status (*each)(void *context, const char *section, const struct json_value *element,
		int64_t line, struct error *err),
	void *context, struct error *err)
{
	struct tree tree = { .each = each, .context = context, .line = 1, .err = err };
	yajl_handle parser = yajl_alloc(&callbacks, NULL, &tree);
	const char *bytes;
	size_t len = 1;

	while (tree.status == STATUS_OK && len) {
		tree.status = source_peek(source, &bytes, &len, err);
		if (tree.status == STATUS_OK)
			json_read_parse_block(&tree, parser, bytes, len);
		source_take(source, len);
	}
	if (tree.status == STATUS_OK && yajl_complete_parse(parser) != yajl_status_ok &&
		tree.status == STATUS_OK)
		json_read_refuse(&tree);
	value_fini(&tree.root);
	free(tree.key);
	free(tree.section);
	yajl_free(parser);
	return tree.status;
}

static const struct json_value *json_read_member(const struct json_value *object, const char *key)
{
	struct json_value *child;

	VECTOR_EACH (child, &object->children)
		if (child->key && !strcmp(child->key, key))
			return child;
	return NULL;
}

const char *json_text(const struct json_value *object, const char *key)
{
	const struct json_value *member = json_read_member(object, key);

	return member && member->type == JSON_STRING ? member->text : NULL;
}

int64_t json_number(const struct json_value *object, const char *key, int64_t missing)
{
	const struct json_value *member = json_read_member(object, key);
	bool is_number = member && (member->type == JSON_NUMBER || member->type == JSON_BOOL);

	return is_number ? member->number : missing;
}

const struct vector *json_elements(const struct json_value *object, const char *key)
{
	static const struct vector none = VECTOR_INIT(struct json_value);
	const struct json_value *member = json_read_member(object, key);

	return member && member->type == JSON_ARRAY ? &member->children : &none;
}
