/* filo log: a conversation from the command line.
 * Not here: the log as a person's story (show.c). */
#include "cli/followup.h"
#include "cli/hooks.h"
#include "cli/options.h"
#include "cli/outcome.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/exchange/mail_entry.h"
#include "filo/people/followup.h"
#include "filo/people/words/exchange_words.h"
#include "filo/people/words/thread_words.h"
#include "filo/people/words/when.h"
#include "filo/store/change.h"
#include "filo/store/contact_resolve.h"
#include "filo/store/contacts.h"
#include "filo/store/conversations.h"
#include "filo/store/followups.h"
#include "filo/store/store.h"

#include <stdlib.h>
#include <string.h>

enum {
	ME = CLI_LONG,
	THEM,
	BOTH,
	FEEL,
	AWAITS_REPLY,
	DONE,
	OPEN,
	GIVEN,
	RECEIVED,
	ABOUT,
	MAIL,
	SUBJECT,
	EDIT,
	WITH,
	CLEAR
};

/* A talk, what it closes and what it leaves open: one change. */
struct logging {
	struct cli *cli;
	struct conversation conversation;
	struct conversation with, about; /* with --edit, only the people who are to be in it */
	struct vector done;              /* of followup_id */
	struct vector left_open;         /* of struct followup */
	struct exchanges exchanged;      /* as typed */
	bool is_mail, has_subject;
	bool is_edit, is_changed; /* of an entry that is there */
	int status;               /* of the command, when something is refused */
};

static bool log_set_medium(
	const struct cli *cli, struct conversation *conversation, const char *word)
{
	struct strbuf words = STRBUF_INIT;

	if (medium_parse(word, &conversation->medium))
		return true;
	for (int medium = 0; medium < MEDIUM_NONE; medium++)
		strbuf_add_item(&words, ", ", medium_label((enum medium)medium));
	cli_usage(cli, _("there is no channel \"%s\"; there are: %s"), text_brief(word).text,
		words.data);
	strbuf_fini(&words);
	return false;
}

static bool log_set_when(
	const struct cli *cli, struct conversation *conversation, const char *argument)
{
	struct when when;

	if (!cli_when(cli, argument, WHEN_PAST, &when))
		return false;
	if (when_is_to_come(&when, store_today(cli->store))) {
		cli_usage(cli,
			_("\"%s\" is yet to come; make it a follow-up? "
			  "filo followup NAME TEXT -w WHEN"),
			text_brief(argument).text);
		return false;
	}
	conversation->day = when.day;
	conversation->precision = when.precision;
	conversation->minute = when.minute;
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
	return cli_accept(cli, status, &err);
}

static enum status log_add_person(struct store *store, contact_id id,
	struct conversation *conversation, bool is_mention, struct error *err)
{
	struct contact contact;
	enum status status = contact_load(store, id, &contact, err);
	if (status != STATUS_OK)
		return status;
	conversation_add_participant(conversation, id, contact.name, is_mention);
	contact_fini(&contact);
	return STATUS_OK;
}

/* Names separated by commas. A name with a comma of its own is taken whole when it is somebody. */
static bool log_add_people(const struct cli *cli, struct conversation *conversation, char *names,
	bool are_mentions, int *status)
{
	struct error err;
	contact_id id;

	if (strchr(names, ',') && contact_resolve(cli->store, names, &id, NULL) == STATUS_OK)
		return log_add_person(cli->store, id, conversation, are_mentions, &err) ==
		       STATUS_OK;
	for (char *rest = names, *name; (name = cli_next_name(&rest));) {
		if (text_is_blank(name))
			continue;
		if (!cli_person(cli, name, &id, status))
			return false;
		if (log_add_person(cli->store, id, conversation, are_mentions, &err) != STATUS_OK) {
			*status = cli_fail(cli, &err);
			return false;
		}
	}
	return true;
}

