/* Pairs of contacts who may be one person.
 * Not here: finding them (exchange/import/duplicates.c), joining them (merge_view.c). */
#include "filo/exchange/duplicates.h"
#include "filo/base/i18n.h"
#include "filo/people/words/contact_words.h"
#include "filo/store/contact_called.h"
#include "filo/store/contacts.h"
#include "tui/command.h"
#include "tui/form/item_list.h"
#include "tui/person/merge_view.h"

#include <string.h>

#define PAIRS_MAX 200

/* Names are told apart once, as the list is read: two of one name are what it is full of. */
static enum status duplicates_read(struct app *app, struct vector *items, struct error *err)
{
	enum status status = duplicates_find(app->store, PAIRS_MAX, items, err);
	struct duplicate *pair;

	VECTOR_EACH (pair, items) {
		contact_call_in_place(app->store, pair->a, &pair->name_a);
		contact_call_in_place(app->store, pair->b, &pair->name_b);
	}
	return status;
}

static void duplicates_fini(void *item)
{
	duplicate_fini(item);
}

static void duplicates_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	const struct duplicate *pair = item_list_at(context, index);

	strbuf_add_format(left, "%s = %s", pair->name_a, pair->name_b);
	strbuf_add(right, duplicate_reason_label(pair->reason));
}

/* "Ana (#12): Studio Ferrara, ana@example.org": what there is to decide by. */
static void duplicates_tell(struct app *app, contact_id id, const char *called, struct strbuf *out)
{
	struct strbuf facts = STRBUF_INIT;
	struct contact contact;

	if (contact_load(app->store, id, &contact, NULL) != STATUS_OK)
		return;
	contact_tell_briefly(&facts, &contact);
	strbuf_add(out, contact.name);
	if (strcmp(called, contact.name) != 0)
		strbuf_add_format(out, " (#%lld)", (long long)id);
	strbuf_add_format(out, ": %s",
		facts.len ? facts.data : _("no organisation, number or address is known"));
	strbuf_fini(&facts);
	contact_fini(&contact);
}

static void duplicates_detail(struct app *app, void *context, size_t index, struct strbuf *out)
{
	const struct duplicate *pair = item_list_at(context, index);

	duplicates_tell(app, pair->a, pair->name_a, out);
	strbuf_add_char(out, '\n');
	duplicates_tell(app, pair->b, pair->name_b, out);
}

static void duplicates_compare(struct app *app)
{
	const struct duplicate *pair = item_list_selected(app);

	if (pair)
		merge_open(app, pair->a, pair->b);
}

static void duplicates_leave_two(struct app *app)
{
	const struct duplicate *pair = item_list_selected(app);

	if (pair)
		merge_tell_two(app, pair->a, pair->b);
}

static const struct item_list_ops duplicates_ops = {
	.chooser = { .context = IN_DUPLICATES,
		.title = N_("Possible duplicates"),
		.empty = N_("Nobody seems to be here twice."),
		.row = duplicates_row,
		.detail = duplicates_detail },
	.item_bytes = sizeof(struct duplicate),
	.read = duplicates_read,
	.item_fini = duplicates_fini,
};

static void command_duplicates(struct app *app)
{
	app_push(app, item_list_view(item_list_new(app, &duplicates_ops)));
}

const struct command duplicates_commands[] = {
	{ "duplicates", "", IN_PANES, N_("possible duplicates, to merge"), NULL,
		command_duplicates },
	{ "compare", "Enter Right", IN_DUPLICATES, N_("compare two people, to make them one"),
		N_("compare"), duplicates_compare },
	{ "never-propose", "n", IN_DUPLICATES, N_("two people: never propose them again"),
		N_("two people"), duplicates_leave_two },
	{ 0 },
};
