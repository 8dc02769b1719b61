/* JSON written to a stream through yajl's generator.
 * Not here: what is written; that is each caller's affair. */
#include "filo/exchange/json_write.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <yajl/yajl_gen.h>

struct json_writer {
	FILE *out;
	yajl_gen gen;
	int failed; /* errno of the first failed write; 0: none */
	bool wants_line;
	size_t len; /* bytes that wait: yajl gives a few at a time */
	char waiting[16384];
};

static void write_out(struct json_writer *json, const char *s, size_t len)
{
	if (!json->failed && fwrite(s, 1, len, json->out) != len)
		json->failed = errno ? errno : EIO;
}

static void write_waiting(struct json_writer *json)
{
	write_out(json, json->waiting, json->len);
	json->len = 0;
}

static void write_bytes(struct json_writer *json, const char *s, size_t len)
{
	if (len > sizeof json->waiting - json->len)
		write_waiting(json);
	if (len > sizeof json->waiting) {
		write_out(json, s, len);
		return;
	}
	memcpy(json->waiting + json->len, s, len);
	json->len += len;
}

/* yajl gives the comma between two elements on its own: a wanted line break comes after it. */
static void json_write_print(void *context, const char *s, size_t len)
{
	struct json_writer *json = context;
	bool is_comma = len == 1 && *s == ',';

	if (json->wants_line && !is_comma)
		write_bytes(json, "\n", 1);
	write_bytes(json, s, len);
	if (json->wants_line && is_comma)
		write_bytes(json, "\n", 1);
	json->wants_line = false;
}

struct json_writer *json_begin(FILE *out)
{
	struct json_writer *json = memory_new(sizeof *json);

	json->out = out;
	json->gen = yajl_gen_alloc(NULL);
	yajl_gen_config(json->gen, yajl_gen_print_callback, json_write_print, json);
	return json;
}

enum status json_end(struct json_writer *json, struct error *err)
{
	write_bytes(json, "\n", 1);
	write_waiting(json);
	if (fflush(json->out) && !json->failed)
		json->failed = errno;
	int failed = json->failed;
	yajl_gen_free(json->gen);
	free(json);
	if (failed)
		return error_set(err, STATUS_IO, _("Could not write: %s"), strerror(failed));
	return STATUS_OK;
}

void json_object_open(struct json_writer *json)
{
	yajl_gen_map_open(json->gen);
}

void json_object_close(struct json_writer *json)
{
	yajl_gen_map_close(json->gen);
}

void json_array_open(struct json_writer *json)
{
	yajl_gen_array_open(json->gen);
}

void json_array_close(struct json_writer *json)
{
	yajl_gen_array_close(json->gen);
}

void json_line(struct json_writer *json)
{
	json->wants_line = true;
}

void json_key(struct json_writer *json, const char *key)
{
	yajl_gen_string(json->gen, (const unsigned char *)key, strlen(key));
}

static void json_null(struct json_writer *json)
{
	yajl_gen_null(json->gen);
}

void json_string(struct json_writer *json, const char *value)
{
	size_t len = value ? strlen(value) : 0;

	if (!value) {
		json_null(json);
	} else if (text_is_valid(value, len)) {
		yajl_gen_string(json->gen, (const unsigned char *)value, len);
	} else {
		char *repaired = text_repair(value, len);
		yajl_gen_string(json->gen, (unsigned char *)repaired, strlen(repaired));
		free(repaired);
	}
}

void json_int(struct json_writer *json, int64_t value)
{
	yajl_gen_integer(json->gen, value);
}

void json_double(struct json_writer *json, double value)
{
	char number[32];

	if (!isfinite(value)) {
		json_null(json);
		return;
	}
	snprintf(number, sizeof number, "%.7g", value);
	/* The locale may write 0,5. */
	for (char *c = number; *c; c++)
		if (!strchr("+-0123456789e", *c))
			*c = '.';
	yajl_gen_number(json->gen, number, strlen(number));
}

void json_bool(struct json_writer *json, bool value)
{
	yajl_gen_bool(json->gen, value);
}

void json_day(struct json_writer *json, day_number day)
{
	char iso[DATE_ISO_SIZE];

	if (day == DAY_NONE)
		json_null(json);
	else
		json_string(json, date_format_iso(day, iso));
}

void json_put_string(struct json_writer *json, const char *key, const char *value)
{
	json_key(json, key);
	json_string(json, value);
}

void json_put_int(struct json_writer *json, const char *key, int64_t value)
{
	json_key(json, key);
	json_int(json, value);
}

void json_put_int_or_null(struct json_writer *json, const char *key, int64_t value, int64_t none)
{
	json_key(json, key);
	if (value == none)
		json_null(json);
	else
		json_int(json, value);
}

void json_put_double(struct json_writer *json, const char *key, double value)
{
	json_key(json, key);
	json_double(json, value);
}

void json_put_bool(struct json_writer *json, const char *key, bool value)
{
	json_key(json, key);
	json_bool(json, value);
}

void json_put_day(struct json_writer *json, const char *key, day_number day)
{
	json_key(json, key);
	json_day(json, day);
}
