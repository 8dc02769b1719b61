/* What a contact is made of: one row a field, which store, formats, forms, card, merge and command
 * line read. A new field is a member of struct contact, a row, a column in the schema.
 * Not here: two contacts made one (contact_join.h). */
#ifndef FILO_PEOPLE_CONTACT_FIELD_H
#define FILO_PEOPLE_CONTACT_FIELD_H

#include "filo/people/contact.h"

enum contact_field_type {
	TYPE_TEXT,     /* char * */
	TYPE_DAY,      /* day_number */
	TYPE_CADENCE,  /* int, days */
	TYPE_CIRCLE,   /* circle_id */
	TYPE_CHANNEL,  /* those of one kind, in contact.channels */
	TYPE_YEARLY,   /* those of one kind, in contact.dates */
	TYPE_RELATION, /* those of one kind, in contact.relations */
	TYPE_TAGS,     /* contact.tags */
};

/* What becomes of it when two people are made one. Lists are joined without asking. */
enum contact_field_join {
	JOIN_UNASKED,
	JOIN_SIDE, /* the one or the other */
	JOIN_BOTH, /* or one text after the other */
};

#define CONTACT_FIELD_HEADERS 9

struct contact_field_row {
	const char *key;    /* stable: in JSON, of drafts and of what an import left behind */
	const char *column; /* in the table of contacts; NULL: it has a table of its own */
	const char *label;  /* N_(); NULL: no person is shown it alone */
	const char *hint;   /* N_(): how it is typed; NULL: none */
	enum contact_field_type type;
	size_t offset;         /* in struct contact, of what `type` says; 0 for lists */
	int kind;              /* of channel, yearly date or relation */
	const char *vcard;     /* the property; those of a name share one */
	const char *vcard_3;   /* where vCard 3.0 has another; NULL: the same */
	size_t max_bytes;      /* 0: any */
	const char *name_part; /* N_(): what this part of a name is called; NULL: it is none */
	bool is_fact;          /* stands on the card */
	bool is_searched;      /* full text */
	bool is_multiline;
	enum contact_field_join join;
	/* Headers of CSV files, folded: the first is written, all are read. */
	const char *headers[CONTACT_FIELD_HEADERS];
	/* A text that is one of these N_() words; the first, for nothing, is never kept.
	 * NULL-ended; NULL: any text. */
	const char *const *choices;
};

#define CONTACT_FIELD_EACH(field)                                                                  \
	for (enum contact_field field = 0; (field) < CONTACT_FIELDS; (field)++)

/* Never NULL, for ever. */
const struct contact_field_row *contact_field(enum contact_field field);
/* Translated; what the field is called wherever it is shown. */
const char *contact_field_label(enum contact_field field);
/* Where the text is, whatever it is; NULL for a field that holds none. */
char **contact_field_text(const struct contact *contact, enum contact_field field);
/* Makes a text field say what was typed or read, trimmed; of choices by their English word or the
 * translated one. Blank, or the first choice: nothing. False, with nothing changed, when it is none
 * of the choices. */
bool contact_field_read(struct contact *contact, enum contact_field field, const char *text);
/* Which of the choices it says; 0: none. */
size_t contact_field_choice(const struct contact *contact, enum contact_field field);
/* A text field as people read it: choices translated; "" for nothing. Borrowed. */
const char *contact_field_shown(const struct contact *contact, enum contact_field field);
/* Where the day is; NULL for a field that is none. */
day_number *contact_field_day(const struct contact *contact, enum contact_field field);
/* Whether anything is known. */
bool contact_field_says(const struct contact *contact, enum contact_field field);
/* Whether both know the same, or nothing; of fields with a column. */
bool contact_field_is_same(
	const struct contact *a, const struct contact *b, enum contact_field field);
/* Makes `to` say what `from` says; of fields with a column. */
void contact_field_set(struct contact *to, const struct contact *from, enum contact_field field);
/* The field of a kind of channel, or of yearly date. */
enum contact_field contact_field_of_channel(enum channel_kind kind);
enum contact_field contact_field_of_yearly(enum yearly_kind kind);
/* The field a CSV header names, folded; CONTACT_FIELDS: none. */
enum contact_field contact_field_of_header(const char *header);
/* The text that a vCard property holds whole (no part of a name); CONTACT_FIELDS: none. */
enum contact_field contact_field_of_property(const char *property);

#endif
