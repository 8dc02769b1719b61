/* Saved views follow the circles and tags they name. Not here: what a limit means (test_limit.c).
 */
#include "place.h"

#include "filo/store/circles.h"
#include "filo/store/contacts.h"
#include "filo/store/saved_views.h"
#include "filo/store/settings.h"
#include "filo/store/undo.h"

static void save(struct place *place, const char *name, const char *typed)
{
	struct saved_view view = { .name = memory_copy_string(name),
		.pane = memory_copy_string("contacts"),
		.typed = memory_copy_string(typed) };

	assert_ok(place, saved_view_save(place->store, &view, &place->err));
	saved_view_fini(&view);
}

static void is_typed(struct place *place, const char *name, const char *typed)
{
	struct saved_view view;
	struct limit limit;

	assert_ok(place, saved_view_load(place->store, name, &view, &place->err));
	assert_string_equal(view.typed, typed);
	assert_ok(place, saved_view_limit(place->store, &view, &limit, &place->err));
	limit_fini(&limit);
	saved_view_fini(&view);
}

static void is_gone(struct place *place, const char *name, const char *said)
{
	struct saved_view view;
	struct limit limit;

	assert_ok(place, saved_view_load(place->store, name, &view, &place->err));
	assert_int_equal(
		saved_view_limit(place->store, &view, &limit, &place->err), STATUS_INVALID);
	assert_non_null(strstr(place->err.message, said));
	assert_false(limit_is_set(&limit));
	limit_fini(&limit);
	saved_view_fini(&view);
}

static void rename_circle(struct place *place, const char *from, const char *to)
{
	struct circle circle;

	assert_ok(place, circle_load(place->store, circle_by_name(place->store, from), &circle,
				 &place->err));
	memory_replace_string(&circle.name, to);
	assert_ok(place, circle_save(place->store, &circle, &place->err));
	circle_fini(&circle);
}

static void a_renamed_circle_is_followed_there_and_back(void **state)
{
	struct place *place = *state;

	save(place, "near", "~c clos ~s >60");
	save(place, "not near", "ada !~c close");
	save(place, "friends", "~c friends");
	rename_circle(place, "Close", "The nearest");
	is_typed(place, "near", "~c \"The nearest\" ~s >60");
	is_typed(place, "not near", "ada ~c !\"The nearest\"");
	/* Its old name is another's now, and so is that one's. */
	rename_circle(place, "Friends", "Close");
	is_typed(place, "near", "~c \"The nearest\" ~s >60");
	is_typed(place, "friends", "~c Close");
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	is_typed(place, "near", "~c Close ~s >60");
	is_typed(place, "friends", "~c friends");
}

/* Just so, else by its digit, else in another spelling, where one only has it. */
static void a_view_is_named_in_any_spelling(void **state)
{
	struct place *place = *state;
	struct saved_view view;

	save(place, "Cœur d’or", "ana");
	save(place, "Coro", "ben");
	save(place, "coro", "cleo");
	is_typed(place, "COEUR D'OR", "ana");
	is_typed(place, "coro", "cleo");
	is_typed(place, "5", "ben");
	assert_ok(place, saved_view_load(place->store, "CORO", &view, &place->err));
	assert_null(view.name);
}

static void a_view_kept_by_names_alone_is_followed_too(void **state)
{
	struct place *place = *state;

	assert_ok(place, setting_set(place->store, "view.4", "near\ncontacts\nname\n~c close\n",
				 &place->err));
	rename_circle(place, "Close", "Nearest");
	is_typed(place, "near", "~c Nearest");
}

