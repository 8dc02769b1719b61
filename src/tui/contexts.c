/* The places of the screen by the names that settings give them.
 * Not here: which commands there are in them (the tables of commands). */
#include "tui/contexts.h"

#include "filo/base/strbuf.h"

#include <string.h>

/* Groups behind what they are groups of. */
const struct context_name context_names[] = {
	{ "due", IN_DUE, false },
	{ "contacts", IN_CONTACTS, false },
	{ "log", IN_LOG, false },
	{ "card", IN_CARD, false },
	{ "entry", IN_ENTRY, false },
	{ "review", IN_REVIEW | IN_REVIEW_END, false },
	{ "triage", IN_TRIAGE | IN_TRIAGE_END, false },
	{ "help", IN_HELP, false },
	{ "list", IN_LIST | IN_PERSON_LIST, false },
	{ "quiet-ties", IN_QUIET_TIES, false },
	{ "duplicates", IN_DUPLICATES, false },
	{ "trash", IN_TRASH, false },
	{ "absences", IN_ABSENCES, false },
	{ "circles", IN_CIRCLES, false },
	{ "drafts", IN_DRAFTS, false },
	{ "merge", IN_MERGES, false },
	{ "import", IN_IMPORT | IN_NEWCOMERS, false },
	{ "agenda", IN_AGENDA, false },
	{ "seen", IN_SEEN_LISTS, false },
	{ "who", IN_WHO, false },
	{ "first-start", IN_FIRST_RUN, false },
	{ "form", IN_FORMS, false },
	{ "question", IN_QUESTIONS, false },
	{ "search", IN_SEARCH, false },
	{ "palette", IN_PALETTE, false },
	{ "help-search", IN_HELP_FILTER, false },
	{ "narrowing", IN_NARROWING, false },
	{ "people", IN_PEOPLE, true },
	{ "panes", IN_PANES, true },
	{ "lists", IN_LISTS, true },
	{ "everywhere", ANYWHERE | IN_HELP, true },
	{ NULL, 0, false },
};

context_set contexts_named(const char *name)
{
	const struct context_name *known = context_names;

	while (known->name && strcmp(known->name, name) != 0)
		known++;
	return known->contexts;
}

void contexts_list(struct strbuf *out, context_set contexts, bool with_groups)
{
	const struct context_name *known;

	for (known = context_names; known->name; known++)
		if ((known->contexts & contexts) && (with_groups || !known->is_group))
			strbuf_add_item(out, ", ", known->name);
}
