/* What is left open, and what is done, as it is typed. Not here: keeping it, the form. */
#include "../unit.h"
#include "filo/people/words/thread_words.h"

#include "filo/people/followup.h"

#include <string.h>

static struct vector threads = VECTOR_INIT(struct followup);

/* Monday 23 November 2026. */
static day_number today(void)
{
	return date_to_day((struct civil_date){ 2026, 11, 23 });
}

static enum status read_in(const char *language, const char *text, struct error *err)
{
	followups_clear(&threads);
	return threads_read(text, today(), language, true, &threads, err);
}

static void assert_count(const char *language, const char *text, size_t count)
{
	struct error err = { .message = "" };

	if (read_in(language, text, &err) != STATUS_OK)
		fail_msg("\"%s\": %s", text, err.message);
	assert_int_equal(threads.count, count);
}

static void assert_thread(size_t index, enum followup_kind kind, const char *text, int days)
{
	const struct followup *thread = vector_at(&threads, index);

	assert_int_equal(thread->kind, kind);
	assert_string_equal(thread->text, text);
	assert_int_equal(thread->due, days < 0 ? DAY_NONE : today() + days);
	assert_int_equal(thread->made_on, today());
	assert_int_equal(thread->done_on, DAY_NONE);
}

static void assert_refused(const char *text, const char *number, const char *why)
{
	struct error err = { .message = "" };

	assert_int_equal(read_in("it", text, &err), STATUS_INVALID);
	if (!strstr(err.message, number) || !strstr(err.message, why))
		fail_msg("\"%s\" is refused with \"%s\"", text, err.message);
}

static void each_mark_is_a_kind(void **state)
{
	assert_count(
		"en", "? how did the move go, in 2w; ! send her the book;<he brings the map", 3);
	assert_thread(0, FOLLOWUP_ASK, "how did the move go", 14);
	assert_thread(1, FOLLOWUP_MINE, "send her the book", -1);
	assert_thread(2, FOLLOWUP_THEIRS, "he brings the map", -1);
	assert_count("en", "the exam, fri", 1);
	assert_thread(0, FOLLOWUP_ASK, "the exam", 4);
}

static void italian_dates_are_read(void **state)
{
	assert_count("it", "? com'è andato il trasloco, tra 2 settimane; ! il libro, venerdì", 2);
	assert_thread(0, FOLLOWUP_ASK, "com'è andato il trasloco", 14);
	assert_thread(1, FOLLOWUP_MINE, "il libro", 4);
	assert_count("en", "! il libro, venerdì", 1);
	assert_thread(0, FOLLOWUP_MINE, "il libro, venerdì", -1);
}

static void what_is_no_date_belongs_to_the_text(void **state)
{
	assert_count("it", "? Lisbona, Porto e il mare; ! pane, vino,", 2);
	assert_thread(0, FOLLOWUP_ASK, "Lisbona, Porto e il mare", -1);
	assert_thread(1, FOLLOWUP_MINE, "pane, vino,", -1);
	assert_count("en", "? the exam, the thesis, tomorrow", 1);
	assert_thread(0, FOLLOWUP_ASK, "the exam, the thesis", 1);
}

static void a_word_that_is_more_than_a_date_is_none(void **state)
{
	assert_count("it", "antipasto, Primo; ? pane, secondo; ? il conto, il primo", 3);
	assert_thread(0, FOLLOWUP_ASK, "antipasto, Primo", -1);
	assert_thread(1, FOLLOWUP_ASK, "pane, secondo", -1);
	assert_thread(2, FOLLOWUP_ASK, "il conto", 8);
}

static void a_first_name_behind_a_comma_is_no_date(void **state)
{
	assert_count("en", "meet Anna, May; ? the boat, in may; ? tea, 3 May; ? songs, April ", 4);
	assert_thread(0, FOLLOWUP_ASK, "meet Anna, May", -1);
	assert_thread(1, FOLLOWUP_ASK, "the boat", 159);
	assert_thread(2, FOLLOWUP_ASK, "tea", 161);
	assert_thread(3, FOLLOWUP_ASK, "songs, April", -1);
	assert_count(
		"it", "cena con Marco, Gio; ? la cena, gio; ? Anna, May; ? il viaggio, giugno", 4);
	assert_thread(0, FOLLOWUP_ASK, "cena con Marco, Gio", -1);
	assert_thread(1, FOLLOWUP_ASK, "la cena", 3);
	assert_thread(2, FOLLOWUP_ASK, "Anna, May", -1);
	assert_thread(3, FOLLOWUP_ASK, "il viaggio", 190);
}

