/* One cell into a contact.
 * Not here: which column it is in (csv_layout.c), rows (csv_contacts.c). */
#include "exchange/csv/csv_cells.h"

#include "exchange/csv/csv_dates.h"
#include "exchange/csv/csv_header.h"
#include "exchange/vcard/vcard_contact.h"
#include "exchange/vcard/vcard_date.h"
#include "exchange/vcard/vcard_value.h"
#include "filo/base/ascii.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/words/cadence.h"

#include <stdlib.h>
#include <string.h>

#define SEPARATORS       ",;/|\n"
#define GOOGLE_JOINT     " ::: " /* between several values of one kind */
#define PHONE_MIN_DIGITS 7

/* Whether this much of a cell is one way to reach somebody, by itself: digits after a comma may be
 * dialled behind the number ("5551234567,,99#"). */
static bool is_reach(enum channel_kind kind, const char *text, size_t len)
{
	size_t digits = 0;

	if (kind == CHANNEL_EMAIL)
		return memchr(text, '@', len);
	for (size_t i = 0; i < len; i++) {
		digits += text[i] >= '0' && text[i] <= '9';
		if (!text[i] || !strchr("0123456789+()-. ", text[i]))
			return false;
	}
	return digits >= PHONE_MIN_DIGITS;
}

/* "ann@p.example; ann@q.example": several, when each of them is one. */
static bool are_several(enum channel_kind kind, const char *text)
{
	bool are = kind == CHANNEL_EMAIL || kind == CHANNEL_PHONE;

	for (size_t len; *text && are; text += len + strspn(text + len, SEPARATORS " ")) {
		len = strcspn(text, SEPARATORS);
		are = is_reach(kind, text, len);
	}
	return are;
}

/* The label a column gives, and what stands behind an address: "(old)". Caller frees; may be NULL.
 */
static char *csv_cells_label(const char *label, const char *behind, size_t len)
{
	char *trimmed = text_trim_bytes(behind, len);
	size_t last = strlen(trimmed);
	struct strbuf out = STRBUF_INIT;

	if (label)
		strbuf_add(&out, label);
	if (last > 2 && *trimmed == '(' && strchr(trimmed, ')') == trimmed + last - 1) {
		trimmed[last - 1] = '\0';
		strbuf_add_item(&out, ", ", trimmed + 1);
	} else if (last) {
		strbuf_add_item(&out, ", ", trimmed);
	}
	free(trimmed);
	char *taken = out.len ? strbuf_take(&out) : NULL;
	strbuf_fini(&out);
	return taken;
}

/* "Ann Alba <ann@p.example> (old)" is the address, and how it is labelled. */
static char *csv_cells_value(
	enum channel_kind kind, const char *text, size_t len, const char *column, char **label)
{
	const char *open = kind == CHANNEL_EMAIL ? memrchr(text, '<', len) : NULL;
	const char *close = open ? memchr(open, '>', len - (size_t)(open - text)) : NULL;
	const char *behind = close ? close + 1 : text + len;

	*label = csv_cells_label(column, behind, len - (size_t)(behind - text));
	return close ? text_trim_bytes(open + 1, (size_t)(close - open) - 1)
		     : text_trim_bytes(text, len);
}

/* Old tables of Google's put a backslash before the colon: "https\://". */
static void drop_backslash(char *link)
{
	char *end = strstr(link, "\\://");

	if (end && end == link + strcspn(link, "\\/ "))
		memmove(end, end + 1, strlen(end));
}

static void csv_cells_add_values(const struct csv_cell *cell, enum channel_kind kind, char *text)
{
	bool are_more = are_several(kind, text);

	for (size_t len; *text; text += len + (are_more ? strspn(text + len, SEPARATORS " ") : 0)) {
		len = are_more ? strcspn(text, SEPARATORS) : strlen(text);
		char *label, *value = csv_cells_value(kind, text, len, cell->label, &label);
		if (kind == CHANNEL_WEBSITE || kind == CHANNEL_PROFILE)
			drop_backslash(value);
		if (*value)
			contact_add_channel(
				&cell->record->contact, kind, value, label, cell->is_preferred);
		free(label);
		free(value);
	}
}

static void csv_cells_add_channels(const struct csv_cell *cell, enum channel_kind kind)
{
	for (const char *text = cell->text; *text;) {
		const char *joint = strstr(text, GOOGLE_JOINT);
		size_t len = joint ? (size_t)(joint - text) : strlen(text);
		char *trimmed = text_trim_bytes(text, len);
		csv_cells_add_values(cell, kind, trimmed);
		free(trimmed);
		text += len + (joint ? strlen(GOOGLE_JOINT) : 0);
	}
}

