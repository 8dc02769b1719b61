/* filo show: a person for people to read; what you last talked about and left open first.
 * Not here: the same for programs (show_json.c), the card on the screen (tui). */
#include "cli/options.h"
#include "cli/outcome.h"
#include "cli/print.h"
#include "cli/show_json.h"
#include "cli/values.h"
#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/exchange/json_people.h"
#include "filo/people/followup.h"
#include "filo/people/words/contact_facts.h"
#include "filo/people/words/exchange_words.h"
#include "filo/people/words/log_words.h"
#include "filo/people/words/words_line.h"
#include "filo/people/words/words_pattern.h"
#include "filo/store/conversations.h"
#include "filo/store/log_page.h"
#include "filo/store/person_summary.h"
#include "filo/store/store.h"

#include <stdlib.h>
#include <string.h>

#define TALKS_SHOWN 5
#define TALKS_JSON  INT32_MAX /* all */
#define LABEL_COLS  14

enum { ENTRY = CLI_LONG };

/* The lines of `text`, the first after the label. */
static void show_labelled(const char *label, const char *text)
{
	if (text_is_blank(text))
		return;
	while (*text) {
		size_t len = strcspn(text, "\n");
		char *line = strndup(text, len);
		printf("  ");
		cli_print_cell(stdout, label, LABEL_COLS);
		putchar(' ');
		cli_print(stdout, line);
		putchar('\n');
		free(line);
		label = "";
		text += len + (text[len] == '\n');
	}
}

static void show_sentence(struct strbuf *sentence)
{
	if (sentence->len)
		cli_say("  %s", sentence->data);
	strbuf_clear(sentence);
}

/* What the log says of the two of you, a sentence a line. */
static void show_summary(const struct person_summary *summary)
{
	struct strbuf sentence = STRBUF_INIT;
	const char *called = summary->given ? summary->given : summary->name;

	words_why(&sentence, &summary->due, &summary->facts);
	show_sentence(&sentence);
	words_pattern(&sentence, &summary->rhythm, &summary->score, &summary->facts);
	show_sentence(&sentence);
	words_opener(&sentence, summary->opened_by_me, summary->opened_by_them,
		summary->opened_unknown, called);
	show_sentence(&sentence);
	if (summary->proposed_days && !summary->facts.wish_days)
		words_proposal(&sentence, summary->proposed_days, &summary->facts);
	show_sentence(&sentence);
	strbuf_fini(&sentence);
}

/* Circle, state, pace and last contact. */
static void show_line(const struct person *person)
{
	const struct words_line line = { .circle = person->circle.name,
		.state = person->state,
		.until = person->until,
		.last_day = person->summary.last_day };
	struct strbuf text = STRBUF_INIT;

	words_line(&text, &line, &person->summary.facts, &person->summary.score, " · ");
	show_sentence(&text);
	strbuf_fini(&text);
}

static void show_followups(const struct person *person, day_number today)
{
	const struct followup *followup;

	VECTOR_EACH (followup, &person->followups) {
		if (followup->done_on != DAY_NONE)
			continue;
		char *sentence = followup_sentence(followup), id[64], date[64] = "";
		struct strbuf line = STRBUF_INIT;
		snprintf(id, sizeof id, _("follow-up %lld"), (long long)followup->id);
		strbuf_add(&line, sentence);
		if (followup->due != DAY_NONE) {
			date_format_short(followup->due, PRECISION_DAY, today, date, sizeof date);
			strbuf_add_format(&line, " (%s)", date);
		}
		show_labelled(id, line.data);
		strbuf_fini(&line);
		free(sentence);
	}
}

/* As `person` has it in the log; 0: as nobody's, with all who took part. */
static void show_talk(const struct conversation *talk, contact_id person, day_number today)
{
	struct strbuf text = STRBUF_INIT;
	char date[64];

	conversation_describe(&text, talk, person);
	show_labelled(date_format_short(conversation_log_day(talk), talk->precision, today, date,
			      sizeof date),
		text.data);
	show_labelled("", talk->summary);
	show_labelled("", talk->body);
	strbuf_clear(&text);
	exchanges_describe(&text, &talk->exchanges);
	show_labelled("", text.data);
	strbuf_fini(&text);
}

