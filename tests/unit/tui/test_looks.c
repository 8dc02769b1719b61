/* Looks: what the settings say of them, and what is left of it in fewer colours.
 * Not here: what is drawn so (tests/screen/scenarios/themes.scn). */
#include "../unit.h"
#include "tui/terminal/looks.h"

#include "filo/base/memory.h"

#include <math.h>
#include <string.h>

static struct look looks[ROLES];

/* What the lines make of filo's own looks; what is said of their faults is `said`. */
static void read_lines(const char *const *lines, const char *said)
{
	struct config config = { .colors = VECTOR_INIT(struct config_line) };
	struct strbuf complaints = STRBUF_INIT;

	for (int i = 0; lines[i]; i++)
		vector_push(&config.colors, &(struct config_line){ memory_copy_string("c"), i + 1,
						    memory_copy_string(lines[i]) });
	looks_read(looks, &config, &complaints);
	assert_string_equal(complaints.data, said);
	strbuf_fini(&complaints);
	config_fini(&config);
}

static void a_line_replaces_the_look_of_one_object(void **state)
{
	read_lines((const char *const[]){ "color title bright-blue default bold italic",
			   "color error 208 17", NULL },
		"");
	assert_int_equal(looks[ROLE_TITLE].front, 12);
	assert_int_equal(looks[ROLE_TITLE].back, LOOK_DEFAULT);
	assert_int_equal(looks[ROLE_TITLE].attributes, LOOK_BOLD | LOOK_ITALIC);
	assert_int_equal(looks[ROLE_ERROR].front, 208);
	assert_int_equal(looks[ROLE_ERROR].attributes, 0);
	assert_memory_equal(&looks[ROLE_KEY], &looks_own[ROLE_KEY], sizeof *looks);
}

static void a_faulty_line_is_told_and_the_rest_holds(void **state)
{
	read_lines((const char *const[]){ "color nothing red default", "color title mauve default",
			   "color title red default blink", "color title", "color key cyan 256",
			   "color good cyan default", NULL },
		"c:1: there is no object \"nothing\": it can be text, title, faint, selected, "
		"match, key, good, error, field\n"
		"c:2: there is no colour \"mauve\": it can be default, black, red, green, yellow, "
		"blue, magenta, cyan, white, such as bright-red, or a number from 0 to 255\n"
		"c:3: there is no attribute \"blink\": it can be bold, underline, reverse, italic, "
		"dim, none\n"
		"c:4: expected a line such as \"color title cyan default bold\"\n"
		"c:5: there is no colour \"256\": it can be default, black, red, green, yellow, "
		"blue, magenta, cyan, white, such as bright-red, or a number from 0 to 255\n");
	assert_memory_equal(&looks[ROLE_TITLE], &looks_own[ROLE_TITLE], sizeof *looks);
	assert_int_equal(looks[ROLE_GOOD].front, 6);
}

static void the_nearest_colour_stands_in(void **state)
{
	assert_int_equal(looks_nearest(208, 256), 208);
	assert_int_equal(looks_nearest(196, 8), 1);
	assert_int_equal(looks_nearest(196, 16), 9);
	assert_int_equal(looks_nearest(12, 8), 4);
	assert_int_equal(looks_nearest(234, 8), 0);
	assert_int_equal(looks_nearest(LOOK_DEFAULT, 8), LOOK_DEFAULT);
}

/* https://www.w3.org/TR/WCAG21/#dfn-relative-luminance */
static double luminance(int color)
{
	static const double weights[] = { 0.2126, 0.7152, 0.0722 };
	double sum = 0;

	for (int i = 0; i < 3; i++) {
		double part = (looks_rgb(color) >> (16 - 8 * i) & 0xFF) / 255.0;
		sum += weights[i] *
		       (part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
	}
	return sum;
}

static double contrast(int a, int b)
{
	double light = luminance(a), dark = luminance(b);

	return light > dark ? (light + 0.05) / (dark + 0.05) : (dark + 0.05) / (light + 0.05);
}

static void read_theme(const char *path)
{
	struct config config;
	struct strbuf complaints = STRBUF_INIT;

	config_load(&config, path, &complaints);
	assert_int_equal(config.colors.count, ROLES);
	looks_read(looks, &config, &complaints);
	assert_string_equal(complaints.data, "");
	strbuf_fini(&complaints);
	config_fini(&config);
}

/* WCAG 2.1, 1.4.3: 4.5 to 1; and in fewer colours no text on its own colour. */
static void both_themes_can_be_read(void **state)
{
	static const char *const themes[] = { "themes/dusk", "themes/paper" };

	for (size_t i = 0; i < 2; i++) {
		read_theme(themes[i]);
		for (int role = 0; role < ROLES; role++) {
			int front, back;
			looks_pair(looks, (enum role)role, 256, &front, &back);
			assert_true(contrast(front, back) >= 4.5);
			for (int colors = 8; colors <= 16; colors += 8) {
				looks_pair(looks, (enum role)role, colors, &front, &back);
				assert_in_range(front, 0, colors - 1);
				assert_in_range(back, 0, colors - 1);
				assert_int_not_equal(front, back);
			}
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_replaces_the_look_of_one_object),
		cmocka_unit_test(a_faulty_line_is_told_and_the_rest_holds),
		cmocka_unit_test(the_nearest_colour_stands_in),
		cmocka_unit_test(both_themes_can_be_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
