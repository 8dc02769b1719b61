/* Fields of a contact as people type them, and back: text, channels, tags, dates, the wish.
 * Not here: circles and who introduced whom, which need the database (tui, cli). */
#ifndef FILO_PEOPLE_WORDS_TYPED_FIELDS_H
#define FILO_PEOPLE_WORDS_TYPED_FIELDS_H

#include "filo/base/error.h"
#include "filo/base/strbuf.h"
#include "filo/people/contact_field.h"

/* "ana@example.org (work), ana@example.net": all of a kind. Postal addresses stand apart by a
 * blank line. Adds to `out`. Reading what was written changes nothing. */
void channels_write(struct strbuf *out, const struct contact *contact, enum channel_kind kind);
void channels_read(struct contact *contact, enum channel_kind kind, const char *text);

/* "1984-05-12", "12 May", "May", "1984" as far as it is known. Adds to `out`. */
void yearly_write(struct strbuf *out, struct civil_date date);
/* The same with its mark: "12 May 1984 !" is always told; of a death, "yes" when no day is known.
 * date->kind is the caller's. */
enum status yearly_date_read(
	const char *text, day_number today, struct yearly_date *date, struct error *err);
enum status yearly_read(
	const char *text, day_number today, struct civil_date *date, struct error *err);

/* The first date of a kind; blank takes it away. */
void yearly_field_write(struct strbuf *out, const struct contact *contact, enum yearly_kind kind);
enum status yearly_field_read(struct contact *contact, enum yearly_kind kind, const char *text,
	day_number today, struct error *err);

/* The other days: "name day: 24 June, moved here: 2019-05-01". */
void other_days_write(struct strbuf *out, const struct contact *contact);
enum status other_days_read(
	struct contact *contact, const char *text, day_number today, struct error *err);

/* Makes a field say what was typed, in place of all it said; blank: nothing. A circle and a
 * relation are the caller's. STATUS_INVALID, and why: the contact may be changed in part. */
enum status typed_field_read(struct contact *contact, enum contact_field field, const char *typed,
	day_number today, struct error *err);

/* Who introduced them; NULL: not known. Borrowed until a relation comes or goes. */
struct relation *contact_introduction(const struct contact *contact);
/* One of contact->relations. */
void contact_remove_relation(struct contact *contact, struct relation *relation);

#endif
