/* filo show: a person, what you last talked about and left open first.
 * Not here: the card on the screen (tui). */
#include "cli.h"
#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "filo/exchange/json.h"
#include "filo/store/conversations.h"
#include "filo/store/queue.h"

#include <stdlib.h>

#define TALKS_SHOWN 5
#define TALKS_JSON  20
#define LABEL_COLS  14

/* All that is shown of a person. */
struct person {
	struct contact contact;
	struct portrait portrait;
	struct vector followups; /* of struct followup */
	struct vector rows;      /* of struct log_row */
	char *circle;            /* NULL: none */
};

static void read_circle(struct cli *cli, struct person *person)
{
	struct vector circles = VECTOR_INIT(struct circle);
	struct circle *circle;

	circle_list(cli->store, &circles, NULL);
	VECTOR_EACH (circle, &circles) {
		if (circle->id == person->contact.circle) {
			person->circle = circle->name;
			circle->name = NULL;
		}
		circle_fini(circle);
	}
	vector_fini(&circles);
}

static enum status person_load(
	struct cli *cli, contact_id id, size_t talks, struct person *person, struct error *err)
{
	enum status status = contact_load(cli->store, id, &person->contact, err);

	if (status != STATUS_OK)
		return status;
	status = portrait_load(cli->store, id, store_today(cli->store), &person->portrait, err);
	if (status == STATUS_OK)
		status = followup_list(cli->store, id, false, &person->followups, err);
	if (status == STATUS_OK)
		status = log_page(cli->store, id, NULL, true, talks, &person->rows, err);
	read_circle(cli, person);
	return status;
}

static void person_fini(struct person *person)
{
	struct followup *followup;
	struct log_row *row;

	VECTOR_EACH (followup, &person->followups)
		followup_fini(followup);
	VECTOR_EACH (row, &person->rows)
		log_row_fini(row);
	vector_fini(&person->followups);
	vector_fini(&person->rows);
	contact_fini(&person->contact);
	portrait_fini(&person->portrait);
	free(person->circle);
}

/* ---- For people ---- */

static void print_line(const char *label, const char *text)
{
	if (text_is_blank(text))
		return;
	printf("  ");
	cli_print_cell(stdout, label, LABEL_COLS);
	putchar(' ');
	cli_print(stdout, text);
	putchar('\n');
}

static void print_talk(const struct log_row *row, day_number today)
{
	const struct conversation *talk = &row->conversation;
	struct strbuf line = STRBUF_INIT;
	char date[64];

	if (row->is_event)
		return;
	date_format_short(talk->day, talk->precision, today, date, sizeof date);
	if (talk->medium != MEDIUM_NONE)
		strbuf_add(&line, medium_label(talk->medium));
	if (*talk->summary)
		strbuf_add_format(&line, line.len ? ": %s" : "%s", talk->summary);
	printf("  ");
	cli_print_cell(stdout, date, LABEL_COLS);
	putchar(' ');
	cli_print(stdout, line.len ? line.data : _("in touch"));
	putchar('\n');
	strbuf_fini(&line);
}

static void print_followups(const struct person *person, day_number today)
{
	const struct followup *followup;

	VECTOR_EACH (followup, &person->followups) {
		char *sentence = followup_sentence(followup), id[32], date[64] = "";
		snprintf(id, sizeof id, "#%lld", (long long)followup->id);
		printf("  ");
		cli_print_cell(stdout, id, LABEL_COLS);
		putchar(' ');
		cli_print(stdout, sentence);
		if (followup->due != DAY_NONE) {
			date_format_short(followup->due, PRECISION_DAY, today, date, sizeof date);
			printf(" (%s)", date);
		}
		putchar('\n');
		free(sentence);
	}
}

static void print_channels(const struct person *person)
{
	const struct channel *channel;

	VECTOR_EACH (channel, &person->contact.channels)
		print_line(channel_kind_label(channel->kind), channel->value);
}

static void print_sentence(const struct person *person)
{
	struct strbuf why = STRBUF_INIT;

	words_why(&why, &person->portrait.due, &person->portrait.facts);
	if (why.len) {
		printf("  ");
		cli_print(stdout, why.data);
		putchar('\n');
	}
	strbuf_fini(&why);
}

static int print_person(const struct cli *cli, const struct person *person)
{
	day_number today = store_today(cli->store);
	const struct log_row *row;

	cli_print(stdout, person->contact.name);
	putchar('\n');
	print_sentence(person);
	VECTOR_EACH (row, &person->rows)
		print_talk(row, today);
	print_followups(person, today);
	print_line(_("Circle"), person->circle);
	print_channels(person);
	print_line(_("Organization"), person->contact.organization);
	print_line(_("Met"), person->contact.met);
	print_line(_("Note"), person->contact.note);
	return cli_finish(cli);
}

