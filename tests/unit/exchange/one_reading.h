/* What a test reads, one text at a time, and its teardown.
 * Not here: how it is read (reading.h). */
#ifndef FILO_TESTS_EXCHANGE_ONE_READING_H
#define FILO_TESTS_EXCHANGE_ONE_READING_H

#include "exchange/csv/csv_contacts.h"
#include "reading.h"

static struct reading reading;

static inline int forget(void **state)
{
	reading_fini(&reading);
	return 0;
}

static inline void read_text(reader_function *read, const char *text)
{
	reading = read_bytes(read, text, strlen(text));
	assert_int_equal(reading.status, STATUS_OK);
}

/* The first person of a CSV. */
static inline const struct contact *read_contacts(const char *text)
{
	read_text(csv_contacts_read, text);
	return person_at(&reading, 0);
}

#endif
