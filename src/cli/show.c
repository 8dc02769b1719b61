/* filo show: a person for people to read; what you last talked about and left open first.
 * Not here: the same for programs (show_json.c), the card on the screen (tui). */
#include "cli/options.h"
#include "cli/print.h"
#include "cli/show_json.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "filo/people/contact_state.h"
#include "filo/people/followup.h"
#include "filo/people/words/words_pattern.h"

#include <stdlib.h>
#include <string.h>

#define TALKS_SHOWN 5
#define TALKS_JSON  20
#define LABEL_COLS  14

enum { JSON = CLI_LONG };

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

	if (summary->due.is_quiet)
		words_quiet(&sentence, &summary->facts);
	else
		words_why(&sentence, &summary->due, &summary->facts);
	show_sentence(&sentence);
	words_pattern(&sentence, &summary->rhythm, &summary->score, &summary->facts);
	show_sentence(&sentence);
	words_opener(&sentence, summary->opened_by_me, summary->opened_by_them,
		summary->opened_unknown, called);
	show_sentence(&sentence);
	if (summary->proposed_days && !summary->facts.wish_days)
		words_proposal(&sentence, summary->proposed_days);
	show_sentence(&sentence);
	strbuf_fini(&sentence);
}

static void show_state(const struct person *person, day_number today)
{
	static const struct {
		const char *open, *until;
	} words[] = {
		[STATE_SNOOZED] = { N_("Snoozed."), N_("Snoozed until %s.") },
		[STATE_RESTING] = { N_("Rests until you two meet again."), N_("Rests until %s.") },
		[STATE_ARCHIVED] = { N_("Let go."), N_("Let go.") },
	};
	char until[64];

	if (person->state == STATE_ACTIVE)
		return;
	printf("  ");
	if (person->until == DAY_NONE || person->state == STATE_ARCHIVED) {
		cli_say("%s", _(words[person->state].open));
		return;
	}
	date_format_short(person->until, PRECISION_DAY, today, until, sizeof until);
	cli_say(_(words[person->state].until), until);
}

static void show_followups(const struct person *person, day_number today)
{
	const struct followup *followup;

	VECTOR_EACH (followup, &person->followups) {
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

/* "call with Marco Bianchi: the grant" */
static void show_talk(
	const struct conversation *talk, const struct contact *contact, day_number today)
{
	const struct participant *other;
	struct strbuf line = STRBUF_INIT, others = STRBUF_INIT;
	const char *what = talk->medium == MEDIUM_NONE ? _("in touch") : medium_label(talk->medium);
	char date[64];

	VECTOR_EACH (other, &talk->participants) {
		if (other->id != contact->id && !other->is_mention && other->name)
			strbuf_add_format(&others, others.len ? ", %s" : "%s", other->name);
	}
	if (others.len)
		strbuf_add_format(&line, _("%s with %s"), what, others.data);
	else if (talk->medium != MEDIUM_NONE || !*talk->summary)
		strbuf_add(&line, what);
	if (*talk->summary)
		strbuf_add_format(&line, line.len ? ": %s" : "%s", talk->summary);
	date_format_short(talk->day, talk->precision, today, date, sizeof date);
	show_labelled(date, line.data);
	if (talk->body)
		show_labelled("", talk->body);
	strbuf_fini(&line);
	strbuf_fini(&others);
}

static void show_channels(const struct contact *contact)
{
	const struct channel *channel;

	VECTOR_EACH (channel, &contact->channels) {
		struct strbuf line = STRBUF_INIT;
		strbuf_add(&line, channel->value);
		if (!text_is_blank(channel->label))
			strbuf_add_format(&line, " (%s)", channel->label);
		show_labelled(channel_kind_label(channel->kind), line.data);
		strbuf_fini(&line);
	}
}

static void show_dates(const struct contact *contact)
{
	const struct yearly_date *date;
	char words[64];

	VECTOR_EACH (date, &contact->dates)
		show_labelled(yearly_date_label(date),
			date_format_partial(date->date, words, sizeof words));
}

/* Where, how and when. */
static void show_met(const struct contact *contact)
{
	struct strbuf met = STRBUF_INIT;
	char words[64];

	strbuf_add(&met, contact->met ? contact->met : "");
	if (contact->met_on != DAY_NONE)
		strbuf_add_format(&met, "%s%s", met.len ? ", " : "",
			date_format_partial(date_from_day(contact->met_on), words, sizeof words));
	show_labelled(_("Met"), met.data);
	strbuf_fini(&met);
}

static void show_relations(const struct contact *contact)
{
	const struct relation *relation;

	VECTOR_EACH (relation, &contact->relations)
		show_labelled(relation_kind_label(relation->kind), relation_person(relation));
}

static void show_list(const char *label, const struct vector *strings)
{
	struct strbuf line = STRBUF_INIT;
	char *const *string;

	VECTOR_EACH (string, strings)
		strbuf_add_format(&line, line.len ? ", %s" : "%s", *string);
	show_labelled(label, line.data);
	strbuf_fini(&line);
}

static void show_wish(const struct contact *contact)
{
	struct strbuf wish = STRBUF_INIT;

	if (contact->cadence_days)
		strbuf_add_format(&wish, NP_("every day", "every %d days", contact->cadence_days),
			contact->cadence_days);
	show_labelled(_("Wish"), wish.data);
	strbuf_fini(&wish);
}

static int show_person(const struct cli *cli, const struct person *person)
{
	const struct contact *contact = &person->contact;
	day_number today = store_today(cli->store);
	const struct log_row *row;

	cli_say("%s", contact->name);
	show_state(person, today);
	show_summary(&person->summary);
	show_followups(person, today);
	VECTOR_EACH (row, &person->rows) {
		if (!row->is_event)
			show_talk(&row->conversation, contact, today);
	}
	show_labelled(_("Circle"), person->circle);
	show_wish(contact);
	show_list(_("Tags"), &contact->tags);
	show_labelled(_("Nickname"), contact->nickname);
	show_labelled(_("Organization"), contact->organization);
	show_labelled(_("Title"), contact->title);
	show_channels(contact);
	show_dates(contact);
	show_met(contact);
	show_relations(contact);
	show_labelled(_("Note"), contact->note);
	return cli_finish(cli);
}

static int show_run(struct cli *cli, int argc, char **argv)
{
	struct person person;
	struct error err;
	contact_id id;
	int option, status;
	bool is_json = false;
	char *name;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?')
			return 2;
		is_json = true;
	}
	if (!cli_words(cli, argc, argv, _("The name"), &name))
		return 2;
	bool is_known = cli_person(cli, name, &id, &status);
	free(name);
	if (!is_known)
		return status;
	if (person_load(cli->store, id, is_json ? TALKS_JSON : TALKS_SHOWN, &person, &err) !=
		STATUS_OK)
		return cli_fail(cli, &err);
	status = is_json ? show_json(cli, &person) : show_person(cli, &person);
	person_fini(&person);
	return status;
}

static const struct cli_option show_options[] = {
	{ JSON, "json", NULL, N_("print it as JSON") },
	{ 0 },
};

const struct cli_command cli_show = {
	.name = "show",
	.usage = N_("NAME [--json]"),
	.help = N_("show a person: last talks, follow-ups, how to reach them"),
	.options = show_options,
	.run = show_run,
};
