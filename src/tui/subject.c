/* Whom or what a command is about.
 * Not here: the commands. */
#include "tui/subject.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/store/contacts.h"

char *person_name(struct app *app, contact_id id)
{
	struct contact contact;
	struct error err;

	if (contact_load(app->store, id, &contact, &err) != STATUS_OK)
		return memory_copy_string("?");
	char *name = contact.name;
	contact.name = NULL;
	contact_fini(&contact);
	return name;
}

contact_id person_needed(struct app *app)
{
	contact_id id = app_subject(app);

	if (!id)
		app_say(app, "%s", _("Nobody is chosen here: 2 goes to the contacts, a adds one"));
	return id;
}

struct log_choice choice_here(const struct app *app)
{
	if (app->acting_on || !app->top->ops->choice)
		return (struct log_choice){ 0 };
	return app->top->ops->choice(app->top);
}
