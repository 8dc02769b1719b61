/* No text of the program's own is cut, in any place and in any language: whoever cannot see the
 * rest would never know it. Not here: the plays at other sizes (tests/screen). */
#include "../locale.h"
#include "places.h"

#include "filo/base/i18n.h"
#include "filo/store/absences.h"
#include "tui/panes/layout.h"
#include "tui/panes/log_rows.h"

#include <ctype.h>
#include <wchar.h>

#define ELLIPSIS L'\u2026'

/* The row as text, up to where it is cut; NULL: it is not. */
static const char *cut_text(int row)
{
	static struct strbuf seen = STRBUF_INIT;
	wchar_t text[CCHARW_MAX + 1];
	attr_t look;
	short pair;
	cchar_t cell;

	strbuf_clear(&seen);
	for (int col = 0; col < cols; col++) {
		mvin_wch(row, col, &cell);
		if (getcchar(&cell, text, &look, &pair, NULL) == ERR)
			continue;
		if (text[0] == ELLIPSIS)
			return seen.data;
		strbuf_add_format(&seen, "%lc", (wint_t)text[0]);
	}
	return NULL;
}

/* What others wrote may be cut. In this address book names are of these words, and notes are
 * numbers, one a line; addresses have an "@". */
static bool is_of_the_book(const char *text)
{
	static const char *const words[] = { "Ana", "Anabel", "Bell", "Person" };
	size_t end = strlen(text);

	while (end && text[end - 1] == ' ')
		end--;
	size_t start = end;
	while (start && text[start - 1] != ' ')
		start--;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (start < end && !strncmp(words[i], text + start, end - start))
			return true;
	return end && (isdigit((unsigned char)text[end - 1]) || strchr(text + start, '@'));
}

/* Where the plain screen has commas for dots, they stand as commas do. */
static bool has_loose_comma(int row)
{
	char text[COLS_ALL * 4 + 1];

	mvinnstr(row, 0, text, sizeof text - 1);
	return strstr(text, " ,") != NULL;
}

/* A number by itself stands above nothing: who hears the first row hears where they are. */
static bool begins_with_number(void)
{
	char text[COLS_ALL * 4 + 1];

	mvinnstr(0, 0, text, sizeof text - 1);
	const char *word = text + strspn(text, " ");
	return draw_is_plain() && isdigit((unsigned char)*word);
}

static int rows_all, faults;

static void check_screen(const char *where)
{
	draw_all();
	if (begins_with_number()) {
		fprintf(stderr, "%s: %s begins with a number\n", where, app.top->ops->name);
		faults++;
	}
	for (int row = 0; row < rows; row++) {
		const char *text = cut_text(row);
		if (text && !is_of_the_book(text)) {
			fprintf(stderr, "%s: %s is cut: \"%s\"\n", where, app.top->ops->name, text);
			faults++;
		}
		if (has_loose_comma(row)) {
			fprintf(stderr, "%s: %s has a blank before a comma\n", where,
				app.top->ops->name);
			faults++;
		}
	}
}

/* In a form each field has something to say while one is in it. */
static void check_fields(const char *where)
{
	for (int i = 0; i < 30 && app.top && app.top->ops->type && here() & WHILE_TYPING; i++) {
		press(KEYS_TAB);
		if (app.top)
			check_screen(where);
	}
}

static void check_place(const struct place *place)
{
	open_place(place);
	rows = rows_all;
	check_screen("at once");
	check_fields("field by field");
	close_app();
}

static void check_command(const struct place *place, const struct command *command)
{
	open_place(place);
	rows = rows_all;
	command_start(&app, command, NULL);
	settle();
	if (app.top) {
		check_screen(command->name);
		check_fields(command->name);
	}
	close_app();
}

static void check_commands(const struct place *place, context_set *seen)
{
	struct command_walk walk = { commands, NULL };
	const struct command *command;

	while ((command = command_next(&walk)))
		if (command->contexts & place->context && !is_of_the_terminal(command) &&
			!(command->contexts & *seen))
			check_command(place, command);
	*seen |= place->context;
}

