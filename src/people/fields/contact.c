/* A contact in memory: making, copying and freeing it, and the words for its parts.
 * Not here: its state over time (contact_state.c). */
#include "filo/people/contact.h"

#include "filo/base/ascii.h"
#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/spoken.h"
#include "filo/base/text.h"
#include "filo/people/contact_field.h"

#include <stdlib.h>
#include <string.h>

void contact_init(struct contact *contact)
{
	*contact = (struct contact){
		.met_on = DAY_NONE, .added_on = DAY_NONE, .wish_set_on = DAY_NONE
	};
	vector_init(&contact->channels, sizeof(struct channel));
	vector_init(&contact->tags, sizeof(char *));
	vector_init(&contact->dates, sizeof(struct yearly_date));
	vector_init(&contact->relations, sizeof(struct relation));
	vector_init(&contact->kept, sizeof(struct kept_property));
}

void contact_fini(struct contact *contact)
{
	struct channel *channel;
	struct yearly_date *date;
	struct relation *relation;
	struct kept_property *kept;

	CONTACT_FIELD_EACH (field)
		if (contact_field_text(contact, field))
			free(*contact_field_text(contact, field));
	VECTOR_EACH (channel, &contact->channels) {
		free(channel->value);
		free(channel->label);
	}
	VECTOR_EACH (date, &contact->dates)
		free(date->label);
	VECTOR_EACH (relation, &contact->relations)
		free(relation->name);
	VECTOR_EACH (kept, &contact->kept)
		free(kept->line);
	vector_fini(&contact->channels);
	vector_fini_strings(&contact->tags);
	vector_fini(&contact->dates);
	vector_fini(&contact->relations);
	vector_fini(&contact->kept);
	contact_init(contact);
}

void contact_copy(struct contact *to, const struct contact *from)
{
	const struct channel *channel;
	const struct yearly_date *date;
	const struct relation *relation;
	const struct kept_property *kept;
	char *const *tag;

	contact_init(to);
	to->id = from->id;
	CONTACT_FIELD_EACH (field)
		contact_field_set(to, from, field);
	VECTOR_EACH (channel, &from->channels)
		contact_add_channel(
			to, channel->kind, channel->value, channel->label, channel->is_preferred);
	VECTOR_EACH (tag, &from->tags)
		contact_add_tag(to, *tag);
	VECTOR_EACH (date, &from->dates)
		contact_add_date(to, date->kind, date->date, date->label)->is_remembered =
			date->is_remembered;
	VECTOR_EACH (kept, &from->kept)
		contact_add_kept(to, kept->line);
	VECTOR_EACH (relation, &from->relations) {
		struct relation copy = *relation;
		copy.name = memory_copy_string(relation->name);
		vector_push(&to->relations, &copy);
	}
}

void contact_add_channel(struct contact *contact, enum channel_kind kind, const char *value,
	const char *label, bool is_preferred)
{
	struct channel channel = { .kind = kind, .is_preferred = is_preferred };

	if (text_is_blank(value))
		return;
	channel.value = memory_copy_string(value);
	channel.label = text_is_blank(label) ? NULL : memory_copy_string(label);
	vector_push(&contact->channels, &channel);
}

