/* Taking away what somebody has by naming it.
 * Not here: a field that is emptied (typed_fields.c). */
#include "filo/people/words/contact_remove.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/contact_field.h"
#include "filo/people/sameness.h"
#include "filo/people/words/typed_fields.h"

#include <stdlib.h>
#include <string.h>

enum naming {
	NAMED_NOT,
	NAMED_BEGUN, /* a word of a person's name */
	NAMED_ALIKE, /* in another spelling */
	NAMED_SO,
};

/* What is named best so far. */
struct called {
	const char *typed;
	char *text; /* of the first */
	enum naming naming;
	size_t count, index; /* index: of the first */
	void (*take)(struct contact *contact, size_t index);
	struct strbuf *names;
};

static enum naming naming_of(const char *text, const char *typed)
{
	if (!text)
		return NAMED_NOT;
	if (!strcmp(text, typed))
		return NAMED_SO;
	return text_folds_alike(text, typed) ? NAMED_ALIKE : NAMED_NOT;
}

/* Of several that say the same the first is meant. */
static void called_consider(struct called *called, enum naming naming, const char *text,
	void (*take)(struct contact *contact, size_t index), size_t index)
{
	if (naming == NAMED_NOT || naming < called->naming)
		return;
	if (naming > called->naming) {
		strbuf_clear(called->names);
		memory_replace_string(&called->text, text);
		called->naming = naming;
		called->count = 0;
		called->index = index;
		called->take = take;
	} else if (text_is_same(text, called->text)) {
		return;
	}
	called->count++;
	strbuf_add_item(called->names, ", ", text);
}

static void take_channel(struct contact *contact, size_t index)
{
	struct channel *channel = vector_at(&contact->channels, index);

	free(channel->value);
	free(channel->label);
	vector_remove(&contact->channels, index);
}

static void consider_channels(struct called *called, const struct contact *contact)
{
	for (size_t i = 0; i < contact->channels.count; i++) {
		const struct channel *channel = vector_at(&contact->channels, i);
		enum naming naming = naming_of(channel->value, called->typed);
		if (naming == NAMED_NOT &&
			channel_says(channel->kind, channel->value, called->typed))
			naming = NAMED_ALIKE;
		called_consider(called, naming, channel->value, take_channel, i);
	}
}

static void take_tag(struct contact *contact, size_t index)
{
	free(*(char **)vector_at(&contact->tags, index));
	vector_remove(&contact->tags, index);
}

static void consider_tags(struct called *called, const struct contact *contact)
{
	for (size_t i = 0; i < contact->tags.count; i++) {
		const char *tag = *(char *const *)vector_at(&contact->tags, i);
		called_consider(called, naming_of(tag, called->typed), tag, take_tag, i);
	}
}

static void take_date(struct contact *contact, size_t index)
{
	free(((struct yearly_date *)vector_at(&contact->dates, index))->label);
	vector_remove(&contact->dates, index);
}

/* By the name that is shown, that of its field, or its day: with both, as a name may have several
 * days. */
static void consider_dates(struct called *called, const struct contact *contact)
{
	for (size_t i = 0; i < contact->dates.count; i++) {
		const struct yearly_date *date = vector_at(&contact->dates, i);
		const char *label = yearly_date_label(date);
		const char *key = contact_field(contact_field_of_yearly(date->kind))->key;
		struct strbuf day = STRBUF_INIT, both = STRBUF_INIT;
		yearly_write(&day, date->date);
		strbuf_add_format(&both, "%s %s", label, day.data);
		enum naming naming = naming_of(label, called->typed);
		if (naming == NAMED_NOT && day.len)
			naming = naming_of(day.data, called->typed);
		if (naming == NAMED_NOT && !date->label)
			naming = naming_of(key, called->typed);
		if (naming == NAMED_NOT)
			naming = naming_of(both.data, called->typed);
		called_consider(called, naming, both.data, take_date, i);
		strbuf_fini(&day);
		strbuf_fini(&both);
	}
}

static void take_relation(struct contact *contact, size_t index)
{
	contact_remove_relation(contact, vector_at(&contact->relations, index));
}

/* People are named by the beginning of a word of their name, too, as everywhere. */
static enum naming naming_of_person(const char *name, const char *typed)
{
	struct strbuf whole = STRBUF_INIT, begin = STRBUF_INIT;
	enum naming naming = naming_of(name, typed);

	text_fold(&whole, name);
	text_fold(&begin, typed);
	for (const char *word = whole.data; naming == NAMED_NOT && begin.len && word;) {
		if (!strncmp(word, begin.data, begin.len))
			naming = NAMED_BEGUN;
		word = strchr(word, ' ');
		word += word != NULL;
	}
	strbuf_fini(&whole);
	strbuf_fini(&begin);
	return naming;
}

/* By who it is, or as it is given: "partner=Ben". */
static enum naming naming_of_relation(const struct relation *relation, const char *typed)
{
	enum naming naming = naming_of_person(relation_person(relation), typed);
	const char *mark = strchr(typed, '=');
	enum relation_kind kind;

	if (naming != NAMED_NOT || !mark)
		return naming;
	char *word = memory_copy_bytes(typed, (size_t)(mark - typed));
	if (relation_kind_parse(word, &kind) && kind == relation->kind)
		naming = naming_of_person(relation_person(relation), mark + 1);
	free(word);
	return naming;
}

static void consider_relations(struct called *called, const struct contact *contact)
{
	for (size_t i = 0; i < contact->relations.count; i++) {
		const struct relation *relation = vector_at(&contact->relations, i);
		struct strbuf given = STRBUF_INIT;
		if (!relation->name)
			continue;
		strbuf_add_format(&given, "%s=%s",
			spoken_label(&relation_kind_words[relation->kind]),
			relation_person(relation));
		called_consider(called, naming_of_relation(relation, called->typed), given.data,
			take_relation, i);
		strbuf_fini(&given);
	}
}

enum status contact_remove_tag_called(struct contact *contact, const char *typed, struct error *err)
{
	struct strbuf names = STRBUF_INIT;
	struct called called = { .typed = typed, .names = &names };
	enum status status = STATUS_NOT_FOUND;

	consider_tags(&called, contact);
	if (called.count == 1) {
		called.take(contact, called.index);
		status = STATUS_OK;
	} else if (called.count) {
		status = error_set(err, STATUS_AMBIGUOUS,
			_("\"%s\" could be: %s. Write it as it stands there"),
			text_brief(typed).text, text_brief(names.data).text);
	}
	free(called.text);
	strbuf_fini(&names);
	return status;
}

size_t contact_remove_called(struct contact *contact, const char *typed, struct strbuf *names)
{
	struct called called = { .typed = typed, .names = names };

	consider_channels(&called, contact);
	consider_tags(&called, contact);
	consider_dates(&called, contact);
	consider_relations(&called, contact);
	if (called.count == 1)
		called.take(contact, called.index);
	free(called.text);
	return called.count;
}
