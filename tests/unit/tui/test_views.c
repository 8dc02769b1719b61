/* Every view answers to the keys that the command tables tell, and to no other but typing.
 * Not here: the tables by themselves (test_commands.c), what each key does (tests/screen). */
#include "places.h"

#include "tui/subject.h"
#include "tui/widget/field.h"

/* All that can be seen: letters and looks, the cursor, the message, which views there are. */
static char *look(void)
{
	struct strbuf seen = STRBUF_INIT;
	int row, col;

	draw_all();
	bool has_cursor = draw_cursor_place(&row, &col);
	strbuf_add_format(&seen, "%d %d %d %d %s\n", row, col, has_cursor, app.is_ending,
		app.message ? app.message : "");
	for (const struct view *view = app.top; view; view = view->below)
		strbuf_add_format(&seen, "%s ", view->ops->name);
	for (row = 0; row < rows; row++)
		for (col = 0; col < COLS_ALL; col++)
			strbuf_add_format(&seen, "%lx,", (unsigned long)mvinch(row, col));
	return strbuf_take(&seen);
}

static void every_place_is_opened(void **state)
{
	context_set all = 0;

	for (size_t i = 0; i < PLACES; i++) {
		open_place(&places[i]);
		all |= places[i].context;
		close_app();
	}
	assert_int_equal(all, EVERYWHERE);
}

/* ---- Every key that is told does something ---- */

static bool does_something(
	const struct place *place, int prefix, const struct command *command, int key)
{
	bool does = false;

	open_place(place);
	if (prefix)
		press(prefix);
	if (app.top && command_for_key(commands, key, here()) == command) {
		char *before = look();
		press(key);
		char *after = look();
		does = strcmp(before, after) != 0;
		free(before);
		free(after);
	}
	close_app();
	return does;
}

/* From where the view opens, or from a little further on: going up begins below. */
static void check_key(const struct place *place, const struct command *command, int key)
{
	static const int prefixes[] = { 0, 'j', 'G', 'z', '2', '1', 'n', ' ', KEYS_DOWN, 'a' };

	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
		if (does_something(place, prefixes[i], command, key))
			return;
	fail_msg("\"%s\" does nothing at %#" PRIx64 ": %s", command->keys, place->context,
		command->name);
}

static void every_key_that_is_told_does_something(void **state)
{
	for (size_t i = 0; i < PLACES; i++) {
		struct command_walk walk = { commands, NULL };
		const struct command *command;
		while ((command = command_next(&walk))) {
			const char *keys = command->keys;
			if (!(command->contexts & places[i].context) || is_of_the_terminal(command))
				continue;
			while (*keys) {
				size_t len = strcspn(keys, " ");
				check_key(&places[i], command, key_from_name(keys, len));
				keys += len;
				keys += strspn(keys, " ");
			}
		}
	}
}

/* ---- Every key that does something is told ---- */

static bool is_of_a_field(int key)
{
	for (const struct field_keys *keys = field_keys; keys->keys; keys++)
		if (keys_have(keys->keys, key))
			return true;
	return KEY_IS_TEXT(key);
}

/* A key of no command reaches only a view in which letters are typed, and there only what edits a
 * text is used. */
static void check_untold(const struct place *place, int key)
{
	char name[16];
	bool may_be_typed = (place->context & WHILE_TYPING) && is_of_a_field(key);

	if (command_for_key(commands, key, here()) || may_be_typed)
		return;
	char *before = look();
	press(key);
	free(app.message); /* that the key does nothing */
	app.message = NULL;
	char *after = look();
	if (strcmp(before, after) != 0 || here() != place->context)
		fail_msg("%s does something at %#" PRIx64 " that no command tells",
			key_to_name(key, name), place->context);
	free(before);
	free(after);
}

static void every_key_that_does_something_is_told(void **state)
{
	for (size_t i = 0; i < PLACES; i++) {
		open_place(&places[i]);
		for (int key = 1; key < 0x7F; key++) {
			check_untold(&places[i], key);
			check_untold(&places[i], KEY_ALT + key);
		}
		for (int key = KEYS_UP; key < KEYS_PASTE; key++) {
			check_untold(&places[i], key);
			check_untold(&places[i], KEY_ALT + key);
		}
		close_app();
	}
}

