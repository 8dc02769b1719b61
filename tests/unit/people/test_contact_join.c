/* What two records become when they are made one. Not here: moving their logs
 * (store/contacts/contact_merge.c). */
#include "../unit.h"
#include "filo/base/memory.h"
#include "filo/people/contact_join.h"

#include <stdlib.h>

struct pair {
	struct contact first, second, joined;
	enum contact_join_side sides[CONTACT_FIELDS];
};

static int setup(void **state)
{
	struct pair *pair = memory_new(sizeof *pair);

	contact_init(&pair->first);
	contact_init(&pair->second);
	contact_init(&pair->joined);
	pair->first.id = 1;
	pair->second.id = 2;
	pair->first.name = memory_copy_string("Anna Prova");
	pair->second.name = memory_copy_string("A. Prova");
	*state = pair;
	return 0;
}

static int teardown(void **state)
{
	struct pair *pair = *state;

	contact_fini(&pair->first);
	contact_fini(&pair->second);
	contact_fini(&pair->joined);
	free(pair);
	return 0;
}

/* What the view begins with; a test may then choose otherwise. */
static void propose(struct pair *pair)
{
	CONTACT_FIELD_EACH (field)
		pair->sides[field] = contact_join_proposed(field, &pair->first, &pair->second);
}

static void join(struct pair *pair)
{
	contact_fini(&pair->joined);
	contact_join(&pair->joined, &pair->first, &pair->second, pair->sides);
}

static void the_first_keeps_its_identity_and_name(void **state)
{
	struct pair *pair = *state;

	propose(pair);
	join(pair);
	assert_int_equal(pair->joined.id, 1);
	assert_string_equal(pair->joined.name, "Anna Prova");
}

static void what_only_the_second_says_is_taken(void **state)
{
	struct pair *pair = *state;

	pair->second.organization = memory_copy_string("Bakery");
	pair->second.met_on = date_to_day((struct civil_date){ 2020, 3, 1 });
	pair->second.circle = 7;
	pair->second.cadence_days = 30;
	propose(pair);
	join(pair);
	assert_string_equal(pair->joined.organization, "Bakery");
	assert_int_equal(pair->joined.met_on, pair->second.met_on);
	assert_int_equal(pair->joined.circle, 7);
	assert_int_equal(pair->joined.cadence_days, 30);
}

static void a_chosen_name_brings_its_parts(void **state)
{
	struct pair *pair = *state;

	pair->first.given = memory_copy_string("Anna");
	pair->second.prefix = memory_copy_string("Dr.");
	propose(pair);
	pair->sides[CONTACT_NAME] = MERGE_SECOND;
	join(pair);
	assert_string_equal(pair->joined.name, "A. Prova");
	assert_string_equal(pair->joined.prefix, "Dr.");
	assert_null(pair->joined.given);
}

static void two_notes_are_both_kept(void **state)
{
	struct pair *pair = *state;

	pair->first.note = memory_copy_string("likes sailing");
	pair->second.note = memory_copy_string("moves in spring");
	propose(pair);
	join(pair);
	assert_string_equal(pair->joined.note, "likes sailing\n\nmoves in spring");
}

/* Not what only stands within it somewhere, and nothing that was joined. */
static void what_was_left_is_told(void **state)
{
	struct pair *pair = *state;
	struct contact left;

	pair->first.nickname = memory_copy_string("Annie");
	pair->second.nickname = memory_copy_string("Ann");
	pair->first.met = memory_copy_string("at choir in 2019");
	pair->second.met = memory_copy_string("choir");
	pair->first.note = memory_copy_string("likes sailing\nhas a cat");
	pair->second.note = memory_copy_string("has a cat");
	pair->first.circle = 1;
	pair->second.circle = 2;
	contact_add_date(&pair->first, YEARLY_BIRTHDAY, (struct civil_date){ 1984, 5, 12 }, NULL);
	contact_add_date(&pair->second, YEARLY_BIRTHDAY, (struct civil_date){ 0, 5, 12 }, NULL);
	contact_add_tag(&pair->first, "b");
	contact_add_tag(&pair->second, "a");
	propose(pair);
	join(pair);
	contact_join_left(&left, &pair->second, &pair->joined);
	assert_string_equal(left.name, "A. Prova");
	assert_string_equal(left.nickname, "Ann");
	assert_string_equal(left.met, "choir");
	assert_null(left.note);
	assert_int_equal(left.circle, 2);
	assert_int_equal(left.dates.count + left.tags.count, 0);
	contact_fini(&left);
}

static void a_note_within_the_other_is_not_repeated(void **state)
{
	struct pair *pair = *state;

	pair->first.note = memory_copy_string("sailing");
	pair->second.note = memory_copy_string("likes sailing");
	propose(pair);
	join(pair);
	assert_string_equal(pair->joined.note, "likes sailing");
}

static void nobody_is_born_twice(void **state)
{
	struct pair *pair = *state;
	const struct yearly_date *date;

	contact_add_date(&pair->first, YEARLY_BIRTHDAY, (struct civil_date){ 0, 5, 12 }, NULL);
	contact_add_date(&pair->second, YEARLY_BIRTHDAY, (struct civil_date){ 1984, 5, 12 }, NULL);
	propose(pair);
	join(pair);
	assert_int_equal(pair->joined.dates.count, 1);
	date = vector_at(&pair->joined.dates, 0);
	assert_int_equal(date->date.year, 1984);
	pair->sides[CONTACT_BIRTHDAY] = MERGE_FIRST;
	join(pair);
	assert_int_equal(pair->joined.dates.count, 1);
	date = vector_at(&pair->joined.dates, 0);
	assert_int_equal(date->date.year, 0);
}

