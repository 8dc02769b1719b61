/* filo undo, redo, trash, delete: taking back, bringing back, throwing away.
 * Not here: how changes are kept (store). */
#include "cli/changes.h"
#include "cli/options.h"
#include "cli/outcome.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/exchange/json_write.h"
#include "filo/store/contacts.h"
#include "filo/store/conversations.h"
#include "filo/store/followups.h"
#include "filo/store/store.h"
#include "filo/store/undo.h"

#include <stdlib.h>

enum { RESTORE = CLI_LONG, ENTRY, FOLLOWUP, SKIP };

/* ---- Undo and redo ---- */

/* The one or the other. */
struct undo_way {
	enum status (*look)(struct store *store, const struct undo_choice *refused,
		struct undo_choice *next, struct error *err);
	enum status (*first)(struct store *store, char **label, struct error *err);
	enum status (*one)(struct store *store, int64_t id, char **label, struct error *err);
	const char *done, *goes_past;
	bool is_redo;
};

static enum status undo_look_latest(struct store *store, const struct undo_choice *refused,
	struct undo_choice *next, struct error *err)
{
	struct undo_next both;
	enum status status = undo_look(store, refused, &both, err);

	*next = both.latest;
	both.latest = (struct undo_choice){ .id = 0 };
	undo_next_fini(&both);
	return status;
}

static enum status redo_look_next(struct store *store, const struct undo_choice *refused,
	struct undo_choice *next, struct error *err)
{
	bool is_own;

	return redo_look(store, refused, next, &is_own, err);
}

static const struct undo_way undo_way = { undo_look_latest, undo_last, undo_one,
	/* Translators: %s is what was done, such as "log with Ana". */
	N_("Undone: %s."), N_("%s. filo undo --skip undoes what came before: %s"), false };
static const struct undo_way redo_way = { redo_look_next, redo_last, redo_one, N_("Redone: %s."),
	N_("%s. filo redo --skip redoes what came after: %s"), true };

/* What cannot be done first, or was refused, is passed only when that was asked for. */
static enum status undo_do_next(struct store *store, const struct undo_way *way, bool skips,
	const struct undo_choice *next, char **label, struct error *err)
{
	if (!next->id)
		return next->passed ? error_set(err, STATUS_CONFLICT, "%s", next->passed)
				    : way->first(store, label, err);
	if (!next->passed || skips)
		return way->one(store, next->id, label, err);
	return error_set(err, STATUS_INVALID, _(way->goes_past), next->passed, next->label);
}

/* *done: the record. */
static enum status undo_do(struct store *store, const struct undo_way *way, bool skips,
	char **label, int64_t *done, struct error *err)
{
	struct undo_choice next, refused = { .id = 0 };
	enum status status;

	for (;;) {
		status = way->look(store, refused.id ? &refused : NULL, &next, err);
		if (status == STATUS_OK)
			status = undo_do_next(store, way, skips, &next, label, err);
		if (status != STATUS_CONFLICT || !next.id)
			break;
		undo_choice_fini(&refused);
		refused = next;
		memory_replace_string(&refused.passed, err->message);
	}
	*done = next.id;
	undo_choice_fini(&refused);
	undo_choice_fini(&next);
	return status;
}