/* A value with no field of its own, or one that was not understood: nothing is lost. */
void csv_cell_keep(struct contact *contact, const char *header, const char *text)
{
	struct strbuf line = STRBUF_INIT;

	strbuf_add(&line, "X-CSV;X-COLUMN=\"");
	for (; header && *header; header++)
		strbuf_add_char(
			&line, *header == '"' || (unsigned char)*header < ' ' ? ' ' : *header);
	strbuf_add(&line, "\":");
	vcard_escape(&line, text);
	contact_add_kept(contact, line.data);
	strbuf_fini(&line);
}

/* Up to the next that parts; of a semicolon with a backslash before it more comes. */
static size_t csv_cells_tag_len(const char *text, const char *ends)
{
	size_t len = strcspn(text, ends), run;

	while (text[len] == ';') {
		for (run = 0; run < len && text[len - 1 - run] == '\\';)
			run++;
		if (run % 2 == 0)
			break;
		len += 1 + strcspn(text + len + 1, ends);
	}
	return len;
}

bool csv_parts_tags(const char *text)
{
	return *text == ';' || !strncmp(text, ":::", 3);
}

/* As csv_write_put_tags wrote it: of backslashes before what parts tags and at the end one of two
 * stays. Caller frees. */
static char *csv_cells_tag(const char *text, size_t len)
{
	char *tag = memory_copy_bytes(text, len), *out = tag;

	for (const char *in = tag; *in;) {
		size_t run = strspn(in, "\\"), kept = run;
		/* One that nothing follows is of whoever wrote it. */
		if (csv_parts_tags(in + run) || !in[run])
			kept = run / 2 + (!in[run] && run % 2);
		memset(out, '\\', kept);
		out += kept;
		in += run;
		if (*in)
			*out++ = *in++;
	}
	*out = '\0';
	return tag;
}

/* Between semicolons a comma is part of a tag. */
static void csv_cells_add_tags(struct contact *contact, const char *text)
{
	const char *ends = strchr(text, ';') ? ";" : ";,";

	while (*text) {
		size_t len = csv_cells_tag_len(text, ends);
		const char *joint = strstr(text, GOOGLE_JOINT);
		if (joint && (size_t)(joint - text) < len)
			len = (size_t)(joint - text);
		else
			joint = NULL;
		char *tag = csv_cells_tag(text, len);
		/* "* myContacts" is Google's own. */
		if (*tag != '*')
			contact_add_tag(contact, tag);
		free(tag);
		text += len;
		text += joint ? strlen(GOOGLE_JOINT) : strspn(text, ";, ");
	}
}

static void csv_cells_add_note(char **note, const char *text)
{
	struct strbuf joined = STRBUF_INIT;

	if (*note)
		strbuf_add_format(&joined, "%s\n\n", *note);
	strbuf_add(&joined, text);
	free(*note);
	*note = strbuf_take(&joined);
}

static void csv_cells_add_relation(struct contact *contact, const char *text, const char *label)
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
	if (taken != VCARD_WHOLLY && !ascii_equal(label, "spouse"))
		csv_cell_keep(contact, label, text);
	if (taken != VCARD_UNKNOWN) {
		struct relation *relation = vector_at(&record.contact.relations, 0);
		vector_push(&contact->relations, relation);
		vector_clear(&record.contact.relations);
	}
	vector_fini(&property.params);
	strbuf_fini(&value);
	record_fini(&record);
}

/* Several under one label, as Google has them. */
static void csv_cells_add_relations(struct contact *contact, const char *text, const char *label)
{
	while (*text) {
		const char *joint = strstr(text, GOOGLE_JOINT);
		size_t len = joint ? (size_t)(joint - text) : strlen(text);
		char *name = text_trim_bytes(text, len);
		if (!text_is_blank(name))
			csv_cells_add_relation(contact, name, label);
		free(name);
		text += len + (joint ? strlen(GOOGLE_JOINT) : 0);
	}
}

/* A field that holds one value: another one is kept. */
static bool csv_cells_set_field(char **field, const char *text)
{
	char *trimmed = text_trim(text);

	if (!*field)
		*field = memory_copy_string(trimmed);
	bool is_there = !strcmp(*field, trimmed);
	free(trimmed);
	return is_there;
}

#define AROUND_TIME_MAX 12 /* bytes: ", at ", " a. m.", " GMT+02:00" */

/* "Europe/Berlin", "+0200 (CEST)", "GMT+0200 (Central European Summer Time)". */
static bool csv_cells_is_zone(const char *s)
{
	s += strspn(s, " ");
	size_t len = strcspn(s, " /");

	if (s[len] == '/')
		return !strchr(s, ' ');
	return (strchr("+-", *s) || ascii_begins(s, "GMT") || ascii_begins(s, "UTC")) &&
	       !strncmp(s + len, " (", 2) && s[strlen(s) - 1] == ')';
}

