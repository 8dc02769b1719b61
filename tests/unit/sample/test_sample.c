/* Tests of the sample: that there is something of everything to look around in.
 * Not here: what the reasons mean (tests/unit/people). */
#include "../unit.h"
#include "sample/sample.h"

#include "../locale.h"

#include "filo/base/memory.h"
#include "filo/people/absence.h"
#include "filo/people/contact_state.h"
#include "filo/people/followup.h"
#include "filo/store/absences.h"
#include "filo/store/circles.h"
#include "filo/store/contact_list.h"
#include "filo/store/contact_resolve.h"
#include "filo/store/contacts.h"
#include "filo/store/conversations.h"
#include "filo/store/events.h"
#include "filo/store/followups.h"
#include "filo/store/log_page.h"
#include "filo/store/queue.h"
#include "filo/store/store.h"
#include "filo/store/undo.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

struct book {
	struct store *store;
	struct error err;
};

static void open_book(struct book *book, struct civil_date today)
{
	if (store_open(&book->store, ":memory:", date_to_day(today), &book->err) != STATUS_OK ||
		demo_fill(book->store, &book->err) != STATUS_OK)
		fail_msg("%s", book->err.message);
}

static int setup(void **state)
{
	struct book *book = calloc(1, sizeof *book);

	open_book(book, (struct civil_date){ 2026, 11, 23 });
	*state = book;
	return 0;
}

static int teardown(void **state)
{
	struct book *book = *state;

	store_close(book->store);
	free(book);
	return 0;
}

static void build(struct book *book, struct queue *queue, bool all, bool quiet_ties)
{
	struct queue_request request = {
		.on = store_today(book->store), .all = all, .quiet_ties = quiet_ties
	};

	assert_int_equal(queue_build(book->store, &request, queue, &book->err), STATUS_OK);
}

static contact_id find(struct book *book, const char *name)
{
	contact_id id;

	if (contact_resolve(book->store, name, &id, &book->err) != STATUS_OK)
		fail_msg("%s", book->err.message);
	return id;
}

static void load(struct book *book, const char *name, struct contact *contact)
{
	assert_int_equal(
		contact_load(book->store, find(book, name), contact, &book->err), STATUS_OK);
}

static enum contact_state state_of(struct book *book, const char *name)
{
	day_number until;

	return contact_state_today(book->store, find(book, name), &until);
}

/* What the log holds, counted. */
struct sample_tally {
	int entries, wordless, with_feeling, given, received, awaiting, together, with_mention;
	int precision[PRECISION_YEAR + 1];
	int media[MEDIA];
	int directions[DIRECTIONS];
	day_number latest;
};

static enum status count_entry(
	void *context, const struct conversation *conversation, struct error *err)
{
	struct sample_tally *tally = context;
	const struct participant *participant;
	int present = 0, mentioned = 0;

	(void)err;
	VECTOR_EACH (participant, &conversation->participants) {
		present += !participant->is_mention;
		mentioned += participant->is_mention;
	}
	tally->entries++;
	tally->wordless += !*conversation->summary;
	tally->with_feeling += conversation->feeling != FEELING_NONE;
	tally->given += conversation->exchanges.given != 0;
	tally->received += conversation->exchanges.received != 0;
	tally->awaiting += conversation->awaits_reply;
	tally->together += present > 1;
	tally->with_mention += mentioned > 0;
	tally->precision[conversation->precision]++;
	tally->media[conversation->medium]++;
	tally->directions[conversation->direction]++;
	if (conversation->day > tally->latest)
		tally->latest = conversation->day;
	return STATUS_OK;
}

static struct sample_tally tally_of(struct book *book)
{
	struct sample_tally tally = { .latest = DAY_NONE };

	assert_int_equal(
		conversation_walk(book->store, count_entry, &tally, &book->err), STATUS_OK);
	return tally;
}

