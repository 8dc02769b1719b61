/* Reaching somebody: copying an address of theirs, opening it.
 * Not here: how the copy travels (clipboard.c), what opens one (opener.c), editing addresses
 * (contact_form.c). */
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/channel_uri.h"
#include "filo/store/contacts.h"
#include "tui/command.h"
#include "tui/form/chooser.h"
#include "tui/form/form.h"
#include "tui/person/opener.h"
#include "tui/subject.h"
#include "tui/terminal/clipboard.h"
#include "tui/way.h"

#include <stdlib.h>

static void copy_value(struct app *app, const struct channel *channel)
{
	char *line = channel_line(channel);

	if (terminal_copy(line))
		app_say(app, _("Copied: %s"), line);
	else
		app_say(app, _("This terminal cannot copy; here it is: %s"), line);
	free(line);
}

/* The ways to reach a person, to choose one. */
struct ways {
	struct contact contact;
	void (*take)(struct app *app, const struct channel *channel);
};

static void free_ways(void *context)
{
	struct ways *ways = context;

	contact_fini(&ways->contact);
	free(ways);
}

static size_t count_ways(void *context)
{
	return ((struct ways *)context)->contact.channels.count;
}

static void way_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	const struct ways *ways = context;
	const struct channel *channel = vector_at(&ways->contact.channels, index);

	strbuf_add(left, channel->value);
	strbuf_add(right,
		text_is_blank(channel->label) ? channel_kind_label(channel->kind) : channel->label);
}

static void choose_way(struct app *app, void *context, size_t index)
{
	const struct ways *ways = context;

	app_pop(app); /* it is freed once this key is done with */
	ways->take(app, vector_at(&ways->contact.channels, index));
}

static const struct chooser_ops ways_ops = {
	.context = IN_LIST, /* keys on the person are none of a question */
	.title = N_("Which one?"),
	.empty = "",
	.count = count_ways,
	.row = way_row,
	.open = choose_way,
	.free = free_ways,
};

static void use_channel(
	struct app *app, void (*take)(struct app *app, const struct channel *channel))
{
	contact_id id = person_needed(app);
	struct error err;

	if (!id)
		return;
	struct ways *ways = memory_new(sizeof *ways);
	ways->take = take;
	if (contact_load(app->store, id, &ways->contact, &err) != STATUS_OK) {
		app_say_error(app, &err);
		free(ways);
		return;
	}
	if (ways->contact.channels.count > 1) {
		app_push(app, chooser_view(&ways_ops, ways));
		return;
	}
	if (ways->contact.channels.count) {
		take(app, vector_at(&ways->contact.channels, 0));
	} else {
		person_say(app, id, _("No way to reach %s is known: %s adds one"), "edit");
		app_ring(app);
	}
	free_ways(ways);
}

static void command_copy(struct app *app)
{
	use_channel(app, copy_value);
}

static void command_visit(struct app *app)
{
	use_channel(app, opener_open);
}

const struct command channel_commands[] = {
	{ "copy", "y", WITH_PERSON, N_("copy a phone, an e-mail or another address"), NULL,
		command_copy },
	{ "visit", "o", WITH_PERSON, N_("open an e-mail, a profile or a website"), NULL,
		command_visit },
	{ 0 },
};
