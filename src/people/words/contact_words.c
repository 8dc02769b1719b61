/* What is known of a contact, a piece at a time, as it is said everywhere; typed tags.
 * Not here: which pieces are shown and where. */
#include "filo/people/words/contact_words.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/words/duration.h"

#include <stdlib.h>
#include <string.h>

#define CHANNELS_BRIEFLY 6

void channel_describe(struct strbuf *out, const struct channel *channel)
{
	strbuf_add(out, channel->value);
	if (!text_is_blank(channel->label))
		strbuf_add_format(out, " (%s)", channel->label);
}

void yearly_describe(
	struct strbuf *out, const struct yearly_date *date, bool is_dead, day_number today)
{
	day_number next = is_dead ? DAY_NONE : date_next_yearly(date->date, today);
	char when[64];

	strbuf_add(out, date_format_partial(date->date, when, sizeof when));
	if (date->kind == YEARLY_DEATH && !*when)
		strbuf_add(out, _("yes"));
	if (next == DAY_NONE || date->kind == YEARLY_DEATH)
		return;
	when_relative(next, today, when, sizeof when);
	int age = date->date.year ? date_from_day(next).year - date->date.year : 0;
	if (date->kind == YEARLY_BIRTHDAY && age > 0)
		strbuf_add_format(out, _(", turns %d %s"), age, when);
	else
		strbuf_add_format(out, ", %s", when);
}

void met_describe(struct strbuf *out, const struct contact *contact, day_number today)
{
	char date[64];

	if (!text_is_blank(contact->met))
		strbuf_add_item(out, ", ", contact->met);
	if (contact->met_on != DAY_NONE)
		strbuf_add_item(out, ", ",
			date_format_short(
				contact->met_on, PRECISION_DAY, today, date, sizeof date));
}

void contact_tell_briefly(struct strbuf *out, const struct contact *contact)
{
	const struct channel *channel;
	int count = 0;

	if (!text_is_blank(contact->organization))
		strbuf_add(out, contact->organization);
	VECTOR_EACH (channel, &contact->channels)
		if (count++ < CHANNELS_BRIEFLY)
			strbuf_add_item(out, ", ", channel->value);
}

void tags_write(struct strbuf *out, const struct contact *contact)
{
	char *const *tag;

	VECTOR_EACH (tag, &contact->tags)
		strbuf_add_item(out, ", ", *tag);
}

void tags_read(struct contact *contact, const char *text)
{
	vector_fini_strings(&contact->tags);
	while (*text) {
		size_t len = strcspn(text, ",;");
		char *one = memory_copy_bytes(text, len);
		contact_add_tag(contact, one);
		free(one);
		text += len;
		text += strspn(text, ",;");
	}
}
