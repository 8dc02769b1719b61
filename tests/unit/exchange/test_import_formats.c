/* Which format a file is in, and that the manuals name each.
 * Not here: reading them (test_vcard_read.c, test_csv.c, test_json.c). */
#include "../unit.h"
#include "filo/exchange/import_formats.h"

#include "filo/base/vector.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void formats_are_told_apart_by_how_a_file_begins(void **state)
{
	static const struct {
		const char *text, *name;
	} cases[] = {
		{ "date,contact,direction,channel,summary\n", "log" },
		{ "summary;contact;date\n", "log" },
		{ "First Name,Last Name,E-mail 1 - Value\n", "csv" },
		{ "Notes:\n\"When exporting, \n\"\n\nFirst Name,Last Name,Connected On\n", "csv" },
		{ "name\tphone\n", "csv" },
		{ "Who,When,Birthday\n", "csv" },
		{ "date,contact,birthday,summary\n", "log" },
		{ "When,Who,Where\n", "log" },
		{ "begin:vcard\nFN:Ann\n", "vcard" },
		{ "\r\n \xEF\xBB\xBF"
		  "BEGIN:VCARD\r\n",
			"vcard" },
		{ "{\"filo\": 1, \"contacts\": [{\"note\": \"BEGIN:VCARD\"}]}", "json" },
		{ "{\"when\":\"2026-01-01\",\"who\":\"ann\"}\n", "messages" },
		{ "[ {\"person\":{\"key\":\"ann\"}},\n{\"when\" : 1767225600}]", "messages" },
		{ "{\"item\":{\"body\":\"when\"}}\n{\"body\":\"when\"}\n", NULL },
		{ "{\"messages\":[{\"when\":1767225600}]}", NULL },
		{ "# abook\n\n[format]\nprogram=abook\nversion=0.6.1\n", NULL },
		{ "* Ada\n  :PROPERTIES:\n  :EMAIL: a@b.example, c@d.example\n:END:\n", NULL },
		{ "{\"filo\": 1, \"contacts\": [{\"note\": \"### Friends:\"}]}", "json" },
		{ "BEGIN:VCARD\nFN:Ann\nNOTE:\n:PROPERTIES:\nEND:VCARD\n", "vcard" },
		{ "name,notes\nAnn,see program=abook\n", "csv" },
		{ "hello, this is a letter\n", NULL },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct import_format *format =
			import_format_of(cases[i].text, strlen(cases[i].text));
		if (!cases[i].name)
			assert_null(format);
		else
			assert_string_equal(format->name, cases[i].name);
	}
}

static void a_format_is_called_by_its_name_in_any_case(void **state)
{
	assert_string_equal(import_format_named("VCard")->label, "vCard");
	assert_string_equal(import_format_named("vcar")->label, "vCard");
	assert_null(import_format_named("vcards"));
}

static void labels_are_said_once(void **state)
{
	struct strbuf names = STRBUF_INIT, labels = STRBUF_INIT;

	import_format_names(&names);
	import_format_labels(&labels);
	assert_string_equal(names.data, "vcard, messages, log, csv and json");
	assert_string_equal(labels.data, "vCard, CSV or JSON");
	strbuf_fini(&names);
	strbuf_fini(&labels);
}

/* What stands under ".Cm import" up to the next command. Caller frees. */
static char *import_in(const char *path)
{
	struct strbuf text = STRBUF_INIT;
	FILE *page = fopen(path, "r");
	char line[256];
	bool is_there = false;

	if (!page)
		fail_msg("%s cannot be read: the tests run in the project's folder", path);
	while (fgets(line, sizeof line, page)) {
		if (!strncmp(line, ".Cm import", 10))
			is_there = true;
		else if (!strncmp(line, ".It", 3))
			is_there = false;
		if (is_there)
			strbuf_add(&text, line);
	}
	fclose(page);
	return strbuf_take(&text);
}

/* Every word of the list of names, and no other. */
static void the_manuals_name_every_format(void **state)
{
	static const char *const pages[] = { "man/filo.1", "man/it/filo.1" };
	struct strbuf names = STRBUF_INIT;

	import_format_names(&names);
	for (size_t i = 0; i < 2; i++) {
		char *list = strdup(names.data), *text = import_in(pages[i]), *rest = NULL;
		for (char *name = strtok_r(list, ", ", &rest); name;
			name = strtok_r(NULL, ", ", &rest)) {
			if (strcmp(name, "and") && !strstr(text, name))
				fail_msg("%s lacks the format \"%s\"", pages[i], name);
		}
		free(text);
		free(list);
	}
	strbuf_fini(&names);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(formats_are_told_apart_by_how_a_file_begins),
		cmocka_unit_test(a_format_is_called_by_its_name_in_any_case),
		cmocka_unit_test(labels_are_said_once),
		cmocka_unit_test(the_manuals_name_every_format),
	};

	return cmocka_run_group_tests_name("import formats", tests, NULL, NULL);
}
