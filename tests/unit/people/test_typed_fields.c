/* Channels and dates of a contact as text and back. Not here: the form around them. */
#include "../unit.h"
#include "filo/people/words/typed_fields.h"

#include <string.h>

static day_number today(void)
{
	return date_to_day((struct civil_date){ 2026, 11, 23 });
}

static void assert_channel(
	const struct contact *contact, size_t index, const char *value, const char *label)
{
	const struct channel *channel = vector_at(&contact->channels, index);

	assert_string_equal(channel->value, value);
	if (label)
		assert_string_equal(channel->label, label);
	else
		assert_null(channel->label);
}

static void channels_keep_their_labels(void **state)
{
	struct contact contact;
	struct strbuf text = STRBUF_INIT;

	contact_init(&contact);
	channels_read(&contact, CHANNEL_EMAIL, "zoe@work.example (work), zoe@example.org,");
	assert_int_equal(contact.channels.count, 2);
	assert_channel(&contact, 0, "zoe@work.example", "work");
	assert_channel(&contact, 1, "zoe@example.org", NULL);
	channels_write(&text, &contact, CHANNEL_EMAIL);
	assert_string_equal(text.data, "zoe@work.example (work), zoe@example.org");
	strbuf_fini(&text);
	contact_fini(&contact);
}

static void one_kind_is_read_and_the_others_stay(void **state)
{
	struct contact contact;

	contact_init(&contact);
	contact_add_channel(&contact, CHANNEL_PHONE, "+39 02 123", "home", true);
	contact_add_channel(&contact, CHANNEL_EMAIL, "old@example.org", NULL, true);
	channels_read(&contact, CHANNEL_EMAIL, "new@example.org");
	assert_int_equal(contact.channels.count, 2);
	assert_channel(&contact, 0, "+39 02 123", "home");
	assert_channel(&contact, 1, "new@example.org", NULL);
	channels_read(&contact, CHANNEL_EMAIL, "");
	assert_int_equal(contact.channels.count, 1);
	contact_fini(&contact);
}

static void the_preferred_address_stays_preferred(void **state)
{
	struct contact contact;

	contact_init(&contact);
	contact_add_channel(&contact, CHANNEL_EMAIL, "first@example.org", NULL, false);
	contact_add_channel(&contact, CHANNEL_EMAIL, "liked@example.org", NULL, true);
	channels_read(&contact, CHANNEL_EMAIL, "third@example.org, liked@example.org (home)");
	assert_string_equal(contact_channel(&contact, CHANNEL_EMAIL)->value, "liked@example.org");
	contact_fini(&contact);
}

static void what_was_not_touched_is_not_read_anew(void **state)
{
	struct contact contact;
	struct strbuf text = STRBUF_INIT;

	contact_init(&contact);
	contact_add_channel(&contact, CHANNEL_PROFILE, "one, two (three)", NULL, false);
	channels_write(&text, &contact, CHANNEL_PROFILE);
	channels_read(&contact, CHANNEL_PROFILE, text.data);
	assert_int_equal(contact.channels.count, 1);
	assert_channel(&contact, 0, "one, two (three)", NULL);
	strbuf_fini(&text);
	contact_fini(&contact);
}

static void addresses_of_several_lines_stand_apart_by_a_blank_one(void **state)
{
	struct contact contact;

	contact_init(&contact);
	channels_read(&contact, CHANNEL_ADDRESS,
		"Via Lunga 1\nMilano (home)\n\nQuay 2\nCork\n \t\n\n1 Rue \n F");
	assert_int_equal(contact.channels.count, 3);
	assert_channel(&contact, 0, "Via Lunga 1\nMilano", "home");
	assert_channel(&contact, 1, "Quay 2\nCork", NULL);
	assert_channel(&contact, 2, "1 Rue \n F", NULL);
	contact_fini(&contact);
}

static void assert_yearly(const char *text, int year, int month, int day)
{
	struct civil_date date = { -1, -1, -1 };
	struct error err;

	assert_int_equal(yearly_read(text, today(), &date, &err), STATUS_OK);
	assert_int_equal(date.year, year);
	assert_int_equal(date.month, month);
	assert_int_equal(date.day, day);
}

static void a_birthday_is_known_as_far_as_it_was_said(void **state)
{
	assert_yearly("12 may 1984", 1984, 5, 12);
	assert_yearly("12 may", 0, 5, 12);
	assert_yearly("24 dec", 0, 12, 24);
	assert_yearly("29 feb", 0, 2, 29);
	assert_yearly("29 feb 2024", 2024, 2, 29);
	assert_yearly("may", 0, 5, 0);
	assert_yearly("only May", 0, 5, 0);
	assert_yearly("12 May '84", 1984, 5, 12);
	assert_yearly("may 1984", 1984, 5, 0);
	assert_yearly("1984", 1984, 0, 0);
}

