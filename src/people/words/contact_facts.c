/* All that is known of a contact, as labelled lines.
 * Not here: which fields there are (contact_field.h). */
#include "filo/people/words/contact_facts.h"

#include "filo/base/ascii.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/contact_field.h"
#include "filo/people/full_name.h"
#include "filo/people/kept_line.h"
#include "filo/people/words/cadence.h"
#include "filo/people/words/contact_words.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static void contact_fact_push(struct vector *facts, const char *label, const char *text)
{
	struct contact_fact fact;

	if (text_is_blank(text))
		return;
	fact.label = memory_copy_string(label);
	fact.text = memory_copy_string(text);
	vector_push(facts, &fact);
}

void contact_facts_fini(struct vector *facts)
{
	struct contact_fact *fact;

	VECTOR_EACH (fact, facts) {
		free(fact->label);
		free(fact->text);
	}
	vector_fini(facts);
}

static void add_channels(
	struct vector *facts, const struct contact *contact, enum contact_field field)
{
	const struct channel *channel;

	VECTOR_EACH (channel, &contact->channels) {
		struct strbuf text = STRBUF_INIT;
		if ((int)channel->kind == contact_field(field)->kind)
			channel_describe(&text, channel);
		contact_fact_push(facts, contact_field_label(field), text.data);
		strbuf_fini(&text);
	}
}

static void add_dates(
	struct vector *facts, const struct contact *contact, int kind, day_number today)
{
	const struct yearly_date *date;

	VECTOR_EACH (date, &contact->dates) {
		struct strbuf text = STRBUF_INIT;
		if ((int)date->kind == kind)
			yearly_describe(&text, date, contact_is_dead(contact), today);
		contact_fact_push(facts, yearly_date_label(date), text.data);
		strbuf_fini(&text);
	}
}

static void add_relations(struct vector *facts, const struct contact *contact)
{
	const struct relation *relation;

	VECTOR_EACH (relation, &contact->relations)
		contact_fact_push(
			facts, relation_kind_title(relation->kind), relation_person(relation));
}

static void add_line(struct vector *facts, const struct contact *contact, enum contact_field field,
	const char *circle, day_number today)
{
	struct strbuf text = STRBUF_INIT;

	if (field == CONTACT_MET)
		met_describe(&text, contact, today); /* and when */
	else if (contact_field(field)->type == TYPE_TEXT)
		strbuf_add(&text, contact_field_shown(contact, field));
	else if (field == CONTACT_CADENCE)
		cadence_describe(&text, contact->cadence_days);
	else if (field == CONTACT_CIRCLE)
		strbuf_add(&text, circle ? circle : "");
	else if (field == CONTACT_TAGS)
		tags_write(&text, contact);
	contact_fact_push(facts, contact_field_label(field), text.data);
	strbuf_fini(&text);
}

/* The name of a property as other labels are written: "X-WEDDING-DAY" is "Wedding day". */
static void spell_property(char *name)
{
	if (ascii_begins(name, "X-") && name[2])
		memmove(name, name + 2, strlen(name + 2) + 1);
	for (char *at = *name ? name + 1 : name; *at; at++)
		*at = *at == '-' ? ' ' : ascii_lower(*at);
}

/* What no field is for, as an import has kept it: cells under their columns, lines of cards under
 * their properties. */
static void add_kept_lines(struct vector *facts, const struct contact *contact)
{
	struct vector labels;

	kept_labels_init(&labels, &contact->kept);
	for (size_t i = 0; i < contact->kept.count; i++) {
		const struct kept_property *kept = vector_at(&contact->kept, i);
		struct strbuf text = STRBUF_INIT;
		char *label;
		if (!kept_line_show(&contact->kept, i, &labels, &label, &text))
			continue;
		if (!kept_line_is_cell(kept->line))
			spell_property(label);
		contact_fact_push(facts, label, text.data);
		strbuf_fini(&text);
		free(label);
	}
	vector_fini(&labels);
}

static void contact_facts_add_name(struct vector *facts, const struct contact *contact)
{
	struct strbuf name = STRBUF_INIT;

	contact_full_name(&name, contact);
	contact_fact_push(facts, full_name_label(), name.data);
	strbuf_fini(&name);
}

void contact_facts_collect(
	struct vector *facts, const struct contact *contact, const char *circle, day_number today)
{
	contact_facts_add_name(facts, contact);
	CONTACT_FIELD_EACH (field) {
		const struct contact_field_row *row = contact_field(field);
		if (!row->is_fact)
			continue;
		if (row->type == TYPE_CHANNEL)
			add_channels(facts, contact, field);
		else if (row->type == TYPE_YEARLY)
			add_dates(facts, contact, row->kind, today);
		else if (row->type == TYPE_RELATION)
			add_relations(facts, contact);
		else
			add_line(facts, contact, field, circle, today);
	}
	add_kept_lines(facts, contact);
}
