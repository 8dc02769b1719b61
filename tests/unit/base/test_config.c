/* The settings file: what it says, and what is said of its mistakes. Not here: where it lies. */
#include "../unit.h"
#include "a_file.h"

#include "filo/base/config.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define THERE_ARE                                                                                  \
	": there are daily, plain-screen, mouse, bell, color, theme, slot, me, mail-query, "       \
	"after-log, after-import, journal, day-order, open.email, open.phone, open.messenger, "    \
	"open.profile, open.website, open.url, bind, unbind\n"

/* What `text` sets; complaints (after the path) must be `complaints`. */
static struct config config_of(const char *text, const char *complaints)
{
	struct config config;
	struct strbuf said = STRBUF_INIT;
	FILE *file = fopen(a_file, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	config_load(&config, a_file, &said);
	if (*complaints) {
		assert_memory_equal(said.data, a_file, strlen(a_file));
		assert_string_equal(said.data + strlen(a_file), complaints);
	} else {
		assert_string_equal(said.data, "");
	}
	strbuf_fini(&said);
	return config;
}

static void check_defaults(const struct config *config)
{
	assert_int_equal(config->daily, 5);
	assert_false(config->is_plain_screen);
	assert_true(config->has_bell);
	assert_true(config->has_color);
	assert_int_equal(config->day_order, 0);
}

static void without_a_file_the_defaults_hold(void **state)
{
	struct config config;
	struct strbuf said = STRBUF_INIT;

	config_load(&config, "/tmp/there/is/no/such/file", &said);
	check_defaults(&config);
	assert_string_equal(said.data, "");
}

static void every_key_is_read(void **state)
{
	struct config config = config_of("daily = 12\n"
					 "plain-screen = on\n"
					 "color = never\n"
					 "journal = delete\n"
					 "day-order = month-day\n",
		"");
	assert_int_equal(config.daily, 12);
	assert_true(config.is_plain_screen);
	assert_false(config.has_color);
	assert_true(config.has_no_log);
	assert_int_equal(config.day_order, 2);
}

static void spaces_comments_and_empty_lines_do_not_matter(void **state)
{
	struct config config =
		config_of("# mine\n\n  daily=7   # a good number\r\n\tplain-screen = off", "");
	assert_int_equal(config.daily, 7);
}

static void a_comment_begins_behind_a_blank_and_outside_quotes(void **state)
{
	struct config config = config_of("after-log = sh -c \"echo \\\"a # b\" # mine\n"
					 "after-import = sh -c 'echo # b' x#y '# z'\n"
					 "me = O'Brien # mine\n"
					 "open.email = mutt '#'\n",
		"");
	assert_string_equal(config.after_log, "sh -c \"echo \\\"a # b\"");
	assert_string_equal(config.after_import, "sh -c 'echo # b' x#y '# z'");
	assert_string_equal(config.me, "O'Brien");
	const struct config_line *opener = vector_at(&config.openers, 0);
	assert_string_equal(opener->words, "email mutt '#'");
	config_fini(&config);
}

static void an_unknown_key_is_named_with_its_line(void **state)
{
	struct config config = config_of("daily = 6\ncolour = never\n",
		":2: there is no setting \"colour\": it can be color\n");
	assert_int_equal(config.daily, 6);
	assert_true(config.has_color);
}

static void a_bad_value_leaves_the_default_and_is_named(void **state)
{
	static const struct {
		const char *line, *complaint;
	} bad[] = {
		{ "daily = 0", ":1: \"daily\" can be 1..50, not \"0\"\n" },
		{ "daily = 51", ":1: \"daily\" can be 1..50, not \"51\"\n" },
		{ "daily = five", ":1: \"daily\" can be 1..50, not \"five\"\n" },
		{ "daily = 99999999999999999999",
			":1: \"daily\" can be 1..50, not \"99999999999999999999\"\n" },
		{ "daily =", ":1: \"daily\" can be 1..50, not \"\"\n" },
		{ "plain-screen = yes", ":1: \"plain-screen\" can be on, off, not \"yes\"\n" },
		{ "color = red", ":1: \"color\" can be auto, never, not \"red\"\n" },
		{ "journal = off", ":1: \"journal\" can be log, delete, not \"off\"\n" },
		{ "day-order = year",
			":1: \"day-order\" can be locale, day-month, month-day, not \"year\"\n" },
		{ "daily", ":1: expected a line such as: daily = 5\n" },
		{ "open.email firefox", ":1: expected a line such as: daily = 5\n" },
		{ "binde due F2 snooze", ":1: there is no setting \"binde\": it can be bind\n" },
		{ "colour title red blue",
			":1: there is no setting \"colour\": it can be color\n" },
		{ "dialy = 5", ":1: there is no setting \"dialy\": it can be daily\n" },
		{ "DAILY = 5", ":1: there is no setting \"DAILY\": it can be daily\n" },
		{ "open.emial = mutt",
			":1: nothing of the kind \"emial\" is opened: it can be open.email\n" },
		{ "open.fax = mutt",
			":1: nothing of the kind \"fax\" is opened: it can be open.email, "
			"open.phone, open.messenger, open.profile, open.website, open.url\n" },
		{ "mice on", ":1: there is no setting \"mice\"" THERE_ARE },
	};

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct config config = config_of(bad[i].line, bad[i].complaint);
		check_defaults(&config);
	}
}

