/* What is sent to which terminal. Not here: sending it. */
#include "../unit.h"
#include "tui/terminal/ability.h"

static void old_and_unknown_terminals_get_nothing_beyond_terminfo(void **state)
{
	static const char *const names[] = { "linux", "vt100", "vt220", "ansi", "dumb", "",
		"frobnitz", "xtermite", "sun" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		assert_int_equal(terminal_abilities_of(names[i], false), 0);
}

static void the_families_of_today_take_pastes_and_the_clipboard(void **state)
{
	static const char *const names[] = { "xterm", "xterm-256color", "tmux-256color",
		"screen-256color", "xterm-kitty", "foot", "alacritty" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		assert_int_equal(terminal_abilities_of(names[i], false) &
					 (ABILITY_PASTE | ABILITY_CLIPBOARD),
			ABILITY_PASTE | ABILITY_CLIPBOARD);
	assert_int_equal(terminal_abilities_of("rxvt-unicode-256color", false), ABILITY_PASTE);
}

static void whole_frames_are_announced_only_to_who_knows_them(void **state)
{
	assert_true(terminal_abilities_of("xterm-kitty", false) & ABILITY_SYNC);
	assert_false(terminal_abilities_of("xterm-256color", false) & ABILITY_SYNC);
	assert_false(terminal_abilities_of("foot", true) & ABILITY_SYNC);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(old_and_unknown_terminals_get_nothing_beyond_terminfo),
		cmocka_unit_test(the_families_of_today_take_pastes_and_the_clipboard),
		cmocka_unit_test(whole_frames_are_announced_only_to_who_knows_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
