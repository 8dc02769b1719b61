/* Contacts from the rows of a CSV with a header.
 * Not here: what the columns are (csv_columns.c). */
#include "exchange/csv/csv_contacts.h"

#include "exchange/csv/csv_columns.h"
#include "exchange/csv/csv_detect.h"
#include "exchange/vcard/vcard_contact.h"
#include "exchange/vcard/vcard_date.h"
#include "exchange/vcard/vcard_value.h"
#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/words/when.h"

#include <stdlib.h>
#include <string.h>

struct contacts_reading {
	const struct record_sink *sink;
	struct csv_column *columns; /* NULL: the header has not come yet */
	char **names;
	size_t count;
	bool has_job_title; /* then "Title" stands before the name */
	bool is_linkedin;   /* then "URL" is the profile */
	const char *source;
};

/* The label of a row's group, as filo has it: "* Home" is home and preferred. Caller frees. */
static char *label_in(const struct contacts_reading *reading, const struct csv_row *row,
	const struct csv_column *column, bool *is_preferred)
{
	char *label = NULL;

	*is_preferred = false;
	if (column->label)
		return memory_copy_string(column->label);
	for (size_t i = 0; column->group && i < row->count && i < reading->count; i++) {
		const char *text = row->fields[i];
		if (reading->columns[i].target != CSV_LABEL ||
			reading->columns[i].group != column->group || text_is_blank(text))
			continue;
		*is_preferred = *text == '*';
		free(label);
		label = text_trim(text + *is_preferred);
	}
	if (label && ascii_equal(label, "mobile"))
		memory_replace_string(&label, "cell");
	for (char *c = label; c && *c; c++)
		if (ascii_equal(label, "home") || ascii_equal(label, "work") ||
			ascii_equal(label, "other"))
			*c |= 0x20;
	return label;
}

/* Google joins several values of one kind with " ::: ". */
static void csv_contacts_add_channels(struct contact *contact, enum channel_kind kind,
	const char *text, const char *label, bool is_preferred)
{
	while (*text) {
		const char *joint = strstr(text, " ::: ");
		size_t len = joint ? (size_t)(joint - text) : strlen(text);
		char *part = memory_copy_bytes(text, len), *value = text_trim(part);
		if (*value)
			contact_add_channel(contact, kind, value, label, is_preferred);
		free(value);
		free(part);
		text += len + (joint ? 5 : 0);
	}
}

static bool parse_words(const char *text, bool day_first, struct civil_date *date)
{
	struct when when;

	if (when_parse(text, WHEN_PAST, 0, i18n_language(), day_first, &when, NULL) != STATUS_OK ||
		when.precision > PRECISION_DAY)
		return false;
	*date = date_from_day(when.day);
	return true;
}

/* 12/31/1984 has only one sense, wherever the file comes from. */
static bool csv_contacts_parse_date(const char *text, struct civil_date *date)
{
	bool day_first = i18n_is_day_first(), is_whole;
	char *trimmed = text_trim(text);
	bool is_date = vcard_date_parse(trimmed, date, &is_whole) ||
		       parse_words(trimmed, day_first, date) ||
		       parse_words(trimmed, !day_first, date);

	free(trimmed);
	return is_date;
}

/* A value with no field of its own, or one that was not understood: nothing is lost. */
static void csv_contacts_keep(struct contact *contact, const char *header, const char *text)
{
	struct strbuf line = STRBUF_INIT;

	strbuf_add(&line, "X-CSV;X-COLUMN=\"");
	for (; *header; header++)
		strbuf_add_char(
			&line, *header == '"' || (unsigned char)*header < ' ' ? ' ' : *header);
	strbuf_add(&line, "\":");
	vcard_escape(&line, text);
	contact_add_kept(contact, line.data);
	strbuf_fini(&line);
}

static bool csv_contacts_add_yearly(
	struct contact *contact, enum yearly_kind kind, const char *text, const char *label)
{
	struct civil_date date;

	/* Outlook writes 0/0/00 for none. */
	if (!strncmp(text, "0/0/0", 5))
		return true;
	if (!csv_contacts_parse_date(text, &date))
		return false;
	contact_add_date(contact, kind, date, label);
	return true;
}

/* Between semicolons a comma is part of a tag. */
static void csv_contacts_add_tags(struct contact *contact, const char *text)
{
	const char *ends = strchr(text, ';') ? ";" : ";,";

	while (*text) {
		size_t len = strcspn(text, ends);
		const char *joint = strstr(text, " ::: ");
		if (joint && (size_t)(joint - text) < len)
			len = (size_t)(joint - text);
		char *tag = memory_copy_bytes(text, len);
		/* "* myContacts" is Google's own. */
		if (*tag != '*')
			contact_add_tag(contact, tag);
		free(tag);
		text += len;
		text += strspn(text, ";, :");
	}
}