static void a_deleted_circle_is_told_until_it_is_there_again(void **state)
{
	struct place *place = *state;
	struct circle another = { .name = memory_copy_string("Closest") };

	save(place, "near", "~c clos");
	assert_ok(place,
		circle_delete(place->store, circle_by_name(place->store, "Close"), &place->err));
	is_gone(place, "near", "\"Close\" is no longer there");
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	is_typed(place, "near", "~c Close");
	assert_ok(place,
		circle_delete(place->store, circle_by_name(place->store, "Close"), &place->err));
	/* One that only begins as was typed is not meant, one of that name is. */
	assert_ok(place, circle_save(place->store, &another, &place->err));
	is_gone(place, "near", "\"Close\" is no longer there");
	rename_circle(place, "Closest", "Close");
	is_typed(place, "near", "~c Close");
	circle_fini(&another);
}

static void set_tag(struct place *place, contact_id id, const char *tag, bool has)
{
	struct contact contact;

	assert_ok(place, contact_load(place->store, id, &contact, &place->err));
	if (has)
		contact_add_tag(&contact, tag);
	else
		contact_remove_tag(&contact, tag);
	assert_ok(place, contact_update(place->store, &contact, &place->err));
	contact_fini(&contact);
}

static void a_tag_that_nobody_has_any_more_is_told(void **state)
{
	struct place *place = *state;
	contact_id ada = add_named(place, "Ada Prova");

	set_tag(place, ada, "choir", true);
	save(place, "singers", "~t cho");
	is_typed(place, "singers", "~t choir");
	set_tag(place, ada, "choir", false);
	set_tag(place, ada, "chopin", true);
	is_gone(place, "singers", "the tag \"choir\" any more");
	set_tag(place, ada, "CHOIR", true);
	is_typed(place, "singers", "~t choir");
}

static void somebody_who_is_gone_is_told_by_name(void **state)
{
	struct place *place = *state;
	contact_id ada = add_named(place, "Ada Prova");

	save(place, "she", "#1");
	is_typed(place, "she", "#1");
	assert_ok(place, contact_delete(place->store, ada, &place->err));
	is_gone(place, "she", "Ada Prova is no longer in your contacts; undo");
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	is_typed(place, "she", "#1");
}

/* Who is not what is gone is everybody. */
static void what_is_gone_leaves_everybody_who_is_not_that(void **state)
{
	struct place *place = *state;
	contact_id ada = add_named(place, "Ada Prova");

	set_tag(place, ada, "gym", true);
	save(place, "others", "!~t gym !#1 !~c close");
	set_tag(place, ada, "gym", false);
	assert_ok(place, contact_delete(place->store, ada, &place->err));
	assert_ok(place,
		circle_delete(place->store, circle_by_name(place->store, "Close"), &place->err));
	is_typed(place, "others", "!~t gym !#1 !~c close");
}

static void a_limit_in_force_is_followed(void **state)
{
	struct place *place = *state;
	struct strbuf said = STRBUF_INIT;
	struct limit limit;

	assert_ok(place, limit_parse(place->store, "ada ~c close", &limit, &place->err));
	assert_false(limit_follow(place->store, &limit));
	rename_circle(place, "Close", "Nearest");
	assert_true(limit_follow(place->store, &limit));
	limit_describe(&limit, false, &said);
	assert_string_equal(said.data, "ada, Nearest");
	assert_string_equal(limit.typed, "ada ~c Nearest");
	assert_ok(place, limit_check_named(place->store, &limit, &place->err));
	assert_ok(place,
		circle_delete(place->store, circle_by_name(place->store, "Nearest"), &place->err));
	assert_int_equal(limit_check_named(place->store, &limit, &place->err), STATUS_INVALID);
	strbuf_fini(&said);
	limit_fini(&limit);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_renamed_circle_is_followed_there_and_back, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(
			a_view_is_named_in_any_spelling, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(
			a_view_kept_by_names_alone_is_followed_too, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(a_deleted_circle_is_told_until_it_is_there_again,
			place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(
			a_tag_that_nobody_has_any_more_is_told, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(
			somebody_who_is_gone_is_told_by_name, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(
			what_is_gone_leaves_everybody_who_is_not_that, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(
			a_limit_in_force_is_followed, place_setup, place_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