void contact_add_tag(struct contact *contact, const char *tag)
{
	char *trimmed = text_trim(tag);
	size_t low = 0, high = contact->tags.count;
	int order = *trimmed ? -1 : 0; /* an empty one is as good as there */

	text_join_lines(trimmed);
	while (low < high && order) {
		size_t middle = low + (high - low) / 2;
		order = strcmp(trimmed, *(char **)vector_at(&contact->tags, middle));
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	if (order)
		vector_insert(&contact->tags, low, &trimmed);
	else
		free(trimmed);
}

bool contact_has_tag(const struct contact *contact, const char *tag)
{
	char *const *own;

	VECTOR_EACH (own, &contact->tags)
		if (!strcmp(*own, tag))
			return true;
	return false;
}

/* Just so, or else the first that folds alike; NULL: none. */
static char **contact_find_tag(const struct contact *contact, const char *tag)
{
	bool is_so = contact_has_tag(contact, tag);
	char **own;

	VECTOR_EACH (own, &contact->tags)
		if (is_so ? !strcmp(*own, tag) : text_folds_alike(*own, tag))
			return own;
	return NULL;
}

void contact_give_tag(struct contact *contact, const char *tag)
{
	if (!contact_find_tag(contact, tag))
		contact_add_tag(contact, tag);
}

bool contact_remove_tag(struct contact *contact, const char *tag)
{
	char **own = contact_find_tag(contact, tag);

	if (!own)
		return false;
	free(*own);
	vector_remove(&contact->tags, (size_t)(own - (char **)contact->tags.items));
	return true;
}

struct yearly_date *contact_add_date(
	struct contact *contact, enum yearly_kind kind, struct civil_date date, const char *label)
{
	struct yearly_date yearly = { .kind = kind, .date = date };

	yearly.label = text_is_blank(label) ? NULL : memory_copy_string(label);
	return vector_push(&contact->dates, &yearly);
}

int contact_met_year(const char *met)
{
	int earliest = 0;

	while (met && *met) {
		size_t digits = strspn(met, "0123456789");
		int year = digits == 4 ? text_number(met, 4) : 0;
		if (year >= 1900 && year < 2100 && (!earliest || year < earliest))
			earliest = year;
		met += digits ? digits : 1;
	}
	return earliest;
}

bool contact_is_dead(const struct contact *contact)
{
	const struct yearly_date *date;

	VECTOR_EACH (date, &contact->dates)
		if (date->kind == YEARLY_DEATH)
			return true;
	return false;
}

void contact_add_kept(struct contact *contact, const char *line)
{
	struct kept_property kept = { .line = memory_copy_string(line) };

	vector_push(&contact->kept, &kept);
}

const struct channel *contact_channel(const struct contact *contact, enum channel_kind kind)
{
	const struct channel *channel, *found = NULL;

	VECTOR_EACH (channel, &contact->channels) {
		if (channel->kind == kind &&
			(!found || (channel->is_preferred && !found->is_preferred)))
			found = channel;
	}
	return found;
}

/* By the name alone, as files have it. */
static bool term_parse(const struct spoken *terms, size_t count, const char *word, int *value)
{
	for (size_t i = 0; i < count; i++) {
		if (terms[i].name && !strcmp(terms[i].name, word)) {
			*value = (int)i;
			return true;
		}
	}
	return false;
}

static const struct spoken channel_kinds[CHANNEL_KINDS] = {
	[CHANNEL_EMAIL] = { "email", N_("e-mail") },
	[CHANNEL_PHONE] = { "phone", N_("phone") },
	[CHANNEL_MESSENGER] = { "messenger", N_("messenger") },
	[CHANNEL_PROFILE] = { "profile", N_("profile") },
	[CHANNEL_WEBSITE] = { "website", N_("website") },
	[CHANNEL_ADDRESS] = { "address", N_("address") },
};

const char *channel_kind_name(enum channel_kind kind)
{
	return channel_kinds[kind].name;
}

const char *channel_kind_label(enum channel_kind kind)
{
	return _(channel_kinds[kind].label);
}

bool channel_kind_parse(const char *word, enum channel_kind *kind)
{
	int value;
	bool is_known = term_parse(channel_kinds, CHANNEL_KINDS, word, &value);

	if (is_known)
		*kind = (enum channel_kind)value;
	return is_known;
}

const struct spoken relation_kind_words[RELATION_KINDS] = {
	[RELATION_INTRODUCED_BY] = { "introduced-by", N_("introduced by") },
	[RELATION_PARTNER] = { "partner", N_("partner") },
	[RELATION_FAMILY] = { "family", N_("family") },
	[RELATION_COLLEAGUE] = { "colleague", N_("colleague") },
	[RELATION_FRIEND] = { "friend", N_("friend") },
};

const char *relation_kind_name(enum relation_kind kind)
{
	return relation_kind_words[kind].name;
}

const char *relation_kind_label(enum relation_kind kind)
{
	return _(relation_kind_words[kind].label);
}

const char *relation_kind_title(enum relation_kind kind)
{
	static const char *const titles[RELATION_KINDS] = {
		[RELATION_INTRODUCED_BY] = N_("Introduced by"),
		[RELATION_PARTNER] = N_("Partner"),
		[RELATION_FAMILY] = N_("Family"),
		[RELATION_COLLEAGUE] = N_("Colleague"),
		[RELATION_FRIEND] = N_("Friend"),
	};

	return _(titles[kind]);
}

const char *relation_kind_title_turned(enum relation_kind kind)
{
	/* Translators: what stands before whom somebody has introduced to you. */
	return kind == RELATION_INTRODUCED_BY ? _("Introduced") : relation_kind_title(kind);
}

const char *yearly_date_label(const struct yearly_date *date)
{
	static const char *const labels[] = { [YEARLY_BIRTHDAY] = N_("Birthday"),
		[YEARLY_ANNIVERSARY] = N_("Anniversary"),
		[YEARLY_OTHER] = N_("Date"),
		/* Translators: of somebody who has died. */
		[YEARLY_DEATH] = N_("In memory") };

	return date->label ? date->label : _(labels[date->kind]);
}

const char *relation_uid(const char *name)
{
	return name && ascii_begins(name, "urn:uid:") ? name + 8 : NULL;
}

const char *relation_person(const struct relation *relation)
{
	if (relation->other || !relation_uid(relation->name))
		return relation->name;
	return _("somebody who is not in the address book");
}

bool relation_kind_parse(const char *word, enum relation_kind *kind)
{
	int value;
	bool is_known = term_parse(relation_kind_words, RELATION_KINDS, word, &value);

	if (is_known)
		*kind = (enum relation_kind)value;
	return is_known;
}