static void add_note(char **note, const char *text)
{
	struct strbuf joined = STRBUF_INIT;

	if (*note)
		strbuf_add_format(&joined, "%s\n\n", *note);
	for (; *text; text++)
		if (*text != '\r')
			strbuf_add_char(&joined, *text);
	free(*note);
	*note = strbuf_take(&joined);
}

static void csv_contacts_add_relation(struct contact *contact, const char *text, const char *label)
{
	struct vcard_property property = { .name = "X-ABRELATEDNAMES" };
	struct strbuf value = STRBUF_INIT;
	struct record record;

	/* The words for relations are the vCard reader's. */
	record_init(&record, "csv", 0);
	struct vcard_param param = { .name = "TYPE", .value = (char *)label };
	vector_init(&property.params, sizeof param);
	vector_push(&property.params, &param);
	vcard_escape(&value, text);
	property.value = value.data;
	enum vcard_taken taken = vcard_interpret_one(&record, &property, &property.params);
	/* "Mother" says more than that she is of the family. */
	if (taken != VCARD_WHOLLY && strcmp(label, "spouse") != 0)
		csv_contacts_keep(contact, label, text);
	if (taken != VCARD_UNKNOWN) {
		struct relation *relation = vector_at(&record.contact.relations, 0);
		vector_push(&contact->relations, relation);
		vector_clear(&record.contact.relations);
	}
	vector_fini(&property.params);
	strbuf_fini(&value);
	record_fini(&record);
}

static void set_field(char **field, const char *text)
{
	free(*field);
	*field = text_trim(text);
}

/* What is met on LinkedIn was met there. */
static bool take_connected(struct contact *contact, const char *text)
{
	struct civil_date date;

	if (!csv_contacts_parse_date(text, &date) || !date_is_valid(date))
		return false;
	contact->met_on = date_to_day(date);
	memory_replace_string(&contact->met, "LinkedIn");
	return true;
}

/* Of a column that is a field, or (by who wrote the file) stands for one. */
static enum contact_field field_of(
	const struct contacts_reading *reading, const struct csv_column *column)
{
	switch (column->target) {
	case CSV_FIELD:
		return column->field;
	case CSV_TITLE:
		return reading->has_job_title ? CONTACT_PREFIX : CONTACT_TITLE;
	case CSV_URL:
		return reading->is_linkedin ? CONTACT_PROFILE : CONTACT_WEBSITE;
	default:
		return CONTACT_FIELDS;
	}
}

static bool take_day(struct contact *contact, const char *text)
{
	struct civil_date date;

	if (!csv_contacts_parse_date(text, &date) || !date_is_valid(date))
		return false;
	contact->met_on = date_to_day(date);
	return true;
}

static bool csv_contacts_take_cadence(struct contact *contact, const char *text)
{
	int days = atoi(text);

	if (days < CADENCE_MIN_DAYS || days > CADENCE_MAX_DAYS)
		return false;
	contact->cadence_days = days;
	return true;
}

static bool take_text(struct contact *contact, enum contact_field field, const char *text)
{
	if (!contact_field(field)->is_multiline)
		return contact_field_read(contact, field, text);
	add_note(contact_field_text(contact, field), text);
	return true;
}

static bool take_value(struct record *record, enum contact_field field, const char *text,
	const char *label, bool is_preferred)
{
	struct contact *contact = &record->contact;
	const struct contact_field_row *row = contact_field(field);

	switch (row->type) {
	case TYPE_TEXT:
		return take_text(contact, field, text);
	case TYPE_DAY:
		return take_day(contact, text);
	case TYPE_CADENCE:
		return csv_contacts_take_cadence(contact, text);
	case TYPE_CIRCLE:
		set_field(&record->circle, text);
		return true;
	case TYPE_CHANNEL:
		csv_contacts_add_channels(
			contact, (enum channel_kind)row->kind, text, label, is_preferred);
		return true;
	case TYPE_YEARLY:
		return csv_contacts_add_yearly(contact, (enum yearly_kind)row->kind, text, NULL);
	case TYPE_TAGS:
		csv_contacts_add_tags(contact, text);
		return true;
	case TYPE_RELATION:
		return false;
	}
	return false;
}

