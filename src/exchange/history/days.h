/* Days of contact out of what was gathered: direct, in small groups, met together.
 * Not here: gathering (gather.c), writing them (writing.c). */
#ifndef FILO_EXCHANGE_HISTORY_DAYS_H
#define FILO_EXCHANGE_HISTORY_DAYS_H

#include "exchange/history/gather.h"
#include "filo/exchange/history.h"
#include "filo/people/tally.h"

enum day_kind { DAY_DIRECT, DAY_GROUP, DAY_MEETING };

/* One entry to be: of a person, a group or a meeting, a medium and a contact day. There may be a
 * million: 80 bytes each. */
struct history_day {
	contact_id contact; /* DAY_DIRECT, of a contact */
	uint32_t person;    /* DAY_DIRECT */
	uint32_t place;     /* the group's thread; the number of the meeting */
	uint32_t source;
	day_number contact_day;
	struct day_tally tally;
	/* Of what is still being joined. */
	int64_t first;
	uint32_t file, order;
	uint32_t with_at, with_count; /* DAY_GROUP, DAY_MEETING: among `with` */
	uint8_t kind;                 /* enum day_kind */
	uint8_t medium;               /* enum medium */
	bool has_time;
	uint8_t rest[5]; /* zero: in a file no byte is left to chance */
};

struct history_days {
	struct vector days; /* of struct history_day: those at hand */
	struct vector with; /* of uint32_t: persons */
	/* What is still to come. */
	struct sorter made;
	const struct history_day *ahead; /* NULL: that was the last */
};

/* Others in a group at most. */
int history_crowd(const struct history_options *options);

/* Which mails make a day, and why others do not; once everybody is known, and whom I wrote to. */
enum mail_fate { MAIL_COUNTS, MAIL_TO_MANY, MAIL_NOT_TO_ME, MAIL_IS_BULK };
enum mail_fate history_mail_fate(const struct gathering *gathering, uint32_t thread,
	uint32_t author, uint8_t bulk, int crowd);

void history_days_init(struct history_days *days);
void history_days_fini(struct history_days *days);
/* Applies the rules: who wrote first, groups only on days on which I wrote too, calls between two.
 * What a reading in several files says of one day is joined as day_tally_merge does. Of what was
 * gathered the days are then gone. */
enum status history_days_make(struct history_days *days, struct gathering *gathering,
	const struct history_options *options, struct error *err);
/* Into days->days: all direct ones of the next person, by day, or after all of these the next day
 * of a group or a meeting alone. False: that was the last, as far as could be read. */
bool history_days_next(struct history_days *days);
enum status history_days_check(const struct history_days *days, struct error *err);

#endif
