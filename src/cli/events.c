/* filo snooze, skip, rest, wake, let-go, wished: what the screen does with one key.
 * Not here: what they do to the queue (people/contact_state.h, people/due.h). */
#include "cli/options.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/people/words/event_words.h"
#include "filo/people/words/when.h"
#include "filo/store/contacts.h"
#include "filo/store/event_change.h"
#include "filo/store/followups.h"
#include "filo/store/store.h"

#include <stdlib.h>
#include <string.h>

#define SNOOZE_DAYS 7 /* when no date is typed */

/* Adds the event and says so. */
static int events_add(struct cli *cli, struct event *event, const char *name)
{
	struct strbuf done = STRBUF_INIT;
	struct error err;

	if (event_change(cli->store, event, name, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	event_done(&done, event, name, store_today(cli->store));
	cli_say("%s.", done.data);
	strbuf_fini(&done);
	return cli_finish(cli);
}

/* A date ahead; complains of others. */
static bool events_until(const struct cli *cli, const char *argument, day_number *out)
{
	struct error err;
	char *text;

	if (!cli_text(cli, argument, _("The date"), &text))
		return false;
	enum status status = when_parse_ahead(text, store_today(cli->store), out, &err);
	free(text);
	return cli_accept(cli, status, &err);
}

/* Gives the follow-up that makes somebody due another day, or says that it wants one. */
static int events_put_off(struct cli *cli, followup_id id, const char *when)
{
	struct followup followup;
	struct error err;

	enum status status =
		when ? followup_load(cli->store, id, &followup, &err)
		     : error_set(&err, STATUS_CONFLICT,
			       _("the follow-up %lld makes them due: name another day for it, or "
				 "filo done %lld"),
			       (long long)id, (long long)id);
	if (status != STATUS_OK)
		return cli_fail(cli, &err);
	if (!events_until(cli, when, &followup.due)) {
		followup_fini(&followup);
		return 2;
	}
	const struct when day = { followup.due, PRECISION_DAY, -1 };
	char words[96];
	when_describe(&day, store_today(cli->store), words, sizeof words);
	status = followup_update(cli->store, &followup, &err);
	followup_fini(&followup);
	if (status != STATUS_OK)
		return cli_fail(cli, &err);
	cli_say(_("The follow-up %lld is now due %s."), (long long)id, words);
	return cli_finish(cli);
}

static int events_skip(struct cli *cli, contact_id id, const char *name, const char *when)
{
	struct event event;
	followup_id followup;
	struct error err;

	if (event_to_skip(cli->store, id, &event, &followup, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	if (followup)
		return events_put_off(cli, followup, when);
	if (!when)
		return events_add(cli, &event, name);
	error_set(&err, STATUS_CONFLICT, _("no follow-up makes %s due: skip takes no date here"),
		name);
	return cli_fail(cli, &err);
}

static int events_wake(struct cli *cli, contact_id id, const char *name)
{
	struct event event;
	struct error err;

	if (event_to_wake(cli->store, id, &event, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	return events_add(cli, &event, name);
}

static int events_wished(struct cli *cli, const struct contact *contact)
{
	struct event event;
	struct error err;
	enum status status =
		event_check(cli->store, contact->id, EVENT_WISHED, contact->name, &err);

	if (status == STATUS_OK && !contact->dates.count)
		status = error_set(
			&err, STATUS_NOT_FOUND, _("No birthday of %s is known"), contact->name);
	if (status == STATUS_OK)
		status = event_to_wish(cli->store, contact, &event, &err);
	return status == STATUS_OK ? events_add(cli, &event, contact->name) : cli_fail(cli, &err);
}

static int events_of(struct cli *cli, const struct contact *contact, const char *when)
{
	static const struct {
		const char *command;
		enum event_kind kind;
	} kinds[] = { { "snooze", EVENT_SNOOZE }, { "rest", EVENT_REST },
		{ "let-go", EVENT_LET_GO } };
	const char *command = cli->command->name;
	struct event event = {
		.contact = contact->id, .day = store_today(cli->store), .until = DAY_NONE
	};

	if (!strcmp(command, "skip"))
		return events_skip(cli, contact->id, contact->name, when);
	if (!strcmp(command, "wake"))
		return events_wake(cli, contact->id, contact->name);
	if (!strcmp(command, "wished"))
		return events_wished(cli, contact);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (!strcmp(command, kinds[i].command))
			event.kind = kinds[i].kind;
	if (when && !events_until(cli, when, &event.until))
		return 2;
	if (event.kind == EVENT_SNOOZE && !when)
		event.until = event.day + SNOOZE_DAYS;
	return events_add(cli, &event, contact->name);
}

static int events_run(struct cli *cli, int argc, char **argv, int most)
{
	struct contact contact;
	contact_id id;
	struct error err;
	int status;

	if (cli_option(cli, argc, argv) != -1 || !cli_has_operands(cli, argc, 1, most))
		return 2;
	if (!cli_person(cli, argv[optind], &id, &status))
		return status;
	if (contact_load(cli->store, id, &contact, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	/* It is read, and not written: the name only tells who it is. */
	cli_call_in_place(cli, id, &contact.name);
	status = events_of(cli, &contact, argc - optind == 2 ? argv[optind + 1] : NULL);
	contact_fini(&contact);
	return status;
}

static int events_run_dated(struct cli *cli, int argc, char **argv)
{
	return events_run(cli, argc, argv, 2);
}

static int events_run_plain(struct cli *cli, int argc, char **argv)
{
	return events_run(cli, argc, argv, 1);
}

const struct cli_command cli_snooze = {
	.name = "snooze",
	.usage = N_("NAME [WHEN]"),
	.help = N_("snooze somebody until a date; without one, a week"),
	.options = cli_json_done,
	.example = N_("filo snooze ana 3w"),
	.run = events_run_dated,
};

const struct cli_command cli_skip = {
	.name = "skip",
	.usage = N_("NAME [WHEN]"),
	.help = N_("skip this round, whatever its reason; WHEN: of a follow-up"),
	.options = cli_json_done,
	.example = N_("filo skip bo"),
	.run = events_run_dated,
};

const struct cli_command cli_rest = {
	.name = "rest",
	.usage = N_("NAME [WHEN]"),
	.help = N_("let a tie rest, until they resurface or a date"),
	.options = cli_json_done,
	.example = N_("filo rest ana \"in 3 months\""),
	.run = events_run_dated,
};

const struct cli_command cli_wake = {
	.name = "wake",
	.usage = N_("NAME"),
	.help = N_("end a snooze or a rest, or bring back who was let go"),
	.options = cli_json_done,
	.example = N_("filo wake cleo"),
	.run = events_run_plain,
};

const struct cli_command cli_let_go = {
	.name = "let-go",
	.usage = N_("NAME"),
	.help = N_("let go: out of every queue, history and search kept"),
	.options = cli_json_done,
	.example = N_("filo let-go ana"),
	.run = events_run_plain,
};

const struct cli_command cli_wished = {
	.name = "wished",
	.usage = N_("NAME"),
	.help = N_("birthday wishes are sent"),
	.options = cli_json_done,
	.example = N_("filo wished ana"),
	.run = events_run_plain,
};
