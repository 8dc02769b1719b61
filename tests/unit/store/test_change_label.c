/* What undo calls a change, read in another language than it was made in.
 * Not here: naming a change. */
#include "../locale.h"

#include "filo/store/change_label.h"

#include "filo/base/strbuf.h"

static const struct plural logged = { N_("log with %s"), NULL },
			   edited = { N_("edit %s: %s"), NULL },
			   restored = { N_("restore: %s"), NULL },
			   deleted = NN_("delete %zu entry with %s", "delete %zu entries with %s");

static void speak_english(void)
{
	setenv("LC_ALL", "C", true);
	setenv("LANGUAGE", "", true);
	i18n_init();
}

/* Frees the label. */
static void assert_said(char *label, const char *english, const char *italian)
{
	speak_english();
	char *said = change_label_said(label);
	assert_string_equal(said, english);
	free(said);
	speak_italian(NULL);
	said = change_label_said(label);
	assert_string_equal(said, italian);
	free(said);
	free(label);
}

static void names_are_as_they_were_written(void **state)
{
	(void)state;
	assert_said(
		change_label(&logged, "Ada Prova"), "log with Ada Prova", "la voce con Ada Prova");
	assert_said(change_label(&logged, "absence"), "log with absence", "la voce con absence");
	assert_said(change_label(&logged, "%s, 100%, %zu and %n"), "log with %s, 100%, %zu and %n",
		"la voce con %s, 100%, %zu and %n");
	assert_said(change_label(&logged, "a\tb\t\tc"), "log with a b  c", "la voce con a b  c");
	assert_said(change_label(&logged, ""), "log with ", "la voce con ");
	assert_said(change_label(&edited, "Max: , Bob %s", "Log"), "edit Max: , Bob %s: Log",
		"la modifica di Max: , Bob %s: Log");
}

static void words_within_a_label_are_translated(void **state)
{
	struct strbuf fields = STRBUF_INIT;

	(void)state;
	change_label_add_word(&fields, N_("Phone"));
	assert_said(change_label(&edited, "Ada", fields.data), "edit Ada: Phone",
		"la modifica di Ada: Telefono");
	change_label_add_word(&fields, N_("Tags"));
	change_label_add_word(&fields, N_("Circle"));
	assert_said(change_label(&edited, "Ada", fields.data), "edit Ada: Phone, Tags, Circle",
		"la modifica di Ada: Telefono, Etichette, Cerchia");
	strbuf_fini(&fields);
}

static void a_count_chooses_the_form(void **state)
{
	(void)state;
	assert_said(change_label(&deleted, (size_t)1, "Ada"), "delete 1 entry with Ada",
		"la cancellazione di 1 voce con Ada");
	char *label = change_label(&deleted, (size_t)3, "%zu");
	assert_said(change_label(&restored, label), "restore: delete 3 entries with %zu",
		"il ripristino: la cancellazione di 3 voci con %zu");
	free(label);
}

static void what_is_no_sentence_stays_as_it_is(void **state)
{
	static const char *const kept[][2] = { { "log with Ada", "log with Ada" },
		{ "cerchia 100%s", "cerchia 100%s" }, { "", "" }, { "\t", "" }, { "\t\t\t\t", "" },
		{ "\t%s", "%s" }, { "\t%zu", "%zu" }, { "\tx %zu\t", "" } };

	(void)state;
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		assert_said(strdup(kept[i][0]), kept[i][1], kept[i][1]);
	assert_said(NULL, "", "");
	assert_said(change_label(&restored, "delete Ana"), "restore: delete Ana",
		"il ripristino: delete Ana");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_as_they_were_written),
		cmocka_unit_test(words_within_a_label_are_translated),
		cmocka_unit_test(a_count_chooses_the_form),
		cmocka_unit_test(what_is_no_sentence_stays_as_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
