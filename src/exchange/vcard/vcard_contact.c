/* From the properties of a card to a record: labels, what is read, what is kept.
 * Not here: each property's meaning (vcard_fields.c, vcard_channels.c). */
#include "exchange/vcard/vcard_contact.h"

#include "exchange/vcard/vcard_date.h"
#include "exchange/vcard/vcard_fields.h"
#include "exchange/vcard/vcard_groups.h"
#include "exchange/vcard/vcard_value.h"
#include "filo/base/ascii.h"
#include "filo/base/memory.h"
#include "filo/people/kept_line.h"

#include <stdlib.h>
#include <string.h>

/* The X-ABLabel that goes with a property, or NULL. */
static const struct vcard_property *property_label(
	const struct vcard_property *property, const struct vector *all)
{
	struct vcard_property *other;

	if (!property->group)
		return NULL;
	VECTOR_EACH (other, all)
		if (other->group && !strcmp(other->name, "X-ABLABEL") &&
			ascii_equal(other->group, property->group))
			return other;
	return NULL;
}

static char *label_text(const struct vcard_property *label)
{
	char *text = vcard_text(label->value);
	struct strbuf plain = STRBUF_INIT;

	kept_line_add_label(&plain, text);
	free(text);
	return strbuf_take(&plain);
}

static bool is_value_kind(const char *value)
{
	static const char *const kinds[] = { "text", "uri", "date", "date-and-or-time",
		"phone-number", NULL };

	return ascii_is_among(value, kinds);
}

static void add_type(struct taking *taking, struct strbuf *words, const char *type)
{
	if (ascii_equal(type, "pref")) {
		taking->is_preferred = true;
		return;
	}
	/* What every address and every telephone is says nothing. */
	if (!*type || ascii_equal(type, "internet") || ascii_equal(type, "voice"))
		return;
	if (words->len)
		strbuf_add_char(words, ' ');
	/* What stands behind "X-" is a label of one's own, as it is spelled. */
	if (ascii_begins(type, "X-") && type[2]) {
		strbuf_add(words, type + 2);
		return;
	}
	for (; *type; type++)
		strbuf_add_char(words, ascii_lower(*type));
}

/* "Telegram", where neither the address nor the types say so: before the label, if any. */
static void add_service(struct taking *taking)
{
	const char *service = vcard_property_service(taking->property);
	struct strbuf label = STRBUF_INIT;

	if (!service || ascii_begins(taking->text, service) ||
		(taking->label && ascii_find(taking->label, service)))
		return;
	strbuf_add_item(&label, " ", service);
	if (taking->label)
		strbuf_add_item(&label, " ", taking->label);
	free(taking->label);
	taking->label = strbuf_take(&label);
}

static void find_label(struct taking *taking, const struct vcard_property *label)
{
	struct strbuf words = STRBUF_INIT;
	struct vcard_param *param;

	taking->is_plain = true;
	VECTOR_EACH (param, &taking->property->params) {
		if (!strcmp(param->name, "TYPE")) {
			add_type(taking, &words, param->value);
		} else if (!strcmp(param->name, "PREF")) {
			taking->is_preferred |= !strcmp(param->value, "1");
			taking->is_plain &= taking->is_preferred;
		} else if (!strcmp(param->name, "X-APPLE-OMIT-YEAR") ||
			   !strcmp(param->name, VCARD_REMEMBER)) {
			continue; /* the date's own affair */
		} else if (strcmp(param->name, "VALUE") || !is_value_kind(param->value)) {
			taking->is_plain = false;
		}
	}
	if (label) {
		taking->is_plain &= !words.len;
		taking->label = label_text(label);
	} else if (words.len) {
		taking->label = memory_copy_string(words.data);
	}
	add_service(taking);
	strbuf_fini(&words);
}

static enum vcard_taken interpret_labelled(struct record *record,
	const struct vcard_property *property, const struct vcard_property *label,
	const struct vector *all)
{
	struct taking taking = { .record = record, .property = property, .all = all };
	enum vcard_taken taken;

	if (property->is_binary)
		return VCARD_UNKNOWN;
	taking.text = vcard_text(property->value);
	find_label(&taking, label);
	taken = vcard_fields_read(&taking);
	free(taking.text);
	free(taking.label);
	return taken;
}

enum vcard_taken vcard_interpret_one(
	struct record *record, const struct vcard_property *property, const struct vector *all)
{
	return interpret_labelled(record, property, property_label(property, all), all);
}

static void vcard_interpret_keep(
	struct record *record, const struct vcard_property *property, bool is_original)
{
	struct strbuf line = STRBUF_INIT;

	if (is_original)
		strbuf_add_char(&line, VCARD_ORIGINAL);
	vcard_property_print(&line, property, false);
	contact_add_kept(&record->contact, line.data);
	strbuf_fini(&line);
}

/* A label is read with what it labels, unless something of its group is kept as a line. */
static bool is_label_used(const struct vcard_property *property, const struct vcard_group *group,
	enum vcard_taken taken)
{
	size_t unread = taken != VCARD_WHOLLY;

	return !strcmp(property->name, "X-ABLABEL") && group && group->members > 1 &&
	       group->unread == unread;
}

/* A date that should have been understood: what is meant as text (VALUE=text) need not be. */
static bool is_odd_date(const struct record *record, const struct vcard_property *property)
{
	const char *kind = vcard_property_param(property, "VALUE"), *name = property->name;
	enum yearly_kind yearly = !strcmp(name, "BDAY")       ? YEARLY_BIRTHDAY
				  : strstr(name, "DEATHDATE") ? YEARLY_DEATH
							      : YEARLY_OTHER;
	bool is_whole, is_date;
	struct civil_date date;

	is_date =
		yearly != YEARLY_OTHER || strstr(name, "ANNIVERSARY") || !strcmp(name, "X-ABDATE");
	/* "0000-00-00" says that there is none. */
	if (!is_date || !property->value[strspn(property->value, "0-")] ||
		(kind && ascii_equal(kind, "text")))
		return false;
	return !vcard_date_parse(property->value, &date, &is_whole) ||
	       record_is_beyond_life(record, yearly, date);
}

void vcard_interpret(struct record *record, const struct vector *properties,
	void (*doubt)(void *context, const struct vcard_property *property), void *context)
{
	enum vcard_taken *taken = memory_new(properties->count * sizeof *taken);
	struct vcard_groups groups;

	vcard_groups_init(&groups, properties);
	for (size_t i = 0; i < properties->count; i++) {
		struct vcard_group *group = groups.of[i];
		taken[i] = interpret_labelled(
			record, vector_at(properties, i), group ? group->label : NULL, properties);
		if (group)
			group->unread += taken[i] != VCARD_WHOLLY;
	}
	for (size_t i = 0; i < properties->count; i++) {
		const struct vcard_property *property = vector_at(properties, i);
		if (taken[i] == VCARD_WHOLLY || is_label_used(property, groups.of[i], taken[i]))
			continue;
		if (doubt && taken[i] == VCARD_UNKNOWN && is_odd_date(record, property))
			doubt(context, property);
		vcard_interpret_keep(record, property, taken[i] == VCARD_PARTLY);
	}
	vcard_groups_fini(&groups);
	free(taken);
}
