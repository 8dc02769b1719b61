/* The log and the contacts as CSV (RFC 4180), through libcsv's quoting.
 * Not here: reading CSV. */
#include "exchange/csv/csv_write.h"

#include "exchange/csv/csv_cells.h"
#include "exchange/format_words.h"
#include "exchange/vcard/vcard_date.h"
#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/people/contact_field.h"
#include "filo/store/contact_called.h"
#include "filo/store/conversations.h"

#include <csv.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* A row being written; `failed` stays true once anything could not be. */
struct csv_writing {
	FILE *out;
	bool failed;
	bool is_first;
	struct vector namesakes; /* of struct namesake, by id; of the log */
	int64_t unnamed;         /* of these who is named, but has no address of their own */
};

static void csv_write_put(struct csv_writing *writing, const char *text)
{
	if (!writing->is_first && fputc(',', writing->out) == EOF)
		writing->failed = true;
	writing->is_first = false;
	/* Quotes only where needed, so that the file stays readable. */
	if (!text || !*text)
		return;
	bool is_plain =
		!strpbrk(text, ",;\"\r\n\t") && *text != ' ' && text[strlen(text) - 1] != ' ';
	if (is_plain ? fputs(text, writing->out) == EOF
		     : csv_fwrite(writing->out, text, strlen(text)) != 0)
		writing->failed = true;
}

static enum status end_row(struct csv_writing *writing, struct error *err)
{
	if (fputs("\r\n", writing->out) == EOF)
		writing->failed = true;
	writing->is_first = true;
	if (writing->failed)
		return error_set(err, STATUS_IO, _("Could not write: %s"), strerror(errno));
	return STATUS_OK;
}

static enum status put_header(
	struct csv_writing *writing, const char *const *names, size_t count, struct error *err)
{
	for (size_t i = 0; i < count; i++)
		csv_write_put(writing, names[i]);
	return end_row(writing, err);
}

static void put_date(struct csv_writing *writing, const struct conversation *conversation)
{
	struct strbuf text = STRBUF_INIT;

	conversation_write_date(&text, conversation);
	csv_write_put(writing, text.data);
	strbuf_fini(&text);
}

/* Who is told from others of the name by an e-mail address; NULL: there is none. */
struct namesake {
	contact_id id;
	char *email;
	bool is_counted;
};

static enum status note_email(void *context, contact_id id, const char *email, struct error *err)
{
	struct csv_writing *writing = context;

	(void)err;
	vector_push(&writing->namesakes,
		&(struct namesake){ id, email ? memory_copy_string(email) : NULL, false });
	return STATUS_OK;
}

static int namesake_by_id(const void *id, const void *namesake)
{
	contact_id wanted = *(const contact_id *)id,
		   other = ((const struct namesake *)namesake)->id;

	return (wanted > other) - (wanted < other);
}

static void add_name_in_table(
	struct strbuf *names, struct csv_writing *writing, const struct participant *participant)
{
	const struct vector *all = &writing->namesakes;
	struct namesake *namesake = all->count ? bsearch(&participant->id, all->items, all->count,
							 sizeof *namesake, namesake_by_id)
					       : NULL;

	strbuf_add_item(names, ";", participant->name);
	if (!namesake)
		return;
	if (namesake->email)
		strbuf_add_format(names, " <%s>", namesake->email);
	writing->unnamed += !namesake->email && !namesake->is_counted;
	namesake->is_counted = true;
}

static void put_contacts(struct csv_writing *writing, const struct conversation *conversation)
{
	struct strbuf names = STRBUF_INIT;
	struct participant *participant;

	VECTOR_EACH (participant, &conversation->participants) {
		if (!participant->is_mention && participant->name)
			add_name_in_table(&names, writing, participant);
	}
	csv_write_put(writing, names.data);
	strbuf_fini(&names);
}

static enum status put_entry(
	void *context, const struct conversation *conversation, struct error *err)
{
	struct csv_writing *writing = context;

	put_date(writing, conversation);
	put_contacts(writing, conversation);
	csv_write_put(writing, format_words_direction_name(conversation->direction));
	csv_write_put(writing,
		conversation->medium == MEDIUM_NONE ? "" : medium_name(conversation->medium));
	csv_write_put(writing, conversation->summary);
	csv_write_put(writing, conversation->body);
	return end_row(writing, err);
}

enum status csv_export_log(struct exporting *exporting, struct error *err)
{
	static const char *const names[] = { "date", "contact", "direction", "channel", "summary",
		"body" };
	struct csv_writing writing = {
		.out = exporting->out, .is_first = true, .namesakes = VECTOR_INIT(struct namesake)
	};
	struct namesake *one;

	enum status status = namesake_walk(exporting->store, note_email, &writing, err);
	if (status == STATUS_OK)
		status = put_header(&writing, names, sizeof names / sizeof *names, err);
	if (status == STATUS_OK)
		status = conversation_walk(exporting->store, put_entry, &writing, err);
	exporting->lossy = writing.unnamed;
	VECTOR_EACH (one, &writing.namesakes)
		free(one->email);
	vector_fini(&writing.namesakes);
	return status;
}

/* Several of one kind stand in one field with " ::: " between, as Google's files have it. */
static void csv_write_put_channels(
	struct csv_writing *writing, const struct contact *contact, enum channel_kind kind)
{
	struct strbuf values = STRBUF_INIT;
	struct channel *channel;

