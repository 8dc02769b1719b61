/* People, entries and follow-ups in the keys of filo's own JSON, for sources that are address books
 * and diaries themselves.
 * Not here: messages (records.h). */
#ifndef FILO_READ_OWN_H
#define FILO_READ_OWN_H

#include "read/records.h"

/* A contact that is being written, between own_contact_open and own_close. Whatever is NULL or
 * empty is left out. */
void own_contact_open(struct records *records, const char *uid, const char *name);
void own_field(struct records *records, const char *key, const char *value);
/* What no field is for; between records_list(records, "kept") and its end. */
void own_kept(struct records *records, const char *name, const char *value);
/* "kind" and "value" of one channel; between records_list(records, "channels") and its end. */
void own_channel(struct records *records, const char *kind, const char *value, const char *label);
/* A date in "dates"; year 0: not known. */
void own_date(
	struct records *records, const char *kind, int year, int month, int day, const char *label);
/* A day as address books write it: "1980-03-05", "1980/3/5", "19800305", "--03-05" (year 0: not
 * known); "31.12.1980" where a number over 12 leaves no choice. False where it is no such day, or
 * more stands there. */
bool own_read_date(const char *text, int *year, int *month, int *day);

/* That a date which stands in a line is none, and is kept. Between two records. */
void own_doubt_date(struct records *records, int64_t line);

/* An entry, between own_entry_open and own_close. `minute` -1: the day only. */
struct own_entry {
	const char *day; /* YYYY-MM-DD */
	int minute;
	const char *medium, *direction, *summary, *body, *source, *source_id;
};
void own_entry_open(struct records *records, const struct own_entry *entry);
/* Between records_list(records, "participants") and its end. */
void own_participant(struct records *records, const char *uid, const char *name, bool is_mention);

void own_close(struct records *records);

#endif