/* Of an entry that is there they are gathered until all options are read. */
static bool log_set_people(struct logging *logging, const char *argument, bool are_mentions)
{
	const struct cli *cli = logging->cli;
	struct conversation *conversation = !logging->is_edit ? &logging->conversation
					    : are_mentions    ? &logging->about
							      : &logging->with;
	char *names;

	if (!cli_text(cli, argument, _("The name"), &names))
		return false;
	bool is_known = log_add_people(cli, conversation, names, are_mentions, &logging->status);
	free(names);
	return is_known;
}

/* In place of what is kept; several add up. */
static bool log_set_exchanges(
	const struct cli *cli, const char *argument, unsigned *typed, unsigned *kept)
{
	struct error err;
	unsigned kinds;

	bool is_read = cli_accept(cli, exchanges_read(argument, &kinds, &err), &err);
	*kept = *typed |= is_read ? kinds : 0;
	return is_read;
}

/* What one may wish away again, by its name in JSON. */
enum {
	CLEAR_CHANNEL,
	CLEAR_DIRECTION,
	CLEAR_FEELING,
	CLEAR_AWAITS_REPLY,
	CLEAR_GIVEN,
	CLEAR_RECEIVED,
	CLEAR_BODY,
	CLEAR_MENTIONS,
	CLEARINGS
};
static const struct spoken clearings[CLEARINGS] = {
	/* Translators: what of an entry is taken away, as it is typed: one word each. */
	[CLEAR_CHANNEL] = { "channel", NC_("clear", "channel") },
	[CLEAR_DIRECTION] = { "direction", NC_("clear", "direction") },
	[CLEAR_FEELING] = { "feeling", NC_("clear", "feeling") },
	[CLEAR_AWAITS_REPLY] = { "awaits_reply", NC_("clear", "awaits_reply") },
	[CLEAR_GIVEN] = { "given", NC_("clear", "given") },
	[CLEAR_RECEIVED] = { "received", NC_("clear", "received") },
	[CLEAR_BODY] = { "body", NC_("clear", "body") },
	[CLEAR_MENTIONS] = { "mentions", NC_("clear", "mentions") },
};

static const char *log_clearing_at(size_t at)
{
	return at < CLEARINGS ? spoken_label(&clearings[at]) : NULL;
}

static void log_clear_one(struct conversation *conversation, size_t what)
{
	switch (what) {
	case CLEAR_CHANNEL:
		conversation->medium = MEDIUM_NONE;
		break;
	case CLEAR_DIRECTION:
		conversation->direction = OPENED_UNKNOWN;
		break;
	case CLEAR_FEELING:
		conversation->feeling = FEELING_NONE;
		break;
	case CLEAR_AWAITS_REPLY:
		conversation->awaits_reply = false;
		break;
	case CLEAR_GIVEN:
		conversation->exchanges.given = 0;
		break;
	case CLEAR_RECEIVED:
		conversation->exchanges.received = 0;
		break;
	case CLEAR_BODY:
		memory_replace_string(&conversation->body, NULL);
		break;
	default:
		conversation_remove_participants(conversation, true);
	}
}

static bool log_clear(const struct cli *cli, struct conversation *conversation, const char *what)
{
	int which = cli_spoken(cli, clearings, CLEARINGS, what, _("\"%s\" is none of: %s"));

	if (which >= 0)
		log_clear_one(conversation, (size_t)which);
	return which >= 0;
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
		return cli_feeling(cli, optarg, &conversation->feeling);
	case AWAITS_REPLY:
		return conversation->awaits_reply = true;
	case ME:
	case THEM:
	case BOTH:
		conversation->direction = (enum direction)(OPENED_BY_ME + (option - ME));
		return true;
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
	case GIVEN:
		return log_set_exchanges(
			cli, optarg, &logging->exchanged.given, &conversation->exchanges.given);
	case RECEIVED:
		return log_set_exchanges(cli, optarg, &logging->exchanged.received,
			&conversation->exchanges.received);
	case ABOUT:
	case WITH:
		return log_set_people(logging, optarg, option == ABOUT);
	case CLEAR:
		return log_clear(cli, conversation, optarg);
	case EDIT:
		return true;
	default:
		return false;
	}
}

