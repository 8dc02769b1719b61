/* Writing records, with yajl.
 * Not here: reading them (filo itself). */
#include "read/records.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* A file of something else may have a problem in each line: so many of them are told. */
enum { PROGRESS_BYTES = 4 * 1024 * 1024, SAME_PROBLEMS_MAX = 100 };

/* 1973 in milliseconds, the year 5138 in seconds. */
static const int64_t surely_ms = INT64_C(100000000000);

struct left_out {
	const char *what;
	unsigned long count;
};

static void records_print(void *context, const char *bytes, size_t len)
{
	fwrite_unlocked(bytes, 1, len, context);
}

void records_init(struct records *records, FILE *out)
{
	*records = (struct records){ .out = out, .left_out = VECTOR_INIT(struct left_out) };
	records->gen = yajl_gen_alloc(NULL);
	yajl_gen_config(records->gen, yajl_gen_print_callback, records_print, out);
}

void records_fini(struct records *records)
{
	yajl_gen_free(records->gen);
	vector_fini(&records->left_out);
	free(records->source);
	free(records->name);
	free(records->mended_file);
}

static void records_key(struct records *records, const char *key)
{
	if (key)
		yajl_gen_string(records->gen, (const unsigned char *)key, strlen(key));
}

void records_open(struct records *records, const char *key)
{
	records_key(records, key);
	yajl_gen_map_open(records->gen);
}

void records_list(struct records *records, const char *key)
{
	records_key(records, key);
	yajl_gen_array_open(records->gen);
}

/* Where a text of `len` bytes is cut so as to have RECORDS_TEXT_MAX at most, between characters. */
static size_t records_cut(const char *value, size_t len)
{
	if (len <= RECORDS_TEXT_MAX)
		return len;
	len = RECORDS_TEXT_MAX;
	while (len && ((unsigned char)value[len] & 0xc0) == 0x80)
		len--;
	return len;
}

static bool records_is_ascii(const char *value, size_t len)
{
	unsigned char any = 0;

	for (size_t i = 0; i < len; i++)
		any |= (unsigned char)(value[i] & 0x80) | (unsigned char)(!value[i] << 7);
	return !any;
}

static void records_put(struct records *records, const char *key, const char *value, size_t len)
{
	records_key(records, key);
	if (records_is_ascii(value, len) || text_is_valid(value, len)) {
		yajl_gen_string(records->gen, (const unsigned char *)value, len);
		return;
	}
	char *mended = text_repair(value, len);
	yajl_gen_string(records->gen, (const unsigned char *)mended, strlen(mended));
	free(mended);
}

void records_bytes(struct records *records, const char *key, const char *value, size_t len)
{
	records_put(records, key, value, records_cut(value, len));
}

void records_whole(struct records *records, const char *key, const char *value)
{
	records_put(records, key, value, strlen(value));
}

void records_text(struct records *records, const char *key, const char *value)
{
	if (value)
		records_bytes(records, key, value, strlen(value));
}

void records_number(struct records *records, const char *key, int64_t value)
{
	records_key(records, key);
	yajl_gen_integer(records->gen, value);
}

void records_true(struct records *records, const char *key)
{
	records_key(records, key);
	yajl_gen_bool(records->gen, 1);
}

void records_texts(struct records *records, const char *key, const struct vector *texts)
{
	char *const *text;

	records_list(records, key);
	VECTOR_EACH (text, texts)
		records_text(records, NULL, *text);
	records_close_list(records);
}

void records_one(struct records *records, const char *key, const char *value)
{
	records_list(records, key);
	records_text(records, NULL, value);
	records_close_list(records);
}

void records_close_list(struct records *records)
{
	yajl_gen_array_close(records->gen);
}

void records_close(struct records *records)
{
	yajl_gen_map_close(records->gen);
}

void records_finish(struct records *records)
{
	yajl_gen_map_close(records->gen);
	yajl_gen_reset(records->gen, NULL);
	putc_unlocked('\n', records->out);
}

static void records_flush_left_out(struct records *records)
{
	const struct left_out *left;

	VECTOR_EACH (left, &records->left_out) {
		records_open(records, NULL);
		records_text(records, "left_out", left->what);
		records_number(records, "count", (int64_t)left->count);
		records_finish(records);
	}
	vector_clear(&records->left_out);
}

static void records_note_mended(
	struct records *records, const char *name, const char *key, int64_t place)
{
	struct strbuf file = STRBUF_INIT;

	if (records->mended++)
		return;
	strbuf_add(&file, records->file ? records->file : "");
	if (name)
		strbuf_add_format(&file, "/%s", name);
	free(records->mended_file);
	records->mended_file = strbuf_take(&file);
	records->mended_key = key;
	records->mended_place = place;
}

