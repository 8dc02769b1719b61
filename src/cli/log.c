/* filo log: a conversation from the command line.
 * Not here: the log as a person's story (show.c). */
#include "cli/cli.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/words/when.h"
#include "filo/store/conversations.h"

#include <stdlib.h>
#include <string.h>

enum { OPTION_ME = 1000, OPTION_THEM, OPTION_BOTH };

static bool set_medium(const struct cli *cli, struct conversation *conversation, const char *word)
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

static bool set_when(const struct cli *cli, struct conversation *conversation, const char *argument)
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

static bool take(const struct cli *cli, int option, struct conversation *conversation)
{
	switch (option) {
	case 'w':
		return set_when(cli, conversation, optarg);
	case 'c':
		return set_medium(cli, conversation, optarg);
	case 'f':
		return cli_number(cli, optarg, -2, 2, &conversation->feeling);
	case 'a':
		return conversation->awaits_reply = true;
	case OPTION_ME:
	case OPTION_THEM:
	case OPTION_BOTH:
		conversation->direction = (enum direction)(OPENED_BY_ME + (option - OPTION_ME));
		return true;
	default:
		return false;
	}
}

static enum status add_person(
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
static bool add_people(
	const struct cli *cli, struct conversation *conversation, char *names, int *status)
{
	struct error err;
	contact_id id;

	if (strchr(names, ',') && contact_resolve(cli->store, names, &id, NULL) == STATUS_OK)
		return add_person(cli->store, id, conversation, &err) == STATUS_OK;
	for (char *rest = names, *name; (name = strsep(&rest, ","));) {
		if (text_is_blank(name))
			continue;
		if (!cli_person(cli, name, &id, status))
			return false;
		if (add_person(cli->store, id, conversation, &err) != STATUS_OK) {
			*status = cli_fail(cli, &err);
			return false;
		}
	}
	return true;
}

/* The first line says what it was about, the others are the body. */
static void split_lines(struct conversation *conversation)
{
	char *end = strchr(conversation->summary, '\n');

	if (!end)
		return;
	conversation->body = text_trim(end + 1);
	*end = '\0';
}

/* Whom filo took the names for, and on which day: to see a mistake at once. */
static void tell(const struct cli *cli, const struct conversation *conversation)
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
	static const struct option names[] = { { "when", required_argument, NULL, 'w' },
		{ "channel", required_argument, NULL, 'c' },
		{ "feel", required_argument, NULL, 'f' },
		{ "awaits-reply", no_argument, NULL, 'a' }, { "me", no_argument, NULL, OPTION_ME },
		{ "them", no_argument, NULL, OPTION_THEM },
		{ "both", no_argument, NULL, OPTION_BOTH }, { NULL, 0, NULL, 0 } };
	struct error err;
	int option, status = 2;
	char *people;

	while ((option = cli_option(cli, argc, argv, "w:c:", names)) != -1) {
		if (!take(cli, option, conversation))
			return 2;
	}
	if (!cli_takes_text(cli, argc) || !cli_text(cli, argv[optind], _("The name"), &people))
		return 2;
	bool is_known = add_people(cli, conversation, people, &status);
	free(people);
	if (!is_known)
		return status;
	if (!cli_text(cli, argv[optind + 1], _("The text"), &conversation->summary))
		return 2;
	split_lines(conversation);
	if (conversation_add(cli->store, conversation, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	tell(cli, conversation);
	return cli_finish(cli);
}

int cli_log(struct cli *cli, int argc, char **argv)
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