/* The first line says what it was about, the others are the body. */
static void log_split_lines(struct conversation *conversation)
{
	char *end = strchr(conversation->summary, '\n');

	if (!end)
		return;
	free(conversation->body);
	conversation->body = text_trim(end + 1);
	*end = '\0';
}

/* An entry that was changed as it is kept now: with the people in their order. */
static void log_reload(struct logging *logging)
{
	const struct participant *participant;
	struct conversation kept;

	if (conversation_load(logging->cli->store, logging->conversation.id, &kept, NULL) ==
		STATUS_OK) {
		conversation_fini(&logging->conversation);
		logging->conversation = kept;
	}
	VECTOR_EACH (participant, &logging->conversation.participants)
		outcome_add_named(logging->cli, participant->id);
}

/* Repeats the people and the day as understood, so that a mistake is seen at once. */
static int log_tell(struct logging *logging)
{
	const struct conversation *conversation = &logging->conversation;

	if (logging->is_edit)
		log_reload(logging);
	const struct when when = { conversation->day, conversation->precision,
		conversation->minute };
	char *people = conversation_names(logging->cli->store, conversation), day[96];

	when_describe(&when, store_today(logging->cli->store), day, sizeof day);
	cli_say(!logging->is_edit                      ? _("Logged with %s: %s.")
		: change_was_idle(logging->cli->store) ? _("The entry with %s stays as before: %s.")
						       : _("The entry with %s is changed: %s."),
		people, day);
	if (when.precision > PRECISION_DAY)
		cli_say("%s", when_uncounted(when.precision));
	cli_say_done(logging->cli, &logging->done);
	free(people);
	if (!logging->is_edit)
		cli_after_log(logging->cli, conversation->id);
	return cli_finish(logging->cli);
}

static enum status log_write(void *context, struct error *err)
{
	struct logging *logging = context;
	struct store *store = logging->cli->store;
	enum status status = logging->is_edit
				     ? conversation_update(store, &logging->conversation, err)
				     : conversation_add(store, &logging->conversation, err);

	if (status != STATUS_OK)
		return status;
	return followups_settle(
		store, &logging->conversation, &logging->done, &logging->left_open, err);
}

static int log_save(struct logging *logging)
{
	char *people = conversation_names(logging->cli->store, &logging->conversation);
	struct error err;
	enum status status = store_change(logging->cli->store, log_write, logging, &err,
		logging->is_edit ? N_("edit the entry with %s") : N_("log with %s"), people);

	free(people);
	if (status == STATUS_CONFLICT && logging->is_mail) {
		cli_say("%s", _("This mail is logged already."));
		return cli_finish(logging->cli);
	}
	return status == STATUS_OK ? log_tell(logging) : cli_fail(logging->cli, &err);
}

/* What was typed besides stands; the rest is the mail's. */
static int log_mail(struct logging *logging, int argc)
{
	struct cli *cli = logging->cli;
	const struct history_options options = { .me = (const char *const[]){ cli->config.me },
		.me_count = *cli->config.me != 0,
		.with_text = logging->has_subject };
	struct conversation *conversation = &logging->conversation, mail;
	const struct participant *about;
	struct error err;

	if (!cli_has_operands(cli, argc, 0, 0))
		return 2;
	enum status status = mail_entry_read(cli->store, &options, &mail, &err);
	mail.feeling = conversation->feeling;
	mail.awaits_reply = conversation->awaits_reply;
	mail.exchanges = conversation->exchanges;
	VECTOR_EACH (about, &conversation->participants)
		conversation_add_participant(&mail, about->id, about->name, true);
	conversation_fini(conversation);
	*conversation = mail;
	return status == STATUS_OK ? log_save(logging) : cli_fail(cli, &err);
}

/* An entry that is there stands in place of a new one: the options are laid over it, so they are
 * gone through twice. */