void records_mended(struct records *records, int64_t line)
{
	records_note_mended(records, NULL, "line", line);
}

void records_mended_at(struct records *records, const char *name, int64_t offset_bytes)
{
	records_note_mended(records, name, "offset", offset_bytes);
}

static void records_flush_mended(struct records *records)
{
	if (!records->mended)
		return;
	records_open(records, NULL);
	records_text(records, "mended", "Windows-1252");
	records_text(records, "file", records->mended_file);
	if (records->mended_place >= 0)
		records_number(records, records->mended_key, records->mended_place);
	records_number(records, "count", (int64_t)records->mended);
	records_finish(records);
	records->mended = 0;
}

void records_source(struct records *records, const char *source, const char *name)
{
	if (records->source && strcmp(records->source, source) == 0 &&
		strcmp(records->name, name) == 0)
		return;
	records_flush_left_out(records);
	records_flush_mended(records);
	memory_replace_string(&records->source, source);
	memory_replace_string(&records->name, name);
	records_open(records, NULL);
	records_text(records, "filo", "messages 1");
	records_text(records, "source", source);
	records_text(records, "name", name);
	records_finish(records);
}

void records_me(struct records *records, const char *me, const char *why)
{
	records_open(records, NULL);
	records_text(records, "me", me);
	records_text(records, "why", why);
	records_finish(records);
}

void records_person(struct records *records, const char *key, const char *name, const char *phone)
{
	records_open(records, NULL);
	records_open(records, "person");
	records_text(records, "key", key);
	records_text(records, "name", name);
	records_text(records, "phone", phone);
	records_close(records);
	records_finish(records);
}

void records_left_out(struct records *records, const char *what, unsigned long count)
{
	struct left_out *left;

	VECTOR_EACH (left, &records->left_out)
		if (strcmp(left->what, what) == 0) {
			left->count += count;
			return;
		}
	left = vector_push(&records->left_out, NULL);
	*left = (struct left_out){ .what = what, .count = count };
}

static void records_say_problem(struct records *records, const char *what, const char *place_key,
	int64_t place, const char *flag)
{
	if (records->last_problem != what)
		records->same_problems = 0;
	records->last_problem = what;
	if (++records->same_problems > SAME_PROBLEMS_MAX) {
		records_left_out(records, N_("more of the same problem"), 1);
		return;
	}
	records_open(records, NULL);
	records_text(records, "problem", what);
	records_text(records, "file", records->file);
	if (place > 0 || (place == 0 && *place_key == 'o'))
		records_number(records, place_key, place);
	if (flag)
		records_true(records, flag);
	records_finish(records);
}

void records_problem(struct records *records, const char *what, int64_t line)
{
	records_say_problem(records, what, "line", line, NULL);
}

void records_kept(struct records *records, const char *what, int64_t line)
{
	records_say_problem(records, what, "line", line, "kept");
}

void records_unknown(struct records *records, const char *what)
{
	records_say_problem(records, what, "line", 0, "unknown");
}

void records_problem_at(struct records *records, const char *what, int64_t offset_bytes)
{
	records_say_problem(records, what, "offset", offset_bytes, NULL);
}

void records_progress(struct records *records, int64_t read_bytes, int64_t of_bytes)
{
	if (read_bytes - records->read_said < PROGRESS_BYTES)
		return;
	records->read_said = read_bytes;
	records_open(records, NULL);
	records_number(records, "read", read_bytes);
	if (of_bytes > 0)
		records_number(records, "of", of_bytes);
	records_finish(records);
	fflush_unlocked(records->out);
}

void records_end(struct records *records)
{
	records_flush_left_out(records);
	records_flush_mended(records);
	records_open(records, NULL);
	records_true(records, "end");
	records_finish(records);
	fflush_unlocked(records->out);
}

/* Milliseconds, but where they are so few that they would be taken for seconds. */
static void records_moment(struct records *records, int64_t ms)
{
	char text[40];
	struct tm utc;
	time_t seconds = (time_t)(ms / 1000);

	if (ms > surely_ms || !gmtime_r(&seconds, &utc)) {
		records_number(records, "when", ms);
		return;
	}
	strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
	records_text(records, "when", text);
}

void records_message(struct records *records, const struct message *message)
{
	records_open(records, NULL);
	if (message->when)
		records_text(records, "when", message->when);
	else
		records_moment(records, message->when_ms);
	records_text(records, "from", message->from);
	if (message->to)
		records_one(records, "to", message->to);
	records_text(records, "thread", message->thread);
	records_text(records, "medium", message->medium);
	if (message->seconds > 0)
		records_number(records, "seconds", message->seconds);
	records_text(records, "id", message->id);
	records_text(records, "text", message->text);
}