static void thirty_people_can_be_met(void **state)
{
	struct contact_filter all = { .with_archived = true };

	assert_int_equal(contact_count(((struct book *)*state)->store, &all), 30);
}

static void every_reason_to_be_in_touch_is_there(void **state)
{
	int people[DUE_NONE] = { 0 };
	struct queue queue;
	struct queue_row *row;

	build(*state, &queue, false, false);
	VECTOR_EACH (row, &queue.rows)
		people[row->due.reason]++;
	for (enum due_reason reason = DUE_DATE; reason < DUE_NONE; reason++) {
		if (!people[reason])
			fail_msg("nobody is due for \"%s\"", due_reason_name(reason));
	}
	queue_fini(&queue);
}

static void a_day_is_not_a_wall_of_people(void **state)
{
	struct queue queue;

	build(*state, &queue, false, false);
	assert_in_range(due_today(&queue.counts), 6, 12);
	assert_in_range(queue.counts.pinned, 2, 5);
	queue_fini(&queue);
}

static void some_ties_are_quiet_and_not_due(void **state)
{
	struct queue queue;
	struct queue_row *row;

	build(*state, &queue, false, true);
	assert_in_range(queue.rows.count, 2, 5);
	VECTOR_EACH (row, &queue.rows)
		assert_int_equal(row->due.reason, DUE_NONE);
	queue_fini(&queue);
}

static void rests_snoozes_and_partings_are_there(void **state)
{
	assert_int_equal(state_of(*state, "Jonas"), STATE_RESTING);
	assert_int_equal(state_of(*state, "Hannah"), STATE_SNOOZED);
	assert_int_equal(state_of(*state, "Rafael"), STATE_ARCHIVED);
}

static void who_rested_has_resurfaced(void **state)
{
	struct book *book = *state;
	struct vector rows = VECTOR_INIT(struct log_row);
	struct log_row *row;
	int resurfaced = 0;

	assert_int_equal(state_of(book, "Søren"), STATE_ACTIVE);
	assert_int_equal(
		log_page(book->store, find(book, "Søren"), NULL, true, 20, &rows, &book->err),
		STATUS_OK);
	VECTOR_EACH (row, &rows) {
		resurfaced += row->is_resurfaced;
		log_row_fini(row);
	}
	vector_fini(&rows);
	/* After the rest, and after years of which only a season is known. */
	assert_int_equal(resurfaced, 2);
}

static void the_log_has_something_of_everything(void **state)
{
	struct sample_tally tally = tally_of(*state);

	assert_in_range(tally.entries, 550, 700);
	assert_in_range(tally.wordless, 20, tally.entries / 5);
	assert_true(tally.with_feeling > 100);
	assert_true(tally.given > 20);
	assert_true(tally.received > 20);
	assert_true(tally.awaiting >= 2);
	assert_true(tally.together >= 8);
	assert_true(tally.with_mention >= 8);
	for (int precision = PRECISION_TIME; precision <= PRECISION_YEAR; precision++)
		assert_true(tally.precision[precision] > 0);
	for (int medium = MEDIUM_CALL; medium <= MEDIUM_LETTER; medium++)
		assert_true(tally.media[medium] > 0);
	for (int direction = OPENED_BY_ME; direction < DIRECTIONS; direction++)
		assert_true(tally.directions[direction] > 0);
}

static void nothing_is_said_to_have_happened_after_today(void **state)
{
	struct book *book = *state;

	assert_true(tally_of(book).latest <= store_today(book->store));
}

static void follow_ups_of_every_kind_are_open_and_done(void **state)
{
	struct book *book = *state;
	int kinds[FOLLOWUP_KINDS] = { 0 }, done = 0, dated = 0;
	struct vector followups = VECTOR_INIT(struct followup);
	struct followup *followup;

	assert_int_equal(followup_list(book->store, 0, true, &followups, &book->err), STATUS_OK);
	VECTOR_EACH (followup, &followups) {
		kinds[followup->kind]++;
		done += followup->done_on != DAY_NONE;
		dated += followup->due != DAY_NONE;
		followup_fini(followup);
	}
	for (int kind = 0; kind < FOLLOWUP_KINDS; kind++)
		assert_true(kinds[kind] > 0);
	assert_true(done > 0 && dated > 0 && dated < (int)followups.count);
	vector_fini(&followups);
}

