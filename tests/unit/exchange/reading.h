/* Reading text into records kept in memory, for the tests of the readers.
 * Not here: the tests. */
#ifndef FILO_TESTS_EXCHANGE_READING_H
#define FILO_TESTS_EXCHANGE_READING_H

#include "../unit.h"
#include "exchange/record.h"
#include "exchange/source.h"
#include "filo/base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct reading {
	struct vector people;   /* of struct record */
	struct vector entries;  /* of struct entry_record */
	struct vector problems; /* of struct reading_problem */
	enum status status;
};

struct reading_problem {
	int64_t line;
	bool is_refused;
	char reason[200];
};

static enum status reading_person(void *context, struct record *record, struct error *err)
{
	struct reading *reading = context;

	(void)err;
	vector_push(&reading->people, record);
	return STATUS_OK;
}

static enum status reading_entry(void *context, struct entry_record *entry, struct error *err)
{
	struct reading *reading = context;

	(void)err;
	vector_push(&reading->entries, entry);
	return STATUS_OK;
}

static enum status reading_problem_found(
	void *context, int64_t line, bool is_refused, const char *reason, struct error *err)
{
	struct reading *reading = context;
	struct reading_problem problem = { .line = line, .is_refused = is_refused };

	(void)err;
	assert_true(*reason);
	snprintf(problem.reason, sizeof problem.reason, "%s", reason);
	vector_push(&reading->problems, &problem);
	return STATUS_OK;
}

typedef enum status reader_function(
	struct source *source, const struct record_sink *sink, struct error *err);

static struct reading read_bytes(reader_function *read, const char *bytes, size_t len)
{
	struct reading reading = { .people = VECTOR_INIT(struct record),
		.entries = VECTOR_INIT(struct entry_record),
		.problems = VECTOR_INIT(struct reading_problem) };
	const struct record_sink sink = { &reading,
		date_to_day((struct civil_date){ 2026, 11, 23 }), reading_person, reading_entry,
		reading_problem_found };
	struct source *source = memory_new(sizeof *source);
	struct error err;

	assert_int_equal(source_open_bytes(source, bytes, len, &err), STATUS_OK);
	reading.status = read(source, &sink, &err);
	source_close(source);
	free(source);
	return reading;
}

static void reading_fini(struct reading *reading)
{
	struct record *record;
	struct entry_record *entry;

	VECTOR_EACH (record, &reading->people)
		record_fini(record);
	VECTOR_EACH (entry, &reading->entries)
		conversation_fini(&entry->conversation);
	vector_fini(&reading->people);
	vector_fini(&reading->entries);
	vector_fini(&reading->problems);
}

static inline const struct contact *person_at(const struct reading *reading, size_t index)
{
	assert_true(index < reading->people.count);
	return &((struct record *)vector_at(&reading->people, index))->contact;
}

static inline const struct conversation *entry_at(const struct reading *reading, size_t index)
{
	assert_true(index < reading->entries.count);
	return &((struct entry_record *)vector_at(&reading->entries, index))->conversation;
}

static inline const struct reading_problem *problem_at(const struct reading *reading, size_t index)
{
	assert_true(index < reading->problems.count);
	return vector_at(&reading->problems, index);
}

static inline const char *channel_at(const struct contact *contact, size_t index)
{
	assert_true(index < contact->channels.count);
	return ((struct channel *)vector_at(&contact->channels, index))->value;
}

static inline const char *kept_at(const struct contact *contact, size_t index)
{
	assert_true(index < contact->kept.count);
	return ((struct kept_property *)vector_at(&contact->kept, index))->line;
}

#endif
