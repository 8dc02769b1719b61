/* filo log: a conversation from the command line.
 * Not here: the log as a person's story (show.c). */
#include "cli/hooks.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/exchange/mail_entry.h"
#include "filo/people/followup.h"
#include "filo/people/words/thread_words.h"
#include "filo/people/words/when.h"
#include "filo/store/change.h"
#include "filo/store/contact_list.h"
#include "filo/store/contact_resolve.h"
#include "filo/store/contacts.h"
#include "filo/store/conversations.h"
#include "filo/store/followups.h"
#include "filo/store/store.h"

#include <stdlib.h>
#include <string.h>

enum { ME = CLI_LONG, THEM, BOTH, FEEL, AWAITS_REPLY, DONE, OPEN, MAIL, SUBJECT };

/* A talk, what it closes and what it leaves open: one change. */
struct logging {
	struct cli *cli;
	struct conversation conversation;
	struct vector done;      /* of followup_id */
	struct vector left_open; /* of struct followup */
	bool is_mail, has_subject;
};

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

static bool log_add_done(struct logging *logging, const char *argument)
{
	int number;

	if (!cli_number(logging->cli, argument, 1, INT32_MAX, &number))
		return false;
	followup_id id = number;
	if (!vector_has(&logging->done, &id))
		vector_push(&logging->done, &id);
	return true;
}

static bool log_add_open(struct logging *logging, const char *argument)
{
	const struct cli *cli = logging->cli;
	struct error err;
	char *text;

	if (!cli_text(cli, argument, _("What is left open"), &text))
		return false;
	enum status status = threads_read(text, store_today(cli->store), i18n_language(),
		i18n_is_day_first(), &logging->left_open, &err);
	free(text);
	if (status != STATUS_OK)
		cli_usage(cli, "%s", err.message);
	return status == STATUS_OK;
}

static bool log_read_option(struct logging *logging, int option)
{
	const struct cli *cli = logging->cli;
	struct conversation *conversation = &logging->conversation;

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
	case MAIL:
		logging->is_mail = !strcmp(optarg, "-");
		if (!logging->is_mail)
			cli_usage(cli, _("--mail reads standard input: %s"), "--mail -");
		return logging->is_mail;
	case SUBJECT:
		return logging->has_subject = true;
	case DONE:
		return log_add_done(logging, optarg);
	case OPEN:
		return log_add_open(logging, optarg);
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
		strbuf_add_item(&people, ", ", participant->name);
	when_describe(&when, store_today(cli->store), day, sizeof day);
	cli_say(_("Logged with %s: %s."), people.data, day);
	strbuf_fini(&people);
}

static enum status log_write(void *context, struct error *err)
{
	struct logging *logging = context;
	struct store *store = logging->cli->store;
	enum status status = conversation_add(store, &logging->conversation, err);

	if (status != STATUS_OK)
		return status;
	return followups_settle(
		store, &logging->conversation, &logging->done, &logging->left_open, err);
}

static enum status log_write_as_change(struct logging *logging, struct error *err)
{
	const struct vector *participants = &logging->conversation.participants;
	struct strbuf label = STRBUF_INIT;

	if (participants->count) {
		const struct participant *first = vector_at(participants, 0);
		strbuf_add_format(&label, _("log with %s"), first->name);
	}
	enum status status = store_change(logging->cli->store, label.data, log_write, logging, err);
	strbuf_fini(&label);
	return status;
}

/* What was typed besides stands; the rest is the mail's. */
static int log_mail(struct logging *logging, int argc)
{
	struct cli *cli = logging->cli;
	const struct history_options options = { .me = (const char *const[]){ cli->config.me },
		.me_count = *cli->config.me != 0,
		.with_text = logging->has_subject };
	struct conversation *conversation = &logging->conversation, mail;
	struct error err;

	if (!cli_has_operands(cli, argc, 0, 0))
		return 2;
	enum status status = mail_entry_read(cli->store, &options, &mail, &err);
	mail.feeling = conversation->feeling;
	mail.awaits_reply = conversation->awaits_reply;
	conversation_fini(conversation);
	*conversation = mail;
	if (status == STATUS_OK)
		status = log_write_as_change(logging, &err);
	if (status != STATUS_OK)
		return cli_fail(cli, &err);
	log_tell(cli, conversation);
	cli_after_log(cli, conversation->id);
	return cli_finish(cli);
}

static int log_conversation(struct logging *logging, int argc, char **argv)
{
	struct cli *cli = logging->cli;
	struct conversation *conversation = &logging->conversation;
	struct error err;
	int option, status = 2;
	char *people;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (!log_read_option(logging, option))
			return 2;
	}
	if (logging->is_mail)
		return log_mail(logging, argc);
	if (!cli_has_name_and_text(cli, argc) ||
		!cli_text(cli, argv[optind], _("The name"), &people))
		return 2;
	bool is_known = log_add_people(cli, conversation, people, &status);
	free(people);
	if (!is_known)
		return status;
	if (!cli_text_or_input(cli, argv[optind + 1], _("The text"), &conversation->summary))
		return 2;
	log_split_lines(conversation);
	if (log_write_as_change(logging, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	log_tell(cli, conversation);
	cli_after_log(cli, conversation->id);
	return cli_finish(cli);
}

static int log_run(struct cli *cli, int argc, char **argv)
{
	struct logging logging = { .cli = cli,
		.done = VECTOR_INIT(followup_id),
		.left_open = VECTOR_INIT(struct followup) };
	struct conversation *conversation = &logging.conversation;

	conversation_init(conversation);
	conversation->day = store_today(cli->store);
	free(conversation->summary);
	conversation->summary = NULL;
	int status = log_conversation(&logging, argc, argv);
	conversation_fini(conversation);
	followups_clear(&logging.left_open);
	vector_fini(&logging.left_open);
	vector_fini(&logging.done);
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
	{ DONE, "done", N_("ID"), N_("it closed that follow-up") },
	{ MAIL, "mail", "-", N_("instead the mail on standard input: who, when, which way") },
	{ SUBJECT, "subject", NULL, N_("its subject as the line") },
	{ OPEN, "open", N_("TEXT"),
		N_("left open: \"? to ask, in 2w; ! you promised; < they promised\"") },
	{ 0 },
};

const struct cli_command cli_log = {
	.name = "log",
	.usage = N_("NAME[,NAME...] TEXT [-w WHEN] [-c CHANNEL] [--me|--them|--both]"
		    " [--feel -2..2] [--awaits-reply] [--done ID]... [--open TEXT]...,"
		    " or --mail - [--subject]"),
	.help = N_("log a conversation"),
	.options = log_options,
	.run = log_run,
	.settings = " me after-log ",
};
