/* JSON written and read in a stream. Not here: what filo puts into it. */
#include "../unit.h"
#include "exchange/json/json_read.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/exchange/json_write.h"

#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static void values_are_written_as_json(void **state)
{
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);
	struct json_writer *json = json_begin(out);
	json_array_open(json);
	json_string(json, "a\"\n\xC3\xA8\xE8");
	json_double(json, 0.1);
	json_double(json, 1234567.4);
	json_double(json, INFINITY);
	json_day(json, 0);
	json_day(json, DAY_NONE);
	json_bool(json, true);
	json_array_close(json);
	assert_int_equal(json_end(json, NULL), STATUS_OK);
	fclose(out);
	assert_string_equal(text, "[\"a\\\"\\n\xC3\xA8\xC3\xA8\",0.1,1234567,null,\"1970-01-01\","
				  "null,true]\n");
	free(text);
}

static void a_full_disk_is_an_error(void **state)
{
	FILE *out = fopen("/dev/full", "w");
	struct error err;
	if (!out)
		skip();
	struct json_writer *json = json_begin(out);
	json_string(json, "x");
	assert_int_equal(json_end(json, &err), STATUS_IO);
	fclose(out);
}

struct seen {
	char sections[64];
	int64_t sum;
};

static enum status note(void *context, const char *section, const struct json_value *element,
	int64_t line, struct error *err)
{
	struct seen *seen = context;

	(void)err;
	(void)line;
	strncat(seen->sections, section, sizeof seen->sections - strlen(seen->sections) - 1);
	seen->sum += element->type == JSON_OBJECT ? json_number(element, "n", 0) : element->number;
	return STATUS_OK;
}

static enum status read_text(const char *text, struct seen *seen)
{
	struct source *source = memory_new(sizeof *source);
	struct error err;
	enum status status = source_open_bytes(source, text, strlen(text), &err);

	if (status == STATUS_OK)
		status = json_read(source, note, seen, &err);
	source_close(source);
	free(source);
	return status;
}

static void elements_come_one_at_a_time_with_their_section(void **state)
{
	struct seen seen = { .sum = 0 };
	assert_int_equal(
		read_text("{\"v\":1,\"a\":[{\"n\":2,\"x\":[1,{\"n\":9}]},{\"n\":3}],\"b\":[4]}",
			&seen),
		STATUS_OK);
	assert_string_equal(seen.sections, "vaab");
	assert_int_equal(seen.sum, 10);
}

static void what_is_no_json_of_ours_is_refused(void **state)
{
	static const char *const texts[] = { "", "[1]", "{\"a\":[", "{\"a\":}", "{} {}", "x" };
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct seen seen = { .sum = 0 };
		assert_int_equal(read_text(texts[i], &seen), STATUS_INVALID);
	}
}

/* A text or a name of more than 16 MB; numbers, and white space beside them, as many as one likes.
 */
static void a_text_that_is_too_long_is_refused(void **state)
{
	static const char *const begins[] = { "{\"v\":\"", "{\"" };
	for (size_t i = 0; i < 2; i++) {
		struct seen seen = { .sum = 0 };
		struct strbuf text = STRBUF_INIT;
		strbuf_add(&text, begins[i]);
		while (text.len < 17 << 20)
			strbuf_add(
				&text, "and so on, and so on, and so on, and so on, and so on, ");
		strbuf_add(&text, i ? "\":1}" : "\"}");
		assert_int_equal(read_text(text.data, &seen), STATUS_INVALID);
		strbuf_fini(&text);
	}
	struct seen seen = { .sum = 0 };
	struct strbuf numbers = STRBUF_INIT;
	strbuf_add(&numbers, "{\"v\":[0");
	for (int i = 0; i < 1 << 20; i++)
		strbuf_add(&numbers, ",           1     ");
	strbuf_add(&numbers, "]}");
	assert_int_equal(read_text(numbers.data, &seen), STATUS_OK);
	strbuf_fini(&numbers);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_written_as_json),
		cmocka_unit_test(a_full_disk_is_an_error),
		cmocka_unit_test(elements_come_one_at_a_time_with_their_section),
		cmocka_unit_test(what_is_no_json_of_ours_is_refused),
		cmocka_unit_test(a_text_that_is_too_long_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