static void nobody_dies_twice(void **state)
{
	struct pair *pair = *state;
	const struct yearly_date *date;

	contact_add_date(&pair->first, YEARLY_DEATH, (struct civil_date){ 2019, 5, 3 }, NULL);
	contact_add_date(&pair->second, YEARLY_DEATH, (struct civil_date){ 2019, 5, 4 }, NULL);
	propose(pair);
	join(pair);
	assert_int_equal(pair->joined.dates.count, 1);
	date = vector_at(&pair->joined.dates, 0);
	assert_int_equal(date->date.day, 3);
	pair->sides[CONTACT_DEATH] = MERGE_SECOND;
	join(pair);
	assert_int_equal(pair->joined.dates.count, 1);
	date = vector_at(&pair->joined.dates, 0);
	assert_int_equal(date->date.day, 4);
}

static void a_date_marked_in_either_is_marked(void **state)
{
	struct pair *pair = *state;
	const struct civil_date day = { 1984, 5, 12 }, other = { 0, 6, 24 };
	const struct yearly_date *date;

	contact_add_date(&pair->first, YEARLY_BIRTHDAY, day, NULL);
	contact_add_date(&pair->second, YEARLY_BIRTHDAY, day, NULL)->is_remembered = true;
	contact_add_date(&pair->first, YEARLY_OTHER, other, "name day");
	contact_add_date(&pair->second, YEARLY_OTHER, other, "name day")->is_remembered = true;
	contact_add_date(&pair->second, YEARLY_OTHER, day, "moved here")->is_remembered = true;
	contact_add_date(&pair->second, YEARLY_DEATH, day, NULL)->is_remembered = true;
	propose(pair);
	join(pair);
	assert_int_equal(pair->joined.dates.count, 4);
	VECTOR_EACH (date, &pair->joined.dates)
		assert_true(date->is_remembered);
}

static void other_days_are_told_apart_by_their_words(void **state)
{
	struct pair *pair = *state;
	const struct civil_date day = { 0, 6, 24 };

	contact_add_date(&pair->first, YEARLY_OTHER, day, "name day");
	contact_add_date(&pair->second, YEARLY_OTHER, day, "moved here");
	contact_add_date(&pair->second, YEARLY_OTHER, day, "name day");
	propose(pair);
	join(pair);
	assert_int_equal(pair->joined.dates.count, 2);
}

static void one_address_written_twice_is_one(void **state)
{
	struct pair *pair = *state;
	const struct channel *channel;

	contact_add_channel(&pair->first, CHANNEL_EMAIL, "anna@example.org", NULL, true);
	contact_add_channel(&pair->second, CHANNEL_EMAIL, "Anna@Example.org", "work", true);
	contact_add_channel(&pair->second, CHANNEL_EMAIL, "anna@example.net", NULL, true);
	propose(pair);
	join(pair);
	assert_int_equal(pair->joined.channels.count, 2);
	channel = vector_at(&pair->joined.channels, 0);
	assert_string_equal(channel->label, "work");
	channel = vector_at(&pair->joined.channels, 1);
	assert_string_equal(channel->value, "anna@example.net");
	assert_false(channel->is_preferred);
}

static void relations_and_tags_come_once(void **state)
{
	struct pair *pair = *state;
	struct relation relation = { .kind = RELATION_FRIEND, .other = 9 };

	vector_push(&pair->first.relations, &relation);
	vector_push(&pair->second.relations, &relation);
	relation.kind = RELATION_PARTNER;
	vector_push(&pair->second.relations, &relation);
	contact_add_tag(&pair->first, "choir");
	contact_add_tag(&pair->second, "choir");
	contact_add_tag(&pair->second, "sailing");
	propose(pair);
	join(pair);
	assert_int_equal(pair->joined.relations.count, 2);
	assert_int_equal(pair->joined.tags.count, 2);
}

#define JOINS(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

static void groups_of_kept_lines_stay_apart(void **state)
{
	static const char *const first[] = { "~item1.ADR:;;Via Roma 1;Pisa;;;",
		"item1.X-ABLabel:Mare", "item2.X-PET:Rex", "item2.X-ABLabel:Dog" };
	static const char *const second[] = { "~ITEM1.ADR:;;Via Po 2;Torino;;;",
		"ITEM1.X-ABLabel:Mare", "item2.X-PET:Rex", "item2.X-ABLabel:Dog", "item3.X-PET:Tom",
		"X-OWN:1" };
	static const char *const added[] = { "~ITEM5.ADR:;;Via Po 2;Torino;;;",
		"ITEM5.X-ABLabel:Mare", "item3.X-PET:Tom", "X-OWN:1" };
	struct pair *pair = *state;

	for (size_t i = 0; i < 4; i++)
		contact_add_kept(&pair->first, first[i]);
	for (size_t i = 0; i < 6; i++)
		contact_add_kept(&pair->second, second[i]);
	propose(pair);
	join(pair);
	assert_int_equal(pair->joined.kept.count, 8);
	for (size_t i = 0; i < 8; i++)
		assert_string_equal(
			((struct kept_property *)vector_at(&pair->joined.kept, i))->line,
			i < 4 ? first[i] : added[i - 4]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		JOINS(the_first_keeps_its_identity_and_name),
		JOINS(what_only_the_second_says_is_taken),
		JOINS(a_chosen_name_brings_its_parts),
		JOINS(two_notes_are_both_kept),
		JOINS(groups_of_kept_lines_stay_apart),
		JOINS(what_was_left_is_told),
		JOINS(a_note_within_the_other_is_not_repeated),
		JOINS(nobody_is_born_twice),
		JOINS(nobody_dies_twice),
		JOINS(a_date_marked_in_either_is_marked),
		JOINS(other_days_are_told_apart_by_their_words),
		JOINS(one_address_written_twice_is_one),
		JOINS(relations_and_tags_come_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
