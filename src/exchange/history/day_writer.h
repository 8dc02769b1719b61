/* Days into the log of a person: new ones, those that grow, those that are there.
 * Not here: what the days are (days.c), who the person is (people.c). */
#ifndef FILO_EXCHANGE_HISTORY_DAY_WRITER_H
#define FILO_EXCHANGE_HISTORY_DAY_WRITER_H

#include "filo/base/number_map.h"
#include "filo/base/vector.h"
#include "filo/exchange/history.h"
#include "filo/people/tally.h"
#include "filo/store/store.h"

struct day_writer {
	struct store *store;
	struct history_report *report; /* counts; borrowed */
	struct number_map forgotten;
	struct vector known;   /* of struct known_entry: the person's log */
	struct vector entries; /* of struct conversation: to be added */
	size_t text_bytes;     /* of their words */
};

enum status day_writer_open(struct day_writer *writer, struct store *store,
	struct history_report *report, struct error *err);
/* Adds what is left to add. */
enum status day_writer_flush(struct day_writer *writer, struct error *err);
void day_writer_fini(struct day_writer *writer);

/* What is to be in the log. Strings borrowed. */
struct day_line {
	const char *source, *source_id;
	enum medium medium;
	day_number contact_day;
	struct day_tally tally;
	const char *text; /* words of the day; NULL: none */
	const contact_id *with;
	size_t with_count;
	bool is_group; /* known by its source_id alone, whoever took part */
	bool can_move; /* to another day, while nobody touched it */
};

/* Reads the log of `contact`, before lines with them alone. */
enum status day_writer_begin(struct day_writer *writer, contact_id contact, struct error *err);
enum status day_writer_add(
	struct day_writer *writer, const struct day_line *line, struct error *err);

/* Whether the log has an entry from this source under this id, or had it. */
bool day_writer_has(const struct day_writer *writer, const char *source, const char *source_id);

/* "KEY/2026-09-01" or "KEY/2026-09-01/call". Caller frees. */
char *day_source_id(const char *key, day_number contact_day, enum medium medium);

#endif