static void what_it_is_for_is_no_date(void **state)
{
	assert_count("en",
		"leave it, for now; ? bread, for June; ? the cat, For 2 weeks; ? keys, for a few "
		"days; ? the farm, for the next 2 weeks; ? Rome, for the first time",
		6);
	assert_thread(0, FOLLOWUP_ASK, "leave it, for now", -1);
	assert_thread(1, FOLLOWUP_ASK, "bread, for June", -1);
	assert_thread(2, FOLLOWUP_ASK, "the cat, For 2 weeks", -1);
	assert_thread(3, FOLLOWUP_ASK, "keys, for a few days", -1);
	assert_thread(4, FOLLOWUP_ASK, "the farm, for the next 2 weeks", -1);
	assert_thread(5, FOLLOWUP_ASK, "Rome, for the first time", -1);
	assert_count("it", "lascia, per ora; ? il gatto, per un'ora; ? un libro, per Gio", 3);
	assert_thread(0, FOLLOWUP_ASK, "lascia, per ora", -1);
	assert_thread(1, FOLLOWUP_ASK, "il gatto, per un'ora", -1);
	assert_thread(2, FOLLOWUP_ASK, "un libro, per Gio", -1);
}

static void how_long_it_lasts_stays_beside_its_date(void **state)
{
	assert_count("en", "the cat, 2 dec for a week; ? the farm, for 3 days from 2 dec", 2);
	assert_thread(0, FOLLOWUP_ASK, "the cat, 2 dec for a week", 9);
	assert_thread(1, FOLLOWUP_ASK, "the farm, for 3 days from 2 dec", 9);
	assert_count("it", "il gatto, dal 2 dicembre per una settimana", 1);
	assert_thread(0, FOLLOWUP_ASK, "il gatto, dal 2 dicembre per una settimana", 9);
}

static void whose_it_is_or_with_whom_is_no_date(void **state)
{
	assert_count("en", "a card, from May; ? a trip, of 2 weeks", 2);
	assert_thread(0, FOLLOWUP_ASK, "a card, from May", -1);
	assert_thread(1, FOLLOWUP_ASK, "a trip, of 2 weeks", -1);
	assert_count("it",
		"cena, con Domenica; ? il film, da Gio; ? il libro, a Dom; ? il viaggio, di 2 mesi",
		4);
	assert_thread(0, FOLLOWUP_ASK, "cena, con Domenica", -1);
	assert_thread(1, FOLLOWUP_ASK, "il film, da Gio", -1);
	assert_thread(2, FOLLOWUP_ASK, "il libro, a Dom", -1);
	assert_thread(3, FOLLOWUP_ASK, "il viaggio, di 2 mesi", -1);
	assert_count("it", "la cena, a Natale; ? i corsi, da venerdì; ? il conto, a fine mese", 3);
	assert_thread(0, FOLLOWUP_ASK, "la cena", 32);
	assert_thread(1, FOLLOWUP_ASK, "i corsi", 4);
	assert_thread(2, FOLLOWUP_ASK, "il conto", 7);
}

static void by_when_it_is_wanted_is_a_date(void **state)
{
	assert_count("en",
		"bread, for friday; ? the list, for next week; ? tea, for 3 May; ? songs, by May",
		4);
	assert_thread(0, FOLLOWUP_ASK, "bread", 4);
	assert_thread(1, FOLLOWUP_ASK, "the list", 7);
	assert_thread(2, FOLLOWUP_ASK, "tea", 161);
	assert_thread(3, FOLLOWUP_ASK, "songs", 159);
	assert_count("it", "il dolce, per Natale; ? la cena, per domenica", 2);
	assert_thread(0, FOLLOWUP_ASK, "il dolce", 32);
	assert_thread(1, FOLLOWUP_ASK, "la cena", 6);
}

