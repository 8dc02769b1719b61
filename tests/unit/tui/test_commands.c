/* The command table: no key means two things in one place, and every key can be pressed.
 * Not here: finding a command for a key (test_keys.c). */
#include "../locale.h"
#include "../unit.h"
#include "filo/base/text.h"
#include "tui/command.h"
#include "tui/contexts.h"
#include "tui/terminal/keys.h"
#include "tui/widget/keyline.h"

#include <limits.h>
#include <string.h>

/* Each key of a command in turn; 0 behind the last. */
static int next_key(const char **keys)
{
	size_t len = strcspn(*keys, " ");
	int key = len ? key_from_name(*keys, len) : 0;

	*keys += len;
	*keys += strspn(*keys, " ");
	return key;
}

static const struct keymap unbound;

static void every_key_has_a_code(void **state)
{
	struct command_walk walk = { commands, NULL };
	const struct command *command;

	while ((command = command_next(&walk)))
		for (const char *keys = command->keys; *keys;)
			assert_int_not_equal(next_key(&keys), 0);
}

static void a_key_runs_its_command_in_each_of_its_contexts(void **state)
{
	struct command_walk walk = { commands, NULL };
	const struct command *command;

	while ((command = command_next(&walk))) {
		for (const char *keys = command->keys; *keys;) {
			int key = next_key(&keys);
			for (size_t i = 0; i < CONTEXTS; i++)
				if (command->contexts & CONTEXT(i))
					assert_string_equal(
						command_for_key(commands, key, CONTEXT(i))->name,
						command->name);
		}
	}
}

/* Else no line of settings reaches what is bound there. */
static void every_place_of_a_command_has_a_name(void **state)
{
	struct command_walk walk = { commands, NULL };
	context_set used = 0, named = 0;
	const struct command *command;

	while ((command = command_next(&walk)))
		used |= command->contexts;
	for (const struct context_name *place = context_names; place->name; place++)
		named |= place->is_group ? 0 : place->contexts;
	for (size_t i = 0; i < CONTEXTS; i++)
		if ((used & ~named) & CONTEXT(i))
			fail_msg("CONTEXT(%zu) of src/tui/app.h has no name in contexts.c", i);
}

static void a_name_is_given_once(void **state)
{
	struct command_walk walk = { commands, NULL };
	const struct command *command;

	while ((command = command_next(&walk)))
		assert_ptr_equal(command_by_name(commands, command->name), command);
}

static void letters_are_left_to_who_is_typing(void **state)
{
	for (int key = ' ' + 1; key < 0x7F; key++)
		assert_null(command_for_key(commands, key, WHILE_TYPING));
	assert_null(command_for_key(commands, ' ', WHILE_TYPING & ~IN_PICKER));
}

static void the_hints_fit_eighty_columns(void **state)
{
	for (size_t i = 0; i < CONTEXTS; i++) {
		struct vector hints = VECTOR_INIT(struct hint);
		const struct hint *hint;
		int cols = 0;
		command_hints(commands, &unbound, CONTEXT(i), &hints);
		VECTOR_EACH (hint, &hints)
			cols += text_width(hint->key) + 1 + text_width(hint->word) + 2;
		assert_in_range(cols, 1, 81); /* one column before the first, two behind the last */
		vector_fini(&hints);
	}
}

/* Of the hints of a context, in a line of `cols`. */
static size_t hints_of_need(size_t context, int cols, enum hint_need need)
{
	struct vector hints = VECTOR_INIT(struct hint);
	const struct hint *hint;
	size_t count = 0;

	command_hints(commands, &unbound, CONTEXT(context), &hints);
	keyline_fit(&hints, cols);
	VECTOR_EACH (hint, &hints)
		count += hint->need == need;
	vector_fini(&hints);
	return count;
}

/* A narrow screen keeps the way out and the help, and what one is here for before what is there
 * besides. */
static void the_hints_that_matter_fit_forty_columns(void **state)
{
	for (size_t i = 0; i < CONTEXTS; i++) {
		size_t all = hints_of_need(i, INT_MAX, HINT_DOING);
		size_t kept = hints_of_need(i, 40, HINT_DOING);
		for (enum hint_need need = HINT_OUT; need >= HINT_HELP; need--)
			if (hints_of_need(i, 40, need) != hints_of_need(i, INT_MAX, need))
				fail_msg("CONTEXT(%zu) loses a key of need %d", i, need);
		assert_true(kept || !all);
		if (kept < all)
			assert_int_equal(hints_of_need(i, 40, HINT_BESIDES), 0);
		assert_true(hints_of_need(i, INT_MAX, HINT_OUT) || CONTEXT(i) == IN_THREADS);
	}
}

/* On the smallest screen there is, too. */
static void the_way_out_fits_twenty_columns(void **state)
{
	for (size_t i = 0; i < CONTEXTS; i++)
		for (enum hint_need need = HINT_OUT; need >= HINT_HELP; need--)
			if (hints_of_need(i, INT_MAX, need) && !hints_of_need(i, 20, need))
				fail_msg("CONTEXT(%zu) loses all keys of need %d", i, need);
}

static void help_is_one_line_without_a_full_stop(void **state)
{
	struct command_walk walk = { commands, NULL };
	const struct command *command;

	while ((command = command_next(&walk))) {
		assert_null(strchr(command->help, '\n'));
		assert_int_not_equal(command->help[strlen(command->help) - 1], '.');
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_key_has_a_code),
		cmocka_unit_test(a_key_runs_its_command_in_each_of_its_contexts),
		cmocka_unit_test(every_place_of_a_command_has_a_name),
		cmocka_unit_test(a_name_is_given_once),
		cmocka_unit_test(letters_are_left_to_who_is_typing),
		cmocka_unit_test(the_hints_fit_eighty_columns),
		cmocka_unit_test(the_hints_that_matter_fit_forty_columns),
		cmocka_unit_test(the_way_out_fits_twenty_columns),
		cmocka_unit_test_setup(the_hints_that_matter_fit_forty_columns, speak_italian),
		cmocka_unit_test_setup(the_way_out_fits_twenty_columns, speak_italian),
		cmocka_unit_test(help_is_one_line_without_a_full_stop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