/* Whether nothing but a time of day stands there: "T10:00:00.000Z", ", 2:14 PM". */
static bool csv_cells_is_time(const char *s)
{
	size_t front = strcspn(s, "0123456789:");
	size_t hours = strspn(s + front, "0123456789");
	bool is_parted =
		(hours == 1 || hours == 2) && s[front + hours] && strchr(":.", s[front + hours]);

	if (front > AROUND_TIME_MAX || (!is_parted && hours != 6)) /* "101500" */
		return false;
	s += front + hours;
	s += strspn(s, "0123456789:.");
	return (strlen(s) <= AROUND_TIME_MAX || csv_cells_is_zone(s)) && !strstr(s, GOOGLE_JOINT);
}

/* Every way vCards write a date stands in CSV too. */
static enum csv_date_found csv_cells_find_date(
	const struct csv_cell *cell, const char *text, struct civil_date *date)
{
	char *trimmed = text_trim(text);
	const char *rest = trimmed + strcspn(trimmed, "Tt ");
	bool is_whole, is_alone = *rest != ' ' || csv_cells_is_time(rest);
	enum csv_date_found found = CSV_DATE_GOOD;

	if (!is_alone || !vcard_date_parse(trimmed, date, &is_whole) ||
		(!cell->is_own && record_is_no_date(*date, true))) {
		found = csv_date_parse(
			trimmed, cell->is_day_first, cell->record->today, date, &rest);
		/* A time of day is left out; anything else would be lost. */
		if (found == CSV_DATE_GOOD && *rest && !csv_cells_is_time(rest))
			found = CSV_DATE_BAD;
	}
	free(trimmed);
	return found;
}

/* "1984-05-12 !": the date is marked to be told; "yes": of a death only that it was. */
static enum csv_date_found csv_cells_find_marked(const struct csv_cell *cell, enum yearly_kind kind,
	struct civil_date *date, bool *is_marked)
{
	char *text = text_trim(cell->text);
	size_t len = strlen(text);

	*is_marked = len && text[len - 1] == '!';
	if (*is_marked)
		text[len - 1] = '\0';
	bool is_only_said = kind == YEARLY_DEATH && ascii_equal_bytes(text, "yes", 3) &&
			    !text[3 + strspn(text + 3, " ")];
	enum csv_date_found found = CSV_DATE_GOOD;
	*date = (struct civil_date){ 0 };
	if (!is_only_said)
		found = csv_cells_find_date(cell, text, date);
	free(text);
	return found;
}

static bool csv_cells_add_yearly(
	const struct csv_cell *cell, enum yearly_kind kind, const char *label)
{
	struct civil_date date;
	bool is_marked;
	enum csv_date_found found = csv_cells_find_marked(cell, kind, &date, &is_marked);

	if (found == CSV_DATE_NONE)
		return true;
	if (found != CSV_DATE_GOOD || record_is_beyond_life(cell->record, kind, date)) {
		record_leave_date(cell->record, kind);
		return false;
	}
	contact_add_date(&cell->record->contact, kind, date, label)->is_remembered = is_marked;
	return true;
}

/* Of something that has been. */
static bool csv_cells_read_day(const struct csv_cell *cell)
{
	struct civil_date date;
	enum csv_date_found found = csv_cells_find_date(cell, cell->text, &date);

	if (found != CSV_DATE_GOOD || !date_is_valid(date) || record_is_to_come(cell->record, date))
		return found == CSV_DATE_NONE;
	cell->record->contact.met_on = date_to_day(date);
	return true;
}

/* Who is met on LinkedIn was met there. */
static bool csv_cells_read_connected(const struct csv_cell *cell)
{
	struct contact *contact = &cell->record->contact;

	if (!csv_cells_read_day(cell))
		return false;
	if (contact->met_on != DAY_NONE)
		memory_replace_string(&contact->met, "LinkedIn");
	return true;
}

static bool csv_cells_read_cadence(struct contact *contact, const char *text)
{
	return cadence_parse(text, &contact->cadence_days, NULL) == STATUS_OK;
}

static bool csv_cells_read_text(struct contact *contact, enum contact_field field, const char *text)
{
	char **value = contact_field_text(contact, field);

	if (contact_field(field)->is_multiline)
		csv_cells_add_note(value, text);
	else if (*value)
		return csv_cells_set_field(value, text); /* the same, or it is kept */
	else
		return contact_field_read(contact, field, text);
	return true;
}

