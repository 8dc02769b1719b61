/* Taking away what somebody has by naming it.
 * Not here: fields that are emptied (test_typed_fields.c). */
#include "../unit.h"
#include "filo/base/memory.h"
#include "filo/people/words/contact_remove.h"

static void fill(struct contact *contact)
{
	contact_init(contact);
	contact_add_channel(contact, CHANNEL_EMAIL, "Zoe@Example.org", NULL, false);
	contact_add_channel(contact, CHANNEL_PHONE, "+39 340 657 8712", NULL, false);
	contact_add_channel(contact, CHANNEL_MESSENGER, "+39 340 111 2222", NULL, false);
	contact_add_channel(contact, CHANNEL_PROFILE, "https://bla.example/Zoé", NULL, false);
	contact_add_channel(contact, CHANNEL_WEBSITE, "https://bla.example/zoe", NULL, false);
	contact_add_tag(contact, "Choir");
	contact_add_tag(contact, "Lido");
	contact_add_tag(contact, "lido");
	contact_add_date(contact, YEARLY_BIRTHDAY, (struct civil_date){ 1984, 5, 12 }, NULL);
	contact_add_date(contact, YEARLY_ANNIVERSARY, (struct civil_date){ 2010, 6, 1 }, NULL);
	contact_add_date(contact, YEARLY_OTHER, (struct civil_date){ 0, 6, 24 }, "First day");
	contact_add_date(contact, YEARLY_OTHER, (struct civil_date){ 0, 9, 1 }, "First day");
	vector_push(&contact->relations, &(struct relation){ .kind = RELATION_FRIEND,
						 .name = memory_copy_string("Max O’Briel") });
	vector_push(&contact->relations, &(struct relation){ .kind = RELATION_COLLEAGUE,
						 .name = memory_copy_string("Max O’Briel") });
	vector_push(&contact->relations, &(struct relation){ .kind = RELATION_FAMILY,
						 .name = memory_copy_string("Olga Livia Prova") });
}

static size_t count_all(const struct contact *contact)
{
	return contact->channels.count + contact->tags.count + contact->dates.count +
	       contact->relations.count;
}

static void what_is_named_goes_in_whatever_spelling(void **state)
{
	static const struct {
		const char *typed, *names;
		size_t taken;
	} named[] = {
		{ "zoe@example.org", "Zoe@Example.org", 1 },
		{ "340 6578712", "+39 340 657 8712", 1 },
		{ "bla.example/zoé", "https://bla.example/Zoé", 1 },
		{ "https://bla.example/ZOE", "https://bla.example/Zoé, https://bla.example/zoe",
			0 },
		{ "https://bla.example/zoe", "https://bla.example/zoe", 1 },
		{ "choir", "Choir", 1 },
		{ "LIDO", "Lido, lido", 0 },
		{ "lido", "lido", 1 },
		{ "anniversary", "Anniversary 2010-06-01", 1 },
		{ "Birthday", "Birthday 1984-05-12", 1 },
		{ "1984-05-12", "Birthday 1984-05-12", 1 },
		{ "First day", "First day 24 Jun, First day 1 Sep", 0 },
		{ "1 sep", "First day 1 Sep", 1 },
		{ "First day 1 Sep", "First day 1 Sep", 1 },
		{ "Max O'Briel", "friend=Max O’Briel, colleague=Max O’Briel", 0 },
		{ "colleague=max o'briel", "colleague=Max O’Briel", 1 },
		{ "family=Max O'Briel", "", 0 },
		{ "o'br", "friend=Max O’Briel, colleague=Max O’Briel", 0 },
		{ "Liv", "family=Olga Livia Prova", 1 },
		{ "ivia", "", 0 },
		{ " ", "", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
		struct strbuf names = STRBUF_INIT;
		struct contact contact;
		fill(&contact);
		const size_t before = count_all(&contact);
		size_t count = contact_remove_called(&contact, named[i].typed, &names);
		assert_string_equal(names.data, named[i].names);
		assert_int_equal(before - count_all(&contact), named[i].taken);
		assert_int_equal(count == 1, named[i].taken > 0);
		strbuf_fini(&names);
		contact_fini(&contact);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_named_goes_in_whatever_spelling),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