/* ---- What help says ---- */

/* All of help, row by row, as it scrolls by. */
static char *read_help(void)
{
	struct strbuf all = STRBUF_INIT;
	char line[COLS_ALL * 4 + 1];

	for (int page = 0; page < 40; page++) {
		draw_all();
		for (int row = 1; row < rows; row++) {
			mvinnstr(row, 0, line, sizeof line - 1);
			strbuf_add(&all, line);
			strbuf_add_char(&all, '\n');
		}
		press(KEYS_PAGE_DOWN);
	}
	return strbuf_take(&all);
}

/* Many keys take two rows beside what they do. */
static bool has_line(const char *text, const char *keys, const char *right)
{
	char left[32];

	snprintf(left, sizeof left, "%.*s", (int)strcspn(keys, " "), keys);
	for (const char *at = text; (at = strstr(at, left)); at++) {
		const char *end = at + strcspn(at, "\n"), *help = strstr(at, right);
		if (help && help < end)
			return true;
	}
	return false;
}

static void help_has_every_key_of_every_place(void **state)
{
	for (size_t i = 0; i < PLACES; i++) {
		struct command_walk walk = { commands, NULL };
		const struct command *command;
		if (!command_for_key(commands, '?', places[i].context) ||
			places[i].context == IN_HELP)
			continue;
		open_place(&places[i]);
		rows = 24;
		press('?');
		char *text = read_help();
		while ((command = command_next(&walk)))
			if (!has_line(text, *command->keys ? command->keys : command->name,
				    command->help))
				fail_msg("help asked for at %#" PRIx64 " lacks %s",
					places[i].context, command->name);
		for (const struct field_keys *keys = field_keys; keys->keys; keys++)
			if (!has_line(text, keys->keys, keys->help))
				fail_msg("help lacks %s", keys->keys);
		free(text);
		close_app();
	}
}

/* ---- What is asked in one line is answered behind the command's name ---- */

/* Of what is selected it depends whether these ask for one line, or for anything. */
static bool asks_as_selected(const struct command *command)
{
	return !strcmp(command->name, "edit") || !strncmp(command->name, "begin", strlen("begin"));
}

static bool asks_one_line(const struct command *command)
{
	return here() & (IN_PROMPT | IN_SEARCH | IN_NARROWING) && !asks_as_selected(command);
}

static void check_answer(const struct place *place, const struct command *command)
{
	open_place(place);
	const struct view *before = app.top;
	command_start(&app, command, NULL);
	bool has_asked = app.top && app.top != before;
	if (has_asked && asks_one_line(command) && !command->takes)
		fail_msg("%s asks for one line and takes none behind its name", command->name);
	if (has_asked && command->takes && !command->takes->set && !command->takes->run &&
		!app.top->ops->answer)
		fail_msg("%s takes an answer that it does not ask for", command->name);
	close_app();
}

static void what_asks_one_line_takes_it_behind_its_name(void **state)
{
	for (size_t i = 0; i < PLACES; i++) {
		struct command_walk walk = { commands, NULL };
		const struct command *command;
		while ((command = command_next(&walk)))
			if (command->contexts & places[i].context & ~WHILE_TYPING &&
				!is_of_the_terminal(command))
				check_answer(&places[i], command);
	}
}

static void a_search_goes_to_what_stands_behind_its_name(void **state)
{
	open_place(&places[0]);
	command_start(&app, command_by_name(commands, "search"), "ana bell");
	assert_int_equal(here(), IN_CONTACTS);
	char *name = person_name(&app, app_subject(&app));
	assert_string_equal(name, "Ana Bell");
	free(name);
	close_app();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_place_is_opened),
		cmocka_unit_test(every_key_that_is_told_does_something),
		cmocka_unit_test(every_key_that_does_something_is_told),
		cmocka_unit_test(help_has_every_key_of_every_place),
		cmocka_unit_test(what_asks_one_line_takes_it_behind_its_name),
		cmocka_unit_test(a_search_goes_to_what_stands_behind_its_name),
	};

	setlocale(LC_ALL, "C.UTF-8");
	if (!open_screen())
		return 77;
	return cmocka_run_group_tests_name("views", tests, fill_book, empty_folder);
}
