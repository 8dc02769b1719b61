/* Whom or what a command is about.
 * Not here: the commands. */
#include "tui/subject.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/store/contacts.h"
#include "tui/keymap.h"

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

static void say_nobody(struct app *app)
{
	context_set here = app->top->ops->context(app->top) & IN_PANES;
	struct strbuf contacts = STRBUF_INIT, add = STRBUF_INIT;

	keymap_add_way(&contacts, &app->keymap, app->commands, "contacts", here ? here : IN_PANES);
	keymap_add_way(&add, &app->keymap, app->commands, "add-contact", here ? here : IN_PANES);
	app_say(app, _("Nobody is chosen here: %s goes to the contacts, %s adds one"),
		contacts.data, add.data);
	strbuf_fini(&contacts);
	strbuf_fini(&add);
}

contact_id person_needed(struct app *app)
{
	contact_id id = app_subject(app);

	if (!id)
		say_nobody(app);
	return id;
}

struct log_choice choice_here(const struct app *app)
{
	if (app->acting_on || !app->top->ops->choice)
		return (struct log_choice){ 0 };
	return app->top->ops->choice(app->top);
}
