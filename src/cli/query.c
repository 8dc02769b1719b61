/* filo query: addresses for mutt's query_command: a line that says how many, then lines of
 * address, name and something more, with tabs between.
 * Not here: searching in the log (find.c). */
#include "cli/options.h"
#include "cli/outcome.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/show.h"
#include "filo/base/text.h"
#include "filo/exchange/json_write.h"
#include "filo/people/phone.h"
#include "filo/people/sameness.h"
#include "filo/store/contact_list.h"
#include "filo/store/contacts.h"
#include "filo/store/sources.h"

#include <stdlib.h>
#include <string.h>

#define FOUND_MAX 200

enum { NO_HEAD = CLI_LONG };

struct address_query {
	char *folded;       /* what is looked for */
	const char *phone;  /* the same when it is a phone number, or part of one; else NULL */
	struct vector ids;  /* of contact_id, each once */
	struct strbuf rows; /* what will be printed */
	struct json_writer *json; /* or goes here; NULL: it is not JSON */
	size_t count;
};

static void query_add_id(struct address_query *query, contact_id id)
{
	if (query->ids.count < FOUND_MAX && !vector_has(&query->ids, &id))
		vector_push(&query->ids, &id);
}

/* By a part of an e-mail address, or the end of a phone number however it is written. */
static enum status query_find_channel(void *context, contact_id contact, enum channel_kind kind,
	const char *value, struct error *err)
{
	struct address_query *query = context;
	struct strbuf key = STRBUF_INIT;

	(void)err;
	if (kind == CHANNEL_EMAIL)
		channel_key(&key, kind, value);
	/* The first letter of a key is its kind. */
	if (kind == CHANNEL_EMAIL ? key.len && strstr(key.data + 1, query->folded)
				  : kind == CHANNEL_PHONE && query->phone &&
					    phone_is_meant(value, query->phone))
		query_add_id(query, contact);
	strbuf_fini(&key);
	return STATUS_OK;
}

/* A field's text must not break its line or its column. */
static void query_add_field(struct strbuf *out, const char *text)
{
	text_show(out, text, strlen(text), false, true);
}

static void query_add_row(
	struct strbuf *rows, const struct contact *contact, const struct channel *channel)
{
	query_add_field(rows, channel->value);
	strbuf_add_char(rows, '\t');
	query_add_field(rows, contact->name);
	strbuf_add_char(rows, '\t');
	query_add_field(rows, contact->organization ? contact->organization
			      : channel->label      ? channel->label
						    : "");
	strbuf_add_char(rows, '\n');
}

static void query_put_row(
	struct json_writer *json, const struct contact *contact, const struct channel *channel)
{
	json_line(json);
	json_object_open(json);
	json_put_int(json, "contact", contact->id);
	json_put_string(json, "email", channel->value);
	json_put_string(json, "name", contact->name);
	json_put_string(json, "organization", contact->organization);
	json_put_string(json, "label", channel->label);
	json_object_close(json);
}

static void query_add_rows(struct address_query *query, const struct contact *contact)
{
	struct channel *channel;

	VECTOR_EACH (channel, &contact->channels) {
		if (channel->kind != CHANNEL_EMAIL)
			continue;
		if (query->json)
			query_put_row(query->json, contact, channel);
		else
			query_add_row(&query->rows, contact, channel);
		query->count++;
	}
}

static enum status query_find(
	struct address_query *query, struct store *store, const char *text, struct error *err)
{
	struct vector matches = VECTOR_INIT(struct contact_row);
	enum status status = contact_match(store, text, FOUND_MAX, &matches, err);
	struct contact_row *row;
	contact_id *id;

	VECTOR_EACH (row, &matches) {
		query_add_id(query, row->id);
		contact_row_fini(row);
	}
	vector_fini(&matches);
	if (status == STATUS_OK)
		status = channel_walk(store, query_find_channel, query, err);
	VECTOR_EACH (id, &query->ids) {
		struct contact contact;
		if (status != STATUS_OK)
			break;
		status = contact_load(store, *id, &contact, err);
		if (status != STATUS_OK)
			break;
		query_add_rows(query, &contact);
		contact_fini(&contact);
	}
	return status;
}

static int query_print(
	struct cli *cli, struct address_query *query, const char *text, bool has_head)
{
	struct error err;

	if (query_find(query, cli->store, text, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	if (has_head) {
		printf(NP_("%zu address", "%zu addresses", query->count), query->count);
		putchar('\n');
	}
	fputs(query->rows.data, stdout);
	return cli_finish(cli);
}

static int query_print_json(struct cli *cli, struct address_query *query, const char *text)
{
	struct cli_json out;
	struct error err;

	query->json = cli_json_begin(cli, &out);
	json_array_open(query->json);
	enum status status = query_find(query, cli->store, text, &err);
	json_array_close(query->json);
	int written = cli_json_end(cli, &out);
	return status == STATUS_OK ? written : cli_fail(cli, &err);
}

static int cli_query_run(struct cli *cli, int argc, char **argv)
{
	struct address_query query = { .ids = VECTOR_INIT(contact_id), .rows = STRBUF_INIT };
	struct strbuf folded = STRBUF_INIT;
	char *text;
	int option;
	bool has_head = true;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?')
			return 2;
		has_head &= option != NO_HEAD;
	}
	if (!cli_words(cli, argc, argv, _("What to look for"), &text))
		return 2;
	text_fold(&folded, text);
	query.folded = folded.data;
	query.phone = phone_is_typed(text) ? text : NULL;
	int status = cli_is_json(cli) ? query_print_json(cli, &query, text)
				      : query_print(cli, &query, text, has_head);
	free(text);
	strbuf_fini(&folded);
	strbuf_fini(&query.rows);
	vector_fini(&query.ids);
	return status || query.count ? status : 1; /* as mutt expects of nothing found */
}

static const struct cli_option query_options[] = {
	{ NO_HEAD, "no-head", NULL, N_("without the first line, as aerc wants it") },
	{ CLI_JSON, "json", NULL, N_("print them as JSON") },
	{ 0 },
};

static const struct cli_rule query_rules[] = { { "--no-head, --json" }, { 0 } };

const struct cli_command cli_query = {
	.name = "query",
	.usage = N_("TEXT [--no-head|--json]"),
	.help = N_("addresses in the form of mutt's query_command"),
	.options = query_options,
	.rules = query_rules,
	.example = N_("filo query ana --no-head"),
	.run = cli_query_run,
};
