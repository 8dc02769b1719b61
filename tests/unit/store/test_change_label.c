/* What undo calls a change, read in another language than it was made in.
 * Not here: naming a change. */
#include "../locale.h"

#include "store/db/change_label.h"

#include "filo/base/strbuf.h"

/* The sentence with something in each hole. */
static void fill(struct strbuf *label, const char *sentence, bool is_command)
{
	const char *hole;

	strbuf_clear(label);
	for (int i = 0; (hole = strchr(sentence, '%')); i++) {
		strbuf_add_bytes(label, sentence, (size_t)(hole - sentence));
		strbuf_add(label, hole[1] == 'z'          ? "3"
				  : is_command            ? "tags"
				  : !i                    ? "Anna Prova"
				  : strchr(sentence, ':') ? "Phone, Tags"
							  : "Zeta");
		sentence = hole + (hole[1] == 'z' ? 3 : 2);
	}
	strbuf_add(label, sentence);
}

static void check(const char *sentence, bool is_command)
{
	struct strbuf label = STRBUF_INIT;

	fill(&label, sentence, is_command);
	char *said = change_label_said(label.data);
	if (!strcmp(said, label.data) || strchr(said, '%') || strstr(said, "Tags") ||
		strstr(said, "tags"))
		fail_msg("\"%s\" is said as \"%s\"", label.data, said);
	if (strstr(label.data, "Anna") && !strstr(said, "Anna Prova"))
		fail_msg("\"%s\" names nobody: \"%s\"", label.data, said);
	free(said);
	strbuf_fini(&label);
}

static void every_label_made_in_english_is_said_in_italian(void **state)
{
	const char *one, *many;

	(void)state;
	for (size_t i = 0; (one = change_label_sentence(i, &many)); i++) {
		check(one, strstr(one, "person"));
		if (many)
			check(many, strstr(many, "people"));
	}
}

static void assert_said(const char *label, const char *wanted)
{
	char *said = change_label_said(label);

	assert_string_equal(said, wanted);
	free(said);
}

static void names_are_as_they_were_written(void **state)
{
	(void)state;
	assert_said("edit Add: Phone, Tags", "modifica di Add: Telefono, Etichette");
	assert_said("restore: delete Anna", "il ripristino: la cancellazione di Anna");
	assert_said("edit Max: , Bob: Phone", "modifica di Max: , Bob: Telefono");
	assert_said("edit Max: , Bob", "la modifica di Max: , Bob");
	assert_said("edit Log: Note, Tags: Phone", "modifica di Log: Note, Tags: Telefono");
	assert_said("edit Log: Notes", "la modifica di Log: Notes");
	assert_said("edit Zeta, 3 people", "la modifica di Zeta, 3 people");
	assert_said("merge a into b into c", "l'unione con a into b into c");
	assert_said("cerchia Banda", "cerchia Banda");
	assert_said("", "");
	assert_null(change_label_said(NULL));
}

/* A name that fills what a label holds may cut off the last of the words. */
static void what_was_cut_is_no_word(void **state)
{
	(void)state;
	assert_said("edit Anna: Phone, Ta", "la modifica di Anna: Phone, Ta");
	assert_said("edit Anna: ", "la modifica di Anna: ");
}

static void in_english_nothing_is_translated(void **state)
{
	static const char *const labels[] = { "edit Max: , Bob", "edit Max: , Bob: Phone, Tags",
		"restore: delete Anna", "tags, 3 people", "1 into 2" };

	setenv("LC_ALL", "C", true);
	i18n_init();
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		assert_said(labels[i], labels[i]);
	speak_italian(state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_label_made_in_english_is_said_in_italian),
		cmocka_unit_test(names_are_as_they_were_written),
		cmocka_unit_test(what_was_cut_is_no_word),
		cmocka_unit_test(in_english_nothing_is_translated),
	};

	return cmocka_run_group_tests(tests, speak_italian, NULL);
}
