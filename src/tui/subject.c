/* Whom or what a command is about.
 * Not here: the commands. */
#include "tui/subject.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/store/change.h"
#include "filo/store/contact_called.h"
#include "tui/keymap.h"
#include "tui/terminal/draw.h"
#include "tui/way.h"

#include <stdlib.h>
#include <string.h>

#define NAME_COLS_MIN 3 /* of a name before its number; with fewer it is not cut */

char *person_name(struct app *app, contact_id id)
{
	char *called = contact_called(app->store, id, NULL);

	return called ? called : memory_copy_string("?");
}

void person_say(struct app *app, contact_id id, const char *format, const char *command)
{
	char *name = person_name(app, id);

	app_say(app, format, name, way_here(app, command));
	free(name);
}

void person_say_saved(struct app *app, contact_id id, bool is_changed)
{
	bool was_saved = is_changed && !change_was_idle(app->store);

	person_say(app, id, was_saved ? _("%s is changed. %s undoes it") : _("%s stays as before"),
		"undo");
}

void subject_say_saved(struct app *app, const char *what)
{
	app_say(app,
		/* Translators: what was edited: days, a circle, "snoozed until 8 Dec". */
		change_was_idle(app->store) ? _("As before: %s") : _("Changed: %s. %s undoes it"),
		what, way_here(app, "undo"));
}

void person_name_fit(struct strbuf *out, const char *name, const char *apart, int cols)
{
	int number_len = (int)strcspn(apart, ","), left;

	if (!*apart) {
		strbuf_add(out, name);
		return;
	}
	if (draw_width(name) + draw_width(apart) + 3 <= cols) {
		strbuf_add_format(out, "%s (%s)", name, apart);
		return;
	}
	left = cols - number_len - 3;
	if (draw_width(name) <= left || left < NAME_COLS_MIN)
		strbuf_add(out, name);
	else
		strbuf_add_format(out, "%.*s%s", (int)draw_fit(name, left - 1), name,
			draw_glyph(GLYPH_ELLIPSIS));
	strbuf_add_format(out, " (%.*s)", number_len, apart);
}

static void say_nobody(struct app *app)
{
	context_set here = app->top->ops->context(app->top) & IN_PANES;
	struct strbuf contacts = STRBUF_INIT, add = STRBUF_INIT;

	keymap_add_way(&contacts, &app->keymap, app->commands, "contacts", here ? here : IN_PANES);
	keymap_add_way(&add, &app->keymap, app->commands, "add-contact", here ? here : IN_PANES);
	app_refuse(app, _("Nobody is chosen here: %s goes to the contacts, %s adds one"),
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