static bool log_load_entry(struct logging *logging, int argc, char **argv)
{
	struct cli *cli = logging->cli;
	struct conversation present;
	struct error err;
	int option, id = 0;

	while ((option = cli_option(cli, argc, argv)) != -1)
		if (option == '?' ||
			(option == EDIT && !cli_number(cli, optarg, 1, INT32_MAX, &id)))
			return false;
	optind = 0;
	if (!id)
		return true;
	if (conversation_load(cli->store, id, &present, &err) != STATUS_OK) {
		logging->status = cli_fail(cli, &err);
		return false;
	}
	conversation_fini(&logging->conversation);
	logging->conversation = present;
	return logging->is_edit = true;
}

static bool log_take_text(struct logging *logging, const char *argument)
{
	struct conversation *conversation = &logging->conversation;
	char *text;

	if (!cli_text_or_input(logging->cli, argument, _("The text"), &text))
		return false;
	free(conversation->summary);
	conversation->summary = text;
	log_split_lines(conversation);
	return true;
}

static int log_edit(struct logging *logging, int argc, char **argv)
{
	struct cli *cli = logging->cli;

	if (!cli_has_operands(cli, argc, 0, 1))
		return 2;
	if (!logging->is_changed && optind == argc)
		return cli_usage(
			cli, _("say what to change; see filo %s --help"), cli->command->name);
	if (optind < argc && !log_take_text(logging, argv[optind]))
		return 2;
	conversation_replace_participants(&logging->conversation, &logging->with, false);
	conversation_replace_participants(&logging->conversation, &logging->about, true);
	return log_save(logging);
}

static int log_conversation(struct logging *logging, int argc, char **argv)
{
	struct cli *cli = logging->cli;
	int option;

	if (!log_load_entry(logging, argc, argv))
		return logging->status;
	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (!log_read_option(logging, option))
			return logging->status;
		logging->is_changed |= option != EDIT;
	}
	if (logging->is_edit)
		return log_edit(logging, argc, argv);
	if (logging->is_mail)
		return log_mail(logging, argc);
	if (!cli_has_name_and_text(cli, argc))
		return 2;
	if (!log_set_people(logging, argv[optind], false))
		return logging->status;
	return log_take_text(logging, argv[optind + 1]) ? log_save(logging) : 2;
}

static int log_begin(
	struct cli *cli, int argc, char **argv, int (*run)(struct logging *, int, char **))
{
	struct logging logging = { .cli = cli,
		.status = 2,
		.done = VECTOR_INIT(followup_id),
		.left_open = VECTOR_INIT(struct followup) };
	struct conversation *conversation = &logging.conversation;

	conversation_init(conversation);
	conversation_init(&logging.with);
	conversation_init(&logging.about);
	conversation->day = store_today(cli->store);
	int status = run(&logging, argc, argv);
	conversation_fini(conversation);
	conversation_fini(&logging.with);
	conversation_fini(&logging.about);
	followups_clear(&logging.left_open);
	vector_fini(&logging.left_open);
	vector_fini(&logging.done);
	return status;
}

static int log_run(struct cli *cli, int argc, char **argv)
{
	return log_begin(cli, argc, argv, log_conversation);
}

static const char *log_exchange_at(size_t at)
{
	return at < EXCHANGE_KINDS ? exchange_label((enum exchange_kind)at) : NULL;
}