static int undo_or_redo(struct cli *cli, int argc, char **argv, const struct undo_way *way)
{
	char *label = NULL;
	struct error err;
	int option;
	bool skips = false;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?')
			return 2;
		skips |= option == SKIP;
	}
	if (!cli_has_operands(cli, argc, 0, 0))
		return 2;
	if (undo_do(cli->store, way, skips, &label, &cli->outcome->undone, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	cli->outcome->is_redone = way->is_redo;
	cli_say(_(way->done), label);
	free(label);
	return cli_finish(cli);
}

static int undo_run(struct cli *cli, int argc, char **argv)
{
	return undo_or_redo(cli, argc, argv, &undo_way);
}

static int redo_run(struct cli *cli, int argc, char **argv)
{
	return undo_or_redo(cli, argc, argv, &redo_way);
}

static const struct cli_option undo_options[] = {
	{ CLI_JSON, "json", NULL, N_("print what was done as JSON") },
	{ SKIP, "skip", NULL, N_("go past what cannot be undone or redone") },
	{ 0 },
};

const struct cli_command cli_undo = {
	.name = "undo",
	.usage = "[--skip] [--json]",
	.help = N_("undo the latest change, whoever made it, and say which it was"),
	.options = undo_options,
	.run = undo_run,
};

const struct cli_command cli_redo = {
	.name = "redo",
	.usage = "[--skip] [--json]",
	.help = N_("redo what was undone"),
	.options = undo_options,
	.run = redo_run,
};

/* ---- The trash ---- */

static void trash_put(const struct cli *cli, struct json_writer *json, const void *item)
{
	const struct trash_item *trash = item;

	(void)cli;
	json_put_int(json, "id", trash->id);
	json_put_string(json, "what", trash->label);
	json_put_day(json, "date", trash->day);
}

static void trash_print(const struct cli *cli, const void *item)
{
	const struct trash_item *trash = item;
	char day[DATE_ISO_SIZE];

	(void)cli;
	cli_say("%lld  %s  %s", (long long)trash->id, date_format_iso(trash->day, day),
		trash->label);
}

static const struct cli_list_ops trash_ops = {
	.put = trash_put, .print = trash_print, .empty = N_("Nothing was deleted.")
};

static int trash_print_all(struct cli *cli)
{
	struct vector items = VECTOR_INIT(struct trash_item);
	struct error err;
	enum status status = trash_list(cli->store, &items, &err);
	int result =
		status == STATUS_OK ? cli_print_list(cli, &items, &trash_ops) : cli_fail(cli, &err);

	VECTOR_FINI(struct trash_item, &items, trash_item_fini);
	return result;
}

int trash_bring_back(const struct cli *cli, int id)
{
	struct error err;
	enum status status = trash_restore(cli->store, id, &err);

	if (status == STATUS_NOT_FOUND)
		error_set(&err, STATUS_NOT_FOUND,
			_("Nothing in the trash has the number %d: filo trash lists what it "
			  "holds"),
			id);
	if (status != STATUS_OK)
		return cli_fail(cli, &err);
	cli_say("%s", _("It is back where it was."));
	return cli_finish(cli);
}

static int trash_run(struct cli *cli, int argc, char **argv)
{
	int option, restored = 0;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?' ||
			(option == RESTORE && !cli_number(cli, optarg, 1, INT32_MAX, &restored)))
			return 2;
	}
	if (!cli_has_operands(cli, argc, 0, 0))
		return 2;
	return restored ? trash_bring_back(cli, restored) : trash_print_all(cli);
}

static const struct cli_option trash_options[] = {
	{ RESTORE, "restore", N_("ID"), N_("bring back what has this number") },
	{ CLI_JSON, "json", NULL, N_("print them, or what was done, as JSON") },
	{ 0 },
};

const struct cli_command cli_trash = {
	.name = "trash",
	.usage = N_("[--restore ID] [--json]"),
	.help = N_("what was deleted in the last 90 days"),
	.options = trash_options,
	.example = N_("filo trash --restore 2"),
	.run = trash_run,
};

/* ---- Deleting ---- */

static int delete_person(struct cli *cli, const char *name)
{
	contact_id id;
	struct error err;
	int status;

	if (!cli_person(cli, name, &id, &status))
		return status;
	char *called = cli_called(cli, id, NULL);
	enum status deleted = contact_delete(cli->store, id, &err);
	if (deleted == STATUS_OK)
		cli_say(_("%s is deleted, with the log. filo undo brings them back."), called);
	free(called);
	return deleted == STATUS_OK ? cli_finish(cli) : cli_fail(cli, &err);
}

static int delete_numbered(struct cli *cli, int option, int id)
{
	struct error err;
	enum status status = option == ENTRY ? conversation_delete(cli->store, id, &err)
					     : followup_delete(cli->store, id, &err);

	if (status != STATUS_OK)
		return cli_fail(cli, &err);
	cli_say("%s", option == ENTRY ? _("The entry is deleted. filo undo brings it back.")
				      : _("The follow-up is deleted. filo undo brings it back."));
	return cli_finish(cli);
}

static int delete_run(struct cli *cli, int argc, char **argv)
{
	int option, what = 0, id = 0;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?' || !cli_number(cli, optarg, 1, INT32_MAX, &id))
			return 2;
		what = option;
	}
	if (!cli_has_operands(cli, argc, what ? 0 : 1, what ? 0 : 1))
		return 2;
	return what ? delete_numbered(cli, what, id) : delete_person(cli, argv[optind]);
}

static const struct cli_option delete_options[] = {
	{ ENTRY, "entry", N_("ID"), N_("delete this entry of the log instead") },
	{ FOLLOWUP, "followup", N_("ID"), N_("delete this follow-up instead") },
	{ CLI_JSON, "json", NULL, N_("print what was done as JSON") },
	{ 0 },
};

static const struct cli_rule delete_rules[] = { { "--entry, --followup" }, { 0 } };

const struct cli_command cli_delete = {
	.name = "delete",
	.usage = N_("NAME | --entry ID | --followup ID"),
	.help = N_("delete a person with the log, an entry, or a follow-up"),
	.options = delete_options,
	.rules = delete_rules,
	.example = N_("filo delete \"ann reed\""),
	.run = delete_run,
};