static void show_fold(const struct log_fold *fold)
{
	struct strbuf month = STRBUF_INIT, days = STRBUF_INIT;

	log_fold_month(&month, fold);
	log_fold_days(&days, fold);
	show_labelled(month.data, days.data);
	strbuf_fini(&month);
	strbuf_fini(&days);
}

static void show_facts(const struct person *person, day_number today)
{
	struct vector facts = VECTOR_INIT(struct contact_fact);
	const struct contact_fact *fact;

	contact_facts_collect(&facts, &person->contact, person->circle.name, today);
	VECTOR_EACH (fact, &facts) {
		/* Within the text a label is a word like any other, but "BDAY" is a name. */
		char *label = memory_copy_string(fact->label);
		if (strpbrk(label, "abcdefghijklmnopqrstuvwxyz"))
			*label = ascii_lower(*label);
		show_labelled(label, fact->text);
		free(label);
	}
	contact_facts_fini(&facts);
}

static int show_person(const struct cli *cli, struct person *person)
{
	const struct contact *contact = &person->contact;
	day_number today = store_today(cli->store);
	const struct log_row *row;
	int talks = 0;

	person_tell_apart(cli, person);
	cli_say("%s", contact->name);
	show_line(person);
	show_summary(&person->summary);
	show_followups(person, today);
	VECTOR_EACH (row, &person->rows) {
		if (row->is_event || ++talks > TALKS_SHOWN)
			continue;
		if (row->is_fold)
			show_fold(&row->fold);
		else
			show_talk(&row->conversation, contact->id, today);
	}
	show_facts(person, today);
	return cli_finish(cli);
}

static int show_entry(struct cli *cli, int id)
{
	struct conversation talk;
	struct cli_json out;
	struct error err;
	int status;

	if (conversation_load(cli->store, id, &talk, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	if (cli_is_json(cli)) {
		struct json_writer *json = cli_json_begin(cli, &out);
		json_object_open(json);
		json_put_entry(json, &talk);
		json_object_close(json);
		status = cli_json_end(cli, &out);
	} else {
		conversation_tell_apart(cli->store, &talk, 0);
		show_talk(&talk, 0, store_today(cli->store));
		status = cli_finish(cli);
	}
	conversation_fini(&talk);
	return status;
}

static int show_named(struct cli *cli, int argc, char **argv)
{
	struct person person;
	struct error err;
	contact_id id;
	int status;
	char *name;

	if (!cli_words(cli, argc, argv, _("The name"), &name))
		return 2;
	bool is_known = cli_person(cli, name, &id, &status);
	free(name);
	if (!is_known)
		return status;
	if (person_load(cli->store, id, !cli_is_json(cli),
		    cli_is_json(cli) ? TALKS_JSON : TALKS_SHOWN, &person, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	status = cli_is_json(cli) ? show_json(cli, &person) : show_person(cli, &person);
	person_fini(&person);
	return status;
}

static int show_run(struct cli *cli, int argc, char **argv)
{
	int option, entry = 0;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?' ||
			(option == ENTRY && !cli_number(cli, optarg, 1, INT32_MAX, &entry)))
			return 2;
	}
	if (!entry)
		return show_named(cli, argc, argv);
	return cli_has_operands(cli, argc, 0, 0) ? show_entry(cli, entry) : 2;
}

static const struct cli_option show_options[] = {
	{ ENTRY, "entry", N_("ID"), N_("show this entry of the log instead, as find numbers it") },
	{ CLI_JSON, "json", NULL, N_("print it as JSON") },
	{ 0 },
};

const struct cli_command cli_show = {
	.name = "show",
	.also = (const struct cli_alias[]){ { "show-person" }, { "read-entry", { "--entry" } },
		{ 0 } },
	.usage = N_("NAME | --entry ID [--json]"),
	.help = N_("show a person: last talks, follow-ups, how to reach them"),
	.options = show_options,
	.example = N_("filo show ana"),
	.run = show_run,
};