static void check_all(int rows_of_screen, int cols_of_screen)
{
	context_set seen = 0;

	rows_all = rows_of_screen - 1; /* the bottom line has what fits */
	cols = cols_of_screen;
	faults = 0;
	for (size_t i = 0; i < PLACES; i++) {
		check_place(&places[i]);
		check_commands(&places[i], &seen);
	}
	assert_int_equal(faults, 0);
}

static void no_text_is_cut_at_80_columns(void **state)
{
	check_all(24, 80);
}

static void no_text_is_cut_at_40_columns_on_the_plain_screen(void **state)
{
	draw_set_plain(true);
	check_all(12, 40);
	draw_set_plain(false);
}

/* At any height, so that there is more below in whatever is longer than a row. */
static void no_title_is_cut_beside_how_much_is_below(void **state)
{
	cols = 40;
	faults = 0;
	for (size_t i = 0; i < PLACES; i++) {
		open_place(&places[i]);
		for (rows = 11; rows > 4; rows--) {
			draw_clear();
			draw_all();
			const char *text = cut_text(0);
			if (text && !is_of_the_book(text)) {
				fprintf(stderr, "%s in %d rows: the title is cut: \"%s\"\n",
					app.top->ops->name, rows, text);
				faults++;
			}
		}
		close_app();
	}
	assert_int_equal(faults, 0);
}

/* ---- Rows of each kind, as wide as the log pane ---- */

static struct conversation entry_of(enum medium medium, enum direction direction, int feeling)
{
	struct conversation entry;

	conversation_init(&entry);
	entry.medium = medium;
	entry.direction = direction;
	entry.feeling = feeling;
	entry.day = TODAY - 400; /* its date needs a year */
	entry.exchanges.given = entry.exchanges.received = (1U << EXCHANGE_KINDS) - 1;
	return entry;
}

/* The log is Ana's, who took part or was mentioned; so did others, or were. */
static void add_people(struct conversation *entry, int which)
{
	conversation_add_participant(entry, 1, "Ana", which & 1);
	if (which & 2)
		conversation_add_participant(entry, 2, "Anabel", false);
	if (which & 4)
		conversation_add_participant(entry, 3, "Bell", true);
	for (size_t i = 0; i < entry->participants.count; i++)
		((struct participant *)vector_at(&entry->participants, i))->agreement =
			AGREE_FEMININE;
}

static void check_row(const struct log_row *row, struct rect log)
{
	const struct log_style style = { .person = 1, .today = TODAY, .role = ROLE_TEXT };

	draw_clear();
	log_row_draw(log, row, &style);
	for (int at = 0; at < log.rows; at++) {
		const char *text = cut_text(at);
		if (text && !is_of_the_book(text)) {
			fprintf(stderr, "a row of the log is cut: \"%s\"\n", text);
			faults++;
		}
	}
}

/* With and without an hour, which may be after midnight. */
static void check_dates(struct conversation *entry, struct rect log)
{
	for (int precision = PRECISION_TIME; precision <= PRECISION_YEAR; precision++) {
		entry->precision = (enum precision)precision;
		entry->minute = precision == PRECISION_TIME ? 90 : -1;
		check_row(&(struct log_row){ .conversation = *entry }, log);
	}
}

static void check_entries(struct rect log)
{
	static const int feelings[] = { FEELING_NONE, -2, 2 };

	cols = log.cols;
	for (int medium = 0; medium < MEDIA; medium++)
		for (int direction = 0; direction < DIRECTIONS; direction++)
			for (size_t feeling = 0; feeling < 3; feeling++)
				for (int people = 0; people < 8; people++) {
					struct conversation entry = entry_of((enum medium)medium,
						(enum direction)direction, feelings[feeling]);
					add_people(&entry, people);
					check_dates(&entry, log);
					conversation_fini(&entry);
				}
}

static void check_events(struct rect log)
{
	struct log_row row = { .is_event = true,
		.event = {
			.day = TODAY - 400, .until = TODAY + 400, .agreement = AGREE_FEMININE } };

	for (int kind = 0; kind < EVENT_KINDS; kind++) {
		row.event.kind = (enum event_kind)kind;
		check_row(&row, log);
	}
}