static void birthdays_without_a_year_and_on_29_february_are_there(void **state)
{
	struct contact contact;

	load(*state, "Carmela", &contact);
	struct civil_date born = ((struct yearly_date *)vector_at(&contact.dates, 0))->date;
	assert_int_equal(born.month * 100 + born.day, 229);
	contact_fini(&contact);
	load(*state, "Rain", &contact);
	assert_int_equal(((struct yearly_date *)vector_at(&contact.dates, 0))->date.year, 0);
	contact_fini(&contact);
}

static void who_introduced_whom_is_known(void **state)
{
	struct contact contact;

	load(*state, "Aoife", &contact);
	struct relation *relation = vector_at(&contact.relations, 0);
	assert_int_equal(relation->kind, RELATION_INTRODUCED_BY);
	assert_string_equal(relation->name, "Marco Bellandi");
	assert_true(contact.met_on != DAY_NONE);
	contact_fini(&contact);
}

static void absences_of_the_user_and_of_somebody_are_there(void **state)
{
	struct book *book = *state;
	int own = 0, others = 0;
	struct vector absences = VECTOR_INIT(struct absence);
	struct absence *absence;

	assert_int_equal(absence_list(book->store, &absences, &book->err), STATUS_OK);
	VECTOR_EACH (absence, &absences) {
		own += absence->contact == 0;
		others += absence->contact != 0;
		absence_fini(absence);
	}
	vector_fini(&absences);
	assert_true(own > 0 && others > 0);
}

static void undo_takes_back_what_was_done_in_it_and_not_the_sample(void **state)
{
	struct book *book = *state;
	char *label = NULL;

	assert_int_equal(contact_delete(book->store, find(book, "Giulia"), &book->err), STATUS_OK);
	assert_int_equal(undo_last(book->store, &label, &book->err), STATUS_OK);
	assert_string_equal(label, "delete Giulia Rossi");
	free(label);
	assert_int_equal(undo_last(book->store, &label, &book->err), STATUS_NOT_FOUND);
	thirty_people_can_be_met(state);
}

static void speak(const char *language)
{
	setenv("LANGUAGE", language, 1);
	setlocale(LC_MESSAGES, "C.UTF-8");
	bind_built_locale();
	bind_textdomain_codeset("filo", "UTF-8");
	textdomain("filo");
}

static void add_text(struct vector *texts, const char *text)
{
	char *copy = memory_copy_string(text ? text : "");

	vector_push(texts, &copy);
}

static enum status add_entry_texts(
	void *context, const struct conversation *conversation, struct error *err)
{
	(void)err;
	add_text(context, conversation->summary);
	add_text(context, conversation->body);
	return STATUS_OK;
}

static void add_contact_texts(struct book *book, contact_id id, struct vector *texts)
{
	struct contact contact;
	char **tag;
	struct channel *channel;

	assert_int_equal(contact_load(book->store, id, &contact, &book->err), STATUS_OK);
	add_text(texts, contact.title);
	add_text(texts, contact.note);
	add_text(texts, contact.met);
	VECTOR_EACH (tag, &contact.tags)
		add_text(texts, *tag);
	VECTOR_EACH (channel, &contact.channels)
		add_text(texts, channel->label);
	contact_fini(&contact);
}

/* Everything that is said in a book of that language, in the same order for each. */
static struct vector texts_in(const char *language)
{
	struct book book;
	struct vector texts = VECTOR_INIT(char *), items = VECTOR_INIT(struct followup);
	struct vector circles = VECTOR_INIT(struct circle);
	struct followup *followup;
	struct circle *circle;

