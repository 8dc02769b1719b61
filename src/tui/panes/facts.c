/* All that is known of a person, as labelled lines: for the card and the detail column.
 * Not here: the facts themselves (people/words/contact_facts.h), the rhythm (card.c), the log. */
#include "tui/panes/facts.h"

#include "filo/people/words/contact_facts.h"
#include "filo/store/circles.h"

#include <string.h>

static void facts_collect(struct app *app, const struct contact *contact, struct vector *facts)
{
	struct circle circle;
	struct error err;

	if (circle_load(app->store, contact->circle, &circle, &err) != STATUS_OK)
		app_say_error(app, &err);
	contact_facts_collect(facts, contact, circle.name, app->today);
	circle_fini(&circle);
}

bool facts_add(struct document *document, const char *heading, struct app *app,
	const struct contact *contact)
{
	struct vector facts = VECTOR_INIT(struct contact_fact);
	const struct contact_fact *fact;
	const char *above = "";

	facts_collect(app, contact, &facts);
	bool has_facts = facts.count > 0;
	if (has_facts && heading)
		document_add_heading(document, heading);
	VECTOR_EACH (fact, &facts) { /* of several with the same label only the first shows it */
		document_add_fact(
			document, strcmp(fact->label, above) != 0 ? fact->label : "", fact->text);
		above = fact->label;
	}
	contact_facts_fini(&facts);
	return has_facts;
}
