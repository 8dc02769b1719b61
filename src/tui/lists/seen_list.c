/* People of imported histories who are no contact: taking them in, saying who they are, leaving
 * them out. Not here: setting them aside (exchange/history/), the command (cli/seen.c). */
#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "filo/exchange/seen_adopt.h"
#include "filo/store/contact_resolve.h"
#include "tui/command.h"
#include "tui/form/item_list.h"
#include "tui/form/prompt.h"

#include <stdlib.h>

static enum status seen_list_read(struct app *app, struct vector *items, struct error *err)
{
	return seen_list(app->store, false, items, err);
}

static void seen_list_fini(void *item)
{
	seen_person_fini(item);
}

static void seen_list_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	const struct seen_person *person = item_list_at(context, index);
	char *name = seen_proposed_name(person);

	strbuf_add(left, name);
	strbuf_add_format(right, NP_("%d day", "%d days", person->days), person->days);
	free(name);
}

static void seen_list_detail(struct app *app, void *context, size_t index, struct strbuf *out)
{
	const struct seen_person *person = item_list_at(context, index);
	char first[64], last[64];

	(void)app;
	date_format_long(person->first, first, sizeof first);
	date_format_long(person->last, last, sizeof last);
	strbuf_add_format(out, "%s: ", person->address ? person->address : person->kind);
	/* Translators: two dates, of the first and the last contact. */
	strbuf_add_format(out, _("%s to %s"), first, last);
}

/* They are `contact`, or somebody new (0). */
static void seen_list_take(struct app *app, contact_id contact)
{
	const struct seen_person *person = item_list_selected(app);
	struct error err;
	int64_t days = 0;

	if (!person)
		return;
	if (seen_adopt(app->store, &person, 1, contact, &days, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	app_refresh(app);
	app_say(app,
		NP_("%lld entry was added to the log. u undoes it",
			"%lld entries were added to the log. u undoes it", days),
		(long long)days);
}

static void seen_list_adopt(struct app *app)
{
	seen_list_take(app, 0);
}

static void seen_list_take_name(struct app *app, void *context, const char *text)
{
	struct error err;
	contact_id contact;

	(void)context;
	if (text_is_blank(text))
		return;
	if (contact_resolve(app->store, text, &contact, &err) == STATUS_OK)
		seen_list_take(app, contact);
	else
		app_say_error(app, &err);
}

static void seen_list_same(struct app *app)
{
	if (item_list_selected(app))
		app_push(app,
			prompt_view(_("Who is it?"), "", FIELD_PEOPLE, seen_list_take_name, NULL));
}

static void seen_list_ignore(struct app *app)
{
	const struct seen_person *person = item_list_selected(app);
	struct error err;

	if (!person)
		return;
	struct seen seen = { .id = person->id, .name = person->name, .is_ignored = true };
	if (seen_save(app->store, &seen, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	app_refresh(app);
	app_say(app, "%s", _("Left out for good. u undoes it"));
}

static const struct item_list_ops seen_ops = {
	.chooser = { .context = IN_SEEN,
		.title = N_("People seen"),
		.empty = N_("Nobody was put aside by an import."),
		.row = seen_list_row,
		.detail = seen_list_detail },
	.item_bytes = sizeof(struct seen_person),
	.read = seen_list_read,
	.item_fini = seen_list_fini,
};

static void command_people_seen(struct app *app)
{
	app_push(app, item_list_view(item_list_new(app, &seen_ops)));
}

const struct command seen_commands[] = {
	{ "people-seen", "", IN_PANES, N_("people of imported histories who are no contact"), NULL,
		command_people_seen },
	{ "adopt", "Enter", IN_SEEN, N_("among people seen: make a contact"), N_("adopt"),
		seen_list_adopt },
	{ "somebody-here", "m", IN_SEEN, N_("among people seen: it is somebody you have"),
		N_("somebody you have"), seen_list_same },
	{ "leave-out", "i", IN_SEEN, N_("among people seen: leave out for good"), N_("leave out"),
		seen_list_ignore },
	{ 0 },
};