static void a_semicolon_inside_stays(void **state)
{
	assert_count("en", "? the flat; and the cat; ! bread; wine; ;", 2);
	assert_thread(0, FOLLOWUP_ASK, "the flat; and the cat", -1);
	assert_thread(1, FOLLOWUP_MINE, "bread; wine", -1);
}

static void nothing_is_none(void **state)
{
	assert_count("en", "", 0);
	assert_count("en", " ; ;", 0);
}

static void what_makes_no_sense_is_told_with_its_place(void **state)
{
	assert_refused("? the exam, 31/2", "1", "31 February does not exist");
	assert_refused("? the exam; ! the book, 31 febbraio", "2", "31 February does not exist");
	assert_refused("! the book, ieri", "1", "passed already");
	assert_refused("? the exam; !; < the map", "2", "few words");
	assert_refused("?, fri", "1", "few words");
}

static void open_ones_are_numbered_and_told(void **state)
{
	struct strbuf out = STRBUF_INIT;

	assert_count("en", "? the exam, fri; ! the article", 2);
	threads_number(&out, &threads, 2);
	assert_string_equal(out.data, "1 the exam  2 the article");
	strbuf_clear(&out);
	threads_number(&out, &threads, 1);
	assert_string_equal(out.data, "1 the exam  1 more");
	strbuf_clear(&out);
	threads_describe(&out, &threads, today());
	assert_string_equal(out.data, "Ask: the exam (27 Nov)  You promised: the article");
	strbuf_fini(&out);
}

static void numbers_are_read_once_each(void **state)
{
	struct vector indexes = VECTOR_INIT(size_t);
	struct error err;

	assert_int_equal(threads_read_numbers(" 2, 1;2 ", 2, &indexes, &err), STATUS_OK);
	assert_int_equal(indexes.count, 2);
	assert_int_equal(*(size_t *)vector_at(&indexes, 0), 1);
	assert_int_equal(*(size_t *)vector_at(&indexes, 1), 0);
	vector_fini(&indexes);
}

static void other_numbers_are_refused(void **state)
{
	static const char *const texts[] = { "3", "0", "1 x", "-1", "1-2", "99999999999999999999" };
	struct vector indexes = VECTOR_INIT(size_t);
	struct error err;

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_int_equal(threads_read_numbers(texts[i], 2, &indexes, &err), STATUS_INVALID);
	vector_fini(&indexes);
}

static void days_become_dates(void **state)
{
	static const struct {
		const char *typed, *pinned;
	} cases[] = {
		{ "the book, tomorrow", "the book, 2026-11-24" },
		{ "? the exam, in 2w; ! the book, fri ;< a call",
			"? the exam, 2026-12-07; ! the book, 2026-11-27;< a call" },
		{ "call, tomorrow at 17", "call, tomorrow at 17" },
		{ "Ana, Marco", "Ana, Marco" },
		{ "the boat, 31 feb", "the boat, 31 feb" },
		{ "", "" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct strbuf text = STRBUF_INIT;
		threads_pin(&text, cases[i].typed, today(), NULL, true);
		assert_string_equal(text.data, cases[i].pinned);
		strbuf_fini(&text);
	}
}

static int free_threads(void **state)
{
	followups_clear(&threads);
	vector_fini(&threads);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_mark_is_a_kind),
		cmocka_unit_test(italian_dates_are_read),
		cmocka_unit_test(what_is_no_date_belongs_to_the_text),
		cmocka_unit_test(a_word_that_is_more_than_a_date_is_none),
		cmocka_unit_test(a_first_name_behind_a_comma_is_no_date),
		cmocka_unit_test(what_it_is_for_is_no_date),
		cmocka_unit_test(how_long_it_lasts_stays_beside_its_date),
		cmocka_unit_test(whose_it_is_or_with_whom_is_no_date),
		cmocka_unit_test(by_when_it_is_wanted_is_a_date),
		cmocka_unit_test(a_semicolon_inside_stays),
		cmocka_unit_test(nothing_is_none),
		cmocka_unit_test(what_makes_no_sense_is_told_with_its_place),
		cmocka_unit_test(open_ones_are_numbered_and_told),
		cmocka_unit_test(numbers_are_read_once_each),
		cmocka_unit_test(other_numbers_are_refused),
		cmocka_unit_test(days_become_dates),
	};

	return cmocka_run_group_tests(tests, NULL, free_threads);
}
