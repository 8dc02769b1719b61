/* Tests of logs in which days without words are folded: what is folded, and pages of every size in
 * both directions.
 * Not here: the silences (test_queue.c), the log on the screen (tests/screen/scenarios/folds.scn).
 */
#include "filo/people/date.h"
#include "filo/people/log_fold.h"
#include "filo/people/words/log_words.h"
#include "filo/store/conversations.h"
#include "filo/store/events.h"
#include "filo/store/log_page.h"
#include "filo/store/undo.h"

#include "place.h"

/* The first, of 2024; TODAY is the fourth. */
#define OCTOBER 19997

/* A day as an import leaves it; `source` NULL: typed by hand. */
static void add_day_of_two(struct place *place, contact_id id, contact_id other, day_number day,
	const char *source, enum medium medium, const char *summary)
{
	struct conversation entry;
	char source_id[64];

	conversation_init(&entry);
	entry.day = day;
	entry.medium = medium;
	free(entry.summary);
	entry.summary = memory_copy_string(summary);
	if (source) {
		snprintf(source_id, sizeof source_id, "k%d/%d/%d/%d", (int)id, (int)other,
			(int)medium, (int)day);
		entry.source = memory_copy_string(source);
		entry.source_id = memory_copy_string(source_id);
		entry.tally = (struct tally){ .from_me = 2, .from_them = 3 };
	}
	conversation_add_participant(&entry, id, NULL, false);
	if (other)
		conversation_add_participant(&entry, other, NULL, false);
	assert_ok(place, conversation_add(place->store, &entry, &place->err));
	conversation_fini(&entry);
}

static void add_day(struct place *place, contact_id id, day_number day, const char *source,
	enum medium medium, const char *summary)
{
	add_day_of_two(place, id, 0, day, source, medium, summary);
}

/* Three months of a chat and of mail, with words by hand between, and an event. */
static contact_id fill(struct place *place)
{
	contact_id id = add_named(place, "Ada");
	struct event event = { .contact = id, .kind = EVENT_SNOOZE, .until = DAY_NONE };

	for (int i = 0; i < 70; i++) {
		add_day(place, id, OCTOBER - 1 - i, "whatsapp", MEDIUM_MESSAGE, "");
		if (i % 5 == 0)
			add_day(place, id, OCTOBER - 1 - i, "mail", MEDIUM_EMAIL, "");
		if (i % 11 == 3)
			add_day(place, id, OCTOBER - 1 - i, NULL, MEDIUM_CALL, "by hand");
	}
	add_day(place, id, OCTOBER - 20, "whatsapp", MEDIUM_VIDEO, "with words");
	event.day = OCTOBER - 9;
	assert_ok(place, event_add(place->store, &event, &place->err));
	return id;
}

static void rows_fini(struct vector *rows)
{
	log_rows_clear(rows);
	vector_fini(rows);
}

static void read_page(struct place *place, contact_id id, const struct vector *opened,
	const struct log_place *from, bool older, size_t count, struct vector *rows)
{
	const struct log_view view = { .is_folded = true, .opened = opened };

	assert_ok(place,
		log_page_viewed(place->store, id, &view, from, older, count, rows, &place->err));
}

static struct vector read_all(struct place *place, contact_id id, const struct vector *opened)
{
	struct vector rows = VECTOR_INIT(struct log_row);

	read_page(place, id, opened, NULL, true, 1000, &rows);
	return rows;
}

static void assert_same_row(const struct log_row *a, const struct log_row *b)
{
	const struct log_place one = log_place_of(a), other = log_place_of(b);

	assert_int_equal(one.day, other.day);
	assert_int_equal(one.id, other.id);
	assert_int_equal(a->is_event, b->is_event);
	assert_int_equal(a->is_fold, b->is_fold);
	if (!a->is_fold)
		return;
	assert_true(log_fold_is_same(&a->fold, &b->fold));
	assert_int_equal(a->fold.is_open, b->fold.is_open);
	assert_int_equal(a->fold.days, b->fold.days);
	assert_int_equal(a->fold.entries, b->fold.entries);
	assert_int_equal(a->fold.tally.from_them, b->fold.tally.from_them);
}