	VECTOR_EACH (channel, &contact->channels) {
		if (channel->kind == kind)
			strbuf_add_item(&values, " ::: ", channel->value);
	}
	csv_write_put(writing, values.data);
	strbuf_fini(&values);
}

static void put_yearly(
	struct csv_writing *writing, const struct contact *contact, enum yearly_kind kind)
{
	struct strbuf text = STRBUF_INIT;
	struct yearly_date *date;

	VECTOR_EACH (date, &contact->dates) {
		if (date->kind != kind || text.len)
			continue;
		if (kind == YEARLY_DEATH && !date->date.year && !date->date.month)
			strbuf_add(&text, "yes"); /* only that it was */
		else
			vcard_date_print(&text, date->date, date->date.year != 0);
		strbuf_add(&text, date->is_remembered ? " !" : "");
	}
	csv_write_put(writing, text.data);
	strbuf_fini(&text);
}

/* A semicolon inside one has a backslash before it; so have backslashes where one would be taken
 * for that. */
static void csv_write_add_tag(struct strbuf *out, const char *tag)
{
	while (*tag) {
		size_t run = strspn(tag, "\\");
		bool is_parting = csv_parts_tags(tag + run), is_doubled = is_parting || !tag[run];
		for (size_t i = 0; i < run * (is_doubled ? 2 : 1); i++)
			strbuf_add_char(out, '\\');
		tag += run;
		strbuf_add(out, is_parting ? "\\" : "");
		if (*tag)
			strbuf_add_char(out, *tag++);
	}
}

static void csv_write_put_tags(struct csv_writing *writing, const struct contact *contact)
{
	struct strbuf tags = STRBUF_INIT;
	char **tag;

	VECTOR_EACH (tag, &contact->tags) {
		strbuf_add(&tags, tags.len ? ";" : "");
		csv_write_add_tag(&tags, *tag);
	}
	/* A semicolon says that commas part nothing. */
	if (contact->tags.count == 1 && strchr(tags.data, ','))
		strbuf_add_char(&tags, ';');
	csv_write_put(writing, tags.data);
	strbuf_fini(&tags);
}

static void put_field(
	struct exporting *exporting, const struct contact *contact, enum contact_field field)
{
	struct csv_writing *writing = exporting->format;
	const struct contact_field_row *row = contact_field(field);
	char text[16] = "";

	switch (row->type) {
	case TYPE_TEXT:
		csv_write_put(writing, *contact_field_text(contact, field));
		break;
	case TYPE_DAY:
		csv_write_put(writing, date_format_iso(*contact_field_day(contact, field), text));
		break;
	case TYPE_CADENCE:
		if (contact->cadence_days)
			snprintf(text, sizeof text, "%d", contact->cadence_days);
		csv_write_put(writing, text);
		break;
	case TYPE_CIRCLE:
		csv_write_put(writing, exporting_circle(exporting, contact->circle));
		break;
	case TYPE_CHANNEL:
		csv_write_put_channels(writing, contact, (enum channel_kind)row->kind);
		break;
	case TYPE_YEARLY:
		put_yearly(writing, contact, (enum yearly_kind)row->kind);
		break;
	case TYPE_TAGS:
		csv_write_put_tags(writing, contact);
		break;
	case TYPE_RELATION:
		break;
	}
}

/* Those with a header; the UID, which says nothing to people, comes last. */
static bool is_column(enum contact_field field)
{
	return contact_field(field)->headers[0] && field != CONTACT_UID;
}

static bool has_more_dates(const struct contact *contact)
{
	bool is_told[CONTACT_FIELDS] = { false };
	const struct yearly_date *date;

	VECTOR_EACH (date, &contact->dates) {
		enum contact_field field = contact_field_of_yearly(date->kind);
		if (is_told[field] || !is_column(field) || date->label)
			return true;
		is_told[field] = true;
	}
	return false;
}

/* Something of it is in no column. */
static bool csv_write_leaves_out(const struct contact *contact)
{
	const struct channel *channel;
	const struct kept_property *kept;
	bool leaves_out = contact->relations.count || has_more_dates(contact);

	VECTOR_EACH (channel, &contact->channels)
		leaves_out |= channel->label != NULL;
	VECTOR_EACH (kept, &contact->kept)
		leaves_out |= *kept->line != '~' && !ascii_begins(kept->line, "PRODID") &&
			      !ascii_begins(kept->line, "REV");
	return leaves_out;
}

static enum status csv_write_put_contact(
	struct exporting *exporting, const struct contact *contact, struct error *err)
{
	exporting->lossy += csv_write_leaves_out(contact);
	CONTACT_FIELD_EACH (field)
		if (is_column(field))
			put_field(exporting, contact, field);
	put_field(exporting, contact, CONTACT_UID);
	return end_row(exporting->format, err);
}

enum status csv_export_contacts(struct exporting *exporting, struct error *err)
{
	struct csv_writing writing = { .out = exporting->out, .is_first = true };
	enum status status;

	CONTACT_FIELD_EACH (field)
		if (is_column(field))
			csv_write_put(&writing, contact_field(field)->headers[0]);
	csv_write_put(&writing, contact_field(CONTACT_UID)->headers[0]);
	status = end_row(&writing, err);
	exporting->format = &writing;
	if (status == STATUS_OK)
		status = exporting_each_contact(exporting, csv_write_put_contact, err);
	exporting->format = NULL;
	return status;
}
