/* filo duplicates: pairs of contacts who may be one person.
 * Not here: finding them (exchange/import/duplicates.c), joining them (edit.c). */
#include "filo/exchange/duplicates.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/people/words/contact_words.h"
#include "filo/store/contacts.h"

#include <stdlib.h>

#define PAIRS_MAX 1000000 /* all of them */

/* What there is to decide by: firm, numbers and addresses. */
static char *duplicate_facts(const struct cli *cli, contact_id id)
{
	struct strbuf facts = STRBUF_INIT;
	struct contact contact;

	if (contact_load(cli->store, id, &contact, NULL) == STATUS_OK) {
		contact_tell_briefly(&facts, &contact);
		contact_fini(&contact);
	}
	return strbuf_take(&facts);
}

static void duplicate_print_facts(const struct cli *cli, contact_id id, const char *called)
{
	char *facts = duplicate_facts(cli, id);

	cli_say("    %s: %s", called,
		*facts ? facts : _("no organisation, number or address is known"));
	free(facts);
}

static void duplicate_put_facts(
	const struct cli *cli, struct json_writer *json, const char *key, contact_id id)
{
	char *facts = duplicate_facts(cli, id);

	json_put_string(json, key, facts);
	free(facts);
}

static void duplicate_print(const struct cli *cli, const void *item)
{
	const struct duplicate *pair = item;
	char *one = cli_called(cli, pair->a, pair->name_a);
	char *other = cli_called(cli, pair->b, pair->name_b);

	cli_say("%s = %s  %s%s%s", one, other, duplicate_reason_label(pair->reason),
		pair->shared ? ": " : "", pair->shared ? pair->shared : "");
	duplicate_print_facts(cli, pair->a, one);
	duplicate_print_facts(cli, pair->b, other);
	free(one);
	free(other);
}

static void duplicate_put(const struct cli *cli, struct json_writer *json, const void *item)
{
	static const char *const reasons[] = { [DUPLICATE_EMAIL] = "email",
		[DUPLICATE_PHONE] = "phone",
		[DUPLICATE_HANDLE] = "handle",
		[DUPLICATE_NAME] = "name" };
	const struct duplicate *pair = item;

	json_put_int(json, "first", pair->a);
	json_put_string(json, "first_name", pair->name_a);
	duplicate_put_facts(cli, json, "first_facts", pair->a);
	json_put_int(json, "second", pair->b);
	json_put_string(json, "second_name", pair->name_b);
	duplicate_put_facts(cli, json, "second_facts", pair->b);
	json_put_string(json, "reason", reasons[pair->reason]);
	json_put_string(json, "shared", pair->shared);
}

static const struct cli_list_ops duplicate_ops = { .put = duplicate_put,
	.print = duplicate_print,
	.empty = N_("Nobody seems to be here twice.") };

static int duplicates_run(struct cli *cli, int argc, char **argv)
{
	struct vector pairs = VECTOR_INIT(struct duplicate);
	struct error err;

	if (cli_option(cli, argc, argv) != -1 || !cli_has_operands(cli, argc, 0, 0))
		return 2;
	enum status found = duplicates_find(cli->store, PAIRS_MAX, &pairs, &err);
	int status = found == STATUS_OK ? cli_print_list(cli, &pairs, &duplicate_ops)
					: cli_fail(cli, &err);
	VECTOR_FINI(struct duplicate, &pairs, duplicate_fini);
	return status;
}

static const struct cli_option duplicates_options[] = {
	{ CLI_JSON, "json", NULL, N_("print them as JSON") },
	{ 0 },
};

const struct cli_command cli_duplicates = {
	.name = "duplicates",
	.usage = N_("[--json]"),
	.help = N_("possible duplicates, to merge"),
	.options = duplicates_options,
	.run = duplicates_run,
};
