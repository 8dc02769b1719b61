/* filo absence: times away, the user's own or one person's, when the clock stands still.
 * Not here: what they do to the rhythm (people/rhythm.c). */
#include "filo/people/absence.h"
#include "cli/options.h"
#include "cli/outcome.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/exchange/json_write.h"
#include "filo/people/words/when.h"
#include "filo/store/absences.h"
#include "filo/store/contact_resolve.h"

#include <stdlib.h>

enum { REMOVE = CLI_LONG, EDIT, END };

/* Its days, and whose. */
static void absence_describe(
	const struct cli *cli, struct strbuf *out, const struct absence *absence)
{
	char from[DATE_ISO_SIZE], to[DATE_ISO_SIZE];
	char *called = absence->contact ? cli_called(cli, absence->contact, absence->name) : NULL;

	strbuf_add_format(out, "%s  %s  %s", date_format_iso(absence->from, from),
		date_format_iso(absence->to, to), called ? called : _("you"));
	free(called);
}

static void absence_print(const struct cli *cli, const void *item)
{
	const struct absence *absence = item;
	struct strbuf line = STRBUF_INIT;

	absence_describe(cli, &line, absence);
	cli_say("%lld  %s", (long long)absence->id, line.data);
	strbuf_fini(&line);
}

static void absence_put(const struct cli *cli, struct json_writer *json, const void *item)
{
	const struct absence *absence = item;

	(void)cli;
	json_put_int(json, "id", absence->id);
	json_put_day(json, "from", absence->from);
	json_put_day(json, "to", absence->to);
	json_put_string(json, "name", absence->name);
	json_put_int_or_null(json, "contact", absence->contact, 0);
}

static const struct cli_list_ops absence_ops = {
	.put = absence_put, .print = absence_print, .empty = N_("No absence is noted.")
};

static int absence_print_all(struct cli *cli)
{
	struct vector absences = VECTOR_INIT(struct absence);
	struct error err;
	enum status status = absence_list(cli->store, &absences, &err);
	int result = status == STATUS_OK ? cli_print_list(cli, &absences, &absence_ops)
					 : cli_fail(cli, &err);

	VECTOR_FINI(struct absence, &absences, absence_fini);
	return result;
}

/* Behind the first day a word is the last, where it can be one; behind several days, one that is a
 * person, too, is taken for neither: true where it is whose they are, and false, too, with *status
 * 1 or 2 where it was refused. */
static bool absence_is_whose(const struct cli *cli, const char *typed, bool is_several, int *status)
{
	day_number today = store_today(cli->store), first, last;
	char iso[DATE_ISO_SIZE];
	struct error err;
	contact_id id;
	enum status days = when_parse_days(typed, WHEN_FUTURE, today, &first, &last, &err);

	bool is_own = absence_is_own(typed) && !text_is_blank(typed);
	if (is_own || (is_several && (days == STATUS_NOT_FOUND || text_is_blank(typed))))
		return true;
	enum status called = contact_resolve(cli->store, typed, &id, &err);
	if (called == STATUS_NOT_FOUND || days != STATUS_OK || !is_several)
		return called != STATUS_NOT_FOUND && days != STATUS_OK;
	*status = called == STATUS_OK
			  ? cli_usage(cli,
				    _("\"%s\" is a day and a person: write the day as %s, the "
				      "person as \"#%lld\""),
				    text_brief(typed).text,
				    date_format_iso(last == DAY_NONE ? first : last, iso),
				    (long long)id)
			  : cli_fail(cli, &err);
	return false;
}

/* The last day; of what began with the first, which is there. */
static bool absence_read_last(const struct cli *cli, struct absence *absence, const char *typed)
{
	struct error err;
	char *text;

	if (!cli_text(cli, typed, _("The date"), &text))
		return false;
	enum status status =
		when_parse_last(text, absence->from, store_today(cli->store), &absence->to, &err);
	free(text);
	return cli_accept(cli, status, &err);
}

/* Days, the first and the last or all in one, "11-15 dec", and whose: nobody's name for one's own.
 */
static bool absence_read(
	const struct cli *cli, struct absence *absence, char **operands, int count, int *status)
{
	*status = 2;
	if (!cli_days(cli, operands[0], WHEN_FUTURE, &absence->from, &absence->to))
		return false;
	bool is_several = absence->to > absence->from;
	*status = 0;
	bool is_all = count == 1 ||
		      (count == 2 && absence_is_whose(cli, operands[1], is_several, status));
	if (*status)
		return false;
	*status = 2;
	int who = is_all ? 1 : 2;
	if (!is_all && !absence_read_last(cli, absence, operands[1]))
		return false;
	if (count <= who)
		return true;
	if (!absence_is_own(operands[who]))
		return cli_person(cli, operands[who], &absence->contact, status);
	absence->contact = 0;
	return true;
}

/* Days that were typed and fit no absence are bad input. */
static int absence_refuse(const struct cli *cli, const struct error *err, int typed)
{
	return err->status == STATUS_INVALID && typed ? cli_usage(cli, "%s", err->message)
						      : cli_fail(cli, err);
}

