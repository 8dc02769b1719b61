/* What a command has done, as one JSON object that is the same for all of them.
 * Not here: finding out what changed (store/db/changed_rows.c), what commands list (print.c). */
#include "cli/outcome.h"

#include "cli/print.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/exchange/json_people.h"
#include "filo/store/circles.h"
#include "filo/store/contacts.h"
#include "filo/store/events.h"
#include "filo/store/person_summary.h"
#include "filo/store/undo.h"

#include <stdlib.h>

void outcome_init(struct cli_outcome *outcome)
{
	*outcome = (struct cli_outcome){
		.text = STRBUF_INIT, .files = VECTOR_INIT(char *), .named = VECTOR_INIT(contact_id)
	};
	changed_rows_init(&outcome->changed);
}

void outcome_fini(struct cli_outcome *outcome)
{
	cli_say_into(NULL);
	strbuf_fini(&outcome->text);
	vector_fini_strings(&outcome->files);
	vector_fini(&outcome->named);
	changed_rows_fini(&outcome->changed);
}

bool cli_is_json(const struct cli *cli)
{
	return cli->outcome && cli->outcome->is_json;
}

void outcome_take(const struct cli *cli)
{
	cli->outcome->is_json = true;
	cli_say_into(&cli->outcome->text);
}

void outcome_add_file(const struct cli *cli, const char *path)
{
	cli->outcome->is_written = true; /* before what may find no memory */
	char *file = memory_copy_string(path);
	vector_push(&cli->outcome->files, &file);
}

void outcome_add_named(const struct cli *cli, contact_id id)
{
	if (!vector_has(&cli->outcome->named, &id))
		vector_push(&cli->outcome->named, &id);
}

void outcome_add_row(
	const struct cli *cli, enum changed_kind kind, int64_t id, enum changed_how how)
{
	const struct changed_row row = { .kind = kind, .id = id, .how = how, .day = DAY_NONE };

	vector_push(&cli->outcome->changed.rows, &row);
}

static enum status outcome_load(const struct cli *cli, char **what, struct error *err)
{
	struct cli_outcome *outcome = cli->outcome;

	*what = NULL;
	if (!cli->store)
		return STATUS_OK;
	return outcome->undone ? changed_rows_add(cli->store, outcome->undone, !outcome->is_redone,
					 &outcome->changed, what, err)
			       : changed_rows_own(cli->store, &outcome->changed, what, err);
}

static void outcome_put_rows(struct json_writer *json, const char *key,
	const struct cli_outcome *outcome, enum changed_how how)
{
	const struct changed_row *row;

	json_key(json, key);
	json_array_open(json);
	VECTOR_EACH (row, &outcome->changed.rows) {
		if (row->how != how)
			continue;
		json_object_open(json);
		json_put_string(json, "kind", changed_kind_name(row->kind));
		json_put_int(json, "id", row->id);
		json_put_day(json, "date", row->day);
		json_object_close(json);
	}
	json_array_close(json);
}

/* Whoever is gone by now is left out. */
static void outcome_put_person(const struct cli *cli, struct json_writer *json, contact_id id)
{
	struct person_summary summary;
	struct contact contact;
	struct circle circle;
	day_number until;

	if (contact_load(cli->store, id, &contact, NULL) != STATUS_OK)
		return;
	bool has_circle = circle_load(cli->store, contact.circle, &circle, NULL) == STATUS_OK;
	if (person_summary_load(cli->store, id, cli->today, &summary, NULL) == STATUS_OK) {
		json_object_open(json);
		json_put_person(json, &contact,
			&(struct json_person){ contact_state_today(cli->store, id, &until),
				summary.last_day, summary.facts.wish_days,
				has_circle ? circle.name : NULL });
		json_object_close(json);
		person_summary_fini(&summary);
	}
	if (has_circle)
		circle_fini(&circle);
	contact_fini(&contact);
}

/* Whom a change was about; of one that changed nothing, who was named. */
static void outcome_put_people(const struct cli *cli, struct json_writer *json)
{
	const struct cli_outcome *outcome = cli->outcome;
	const contact_id *id;

	json_key(json, "people");
	json_array_open(json);
	VECTOR_EACH (id, outcome->changed.rows.count ? &outcome->changed.people : &outcome->named)
		outcome_put_person(cli, json, *id);
	json_array_close(json);
}

static void outcome_put_files(struct json_writer *json, const struct cli_outcome *outcome)
{
	char **file;

	json_key(json, "files");
	json_array_open(json);
	VECTOR_EACH (file, &outcome->files)
		json_string(json, *file);
	json_array_close(json);
}

static void outcome_put(const struct cli *cli, struct json_writer *json, const char *what)
{
	const struct cli_outcome *outcome = cli->outcome;

	json_object_open(json);
	json_put_string(json, "command", cli->command->name);
	json_put_string(json, "what", what);
	json_put_string(json, "text", outcome->text.data);
	outcome_put_rows(json, "made", outcome, ROW_MADE);
	outcome_put_rows(json, "changed", outcome, ROW_CHANGED);
	outcome_put_rows(json, "removed", outcome, ROW_REMOVED);
	outcome_put_people(cli, json);
	outcome_put_files(json, outcome);
	json_object_close(json);
}

/* Nobody shall think it is yet to be done. */
static int outcome_fail(const struct cli *cli, const struct error *why)
{
	struct error err;

	error_set(&err, why->status,
		_("It is done and kept, but what there is to say of it could not be read: %s"),
		why->message);
	return cli_fail_aloud(cli, &err);
}

int outcome_print(const struct cli *cli)
{
	struct cli_json out;
	struct error err;
	char *what;

	if (!cli_is_json(cli) || cli->outcome->is_told)
		return 0;
	if (outcome_load(cli, &what, &err) != STATUS_OK) {
		free(what);
		return outcome_fail(cli, &err);
	}
	outcome_put(cli, cli_json_begin(cli, &out), what);
	free(what);
	return cli_json_end(cli, &out);
}

int outcome_print_ahead(const struct cli *cli)
{
	int status = outcome_print(cli);

	cli->outcome->is_told = true;
	return status;
}