static const struct cli_option log_options[] = {
	{ 'w', "when", N_("WHEN"), N_("of that day instead of today") },
	{ 'c', "channel", N_("CHANNEL"), N_("call, message, email, in-person, or another") },
	{ ME, "me", NULL, N_("you opened it") },
	{ THEM, "them", NULL, N_("they opened it") },
	{ BOTH, "both", NULL, N_("you both did") },
	{ FEEL, "feel", "-2..2", N_("how it felt, from -2 to 2, or in a word") },
	{ AWAITS_REPLY, "awaits-reply", NULL, N_("you owe them a reply") },
	{ DONE, "done", N_("ID"), N_("it closed that follow-up"), .times = CLI_SEVERAL },
	{ MAIL, "mail", "-", N_("instead the mail on standard input: who, when, which way") },
	{ SUBJECT, "subject", NULL, N_("its subject as the line") },
	{ OPEN, "open", N_("TEXT"),
		N_("left open: \"? to ask, in 2w; ! you promised; < they promised\""),
		.times = CLI_SEVERAL },
	{ GIVEN, "given", N_("WHAT"), N_("idea, advice, introduction, help, gift: from you"),
		log_exchange_at, true, .times = CLI_SEVERAL },
	{ RECEIVED, "received", N_("WHAT"), N_("the same, from them"), log_exchange_at, true,
		.times = CLI_SEVERAL },
	{ ABOUT, "about", N_("NAME"), N_("whom you spoke of, who was not there"),
		.times = CLI_SEVERAL },
	{ EDIT, "edit", N_("ID"), N_("instead change this entry") },
	{ WITH, "with", N_("NAME"), N_("with --edit, who took part, and nobody else"),
		.times = CLI_SEVERAL },
	{ CLEAR, "clear", N_("WHAT"), N_("with --edit, take away the channel, feeling, body..."),
		log_clearing_at, .times = CLI_SEVERAL },
	{ CLI_JSON, "json", NULL, N_("print what was done as JSON") },
	{ 0 },
};

static const struct cli_rule log_rules[] = {
	{ "--me, --them, --both" },
	{ "--with, --clear", .needs = "--edit" },
	{ "--subject", .needs = "--mail" },
	{ "--mail", .without = "--edit, --when, --channel, --me, --them, --both" }, /* it says */
	{ "--clear", .without = "--channel", .value = &clearings[CLEAR_CHANNEL] },
	{ "--clear", .without = "--me, --them, --both", .value = &clearings[CLEAR_DIRECTION] },
	{ "--clear", .without = "--feel", .value = &clearings[CLEAR_FEELING] },
	{ "--clear", .without = "--awaits-reply", .value = &clearings[CLEAR_AWAITS_REPLY] },
	{ "--clear", .without = "--given", .value = &clearings[CLEAR_GIVEN] },
	{ "--clear", .without = "--received", .value = &clearings[CLEAR_RECEIVED] },
	{ "--clear", .without = "--about", .value = &clearings[CLEAR_MENTIONS] },
	{ 0 },
};

const struct cli_command cli_log = {
	.name = "log",
	.also = (const struct cli_alias[]){ { "log-conversation" }, { "log-several" }, { 0 } },
	.usage = N_("NAME[,NAME...] TEXT [-w WHEN] [-c CHANNEL] [--me|--them|--both]"
		    " [--feel -2..2] [--awaits-reply] [--done ID]... [--open TEXT]..."
		    " [--given WHAT]... [--received WHAT]... [--about NAME]...,"
		    " or --edit ID [TEXT] [--with NAME]... [--clear WHAT]...,"
		    " or --mail - [--subject]"),
	.help = N_("log a conversation"),
	.options = log_options,
	.rules = log_rules,
	.example = N_("filo log ana \"A walk by the river\" -w yesterday -c in-person\n"
		      "filo log ana,bo \"Dinner\" --open \"? the new job, in 2w\""),
	.run = log_run,
	.settings = " me after-log ",
};

/* Names as they are typed to log, with or without quotes. */
static int log_in_touch(struct logging *logging, int argc, char **argv)
{
	const struct cli *cli = logging->cli;
	char *names;

	if (cli_option(cli, argc, argv) != -1 || !cli_words(cli, argc, argv, _("The name"), &names))
		return 2;
	bool is_known = log_set_people(logging, names, false);
	free(names);
	return is_known ? log_save(logging) : logging->status;
}

static int in_touch_today_run(struct cli *cli, int argc, char **argv)
{
	return log_begin(cli, argc, argv, log_in_touch);
}

const struct cli_command cli_in_touch_today = {
	.name = "in-touch-today",
	.usage = N_("NAME[,NAME...]"),
	.help = N_("in touch today: an entry without words"),
	.settings = " after-log ",
	.options = cli_json_done,
	.example = N_("filo in-touch-today ana,bo"),
	.run = in_touch_today_run,
};
