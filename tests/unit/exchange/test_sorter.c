/* Tests of sorting more than memory shall hold, and that days of a history come out the same
 * wherever they were kept meanwhile.
 * Not here: the rules that make days (test_history.c, tests/cli/history.sh). */
#include "../unit.h"
#include "exchange/history/sorter.h"

#include "exchange/history/day_words.h"
#include "exchange/history/days.h"
#include "exchange/history/gather.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct thing {
	uint32_t key, at;
};

static uint32_t next_number(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

static int compare_things(const void *a, const void *b)
{
	const struct thing *one = a, *other = b;

	if (one->key != other->key)
		return one->key < other->key ? -1 : 1;
	return (one->at > other->at) - (one->at < other->at);
}

static void push_things(struct sorter *sorter, uint32_t count, uint32_t seed)
{
	for (uint32_t i = 0; i < count; i++) {
		const struct thing thing = { next_number(&seed) % 50, i };
		sorter_push(sorter, &thing);
	}
}

static void what_does_not_fit_is_sorted_all_the_same(void **state)
{
	static const uint32_t counts[] = { 0, 1, 7, 8, 9, 64, 20000 };

	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		struct sorter all, few;
		const struct thing *one, *other;
		sorter_init(&all, sizeof *one, SIZE_MAX, compare_things);
		sorter_init(&few, sizeof *one, 8, compare_things);
		push_things(&all, counts[i], 7);
		push_things(&few, counts[i], 7);
		assert_true(few.items.count <= 8);
		/* as often as one likes */
		for (int pass = 0; pass < 2; pass++) {
			uint32_t seen = 0;
			sorter_begin(&all);
			sorter_begin(&few);
			while ((one = sorter_next(&all))) {
				other = sorter_next(&few);
				assert_non_null(other);
				assert_memory_equal(one, other, sizeof *one);
				seen++;
			}
			assert_null(sorter_next(&few));
			assert_int_equal(seen, counts[i]);
		}
		assert_int_equal(sorter_check(&few, NULL), STATUS_OK);
		sorter_fini(&all);
		sorter_fini(&few);
	}
}

static void a_file_that_fails_is_told(void **state)
{
	struct sorter sorter;
	struct error err;

	sorter_init(&sorter, sizeof(struct thing), 8, compare_things);
	push_things(&sorter, 100, 3);
	sorter_begin(&sorter);
	assert_int_equal(ftruncate(fileno(sorter.file), 16), 0);
	while (sorter_next(&sorter))
		continue;
	assert_int_equal(sorter_check(&sorter, &err), STATUS_IO);
	sorter_fini(&sorter);
}

static void texts_come_back_until_their_file_fails(void **state)
{
	struct texts texts = { 0 };
	struct strbuf out = STRBUF_INIT;
	struct error err;

	texts_read(&texts, 0, 0, &out);
	assert_int_equal(texts_check(&texts, &err), STATUS_IO); /* nothing was added */
	texts_fini(&texts);
	int64_t one = texts_add(&texts, "one", 3), two = texts_add(&texts, "two words", 9);
	texts_read(&texts, two, 9, &out);
	texts_read(&texts, one, 3, &out);
	assert_string_equal(out.data, "two wordsone");
	assert_int_equal(texts_check(&texts, &err), STATUS_OK);
	assert_int_equal(ftruncate(fileno(texts.file), 5), 0);
	texts_read(&texts, two, 9, &out);
	assert_string_equal(out.data, "two wordsone");
	assert_int_equal(texts_check(&texts, &err), STATUS_IO);
	texts_fini(&texts);
	strbuf_fini(&out);
}

/* Messages of a few people, in direct conversations and a group, over some weeks, out of order. */
static char *make_records(uint32_t seed, int count)
{
	struct strbuf out = STRBUF_INIT;

	for (int i = 0; i < count; i++) {
		uint32_t person = next_number(&seed) % 5, day = next_number(&seed) % 40;
		bool is_mine = next_number(&seed) % 2, is_group = next_number(&seed) % 4 == 0;
		bool is_call = next_number(&seed) % 9 == 0;
		strbuf_add_format(&out,
			"{\"when\":\"2026-%02u-%02u %02u:%02u\",\"thread\":\"%s%u\",\"by\":\"%s\","
			"\"who\":\"Person %u\"%s}\n",
			9 + day / 28, 1 + day % 28, next_number(&seed) % 24,
			next_number(&seed) % 60, is_group ? "g" : "t", is_group ? 0 : person,
			is_mine ? "me" : "them", person,
			is_call ? ",\"medium\":\"call\",\"seconds\":60" : "");
		if (i % 200 == 150)
			strbuf_add(&out, "{\"filo\":\"messages 1\",\"source\":\"signal\",\"name\":"
					 "\"next\"}\n");
	}
	return strbuf_take(&out);
}