/* Page by page comes to the same as all at once, from either end. */
static void assert_pages(struct place *place, contact_id id, const struct vector *opened,
	const struct vector *all, bool older, size_t count)
{
	struct log_place from;
	size_t seen = 0, got;

	do {
		struct vector rows = VECTOR_INIT(struct log_row);
		read_page(place, id, opened, seen ? &from : NULL, older, count, &rows);
		got = rows.count;
		assert_true(seen + got <= all->count);
		size_t first = older ? seen : all->count - seen - got;
		for (size_t i = 0; i < got; i++)
			assert_same_row(vector_at(&rows, i), vector_at(all, first + i));
		seen += got;
		if (got)
			from = log_place_of(vector_at(&rows, older ? got - 1 : 0));
		rows_fini(&rows);
	} while (got == count);
	assert_int_equal(seen, all->count);
}

static void days_without_words_are_one_row_a_month_and_channel(void **state)
{
	struct place *place = *state;
	contact_id id = fill(place);
	struct vector rows = read_all(place, id, NULL);
	const struct log_row *row, *september = NULL;
	size_t folds = 0, by_hand = 0, events = 0, imported = 0;

	VECTOR_EACH (row, &rows) {
		folds += row->is_fold;
		events += row->is_event;
		by_hand += !row->is_event && !row->is_fold && !row->conversation.source;
		imported += !row->is_event && !row->is_fold && row->conversation.source;
		if (row->is_fold && row->fold.medium == MEDIUM_MESSAGE && row->fold.days == 30)
			september = row;
	}
	/* The chat of September to July, the mail of two of them; in July that is one day. */
	assert_int_equal(events, 1);
	assert_int_equal(by_hand, 7);
	assert_int_equal(imported, 2); /* with words; the only mail of its month */
	assert_int_equal(folds, 5);
	assert_non_null(september);
	struct strbuf words = STRBUF_INIT;
	log_fold_month(&words, &september->fold);
	assert_string_equal(words.data, "September 2024");
	strbuf_clear(&words);
	log_fold_days(&words, &september->fold);
	assert_string_equal(words.data, "30 days on WhatsApp, 150 messages, you wrote 60");
	strbuf_fini(&words);
	rows_fini(&rows);
}

static void pages_of_any_size_come_to_the_same(void **state)
{
	struct place *place = *state;
	contact_id id = fill(place);
	struct vector rows = read_all(place, id, NULL), opened = VECTOR_INIT(struct log_fold);
	const struct log_row *row;

	for (size_t count = 1; count < 12; count++) {
		assert_pages(place, id, NULL, &rows, true, count);
		assert_pages(place, id, NULL, &rows, false, count);
	}
	VECTOR_EACH (row, &rows)
		if (row->is_fold && row->fold.days == 30)
			vector_push(&opened, &row->fold);
	assert_int_equal(opened.count, 1);
	struct vector open_rows = read_all(place, id, &opened);
	assert_int_equal(open_rows.count, rows.count + 30);
	for (size_t count = 1; count < 12; count++) {
		assert_pages(place, id, &opened, &open_rows, true, count);
		assert_pages(place, id, &opened, &open_rows, false, count);
	}
	rows_fini(&open_rows);
	rows_fini(&rows);
	vector_fini(&opened);
}

/* Saved once by hand, felt about, or answered for: that day is no longer only a number. */
static void a_day_that_was_touched_stands_alone(void **state)
{
	struct place *place = *state;
	contact_id id = add_named(place, "Ada");
	struct conversation entry;

	for (int i = 0; i < 3; i++)
		add_day(place, id, OCTOBER - 5 - i, "signal", MEDIUM_MESSAGE, "");
	struct vector rows = read_all(place, id, NULL);
	assert_int_equal(rows.count, 1);
	const struct log_row *row = vector_at(&rows, 0);
	assert_int_equal(row->fold.days, 3);
	assert_ok(
		place, conversation_load(place->store, row->conversation.id, &entry, &place->err));
	rows_fini(&rows);
	entry.feeling = 1;
	assert_ok(place, conversation_update(place->store, &entry, &place->err));
	conversation_fini(&entry);
	rows = read_all(place, id, NULL);
	assert_int_equal(rows.count, 2);
	row = vector_at(&rows, 0);
	assert_false(row->is_fold);
	row = vector_at(&rows, 1);
	assert_int_equal(row->fold.days, 2);
	rows_fini(&rows);
}