static int absence_note(struct cli *cli, char **operands, int count)
{
	struct absence absence = { 0 };
	struct error err;
	int status;

	if (!absence_read(cli, &absence, operands, count, &status))
		return status;
	if (absence_add(cli->store, &absence, &err) != STATUS_OK)
		return absence_refuse(cli, &err, count);
	return cli_print_saved(cli, &absence, &absence_ops);
}

/* --end: its last day, today where none is said. One that is over gets no longer by it. */
static bool absence_read_end(
	const struct cli *cli, struct absence *absence, char **operands, int count, int *status)
{
	day_number today = store_today(cli->store), ended = absence->to, first;
	char iso[DATE_ISO_SIZE];
	struct error err;

	*status = 2;
	absence->to = today;
	if (count && !cli_days(cli, operands[0], WHEN_PAST, &first, &absence->to))
		return false;
	if (ended >= today || absence->to <= ended)
		return true;
	error_set(&err, STATUS_CONFLICT,
		_("It ended on %s already. filo absence --edit %lld gives it other days"),
		date_format_iso(ended, iso), (long long)absence->id);
	*status = cli_fail(cli, &err);
	return false;
}

/* --edit: as for a new one. */
static bool absence_read_change(const struct cli *cli, int action, struct absence *absence,
	char **operands, int count, int *status)
{
	return action == EDIT ? absence_read(cli, absence, operands, count, status)
			      : absence_read_end(cli, absence, operands, count, status);
}

static int absence_change(struct cli *cli, int action, int id, char **operands, int count)
{
	struct absence absence;
	struct error err;
	enum status status = absence_load(cli->store, id, &absence, &err);
	int result = 2;

	if (status == STATUS_OK &&
		!absence_read_change(cli, action, &absence, operands, count, &result)) {
		absence_fini(&absence);
		return result;
	}
	if (status == STATUS_OK)
		status = absence_update(cli->store, &absence, &err);
	if (status == STATUS_OK && absence.contact)
		outcome_add_named(cli, absence.contact);
	result = status == STATUS_OK ? cli_print_saved(cli, &absence, &absence_ops)
				     : absence_refuse(cli, &err, count);
	absence_fini(&absence);
	return result;
}

/* Says which it was: a number tells nobody. */
static int absence_take_away(const struct cli *cli, int id)
{
	struct strbuf line = STRBUF_INIT;
	struct absence absence;
	struct error err;
	enum status status = absence_load(cli->store, id, &absence, &err);
	int result;

	if (status == STATUS_OK)
		status = absence_remove(cli->store, id, &err);
	if (status == STATUS_OK) {
		absence_describe(cli, &line, &absence);
		cli_say(_("Removed: %s. filo undo brings it back."), line.data);
		result = cli_finish(cli);
	} else {
		result = cli_fail(cli, &err);
	}
	strbuf_fini(&line);
	absence_fini(&absence);
	return result;
}

/* How many operands fit what is to be done, of an absence of that number or none. */
static bool absence_fits(const struct cli *cli, int argc, int action)
{
	static const struct {
		int action, least, most;
	} counts[] = { { REMOVE, 0, 0 }, { EDIT, 1, 3 }, { END, 0, 1 }, { 0, 1, 3 } };
	size_t i = 0;

	while (counts[i].action != action)
		i++;
	return (!action && optind == argc) ||
	       cli_has_operands(cli, argc, counts[i].least, counts[i].most);
}

static int absence_do(struct cli *cli, int action, int id, char **operands, int count)
{
	if (action == REMOVE)
		return absence_take_away(cli, id);
	return action ? absence_change(cli, action, id, operands, count)
		      : absence_note(cli, operands, count);
}

static int absence_run(struct cli *cli, int argc, char **argv)
{
	int option, action = 0, id = 0;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?' || !cli_number(cli, optarg, 1, INT32_MAX, &id))
			return 2;
		action = option;
	}
	if (!absence_fits(cli, argc, action))
		return 2;
	return action || optind < argc ? absence_do(cli, action, id, argv + optind, argc - optind)
				       : absence_print_all(cli);
}

static const struct cli_option absence_options[] = {
	{ EDIT, "edit", N_("ID"), N_("give this one other days, or another person") },
	{ END, "end", N_("ID"), N_("end this one, today or on a day") },
	{ REMOVE, "remove", N_("ID"), N_("remove the absence with this number") },
	{ CLI_JSON, "json", NULL, N_("print them, or what was done, as JSON") },
	{ 0 },
};

static const struct cli_rule absence_rules[] = { { "--edit, --end, --remove" }, { 0 } };

const struct cli_command cli_absence = {
	.name = "absence",
	.also = (const struct cli_alias[]){ { "absences" }, { "add-absence" },
		{ "edit-absence", { "--edit" } }, { "remove-absence", { "--remove" } }, { 0 } },
	.usage = N_("[FROM [TO] [NAME]]"
		    " [--edit ID FROM [TO] [NAME]|--end ID [WHEN]|--remove ID] [--json]"),
	.help = N_("absences, yours or theirs, which do not count as silence"),
	.options = absence_options,
	.rules = absence_rules,
	.example = N_("filo absence \"1 aug\" \"20 aug\"\n"
		      "filo absence today \"in 2 weeks\" bo"),
	.run = absence_run,
};