/* What the user of Google's named themselves: a text field by its label, or kept by that. */
static bool take_custom(struct contact *contact, const char *text, const char *label)
{
	char *key = csv_header_key(label ? label : "");
	enum contact_field field = contact_field_of_header(key);
	bool is_free = field < CONTACT_FIELDS && contact_field(field)->type == TYPE_TEXT &&
		       !contact_field_says(contact, field);

	free(key);
	if (is_free && take_text(contact, field, text))
		return true;
	if (!text_is_blank(label))
		csv_contacts_keep(contact, label, text);
	return !text_is_blank(label);
}

static bool take_special(
	struct record *record, enum csv_target target, const char *text, const char *label)
{
	struct contact *contact = &record->contact;

	switch (target) {
	case CSV_EVENT:
		if (label && ascii_equal(label, "anniversary"))
			return csv_contacts_add_yearly(contact, YEARLY_ANNIVERSARY, text, NULL);
		return csv_contacts_add_yearly(contact, YEARLY_OTHER, text, label);
	case CSV_RELATION:
		csv_contacts_add_relation(contact, text, label ? label : "");
		return true;
	case CSV_SPOUSE:
		csv_contacts_add_relation(contact, text, "spouse");
		return true;
	case CSV_CONNECTED:
		return take_connected(contact, text);
	case CSV_CUSTOM:
		return take_custom(contact, text, label);
	default:
		return target == CSV_IGNORED || target == CSV_LABEL ||
		       (target >= CSV_STREET && target <= CSV_COUNTRY);
	}
}

static bool is_date(enum csv_target target, enum contact_field field)
{
	if (field == CONTACT_FIELDS)
		return target == CSV_EVENT || target == CSV_CONNECTED;
	return contact_field(field)->type == TYPE_YEARLY || contact_field(field)->type == TYPE_DAY;
}

/* False for a date that was not understood, and is kept as it stands. */
static bool csv_contacts_take_field(const struct contacts_reading *reading,
	const struct csv_row *row, size_t index, struct record *record)
{
	const struct csv_column *column = &reading->columns[index];
	const char *text = row->fields[index];
	enum contact_field field = field_of(reading, column);
	bool is_preferred, is_taken;

	if (text_is_blank(text))
		return true;
	char *label = label_in(reading, row, column, &is_preferred);
	if (reading->is_linkedin && field == CONTACT_PROFILE)
		memory_replace_string(&label, "LinkedIn");
	is_taken = field == CONTACT_FIELDS ? take_special(record, column->target, text, label)
					   : take_value(record, field, text, label, is_preferred);
	free(label);
	if (!is_taken)
		csv_contacts_keep(&record->contact, reading->names[index], text);
	return is_taken || !is_date(column->target, field);
}

static void csv_contacts_add_part(struct strbuf *lines, const struct contacts_reading *reading,
	const struct csv_row *row, int group, enum csv_target target, const char *joint)
{
	for (size_t i = 0; i < row->count && i < reading->count; i++) {
		if (reading->columns[i].group != group || reading->columns[i].target != target ||
			text_is_blank(row->fields[i]))
			continue;
		if (lines->len)
			strbuf_add(lines, joint);
		strbuf_add(lines, row->fields[i]);
		joint = target == CSV_STREET ? "\n" : " ";
	}
}

/* Addresses given in parts become lines; where the whole stands too, that is taken. */
static void take_addresses(
	const struct contacts_reading *reading, const struct csv_row *row, struct record *record)
{
	for (size_t i = 0; i < row->count && i < reading->count; i++) {
		const struct csv_column *column = &reading->columns[i];
		struct strbuf lines = STRBUF_INIT;
		bool is_preferred, is_first = column->target == CSV_STREET && column->group;
		for (size_t j = 0; j < row->count && j < reading->count; j++) {
			const struct csv_column *other = &reading->columns[j];
			if (other->group != column->group)
				continue;
			is_first &= !(other->target == CSV_STREET && j < i);
			is_first &= !(other->target == CSV_FIELD && !text_is_blank(row->fields[j]));
		}
		if (is_first) {
			csv_contacts_add_part(
				&lines, reading, row, column->group, CSV_STREET, "\n");
			csv_contacts_add_part(&lines, reading, row, column->group, CSV_CODE, "\n");
			csv_contacts_add_part(&lines, reading, row, column->group, CSV_CITY,
				lines.len ? " " : "\n");
			csv_contacts_add_part(
				&lines, reading, row, column->group, CSV_REGION, "\n");
			csv_contacts_add_part(
				&lines, reading, row, column->group, CSV_COUNTRY, "\n");
		}
		if (lines.len) {
			char *label = label_in(reading, row, column, &is_preferred);
			contact_add_channel(
				&record->contact, CHANNEL_ADDRESS, lines.data, label, is_preferred);
			free(label);
		}
		strbuf_fini(&lines);
	}
}