/* ---- For programs ---- */

static void put_string(struct json_writer *json, const char *key, const char *value)
{
	json_key(json, key);
	json_string(json, value);
}

static void put_channels(struct json_writer *json, const struct contact *contact)
{
	const struct channel *channel;

	json_key(json, "channels");
	json_array_open(json);
	VECTOR_EACH (channel, &contact->channels) {
		json_object_open(json);
		put_string(json, "kind", channel_kind_name(channel->kind));
		put_string(json, "value", channel->value);
		put_string(json, "label", channel->label);
		json_object_close(json);
	}
	json_array_close(json);
}

static void put_tags(struct json_writer *json, const struct contact *contact)
{
	char **tag;

	json_key(json, "tags");
	json_array_open(json);
	VECTOR_EACH (tag, &contact->tags)
		json_string(json, *tag);
	json_array_close(json);
}

static void put_talks(struct json_writer *json, const struct person *person)
{
	const struct log_row *row;

	json_key(json, "log");
	json_array_open(json);
	VECTOR_EACH (row, &person->rows) {
		const struct conversation *talk = &row->conversation;
		if (row->is_event)
			continue;
		json_line(json);
		json_object_open(json);
		json_key(json, "id");
		json_int(json, talk->id);
		json_key(json, "date");
		json_day(json, talk->day);
		put_string(json, "channel",
			talk->medium == MEDIUM_NONE ? NULL : medium_name(talk->medium));
		put_string(json, "direction", direction_name(talk->direction));
		put_string(json, "summary", talk->summary);
		put_string(json, "body", talk->body);
		json_object_close(json);
	}
	json_array_close(json);
}

static void put_followups(struct json_writer *json, const struct person *person)
{
	const struct followup *followup;

	json_key(json, "followups");
	json_array_open(json);
	VECTOR_EACH (followup, &person->followups) {
		json_object_open(json);
		json_key(json, "id");
		json_int(json, followup->id);
		put_string(json, "kind", followup_kind_name(followup->kind));
		put_string(json, "text", followup->text);
		json_key(json, "date");
		json_day(json, followup->due);
		json_object_close(json);
	}
	json_array_close(json);
}

static int print_json(const struct cli *cli, const struct person *person)
{
	const struct contact *contact = &person->contact;
	struct cli_json out;
	struct json_writer *json = cli_json_begin(&out);
	struct strbuf why = STRBUF_INIT;

	words_why(&why, &person->portrait.due, &person->portrait.facts);
	json_object_open(json);
	json_key(json, "id");
	json_int(json, contact->id);
	put_string(json, "uid", contact->uid);
	put_string(json, "name", contact->name);
	put_string(json, "circle", person->circle);
	json_key(json, "cadence");
	if (person->portrait.facts.wish_days)
		json_int(json, person->portrait.facts.wish_days);
	else
		json_null(json);
	put_string(json, "why", why.data);
	json_key(json, "last");
	json_day(json, person->portrait.last_day);
	put_string(json, "organization", contact->organization);
	put_string(json, "met", contact->met);
	put_string(json, "note", contact->note);
	put_channels(json, contact);
	put_tags(json, contact);
	put_followups(json, person);
	put_talks(json, person);
	json_object_close(json);
	strbuf_fini(&why);
	return cli_json_end(cli, &out);
}

int cli_show(struct cli *cli, int argc, char **argv)
{
	static const struct option names[] = { { "json", no_argument, NULL, 'j' },
		{ NULL, 0, NULL, 0 } };
	struct person person = { .followups = VECTOR_INIT(struct followup),
		.rows = VECTOR_INIT(struct log_row) };
	struct error err;
	contact_id id;
	int option, status;
	bool is_json = false;

	while ((option = cli_option(cli, argc, argv, "", names)) != -1) {
		if (option == '?')
			return 2;
		is_json = true;
	}
	if (!cli_takes(cli, argc, 1, 1))
		return 2;
	if (!cli_person(cli, argv[optind], &id, &status))
		return status;
	if (person_load(cli, id, is_json ? TALKS_JSON : TALKS_SHOWN, &person, &err) != STATUS_OK)
		status = cli_fail(cli, &err);
	else
		status = is_json ? print_json(cli, &person) : print_person(cli, &person);
	person_fini(&person);
	return status;
}
