/* From lines to cards: BEGIN and END, also where they are nested, missing or one too many.
 * Not here: what the properties of a card mean (vcard_contact.c). */
#include "exchange/vcard/vcard_read.h"

#include "exchange/doubts.h"
#include "exchange/vcard/vcard_contact.h"
#include "exchange/vcard/vcard_lines.h"
#include "exchange/vcard/vcard_value.h"
#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/base/uuid.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Cards without END pile up: at most this many are kept open. */
#define OPEN_CARDS_MAX 8

struct open_card {
	struct vector properties; /* of struct vcard_property */
	int64_t line;
	bool is_version_21;
	bool is_agent; /* of whom the card around it is about */
};

struct vcard_reading {
	struct vcard_lexer lexer;
	const struct record_sink *sink;
	struct open_card open[OPEN_CARDS_MAX];
	size_t depth;
	bool saw_card, is_page_told;
	struct vector doubts; /* dates of the card that were not understood */
};

static void card_fini(struct open_card *card)
{
	VECTOR_FINI(struct vcard_property, &card->properties, vcard_property_fini);
}

static void note_doubt(void *context, const struct vcard_property *property)
{
	struct vcard_reading *reading = context;

	doubts_add(&reading->doubts, property->line, property->name, property->value);
}

/* Who acts for somebody is tied to them, as vCard 4.0 says it (RFC 6350 6.6.6); a group may be
 * without a name, and then is nobody. */
static void tie_agent(struct open_card *outer, const struct contact *agent)
{
	if (!agent->uid && !agent->name)
		return;
	struct vcard_property *property = vector_push(&outer->properties, NULL);
	struct strbuf line = STRBUF_INIT;

	strbuf_add(&line, "RELATED;TYPE=agent");
	if (agent->uid) {
		strbuf_add(&line, ascii_begins(agent->uid, "urn:") ? ":" : ":urn:uid:");
		strbuf_add(&line, agent->uid);
	} else {
		strbuf_add(&line, ";VALUE=text:");
		vcard_escape(&line, agent->name);
	}
	vcard_property_parse(property, line.data, line.len, false);
	strbuf_fini(&line);
}

static enum status vcard_read_hand_on(
	struct vcard_reading *reading, struct open_card *card, struct error *err)
{
	struct record record;
	enum status status;

	if (!card->properties.count) {
		card_fini(card);
		return record_problem(
			reading->sink, card->line, true, _("This card is empty"), err);
	}
	record_init(&record, "vcard", card->line);
	record.today = reading->sink->today;
	record.may_be_old = true;
	doubts_clear(&reading->doubts);
	vcard_interpret(&record, &card->properties, note_doubt, reading);
	card_fini(card);
	if (!record.is_group && !record_settle_name(&record)) {
		status = record_problem(reading->sink, record.line, true,
			_("This card has no name, nor anything else to call a person by"), err);
		record_fini(&record);
		return status;
	}
	if (card->is_agent && reading->depth)
		tie_agent(&reading->open[reading->depth - 1], &record.contact);
	status = doubts_tell(&reading->doubts, reading->sink, err);
	if (status != STATUS_OK) {
		record_fini(&record);
		return status;
	}
	return reading->sink->person(reading->sink->context, &record, err);
}

/* The outermost. */
static enum status close_unended(struct vcard_reading *reading, struct error *err)
{
	struct open_card card = *reading->open;
	enum status status;

	card.is_agent = false; /* nothing is around it any more */
	reading->depth--;
	memmove(reading->open, reading->open + 1, reading->depth * sizeof card);
	status = record_problem(reading->sink, card.line, false,
		_("This card does not end (no END:VCARD); please check that it is complete"), err);
	if (status == STATUS_OK)
		return vcard_read_hand_on(reading, &card, err);
	card_fini(&card);
	return status;
}