static enum status take(void *context, const struct history_record *record, struct error *err)
{
	(void)err;
	assert_int_not_equal(record->kind, RECORD_BROKEN);
	assert_null(gathering_take(context, record));
	return STATUS_OK;
}

static void describe_days(struct strbuf *out, struct history_days *days)
{
	const struct history_day *day;

	while (history_days_next(days)) {
		VECTOR_EACH (day, &days->days) {
			strbuf_add_format(out, "%d %u %u %u %d %d %d:%d %d %d %d %d with",
				day->kind, day->person, day->place, day->source, day->medium,
				day->contact_day, day->tally.day, day->tally.minute,
				day->tally.direction, day->tally.tally.from_me,
				day->tally.tally.from_them, day->tally.tally.seconds);
			for (size_t i = 0; i < day->with_count; i++)
				strbuf_add_format(out, " %u",
					*(uint32_t *)vector_at(&days->with, day->with_at + i));
			strbuf_add(out, "\n");
		}
		strbuf_add(out, "--\n");
	}
}

static char *days_with(const char *records, size_t items_max)
{
	const struct history_options options = { .groups = HISTORY_GROUPS_SMALL };
	struct source *source = memory_new(sizeof *source);
	struct gathering gathering;
	struct moments moments;
	struct history_days days;
	struct strbuf out = STRBUF_INIT;
	struct error err;

	gathering_init(&gathering);
	moments_begin(&moments, "Europe/Rome");
	gathering.moments = &moments;
	gathering.today = 30000;
	gathering.days.items_max = items_max;
	assert_int_equal(source_open_bytes(source, records, strlen(records), &err), STATUS_OK);
	assert_int_equal(history_records_json(source, take, &gathering, &err), STATUS_OK);
	source_close(source);
	free(source);
	gathering_close(&gathering);
	history_days_init(&days);
	days.made.items_max = items_max;
	assert_int_equal(history_days_make(&days, &gathering, &options, &err), STATUS_OK);
	describe_days(&out, &days);
	assert_int_equal(history_days_check(&days, &err), STATUS_OK);
	history_days_fini(&days);
	moments_end(&moments);
	gathering_fini(&gathering);
	return strbuf_take(&out);
}

static void days_are_the_same_wherever_they_were_kept(void **state)
{
	for (uint32_t seed = 1; seed < 6; seed++) {
		char *records = make_records(seed, 900);
		char *all = days_with(records, SIZE_MAX), *few = days_with(records, 5);
		assert_true(strlen(all) > 1000);
		assert_string_equal(all, few);
		free(all);
		free(few);
		free(records);
	}
}

/* A byte between two members would be whatever the memory had. */
static void what_goes_to_a_file_has_no_gaps(void **state)
{
	const struct gathered_words words;
	const struct day_saying saying;

	assert_int_equal(sizeof words, sizeof words.local + sizeof words.text_at +
					       sizeof words.text_bytes + sizeof words.thread +
					       sizeof words.author + sizeof words.order +
					       sizeof words.medium + sizeof words.bulk +
					       sizeof words.has_time + sizeof words.rest);
	assert_int_equal(sizeof saying,
		sizeof saying.contact + sizeof saying.local + sizeof saying.text_at +
			sizeof saying.source + sizeof saying.contact_day + sizeof saying.order +
			sizeof saying.author + sizeof saying.text_bytes + sizeof saying.medium +
			sizeof saying.has_time + sizeof saying.is_mine + sizeof saying.is_mail);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_does_not_fit_is_sorted_all_the_same),
		cmocka_unit_test(a_file_that_fails_is_told),
		cmocka_unit_test(texts_come_back_until_their_file_fails),
		cmocka_unit_test(days_are_the_same_wherever_they_were_kept),
		cmocka_unit_test(what_goes_to_a_file_has_no_gaps),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
