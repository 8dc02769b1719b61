/* filo circle: who is in which, and the circles themselves.
 * Not here: circles as an option of others (values.c). */
#include "cli/contact_options.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/exchange/json_write.h"
#include "filo/people/words/cadence.h"
#include "filo/store/circles.h"
#include "filo/store/contact_list.h"

#include <stdlib.h>
#include <string.h>

enum { NONE = CLI_LONG, ADD, EDIT, DELETE, NAME, EVERY };

struct circle_typed {
	int action; /* NONE, ADD, EDIT, DELETE; 0: put somebody into one, or list */
	const char *circle, *name, *every; /* NULL: not typed */
};

static int64_t count_members(const struct cli *cli, circle_id id)
{
	const struct contact_filter members = { .circle = id };

	return contact_count(cli->store, &members);
}

static void circle_put(const struct cli *cli, struct json_writer *json, const void *item)
{
	const struct circle *circle = item;

	json_put_int(json, "id", circle->id);
	json_put_string(json, "name", circle->name);
	json_put_int_or_null(json, "cadence", circle->cadence_days, 0);
	json_put_int(json, "people", count_members(cli, circle->id));
}

static void circle_print(const struct cli *cli, const void *item)
{
	const struct circle *circle = item;
	struct strbuf wish = STRBUF_INIT;

	cadence_describe(&wish, circle->cadence_days);
	cli_say("%s  %lld  %s", circle->name, (long long)count_members(cli, circle->id), wish.data);
	strbuf_fini(&wish);
}

static const struct cli_list_ops circle_ops = {
	.put = circle_put, .print = circle_print, .empty = N_("There is no circle.")
};

static int circle_print_all(struct cli *cli)
{
	struct vector circles = VECTOR_INIT(struct circle);
	struct error err;
	enum status status = circle_list(cli->store, &circles, &err);
	int result = status == STATUS_OK ? cli_print_list(cli, &circles, &circle_ops)
					 : cli_fail(cli, &err);

	VECTOR_FINI(struct circle, &circles, circle_fini);
	return result;
}

static int circle_put_into(struct cli *cli, const char *name, const char *circle)
{
	struct contact contact;
	circle_id id = 0;
	int status;

	if (circle && !cli_circle_or_none(cli, circle, &id))
		return 2;
	if (!cli_contact_load(cli, name, &contact, &status))
		return status;
	contact.circle = id;
	status = cli_contact_save(cli, &contact);
	contact_fini(&contact);
	return status;
}

static int circle_delete_named(struct cli *cli, const char *name)
{
	/* A beginning is enough to change one, not to delete it. */
	circle_id id = circle_by_name(cli->store, name);
	struct error err;

	if (!id)
		return cli_usage(
			cli, _("no circle is called \"%s\" in full"), text_brief(name).text);
	if (circle_delete(cli->store, id, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	cli_say("%s", _("The circle is gone; its people stay. filo undo brings it back."));
	return cli_finish(cli);
}

/* Says the circle as the list does. */
static int circle_keep(struct cli *cli, const struct circle_typed *typed, struct circle *circle)
{
	const char *name = typed->action == ADD ? typed->circle : typed->name;
	struct error err;

	if (name) {
		free(circle->name);
		if (!cli_text(cli, name, _("The name"), &circle->name))
			return 2;
	}
	if (typed->every && !cli_wish(cli, typed->every, &circle->cadence_days))
		return 2;
	enum status status = circle_save(cli->store, circle, &err);
	if (status == STATUS_INVALID)
		return cli_usage(cli, "%s", err.message);
	if (status != STATUS_OK)
		return cli_fail(cli, &err);
	return cli_print_saved(cli, circle, &circle_ops);
}

static int circle_change(struct cli *cli, const struct circle_typed *typed)
{
	struct circle circle = { 0 };
	circle_id id = 0;
	struct error err;

	if (typed->action == EDIT && !typed->name && !typed->every)
		return cli_usage(
			cli, _("say what to change; see filo %s --help"), cli->command->name);
	if (typed->action == EDIT && !cli_circle_named(cli, typed->circle, &id))
		return 2;
	if (id && circle_load(cli->store, id, &circle, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	int status = circle_keep(cli, typed, &circle);
	circle_fini(&circle);
	return status;
}

static bool circle_read_option(int option, struct circle_typed *typed)
{
	switch (option) {
	case NONE:
	case ADD:
	case EDIT:
	case DELETE:
		typed->circle = optarg;
		typed->action = option;
		return true;
	case NAME:
		typed->name = optarg;
		return true;
	case EVERY:
		typed->every = optarg;
		return true;
	default:
		return false;
	}
}

static int circle_run(struct cli *cli, int argc, char **argv)
{
	struct circle_typed typed = { 0 };
	int option;

	while ((option = cli_option(cli, argc, argv)) != -1)
		if (!circle_read_option(option, &typed))
			return 2;
	bool is_listing = !typed.action && optind == argc;
	int operands = is_listing ? 0 : !typed.action ? 2 : typed.action == NONE ? 1 : 0;
	if (!cli_has_operands(cli, argc, operands, operands))
		return 2;
	if (is_listing)
		return circle_print_all(cli);
	if (operands)
		return circle_put_into(
			cli, argv[optind], typed.action == NONE ? NULL : argv[optind + 1]);
	return typed.action == DELETE ? circle_delete_named(cli, typed.circle)
				      : circle_change(cli, &typed);
}

static const struct cli_option circle_options[] = {
	{ NONE, "none", NULL, N_("out of every circle, as CIRCLE - does") },
	{ ADD, "add", N_("NAME"), N_("add a circle") },
	{ EDIT, "edit", N_("CIRCLE"), N_("change this circle") },
	{ DELETE, "delete", N_("CIRCLE"), N_("delete this circle; its people stay") },
	{ NAME, "name", N_("NAME"), N_("with --edit, another name") },
	{ EVERY, "every", N_("DAYS"), N_("how often its people are to be in touch, or none") },
	{ CLI_JSON, "json", NULL, N_("print the circles, or what was done, as JSON") },
	{ 0 },
};

static const struct cli_rule circle_rules[] = {
	{ "--none, --add, --edit, --delete" },
	{ "--name", .needs = "--edit" },
	{ "--every", .needs = "--add, --edit" },
	{ 0 },
};

const struct cli_command cli_circle = {
	.name = "circle",
	.also = (const struct cli_alias[]){ { "circles" }, { "add-circle", { "--add" } },
		{ "edit-circle", { "--edit" } }, { "delete-circle", { "--delete" } }, { 0 } },
	.usage = N_("[NAME CIRCLE] [--none|--add NAME|--edit CIRCLE|--delete CIRCLE]"
		    " [--name NAME] [--every DAYS] [--json]"),
	.help = N_("put a contact into a circle; alone: list the circles"),
	.options = circle_options,
	.rules = circle_rules,
	.example = N_("filo circle ana Close\n"
		      "filo circle --add Choir --every \"6 weeks\""),
	.run = circle_run,
};
