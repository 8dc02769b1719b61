/* The parts of a name beside the name that is shown.
 * Not here: which fields they are (contact_field.h). */
#include "filo/people/full_name.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "filo/people/contact_field.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static bool name_has_word(const char *name, const char *word, size_t len)
{
	size_t at = 0, found;

	for (; (found = text_next_word(name, &at)); at += found)
		if (found == len && !memcmp(name + at, word, len))
			return true;
	return false;
}

static bool name_has_words(const char *name, const char *words)
{
	size_t at = 0, len;

	for (; (len = text_next_word(words, &at)); at += len)
		if (!name_has_word(name, words + at, len))
			return false;
	return true;
}

static bool name_says_parts(const struct contact *contact)
{
	struct strbuf name = STRBUF_INIT, parts = STRBUF_INIT;

	text_fold(&name, contact->name ? contact->name : "");
	CONTACT_FIELD_EACH (field) {
		const char *part = contact_field(field)->name_part
					   ? *contact_field_text(contact, field)
					   : NULL;
		strbuf_add(&parts, " ");
		if (part)
			text_fold(&parts, part);
	}
	bool says = name_has_words(name.data, parts.data);
	strbuf_fini(&parts);
	strbuf_fini(&name);
	return says;
}

void contact_full_name(struct strbuf *out, const struct contact *contact)
{
	const struct {
		const char *before, *part;
	} parts[] = { { " ", contact->prefix }, { " ", contact->given },
		{ " ", contact->additional }, { " ", contact->family }, { ", ", contact->suffix } };
	struct strbuf full = STRBUF_INIT;

	if (name_says_parts(contact))
		return;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (!text_is_blank(parts[i].part))
			strbuf_add_item(&full, parts[i].before, parts[i].part);
	strbuf_add(out, full.data);
	strbuf_fini(&full);
}

const char *full_name_label(void)
{
	return _("Full name");
}