/* "AGENT:", with the card below. */
static bool take_agent(struct vcard_reading *reading)
{
	struct vector *outer =
		reading->depth ? &reading->open[reading->depth - 1].properties : NULL;
	struct vcard_property *last =
		outer && outer->count ? vector_at(outer, outer->count - 1) : NULL;

	if (!last || strcmp(last->name, "AGENT") != 0 || !text_is_blank(last->value))
		return false;
	vcard_property_fini(last);
	vector_remove(outer, outer->count - 1);
	return true;
}

static enum status begin_card(struct vcard_reading *reading, bool is_agent, struct error *err)
{
	enum status status = STATUS_OK;

	is_agent |= take_agent(reading);

	if (reading->depth == OPEN_CARDS_MAX)
		status = close_unended(reading, err);
	reading->saw_card = true;
	reading->open[reading->depth++] = (struct open_card){
		.properties = VECTOR_INIT(struct vcard_property),
		.line = reading->lexer.line_number,
		.is_agent = is_agent,
	};
	reading->lexer.is_version_21 = false;
	return status;
}

static struct vcard_property *vcard_read_uid_of(const struct open_card *card)
{
	struct vcard_property *property;

	VECTOR_EACH (property, &card->properties)
		if (!strcmp(property->name, "UID"))
			return property;
	return NULL;
}

/* A card inside another (an agent's) that bears the other's UID is somebody else all the same. */
static void drop_borrowed_uid(const struct vcard_reading *reading, struct open_card *card)
{
	const struct vcard_property *outer =
		reading->depth ? vcard_read_uid_of(&reading->open[reading->depth - 1]) : NULL;
	struct vcard_property *uid = outer ? vcard_read_uid_of(card) : NULL;

	if (!uid || !uuid_is_same(uid->value, outer->value))
		return;
	vcard_property_fini(uid);
	vector_remove(
		&card->properties, (size_t)(uid - (struct vcard_property *)card->properties.items));
}

static enum status end_card(struct vcard_reading *reading, struct error *err)
{
	if (!reading->depth)
		return record_problem(reading->sink, reading->lexer.line_number, false,
			_("END:VCARD without a card was ignored"), err);
	struct open_card card = reading->open[--reading->depth];
	drop_borrowed_uid(reading, &card);
	reading->lexer.is_version_21 =
		reading->depth && reading->open[reading->depth - 1].is_version_21;
	return vcard_read_hand_on(reading, &card, err);
}

static enum status vcard_read_not_understood(struct vcard_reading *reading, struct error *err)
{
	struct strbuf *line = &reading->lexer.line;
	size_t len = line->len > 40 ? 40 : line->len;
	char *shown = memory_copy_bytes(line->data, len);
	char reason[256];

	snprintf(reason, sizeof reason, _("Not a vCard property, left out: %s"), shown);
	free(shown);
	return record_problem(reading->sink, reading->lexer.line_number, false, reason, err);
}

static bool is_vcard(const struct vcard_property *property)
{
	size_t len = strcspn(property->value, " \t");

	return len == 5 && ascii_begins(property->value, "VCARD");
}

static enum status add_property(
	struct vcard_reading *reading, struct vcard_property *property, struct error *err)
{
	if (!reading->depth) {
		vcard_property_fini(property);
		return record_problem(reading->sink, reading->lexer.line_number, false,
			_("A property outside any card was left out"), err);
	}
	struct open_card *card = &reading->open[reading->depth - 1];
	property->line = reading->lexer.line_number;
	if (!strcmp(property->name, "VERSION")) {
		card->is_version_21 = !strncmp(property->value, "2", 1);
		reading->lexer.is_version_21 = card->is_version_21;
		vcard_property_fini(property);
		return STATUS_OK;
	}
	/* "PROFILE:VCARD" says what BEGIN has said. */
	if (!strcmp(property->name, "PROFILE") && is_vcard(property)) {
		vcard_property_fini(property);
		return STATUS_OK;
	}
	vector_push(&card->properties, property);
	return STATUS_OK;
}

