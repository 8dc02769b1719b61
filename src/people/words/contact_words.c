/* What is known of a contact, a piece at a time, as it is said everywhere; typed tags.
 * Not here: which pieces are shown and where. */
#include "filo/people/words/contact_words.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/words/contact_remove.h"
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

void tag_write(struct strbuf *out, const char *tag)
{
	bool is_quoted = tag[*tag == '-'] == '"' || strpbrk(tag, ",;");

	strbuf_add(out, is_quoted ? "\"" : "");
	for (; *tag; tag++) {
		strbuf_add(out, is_quoted && *tag == '"' ? "\"" : "");
		strbuf_add_char(out, *tag);
	}
	strbuf_add(out, is_quoted ? "\"" : "");
}

void tags_write(struct strbuf *out, const struct contact *contact)
{
	char *const *tag;

	VECTOR_EACH (tag, &contact->tags) {
		strbuf_add(out, out->len ? ", " : "");
		tag_write(out, *tag);
	}
}

enum status tag_check(const char *tag, struct error *err)
{
	if (*tag != '-')
		return STATUS_OK;
	return error_set(err, STATUS_INVALID,
		_("No tag begins with \"-\", which takes one away: \"%s\""), text_brief(tag).text);
}

/* The one between quotes there, perhaps to be taken away; NULL: it is in none. */
static char *tag_in_quotes(const char **text)
{
	bool is_taken = **text == '-', is_closed = false;
	const char *s = *text + is_taken;
	struct strbuf tag = STRBUF_INIT;

	if (*s++ != '"')
		return NULL;
	strbuf_add(&tag, is_taken ? "-" : "");
	for (; *s && !is_closed; s++) {
		is_closed = *s == '"' && s[1] != '"';
		s += *s == '"' && !is_closed;
		if (!is_closed)
			strbuf_add_char(&tag, *s);
	}
	s += strspn(s, " ");
	if (!is_closed || (*s && !strchr(",;", *s))) {
		strbuf_fini(&tag);
		return NULL;
	}
	*text = s;
	return strbuf_take(&tag);
}

char *tags_next(const char **text)
{
	*text += strspn(*text, ",; ");
	if (!**text)
		return NULL;
	char *quoted = tag_in_quotes(text);
	if (quoted)
		return quoted;
	size_t len = strcspn(*text, ",;");
	char *one = memory_copy_bytes(*text, len), *tag = text_trim(one);

	free(one);
	*text += len;
	return tag;
}

/* What an import has brought stays, whatever it is called. */
enum status tags_read(struct contact *contact, const char *text, struct error *err)
{
	struct contact typed;
	enum status status = STATUS_OK;
	char *tag;

	contact_init(&typed);
	while (status == STATUS_OK && (tag = tags_next(&text))) {
		if (!contact_has_tag(contact, tag))
			status = tag_check(tag, err);
		contact_add_tag(&typed, tag);
		free(tag);
	}
	if (status == STATUS_OK) {
		const struct vector before = contact->tags;
		contact->tags = typed.tags;
		typed.tags = before;
	}
	contact_fini(&typed);
	return status;
}

static enum status tags_change_one(struct contact *contact, const char *tag, struct error *err)
{
	if (*tag == '-' && tag[1]) {
		enum status gone = contact_remove_tag_called(contact, tag + 1, err);
		return gone == STATUS_NOT_FOUND ? STATUS_OK : gone;
	}
	enum status status = tag_check(tag, err);
	if (status == STATUS_OK)
		contact_give_tag(contact, tag);
	return status;
}

enum status tags_change(
	struct contact *contact, const char *text, bool *is_changed, struct error *err)
{
	struct strbuf before = STRBUF_INIT, after = STRBUF_INIT;
	enum status status = STATUS_OK;
	char *tag;

	tags_write(&before, contact);
	while (status == STATUS_OK && (tag = tags_next(&text))) {
		status = tags_change_one(contact, tag, err);
		free(tag);
	}
	tags_write(&after, contact);
	*is_changed = strcmp(before.data, after.data) != 0;
	strbuf_fini(&before);
	strbuf_fini(&after);
	return status;
}
