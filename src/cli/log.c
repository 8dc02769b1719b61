/* filo log: a conversation from the command line.
 * Not here: the log as a person's story (show.c). */
#include "cli/options.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/words/when.h"
#include "filo/store/contact_list.h"
#include "filo/store/contacts.h"
#include "filo/store/conversations.h"
#include "filo/store/store.h"

#include <stdlib.h>
#include <string.h>

enum { ME = CLI_LONG, THEM, BOTH, FEEL, AWAITS_REPLY };

static bool log_set_medium(
	const struct cli *cli, struct conversation *conversation, const char *word)
{
	struct strbuf words = STRBUF_INIT;

	if (medium_parse(word, &conversation->medium))
		return true;
	for (int medium = 0; medium < MEDIUM_NONE; medium++)
		strbuf_add_format(&words, medium ? ", %s" : "%s", medium_name((enum medium)medium));
	cli_usage(cli, _("there is no channel \"%.60s\"; there are: %s"), word, words.data);
	strbuf_fini(&words);
	return false;
}

static bool log_set_when(
	const struct cli *cli, struct conversation *conversation, const char *argument)
{
	struct when when;

	if (!cli_when(cli, argument, WHEN_PAST, &when))
		return false;
	if (when.day > store_today(cli->store)) {
		cli_usage(cli,
			_("\"%.60s\" is yet to come; make it a follow-up? "
			  "filo followup NAME TEXT -w WHEN"),
			argument);
		return false;
	}
	conversation->day = when.day;
	conversation->precision = when.precision;
	conversation->minute = when.minute;
	return true;
}

/* Who opened it is said once. */
static bool log_set_direction(
	const struct cli *cli, struct conversation *conversation, enum direction direction)
{
	if (conversation->direction != OPENED_UNKNOWN && conversation->direction != direction) {
		cli_usage(cli, _("%s cannot be combined"), "--me, --them, --both");
		return false;
	}
	conversation->direction = direction;
	return true;
}

static bool log_read_option(const struct cli *cli, int option, struct conversation *conversation)
{
	switch (option) {
	case 'w':
		return log_set_when(cli, conversation, optarg);
	case 'c':
		return log_set_medium(cli, conversation, optarg);
	case FEEL:
		return cli_number(cli, optarg, -2, 2, &conversation->feeling);
	case AWAITS_REPLY:
		return conversation->awaits_reply = true;
	case ME:
	case THEM:
	case BOTH:
		return log_set_direction(
			cli, conversation, (enum direction)(OPENED_BY_ME + (option - ME)));
	default:
		return false;
	}
}

static enum status log_add_person(
	struct store *store, contact_id id, struct conversation *conversation, struct error *err)
{
	const struct participant *other;
	struct contact contact;

	VECTOR_EACH (other, &conversation->participants)
		if (other->id == id)
			return STATUS_OK;
	enum status status = contact_load(store, id, &contact, err);
	if (status != STATUS_OK)
		return status;
	conversation_add_participant(conversation, id, contact.name, false);
	contact_fini(&contact);
	return STATUS_OK;
}

/* Names separated by commas. A name with a comma of its own is taken whole when it is somebody. */
static bool log_add_people(
	const struct cli *cli, struct conversation *conversation, char *names, int *status)
{
	struct error err;
	contact_id id;

	if (strchr(names, ',') && contact_resolve(cli->store, names, &id, NULL) == STATUS_OK)
		return log_add_person(cli->store, id, conversation, &err) == STATUS_OK;
	for (char *rest = names, *name; (name = strsep(&rest, ","));) {
		if (text_is_blank(name))
			continue;
		if (!cli_person(cli, name, &id, status))
			return false;
		if (log_add_person(cli->store, id, conversation, &err) != STATUS_OK) {
			*status = cli_fail(cli, &err);
			return false;
		}
	}
	return true;
}

/* The first line says what it was about, the others are the body. */
static void log_split_lines(struct conversation *conversation)
{
	char *end = strchr(conversation->summary, '\n');

	if (!end)
		return;
	conversation->body = text_trim(end + 1);
	*end = '\0';
}

/* Repeats the people and the day as understood, so that a mistake is seen at once. */
static void log_tell(const struct cli *cli, const struct conversation *conversation)
{
	struct strbuf people = STRBUF_INIT;
	const struct participant *participant;
	const struct when when = { conversation->day, conversation->precision,
		conversation->minute };
	char day[96];

	VECTOR_EACH (participant, &conversation->participants)
		strbuf_add_format(&people, people.len ? ", %s" : "%s", participant->name);
	when_describe(&when, store_today(cli->store), day, sizeof day);
	cli_say(_("Logged with %s: %s."), people.data, day);
	strbuf_fini(&people);
}

static int log_conversation(
	struct cli *cli, int argc, char **argv, struct conversation *conversation)
{
	struct error err;
	int option, status = 2;
	char *people;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (!log_read_option(cli, option, conversation))
			return 2;
	}
	if (!cli_has_name_and_text(cli, argc) ||
		!cli_text(cli, argv[optind], _("The name"), &people))
		return 2;
	bool is_known = log_add_people(cli, conversation, people, &status);
	free(people);
	if (!is_known)
		return status;
	if (!cli_text(cli, argv[optind + 1], _("The text"), &conversation->summary))
		return 2;
	log_split_lines(conversation);
	if (conversation_add(cli->store, conversation, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	log_tell(cli, conversation);
	return cli_finish(cli);
}

static int log_run(struct cli *cli, int argc, char **argv)
{
	struct conversation conversation;

	conversation_init(&conversation);
	conversation.day = store_today(cli->store);
	free(conversation.summary);
	conversation.summary = NULL;
	int status = log_conversation(cli, argc, argv, &conversation);
	conversation_fini(&conversation);
	return status;
}

static const struct cli_option log_options[] = {
	{ 'w', "when", N_("WHEN"), N_("of that day instead of today") },
	{ 'c', "channel", N_("CHANNEL"), N_("call, message, email, in-person, or another") },
	{ ME, "me", NULL, N_("you opened it") },
	{ THEM, "them", NULL, N_("they opened it") },
	{ BOTH, "both", NULL, N_("you both did") },
	{ FEEL, "feel", "-2..2", N_("how it felt, from -2 to 2") },
	{ AWAITS_REPLY, "awaits-reply", NULL, N_("you owe them a reply") },
	{ 0 },
};

const struct cli_command cli_log = {
	.name = "log",
	.usage = N_("NAME[,NAME...] TEXT [-w WHEN] [-c CHANNEL] [--me|--them|--both]"
		    " [--feel -2..2] [--awaits-reply]"),
	.help = N_("log a conversation"),
	.options = log_options,
	.run = log_run,
};
