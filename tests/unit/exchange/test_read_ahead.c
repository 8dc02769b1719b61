/* Reading on a thread of its own: nothing lost, in order, and an end from either side.
 * Not here: what is read (test_csv.c), whole imports (test_import.c). */
#include "../unit.h"
#include "exchange/read_ahead.h"
#include "filo/base/memory.h"

#include <stdlib.h>
#include <string.h>

/* More than is handed over at once. */
#define MANY ((int64_t)40000)

/* The reader: entries of days 0, 1, 2, ...; every thousandth line is a problem instead. */
struct made {
	int64_t lines;
	enum status end; /* how it ends */
};
static struct made made;

static enum status make(struct source *source, const struct record_sink *sink, struct error *err)
{
	enum status status = STATUS_OK;

	(void)source;
	for (int64_t line = 0; line < made.lines && status == STATUS_OK; line++) {
		struct entry_record entry = { .line = line };
		if (line % 1000 == 999) {
			status = sink->problem(sink->context, line, true, "odd", err);
			continue;
		}
		conversation_init(&entry.conversation);
		entry.conversation.day = (day_number)line;
		memory_replace_string(&entry.conversation.summary, "summary");
		status = sink->entry(sink->context, &entry, err);
	}
	if (status == STATUS_OK && made.end != STATUS_OK)
		return error_set(err, made.end, "line %lld", (long long)made.lines);
	return status;
}

/* The writer: counts, and after `enough` lines wants no more. */
struct written {
	int64_t lines, problems, enough;
};

static enum status next(struct written *written, int64_t line, struct error *err)
{
	assert_int_equal(line, written->lines);
	if (++written->lines == written->enough)
		return error_set(err, STATUS_DATABASE, "full");
	return STATUS_OK;
}

static enum status write_entry(void *context, struct entry_record *entry, struct error *err)
{
	assert_int_equal(entry->line, entry->conversation.day);
	assert_string_equal(entry->conversation.summary, "summary");
	conversation_fini(&entry->conversation);
	return next(context, entry->line, err);
}

static enum status write_problem(
	void *context, int64_t line, bool is_refused, const char *reason, struct error *err)
{
	struct written *written = context;

	assert_true(is_refused);
	assert_string_equal(reason, "odd");
	written->problems++;
	return next(written, line, err);
}

static enum status run(const char *bytes, struct written *written, struct error *err)
{
	const struct record_sink sink = {
		.context = written, .entry = write_entry, .problem = write_problem
	};
	struct source *source = memory_new(sizeof *source);

	assert_int_equal(source_open_bytes(source, bytes, strlen(bytes), err), STATUS_OK);
	enum status status = read_ahead(source, make, &sink, err);
	source_close(source);
	free(source);
	return status;
}

static void all_of_it_comes_in_order(void **state)
{
	/* Of a size that is known: on a thread; else without one. */
	static const char *const sizes[] = { "x", "" };
	struct error err;

	for (int i = 0; i < 2; i++) {
		struct written written = { 0 };
		made = (struct made){ .lines = MANY };
		assert_int_equal(run(sizes[i], &written, &err), STATUS_OK);
		assert_int_equal(written.lines, MANY);
		assert_int_equal(written.problems, MANY / 1000);
	}
}

static void what_came_before_an_error_is_passed_on_with_it(void **state)
{
	struct written written = { 0 };
	struct error err;

	made = (struct made){ .lines = MANY + 1, .end = STATUS_INVALID };
	assert_int_equal(run("x", &written, &err), STATUS_INVALID);
	assert_string_equal(err.message, "line 40001");
	assert_int_equal(written.lines, MANY + 1);
}

static void who_wants_no_more_gets_no_more(void **state)
{
	static const int64_t enough[] = { 1, 1000, MANY - 1 };
	struct error err;

	for (size_t i = 0; i < sizeof enough / sizeof *enough; i++) {
		struct written written = { .enough = enough[i] };
		made = (struct made){ .lines = MANY * 2, .end = STATUS_INVALID };
		assert_int_equal(run("x", &written, &err), STATUS_DATABASE);
		assert_string_equal(err.message, "full");
		assert_int_equal(written.lines, enough[i]);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_of_it_comes_in_order),
		cmocka_unit_test(what_came_before_an_error_is_passed_on_with_it),
		cmocka_unit_test(who_wants_no_more_gets_no_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
