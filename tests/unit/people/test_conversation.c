/* The words for how a talk took place.
 * Not here: the entry that they belong to (store). */
#include "../unit.h"
#include "filo/people/conversation.h"

static void everyday_words_name_a_medium(void **state)
{
	static const struct {
		const char *word;
		enum medium medium;
	} samples[] = {
		{ "in-person", MEDIUM_IN_PERSON },
		{ "In  person", MEDIUM_IN_PERSON },
		{ "in persona", MEDIUM_IN_PERSON },
		{ "di persona", MEDIUM_IN_PERSON },
		{ "visit", MEDIUM_IN_PERSON },
		{ "visita", MEDIUM_IN_PERSON },
		{ "incontro", MEDIUM_IN_PERSON },
		{ "breakfast", MEDIUM_IN_PERSON },
		{ "colazione", MEDIUM_IN_PERSON },
		{ "gym", MEDIUM_IN_PERSON },
		{ "palestra", MEDIUM_IN_PERSON },
		{ "run", MEDIUM_IN_PERSON },
		{ "corsa", MEDIUM_IN_PERSON },
		{ "walk", MEDIUM_IN_PERSON },
		{ "caff\u00e8", MEDIUM_IN_PERSON },
		{ "caffe'", MEDIUM_IN_PERSON },
		{ "voice message", MEDIUM_MESSAGE },
		{ "voice mess", MEDIUM_MESSAGE },
		{ "messaggio vocale", MEDIUM_MESSAGE },
		{ "nota vocale", MEDIUM_MESSAGE },
		{ "voce", MEDIUM_MESSAGE },
		{ "instagram", MEDIUM_MESSAGE },
		{ "Facebook", MEDIUM_MESSAGE },
		{ "phone call", MEDIUM_CALL },
		{ "video call", MEDIUM_VIDEO },
		{ "call", MEDIUM_CALL },
		{ "mail", MEDIUM_EMAIL },
		{ "audio", MEDIUM_MESSAGE },
		{ "voicenote", MEDIUM_MESSAGE },
		{ "pizza", MEDIUM_IN_PERSON },
		{ "calcio", MEDIUM_IN_PERSON },
		{ "football", MEDIUM_IN_PERSON },
		{ "drinks", MEDIUM_IN_PERSON },
		{ "vocali", MEDIUM_MESSAGE },
		{ "card", MEDIUM_LETTER },
		{ "running", MEDIUM_IN_PERSON },
		{ "hiking", MEDIUM_IN_PERSON },
		{ "swim", MEDIUM_IN_PERSON },
		{ "tennis", MEDIUM_IN_PERSON },
		{ "wedding", MEDIUM_IN_PERSON },
		{ "birthday", MEDIUM_IN_PERSON },
		{ "museum", MEDIUM_IN_PERSON },
		{ "park", MEDIUM_IN_PERSON },
		{ "library", MEDIUM_IN_PERSON },
		{ "church", MEDIUM_IN_PERSON },
		{ "beach", MEDIUM_IN_PERSON },
		{ "shopping", MEDIUM_IN_PERSON },
		{ "office", MEDIUM_IN_PERSON },
		{ "work", MEDIUM_IN_PERSON },
		{ "trip", MEDIUM_IN_PERSON },
		{ "padel", MEDIUM_IN_PERSON },
		{ "messa", MEDIUM_IN_PERSON },
		{ "mess", MEDIUM_MESSAGE },
		{ "messag", MEDIUM_MESSAGE },
		{ "choir", MEDIUM_IN_PERSON },
		{ "pec", MEDIUM_EMAIL },
		{ "nuoto", MEDIUM_IN_PERSON },
		{ "yoga", MEDIUM_IN_PERSON },
		{ "museo", MEDIUM_IN_PERSON },
		{ "mare", MEDIUM_IN_PERSON },
		{ "montagna", MEDIUM_IN_PERSON },
		{ "scuola", MEDIUM_IN_PERSON },
		{ "ufficio", MEDIUM_IN_PERSON },
		{ "riunione", MEDIUM_IN_PERSON },
		{ "viaggio", MEDIUM_IN_PERSON },
		{ "matrimonio", MEDIUM_IN_PERSON },
		{ "compleanno", MEDIUM_IN_PERSON },
		{ "parco", MEDIUM_IN_PERSON },
		{ "biblioteca", MEDIUM_IN_PERSON },
		{ "stadio", MEDIUM_IN_PERSON },
		{ "chiesa", MEDIUM_IN_PERSON },
		{ "treno", MEDIUM_IN_PERSON },
		{ "lavoro", MEDIUM_IN_PERSON },
	};

	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		enum medium medium = MEDIUM_NONE;
		if (!medium_parse(samples[i].word, &medium) || medium != samples[i].medium)
			fail_msg("\"%s\" is \"%s\"", samples[i].word, medium_name(medium));
	}
}

static void what_may_be_several_is_refused(void **state)
{
	static const char *const samples[] = { "", " ", "'", "c", "ca", "te", "v", "telepathy" };

	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		enum medium medium;
		if (medium_parse(samples[i], &medium))
			fail_msg("\"%s\" was taken", samples[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(everyday_words_name_a_medium),
		cmocka_unit_test(what_may_be_several_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
