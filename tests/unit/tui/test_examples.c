/* What a form shows as an example is accepted by the field that shows it, in every language; so is
 * what a refusal says to try. Not here: what the words mean (tests/unit/people). */
#include "../locale.h"
#include "places.h"

#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "tui/form/form_state.h"

static int faults, tried;

/* How a refusal says what to try. */
struct language {
	const char *try, * or ;
};

static void to_absence(void)
{
	run("absences");
	press('a');
}

static void to_circle(void)
{
	run("circles");
	press('a');
}

static const struct form_place {
	const char *name;
	void (*open)(void); /* NULL: by the command of that name */
} forms[] = { { "add-contact" }, { "edit" }, { "circle" }, { "tags" }, { "log-conversation" },
	{ "log-several" }, { "follow-up" }, { "add-absence", to_absence },
	{ "add-circle", to_circle } };
#define FORMS (sizeof forms / sizeof *forms)

static struct form *open_form(const struct form_place *place)
{
	rows = 24;
	open_app(false);
	if (place->open)
		place->open();
	else
		run(place->name);
	assert_true(here() & IN_FORMS);
	struct form *form = form_of(app.top);
	form_begin(&app, form);
	return form;
}

/* What else has to be there for it to be saved. */
static void fill_required(struct form *form, size_t but)
{
	for (size_t i = 0; i < form->count; i++) {
		const struct field_spec *spec = &form->specs[i];
		bool is_end = !strcmp(spec->name, "to");
		if (i == but || (spec->is_optional && !is_end) || !form_has_text(spec->kind))
			continue;
		form_set_text(form, i,
			spec->kind == FIELD_WHEN     ? is_end ? "2040-01-01" : "2020-01-01"
			: spec->kind == FIELD_PEOPLE ? "Ana #1"
						     : "Zoe");
	}
}

/* What the field says to that when it is saved; NULL: nothing. Valid until the app is closed. */
static const char *refusal_of(struct form *form, size_t field, const char *typed)
{
	const struct view *view = &form->view;

	fill_required(form, field);
	form_set_text(form, field, typed);
	form_save(&app, form);
	return app.top == view ? form->error : NULL;
}

static void expect_accepted(
	const struct form_place *place, size_t field, const char *example, const char *from)
{
	struct form *form = open_form(place);
	const char *label = _(form->specs[field].label);
	const char *refusal = refusal_of(form, field, example);

	tried++;
	if (refusal) {
		fprintf(stderr, "%s, %s: \"%s\" of \"%s\" is refused: %s\n", place->name, label,
			example, from, refusal);
		faults++;
	}
	close_app();
}

/* Each of them, up to where an explanation begins. */
static void expect_examples(
	const struct form_place *place, size_t field, const char *examples, size_t len)
{
	char *all = memory_copy_bytes(examples, len), *rest = all, *example;

	while ((example = strsep(&rest, ","))) {
		char *trimmed = text_trim(example);
		if (*trimmed)
			expect_accepted(place, field, trimmed, examples);
		free(trimmed);
	}
	free(all);
}

/* Behind "try", with "or" between the last two. */
static void expect_tries(
	const struct form_place *place, size_t field, const struct language *language)
{
	const char *refusal = refusal_of(open_form(place), field, "zzz");
	char *said = memory_copy_string(refusal ? refusal : "");
	char *tries = strstr(said, language->try);

	close_app();
	if (tries) {
		char *last = strstr(tries, language->or);
		if (last)
			memset(last, ',', strlen(language->or));
		tries += strlen(language->try);
		expect_examples(place, field, tries, strlen(tries));
	}
	free(said);
}

/* The words for a circle are the user's own, and a note takes anything. */
static bool has_examples(const struct field_spec *spec)
{
	return form_has_text(spec->kind) && spec->kind != FIELD_NOTE &&
	       spec->kind != FIELD_PEOPLE && strcmp(spec->name, "circle") != 0;
}

static void expect_field(
	const struct form_place *place, size_t field, const struct language *language)
{
	struct form *form = open_form(place);
	const char *hint = form->specs[field].hint ? _(form->specs[field].hint) : "";
	bool is_tried = has_examples(&form->specs[field]);

	close_app();
	if (!is_tried)
		return;
	expect_examples(place, field, hint, strcspn(hint, ";"));
	expect_tries(place, field, language);
}

static void expect_all(const struct language *language)
{
	faults = tried = 0;
	for (size_t i = 0; i < FORMS; i++) {
		size_t count = open_form(&forms[i])->count;
		close_app();
		for (size_t field = 0; field < count; field++)
			expect_field(&forms[i], field, language);
	}
	assert_int_equal(faults, 0);
	assert_true(tried > 100);
}

static void the_examples_of_forms_are_accepted(void **state)
{
	expect_all(&(struct language){ ": try ", " or " });
}

static void the_italian_ones_are_accepted_too(void **state)
{
	speak_italian(state);
	expect_all(&(struct language){ ": prova ", " o " });
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_examples_of_forms_are_accepted),
		cmocka_unit_test(the_italian_ones_are_accepted_too),
	};

	setenv("LC_ALL", "C.UTF-8", true);
	i18n_init();
	if (!open_screen())
		return 77;
	return cmocka_run_group_tests(tests, fill_book, empty_folder);
}