static void a_birthday_to_come_or_that_is_none_is_refused(void **state)
{
	struct civil_date date;
	struct error err;

	assert_int_equal(yearly_read("2027-01-01", today(), &date, &err), STATUS_INVALID);
	assert_string_equal(err.message, "That day is still to come");
	assert_int_equal(yearly_read("12 may 30", today(), &date, &err), STATUS_INVALID);
	assert_string_equal(
		err.message, "That day is still to come: write the year in full, as 1984");
	assert_int_equal(yearly_read("31 feb", today(), &date, &err), STATUS_INVALID);
	static const char *const early[] = { "12 may 0084", "0084-05-12", "0084", "may 0984" };
	for (size_t i = 0; i < sizeof early / sizeof *early; i++) {
		assert_int_equal(yearly_read(early[i], today(), &date, &err), STATUS_INVALID);
		assert_non_null(strstr(err.message, "before the year 1000"));
	}
	assert_int_equal(yearly_read("whenever", today(), &date, &err), STATUS_INVALID);
	assert_non_null(strstr(err.message, "12 May 1984"));
}

/* As the hint of the field has it. */
static void who_has_died_needs_no_day(void **state)
{
	static const char *const words[] = { "yes", "only yes", "Only Yes" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct yearly_date date = { .kind = YEARLY_DEATH };
		struct error err;
		assert_int_equal(yearly_date_read(words[i], today(), &date, &err), STATUS_OK);
		assert_int_equal(date.date.year, 0);
		date.kind = YEARLY_BIRTHDAY;
		assert_int_equal(yearly_date_read(words[i], today(), &date, &err), STATUS_INVALID);
	}
}

static void a_yearly_date_is_written_as_it_is_read(void **state)
{
	static const struct civil_date dates[] = { { 1984, 5, 12 }, { 0, 5, 12 }, { 0, 2, 29 },
		{ 0, 5, 0 }, { 1984, 5, 0 }, { 1984, 0, 0 } };

	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
		struct strbuf text = STRBUF_INIT;
		yearly_write(&text, dates[i]);
		assert_yearly(text.data, dates[i].year, dates[i].month, dates[i].day);
		strbuf_fini(&text);
	}
}

static void a_blank_birthday_takes_it_away_and_leaves_the_others(void **state)
{
	struct contact contact;
	struct error err;

	contact_init(&contact);
	contact_add_date(&contact, YEARLY_BIRTHDAY, (struct civil_date){ 1984, 5, 12 }, NULL);
	contact_add_date(&contact, YEARLY_OTHER, (struct civil_date){ 0, 6, 24 }, "name day");
	assert_int_equal(
		yearly_field_read(&contact, YEARLY_BIRTHDAY, "", today(), &err), STATUS_OK);
	assert_int_equal(contact.dates.count, 1);
	contact_fini(&contact);
}

static void other_days_carry_a_name(void **state)
{
	struct contact contact;
	struct strbuf text = STRBUF_INIT;
	struct error err;

	contact_init(&contact);
	assert_int_equal(other_days_read(&contact, "name day: 24 jun, moved here: 2019-05-01",
				 today(), &err),
		STATUS_OK);
	assert_int_equal(contact.dates.count, 2);
	other_days_write(&text, &contact);
	assert_string_equal(text.data, "name day: 24 Jun, moved here: 2019-05-01");
	strbuf_fini(&text);
	contact_fini(&contact);
}

static void an_address_must_be_one_unless_it_was_there(void **state)
{
	struct contact contact;
	struct error err;

	contact_init(&contact);
	contact_add_channel(&contact, CHANNEL_EMAIL, "zoe@example.org", NULL, false);
	contact_add_channel(&contact, CHANNEL_EMAIL, "as it came", NULL, false);
	assert_int_equal(typed_field_read(&contact, CONTACT_EMAIL, "as it came, zoe@example.org",
				 today(), &err),
		STATUS_OK);
	assert_int_equal(
		typed_field_read(&contact, CONTACT_EMAIL, "zoe", today(), &err), STATUS_INVALID);
	contact_fini(&contact);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(channels_keep_their_labels),
		cmocka_unit_test(one_kind_is_read_and_the_others_stay),
		cmocka_unit_test(the_preferred_address_stays_preferred),
		cmocka_unit_test(what_was_not_touched_is_not_read_anew),
		cmocka_unit_test(addresses_of_several_lines_stand_apart_by_a_blank_one),
		cmocka_unit_test(a_birthday_is_known_as_far_as_it_was_said),
		cmocka_unit_test(a_birthday_to_come_or_that_is_none_is_refused),
		cmocka_unit_test(who_has_died_needs_no_day),
		cmocka_unit_test(a_yearly_date_is_written_as_it_is_read),
		cmocka_unit_test(a_blank_birthday_takes_it_away_and_leaves_the_others),
		cmocka_unit_test(other_days_carry_a_name),
		cmocka_unit_test(an_address_must_be_one_unless_it_was_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