static void no_row_of_the_log_is_cut(void **state)
{
	const struct rect single = { 0, 0, 10, 39 };
	struct layout layout;

	faults = 0;
	layout_compute(&layout, (struct rect){ 0, 0, 23, 80 }, 3, PANE_LOG, false);
	const struct rect log = { 0, 0, 22, layout.panes[PANE_LOG].cols - 1 };
	check_entries(log);
	check_events(log);
	check_entries(single);
	check_events(single);
	assert_int_equal(faults, 0);
}

/* ---- What one wrote, and decides by, however long ---- */

#define LONG_WORDS                                                                                 \
	"whether the boat that lay by the harbour all winter is in the water again, and whose"
#define LONG_ADDRESS "of.the.old.harbour.choir@a-provider-with-a-long-name.example.org"

/* They have a follow-up, an address and more that is long. */
static contact_id add_long_person(const char *name, const char *address)
{
	contact_id id = add_person(name, address, 7);
	struct followup followup = { .contact = id,
		.text = memory_copy_string(LONG_WORDS),
		.due = TODAY + 3,
		.made_on = TODAY,
		.done_on = DAY_NONE };
	struct error err;

	assert_int_equal(followup_add(book, &followup, &err), STATUS_OK);
	followup_fini(&followup);
	return id;
}

/* Only a note may be cut: it ends in a number here. */
static void check_long(const char *where)
{
	draw_all();
	for (int row = 0; row < rows; row++) {
		const char *text = cut_text(row);
		if (!text || (*text && isdigit((unsigned char)text[strlen(text) - 1])))
			continue;
		fprintf(stderr, "%s at %d columns: cut is \"%s\"\n", where, cols, text);
		faults++;
	}
}

static void check_down_to_the_end(const char *where)
{
	for (int i = 0; i < 20; i++) {
		check_long(where);
		press('j');
	}
	press('q');
}

/* What stands below those who are due, when some of them wait and one is in the address book. */
static void check_while_away(void)
{
	struct absence absence = { .from = TODAY, .to = TODAY + 20 };
	struct error err;

	assert_int_equal(absence_add(book, &absence, &err), STATUS_OK);
	app_refresh(&app);
	press('1');
	settle();
	check_screen("who is due");
	assert_int_equal(absence_remove(book, absence.id, &err), STATUS_OK);
}

static void check_long_texts(void)
{
	open_app(false);
	book = app.store;
	contact_id one = add_long_person("Orsola", "orsola." LONG_ADDRESS);
	contact_id other = add_long_person("Tecla", "tecla." LONG_ADDRESS);
	app_refresh(&app);
	rows = rows_all;
	run("agenda");
	check_down_to_the_end("agenda");
	run("next-days");
	check_down_to_the_end("next days");
	merge_open(&app, one, other);
	check_down_to_the_end("compare page");
	panes_show_person(&app, one);
	press('3');
	settle();
	check_long("log");
	check_while_away();
	close_app();
}

static void what_one_decides_by_stands_whole(void **state)
{
	static const struct {
		int rows, cols;
		bool is_plain;
	} screens[] = { { 23, 80, false }, { 11, 40, false }, { 11, 40, true } };

	faults = 0;
	for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
		rows_all = screens[i].rows;
		cols = screens[i].cols;
		draw_set_plain(screens[i].is_plain);
		check_long_texts();
	}
	draw_set_plain(false);
	assert_int_equal(faults, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_text_is_cut_at_80_columns),
		cmocka_unit_test(no_text_is_cut_at_40_columns_on_the_plain_screen),
		cmocka_unit_test(no_title_is_cut_beside_how_much_is_below),
		cmocka_unit_test(no_row_of_the_log_is_cut),
		cmocka_unit_test(what_one_decides_by_stands_whole),
		cmocka_unit_test_setup(no_text_is_cut_at_80_columns, speak_italian),
		cmocka_unit_test(no_text_is_cut_at_40_columns_on_the_plain_screen),
		cmocka_unit_test(no_title_is_cut_beside_how_much_is_below),
		cmocka_unit_test(no_row_of_the_log_is_cut),
		cmocka_unit_test(what_one_decides_by_stands_whole),
	};

	setenv("LC_ALL", "C.UTF-8", true);
	i18n_init();
	if (!open_screen())
		return 77;
	return cmocka_run_group_tests_name("nothing cut", tests, fill_book, empty_folder);
}
