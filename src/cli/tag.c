/* filo tag: the tags of a contact, and those there are.
 * Not here: tags as an option of others (contact_options.c). */
#include "cli/contact_options.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "filo/exchange/json_write.h"
#include "filo/people/words/contact_remove.h"
#include "filo/store/circles.h"

#include <stdlib.h>

enum { REMOVE = CLI_LONG };

static void tag_put(const struct cli *cli, struct json_writer *json, const void *item)
{
	const struct tag_count *tag = item;

	(void)cli;
	json_put_string(json, "tag", tag->tag);
	json_put_int(json, "people", tag->count);
}

static void tag_print_counted(const struct cli *cli, const void *item)
{
	const struct tag_count *tag = item;

	(void)cli;
	cli_say("%s  %lld", tag->tag, (long long)tag->count);
}

static void tag_print(const struct cli *cli, const void *item)
{
	(void)cli;
	cli_say("%s", ((const struct tag_count *)item)->tag);
}

/* Of everybody, how many have each, or those of one. */
static int tag_list_all(struct cli *cli, const struct contact *contact)
{
	const struct cli_list_ops ops = { .put = tag_put,
		.print = contact ? tag_print : tag_print_counted,
		.empty = N_("No tags.") };
	struct vector counts = VECTOR_INIT(struct tag_count);
	struct tag_count *tag;
	struct error err;
	enum status status = tag_counts(cli->store, NULL, &counts, &err);

	for (size_t i = counts.count; contact && i-- > 0;) {
		tag = vector_at(&counts, i);
		if (contact_has_tag(contact, tag->tag))
			continue;
		free(tag->tag);
		vector_remove(&counts, i);
	}
	int result = status == STATUS_OK ? cli_print_list(cli, &counts, &ops) : cli_fail(cli, &err);
	VECTOR_EACH (tag, &counts)
		free(tag->tag);
	vector_fini(&counts);
	return result;
}

/* 0: it is gone. */
static int tag_remove(const struct cli *cli, struct contact *contact, const char *tag)
{
	struct error err;
	enum status status = contact_remove_tag_called(contact, tag, &err);

	if (status == STATUS_OK)
		return 0;
	char *called = cli_called(cli, contact->id, contact->name);
	if (status == STATUS_NOT_FOUND)
		error_set(&err, status, _("%s has no tag \"%s\""), called, text_brief(tag).text);
	free(called);
	return cli_fail(cli, &err);
}

/* `given`: no tags yet. */
static int tag_change(
	struct cli *cli, struct contact *contact, struct contact *given, int argc, char **argv)
{
	int option, status = 2;

	for (int i = optind + 1; i < argc; i++) {
		if (*argv[i] == '-')
			return cli_usage(cli,
				_("No tag begins with \"-\"; --remove takes one away: \"%s\""),
				text_brief(argv[i]).text);
		if (!cli_contact_read(cli, CONTACT_TAGS, argv[i], contact, &status))
			return status;
		contact_add_tag(given, argv[i]);
	}
	optind = 0;
	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option != REMOVE)
			continue;
		if (contact_remove_tag(given, optarg))
			return cli_contact_refuse_both(cli, optarg);
		status = tag_remove(cli, contact, optarg);
		if (status)
			return status;
	}
	return cli_contact_save(cli, contact);
}

static int tag_run(struct cli *cli, int argc, char **argv)
{
	struct contact contact, given;
	int option, status;
	bool removes = false;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?')
			return 2;
		removes |= option == REMOVE;
	}
	bool changes = removes || argc - optind > 1;
	if (!cli_has_operands(cli, argc, removes, 64))
		return 2;
	if (optind == argc)
		return tag_list_all(cli, NULL);
	if (!cli_contact_load(cli, argv[optind], &contact, &status))
		return status;
	contact_init(&given);
	status = changes ? tag_change(cli, &contact, &given, argc, argv)
			 : tag_list_all(cli, &contact);
	contact_fini(&given);
	contact_fini(&contact);
	return status;
}

static const struct cli_option tag_options[] = {
	{ REMOVE, "remove", N_("TAG"), N_("take away this tag; may be given several times"),
		.times = CLI_SEVERAL },
	{ CLI_JSON, "json", NULL,
		N_("print them as JSON, and how many have each; or what was done") },
	{ 0 },
};

const struct cli_command cli_tag = {
	.name = "tag",
	.also = (const struct cli_alias[]){ { "tags" }, { 0 } },
	.usage = N_("[NAME [TAG]... [--remove TAG]...] [--json]"),
	.help = N_("give a contact tags; alone: print theirs, or all there are"),
	.options = tag_options,
	.example = N_("filo tag ana choir swimming\n"
		      "filo tag ana --remove swimming"),
	.run = tag_run,
};