	speak(language);
	open_book(&book, (struct civil_date){ 2026, 11, 23 });
	assert_int_equal(
		conversation_walk(book.store, add_entry_texts, &texts, &book.err), STATUS_OK);
	for (contact_id id = 1; id <= 30; id++)
		add_contact_texts(&book, id, &texts);
	assert_int_equal(followup_list(book.store, 0, true, &items, &book.err), STATUS_OK);
	VECTOR_EACH (followup, &items) {
		add_text(&texts, followup->text);
		followup_fini(followup);
	}
	assert_int_equal(circle_list(book.store, &circles, &book.err), STATUS_OK);
	VECTOR_EACH (circle, &circles) {
		add_text(&texts, circle->name);
		circle_fini(circle);
	}
	vector_fini(&circles);
	vector_fini(&items);
	store_close(book.store);
	return texts;
}

static bool is_among(const char *text, const struct vector *texts)
{
	char **other;

	VECTOR_EACH (other, texts)
		if (!strcmp(*other, text))
			return true;
	return false;
}

static void to_an_italian_everything_is_said_in_italian(void **state)
{
	/* What friends say in their own language, and words that are the same. */
	static const char *const same[] = { "",
		"La telefonata della domenica: l'orto, i vicini, il gatto.",
		"Dice che il cane mi saluta.", "« Le renard approuve. »",
		"Disse que o mar está bravo, e que escreve amanhã.", "Ein Foto vom neuen Balkon.",
		"radio", "online" };
	struct vector stays = VECTOR_INIT(char *);
	struct vector english = texts_in("en"), italian = texts_in("it");
	char **text;

	speak("en");
	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		add_text(&stays, same[i]);
	assert_int_equal(english.count, italian.count);
	VECTOR_EACH (text, &english)
		if (!is_among(*text, &stays) && is_among(*text, &italian))
			fail_msg("not in Italian: %s", *text);
	vector_fini_strings(&stays);
	vector_fini_strings(&english);
	vector_fini_strings(&italian);
}

static void every_day_of_the_year_gives_a_whole_sample(void **state)
{
	static const struct civil_date days[] = { { 2028, 2, 29 }, { 2027, 3, 1 }, { 2026, 12, 31 },
		{ 2028, 2, 27 }, { 2027, 1, 1 } };

	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		struct book book;
		void *its_state = &book;
		open_book(&book, days[i]);
		thirty_people_can_be_met(&its_state);
		every_reason_to_be_in_touch_is_there(&its_state);
		some_ties_are_quiet_and_not_due(&its_state);
		store_close(book.store);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(thirty_people_can_be_met),
		cmocka_unit_test(every_reason_to_be_in_touch_is_there),
		cmocka_unit_test(a_day_is_not_a_wall_of_people),
		cmocka_unit_test(some_ties_are_quiet_and_not_due),
		cmocka_unit_test(rests_snoozes_and_partings_are_there),
		cmocka_unit_test(who_rested_has_resurfaced),
		cmocka_unit_test(the_log_has_something_of_everything),
		cmocka_unit_test(nothing_is_said_to_have_happened_after_today),
		cmocka_unit_test(follow_ups_of_every_kind_are_open_and_done),
		cmocka_unit_test(birthdays_without_a_year_and_on_29_february_are_there),
		cmocka_unit_test(who_introduced_whom_is_known),
		cmocka_unit_test(absences_of_the_user_and_of_somebody_are_there),
		cmocka_unit_test_setup_teardown(
			undo_takes_back_what_was_done_in_it_and_not_the_sample, setup, teardown),
		cmocka_unit_test(to_an_italian_everything_is_said_in_italian),
		cmocka_unit_test(every_day_of_the_year_gives_a_whole_sample),
	};

	return cmocka_run_group_tests_name("sample", tests, setup, teardown);
}