/* "END:VCARDBEGIN:VCARD": a file without a line end was joined to another, mark and all. */
static bool ends_and_begins(const char *line)
{
	static const char end[] = "END:VCARD";

	if (!ascii_begins(line, end))
		return false;
	line += strlen(end);
	line += strspn(line, " \t" SOURCE_MARK);
	return ascii_equal(line, "BEGIN:VCARD");
}

/* Where no charset says what it is. */
static enum status vcard_read_tell_page(struct vcard_reading *reading, struct error *err)
{
	const struct strbuf *line = &reading->lexer.line;

	if (reading->is_page_told || text_is_valid(line->data, line->len) ||
		ascii_find(line->data, "CHARSET="))
		return STATUS_OK;
	return record_tell_page(reading->sink, reading->lexer.line_number, "Windows-1252",
		&reading->is_page_told, err);
}

static enum status vcard_read_line(struct vcard_reading *reading, struct error *err)
{
	struct strbuf *line = &reading->lexer.line;
	struct vcard_property property;
	bool is_begin, is_end;

	if (ends_and_begins(line->data)) {
		enum status status = end_card(reading, err);
		return status == STATUS_OK ? begin_card(reading, false, err) : status;
	}
	if (!vcard_property_parse(&property, line->data, line->len, reading->lexer.is_version_21)) {
		vcard_property_fini(&property);
		return vcard_read_not_understood(reading, err);
	}
	/* vCard 2.1 puts a card for somebody's agent inside theirs: "AGENT:BEGIN:VCARD". */
	is_begin = (!strcmp(property.name, "BEGIN") && is_vcard(&property)) ||
		   (!strcmp(property.name, "AGENT") && ascii_equal(property.value, "BEGIN:VCARD"));
	is_end = !strcmp(property.name, "END") && is_vcard(&property);
	if (!is_begin && !is_end) {
		enum status told = vcard_read_tell_page(reading, err);
		if (told == STATUS_OK)
			return add_property(reading, &property, err);
		vcard_property_fini(&property);
		return told;
	}
	bool is_agent = !strcmp(property.name, "AGENT");
	vcard_property_fini(&property);
	return is_begin ? begin_card(reading, is_agent, err) : end_card(reading, err);
}

/* A card begins a line; within one, as in a JSON file's text, it is no card. */
bool vcard_recognises(const char *bytes, size_t len)
{
	static const char begin[] = "BEGIN:VCARD";
	size_t begin_len = strlen(begin);
	bool is_at_start = true;

	for (size_t i = 0; i + begin_len <= len; i++) {
		if (is_at_start && ascii_equal_bytes(bytes + i, begin, begin_len))
			return true;
		if (bytes[i] == '\n' || bytes[i] == '\r')
			is_at_start = true;
		else if (!strchr(" \t" SOURCE_MARK, bytes[i]))
			is_at_start = false;
	}
	return false;
}

enum status vcard_read(struct source *source, const struct record_sink *sink, struct error *err)
{
	struct vcard_reading reading = { .sink = sink, .doubts = DOUBTS_INIT };
	enum status status;
	bool has_line;

	vcard_lexer_init(&reading.lexer, source);
	while ((status = vcard_lexer_next(&reading.lexer, &has_line, err)) == STATUS_OK &&
		has_line) {
		status = vcard_read_line(&reading, err);
		if (status != STATUS_OK)
			break;
	}
	while (status == STATUS_OK && reading.depth)
		status = close_unended(&reading, err);
	while (reading.depth)
		card_fini(&reading.open[--reading.depth]);
	if (status == STATUS_OK && !reading.saw_card)
		status = record_problem(
			reading.sink, 1, true, _("There is no card here (no BEGIN:VCARD)"), err);
	doubts_clear(&reading.doubts);
	vector_fini(&reading.doubts);
	vcard_lexer_fini(&reading.lexer);
	return status;
}