/* Which program wrote the header. */
static const char *source_of(const struct contacts_reading *reading)
{
	for (size_t i = 0; i < reading->count; i++) {
		if (reading->columns[i].target == CSV_CONNECTED)
			return "linkedin";
		if (reading->columns[i].group > 999)
			return "google";
		if (reading->columns[i].group > 100)
			return "outlook";
	}
	return "csv";
}

static bool csv_contacts_names(const struct csv_column *column, enum contact_field field)
{
	return column->target == CSV_FIELD && column->field == field;
}

static void csv_contacts_take_header(struct contacts_reading *reading, const struct csv_row *row)
{
	reading->count = row->count;
	reading->columns = memory_new(row->count * sizeof *reading->columns);
	reading->names = memory_new(row->count * sizeof *reading->names);
	for (size_t i = 0; i < row->count; i++) {
		reading->columns[i] = csv_column_of(row->fields[i]);
		reading->names[i] = text_trim(row->fields[i]);
		reading->has_job_title |= csv_contacts_names(&reading->columns[i], CONTACT_TITLE);
		reading->is_linkedin |= reading->columns[i].target == CSV_CONNECTED;
	}
	reading->source = source_of(reading);
	/* "Nome" beside "Cognome" is the first name; alone it is the whole. */
	bool has_family = false;
	for (size_t i = 0; i < row->count; i++)
		has_family |= csv_contacts_names(&reading->columns[i], CONTACT_FAMILY);
	for (size_t i = 0; i < row->count && !has_family; i++)
		if (ascii_equal(reading->names[i], "nome"))
			reading->columns[i].field = CONTACT_NAME;
}

static enum status csv_contacts_say(const struct contacts_reading *reading, int64_t line,
	bool is_refused, const char *reason, struct error *err)
{
	return reading->sink->problem(reading->sink->context, line, is_refused, reason, err);
}

/* What of a row that is taken may not be as it was meant. */
static enum status tell_doubts(const struct contacts_reading *reading, const struct csv_row *row,
	size_t dates, struct error *err)
{
	enum status status = STATUS_OK;

	while (dates-- && status == STATUS_OK)
		status = csv_contacts_say(reading, row->line, false,
			_("This date was not understood; it is kept as it stands"), err);
	if (status == STATUS_OK && csv_row_has_text(row, reading->count))
		status = csv_contacts_say(reading, row->line, false,
			_("This row has more fields than the header names; what is beyond them was "
			  "left out"),
			err);
	return status;
}

static enum status csv_contacts_take_row(
	void *context, const struct csv_row *row, struct error *err)
{
	struct contacts_reading *reading = context;
	struct record record;

	if (!reading->columns) {
		/* LinkedIn puts notes above the header. */
		if (csv_contacts_header(row) >= 1)
			csv_contacts_take_header(reading, row);
		return STATUS_OK;
	}
	if (!csv_row_has_text(row, 0))
		return STATUS_OK;
	size_t doubts = 0;
	record_init(&record, reading->source, row->line);
	for (size_t i = 0; i < row->count && i < reading->count; i++)
		doubts += !csv_contacts_take_field(reading, row, i, &record);
	take_addresses(reading, row, &record);
	if (!record_settle_name(&record)) {
		record_fini(&record);
		return csv_contacts_say(reading, row->line, true,
			_("This row has no name, nor anything else to call a person by"), err);
	}
	enum status status = tell_doubts(reading, row, doubts, err);
	if (status == STATUS_OK)
		return reading->sink->person(reading->sink->context, &record, err);
	record_fini(&record);
	return status;
}

bool csv_contacts_recognises(const char *bytes, size_t len)
{
	char delimiter;

	return csv_detect(bytes, len, csv_contacts_header, &delimiter) > 0;
}

enum status csv_contacts_read(
	struct source *source, const struct record_sink *sink, struct error *err)
{
	struct contacts_reading reading = { .sink = sink };
	const char *bytes;
	size_t len;
	char delimiter;
	enum status status = source_peek(source, &bytes, &len, err);

	if (status == STATUS_OK) {
		csv_detect(bytes, len, csv_contacts_header, &delimiter);
		status = csv_rows(source, delimiter, csv_contacts_take_row, &reading, err);
	}
	if (status == STATUS_OK && !reading.columns)
		status = error_set(err, STATUS_INVALID,
			_("%s needs a first line that names the columns: name, email, phone, "
			  "birthday and the like"),
			source->name);
	for (size_t i = 0; i < reading.count; i++)
		free(reading.names[i]);
	free(reading.names);
	free(reading.columns);
	return status;
}