static void each_slot_line_adds_one_in_the_order_of_the_week(void **state)
{
	struct config config = config_of("slot = thu 18:00, 20 min, 3 people\n"
					 "slot = Monday 7:30,10 minutes,1 person\n"
					 "slot = thu\t8:05 , 45 min , 5 people # early\n"
					 "slot = thu18:00, 30 min, 4 people\n",
		"");
	const struct config_slot *slots = config.slots.all;
	assert_int_equal(config.slots.count, 3);
	assert_int_equal(slots[0].weekday, 0);
	assert_int_equal(slots[0].minute, 7 * 60 + 30);
	assert_int_equal(slots[0].length_min, 10);
	assert_int_equal(slots[0].people, 1);
	assert_int_equal(slots[1].weekday, 3);
	assert_int_equal(slots[1].minute, 8 * 60 + 5);
	assert_int_equal(slots[2].minute, 18 * 60);
	assert_int_equal(slots[2].people, 4);
}

static void a_slot_is_read_in_each_language(void **state)
{
	static const char *const days[] = { "gio", "giov", "giovedì", "Giovedi", "thu",
		"thursday" };
	char text[128];

	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		snprintf(text, sizeof text, "slot = %s 18:00, 20 minuti, 3 persone\n", days[i]);
		struct config config = config_of(text, "");
		assert_int_equal(config.slots.count, 1);
		assert_int_equal(config.slots.all[0].weekday, 3);
		assert_int_equal(config.slots.all[0].people, 3);
	}
}

static void a_slot_that_is_none_is_said_and_the_others_hold(void **state)
{
	static const char *const bad[] = { "", "thu", "18:00, 20 min, 3 people",
		"thu 24:00, 20 min, 3 people", "thu 18:60, 20 min, 3 people",
		"thu 18:00, 0 min, 3 people", "thu 18:00, 601 min, 3 people",
		"thu 18:00, 20 min, 0 people", "thu 18:00, 20 min, 51 people",
		"thu 18:00, 20 h, 3 people", "th 18:00, 20 min, 3 people",
		"gi 18:00, 20 min, 3 persone", "giovedia 18:00, 20 min, 3 persone",
		"thu 18:00, 20 minuto, 3 people", "thursdays 18:00, 20 min, 3 people",
		"thu 18:00, 20 min, 3 people, daily", "thu 18, 20 min, 3 people" };
	char text[128], complaint[256];

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		snprintf(text, sizeof text, "slot = fri 9:00, 20 min, 3 people\nslot = %s\n",
			bad[i]);
		snprintf(complaint, sizeof complaint,
			":2: \"slot\" can be such as thu 18:00, 20 min, 3 people (at most 14 "
			"times), "
			"not \"%s\"\n",
			bad[i]);
		struct config config = config_of(text, complaint);
		assert_int_equal(config.slots.count, 1);
		assert_int_equal(config.slots.all[0].weekday, 4);
	}
}

static void a_week_has_fourteen_slots(void **state)
{
	static const char *const days[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
	char text[1024] = "";

	for (int i = 0; i < 15; i++)
		snprintf(text + strlen(text), sizeof text - strlen(text),
			"slot = %s %d:00, 20 min, 3 people\n", days[i % 7], 8 + i / 7);
	struct config config = config_of(text,
		":15: \"slot\" can be such as thu 18:00, 20 min, 3 people (at most 14 times), "
		"not \"mon 10:00, 20 min, 3 people\"\n");
	assert_int_equal(config.slots.count, CONFIG_SLOTS_MAX);
}

static void a_long_line_is_one_line(void **state)
{
	static char text[20000];

	memset(text, 'x', sizeof text - 20);
	text[0] = '#';
	strcpy(text + sizeof text - 20, "\nmice = 2\n");
	config_of(text, ":2: there is no setting \"mice\"" THERE_ARE);
}

static void a_text_that_does_not_fit_is_not_taken_in_part(void **state)
{
	static char text[4000] = "me = Ada\nme = ";

	memset(text + strlen(text), 'x', 1000);
	struct strbuf said = STRBUF_INIT;
	strbuf_add_format(&said,
		":2: \"me\" can be at most 999 characters, with quotes closed, not \"%s\"\n",
		strrchr(text, ' ') + 1);
	struct config config = config_of(text, said.data);
	assert_string_equal(config.me, "Ada");
	strbuf_fini(&said);
}

static void a_folder_is_no_settings_file(void **state)
{
	struct config config;
	struct strbuf said = STRBUF_INIT;

	config_load(&config, "/tmp", &said);
	check_defaults(&config);
	assert_string_equal(said.data, "/tmp cannot be read: Is a directory\n");
	strbuf_fini(&said);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_a_file_the_defaults_hold),
		cmocka_unit_test(every_key_is_read),
		cmocka_unit_test(spaces_comments_and_empty_lines_do_not_matter),
		cmocka_unit_test(a_comment_begins_behind_a_blank_and_outside_quotes),
		cmocka_unit_test(an_unknown_key_is_named_with_its_line),
		cmocka_unit_test(a_bad_value_leaves_the_default_and_is_named),
		cmocka_unit_test(each_slot_line_adds_one_in_the_order_of_the_week),
		cmocka_unit_test(a_slot_is_read_in_each_language),
		cmocka_unit_test(a_slot_that_is_none_is_said_and_the_others_hold),
		cmocka_unit_test(a_week_has_fourteen_slots),
		cmocka_unit_test(a_long_line_is_one_line),
		cmocka_unit_test(a_text_that_does_not_fit_is_not_taken_in_part),
		cmocka_unit_test(a_folder_is_no_settings_file),
	};

	return cmocka_run_group_tests(tests, with_a_file, without_the_file);
}