static bool csv_cells_read_field(const struct csv_cell *cell, enum contact_field field)
{
	struct contact *contact = &cell->record->contact;
	const struct contact_field_row *row = contact_field(field);

	switch (row->type) {
	case TYPE_TEXT:
		return csv_cells_read_text(contact, field, cell->text);
	case TYPE_DAY:
		return csv_cells_read_day(cell);
	case TYPE_CADENCE:
		return csv_cells_read_cadence(contact, cell->text);
	case TYPE_CIRCLE:
		return csv_cells_set_field(&cell->record->circle, cell->text);
	case TYPE_CHANNEL:
		csv_cells_add_channels(cell, (enum channel_kind)row->kind);
		return true;
	case TYPE_YEARLY:
		return csv_cells_add_yearly(cell, (enum yearly_kind)row->kind, NULL);
	case TYPE_TAGS:
		csv_cells_add_tags(contact, cell->text);
		return true;
	case TYPE_RELATION:
		return false;
	}
	return false;
}

/* What the user of Google's named themselves: a text field by its label, or kept by that. */
static bool csv_cells_read_custom(const struct csv_cell *cell)
{
	struct contact *contact = &cell->record->contact;
	char *key = csv_header_key(cell->label ? cell->label : "");
	enum contact_field field = contact_field_of_header(key);
	bool is_free = field < CONTACT_FIELDS && contact_field(field)->type == TYPE_TEXT &&
		       !contact_field_says(contact, field);

	free(key);
	if (is_free && csv_cells_read_text(contact, field, cell->text))
		return true;
	if (!text_is_blank(cell->label))
		csv_cell_keep(contact, cell->label, cell->text);
	return !text_is_blank(cell->label);
}

/* An event of Google's, by its label: "Todestag" as well as under a header of its own. */
static bool csv_cells_read_event(const struct csv_cell *cell)
{
	char *key = csv_header_key(cell->label ? cell->label : "");
	struct csv_column column = { .target = CSV_OTHER };
	bool is_known = *key && csv_header_whole(key, &column) && column.target == CSV_FIELD &&
			contact_field(column.field)->type == TYPE_YEARLY;

	free(key);
	return is_known ? csv_cells_add_yearly(
				  cell, (enum yearly_kind)contact_field(column.field)->kind, NULL)
			: csv_cells_add_yearly(cell, YEARLY_OTHER, cell->label);
}

/* Where the given name begins in "Rossi, Ada" and "Rossi Ada"; of other names, "De Luca Ada" and
 * "Dr. Rossi", nobody knows, and it is NULL. */
static const char *given_in(const char *name, size_t *family_len)
{
	const char *comma = strchr(name, ','), *parting = comma ? comma : strchr(name, ' ');
	const char *given = parting ? parting + 1 + strspn(parting + 1, " ") : "";

	if (!*given || parting == name || strpbrk(given, comma ? "," : " ") ||
		(!comma && parting[-1] == '.'))
		return NULL;
	*family_len = (size_t)(parting - name);
	return given;
}

/* Both parts where the comma or the column says which is which, else the name as it stands. */
static bool csv_cells_read_family_first(const struct csv_cell *cell)
{
	struct contact *contact = &cell->record->contact;
	size_t family_len = 0;
	char *name = text_trim(cell->text);
	const char *given = given_in(name, &family_len);
	bool are_parts = given && !contact->given && !contact->family;

	if (are_parts) {
		contact->family = text_trim_bytes(name, family_len);
		contact->given = memory_copy_string(given);
		*cell->is_turned = !strchr(name, ',');
	}
	free(name);
	return are_parts || csv_cells_read_text(contact, CONTACT_NAME, cell->text);
}

bool csv_cell_read(const struct csv_cell *cell, enum csv_target target, enum contact_field field)
{
	struct contact *contact = &cell->record->contact;

	if (field != CONTACT_FIELDS)
		return csv_cells_read_field(cell, field);
	switch (target) {
	case CSV_EVENT:
		return csv_cells_read_event(cell);
	case CSV_RELATION:
		csv_cells_add_relations(contact, cell->text, cell->label ? cell->label : "");
		return true;
	case CSV_FAMILY_FIRST:
		return csv_cells_read_family_first(cell);
	case CSV_SPOUSE:
		csv_cells_add_relations(contact, cell->text, "spouse");
		return true;
	case CSV_CONNECTED:
		return csv_cells_read_connected(cell);
	case CSV_CUSTOM:
		return csv_cells_read_custom(cell);
	default:
		/* With the others of its group. */
		return target == CSV_LABEL || csv_is_address_part(target);
	}
}
