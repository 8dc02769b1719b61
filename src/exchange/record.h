/* What every reader hands on: a person or an entry as a file has it, or what is wrong with it.
 * Not here: reading (one file a format), what becomes of it (import.c). */
#ifndef FILO_EXCHANGE_RECORD_H
#define FILO_EXCHANGE_RECORD_H

#include "filo/base/error.h"
#include "filo/people/contact.h"
#include "filo/people/conversation.h"

/* A person. */
struct record {
	struct contact contact; /* relations name others by name, or "urn:uid:" and their UID */
	char *circle;           /* by name; NULL: none */
	bool is_group;          /* no person, but a list of them: becomes a tag */
	struct vector members;  /* of char *: UIDs, of a group */
	const char *source;     /* which kind of address book it is from: "vcard", "google", ... */
	int64_t line;           /* where it begins */
	bool leaves_marks;      /* what it brings is the source's to change; true */
	uint64_t silent;        /* bits of the fields it does not speak of: no column is for them
				   (CONTACT_FIELDS: no other column), or their date is not read */
	day_number today;       /* nobody was born later; DAY_NONE: not known */
	bool may_be_old;        /* was born long ago: has died, or it is of no table of others */
};
void record_init(struct record *record, const char *source, int64_t line);
void record_fini(struct record *record);
/* Whether what it does not say of a field is no more: it is known by a UID, and could say it.
 * CONTACT_FIELDS: of what no field is for. */
bool record_takes_back(const struct record *record, enum contact_field field);
/* Has a date of this kind that is not taken: what it brought before is not gone. */
void record_leave_date(struct record *record, enum yearly_kind kind);
/* Gives the contact a name from what there is; false when there is nothing to call it by. */
bool record_settle_name(struct record *record);

/* Whether a date that is known to the year is after today. */
bool record_is_to_come(const struct record *record, struct civil_date date);

/* Whether nobody who is known was born, or died, then: after today, before the year 1000, or so
 * long ago that whoever is alive would be older than anybody. Of other dates: whether nobody will
 * see them. */
bool record_is_beyond_life(
	const struct record *record, enum yearly_kind kind, struct civil_date date);

/* Whether it stands for none: the first or last day that a program knows; of a table also days 0
 * and 1 of its spreadsheet, on which people were born. */
bool record_is_no_date(struct civil_date date, bool is_of_table);

/* An entry of the log; participants by name, ids not known. */
struct entry_record {
	struct conversation conversation;
	int64_t line;
};

/* Where a reader puts what it finds. Any status but OK ends the reading with it. */
struct record_sink {
	void *context;
	day_number today; /* DAY_NONE: not known */
	/* Takes the record's contents; the caller does not free them. */
	enum status (*person)(void *context, struct record *record, struct error *err);
	enum status (*entry)(void *context, struct entry_record *entry, struct error *err);
	/* `reason` is translated; `is_refused`: nothing of it was taken. */
	enum status (*problem)(void *context, int64_t line, bool is_refused, const char *reason,
		struct error *err);
};
/* Calls `problem`. */
enum status record_problem(const struct record_sink *sink, int64_t line, bool is_refused,
	const char *reason, struct error *err);
/* Says, once a file, that what stands there is no UTF-8, and by which code page it was read. */
enum status record_tell_page(const struct record_sink *sink, int64_t line, const char *code_page,
	bool *is_told, struct error *err);

#endif
