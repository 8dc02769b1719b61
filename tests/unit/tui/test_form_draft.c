/* A form's draft: everything typed comes back. Not here: when it is kept. */
#include "../unit.h"
#include "tui/form/form_draft.h"
#include "tui/form/form_state.h"

#include "filo/base/memory.h"

enum { WHO, HOW, NOTE, FIELDS };
static const char *const ways[] = { "call", "message", "letter", NULL };
static const struct field_spec specs[FIELDS] = {
	[WHO] = { .name = "who", .label = "Who", .kind = FIELD_TEXT },
	[HOW] = { .name = "how", .label = "How", .kind = FIELD_CHOICE, .choices = ways },
	[NOTE] = { .name = "note", .label = "Note", .kind = FIELD_NOTE },
};
static const struct form_ops ops = { .name = "test" };
static const struct view_ops view = { .name = "test" };

static struct form *form_with(const char *who, size_t how, const char *note)
{
	struct form *form =
		form_new(&view, &ops, memory_copy_string("Test"), NULL, specs, FIELDS, NULL);

	form_set_clean(form);
	form_set_text(form, WHO, who);
	form_set_choice(form, HOW, how);
	form_set_text(form, NOTE, note);
	return form;
}

static void what_was_typed_comes_back(void **state)
{
	struct form *typed = form_with("Ana Pérez", 2, "one\ntwo \\n three\\\n");
	struct form *opened = form_with("", 0, "");
	struct strbuf draft = STRBUF_INIT;

	form_encode(typed, &draft);
	assert_true(form_decode(opened, draft.data));
	assert_string_equal(form_text(opened, WHO), "Ana Pérez");
	assert_int_equal(form_choice(opened, HOW), 2);
	assert_string_equal(form_text(opened, NOTE), "one\ntwo \\n three\\\n");
	strbuf_fini(&draft);
	form_free(&typed->view);
	form_free(&opened->view);
}

static void a_draft_that_changes_nothing_is_none(void **state)
{
	struct form *form = form_with("", 0, "");
	struct strbuf draft = STRBUF_INIT;

	form_encode(form, &draft);
	assert_false(form_decode(form, draft.data));
	strbuf_fini(&draft);
	form_free(&form->view);
}

static void a_draft_of_another_version_gives_what_it_can(void **state)
{
	struct form *form = form_with("", 0, "");

	assert_true(form_decode(form, "gone text\nwhonot\nhow 77\nwho Ana\nbroken"));
	assert_string_equal(form_text(form, WHO), "Ana");
	assert_int_equal(form_choice(form, HOW), 0);
	assert_string_equal(form_text(form, NOTE), "");
	form_free(&form->view);
}

static void a_form_knows_whether_it_was_changed(void **state)
{
	struct form *form = form_with("", 0, "");

	assert_false(form_is_changed(form));
	form_set_choice(form, HOW, 1);
	assert_true(form_is_changed(form));
	form_set_clean(form);
	assert_false(form_is_changed(form));
	form_free(&form->view);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_typed_comes_back),
		cmocka_unit_test(a_draft_that_changes_nothing_is_none),
		cmocka_unit_test(a_draft_of_another_version_gives_what_it_can),
		cmocka_unit_test(a_form_knows_whether_it_was_changed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