/* The silence before a month stands below all that belongs to it. */
static void a_silence_stands_below_the_month_it_came_before(void **state)
{
	struct place *place = *state;
	contact_id id = add_named(place, "Ada");

	for (int i = 0; i < 12; i++)
		add_day(place, id, OCTOBER - 400 - i, "signal", MEDIUM_MESSAGE, "");
	add_day(place, id, OCTOBER - 7, "signal", MEDIUM_MESSAGE, "");
	add_day(place, id, OCTOBER - 9, "mail", MEDIUM_EMAIL, "by hand");
	add_day(place, id, OCTOBER - 11, "signal", MEDIUM_MESSAGE, "");
	struct vector rows = read_all(place, id, NULL);
	assert_int_equal(rows.count, 3);
	const struct log_row *fold = vector_at(&rows, 0), *mail = vector_at(&rows, 1);
	assert_true(fold->is_fold);
	assert_int_equal(fold->gap_days, 0);
	assert_int_equal(mail->gap_days, 389);
	assert_true(mail->is_resurfaced);
	rows_fini(&rows);
}

static void a_fold_is_deleted_and_comes_back_whole(void **state)
{
	struct place *place = *state;
	contact_id id = fill(place), other = add_named(place, "Bea");
	add_day_of_two(place, id, other, OCTOBER - 4, "whatsapp", MEDIUM_MESSAGE, "");
	struct vector rows = read_all(place, id, NULL);
	const size_t count = rows.count;
	const struct log_row *row;
	struct log_fold fold = { 0 };
	struct log_fold_deleted deleted;

	VECTOR_EACH (row, &rows)
		if (row->is_fold && row->fold.days == 30)
			fold = row->fold;
	rows_fini(&rows);
	assert_ok(place, log_fold_delete(place->store, id, &fold, "Ada", &deleted, &place->err));
	assert_int_equal(deleted.entries, 31);
	assert_int_equal(deleted.shared, 1);
	assert_int_equal(log_fold_delete(place->store, id, &fold, "Ada", &deleted, &place->err),
		STATUS_NOT_FOUND);
	rows = read_all(place, id, NULL);
	assert_int_equal(rows.count, count - 1);
	rows_fini(&rows);
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	rows = read_all(place, id, NULL);
	assert_int_equal(rows.count, count);
	rows_fini(&rows);
}

/* Below each row as much is counted as the rows below it hold, whichever was asked for before. */
static void assert_below(struct place *place, contact_id id, const struct log_view *view, bool down)
{
	struct vector all = VECTOR_INIT(struct log_row);
	struct log_length length = LOG_LENGTH_UNKNOWN;

	assert_ok(place,
		log_page_viewed(place->store, id, view, NULL, true, 1000, &all, &place->err));
	assert_true(all.count > 5);
	for (size_t i = 0; i < all.count; i++) {
		size_t at = down ? i : all.count - 1 - i;
		const struct log_place from = log_place_of(vector_at(&all, at));
		int64_t below = -1, expected = 0;
		for (size_t j = at + 1; j < all.count; j++)
			expected += (int64_t)log_row_entries(vector_at(&all, j));
		assert_ok(place, log_page_below(place->store, id, view, &from, &length, &below,
					 &place->err));
		assert_int_equal(below, expected);
	}
	rows_fini(&all);
}

static void what_is_below_a_row_is_counted_as_its_log_is_viewed(void **state)
{
	struct place *place = *state;
	contact_id id = fill(place);
	struct vector opened = VECTOR_INIT(struct log_fold), rows = read_all(place, id, NULL);
	const struct log_row *row;
	struct log_view view = { 0 };
	struct limit limit;

	VECTOR_EACH (row, &rows)
		if (row->is_fold && !opened.count)
			vector_push(&opened, &row->fold);
	for (int down = 0; down < 2; down++) {
		assert_below(place, id, &view, down);
		view.is_folded = true;
		assert_below(place, id, &view, down);
		view.opened = &opened;
		assert_below(place, id, &view, down);
		view.opened = NULL;
	}
	assert_ok(place, limit_parse(place->store, "by hand", &limit, &place->err));
	view.limit = &limit;
	assert_below(place, id, &view, true);
	limit_fini(&limit);
	rows_fini(&rows);
	vector_fini(&opened);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(days_without_words_are_one_row_a_month_and_channel,
			place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(
			pages_of_any_size_come_to_the_same, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(
			a_day_that_was_touched_stands_alone, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(what_is_below_a_row_is_counted_as_its_log_is_viewed,
			place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(a_silence_stands_below_the_month_it_came_before,
			place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(
			a_fold_is_deleted_and_comes_back_whole, place_setup, place_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
